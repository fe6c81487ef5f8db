package org.tfm.examples.batch;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/** Makes the bytes of a workbook independent of the time at which it is written. */
final class WorkbookTime {

  private static final String START = "<?xml";
  private static final String PROPERTIES = "<cp:coreProperties";
  private static final String END = "</cp:coreProperties>";
  private static final Pattern CREATED =
      Pattern.compile("(<dcterms:created[^>]{0,100}>)[0-9TZ:.-]{24}(</dcterms:created>)");
  private static final String FIXED = "$11980-01-01T00:00:00.000Z$2";

  private static final String NAME = "docProps/core.xml";
  private static final String AFTER_PART = "PK\u0007\u0008";
  private static final int SUM_AFTER_PART = 4;
  private static final int DIRECTORY_BEFORE_NAME = 46;
  private static final int SUM_IN_DIRECTORY = 16;

  private WorkbookTime() {}

  /**
   * Returns the end of a workbook with a fixed time of creation.
   *
   * @param end the end of its file, with the part that has the time, which is not compressed
   */
  static byte[] fixed(byte[] end) {
    String text = new String(end, StandardCharsets.ISO_8859_1);
    int properties = text.lastIndexOf(PROPERTIES);
    int first = properties < 0 ? -1 : text.lastIndexOf(START, properties);
    int last = properties < 0 ? -1 : text.indexOf(END, properties) + END.length();
    if (first < 0 || last < properties) {
      throw new IllegalStateException("the workbook has no properties");
    }
    Matcher created = CREATED.matcher(text.substring(first, last));
    if (!created.find()) {
      throw new IllegalStateException("the workbook has no time");
    }
    byte[] part = created.replaceFirst(FIXED).getBytes(StandardCharsets.ISO_8859_1);
    CRC32 sum = new CRC32();
    sum.update(part);
    ByteBuffer fixed = ByteBuffer.wrap(end.clone()).order(ByteOrder.LITTLE_ENDIAN);
    fixed.put(first, part);
    fixed.putInt(text.indexOf(AFTER_PART, last) + SUM_AFTER_PART, (int) sum.getValue());
    fixed.putInt(
        text.lastIndexOf(NAME) - DIRECTORY_BEFORE_NAME + SUM_IN_DIRECTORY, (int) sum.getValue());
    return fixed.array();
  }
}
