package org.tfm.register;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.BitSet;
import java.util.Iterator;
import java.util.Optional;
import java.util.stream.Stream;
import org.tfm.model.problem.Blanks;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.school.EstablishmentType;
import org.tfm.model.school.Phase;
import org.tfm.model.school.School;

/**
 * Reads the register of schools row by row, in the layout that the Department for Education
 * publishes.
 *
 * <p>Columns are found by name, in any order; other columns are ignored, and what an absent column
 * holds is unknown. They are separated by commas, semicolons or tabs. The encoding is UTF-8, with
 * or without a byte order mark, Windows-1252 or UTF-16. An unusable row becomes a {@link
 * RegisterRow.Bad} and reading continues. A broken quotation mark ends it, because the start of the
 * next row is then unknown. Lines without any value are skipped, and so are empty columns after the
 * last. Not thread-safe.
 */
public final class RegisterReader implements Iterator<RegisterRow>, Closeable {

  private static final ImmutableList<String> TITLES =
      Column.ALL.stream().map(Column::title).collect(ImmutableList.toImmutableList());
  private static final ImmutableList<CsvTable.Needed> NEEDED =
      ImmutableList.of(
          needed(Column.URN),
          needed(Column.TYPE),
          new CsvTable.Needed(Column.STATUS_CODE.title(), Optional.of(Column.STATUS_NAME.title())),
          needed(Column.PHASE));

  /** The codes of the Department's table of phases, which differ from those of the download. */
  private static final ImmutableMap<String, Phase> BY_PHASE_CODE =
      ImmutableMap.of(
          "ALL", Phase.ALL_THROUGH,
          "NUR", Phase.NURSERY,
          "PRI", Phase.PRIMARY,
          "SEC", Phase.SECONDARY,
          "16P", Phase.SIXTEEN_PLUS,
          "MDP", Phase.MIDDLE_DEEMED_PRIMARY,
          "MDS", Phase.MIDDLE_DEEMED_SECONDARY);

  private final CsvTable rows;
  private final BitSet seen = new BitSet();

  /**
   * Creates a reader and reads the first row.
   *
   * @param name the name of the register in messages
   * @param in the bytes; closing the reader closes them
   * @throws InvalidInputException if a required column is missing or appears twice, or the bytes
   *     are not a register
   */
  public RegisterReader(String name, InputStream in) throws IOException {
    this(requireNonNull(name, "name"), requireNonNull(in, "in"), CsvTable.MOST_BYTES);
  }

  RegisterReader(String name, InputStream in, long mostBytes) throws IOException {
    this.rows = new CsvTable(name, "register", in, mostBytes, TITLES, NEEDED);
  }

  private static CsvTable.Needed needed(Column column) {
    return new CsvTable.Needed(column.title(), Optional.empty());
  }

  /**
   * Returns whether there is another row.
   *
   * @throws InvalidInputException if the rest cannot be read, for example after a quoted field
   *     without an end
   */
  @Override
  public boolean hasNext() {
    return rows.hasNext();
  }

  @Override
  public RegisterRow next() {
    RawRow row = rows.next();
    try {
      int urn = urn(row);
      RegisterRow read = read(row, urn);
      seen.set(urn);
      return read;
    } catch (BadRowException e) {
      return new RegisterRow.Bad(row.line(), e.what());
    }
  }

  private static RegisterRow read(RawRow row, int urn) throws BadRowException {
    RegisterStatus status = status(row);
    return status.isOpen()
        ? new RegisterRow.Open(row.line(), school(row, urn, status, type(row), phase(row)))
        : new RegisterRow.NotOpen(
            row.line(),
            school(
                row,
                urn,
                status,
                EstablishmentType.findByCode(text(row, Column.TYPE)),
                findPhase(row)));
  }

  private static RegisteredSchool school(
      RawRow row,
      int urn,
      RegisterStatus status,
      Optional<EstablishmentType> type,
      Optional<Phase> phase) {
    Optional<Integer> lowest = Cells.age(text(row, Column.LOWEST_AGE));
    Optional<Integer> highest = Cells.age(text(row, Column.HIGHEST_AGE));
    boolean areAges = lowest.isEmpty() || highest.isEmpty() || lowest.get() <= highest.get();
    School school =
        School.builder()
            .urn(urn)
            .name(
                Optional.of(Encoding.decode(row.fields().get(Column.NAME.place())))
                    .filter(text -> !Blanks.isBlank(text)))
            .establishmentType(type)
            .phase(phase)
            .country(
                Countries.find(
                    text(row, Column.COUNTRY),
                    text(row, Column.AUTHORITY),
                    text(row, Column.REGION),
                    type))
            .localAuthority(name(row, Column.AUTHORITY_NAME))
            .district(name(row, Column.DISTRICT_NAME))
            .region(name(row, Column.REGION_NAME))
            .lowestAge(lowest.filter(age -> areAges))
            .highestAge(highest.filter(age -> areAges))
            .trust(name(row, Column.TRUST_NAME))
            .nurseryProvision(Cells.nursery(text(row, Column.NURSERY)))
            .freeMealShare(Cells.percentage(text(row, Column.FREE_MEALS)))
            .pupils(Cells.pupils(text(row, Column.PUPILS)))
            .ofsted(Cells.ofsted(text(row, Column.OFSTED)))
            .build();
    return new RegisteredSchool(
        school,
        status,
        Cells.day(text(row, Column.OPENED)),
        Cells.day(text(row, Column.CLOSED)),
        name(row, Column.REASON_OPENED),
        name(row, Column.REASON_CLOSED),
        name(row, Column.TOWN),
        name(row, Column.POSTCODE),
        name(row, Column.TRUST_CODE),
        ImmutableList.of(),
        ImmutableList.of());
  }

  private static String text(RawRow row, Column column) {
    return Cells.text(row, column.place());
  }

  private static Optional<String> name(RawRow row, Column column) {
    return Cells.name(text(row, column));
  }

  private int urn(RawRow row) throws BadRowException {
    rows.checkSize(row);
    int urn = Cells.urn(text(row, Column.URN));
    if (seen.get(urn)) {
      throw new BadRowException("the URN `" + urn + "` appears twice; the first row is used");
    }
    return urn;
  }

  private static RegisterStatus status(RawRow row) throws BadRowException {
    String code = text(row, Column.STATUS_CODE);
    String name = text(row, Column.STATUS_NAME);
    Optional<RegisterStatus> status = RegisterStatus.find(code, name);
    if (status.isEmpty()) {
      throw new BadRowException(
          Cells.shown(code.isEmpty() ? name : code) + " is not a status of an establishment");
    }
    return status.get();
  }

  private static Optional<EstablishmentType> type(RawRow row) throws BadRowException {
    String code = text(row, Column.TYPE);
    Optional<EstablishmentType> type = EstablishmentType.findByCode(code);
    if (type.isEmpty() && !code.isEmpty()) {
      throw new BadRowException(Cells.shown(code) + " is not a code of an establishment type");
    }
    return type;
  }

  private static Optional<Phase> phase(RawRow row) throws BadRowException {
    String code = text(row, Column.PHASE);
    Optional<Phase> phase = findPhase(row);
    if (phase.isEmpty() && !code.isEmpty()) {
      throw new BadRowException(Cells.shown(code) + " is not a code of a phase of education");
    }
    return phase;
  }

  private static Optional<Phase> findPhase(RawRow row) {
    String code = text(row, Column.PHASE);
    return Phase.findByCode(code)
        .or(() -> Optional.ofNullable(BY_PHASE_CODE.get(code)))
        .or(() -> named(text(row, Column.PHASE_NAME)));
  }

  private static Optional<Phase> named(String name) {
    String words = name.replace('-', ' ');
    return Stream.of(Phase.values())
        .filter(phase -> phase.title().replace('-', ' ').equalsIgnoreCase(words))
        .findFirst();
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }
}
