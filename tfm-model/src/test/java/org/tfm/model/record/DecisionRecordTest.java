package org.tfm.model.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.tfm.model.record.Decisions.DAY;
import static org.tfm.model.record.Decisions.application;
import static org.tfm.model.record.Decisions.person;
import static org.tfm.model.record.Decisions.terms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.google.common.collect.ImmutableList;
import com.google.common.hash.Hashing;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tfm.model.assessment.Terms;
import org.tfm.model.assessment.Verdict;
import org.tfm.model.document.Answers;
import org.tfm.model.document.Application;
import org.tfm.model.document.LeadParticipant;
import org.tfm.model.document.Progress;
import org.tfm.model.document.Session;
import org.tfm.model.document.Trn;
import org.tfm.model.document.WorkGroup;
import org.tfm.model.json.TfmJson;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.school.School;

class DecisionRecordTest {

  private static final String GOLDEN_ID =
      "sha256:eb726db3a0048e384c58949b3f5c63efbab7560ba5f31788788ac0a98d2ed2bd";

  private static String golden() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            DecisionRecordTest.class.getResourceAsStream("decision-record.json"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static DecisionRecord record(Application application) {
    return DecisionRecord.of(terms(), application, DAY);
  }

  private static String refused(Application application) {
    return String.valueOf(
        catchThrowableOfType(InvalidInputException.class, () -> record(application)).getMessage());
  }

  @Test
  void aKeyThatNoRecordHasIsNamedFirst() {
    String record = record(application().build()).canonicalJson();
    assertThatThrownBy(() -> DecisionRecord.parse(record.replaceFirst("\\{", "{\"extra\":1,")))
        .message()
        .startsWith("`extra`: unknown key")
        .doesNotContain("does not match");
    assertThatThrownBy(
            () ->
                DecisionRecord.parse(
                    record
                        .replaceFirst("\\{", "{\"extra\":1,")
                        .replace("2022-06-01", "2022-07-01")))
        .message()
        .startsWith("`extra`: unknown key")
        .contains("`id`: does not match the content: the record was changed or is damaged");
  }

  @Test
  void theBytesAndTheIdOfARecordNeverChange() throws IOException {
    DecisionRecord record = record(application().build());
    assertThat(record.canonicalJson()).isEqualTo(golden());
    assertThat(record.id()).isEqualTo(GOLDEN_ID);
    assertThat(record.fileName()).isEqualTo(GOLDEN_ID.replace(':', '-') + ".json");
    assertThat(DecisionRecord.parse(golden())).isEqualTo(record);
    assertThat(DecisionRecord.parse(golden()).canonicalJson()).isEqualTo(golden());
  }

  @Test
  void aRecordNamesPolicyLibraryLanguageAndDay() {
    DecisionRecord record = record(application().build());
    assertThat(record.decidedOn()).isEqualTo("2022-06-01");
    assertThat(record.language()).isEqualTo(1);
    assertThat(record.assessment().policy().library()).isEqualTo("0.1.0");
    assertThat(record.assessment().policy().hashes()).hasSize(2);
    assertThat(record.assessment().policy().book()).startsWith("sha256:");
    assertThat(record.assessment().findings()).hasSize(8);
    assertThat(record.assessment().verdict()).isEqualTo(Verdict.YES);
  }

  @Test
  void onlyNamesNumbersStatementsAndTextsAreMasked() {
    Application masked = record(application().build()).application().orElseThrow();
    assertThat(masked.leadParticipants().orElseThrow())
        .extracting(LeadParticipant::name, person -> person.trn().map(Trn::digits))
        .containsExactly(
            tuple(Optional.empty(), Optional.of("0000001")),
            tuple(Optional.empty(), Optional.of("0000002")));
    assertThat(masked.headteacherStatement()).contains("(given)");
    assertThat(masked.answers().byFact())
        .containsEntry("why", "(given)")
        .containsEntry("scheme", "HOME_MADE")
        .containsEntry("committed-to-mastery", true);
    Application original = application().build();
    assertThat(masked.school()).isEqualTo(original.school());
    assertThat(masked.history()).isEqualTo(original.history());
    assertThat(masked.submittedOn()).isEqualTo(original.submittedOn());
    assertThat(masked.leadParticipants().orElseThrow().get(0).roles())
        .isEqualTo(original.leadParticipants().orElseThrow().get(0).roles());
  }

  @Test
  void equalNumbersStayEqualAndDifferentOnesStayDifferent() {
    ImmutableList<LeadParticipant> once =
        ImmutableList.of(person("A Teacher", "1111111"), person("B Teacher", "1111111"));
    DecisionRecord record = record(application().leadParticipants(once).build());
    assertThat(record.application().orElseThrow().leadParticipants().orElseThrow())
        .extracting(person -> person.trn().orElseThrow().digits())
        .containsExactly("0000001", "0000001");
    assertThat(record.assessment().application()).isEqualTo(Verdict.NO);
    assertThat(record(application().build()).assessment().application()).isEqualTo(Verdict.YES);
  }

  @Test
  void aNumberThatLooksLikeAnOrdinalIsMaskedLikeAnyOther() {
    DecisionRecord record =
        record(
            application()
                .leadParticipants(
                    ImmutableList.of(
                        person("First Teacher", "0000002"), person("Second Teacher", "0000001")))
                .build());
    assertThat(record.canonicalJson()).isEqualTo(record(application().build()).canonicalJson());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  \t", "\u00A0\u200B"})
  void aBlankStatementStaysBlank(String blank) {
    DecisionRecord record = record(application().headteacherStatement(blank).build());
    assertThat(record.application().orElseThrow().headteacherStatement()).contains("");
    assertThat(record.assessment().application()).isEqualTo(Verdict.NO);
  }

  @Test
  void absentValuesStayAbsent() {
    Application masked =
        record(
                Application.builder()
                    .offering(Decisions.OFFERING)
                    .school(School.builder().urn(100_008).build())
                    .leadParticipants(ImmutableList.of(LeadParticipant.builder().build()))
                    .build())
            .application()
            .orElseThrow();
    assertThat(masked.headteacherStatement()).isEmpty();
    assertThat(masked.leadParticipants().orElseThrow().get(0))
        .isEqualTo(LeadParticipant.builder().build());
  }

  @Test
  void aPersonalValueThatIsReadableElsewherePreventsARecord() {
    School school = application().build().school();
    assertThat(
            refused(
                application()
                    .school(
                        School.builder()
                            .from(school)
                            .name("Argyle Primary School, ask FIRST TEACHER")
                            .build())
                    .build()))
        .contains("`school.name`: cannot record the decision: this repeats a personal value")
        .doesNotContainIgnoringCase("first teacher");
    assertThat(
            refused(
                application()
                    .answers(Answers.of(Map.of("scheme", "by 2345678", "why", "Because we do.")))
                    .build()))
        .contains("`answers.scheme`: cannot record the decision: this repeats a personal value")
        .doesNotContain("2345678");
    assertThat(
            refused(
                application()
                    .answers(
                        Answers.of(Map.of("scheme", "Because we do.", "why", "because we do.")))
                    .build()))
        .contains("`answers.scheme`");
    assertThat(refused(application().answers(Answers.of(Map.of("teachers", 7_654_321))).build()))
        .contains("`answers.teachers`");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "asks first\u00a0\u00a0teacher",
        "asks First-Teacher",
        "asks F\u00efrst Te\u0301acher",
        "asks fi\u200brst tea\u00adcher",
        "asks first\nteacher",
        "asks \uff26irst teacher",
        "class-firstteacher-2022",
        "first.teacher@school",
        "asks f\u0131rst teacher",
        "asks first\u3164teacher",
        "asks fi\ufe0frst teacher",
        "School 23 45 678",
        "number \u0662\u0663\u0664\u0665\u0666\u0667\u0668",
        "number 23-456-78",
        "number-2345678-x"
      })
  void aPersonalValueIsFoundInWhateverWayItIsWritten(String text) {
    assertThat(refused(application().answers(Answers.of(Map.of("scheme", text))).build()))
        .contains("`answers.scheme`: cannot record the decision: this repeats a personal value");
  }

  @Test
  void aNameInsideAnotherWordIsNotThatName() {
    DecisionRecord record =
        record(
            application()
                .leadParticipants(
                    ImmutableList.of(person("Gyle", "7654321"), person("rim", "2345678")))
                .build());
    assertThat(record.canonicalJson()).isEqualTo(record(application().build()).canonicalJson());
  }

  @Test
  void anAssessmentThatDependsOnPersonalValuesPreventsARecord() {
    Application other = application().headteacherStatement("").build();
    assertThatThrownBy(
            () ->
                DecisionRecord.checkSame(
                    terms().assess(application().build()), terms().assess(other)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("cannot record the decision")
        .hasMessageEndingWith("masking personal values changes `headteacher-statement`");
    DecisionRecord.checkSame(
        terms().assess(application().build()), terms().assess(application().build()));
  }

  @Test
  void aDocumentThatCannotBeAssessedHasNoRecord() {
    assertThat(refused(application().answers(Answers.of(Map.of("no-such-fact", true))).build()))
        .contains("no policy asks for `no-such-fact`");
  }

  @Test
  void groupsAndProgressHaveRecords() {
    WorkGroup group =
        WorkGroup.builder()
            .offering(Decisions.OFFERING)
            .answers(Answers.of(Map.of("why", "We meet on Tuesdays at the church hall.")))
            .build();
    DecisionRecord ofGroup = DecisionRecord.of(terms(), group, DAY);
    assertThat(ofGroup.group().orElseThrow().answers().byFact()).containsEntry("why", "(given)");
    assertThat(DecisionRecord.parse(ofGroup.canonicalJson())).isEqualTo(ofGroup);
    Progress progress =
        Progress.builder()
            .offering(Decisions.OFFERING)
            .school(School.builder().urn(100_008).build())
            .answers(Answers.of(Map.of("why", "We met on Tuesdays at the church hall.")))
            .build();
    DecisionRecord ofProgress = DecisionRecord.of(terms(), progress, DAY);
    assertThat(ofProgress.progress()).isPresent();
    assertThat(ofProgress.canonicalJson()).doesNotContain("Tuesdays");
    assertThat(DecisionRecord.parse(ofProgress.canonicalJson())).isEqualTo(ofProgress);
  }

  @Test
  void aRecordIsReadInAnyLayout() throws IOException {
    String pretty = TfmJson.reader().tree(golden()).toPrettyString();
    assertThat(pretty).isNotEqualTo(golden());
    assertThat(DecisionRecord.parse(pretty).canonicalJson()).isEqualTo(golden());
  }

  @Test
  void everyChangeOfARecordIsDetected() throws IOException {
    JsonNode whole = TfmJson.reader().tree(golden());
    List<String> paths = new ArrayList<>();
    leaves("", whole, paths);
    assertThat(paths).hasSizeGreaterThan(100);
    for (String path : paths) {
      JsonNode changed = whole.deepCopy();
      String parent = path.substring(0, path.lastIndexOf('/'));
      String key = path.substring(path.lastIndexOf('/') + 1);
      JsonNode leaf = changed.at(path);
      JsonNode other =
          leaf.isTextual()
              ? TextNode.valueOf(leaf.textValue() + "x")
              : leaf.isBoolean()
                  ? BooleanNode.valueOf(!leaf.booleanValue())
                  : IntNode.valueOf(leaf.intValue() + 1);
      if (changed.at(parent) instanceof ArrayNode list) {
        list.set(Integer.parseInt(key), other);
      } else {
        ((ObjectNode) changed.at(parent)).set(key, other);
      }
      assertThatThrownBy(() -> DecisionRecord.parse(changed.toString()))
          .as(path)
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("was changed or is damaged");
    }
  }

  private static void leaves(String path, JsonNode node, List<String> found) {
    if (node.isValueNode()) {
      found.add(path);
    }
    for (int i = 0; i < node.size() && node.isArray(); i++) {
      leaves(path + "/" + i, node.get(i), found);
    }
    node.properties()
        .forEach(field -> leaves(path + "/" + field.getKey(), field.getValue(), found));
  }

  @Test
  void aRecordThatCouldNotBeReadBackIsRefused() {
    Application application = application().build();
    assertThatThrownBy(() -> DecisionRecord.of(terms(), application, LocalDate.MAX))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("decidedOn");
    Terms ofNoYear = terms().asOf(LocalDate.MIN);
    assertThatThrownBy(() -> DecisionRecord.of(ofNoYear, application, DAY))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("asOf");
    for (String name : List.of("x".repeat(200_001), "half \ud83d of it")) {
      Application named =
          application().school(School.builder().urn(100_008).name(name).build()).build();
      assertThatThrownBy(() -> record(named)).isInstanceOf(InvalidInputException.class);
    }
    assertThatThrownBy(() -> application().submittedOn(LocalDate.MAX).build())
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("submittedOn");
    assertThatThrownBy(() -> Session.builder().number(1).date(LocalDate.MIN).build())
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("date");
  }

  @Test
  void aRecordOfAnOlderFormatIsReportedAsSuch() throws IOException {
    ObjectNode old = (ObjectNode) TfmJson.reader().tree(golden());
    old.remove("id");
    old.at("/assessment/findings")
        .forEach(finding -> ((ObjectNode) finding).remove(List.of("demand", "observed")));
    String id =
        "sha256:"
            + Hashing.sha256().hashString(TfmJson.writeCanonical(old), StandardCharsets.UTF_8);
    assertThatThrownBy(() -> DecisionRecord.parse(old.put("id", id).toString()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("older format")
        .hasMessageNotContaining("was changed")
        .hasMessageNotContaining("does not match the content");
    ((ObjectNode) old.at("/assessment/findings/0")).putNull("status");
    assertThatThrownBy(() -> DecisionRecord.parse(old.toString()))
        .hasMessageContaining("was changed");
  }

  @Test
  void aRecordWithTheWrongIdCannotBeCreated() throws IOException {
    DecisionRecord record = record(application().build());
    assertThatThrownBy(
            () ->
                new DecisionRecord(
                    "sha256:" + "0".repeat(64),
                    record.form(),
                    record.language(),
                    record.decidedOn(),
                    record.application(),
                    record.group(),
                    record.progress(),
                    record.assessment()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(record.id());
    assertThatThrownBy(
            () -> TfmJson.read(golden().replace("2022-06-01", "2022-06-02"), DecisionRecord.class))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("does not match the content, whose id is");
  }

  @Test
  void anUnsupportedFormatAndMissingOrSeveralDocumentsAreRefused() throws IOException {
    DecisionRecord record = record(application().build());
    assertThatThrownBy(
            () ->
                new DecisionRecord(
                    record.id(),
                    2,
                    1,
                    DAY,
                    record.application(),
                    Optional.empty(),
                    Optional.empty(),
                    record.assessment()))
        .hasMessage("form: `2` is not a supported record format; expected `1`");
    assertThatThrownBy(
            () ->
                new DecisionRecord(
                    record.id(),
                    1,
                    1,
                    DAY,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    record.assessment()))
        .hasMessageContaining("one of `application`, `group` and `progress`");
    for (String none : List.of("{}", "[1]", "{\"id\":5}", TfmJson.write(application().build()))) {
      assertThatThrownBy(() -> DecisionRecord.parse(none))
          .isInstanceOf(InvalidInputException.class)
          .hasMessage("the document is not a decision record: it has no `id`");
    }
    assertThatThrownBy(() -> DecisionRecord.parse("{\"id\":"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("ends too early");
  }
}
