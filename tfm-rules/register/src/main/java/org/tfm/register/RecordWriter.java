package org.tfm.register;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;
import org.tfm.model.school.School;

/**
 * Encodes schools for the index. {@link RecordCursor} decodes them, in the same order.
 *
 * <p>Numbers have 7 bits in each byte, the lowest first. 0 is an absent value. Names of places and
 * trusts, and words, are numbers in a list; the name and the postcode of a school are texts.
 */
final class RecordWriter {

  /** The limit of names, far above the number of trusts, towns and districts. */
  static final int MOST_NAMES = 500_000;

  /** Days are counted from before the year 0, so that none is negative. */
  static final int FIRST_DAY = -1_000_000;

  /** Percentages are counted in hundredths. */
  static final int DECIMALS = 2;

  private static final int BITS = 7;
  private static final int LARGEST_BYTE = 0x7F;

  private final Map<String, Integer> names = new LinkedHashMap<>();
  private byte[] buffer = new byte[512];
  private int size;

  /** Encodes a school; the result is valid until the next one. */
  void write(RegisteredSchool registered) {
    size = 0;
    School school = registered.school();
    text(school.name());
    name(school.phase().map(Enum::name));
    name(school.establishmentType().map(Enum::name));
    name(school.country().map(Enum::name));
    name(school.localAuthority());
    name(school.district());
    name(school.region());
    number(school.lowestAge());
    number(school.highestAge());
    name(school.trust());
    number(school.nurseryProvision().map(yes -> yes ? 1 : 0));
    number(school.freeMealShare().map(RecordWriter::hundredths));
    number(school.pupils());
    name(school.ofsted().map(Enum::name));
    name(Optional.of(registered.status().name()));
    day(registered.opened());
    day(registered.closed());
    name(registered.reasonOpened());
    name(registered.reasonClosed());
    name(registered.town());
    text(registered.postcode());
    name(registered.trustNumber());
    links(registered.predecessors());
    links(registered.successors());
  }

  private static int hundredths(BigDecimal share) {
    return share.movePointRight(DECIMALS).intValueExact();
  }

  private void links(ImmutableList<SchoolLink> links) {
    number(links.size());
    for (SchoolLink link : links) {
      number(link.urn());
      day(link.since());
    }
  }

  private void day(Optional<LocalDate> day) {
    number(day.map(one -> Math.toIntExact(one.toEpochDay() - FIRST_DAY)));
  }

  private void name(Optional<String> name) {
    number(name.map(this::place));
  }

  private int place(String name) {
    Integer known = names.get(name);
    if (known != null) {
      return known;
    }
    if (names.size() == MOST_NAMES) {
      throw new InvalidInputException(
          Problem.of(
              ProblemCode.TOO_MUCH,
              "the register has more than %s names of places and trusts",
              MOST_NAMES));
    }
    names.put(name, names.size());
    return names.size() - 1;
  }

  private void number(Optional<Integer> number) {
    number(number.isPresent() ? number.get() + 1 : 0);
  }

  private void number(int number) {
    int rest = number;
    while (rest > LARGEST_BYTE) {
      add((byte) (rest | ~LARGEST_BYTE));
      rest >>>= BITS;
    }
    add((byte) rest);
  }

  /** Encodes a number alone. */
  static byte[] encoded(int number) {
    RecordWriter writer = new RecordWriter();
    writer.number(number);
    return Arrays.copyOf(writer.buffer, writer.size);
  }

  private void text(Optional<String> text) {
    if (text.isEmpty()) {
      number(0);
      return;
    }
    byte[] bytes = text.get().getBytes(StandardCharsets.UTF_8);
    number(bytes.length + 1);
    reserve(bytes.length);
    System.arraycopy(bytes, 0, buffer, size, bytes.length);
    size += bytes.length;
  }

  private void add(byte one) {
    reserve(1);
    buffer[size] = one;
    size++;
  }

  private void reserve(int more) {
    if (buffer.length - size < more) {
      buffer = Arrays.copyOf(buffer, Math.max(2 * buffer.length, size + more));
    }
  }

  /** The bytes of the last school; only the first {@link #size} count. */
  byte[] buffer() {
    return buffer;
  }

  /** The number of bytes of the last school. */
  int size() {
    return size;
  }

  /** The names in the order of their numbers. */
  List<String> names() {
    return List.copyOf(names.keySet());
  }
}
