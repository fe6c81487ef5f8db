package org.tfm.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.tfm.register.Registers.COLUMNS;
import static org.tfm.register.Registers.csv;
import static org.tfm.register.Registers.only;
import static org.tfm.register.Registers.primary;
import static org.tfm.register.Registers.read;
import static org.tfm.register.Registers.row;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import com.google.common.io.CharStreams;
import com.google.common.primitives.Bytes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.school.Country;
import org.tfm.model.school.EstablishmentType;
import org.tfm.model.school.Phase;
import org.tfm.model.school.School;

class RegisterReaderTest {

  private static final String HEADER = String.join(",", COLUMNS) + "\n";

  private static School school(RegisterRow row) {
    return ((RegisterRow.Open) row).school();
  }

  private static School onlySchool(String csv) {
    return school(only(read(csv)));
  }

  private static String onlyComplaint(List<String> row) {
    return ((RegisterRow.Bad) only(read(csv(List.of(row))))).what();
  }

  private static List<String> messages(String csv) {
    InvalidInputException e = catchThrowableOfType(InvalidInputException.class, () -> read(csv));
    return e.problems().stream().map(Object::toString).toList();
  }

  @Test
  void theFieldsOfASchoolAreRead() {
    assertThat(onlySchool(csv(List.of(primary(100001, "Ash Lane Primary School")))))
        .isEqualTo(
            School.builder()
                .urn(100001)
                .name("Ash Lane Primary School")
                .establishmentType(EstablishmentType.COMMUNITY_SCHOOL)
                .phase(Phase.PRIMARY)
                .country(Country.ENGLAND)
                .build());
  }

  @Test
  void aRegisterThatNeverEndsIsGivenUp() throws IOException {
    byte[] rows =
        csv(List.of(primary(100001, "Ash Lane"))).repeat(999).getBytes(StandardCharsets.UTF_8);
    try (RegisterReader reader =
        new RegisterReader("endless", new ByteArrayInputStream(rows), rows.length / 2)) {
      assertThatExceptionOfType(InvalidInputException.class)
          .isThrownBy(() -> reader.forEachRemaining(row -> {}))
          .withMessageStartingWith("endless: the register is too large");
    }
    try (RegisterReader reader =
        new RegisterReader("whole", new ByteArrayInputStream(rows), rows.length)) {
      assertThat(Lists.newArrayList(reader)).hasSize(2 * 999 - 1);
    }
  }

  @Test
  void anEmptyFieldIsUnknown() {
    assertThat(onlySchool(csv(List.of(row("100001", "", "", "1", "", "", "", "")))))
        .isEqualTo(School.builder().urn(100001).build());
  }

  @Test
  void columnsStandInAnyOrderAmongOthers() {
    List<String> columns =
        ImmutableList.<String>builder()
            .add("HeadPreferredJobTitle")
            .addAll(Lists.reverse(COLUMNS))
            .add("SiteName", "SiteName")
            .build();
    List<String> fields =
        ImmutableList.<String>builder()
            .add("")
            .addAll(Lists.reverse(primary(100001, "Ash Lane Primary School")))
            .add("Upper site", "Lower site")
            .build();
    assertThat(onlySchool(csv(columns, List.of(fields))))
        .isEqualTo(onlySchool(csv(List.of(primary(100001, "Ash Lane Primary School")))));
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheFirstColumn() {
    assertThat(read("\uFEFF" + csv(List.of(primary(100001, "Ash Lane")))))
        .isEqualTo(read(csv(List.of(primary(100001, "Ash Lane")))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "windows-1252"})
  void namesAreReadInUtf8AndInWindows1252(String encoding) {
    String name = "École de l’Étang – Café";
    assertThat(read(csv(List.of(primary(100001, name))), Charset.forName(encoding)))
        .extracting(row -> school(row).name().orElseThrow())
        .containsExactly(name);
  }

  @Test
  void theEncodingIsFoundFieldByField() {
    byte[] utf8 = csv(List.of(primary(100001, "Ysgol Tŷ Coch"))).getBytes(StandardCharsets.UTF_8);
    byte[] windows = "100002,Café,01,1,2,,,\n".getBytes(Charset.forName("windows-1252"));
    assertThat(read(Bytes.concat(utf8, windows)))
        .extracting(row -> school(row).name().orElseThrow())
        .containsExactly("Ysgol Tŷ Coch", "Café");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
  void utf16IsReadWithAndWithoutAMark(String encoding) {
    for (String mark : List.of("\uFEFF", "")) {
      assertThat(read(mark + csv(List.of(primary(100001, "Café"))), Charset.forName(encoding)))
          .extracting(row -> school(row).name().orElseThrow())
          .containsExactly("Café");
    }
  }

  @Test
  void anArchiveIsRefusedWithHelp() {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> read("PK\u0003\u0004…"))
        .withMessage("register.csv: the file is a ZIP file. Unpack it and use the CSV file inside");
  }

  @ParameterizedTest
  @CsvSource({
    "PK\u0003\u0004....[Content_Types].xml, a workbook of Excel",
    "PK\u0003\u0004....xl/workbook.xml, a workbook of Excel",
    "PK\u0003\u0004..mimetypeapplication/vnd.oasis.opendocument.spreadsheet,"
        + " an OpenDocument spreadsheet",
    "\u00D0\u00CF\u0011\u00E0, an old or a protected workbook of Excel"
  })
  void aWorkbookIsRefusedWithHelp(String start, String what) {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> read(start, StandardCharsets.ISO_8859_1))
        .withMessage("register.csv: the file is " + what + ". Save it as CSV in UTF-8");
  }

  @ParameterizedTest
  @ValueSource(strings = {";", "\t"})
  void otherSeparatorsThanCommasAreRead(String separator) {
    String csv = csv(List.of(primary(100001, "Ash Lane"))).replace(",", separator);
    assertThat(read(csv))
        .extracting(row -> school(row).name().orElseThrow())
        .containsExactly("Ash Lane");
  }

  @ParameterizedTest
  @CsvSource({
    "'a,b;c;d\n1,2\n3,4\n', ','",
    "'a,b;c\n1,5;2\n3;4\n', ';'",
    "'\"a;b;c\",d\n\"e\nf;g\",h\n', ','",
    "a, ','",
    "'', ','"
  })
  void theSeparatorIsTheOneInWhichRowsAgree(String table, char separator) throws IOException {
    Reader reader = new StringReader(table);
    assertThat(Separators.find(reader)).isEqualTo(separator);
    assertThat(CharStreams.toString(reader)).isEqualTo(table);
  }

  @Test
  void linesWithCommasOnlyAndEmptyColumnsAfterTheLastAreLeftOut() {
    List<RegisterRow> rows =
        read(
            HEADER.replace("\n", ",, \n")
                + ",,,,,,,,,\n"
                + "100001,Ash Lane,01,1,2,,,,,\n"
                + " , ,,,,,,\n"
                + "100002,Beech Lane,01,1,2,,,\n"
                + "100003,Cedar Lane,01,1,2,,,,,note\n");
    assertThat(rows).extracting(RegisterRow::line).containsExactly(3L, 5L, 6L);
    assertThat(rows.get(2))
        .isEqualTo(new RegisterRow.Bad(6, "10 fields; expected 8, as in the first line"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Pending approval",
        "Rejected opening",
        "Quarantine",
        "Created in Error",
        "Archived",
        "De-registered as EY Setting"
      })
  void everyStatusOfTheDepartmentIsKnownByItsName(String status) {
    List<String> columns =
        ImmutableList.<String>builder().addAll(COLUMNS).add("EstablishmentStatus (name)").build();
    assertThat(
            only(
                read(csv(columns, List.of(row("100001", "", "01", "9", "2", "", "", "", status))))))
        .isInstanceOfSatisfying(
            RegisterRow.NotOpen.class,
            row -> assertThat(row.registered().status().title()).isEqualToIgnoringCase(status));
  }

  @ParameterizedTest
  @CsvSource({
    "ALL, ALL_THROUGH",
    "NUR, NURSERY",
    "PRI, PRIMARY",
    "SEC, SECONDARY",
    "16P, SIXTEEN_PLUS",
    "MDP, MIDDLE_DEEMED_PRIMARY",
    "MDS, MIDDLE_DEEMED_SECONDARY"
  })
  void theCodesOfTheTableOfPhasesAreKnown(String code, Phase phase) {
    assertThat(onlySchool(csv(List.of(row("100001", "", "01", "1", code, "", "", "")))).phase())
        .contains(phase);
  }

  @Test
  void thePhaseIsFoundByItsNameIfTheCodeIsEmpty() {
    List<String> columns =
        ImmutableList.<String>builder().addAll(COLUMNS).add("PhaseOfEducation (name)").build();
    assertThat(
            onlySchool(
                    csv(
                        columns,
                        List.of(row("100001", "", "01", "1", "", "", "", "", "All-through"))))
                .phase())
        .contains(Phase.ALL_THROUGH);
  }

  @ParameterizedTest
  @CsvSource({
    "Spain, OVERSEAS",
    "Cyprus, OVERSEAS",
    "GERMANY, OVERSEAS",
    "Jersey," + " CROWN_DEPENDENCIES_AND_GIBRALTAR",
    "Wales, WALES"
  })
  void anotherCountryIsOverseas(String name, Country country) {
    assertThat(onlySchool(csv(List.of(row("100001", "", "01", "1", "2", name, "", "")))).country())
        .contains(country);
  }

  @Test
  void theUnitedKingdomLeavesItsCountryToTheOtherColumns() {
    String name = "United Kingdom";
    assertThat(onlySchool(csv(List.of(row("100001", "", "01", "1", "2", name, "", "")))).country())
        .isEmpty();
    assertThat(
            onlySchool(csv(List.of(row("100001", "", "01", "1", "2", name, "", "S12000033"))))
                .country())
        .contains(Country.SCOTLAND);
  }

  @Test
  void aBritishSchoolOverseasIsOverseas() {
    assertThat(onlySchool(csv(List.of(row("100001", "", "37", "1", "", "", "", "")))).country())
        .contains(Country.OVERSEAS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", ",,,\n"})
  void anEmptyRegisterIsRefused(String text) {
    assertThat(messages(text))
        .containsExactly(
            "register.csv: the register is empty; expected a first line with column names");
  }

  @Test
  void aRegisterWithoutSchoolsHasNoRows() {
    assertThat(read(HEADER)).isEmpty();
  }

  @Test
  void aMissingColumnIsNamedWithNearOnes() {
    assertThat(messages(HEADER.replace("URN", "Urn")))
        .containsExactly("register.csv:1: the column `URN` is missing. Maybe `Urn`?");
  }

  @Test
  void theNumberOfAPropertyIsNotOfferedForAUrn() {
    assertThat(messages(HEADER.replace("URN", "UPRN")))
        .containsExactly("register.csv:1: the column `URN` is missing");
  }

  @Test
  void everyMissingColumnIsNamed() {
    assertThat(messages("name,town\nAsh Lane,Chester\n"))
        .containsExactly(
            "register.csv:1: the column `URN` is missing",
            "register.csv:1: the column `TypeOfEstablishment (code)` is missing",
            "register.csv:1: the column `EstablishmentStatus (code)` is missing",
            "register.csv:1: the column `PhaseOfEducation (code)` is missing");
  }

  @Test
  void aDuplicateColumnThatIsReadIsAProblem() {
    assertThat(messages("GOR (code)," + HEADER))
        .containsExactly("register.csv:1: the column `GOR (code)` appears more than once");
  }

  @Test
  void theNameOfTheStatusIsEnough() {
    String named = "EstablishmentStatus (name)";
    List<String> columns =
        COLUMNS.stream().map(c -> c.equals("EstablishmentStatus (code)") ? named : c).toList();
    List<RegisterRow> rows =
        read(
            csv(
                columns,
                List.of(
                    row("100001", "", "01", "Open", "2", "", "", ""),
                    row("100002", "", "01", "Open, but proposed to close", "2", "", "", ""),
                    row("100003", "", "01", "Closed", "2", "", "", ""),
                    row("100004", "", "01", "Proposed to open", "2", "", "", ""))));
    assertThat(rows)
        .extracting(Object::getClass)
        .containsExactly(
            RegisterRow.Open.class,
            RegisterRow.Open.class,
            RegisterRow.NotOpen.class,
            RegisterRow.NotOpen.class);
  }

  @Test
  void schoolsThatAreClosedOrNotYetOpenAreSkipped() {
    List<RegisterRow> rows =
        read(
            csv(
                List.of(
                    row("100001", "", "01", "1", "2", "", "", ""),
                    row("100002", "", "01", "2", "2", "", "", ""),
                    row("100003", "", "01", "3", "2", "", "", ""),
                    row("100004", "", "a type of old", "4", "2", "", "", ""))));
    assertThat(rows)
        .filteredOn(RegisterRow.NotOpen.class::isInstance)
        .extracting(RegisterRow::line)
        .containsExactly(3L, 5L);
    assertThat(rows).filteredOn(RegisterRow.Bad.class::isInstance).isEmpty();
  }

  @Test
  void badRowsAreReportedWithTheirLinesAndReadingGoesOn() {
    String csv =
        HEADER
            + "100001,Ash Lane,99,1,2,,,\n"
            + "100002,Beech Lane,01,1,9,,,\n"
            + "12,Cedar Lane,01,1,2,,,\n"
            + "100003,Damson Lane,01,1,2\n"
            + "100004,Elm Lane,01,1,2,,,,extra\n"
            + "100005,Fern Lane,01,7,2,,,\n"
            + "100006,Gorse Lane,01,1,2,,,\n"
            + "100006,Gorse Lane again,01,1,2,,,\n"
            + "100007,Hazel Lane,01,1,2,,,\n";
    List<RegisterRow> rows = read(csv);
    assertThat(rows).filteredOn(RegisterRow.Open.class::isInstance).hasSize(2);
    assertThat(rows)
        .filteredOn(RegisterRow.Bad.class::isInstance)
        .containsExactly(
            new RegisterRow.Bad(2, "`99` is not a code of an establishment type"),
            new RegisterRow.Bad(3, "`9` is not a code of a phase of education"),
            new RegisterRow.Bad(4, "`12` is not a URN; expected a number of 5 or 6 digits"),
            new RegisterRow.Bad(5, "5 fields; expected 8, as in the first line"),
            new RegisterRow.Bad(6, "9 fields; expected 8, as in the first line"),
            new RegisterRow.Bad(7, "`7` is not a status of an establishment"),
            new RegisterRow.Bad(9, "the URN `100006` appears twice; the first row is used"));
  }

  @Test
  void aNameThatIsJoinedToADigitIsNotRepeated() {
    assertThat(read(csv(List.of(row("100001", "", "01", "1", "2JQuince", "", "", "")))))
        .containsExactly(
            new RegisterRow.Bad(2, "a text of 8 characters is not a code of a phase of education"));
  }

  @Test
  void aBadRowDoesNotTakeItsUrnAway() {
    assertThat(
            read(
                csv(
                    List.of(
                        row("100001", "", "99", "1", "2", "", "", ""),
                        primary(100001, "Ash Lane")))))
        .extracting(Object::getClass)
        .containsExactly(RegisterRow.Bad.class, RegisterRow.Open.class);
  }

  @Test
  void blanksOfEverySortAreBlankInHeadingsAndFields() {
    String blank = "\u00A0\u200B";
    assertThat(
            onlySchool(
                HEADER.replace("URN", blank + "URN" + blank)
                    + String.join(
                        ",",
                        row(blank + "100001" + blank, blank, "01" + blank, "1", "2", "", "", ""))
                    + "\n"))
        .isEqualTo(onlySchool(csv(List.of(row("100001", "", "01", "1", "2", "", "", "")))));
  }

  @Test
  void aBlankInsideANumberIsNamed() {
    assertThat(onlyComplaint(row("100\u00A0001", "", "01", "1", "2", "", "", "")))
        .isEqualTo(
            "a text of 7 characters is not a URN; expected a number of 5 or 6 digits; it contains a"
                + " no-break space (U+00A0) at position 4");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"A Person", "07700 900123", "1234567", "0100001", "1e5", "-100001", "१०००००", ""})
  void anInvalidUrnIsRejected(String urn) {
    assertThat(onlyComplaint(row(urn, "", "01", "1", "2", "", "", "")))
        .endsWith(" is not a URN; expected a number of 5 or 6 digits");
  }

  @ParameterizedTest
  @ValueSource(strings = {"A Person", "Person", "07700 900123", "person1@example.org"})
  void aTextThatMayBePersonalIsNotRepeated(String text) {
    for (int field : new int[] {0, 2, 3, 4}) {
      String[] fields = primary(100001, "Ash Lane").toArray(String[]::new);
      fields[field] = text;
      assertThat(onlyComplaint(row(fields)))
          .startsWith("a text of " + text.length() + " characters is not a ");
    }
  }

  @Test
  void aLineBreakInAFieldKeepsTheLineNumbersRight() {
    String csv =
        HEADER
            + "100001,\"Ash\r\nLane\",01,1,2,,,\r\n"
            + "\r\n"
            + "100002,\"Beech \"\"B\"\"\n\nLane\",01,1,2,,,\r\n"
            + "bad,,,,,,,\n";
    List<RegisterRow> rows = read(csv);
    assertThat(rows).extracting(RegisterRow::line).containsExactly(2L, 5L, 8L);
    assertThat(school(rows.get(1)).name()).contains("Beech \"B\"\n\nLane");
  }

  @Test
  void aQuotationMarkThatIsNeverClosedEndsTheReadingAtItsLine() {
    String csv = HEADER + "100001,Ash Lane,01,1,2,,,\n100002,\"Beech Lane,01,1,2,,,\n".repeat(2);
    assertThat(messages(csv))
        .containsExactly(
            "register.csv:3: the register cannot be read from this row on."
                + " Maybe a quotation mark is not closed or not doubled?");
  }

  @Test
  void anEndlessFieldIsNotReadIntoMemory() {
    assertThat(messages(HEADER + "100001,\"" + "x".repeat(3_000_000)))
        .first()
        .asString()
        .startsWith("register.csv:2: ");
  }

  @Test
  void theEndIsTheEnd() throws IOException {
    try (RegisterReader reader =
        new RegisterReader(
            "register.csv", new ByteArrayInputStream(HEADER.getBytes(StandardCharsets.UTF_8)))) {
      assertThat(reader.hasNext()).isFalse();
      assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(reader::next);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "England, '', '', 01, ENGLAND",
    "wales, E06000049, B, 01, WALES",
    "Isle of Man, '', '', 25, CROWN_DEPENDENCIES_AND_GIBRALTAR",
    "Gibraltar, '', '', 25, CROWN_DEPENDENCIES_AND_GIBRALTAR",
    "United Kingdom, E06000049, W, 01, ENGLAND",
    "'', W06000015, '', 01, WALES",
    "'', S12000036, '', 01, SCOTLAND",
    "'', N09000003, '', 01, NORTHERN_IRELAND",
    "'', '', A, 01, ENGLAND",
    "'', '', K, 01, ENGLAND",
    "'', '', W, 01, WALES",
    "'', '', '', 30, WALES",
  })
  void theCountryIsFoundInWhateverColumnSaysIt(
      String name, String authority, String region, String type, Country country) {
    assertThat(
            onlySchool(csv(List.of(row("100001", "", type, "1", "2", name, region, authority))))
                .country())
        .contains(country);
  }

  @ParameterizedTest
  @CsvSource({
    "Atlantis, '', '', 01",
    "'', '', '', 25",
    "'', '', Z, 01",
    "'', '', C, 01",
    "'', England, '', 01",
    "'', X99999999, '', 01",
  })
  void aCountryThatNoColumnSaysIsUnknown(
      String name, String authority, String region, String type) {
    assertThat(
            onlySchool(csv(List.of(row("100001", "", type, "1", "2", name, region, authority))))
                .country())
        .isEmpty();
  }
}
