package org.tfm.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tfm.model.document.Application;
import org.tfm.model.document.Document;
import org.tfm.model.document.Progress;
import org.tfm.model.document.WorkGroup;
import org.tfm.model.json.TfmJson;
import org.tfm.model.school.OfstedGrade;
import org.tfm.model.school.Phase;
import org.tfm.model.school.School;

/** The register fills documents, and says where it differs from them. */
class RegisterFillTest {

  @TempDir private Path folder;
  private SchoolRegister register;

  @BeforeEach
  void makeTheIndex() throws IOException {
    for (String name : new String[] {"published.csv", "links.csv"}) {
      try (InputStream in = Registers.resource(name)) {
        Files.copy(in, folder.resolve(name));
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SchoolRegister.write(
        folder.resolve("published.csv"),
        Optional.of(folder.resolve("links.csv")),
        LocalDate.of(2022, 5, 3),
        out);
    register = SchoolRegister.open(Files.write(folder.resolve("index"), out.toByteArray()));
  }

  private static String document(String year, String rest) {
    return "{\"offering\": {\"hub\": \"river-hub\", \"type\": \"primary-development\", \"year\": \""
        + year
        + "\"}, "
        + rest
        + "}";
  }

  private RegisterFill<Application> application(String year, String rest) {
    return RegisterFill.of(register, TfmJson.read(document(year, rest), Application.class));
  }

  private RegisterFill<Application> school(String school) {
    return application("2022/23", "\"school\": {" + school + "}");
  }

  private static <D extends Document> Iterable<String> sentences(RegisterFill<D> fill) {
    return fill.findings().sentences();
  }

  @Test
  void whatIsNotGivenIsFilled() {
    RegisterFill<Application> fill = school("\"urn\": 900001");
    assertThat(fill.document().school()).isEqualTo(register.find(900_001).orElseThrow().school());
    assertThat(sentences(fill))
        .containsExactly(
            "From the register of schools of 3 May 2022: name, phase, type, country, local"
                + " authority, district, region, lowest age, highest age, nursery provision, free"
                + " school meals, number of pupils and Ofsted grade.");
    assertThat(TfmJson.write(fill.findings()))
        .startsWith(
            "{\"day\":\"2022-05-03\",\"filled\":[{\"of\":\"\",\"what\":\"name\",\"pointer\":"
                + "\"/school/name\",\"value\":\"Ash Lane Primary School\"},{\"of\":\"\",\"what\":"
                + "\"phase\",\"pointer\":\"/school/phase\",\"value\":\"PRIMARY\"}")
        .contains("\"pointer\":\"/school/lowestAge\",\"value\":3}")
        .contains("\"pointer\":\"/school/nurseryProvision\",\"value\":true}")
        .contains("\"pointer\":\"/school/freeMealShare\",\"value\":12.5}")
        .contains("\"pointer\":\"/school/pupils\",\"value\":210}")
        .contains("\"pointer\":\"/school/ofsted\",\"value\":\"GOOD\"}")
        .endsWith("\"contradictions\":[],\"notes\":[]}");
  }

  @Test
  void whatIsGivenStaysAndADifferenceIsShown() {
    RegisterFill<Application> fill =
        school("\"urn\": 900001, \"phase\": \"SECONDARY\", \"localAuthority\": \"example  SHIRE\"");
    assertThat(fill.document().school().phase()).contains(Phase.SECONDARY);
    assertThat(fill.document().school().localAuthority()).contains("example  SHIRE");
    assertThat(fill.findings().contradictions())
        .extracting(RegisterFindings.Contradiction::sentence)
        .containsExactly(
            "The document says that the school is a secondary school, but the register"
                + " of schools of 3 May 2022 says that the school is a primary school. The value in"
                + " the document is used.");
    assertThat(TfmJson.write(fill.findings().contradictions().get(0)))
        .startsWith(
            "{\"pointer\":\"/school/phase\",\"document\":\"SECONDARY\",\"register\":\"PRIMARY\",");
  }

  @Test
  void anotherGradeAndAnotherNumberOfPupilsAreShown() {
    RegisterFill<Application> fill =
        school("\"urn\": 900001, \"pupils\": 211, \"ofsted\": \"INADEQUATE\"");
    assertThat(fill.document().school().pupils()).contains(211);
    assertThat(fill.document().school().ofsted()).contains(OfstedGrade.INADEQUATE);
    assertThat(fill.findings().contradictions())
        .extracting(RegisterFindings.Contradiction::sentence)
        .containsExactly(
            "The document says that the school has 211 pupils, but the register of schools of 3"
                + " May 2022 says that the school has 210 pupils. The value in the document is"
                + " used.",
            "The document says that the school is graded inadequate by Ofsted, but the register of"
                + " schools of 3 May 2022 says that the school is graded good by Ofsted. The value"
                + " in the document is used.");
  }

  @Test
  void aNameWithFewerWordsIsTheSameName() {
    assertThat(
            school("\"urn\": 900001, \"name\": \"Ash Lane Primary\"").findings().contradictions())
        .isEmpty();
    assertThat(sentences(school("\"urn\": 900001, \"name\": \"Oak School\"")))
        .contains(
            "The document says that the school is called “Oak School”, but the register"
                + " of schools of 3 May 2022 says that the school is called “Ash Lane Primary"
                + " School”. The value in the document is used.");
  }

  @Test
  void agesThatContradictEachOtherAreNotMixed() {
    RegisterFill<Application> fill = school("\"urn\": 900001, \"lowestAge\": 12");
    assertThat(fill.document().school().highestAge()).isEmpty();
    assertThat(sentences(fill))
        .contains(
            "The document says that the school's youngest pupils are 12 years old, but"
                + " the register of schools of 3 May 2022 says that the school's youngest pupils"
                + " are 3 years old. The value in the document is used.");
  }

  @Test
  void aTypeThatContradictsTheAnswerAboutFundingIsNotFilled() throws IOException {
    RegisterFill<Application> fill =
        application(
            "2022/23", "\"school\": {\"urn\": 900001}, \"answers\": {\"state-funded\": false}");
    assertThat(fill.document().school().establishmentType()).isEmpty();
    assertThat(fill.document().school().phase()).contains(Phase.PRIMARY);
    assertThat(sentences(fill))
        .contains(
            "The document says that the school is not state-funded, but the register of"
                + " schools of 3 May 2022 says that the school is a community school. The value in"
                + " the document is used.");
    assertThat(
            application(
                    "2022/23",
                    "\"school\": {\"urn\": 900001}, \"answers\": {\"state-funded\": true}")
                .document()
                .school()
                .establishmentType())
        .isPresent();
  }

  @Test
  void aSchoolThatClosedIsToldWithItsSuccessor() {
    assertThat(school("\"urn\": 900002").findings().notes())
        .containsExactly(
            "Beech Lane Primary School (URN 900002) closed on 31 August 2021, before 2022/23. Its"
                + " successor is Beech Lane Academy (URN 900003).");
    assertThat(application("2020/21", "\"school\": {\"urn\": 900002}").findings().notes())
        .containsExactly(
            "Beech Lane Primary School (URN 900002) closes on 31 August 2021, during 2020/21. Its"
                + " successor is Beech Lane Academy (URN 900003).");
  }

  @Test
  void aSchoolThatIsNotOpenYetIsTold() {
    assertThat(school("\"urn\": 900004").findings().notes())
        .containsExactly(
            "Cedar Lane High School (URN 900004) is proposed to open on 1 September 2023, after"
                + " 2022/23.");
    assertThat(application("2020/21", "\"school\": {\"urn\": 900003}").findings().notes())
        .containsExactly(
            "Beech Lane Academy (URN 900003) opened on 1 September 2021, after 2020/21.");
    assertThat(school("\"urn\": 900005").findings().notes())
        .containsExactly(
            "Dale Lane Junior School (URN 900005) closes on 31 December 2022, during 2022/23.");
    assertThat(school("\"urn\": 900006").findings().notes())
        .containsExactly(
            "Elm Lane School (URN 900006) has the status “Closed” in the register of schools of 3"
                + " May 2022, which gives no day. Its successor is Ash Lane Primary School (URN"
                + " 900001).");
  }

  @Test
  void aSchoolThatIsNotInTheRegisterIsToldAndStaysAsItIs() {
    RegisterFill<Application> fill = school("\"urn\": 900099, \"phase\": \"PRIMARY\"");
    assertThat(fill.document().school())
        .isEqualTo(School.builder().urn(900_099).phase(Phase.PRIMARY).build());
    assertThat(sentences(fill))
        .containsExactly("URN 900099 is not in the register of schools of 3 May 2022.");
  }

  @Test
  void otherSchoolsOfAnApplicationAreLookedUpToo() {
    assertThat(
            application("2022/23", "\"school\": {\"urn\": 900001}, \"placeWith\": [900002]")
                .findings()
                .notes())
        .hasSize(1)
        .first()
        .asString()
        .startsWith("Beech Lane Primary School (URN 900002) closed");
  }

  @Test
  void eachSchoolOfAGroupIsFilled() {
    WorkGroup group =
        TfmJson.read(
            document(
                "2022/23",
                "\"lead\": {\"role\": \"MASTERY_SPECIALIST\", \"school\": 900004}, \"schools\":"
                    + " [{\"urn\": 900001}, {\"urn\": 900003, \"phase\": \"SECONDARY\"}],"
                    + " \"sessions\": [{\"number\": 1, \"host\": 900002}]"),
            WorkGroup.class);
    RegisterFill<WorkGroup> fill = RegisterFill.of(register, group);
    assertThat(fill.document().schools().orElseThrow().get(0))
        .isEqualTo(register.find(900_001).orElseThrow().school());
    assertThat(fill.findings().contradictions())
        .extracting(RegisterFindings.Contradiction::sentence)
        .containsExactly(
            "The document says that school 2 is a secondary school, but the register of"
                + " schools of 3 May 2022 says that school 2 is a primary school. The value in the"
                + " document is used.");
    assertThat(fill.findings().contradictions().get(0).pointer()).isEqualTo("/schools/1/phase");
    assertThat(fill.findings().notes()).hasSize(2);
    assertThat(sentences(fill))
        .anyMatch(
            text -> text.startsWith("From the register of schools of 3 May 2022, for school 2: "));
  }

  @Test
  void theSchoolOfAYearIsFilled() {
    Progress progress =
        TfmJson.read(document("2022/23", "\"school\": {\"urn\": 900001}"), Progress.class);
    assertThat(RegisterFill.of(register, progress).document().school())
        .isEqualTo(register.find(900_001).orElseThrow().school());
  }

  @Test
  void fillingTwiceFillsNothingMore() {
    RegisterFill<Application> once = school("\"urn\": 900001");
    RegisterFill<Application> twice = RegisterFill.of(register, once.document());
    assertThat(twice.document()).isEqualTo(once.document());
    assertThat(twice.findings().filled()).isEmpty();
    assertThat(twice.findings().contradictions()).isEmpty();
  }

  @Test
  void aRegisterAsPublishedHasNoDay() {
    RegisterFill<Application> fill =
        RegisterFill.of(
            SchoolRegister.open(folder.resolve("published.csv")),
            TfmJson.read(document("2022/23", "\"school\": {\"urn\": 900099}"), Application.class));
    assertThat(sentences(fill)).containsExactly("URN 900099 is not in the register of schools.");
    assertThat(TfmJson.write(fill.findings())).startsWith("{\"filled\":[]");
  }
}
