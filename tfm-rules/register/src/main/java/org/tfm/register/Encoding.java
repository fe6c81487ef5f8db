package org.tfm.register;

import static java.util.Objects.requireNonNull;

import com.google.common.io.CharSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;

/**
 * Reads CSV in UTF-8, Windows-1252 or UTF-16.
 *
 * <p>The register of schools is published in Windows-1252, but people and spreadsheets often save
 * it as UTF-8, with or without a byte order mark. The difference shows only at the first character
 * outside ASCII, which may be in the last row. So the bytes are first split into fields, one
 * character for each byte: commas, quotes and line breaks are the same bytes in both encodings.
 * Then each field is decoded separately, as UTF-8 if it is valid and otherwise as Windows-1252.
 * That takes one pass and no copy of the file, so it also works on a pipe.
 */
public final class Encoding {

  private static final int FIRST_NOT_ASCII = 0x80;
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
  private static final int LONGEST_MARK = 4;
  private static final String SAVE = "Save it as CSV in UTF-8";

  /** The bytes of a ZIP file that hold the name of its first entry, and more. */
  private static final int ZIP_START = 2_000;

  private Encoding() {}

  /**
   * Returns the bytes as characters, one for each byte, without a byte order mark. UTF-16 is first
   * converted to UTF-8. The reader supports {@link Reader#mark}.
   *
   * @throws InvalidInputException if the stream is a ZIP file or an old workbook
   */
  public static Reader bytes(InputStream in) throws IOException {
    requireNonNull(in, "in");
    PushbackInputStream input = new PushbackInputStream(in, LONGEST_MARK);
    byte[] start = input.readNBytes(LONGEST_MARK);
    Charset wide = wide(start);
    if (wide != null) {
      int mark = startsWith(start, 0xFE, 0xFF) || startsWith(start, 0xFF, 0xFE) ? 2 : 0;
      input.unread(start, mark, start.length - mark);
      return characters(inUtf8(input, wide));
    }
    if (startsWith(start, 'P', 'K', 3, 4)) {
      throw new InvalidInputException(zip(input.readNBytes(ZIP_START)));
    }
    if (startsWith(start, 0xD0, 0xCF, 0x11, 0xE0)) {
      throw new InvalidInputException(
          Problem.of(ProblemCode.MALFORMED, "the file is an old or a protected workbook of Excel")
              .withHint(SAVE));
    }
    int mark = startsWith(start, 0xEF, 0xBB, 0xBF) ? 3 : 0;
    input.unread(start, mark, start.length - mark);
    return characters(input);
  }

  private static Reader characters(InputStream in) {
    return new BufferedReader(new InputStreamReader(in, StandardCharsets.ISO_8859_1));
  }

  /** Returns the kind of UTF-16 by its mark, or by the zero of an ASCII letter; null if none. */
  private static @Nullable Charset wide(byte[] start) {
    if (startsWith(start, 0xFE, 0xFF) || (start.length > 1 && start[0] == 0 && start[1] != 0)) {
      return StandardCharsets.UTF_16BE;
    }
    return startsWith(start, 0xFF, 0xFE) || (start.length > 1 && start[0] != 0 && start[1] == 0)
        ? StandardCharsets.UTF_16LE
        : null;
  }

  private static InputStream inUtf8(InputStream in, Charset charset) throws IOException {
    return new CharSource() {
      @Override
      public Reader openStream() {
        return new InputStreamReader(in, charset);
      }
    }.asByteSource(StandardCharsets.UTF_8).openStream();
  }

  /** Workbooks are ZIP files with entries of their own. */
  private static Problem zip(byte[] start) {
    String names = new String(start, StandardCharsets.ISO_8859_1);
    if (names.contains("[Content_Types].xml") || names.contains("xl/")) {
      return Problem.of(ProblemCode.MALFORMED, "the file is a workbook of Excel").withHint(SAVE);
    }
    if (names.contains("opendocument.spreadsheet")) {
      return Problem.of(ProblemCode.MALFORMED, "the file is an OpenDocument spreadsheet")
          .withHint(SAVE);
    }
    return Problem.of(ProblemCode.MALFORMED, "the file is a ZIP file")
        .withHint("Unpack it and use the CSV file inside");
  }

  private static boolean startsWith(byte[] start, int... mark) {
    for (int i = 0; i < mark.length; i++) {
      if (i >= start.length || Byte.toUnsignedInt(start[i]) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  /** Whether a field has only spaces, tabs and line breaks. */
  public static boolean isBlank(char[] buffer, int offset, int length) {
    requireNonNull(buffer, "buffer");
    for (int i = offset; i < offset + length; i++) {
      char c = buffer[i];
      if (c != ' ' && c != '\t' && c != '\r' && c != '\n') {
        return false;
      }
    }
    return true;
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= FIRST_NOT_ASCII) {
        return false;
      }
    }
    return true;
  }

  /** Decodes a field whose characters are its bytes. */
  public static String decode(String field) {
    requireNonNull(field, "field");
    if (isAscii(field)) {
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
