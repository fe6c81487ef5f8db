package org.tfm.register;

import static java.util.Objects.requireNonNull;

import com.google.common.base.CharMatcher;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;

/**
 * UTF-8 or Windows-1252, whichever it is.
 *
 * <p>The register of schools is published in Windows-1252 and often saved again in UTF-8, with or
 * without a byte order mark, and so it goes with every spreadsheet. Which one it is shows only at
 * the first letter outside ASCII, which may be in the last row. So the bytes are split into fields
 * first, one character for each byte: commas, quotes and line breaks are the same bytes in both
 * encodings. Then each field that is read is decoded for itself, as UTF-8 if it is valid UTF-8 and
 * as Windows-1252 if not. That needs one pass and no copy of the file, and so works on a pipe as
 * well.
 */
public final class Encoding {

  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
  private static final int LONGEST_MARK = 4;

  private Encoding() {}

  /**
   * The bytes as characters, one for each, without a byte order mark.
   *
   * @throws InvalidInputException if it is UTF-16, or a ZIP file that nobody unpacked
   */
  public static Reader bytes(InputStream in) throws IOException {
    requireNonNull(in, "in");
    PushbackInputStream input = new PushbackInputStream(in, LONGEST_MARK);
    byte[] start = input.readNBytes(LONGEST_MARK);
    if (startsWith(start, 0xFE, 0xFF) || startsWith(start, 0xFF, 0xFE)) {
      throw new InvalidInputException(
          Problem.of(ProblemCode.MALFORMED, "the file is in UTF-16")
              .withHint("Save it as CSV in UTF-8"));
    }
    if (startsWith(start, 'P', 'K', 3, 4)) {
      throw new InvalidInputException(
          Problem.of(ProblemCode.MALFORMED, "the file is a ZIP file")
              .withHint("Unpack it and name the CSV file in it"));
    }
    int mark = startsWith(start, 0xEF, 0xBB, 0xBF) ? 3 : 0;
    input.unread(start, mark, start.length - mark);
    return new InputStreamReader(input, StandardCharsets.ISO_8859_1);
  }

  private static boolean startsWith(byte[] start, int... mark) {
    for (int i = 0; i < mark.length; i++) {
      if (i >= start.length || Byte.toUnsignedInt(start[i]) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  /** The text of a field whose characters are its bytes. */
  public static String decode(String field) {
    requireNonNull(field, "field");
    if (CharMatcher.ascii().matchesAllOf(field)) {
      return field;
    }
    byte[] bytes = field.getBytes(StandardCharsets.ISO_8859_1);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, WINDOWS_1252);
    }
  }
}
