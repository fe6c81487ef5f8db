package org.tfm.examples.batch;

import com.google.common.base.CharMatcher;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.OptionalLong;
import org.tfm.model.document.Application;
import org.tfm.model.json.DocumentReader;
import org.tfm.model.json.TfmJson;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;

/**
 * A line with an application in JSON.
 *
 * @param file the name of its file
 * @param line the number of the line
 * @param text the line as its bytes, one character for each; empty if it is too long
 */
public record JsonRow(String file, long line, String text) implements InputRow {

  /** The most bytes a line may have. */
  static final int LONGEST = 1_000_000;

  private static final DocumentReader READER = TfmJson.reader();
  private static final int OVERHEAD = 64;

  @Override
  public int size() {
    return OVERHEAD + text.length();
  }

  @Override
  public Application application(Policies policies) {
    if (text.isEmpty()) {
      throw new InvalidInputException(
          Problem.of(
              ProblemCode.TOO_MUCH,
              "the line is longer than %s bytes",
              String.format(Locale.ROOT, "%,d", LONGEST)));
    }
    try {
      // Through the tree, because a place in the document would always be on its line 1.
      return READER.read(READER.tree(decoded()), Application.class, policies::problems);
    } catch (InvalidInputException e) {
      throw new InvalidInputException(e.problems().stream().map(JsonRow::withinLine).toList());
    }
  }

  private String decoded() {
    if (CharMatcher.ascii().matchesAllOf(text)) {
      return text;
    }
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new InvalidInputException(
          Problem.of(ProblemCode.MALFORMED, "the line is not UTF-8 text"));
    }
  }

  private static Problem withinLine(Problem problem) {
    return problem.line().equals(OptionalLong.of(1)) ? problem.inOneLine() : problem;
  }

  /** Where the row is; the text is personal. */
  @Override
  public String toString() {
    return file + ":" + line;
  }
}
