package org.tfm.register;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import org.tfm.model.school.Country;
import org.tfm.model.school.EstablishmentType;
import org.tfm.model.school.OfstedGrade;
import org.tfm.model.school.Phase;
import org.tfm.model.school.School;

/**
 * Decodes the schools of an index, which {@link RecordWriter} encodes.
 *
 * <p>Every method throws a {@link RuntimeException} if the bytes are not what the writer writes.
 */
final class RecordCursor {

  private static final int LONGEST_NUMBER = 5;

  private final ByteBuffer bytes;
  private final ImmutableList<String> names;

  /**
   * Creates a cursor at a record.
   *
   * @param bytes the record; its position moves
   */
  RecordCursor(ByteBuffer bytes, ImmutableList<String> names) {
    this.bytes = bytes;
    this.names = names;
  }

  RegisteredSchool read(int urn) {
    School.Builder school = School.builder();
    school
        .urn(urn)
        .name(text())
        .phase(name().map(Phase::valueOf))
        .establishmentType(name().map(EstablishmentType::valueOf))
        .country(name().map(Country::valueOf))
        .localAuthority(name())
        .district(name())
        .region(name())
        .lowestAge(number())
        .highestAge(number())
        .trust(name())
        .nurseryProvision(number().map(yes -> yes == 1))
        .freeMealShare(number().map(share -> BigDecimal.valueOf(share, RecordWriter.DECIMALS)))
        .pupils(number())
        .ofsted(name().map(OfstedGrade::valueOf));
    return new RegisteredSchool(
        school.build(),
        RegisterStatus.valueOf(name().orElseThrow()),
        day(),
        day(),
        name(),
        name(),
        name(),
        text(),
        name(),
        links(),
        links());
  }

  /** Reads the name of a school, which comes first. */
  Optional<String> text() {
    int length = plain();
    if (length == 0) {
      return Optional.empty();
    }
    return Optional.of(text(length - 1));
  }

  /** Reads a text of a number of bytes. */
  String text(int length) {
    ByteBuffer part = bytes.slice(bytes.position(), length);
    bytes.position(bytes.position() + length);
    try {
      CharBuffer decoded = StandardCharsets.UTF_8.newDecoder().decode(part);
      return decoded.toString();
    } catch (CharacterCodingException e) {
      throw new IllegalStateException("not UTF-8", e);
    }
  }

  private ImmutableList<SchoolLink> links() {
    int size = plain();
    if (size > bytes.remaining()) {
      throw new IllegalStateException("too many links");
    }
    ImmutableList.Builder<SchoolLink> links = ImmutableList.builder();
    for (int i = 0; i < size; i++) {
      links.add(new SchoolLink(plain(), day()));
    }
    return links.build();
  }

  private Optional<LocalDate> day() {
    return number().map(day -> LocalDate.ofEpochDay((long) day + RecordWriter.FIRST_DAY));
  }

  private Optional<String> name() {
    return number().map(names::get);
  }

  private Optional<Integer> number() {
    int number = plain();
    return number == 0 ? Optional.empty() : Optional.of(number - 1);
  }

  /** Reads a number. */
  int plain() {
    long number = 0;
    for (int i = 0; i < LONGEST_NUMBER; i++) {
      byte next = bytes.get();
      number |= (long) (next & 0x7F) << (7 * i);
      if (next >= 0) {
        return Math.toIntExact(number);
      }
    }
    throw new IllegalStateException("a number without an end");
  }
}
