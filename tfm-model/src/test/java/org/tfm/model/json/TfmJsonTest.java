package org.tfm.model.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tfm.model.assessment.Terms;
import org.tfm.model.criterion.Criterion;
import org.tfm.model.criterion.Fact;
import org.tfm.model.criterion.HubDecides;
import org.tfm.model.criterion.Not;
import org.tfm.model.criterion.OneOf;
import org.tfm.model.criterion.Value;
import org.tfm.model.document.Answers;
import org.tfm.model.document.Application;
import org.tfm.model.document.ExpressionOfInterest;
import org.tfm.model.document.Facts;
import org.tfm.model.document.GroupLead;
import org.tfm.model.document.LeadParticipant;
import org.tfm.model.document.MeetingsOnTop;
import org.tfm.model.document.Role;
import org.tfm.model.document.SubmittedBy;
import org.tfm.model.document.Trn;
import org.tfm.model.document.WorkGroup;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.Offering;
import org.tfm.model.programme.ReleaseTime;
import org.tfm.model.school.EstablishmentType;
import org.tfm.model.school.School;
import org.tfm.model.term.Citation;
import org.tfm.model.term.Provenance;
import org.tfm.model.term.Source;
import org.tfm.model.term.Term;

class TfmJsonTest {

  private static final String OFFERING =
      "\"offering\":{\"hub\":\"cheshire-wirral\",\"type\":\"primary-development\",\"year\":\"2022/23\"}";
  private static final String SCHOOL = "\"school\":{\"urn\":100008}";

  /** Returns the problems of an application with further keys. */
  private static String problems(String rest) {
    return message("{" + OFFERING + "," + SCHOOL + "," + rest + "}", Application.class);
  }

  private static String message(String json, Class<?> type) {
    return String.valueOf(refused(json, type).getMessage());
  }

  private static InvalidInputException refused(String json, Class<?> type) {
    return catchThrowableOfType(InvalidInputException.class, () -> TfmJson.read(json, type));
  }

  @Test
  void everyProblemOfADocumentIsReportedAtOnceWithPathAndLine() {
    String json =
        """
        {
          "offering": { "hub": "cheshire-wirral", "type": "primary-development", "year": "2022/24" },
          "school": {
            "name": 7,
            "phase": "PRIMRY"
          },
          "leadParticipants": [
            { "name": "Zebedee Quill", "trn": "12345", "releaseDays": "5" },
            null,
            { "roles": ["MATHS_LEAD", "MATH_LEED"], "yearsTeaching": 6, "relaseDays": 5 },
            { "releaseDays": 8.25 }
          ],
          "meetingsOnTop": { "halfDays": 1.5 },
          "headteacherStatment": "A private matter.",
          "submittedOn": "3 May"
        }
        """;
    assertThat(message(json, Application.class).lines())
        .containsExactlyInAnyOrder(
            "`offering.year` (line 2): `2022/24` is not an academic year: it must end in the year"
                + " after it starts",
            "`school.name` (line 4): expected a text",
            "`school.phase` (line 5): `PRIMRY` is not a known value. Maybe `PRIMARY`?",
            "`school.urn`: missing",
            "`leadParticipants[0].trn` (line 8): `***45` has five digits; a TRN has seven",
            "`leadParticipants[0].releaseDays` (line 8): expected a number",
            "`leadParticipants[1]` (line 9): the value is `null`; expected a value of the list",
            "`leadParticipants[2].roles[1]` (line 10): `MATH_LEED` is not a known value."
                + " Maybe `MATHS_LEAD`?",
            "`leadParticipants[2].relaseDays` (line 10): unknown key. Maybe `releaseDays`?",
            "`leadParticipants[3].releaseDays` (line 11): `8.25` days is not a whole number of"
                + " half-days",
            "`meetingsOnTop.halfDays` (line 13): expected a whole number",
            "`headteacherStatment` (line 14): unknown key. Maybe `headteacherStatement`?",
            "`submittedOn` (line 15): expected a date such as `2022-05-03`");
  }

  @Test
  void theExampleOfTheContractIsRead() {
    Application application =
        TfmJson.read(
            """
            {
              "offering": {
                "hub": "cheshire-wirral", "type": "primary-development", "year": "2022/23"
              },
              "school": {
                "urn": 100008, "name": "Argyle Primary School", "phase": "PRIMARY",
                "establishmentType": "COMMUNITY_SCHOOL", "country": "ENGLAND"
              },
              "history": [
                {
                  "type": "primary-readiness", "year": "2021/22", "hub": "cheshire-wirral",
                  "completed": true
                }
              ],
              "leadParticipants": [
                {
                  "name": "First Teacher", "trn": "1234567",
                  "roles": ["MATHS_LEAD", "SENIOR_LEADER"], "yearsTeaching": 6, "releaseDays": 5
                },
                {
                  "name": "Second Teacher", "trn": "2345678", "roles": ["CLASS_TEACHER"],
                  "releaseDays": 4.5
                }
              ],
              "meetingsOnTop": { "halfDays": 6 },
              "headteacherStatement": "We support this.",
              "answers": { "committed-to-mastery": true, "capacity-for-development": true },
              "placeWith": [100009],
              "submittedBy": "SCHOOL", "submittedOn": "2022-05-03", "place": "ACCEPTED"
            }
            """,
            Application.class);
    assertThat(application.offering().year()).isEqualTo(AcademicYear.startingIn(2022));
    assertThat(application.school().establishmentType())
        .contains(EstablishmentType.COMMUNITY_SCHOOL);
    assertThat(application.history().orElseThrow().get(0).completed()).contains(true);
    LeadParticipant second = application.leadParticipants().orElseThrow().get(1);
    assertThat(second.trn()).contains(Trn.parse("2345678"));
    assertThat(second.roles()).contains(ImmutableSet.of(Role.CLASS_TEACHER));
    assertThat(second.yearsTeaching()).isEmpty();
    assertThat(second.releaseDays()).contains(ReleaseTime.ofHalfDays(9));
    assertThat(application.meetingsOnTop()).contains(new MeetingsOnTop(6));
    assertThat(application.placeWith()).containsExactly(100_009);
  }

  @Test
  void onlyOfferingAndSchoolAreRequired() {
    Application application = TfmJson.read("{" + OFFERING + "," + SCHOOL + "}", Application.class);
    assertThat(application.history()).isEmpty();
    assertThat(application.leadParticipants()).isEmpty();
    assertThat(application.answers()).isEqualTo(Answers.none());
    assertThat(application.submittedBy()).isEqualTo(SubmittedBy.SCHOOL);
    assertThat(application.place()).isEmpty();
  }

  @Test
  void anAbsentHistoryIsNotAnEmptyOne() {
    String start = "{" + OFFERING + "," + SCHOOL;
    Application none = TfmJson.read(start + ",\"history\":[]}", Application.class);
    assertThat(none.history()).contains(ImmutableList.of());
    assertThat(TfmJson.write(none)).contains("\"history\":[]");
    Application unknown = TfmJson.read(start + "}", Application.class);
    assertThat(TfmJson.write(unknown)).doesNotContain("history");
  }

  @Test
  void missingKeysAreNamedWithTheirPaths() {
    assertThat(message("{}", Application.class))
        .isEqualTo("`offering`: missing\n`school`: missing");
    assertThat(message("{" + OFFERING + ",\"school\":{}}", Application.class))
        .isEqualTo("`school.urn`: missing");
    assertThat(message("{\"offering\":{}," + SCHOOL + "}", Application.class).lines())
        .containsExactly(
            "`offering.hub`: missing", "`offering.type`: missing", "`offering.year`: missing");
    assertThat(
            problems("\"history\":[{\"type\":\"lesson-design\"},{\"year\":\"2021/22\"}]").lines())
        .containsExactly("`history[0].year`: missing", "`history[1].type`: missing");
    assertThat(problems("\"meetingsOnTop\":{}")).isEqualTo("`meetingsOnTop.halfDays`: missing");
    assertThat(message("{}", GroupLead.class)).isEqualTo("`role`: missing");
    assertThat(message("{" + OFFERING + ",\"sessions\":[{}]}", WorkGroup.class))
        .isEqualTo("`sessions[0].number`: missing");
  }

  @Test
  void aMisspeltKeyIsSuggestedForTheMissingOne() {
    assertThat(problems("\"meetingsOnTop\":{\"halfDay\":2}"))
        .isEqualTo("`meetingsOnTop.halfDays`: missing. Maybe `halfDay` is misspelt");
  }

  @Test
  void aRequiredKeyThatIsMalformedIsNotAlsoMissing() {
    assertThat(message("{\"offering\":5,\"school\":{\"urn\":\"x\"}}", Application.class).lines())
        .containsExactly(
            "`offering` (line 1): expected an object",
            "`school.urn` (line 1): expected a whole number");
    assertThat(message("{\"kind\":\"requirment\"}", Term.class))
        .isEqualTo("`kind` (line 1): `requirment` is not a known value. Maybe `requirement`?");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "leadParticipant":[]         | `leadParticipant` (line 1): unknown key. Maybe `leadParticipants`?
          "place":"ACCEPTD"            | `place` (line 1): `ACCEPTD` is not a known value. Maybe `ACCEPTED`?
          "place":"accepted"           | `place` (line 1): `accepted` is not a known value. Maybe `ACCEPTED`?
          "place":""                   | `place` (line 1): `` is not a known value. Expected one of `ACCEPTED`, `NOT_OFFERED`
          "place":0                    | `place` (line 1): expected a text
          "place":true                 | `place` (line 1): expected a text
          "placeWith":["100009"]       | `placeWith[0]` (line 1): expected a whole number
          "placeWith":[100009.0]       | `placeWith[0]` (line 1): expected a whole number
          "placeWith":[1e1000000000]   | `placeWith[0]` (line 1): expected a whole number
          "placeWith":[9999999999999]  | `placeWith[0]` (line 1): `…` is out of range for a whole number
          "placeWith":[9999]           | `placeWith[0]` (line 1): `9999` is not a URN; expected a number of five or six digits
          "placeWith":[10000,1000000]  | `placeWith[1]` (line 1): `…` is not a URN; expected a number of five or six digits
          "placeWith":100009           | `placeWith` (line 1): expected a list
          "headteacherStatement":5     | `headteacherStatement` (line 1): expected a text
          "headteacherStatement":false | `headteacherStatement` (line 1): expected a text
          "headteacherStatement":["a"] | `headteacherStatement` (line 1): expected a text
          "history":{}                 | `history` (line 1): expected a list
          "history":["x"]              | `history[0]` (line 1): expected an object
          "meetingsOnTop":6            | `meetingsOnTop` (line 1): expected an object
          "answers":[]                 | `answers` (line 1): expected an object
          "answers":{"a":{}}           | `answers.a` (line 1): expected yes or no, a number, a word, a list of words or a text
          "submittedOn":"2022-05-03 13:00" | `submittedOn` (line 1): expected a date such as `2022-05-03`. Write the time under `submittedAt`
          "submittedOn":20220503       | `submittedOn` (line 1): expected a date such as `2022-05-03`
          """)
  void aValueOfTheWrongTypeIsRefused(String rest, String message) {
    assertThat(problems(rest)).isEqualTo(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "trn":1234567               | .trn` (line 1): expected a text of seven digits
          "releaseDays":"5"           | .releaseDays` (line 1): expected a number
          "releaseDays":"1\u00A00"    | .releaseDays` (line 1): expected a number; it contains a no-break space (U+00A0) at position 2
          "releaseDays":true          | .releaseDays` (line 1): expected a number
          "releaseDays":-1            | .releaseDays` (line 1): `-1` days of release time; expected 0 to 366
          "releaseDays":1e1000000000  | .releaseDays` (line 1): too many days of release time; expected 0 to 366
          "releaseDays":1e-1000000000 | .releaseDays` (line 1): `…` days is not a whole number of half-days
          "yearsTeaching":"6"         | .yearsTeaching` (line 1): expected a number
          "yearsTeaching":81          | .yearsTeaching` (line 1): `81` years; expected 0 to 80 with at most two decimal places
          "yearsTeaching":1e999999999 | .yearsTeaching` (line 1): `…` years; expected 0 to 80 with at most two decimal places
          "name":7                    | .name` (line 1): expected a text
          "roles":"SENCO"             | .roles` (line 1): expected a list
          "roles":[3]                 | .roles[0]` (line 1): expected a text
          "roles":[null]              | .roles[0]` (line 1): the value is `null`; expected a value of the list
          """)
  void aPersonWithAValueOfTheWrongTypeIsRefused(String key, String message) {
    assertThat(problems("\"leadParticipants\":[{},{" + key + "}]"))
        .isEqualTo("`leadParticipants[1]" + message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1e21474836480",
        "-1e21474836480",
        "1e-21474836480",
        "0e99999999999",
        "1e1000000777777777777707777"
      })
  void aNumberWhoseExponentIsOutOfRangeIsRefusedAtItsPlace(String number) {
    assertThat(problems("\"answers\":{\"a\":" + number + "}"))
        .isEqualTo("`answers.a` (line 1): the exponent of the number is out of range");
  }

  /** Which of these exponents is out of range depends on the JDK. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "1e2147483647",
        "10e2147483647",
        "1e2147483648",
        "-1e2147483648",
        "1.5e2147483648",
        "1e-2147483647",
        "1e-2147483648",
        "1e-2147483649",
        "0.01e-2147483647"
      })
  void anExponentAtTheEndOfItsRangeIsRefusedAtItsPlace(String number) {
    assertThat(problems("\"answers\":{\"a\":" + number + "}"))
        .isIn(
            "`answers.a` (line 1): the number has more than 20 digits",
            "`answers.a` (line 1): the exponent of the number is out of range");
    assertThat(problems("\"leadParticipants\":[{\"releaseDays\":" + number + "}]"))
        .startsWith("`leadParticipants[0].releaseDays` (line 1): ")
        .doesNotContain("flow");
    assertThat(problems("\"leadParticipants\":[{\"yearsTeaching\":" + number + "}]"))
        .startsWith("`leadParticipants[0].yearsTeaching` (line 1): ")
        .doesNotContain("flow");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e21", "1e999999999", "1e-2147483647", "123456789012345678901"})
  void anObservedNumberHasAtMostTwentyDigits(String number) {
    assertThat(
            message("{\"kind\":\"number\",\"open\":false,\"amount\":" + number + "}", Value.class))
        .contains("the number has more than 20 digits");
  }

  @Test
  void allNumbersWhoseExponentIsOutOfRangeAreNamedAndWhatIsMalformedAfterThem() {
    assertThat(
            problems(
                    "\"answers\":{\"a\":1e99999999999,\"b\":2.5,\"c\":[1e99999999999]},"
                        + "\n\"yearsTeaching\":?")
                .lines())
        .containsExactly(
            "`answers.a` (line 1): the exponent of the number is out of range",
            "`answers.c[0]` (line 1): the exponent of the number is out of range",
            "line 2, column 17: this is not JSON: unexpected character or word");
    String fifty = problems("\"answers\":[" + "1e99999999999,".repeat(50) + "1]");
    assertThat(fifty.lines()).hasSize(50);
    assertThat(fifty).doesNotContain("more problems");
    String more = problems("\"answers\":[" + "1e99999999999,".repeat(51) + "1]");
    assertThat(more.lines()).hasSize(51);
    assertThat(more).endsWith("there are more problems; correct these first");
  }

  @Test
  void aBlankOtherThanTheSpaceIsNamedWithItsPlace() {
    assertThat(problems("\"placeWith\":[100009,\"100\u200B009\"]"))
        .isEqualTo(
            "`placeWith[1]` (line 1): expected a whole number; it contains a zero width space"
                + " (U+200B) at position 4");
    assertThat(message("{\n\u00A0}", Application.class))
        .isEqualTo(
            "line 2, column 1: this is not JSON: a no-break space (U+00A0) is not allowed"
                + " outside a text");
    assertThat(message("{\n?}", Application.class))
        .endsWith("this is not JSON: unexpected character or word");
  }

  @Test
  void indexesStayCorrectWhenSeveralElementsAreInvalid() {
    assertThat(
            problems(
                    "\"placeWith\":[\"a\",100008,\"b\",null,100009,\"c\"],"
                        + "\"leadParticipants\":[5,{},{\"roles\":[\"X1\",\"SENCO\",\"X2\"]},{\"trn\":\"1\"}]")
                .lines()
                .map(line -> line.substring(0, line.indexOf(" (line")))
                .toList())
        .containsExactlyInAnyOrder(
            "`placeWith[0]`",
            "`placeWith[2]`",
            "`placeWith[3]`",
            "`placeWith[5]`",
            "`leadParticipants[0]`",
            "`leadParticipants[2].roles[0]`",
            "`leadParticipants[2].roles[2]`",
            "`leadParticipants[3].trn`");
  }

  @Test
  void everyInvalidAnswerIsNamed() {
    assertThat(problems("\"answers\":{\"Bad Id\":1,\"x\":{}}"))
        .contains("`…` is not a fact id", "`answers.x` (line 1): expected yes or no");
  }

  @Test
  void aWordUnlikeAnyKnownOneGetsTheListOfKnownOnes() {
    assertThat(problems("\"submittedBy\":\"NOBODY\""))
        .endsWith(
            "Expected one of `SCHOOL`, `TRUST_FOR_SEVERAL`, `TRUST`, `TRAINING_PROVIDER`,"
                + " `GROUP_OF_SCHOOLS`, `SINGLE_TEACHER`");
    assertThat(problems("\"zzzzzzzzzzzz\":1")).contains("unknown key. Expected one of `answers`, ");
    assertThat(message("{\"urn\":100008,\"establishmentType\":\"QQQQ\"}", School.class))
        .isEqualTo("`establishmentType` (line 1): `…` is not a known value");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"place\":\"Ann Example\"",
        "\"place\":\"7654321\"",
        "\"submittedBy\":\"ann\"",
        "\"submittedOn\":\"Ann Example\"",
        "\"history\":[{\"type\":\"Ann Example\",\"year\":\"Ann Example\"}]",
        "\"history\":[{\"type\":\"x\",\"year\":\"7654321\",\"completed\":\"Ann Example\"}]",
        "\"meetingsOnTop\":{\"halfDays\":7654321}",
        "\"answers\":{\"Ann Example\":1,\"7654321\":true}",
        "\"answers\":{\"Ann Example\":{}}",
        "\"Ann Example\":1",
        "\"7654321\":1",
        "\"leadParticipants\":[{\"roles\":[\"Ann Example\",\"7654321\"]}]",
        "\"leadParticipants\":[{\"yearsTeaching\":7654321,\"releaseDays\":7654321.5}]",
        "\"leadParticipants\":[{\"Ann Example\":1,\"answers\":{\"Ann\":1}}]",
      })
  void noMessageRepeatsWhatMayBeAboutAPerson(String rest) {
    assertThat(problems(rest))
        .isNotEmpty()
        .doesNotContainIgnoringCase("ann example", "7654321", "`ann`");
  }

  @Test
  void overlongWordsAreShortened() {
    assertThat(problems("\"place\":\"" + "x".repeat(5000) + "\"")).hasSizeLessThan(200);
    assertThat(problems("\"" + "x".repeat(150) + "\":1")).startsWith("`…` (line 1): unknown key");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "\n", "null"})
  void anEmptyDocumentIsReportedAsEmpty(String json) {
    assertThat(message(json, Application.class)).isEqualTo("the document is empty");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "5", "true", "\"text\"", "[{}]"})
  void aDocumentThatIsNotAnObjectIsRefused(String json) {
    assertThat(message(json, Application.class)).isEqualTo("expected an object");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"hello", "{'a':1}", "{a:1}", "{\"a\":1,}", "{\"a\":01}", "<xml/>", "{} }"})
  void textThatIsNotJsonIsReportedAsSuch(String json) {
    assertThat(message(json, Application.class))
        .startsWith("line 1, column ")
        .endsWith(": this is not JSON: unexpected character or word");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "{\"offering\":", "[1,", "\"text", "{\"offering\":{\"hub\":\"x"})
  void aTruncatedDocumentIsReportedAsSuch(String json) {
    assertThat(message(json, Application.class))
        .endsWith("the document ends too early: a bracket or quote is not closed");
  }

  @Test
  void aDuplicateKeyIsRefused() {
    assertThat(message("{" + OFFERING + "," + SCHOOL + ",\n" + SCHOOL + "}", Application.class))
        .startsWith("line 2, column ")
        .endsWith("duplicate key");
  }

  @Test
  void aSecondDocumentAfterTheFirstIsRefused() {
    assertThat(message("{" + OFFERING + "," + SCHOOL + "} {}", Application.class))
        .contains("this is not JSON");
  }

  @Test
  void deepNestingIsRefused() {
    for (String[] pair : new String[][] {{"[", "]"}, {"{\"a\":", "}"}}) {
      String json = pair[0].repeat(100_000) + "1" + pair[1].repeat(100_000);
      assertThat(message(json, Application.class))
          .endsWith("the document is nested more than 60 levels deep");
    }
  }

  @Test
  void overlongTextsAndNumbersAreRefused() {
    assertThat(problems("\"headteacherStatement\":\"" + "x".repeat(200_001) + "\""))
        .endsWith("a text has more than 200,000 characters");
    assertThat(problems("\"placeWith\":[" + "1".repeat(61) + "]"))
        .endsWith("a number has more than 60 characters");
  }

  @Test
  void aDocumentCanBeWrittenPrettyAndReadAsAPartOfAnother() {
    Application application = TfmJson.read("{" + OFFERING + "," + SCHOOL + "}", Application.class);
    String pretty = TfmJson.writePretty(application);
    assertThat(pretty.lines()).hasSizeGreaterThan(5);
    assertThat(TfmJson.read(pretty, Application.class)).isEqualTo(application);
    assertThat(TfmJson.reader().read(TfmJson.tree(application), Application.class))
        .isEqualTo(application);
  }

  @Test
  void anExpressionOfInterestNeedsOnlyOfferingAndSchool() {
    Application application = TfmJson.read("{" + OFFERING + "," + SCHOOL + "}", Application.class);
    assertThat(TfmJson.read("{" + OFFERING + "," + SCHOOL + "}", ExpressionOfInterest.class))
        .isEqualTo(
            ExpressionOfInterest.builder()
                .offering(application.offering())
                .school(application.school())
                .build());
  }

  @Test
  void schemasAreFoundByName() {
    assertThat(TfmJson.schemas().names()).contains("application", "group", "progress");
    assertThat(TfmJson.schemas().find("application"))
        .hasValueSatisfying(schema -> assertThat(schema).contains("urn:tfm:schema:application:1"));
    assertThat(TfmJson.schemas().find("applications")).isEmpty();
    Schemas lacking = Schemas.beside(TfmJson.class, List.of("nothing"));
    assertThat(lacking.names()).containsExactly("nothing");
    assertThatThrownBy(() -> lacking.find("nothing"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the schema `nothing` is not in the jar");
  }

  @Test
  void aMissingRequiredValueDoesNotHideOtherProblems() {
    String json =
        """
        {
          "offering": { "hub": "Cheshire", "type": "Primary", "year": "2022" },
          "school": { "urn": 7, "establishmentType": "INDEPENDENT_SCHOOL" },
          "answers": {
            "teachers": 3,
            "teachers-using-mastery": 4,
            "state-funded": true,
            "Bad": true,
            "unreadable": {}
          }
        }
        """;
    assertThat(message(json, Application.class).lines())
        .containsExactly(
            "`offering.hub` (line 2): `…` is not a hub id; expected lower-case words joined by"
                + " hyphens",
            "`offering.type` (line 2): `…` is not a work group type id; expected lower-case"
                + " words joined by hyphens",
            "`offering.year` (line 2): `2022` is not an academic year; expected one such as"
                + " `2022/23`",
            "`school.urn` (line 3): `7` is not a URN; expected a number of five or six digits",
            "`answers.teachers-using-mastery` (line 6): `4` is more than `answers.teachers`, which"
                + " is `3`",
            "`answers.state-funded` (line 7): this contradicts `school.establishmentType`",
            "`answers.…` (line 8): `…` is not a fact id; expected lower-case words joined by"
                + " hyphens",
            "`answers.unreadable` (line 9): expected yes or no, a number, a word, a list of"
                + " words or a text");
    assertThat(message("{\"answers\":{\"teachers\":{}}}", Application.class).lines())
        .containsExactly(
            "`offering`: missing",
            "`school`: missing",
            "`answers.teachers` (line 1): expected yes or no, a number, a word, a list of"
                + " words or a text");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"offering\":null,\"school\":{\"urn\":100008}} | offering | an object",
        "{\"offering\":{\"hub\":null,\"type\":\"t\",\"year\":\"2022/23\"}} | offering.hub | a text",
        "{\"offering\":{\"hub\":\"h\",\"type\":\"t\",\"year\":null}} | offering.year"
            + " | an academic year such as `2022/23`",
        "{\"school\":{\"urn\":null}} | school.urn | a whole number",
        "{\"meetingsOnTop\":{\"halfDays\":null}} | meetingsOnTop.halfDays | a whole number",
      })
  void aNullIsReportedWithTheExpectedType(String json, String path, String expected) {
    assertThat(message(json, Application.class).lines())
        .contains("`" + path + "` (line 1): the value is `null`; expected " + expected);
  }

  @Test
  void everyProblemIsValidAgainstItsSchema() {
    List<Problem> problems =
        refused("{\"offering\":{},\"school\":{\"urn\":\"x\"},\"other\":[]}", Application.class)
            .problems();
    assertThat(problems).hasSizeGreaterThan(4);
    assertThat(problems)
        .allSatisfy(
            problem -> assertThat(Validator.of("problem").errors(TfmJson.tree(problem))).isEmpty());
  }

  @Test
  void fiftyProblemsAreListedWholeAndOfMoreTheFirstFifty() {
    assertThat(problemsOfPeople(50))
        .hasSize(50)
        .allSatisfy(problem -> assertThat(problem.pointer()).isPresent());
    for (int number : new int[] {51, 60}) {
      List<Problem> problems = problemsOfPeople(number);
      assertThat(problems).hasSize(51);
      assertThat(problems.get(50)).hasToString("there are more problems; correct these first");
    }
  }

  private static List<Problem> problemsOfPeople(int number) {
    String people = "{\"trn\":\"1\"},".repeat(number) + "{}";
    return refused(
            "{" + OFFERING + "," + SCHOOL + ",\"leadParticipants\":[" + people + "]}",
            Application.class)
        .problems();
  }

  @Test
  void aLargeDocumentIsNotReadAgainForEachOfItsProblems() {
    String people = "{\"releaseDays\":5},".repeat(200_000) + "{}";
    String unknown =
        IntStream.range(0, 40).mapToObj(i -> ",\"wrong" + i + "\":1").collect(Collectors.joining());
    List<Problem> problems =
        refused(
                "{"
                    + OFFERING
                    + ","
                    + SCHOOL
                    + ",\"leadParticipants\":["
                    + people
                    + "]"
                    + unknown
                    + "}",
                Application.class)
            .problems();
    assertThat(problems).hasSizeBetween(2, 10);
    assertThat(problems.get(problems.size() - 1))
        .hasToString("there are more problems; correct these first");
  }

  @Test
  void personalValuesAreNeverRepeatedInAMessage() {
    String json =
        "{"
            + OFFERING
            + ",\"school\":{\"urn\":\"Quill House\",\"phase\":3},"
            + "\"headteacherStatement\":[\"A private matter.\"],"
            + "\"leadParticipants\":["
            + "{\"name\":{\"first\":\"Zebedee\"},\"trn\":7654321},"
            + "{\"name\":[\"Zebedee\"],\"trn\":\"765432X\"},"
            + "{\"name\":\"Zebedee\",\"trn\":\"76543210\"},"
            + "{\"name\":\"Zebedee\",\"trn\":{\"number\":\"7654321\"},\"releaseDays\":\"Zebedee\"},"
            + "\"Zebedee Quill\"],"
            + "\"answers\":{\"remarks\":[7654321]},"
            + "\"submittedOn\":\"Zebedee's birthday\",\"placeWith\":[\"Quill House\"]}";
    InvalidInputException refused = refused(json, Application.class);
    assertThat(refused.problems()).hasSizeGreaterThanOrEqualTo(10);
    assertThat(refused.problems().stream().flatMap(problem -> problem.arguments().stream()))
        .noneMatch(value -> value.matches(".*(Zebedee|Quill|private|765432|birthday).*"));
    assertThat(refused.getMessage())
        .doesNotContain("Zebedee", "Quill", "private", "765432", "birthday")
        .doesNotContain("org.", "java.", "Immutable", "com.");
    assertThat(refused.getCause()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        Terms.class,
        Term.class,
        Criterion.class,
        Fact.class,
        Source.class,
        Citation.class,
        Offering.class,
        School.class,
        Application.class
      })
  void aValueWithMissingPartsIsRefused(Class<?> type) {
    assertThat(message("{}", type)).contains("missing").doesNotContain("null", "Cannot");
  }

  @Test
  void aCriterionOrTermWithMissingPartsIsRefused() {
    assertThat(message("{\"kind\":\"not\"}", Criterion.class)).isEqualTo("`criterion`: missing");
    assertThat(message("{\"kind\":\"all-of\"}", Criterion.class)).isEqualTo("`parts`: missing");
    assertThat(message("{\"kind\":\"all-of\",\"parts\":[]}", Criterion.class))
        .isEqualTo("`allOf` and `anyOf` need at least one part");
    assertThat(message("{\"kind\":\"provision\",\"id\":\"a\",\"what\":\"b\"}", Term.class))
        .isEqualTo("`citation`: missing");
    assertThat(message("{\"kind\":\"hub-decide\"}", Criterion.class))
        .endsWith("Maybe `hub-decides`?");
    assertThatThrownBy(() -> TfmJson.read("{}", Provenance.class))
        .isInstanceOf(InvalidInputException.class);
  }

  @Test
  void aCriterionIsWrittenWithItsKind() {
    assertThat(TfmJson.write(new Not(new HubDecides())))
        .isEqualTo("{\"kind\":\"not\",\"criterion\":{\"kind\":\"hub-decides\"}}");
    assertThat(TfmJson.tree(new OneOf(Facts.PLACE, ImmutableSet.of("ACCEPTED"))).path("words"))
        .hasToString("[\"ACCEPTED\"]");
  }

  @Test
  void numbersAreWrittenInFull() {
    assertThat(TfmJson.write(ReleaseTime.ofDays(10))).isEqualTo("10");
    assertThat(TfmJson.write(ReleaseTime.ofHalfDays(9))).isEqualTo("4.5");
    assertThat(TfmJson.write(Answers.of(Map.of("n", new BigDecimal("1e2")))))
        .isEqualTo("{\"n\":100}");
  }

  @Test
  void answersAreWrittenInOrderOfTheirIds() {
    assertThat(TfmJson.write(Answers.of(Map.of("c", true, "a", List.of("x"), "b", "text"))))
        .isEqualTo("{\"a\":[\"x\"],\"b\":\"text\",\"c\":true}");
  }

  @Test
  void anAbsentReadingIsWrittenAsNull() {
    assertThat(TfmJson.write(new Citation("flyer", "benefits", Optional.empty())))
        .isEqualTo("{\"source\":\"flyer\",\"place\":\"benefits\",\"reading\":null}");
  }

  @Test
  void messagesNameOtherNotations() {
    DocumentReader reader = TfmJson.reader(new ObjectMapper(), "YAML");
    assertThatThrownBy(() -> reader.read("hello", School.class))
        .hasMessageEndingWith("this is not YAML: unexpected character or word");
    assertThat(reader.read("{\"urn\":100008}", School.class).urn()).isEqualTo(100_008);
  }

  @Test
  void aPartOfADocumentIsReadWithoutLinesAndNotModified() {
    ObjectNode part = TfmJson.mapper().createObjectNode().put("urn", "x").put("nam", "y");
    ObjectNode before = part.deepCopy();
    assertThatThrownBy(() -> TfmJson.reader().read(part, School.class))
        .hasMessage("`urn`: expected a whole number\n`nam`: unknown key. Maybe `name`?");
    assertThat(part).isEqualTo(before);
  }

  @Test
  void aCopyOfTheMapperDoesNotChangeTheOriginal() {
    TfmJson.mapper()
        .disable(com.fasterxml.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    assertThat(message("{\"urn\":100008,\"x\":1}", School.class)).contains("unknown key");
  }

  @ParameterizedTest
  @CsvSource({
    "FREE_SCHOOLS, FREE_SCHOOL",
    "OTHER_INDEPENDENT_SCHOOL, INDEPENDENT_SCHOOL",
    "LOCAL_AUTHORITY_NURSERY_SCHOOL, LA_NURSERY_SCHOOL",
    "ACADEMY_CONVERTER, ACADEMY_CONVERTER"
  })
  void alternativeNamesOfATypeAreRead(String written, EstablishmentType type) {
    assertThat(
            TfmJson.read("{\"urn\":100008,\"establishmentType\":\"" + written + "\"}", School.class)
                .establishmentType())
        .contains(type);
  }

  @Test
  void aProblemHasPartsAndAText() {
    String json =
        "{" + OFFERING + ",\n" + SCHOOL + ",\n\"place\":\"ACEPTED\",\"leadParticipants\":\n[{}]}";
    List<Problem> problems = refused(json, Application.class).problems();
    Problem word =
        problems.stream()
            .filter(one -> one.code() == ProblemCode.UNKNOWN_WORD)
            .findFirst()
            .orElseThrow();
    assertThat(word.pointer()).contains("/place");
    assertThat(word.line()).hasValue(3);
    assertThat(word.file()).isEmpty();
    assertThat(word.arguments()).containsExactly("ACEPTED");
    assertThat(word.hint()).isEqualTo("Maybe `ACCEPTED`?");
    assertThat(problems).hasSize(1);
  }

  @Test
  void unknownAndMissingKeysHavePointers() {
    String json = "{" + OFFERING.replace("year", "yeer") + "," + SCHOOL + "}";
    assertThat(refused(json, Application.class).problems())
        .extracting(Problem::code, problem -> problem.pointer().orElse(""))
        .containsExactlyInAnyOrder(
            tuple(ProblemCode.UNKNOWN_KEY, "/offering/yeer"),
            tuple(ProblemCode.MISSING, "/offering/year"));
  }

  @Test
  void aTruncatedTextHasLineAndColumn() {
    Problem problem = refused("{\n\"offering\": 5", Application.class).problems().get(0);
    assertThat(problem.code()).isEqualTo(ProblemCode.MALFORMED);
    assertThat(problem.line()).hasValue(2);
    assertThat(problem.column()).isPresent();
    assertThat(problem.pointer()).isEmpty();
  }

  @Test
  void anExceededLimitIsAnArgument() {
    String deep = "[".repeat(61) + "]".repeat(61);
    Problem problem = refused(deep, Application.class).problems().get(0);
    assertThat(problem.code()).isEqualTo(ProblemCode.TOO_MUCH);
    assertThat(problem.arguments()).containsExactly("60");
  }
}
