package org.tfm.rules.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tfm.model.problem.Blanks;
import org.tfm.model.problem.DidYouMean;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;
import org.tfm.model.term.Citation;

/** Citations as a pack writes them: the id of a source, a colon, and the place in it. */
final class Citations {

  private static final String FORM = "Write `\"source: place in it\"`";

  private Citations() {}

  /** Returns a citation that has no problems. */
  static Citation of(String text, Optional<String> reading) {
    int colon = text.indexOf(':');
    return new Citation(source(text), Blanks.strip(text.substring(colon + 1)), reading);
  }

  private static String source(String text) {
    int colon = text.indexOf(':');
    return Blanks.strip(colon < 0 ? text : text.substring(0, colon));
  }

  /**
   * Returns the problems of a citation.
   *
   * @param sources the ids of the sources of the pack
   */
  static List<Problem> problems(String text, Set<String> sources) {
    List<Problem> problems = new ArrayList<>();
    String source = source(text);
    int colon = text.indexOf(':');
    if (source.isEmpty()) {
      problems.add(Problem.of(ProblemCode.MISSING, "the citation names no source").withHint(FORM));
    } else if (!sources.contains(source)) {
      problems.add(
          Problem.of(ProblemCode.UNKNOWN_WORD, "publisher.yaml has no source `%s`", source)
              .withHint(DidYouMean.hint(source, sources)));
    }
    if (colon < 0 || text.codePoints().skip(colon + 1L).noneMatch(Character::isLetterOrDigit)) {
      problems.add(
          Problem.of(ProblemCode.MISSING, "the citation names no place in the source")
              .withHint(FORM));
    }
    return problems;
  }
}
