package org.tfm.register;

import com.google.common.collect.ImmutableList;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.zip.CRC32C;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;

/**
 * The register as one file that is opened at once.
 *
 * <p>It has a start that identifies it, a record for each school, the names that records refer to,
 * a table of URNs with the places of their records, in the order of the URNs, and an end of fixed
 * size with a checksum. Equal registers give equal bytes. Immutable.
 */
final class RegisterIndex {

  /** The bytes that identify an index, and the version of its form. */
  private static final byte[] START = "tfm-reg2".getBytes(StandardCharsets.US_ASCII);

  private static final String AGAIN = "Make the index again with `tfm register index`";

  private static final int KIND = START.length - 1;
  private static final int END = 7 * Integer.BYTES;

  /** A character that old programs write at the end of a text. */
  private static final int END_OF_FILE = 0x1A;

  private static final int ENTRY = 2 * Integer.BYTES;
  private static final int NO_DAY = Integer.MIN_VALUE;
  private static final int FIRST_URN = 10_000;
  private static final int LAST_URN = 999_999;

  /** The limit of bytes: 100 times the size for the published register. */
  private static final long LARGEST = 500_000_000;

  private final String file;
  private final ByteBuffer bytes;
  private final ImmutableList<String> names;
  private final int namesAt;
  private final int tableAt;
  private final int size;
  private final int day;
  private final int unusable;

  private RegisterIndex(String file, ByteBuffer bytes) {
    this.file = file;
    this.bytes = bytes;
    ByteBuffer end = bytes.slice(bytes.capacity() - END, END);
    this.namesAt = end.getInt();
    this.tableAt = end.getInt();
    this.size = end.getInt();
    int count = end.getInt();
    this.day = end.getInt();
    this.unusable = end.getInt();
    if (namesAt < START.length
        || tableAt < namesAt
        || size < 0
        || unusable < 0
        || tableAt + (long) size * ENTRY != bytes.capacity() - END
        || count < 0
        || count > tableAt - namesAt) {
      throw damaged(file);
    }
    this.names = names(count);
    checkTable();
  }

  private ImmutableList<String> names(int count) {
    RecordCursor cursor =
        new RecordCursor(bytes.slice(namesAt, tableAt - namesAt), ImmutableList.of());
    return IntStream.range(0, count)
        .mapToObj(i -> cursor.text(cursor.plain()))
        .collect(ImmutableList.toImmutableList());
  }

  private void checkTable() {
    int last = FIRST_URN - 1;
    for (int i = 0; i < size; i++) {
      int at = recordAt(i);
      if (urn(i) <= last || urn(i) > LAST_URN || at < START.length || at >= namesAt) {
        throw damaged(file);
      }
      last = urn(i);
    }
  }

  /** Whether a file starts like an index of any version. */
  static boolean isIndex(byte[] start) {
    return start.length >= KIND && Arrays.equals(START, 0, KIND, start, 0, KIND);
  }

  /**
   * Whether a file that does not start like an index must be one whose start is lost: it has bytes
   * that no text has, or only the first letters of the start.
   */
  static boolean isRestOfIndex(byte[] start) {
    boolean isCutOff =
        start.length > 0
            && start.length < KIND
            && Arrays.equals(START, 0, start.length, start, 0, start.length);
    boolean isBinary = false;
    for (byte one : start) {
      isBinary |= (one > 0 && one < '\t') || (one > '\r' && one < ' ' && one != END_OF_FILE);
    }
    return isCutOff || isBinary;
  }

  /**
   * Opens an index.
   *
   * @param file the name of the file in messages
   * @throws InvalidInputException if it is none, was made by another version, or is damaged
   */
  static RegisterIndex open(String file, byte[] bytes) {
    if (!isIndex(bytes)) {
      throw new InvalidInputException(
          Problem.of(ProblemCode.MALFORMED, "this is not an index of the register")
              .withHint("Make one with `tfm register index`")
              .inFile(file));
    }
    if (bytes.length > KIND && bytes[KIND] != START[KIND]) {
      throw new InvalidInputException(
          Problem.of(ProblemCode.MALFORMED, "the index was made by another version of the library")
              .withHint(AGAIN)
              .inFile(file));
    }
    if (bytes.length < START.length + END || checksum(bytes) != lastInt(bytes)) {
      throw damaged(file);
    }
    try {
      return new RegisterIndex(file, ByteBuffer.wrap(bytes).asReadOnlyBuffer());
    } catch (InvalidInputException e) {
      throw e;
    } catch (RuntimeException e) {
      throw damaged(file);
    }
  }

  private static int checksum(byte[] bytes) {
    CRC32C checksum = new CRC32C();
    checksum.update(bytes, 0, bytes.length - Integer.BYTES);
    return (int) checksum.getValue();
  }

  private static int lastInt(byte[] bytes) {
    return ByteBuffer.wrap(bytes).getInt(bytes.length - Integer.BYTES);
  }

  /** The problem of an index that is not whole. */
  static InvalidInputException damaged(String file) {
    return new InvalidInputException(
        Problem.of(ProblemCode.MALFORMED, "the index of the register is damaged or incomplete")
            .withHint(AGAIN)
            .inFile(file));
  }

  private int urn(int i) {
    return bytes.getInt(tableAt + i * ENTRY);
  }

  private int recordAt(int i) {
    return bytes.getInt(tableAt + i * ENTRY + Integer.BYTES);
  }

  /** The number of schools. */
  int size() {
    return size;
  }

  /** The day of the register; absent if it was not stated. */
  Optional<LocalDate> day() {
    return day == NO_DAY ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(day));
  }

  /** The number of rows of the register that cannot be used. */
  int unusable() {
    return unusable;
  }

  /** Returns the place of a school in the order of the URNs; negative if there is none. */
  int find(int urn) {
    int low = 0;
    int high = size - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int there = urn(middle);
      if (there == urn) {
        return middle;
      }
      if (there < urn) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -1;
  }

  /**
   * Returns the school at a place.
   *
   * @throws InvalidInputException if its record is damaged
   */
  RegisteredSchool school(int place) {
    int at = recordAt(place);
    try {
      return new RecordCursor(bytes.slice(at, namesAt - at), names).read(urn(place));
    } catch (RuntimeException e) {
      throw damaged(file);
    }
  }

  /** Writes an index, one school after another. Not thread-safe. */
  static final class Writer {

    private static final int BUFFER = 1 << 16;

    private final OutputStream out;
    private final long largest;
    private final RecordWriter record = new RecordWriter();
    private final CRC32C checksum = new CRC32C();
    private final int[] recordAt = new int[LAST_URN + 1];
    private int at;
    private int size;

    Writer(OutputStream out, long largest) throws IOException {
      this.out = new BufferedOutputStream(out, BUFFER);
      this.largest = largest;
      write(START, START.length);
    }

    void add(RegisteredSchool school) throws IOException {
      record.write(school);
      recordAt[school.urn()] = at;
      size++;
      write(record.buffer(), record.size());
    }

    /** Writes the names, the table and the end. */
    void finish(Optional<LocalDate> day, long unusable) throws IOException {
      int namesAt = at;
      int count = record.names().size();
      for (String name : record.names()) {
        byte[] text = name.getBytes(StandardCharsets.UTF_8);
        byte[] length = RecordWriter.encoded(text.length);
        write(length, length.length);
        write(text, text.length);
      }
      int tableAt = at;
      ByteBuffer table = ByteBuffer.allocate(size * ENTRY);
      for (int urn = FIRST_URN; urn <= LAST_URN; urn++) {
        if (recordAt[urn] > 0) {
          table.putInt(urn).putInt(recordAt[urn]);
        }
      }
      write(table.array(), table.capacity());
      ByteBuffer end = ByteBuffer.allocate(END);
      end.putInt(namesAt)
          .putInt(tableAt)
          .putInt(size)
          .putInt(count)
          .putInt(day.map(one -> Math.toIntExact(one.toEpochDay())).orElse(NO_DAY))
          .putInt((int) Math.min(unusable, Integer.MAX_VALUE));
      checksum.update(end.array(), 0, END - Integer.BYTES);
      end.putInt((int) checksum.getValue());
      out.write(end.array());
      out.flush();
    }

    private void write(byte[] some, int length) throws IOException {
      if (at + (long) length + END > largest) {
        throw new InvalidInputException(
            Problem.of(
                ProblemCode.TOO_MUCH,
                "the index of the register is larger than %s bytes",
                largest));
      }
      checksum.update(some, 0, length);
      out.write(some, 0, length);
      at += length;
    }
  }

  /** The limit of the bytes of an index. */
  static long largest() {
    return LARGEST;
  }
}
