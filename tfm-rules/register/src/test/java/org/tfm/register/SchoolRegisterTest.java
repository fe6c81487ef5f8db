package org.tfm.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.school.Country;
import org.tfm.model.school.EstablishmentType;
import org.tfm.model.school.OfstedGrade;
import org.tfm.model.school.Phase;
import org.tfm.model.school.School;

/** The index of the register, made of small invented files. */
class SchoolRegisterTest {

  private static final LocalDate DAY = LocalDate.of(2022, 5, 3);

  @TempDir private Path folder;
  private Path csv;
  private Path links;

  @BeforeEach
  void copyFiles() throws IOException {
    csv = copy("published.csv");
    links = copy("links.csv");
  }

  private Path copy(String name) throws IOException {
    Path file = folder.resolve(name);
    try (InputStream in = Registers.resource(name)) {
      Files.copy(in, file);
    }
    return file;
  }

  private byte[] index() {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      SchoolRegister.write(csv, Optional.of(links), DAY, out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private SchoolRegister register() {
    return open(index());
  }

  private SchoolRegister open(byte[] bytes) {
    try {
      return SchoolRegister.open(Files.write(folder.resolve("index"), bytes));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private RegisteredSchool school(int urn) {
    return register().find(urn).orElseThrow();
  }

  private static String refused(byte[] bytes) {
    InvalidInputException refused =
        catchThrowableOfType(InvalidInputException.class, () -> readAll(bytes));
    assertThat(refused).isNotNull();
    assertThat(refused.problems()).hasSize(1);
    return refused.problems().get(0).toString();
  }

  private static void readAll(byte[] bytes) {
    RegisterIndex index = RegisterIndex.open("X", bytes);
    for (int place = 0; place < index.size(); place++) {
      assertThat(index.school(place)).isNotNull();
    }
  }

  @Test
  void everythingOfASchoolIsFound() {
    assertThat(school(900_001).school())
        .isEqualTo(
            School.builder()
                .urn(900_001)
                .name("Ash Lane Primary School")
                .phase(Phase.PRIMARY)
                .establishmentType(EstablishmentType.COMMUNITY_SCHOOL)
                .country(Country.ENGLAND)
                .localAuthority("Example Shire")
                .district("Example Vale")
                .region("North West")
                .lowestAge(3)
                .highestAge(11)
                .nurseryProvision(true)
                .freeMealShare(new BigDecimal("12.5"))
                .pupils(210)
                .ofsted(OfstedGrade.GOOD)
                .build());
    RegisteredSchool academy = school(900_003);
    assertThat(academy.school().trust()).contains("Example Trust");
    assertThat(academy.trustNumber()).contains("5001");
    assertThat(academy.opened()).contains(LocalDate.of(2021, 9, 1));
    assertThat(academy.reasonOpened()).contains("Academy Converter");
    assertThat(academy.town()).contains("Exampleton");
    assertThat(academy.postcode()).contains("EX1 1AB");
    assertThat(register().day()).contains(DAY);
    assertThat(register().size()).isEqualTo(7);
  }

  @Test
  void aSchoolThatIsNotInTheRegisterIsNotFound() {
    assertThat(register().find(900_008)).isEmpty();
    assertThat(register().find(10_000)).isEmpty();
    assertThat(register().find(-1)).isEmpty();
  }

  @Test
  void whatTheRegisterSuppressesIsUnknown() {
    School closed = school(900_002).school();
    assertThat(closed.freeMealShare()).isEmpty();
    assertThat(closed.pupils()).isEmpty();
    assertThat(closed.ofsted()).isEmpty();
    assertThat(closed.nurseryProvision()).contains(false);
    assertThat(school(900_003).school().freeMealShare()).isEmpty();
    School proposed = school(900_004).school();
    assertThat(proposed.nurseryProvision()).isEmpty();
    assertThat(proposed.district()).isEmpty();
    assertThat(proposed.pupils()).isEmpty();
    assertThat(proposed.ofsted()).isEmpty();
    School welsh = school(900_005).school();
    assertThat(welsh.localAuthority()).isEmpty();
    assertThat(welsh.region()).isEmpty();
    assertThat(welsh.country()).contains(Country.WALES);
    School odd = school(900_006).school();
    assertThat(odd.establishmentType()).isEmpty();
    assertThat(odd.phase()).isEmpty();
    assertThat(odd.lowestAge()).isEmpty();
    assertThat(odd.highestAge()).isEmpty();
    assertThat(odd.freeMealShare()).isEmpty();
    assertThat(odd.pupils()).isEmpty();
    assertThat(odd.ofsted()).isEmpty();
    assertThat(school(900_007).opened()).isEmpty();
    assertThat(school(900_007).school().lowestAge()).contains(4);
    assertThat(school(900_007).school().nurseryProvision()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "900001, 210, GOOD",
    "900003, 315, REQUIRES_IMPROVEMENT",
    "900005, 79, INADEQUATE",
    "900007, 95, INADEQUATE"
  })
  void theNumberOfPupilsAndTheGradeAreRead(int urn, int pupils, OfstedGrade grade) {
    assertThat(school(urn).school().pupils()).contains(pupils);
    assertThat(school(urn).school().ofsted()).contains(grade);
  }

  @ParameterizedTest
  @CsvSource({
    "Outstanding, OUTSTANDING",
    "good, GOOD",
    "REQUIRES IMPROVEMENT, REQUIRES_IMPROVEMENT",
    "Inadequate, INADEQUATE",
    "Serious Weaknesses, INADEQUATE",
    "Special measures, INADEQUATE",
    "Satisfactory,",
    "Insufficient evidence,",
    "Not applicable,",
    "2,",
    "'',"
  })
  void aWordThatIsNoOverallGradeIsUnknown(String text, @Nullable OfstedGrade grade) {
    assertThat(Cells.ofsted(text)).isEqualTo(Optional.ofNullable(grade));
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "00080, 80", "99999, 99999", "100000,", "-1,", "80.5,", "SUPP,", "'',"})
  void aTextThatIsNoNumberOfPupilsIsUnknown(String text, @Nullable Integer pupils) {
    assertThat(Cells.pupils(text)).isEqualTo(Optional.ofNullable(pupils));
  }

  @ParameterizedTest
  @CsvSource({
    "900001, 2022/23, OPEN",
    "900002, 2020/21, OPEN",
    "900002, 2021/22, CLOSED",
    "900003, 2020/21, NOT_YET_OPEN",
    "900003, 2021/22, OPEN",
    "900004, 2022/23, NOT_YET_OPEN",
    "900004, 2023/24, NOT_YET_OPEN",
    "900005, 2022/23, OPEN",
    "900005, 2023/24, CLOSED",
    "900006, 2022/23, NOT_KNOWN"
  })
  void aSchoolHasAStandingInAYear(int urn, String year, Standing standing) {
    assertThat(school(urn).standingIn(AcademicYear.parse(year))).isEqualTo(standing);
  }

  @ParameterizedTest
  @CsvSource({
    "900002, 2021-08-31, OPEN",
    "900002, 2021-09-01, CLOSED",
    "900002, 1919-12-31, NOT_YET_OPEN",
    "900002, 1920-01-01, OPEN",
    "900003, 2021-08-31, NOT_YET_OPEN",
    "900003, 2021-09-01, OPEN",
    "900005, 2022-12-31, OPEN",
    "900005, 2023-01-01, CLOSED"
  })
  void aSchoolHasAStandingOnADay(int urn, LocalDate day, Standing standing) {
    assertThat(school(urn).standingOn(day)).isEqualTo(standing);
  }

  @Test
  void aLinkIsKnownToBothSchools() {
    SchoolLink academy = new SchoolLink(900_003, Optional.of(LocalDate.of(2021, 9, 1)));
    assertThat(school(900_002).successors()).containsExactly(academy);
    assertThat(school(900_003).predecessors()).extracting(SchoolLink::urn).containsExactly(900_002);
    assertThat(school(900_006).successors())
        .containsExactly(new SchoolLink(900_001, Optional.empty()));
    assertThat(school(900_004).predecessors()).isEmpty();
    assertThat(school(900_005).successors()).isEmpty();
    assertThat(register().urnsOf(900_002)).containsExactly(900_002, 900_003);
    assertThat(register().urnsOf(900_001)).containsExactly(900_001, 900_006);
    assertThat(register().urnsOf(999_999)).containsExactly(999_999);
  }

  @Test
  void schoolsThatWereMergedIntoOneStayApart() throws IOException {
    Files.writeString(
        links,
        """
        URN,LinkURN,LinkType
        900003,900002,Predecessor
        900003,900001,Predecessor
        900002,900006,Successor
        900006,900002,Successor
        """);
    assertThat(register().urnsOf(900_001)).containsExactly(900_001, 900_003);
    assertThat(register().urnsOf(900_003)).containsExactly(900_001, 900_002, 900_003, 900_006);
  }

  @Test
  void candidatesAreListedTheMostLikelyFirst() {
    SchoolRegister register = register();
    assertThat(register.named("ash lane  PRIMARY school", Optional.of("ex9 9aa")))
        .extracting(RegisteredSchool::urn)
        .containsExactly(900_007, 900_001);
    assertThat(register.named("Ash Lane Primary School", Optional.empty()))
        .extracting(RegisteredSchool::urn)
        .containsExactly(900_001, 900_007);
    assertThat(register.named("Beech Lane", Optional.of("EX11AB")))
        .extracting(RegisteredSchool::urn)
        .containsExactly(900_002, 900_003);
    assertThat(register.named("Nowhere", Optional.empty())).isEmpty();
  }

  @Test
  void equalRegistersGiveEqualBytes() {
    assertThat(index()).isEqualTo(index());
  }

  @Test
  void theOrderOfTheColumnsAndTheEncodingDoNotMatter() throws IOException {
    byte[] before = index();
    String text = Files.readString(csv);
    StringBuilder reversed = new StringBuilder();
    for (String line :
        text.replace("\"Open, but proposed to close\"", "Open; but").lines().toList()) {
      List<String> cells = Arrays.asList(line.split(",", -1));
      reversed.append(String.join(",", Lists.reverse(cells))).append('\n');
    }
    Files.writeString(csv, "\uFEFF" + reversed);
    assertThat(index()).isEqualTo(before);
  }

  @Test
  void aRegisterAsPublishedIsReadWithoutADay() {
    SchoolRegister register = SchoolRegister.open(csv);
    assertThat(register.day()).isEmpty();
    assertThat(register.size()).isEqualTo(7);
    assertThat(register.find(900_001).orElseThrow().school()).isEqualTo(school(900_001).school());
  }

  @Test
  void rowsThatCannotBeUsedAreReported() throws IOException {
    Files.writeString(
        csv,
        "900001,x,x,01,1,Open,,,,,2,,,,,,,,,,,,,,,,\nabc" + ",".repeat(26) + "\n",
        StandardOpenOption.APPEND);
    Files.writeString(
        links, "900001,900001,,Successor,\n,,,Predecessor,\n", StandardOpenOption.APPEND);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    IndexReport report = SchoolRegister.write(csv, Optional.of(links), DAY, out);
    assertThat(report.schools()).isEqualTo(7);
    assertThat(report.unusable()).isEqualTo(2);
    assertThat(report.bad())
        .containsExactly(
            new RegisterRow.Bad(9, "the URN `900001` appears twice; the first row is used"),
            new RegisterRow.Bad(
                10, "a text of 3 characters is not a URN; expected a number of 5 or 6 digits"));
    assertThat(report.unusableLinks()).isEqualTo(2);
    assertThat(report.badLinks())
        .containsExactly(
            new RegisterRow.Bad(6, "the school `900001` is linked with itself"),
            new RegisterRow.Bad(
                7, "an empty field is not a URN; expected a number of 5 or 6 digits"));
    assertThat(open(out.toByteArray()).unusableRows()).isEqualTo(2);
  }

  @Test
  void aRegisterWithoutAUsableRowIsRefused() throws IOException {
    Files.writeString(csv, Files.readAllLines(csv).get(0) + "\n");
    InvalidInputException refused =
        catchThrowableOfType(InvalidInputException.class, () -> SchoolRegister.open(csv));
    assertThat(refused).hasMessage(csv + ": the register has no row that can be used");
  }

  @Test
  void linksWithoutTheirColumnsAreRefused() throws IOException {
    Files.writeString(links, "URN,LinkURNs\n");
    InvalidInputException refused = catchThrowableOfType(InvalidInputException.class, this::index);
    assertThat(refused.problems().stream().map(Problem::toString))
        .containsExactly(
            links + ":1: the column `LinkURN` is missing. Maybe `LinkURNs`?",
            links + ":1: the column `LinkType` is missing");
  }

  @ParameterizedTest
  @CsvSource({
    "+999999999-12-31, 999999999",
    "-999999999-01-01, -999999999",
    "+10000-01-01, 10000",
    "0000-12-31, 0"
  })
  void aRegisterIsNotOfAYearThatNoCellHas(LocalDate day, int year) {
    assertThat(
            catchThrowableOfType(
                InvalidInputException.class,
                () ->
                    SchoolRegister.write(csv, Optional.empty(), day, new ByteArrayOutputStream())))
        .hasMessage(
            "the day of the register is in the year " + year + "; expected a year from 1 to 9999");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0001-01-01", "9999-12-31"})
  void aRegisterIsOfTheFirstDayOrTheLastOfTheYearsThatCellsHave(LocalDate day) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SchoolRegister.write(csv, Optional.empty(), day, out);
    assertThat(open(out.toByteArray()).day()).contains(day);
  }

  @Test
  void aSchoolKeepsTheFirstAndTheLastDayThatACellCanHave() throws IOException {
    Files.writeString(
        csv,
        """
        URN,TypeOfEstablishment (code),EstablishmentStatus (code),PhaseOfEducation (code),OpenDate,CloseDate
        900001,01,2,2,01-01-0000,31-12-9999
        """);
    RegisteredSchool school = SchoolRegister.open(csv).find(900_001).orElseThrow();
    assertThat(school.opened()).contains(LocalDate.of(0, 1, 1));
    assertThat(school.closed()).contains(LocalDate.of(9999, 12, 31));
  }

  @Test
  void aFileThatIsMissingIsNamed() {
    Path missing = folder.resolve("none");
    assertThat(
            catchThrowableOfType(InvalidInputException.class, () -> SchoolRegister.open(missing)))
        .hasMessage(missing + ": there is no such file");
  }

  @ParameterizedTest
  @ValueSource(chars = {'1', '3'})
  void anotherVersionIsRefused(char version) {
    byte[] bytes = index();
    bytes[7] = (byte) version;
    assertThat(refused(bytes))
        .isEqualTo(
            "X: the index was made by another version of the library. Make the index again with `tfm"
                + " register index`");
  }

  @Test
  void everyChangedByteIsNoticed() {
    byte[] good = index();
    for (int at = 8; at < good.length; at++) {
      byte[] bytes = good.clone();
      bytes[at] ^= 0x10;
      assertThat(refused(bytes))
          .as("byte " + at)
          .isEqualTo(
              "X: the index of the register is damaged or incomplete. Make the index"
                  + " again with `tfm register index`");
    }
  }

  @Test
  void aShortenedIndexIsNoticed() {
    byte[] good = index();
    for (int length = 8; length < good.length; length++) {
      assertThat(refused(Arrays.copyOf(good, length)))
          .as("length " + length)
          .isEqualTo(
              "X: the index of the register is damaged or incomplete. Make the index"
                  + " again with `tfm register index`");
    }
  }

  @Test
  void aDamagedStartIsNotTakenForCsv() {
    byte[] good = index();
    String message =
        folder.resolve("index")
            + ": the index of the register is damaged or incomplete. Make the index again with `tfm"
            + " register index`";
    for (int at = 0; at < 7; at++) {
      byte[] bytes = good.clone();
      bytes[at] ^= 0x10;
      assertThat(catchThrowableOfType(InvalidInputException.class, () -> open(bytes)).getMessage())
          .as("byte " + at)
          .isEqualTo(message);
      int length = at + 1;
      assertThat(
              catchThrowableOfType(
                  InvalidInputException.class, () -> open(Arrays.copyOf(good, length))))
          .as("length " + length)
          .hasMessage(message);
    }
    assertThat(
            catchThrowableOfType(
                InvalidInputException.class,
                () -> open("URNs,Name\n".getBytes(StandardCharsets.UTF_8))))
        .hasMessageContaining("the column `URN` is missing");
  }

  /** Somebody who forges an index can also make its checksum right. */
  @Test
  void aForgedIndexIsOneProblemOrARegister() {
    byte[] good = index();
    for (int at = 8; at < good.length - Integer.BYTES; at++) {
      for (int value : new int[] {0, 1, 0x7F, 0x80, 0xFF}) {
        byte[] bytes = good.clone();
        bytes[at] = (byte) value;
        CRC32C checksum = new CRC32C();
        checksum.update(bytes, 0, bytes.length - Integer.BYTES);
        ByteBuffer.wrap(bytes).putInt(bytes.length - Integer.BYTES, (int) checksum.getValue());
        try {
          readAll(bytes);
        } catch (InvalidInputException e) {
          assertThat(e.problems()).hasSize(1);
        }
      }
    }
  }

  @Test
  void anIndexOfTheLargestSizeIsWrittenAndOpenedAndALargerOneIsNot() throws IOException {
    byte[] good = index();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SchoolRegister.write(csv, Optional.of(links), Optional.of(DAY), out, good.length);
    assertThat(out.toByteArray()).isEqualTo(good);
    int less = good.length - 1;
    assertThat(
            catchThrowableOfType(
                InvalidInputException.class,
                () ->
                    SchoolRegister.write(
                        csv,
                        Optional.of(links),
                        Optional.of(DAY),
                        new ByteArrayOutputStream(),
                        less)))
        .hasMessage("the index of the register is larger than " + less + " bytes");
    Path file = Files.write(folder.resolve("index"), good);
    assertThat(SchoolRegister.open(file, good.length).size()).isEqualTo(7);
    assertThat(
            catchThrowableOfType(
                InvalidInputException.class, () -> SchoolRegister.open(file, less)))
        .hasMessage(file + ": the index of the register is too large");
  }

  @Test
  void aFileHasAtMostItsNumberOfLinks() throws IOException {
    byte[] read = Files.readAllBytes(links);
    int most = Files.readAllLines(links).size() - 1;
    assertThat(Links.read("links", new ByteArrayInputStream(read), most).unusable()).isZero();
    assertThat(
            catchThrowableOfType(
                InvalidInputException.class,
                () -> Links.read("links", new ByteArrayInputStream(read), most - 1)))
        .hasMessage("links: the file has more than " + (most - 1) + " links");
  }

  @Test
  void anotherFileIsNoIndex() {
    InvalidInputException refused =
        catchThrowableOfType(
            InvalidInputException.class,
            () -> open("not a register".getBytes(StandardCharsets.UTF_8)));
    assertThat(refused.problems().get(0).what()).isEqualTo("the column `URN` is missing");
  }

  @Test
  void theSchoolsAreInTheOrderOfTheirNumbers() {
    assertThat(register().schools().map(RegisteredSchool::urn))
        .isEqualTo(ImmutableList.of(900_001, 900_002, 900_003, 900_004, 900_005, 900_006, 900_007));
  }
}
