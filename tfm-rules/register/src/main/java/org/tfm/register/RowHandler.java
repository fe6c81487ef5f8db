package org.tfm.register;

import com.google.common.collect.ImmutableList;
import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import java.util.Arrays;

/**
 * Keeps all fields of the first row, and only the selected fields of later rows.
 *
 * <p>The register has about 120 columns and 25 are used; the others never become strings.
 */
final class RowHandler extends AbstractBaseCsvCallbackHandler<RawRow> {

  private static final int MOST_COLUMNS = 10_000;
  private static final int UNWANTED = -1;

  private boolean header = true;
  private ImmutableList.Builder<String> titles = ImmutableList.builder();
  private int[] slots = {};
  private String[] fields = {};
  private int filled;

  /** Keeps only these columns from now on; a negative position is an absent column. */
  void keep(int... positions) {
    header = false;
    titles = ImmutableList.builder();
    slots = new int[Arrays.stream(positions).max().orElse(UNWANTED) + 1];
    Arrays.fill(slots, UNWANTED);
    for (int slot = 0; slot < positions.length; slot++) {
      if (positions[slot] >= 0) {
        slots[positions[slot]] = slot;
      }
    }
    fields = new String[positions.length];
  }

  /** The line on which the current or last row starts. */
  long line() {
    return getStartingLineNumber();
  }

  @Override
  protected void handleBegin(long startingLineNumber) {
    Arrays.fill(fields, "");
    filled = 0;
  }

  @Override
  protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
    filled = Encoding.isBlank(buffer, offset, length) ? filled : index + 1;
    if (header) {
      if (index >= MOST_COLUMNS) {
        throw new CsvParseException("too many columns");
      }
      titles.add(new String(buffer, offset, length));
    } else if (index < slots.length && slots[index] != UNWANTED) {
      fields[slots[index]] = new String(buffer, offset, length);
    }
  }

  @Override
  protected RawRow buildRecord() {
    return new RawRow(
        getStartingLineNumber(),
        getFieldCount(),
        filled,
        header ? titles.build() : ImmutableList.copyOf(fields));
  }
}
