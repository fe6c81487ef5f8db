package org.tfm.model.json;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.jsontype.BasicPolymorphicTypeValidator;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tfm.model.criterion.Criterion;
import org.tfm.model.criterion.Within;
import org.tfm.model.document.Application;
import org.tfm.model.document.Facts;
import org.tfm.model.document.LeadParticipant;
import org.tfm.model.document.Role;
import org.tfm.model.document.Trn;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;
import org.tfm.model.programme.ReleaseTime;
import org.tfm.model.school.Phase;

/** Mappers of other programs read and write the library's values as {@link TfmJson} does. */
class FrameworkMapperTest {

  private static final String JSON =
      """
      {
        "offering": {"hub": "cheshire-wirral", "type": "primary-development", "year": "2022/23"},
        "school": {"urn": 100008, "phase": "PRIMARY"},
        "leadParticipants": [{"trn": "1234567", "roles": ["SENCO"], "releaseDays": 4.5}],
        "submittedOn": "2022-05-03"
      }
      """;

  private static final String MISSPELT = JSON.replace("releaseDays", "releasDays");

  /** A user's own record with one of the library's documents inside. */
  record Request(String reference, Application application, int priority) {}

  /** A user's own class with setters. */
  static final class Form {
    private Phase phase = Phase.PRIMARY;
    private ReleaseTime time = ReleaseTime.NONE;

    public Phase getPhase() {
      return phase;
    }

    public void setPhase(Phase phase) {
      this.phase = phase;
    }

    public ReleaseTime getTime() {
      return time;
    }

    public void setTime(ReleaseTime time) {
      this.time = time;
    }
  }

  /** A user's own class that mixes the keys of a document with its own. */
  static final class Mixed {
    @JsonUnwrapped public Application application = TfmJson.read(JSON, Application.class);
  }

  static Stream<Arguments> mappers() {
    return FrameworkMappers.ALL.entrySet().stream()
        .map(named -> Arguments.of(named.getKey(), named.getValue()));
  }

  private static InvalidInputException refused(ThrowingCallable reading) {
    MismatchedInputException e = catchThrowableOfType(MismatchedInputException.class, reading);
    assertThat(e).as("the reading").isNotNull();
    InvalidInputException cause = (InvalidInputException) requireNonNull(e.getCause());
    assertThat(e.getOriginalMessage()).isEqualTo(cause.getMessage());
    return cause;
  }

  private static ImmutableList<Problem> withoutLines(String json) {
    return catchThrowableOfType(
            InvalidInputException.class, () -> TfmJson.read(json, Application.class))
        .problems()
        .stream()
        .map(Problem::inOneLine)
        .collect(ImmutableList.toImmutableList());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mappers")
  void aDocumentIsReadAndWrittenAsByTheLibrary(String name, ObjectMapper mapper)
      throws JsonProcessingException {
    Application application = mapper.readValue(JSON, Application.class);
    assertThat(application).isEqualTo(TfmJson.read(JSON, Application.class));
    assertThat(mapper.writeValueAsString(application)).isEqualTo(TfmJson.write(application));
    JsonNode tree = mapper.valueToTree(application);
    assertThat(mapper.treeToValue(tree, Application.class)).isEqualTo(application);
    assertThat(mapper.convertValue(application, Application.class)).isEqualTo(application);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mappers")
  void aMisspeltKeyIsRefusedWithTheSentenceOfTheLibrary(String name, ObjectMapper mapper) {
    InvalidInputException refused = refused(() -> mapper.readValue(MISSPELT, Application.class));
    assertThat(refused.problems()).isEqualTo(withoutLines(MISSPELT));
    assertThat(refused)
        .hasMessage("`leadParticipants[0].releasDays`: unknown key. Maybe `releaseDays`?");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mappers")
  void everyProblemIsReportedAtOnce(String name, ObjectMapper mapper) {
    String json = MISSPELT.replace("\"PRIMARY\"", "\"PRIMRY\"").replace("100008", "\"100008\"");
    assertThat(refused(() -> mapper.readValue(json, Application.class)).problems())
        .hasSize(3)
        .isEqualTo(withoutLines(json));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mappers")
  void aKeyThatIsGivenTwiceIsRefused(String name, ObjectMapper mapper) {
    String json = JSON.replace("\"urn\": 100008", "\"urn\": 100008, \"urn\": 100009");
    assertThat(refused(() -> mapper.readValue(json, Application.class)).problems())
        .extracting(Problem::code)
        .containsExactly(ProblemCode.DUPLICATE);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mappers")
  void theLimitsOfTheLibraryHold(String name, ObjectMapper mapper) {
    String json = JSON.replace("1234567", "x".repeat(200_001));
    assertThat(refused(() -> mapper.readValue(json, Application.class)))
        .hasMessage("a text has more than 200,000 characters");
    String deep = JSON.replace("4.5", "[".repeat(70) + "]".repeat(70));
    assertThat(refused(() -> mapper.readValue(deep, Application.class)))
        .hasMessage("the document is nested more than 60 levels deep");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mappers")
  void valuesOfAnotherTypeAreNotConverted(String name, ObjectMapper mapper) {
    refused(() -> mapper.readValue("1234567", Trn.class));
    refused(() -> mapper.readValue("\"4.5\"", ReleaseTime.class));
    refused(() -> mapper.readValue("1", Phase.class));
    refused(() -> mapper.readValue("\"primary\"", Phase.class));
    refused(() -> mapper.readValue("\"\"", Phase.class));
    refused(() -> mapper.readValue("{\"roles\": \"SENCO\"}", LeadParticipant.class));
    refused(() -> mapper.readValue("{\"yearsTeaching\": 1e1000000000}", LeadParticipant.class));
    refused(() -> mapper.readValue("{\"roles\": [1]}", LeadParticipant.class));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mappers")
  void aNumberWhoseExponentIsOutOfRangeIsBadInput(String name, ObjectMapper mapper) {
    String json = JSON.replace("4.5", "1e99999999999");
    assertThat(refused(() -> mapper.readValue("[" + json + "]", Application[].class)))
        .hasMessage(
            "`[0].leadParticipants[0].releaseDays`: the exponent of the number is out of range");
    refused(() -> mapper.readValue("1e99999999999", ReleaseTime.class));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mappers")
  void aDocumentInsideAUsersOwnRecordIsReadAsStrictly(String name, ObjectMapper mapper)
      throws JsonProcessingException {
    String request = "{\"reference\": \"r\", \"application\": %s, \"priority\": 3}";
    Request read = mapper.readValue(request.formatted(JSON), Request.class);
    assertThat(read).isEqualTo(new Request("r", TfmJson.read(JSON, Application.class), 3));
    assertThat(mapper.readTree(mapper.writeValueAsString(read)).get("application"))
        .isEqualTo(mapper.readTree(TfmJson.write(read.application())));
    assertThat(refused(() -> mapper.readValue(request.formatted(MISSPELT), Request.class)))
        .hasMessage(
            "`application.leadParticipants[0].releasDays`: unknown key. Maybe `releaseDays`?");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mappers")
  void documentsInListsAndMapsAreReadAsStrictly(String name, ObjectMapper mapper)
      throws JsonProcessingException {
    Application application = TfmJson.read(JSON, Application.class);
    String list = "[" + JSON + "," + MISSPELT + "]";
    assertThat(mapper.readValue("[" + JSON + "]", new TypeReference<List<Application>>() {}))
        .containsExactly(application);
    assertThat(
            refused(() -> mapper.readValue(list, new TypeReference<List<Application>>() {}))
                .problems())
        .extracting(problem -> problem.pointer().orElseThrow())
        .containsExactly("/1/leadParticipants/0/releasDays");
    assertThat(
            refused(
                    () ->
                        mapper.readValue(
                            "{\"a/b\": " + MISSPELT + "}",
                            new TypeReference<Map<String, Application>>() {}))
                .problems())
        .extracting(problem -> problem.pointer().orElseThrow())
        .containsExactly("/a~1b/leadParticipants/0/releasDays");
    assertThat(mapper.writeValueAsString(ImmutableMap.of("a", List.of(application))))
        .isEqualTo("{\"a\":[" + TfmJson.write(application) + "]}");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mappers")
  void wordsAndTimesInAUsersOwnClassAreReadAsStrictly(String name, ObjectMapper mapper)
      throws JsonProcessingException {
    Form form = mapper.readValue("{\"phase\": \"SECONDARY\", \"time\": 4.5}", Form.class);
    assertThat(form.getPhase()).isEqualTo(Phase.SECONDARY);
    assertThat(form.getTime()).isEqualTo(ReleaseTime.ofHalfDays(9));
    assertThat(mapper.writeValueAsString(form)).isEqualTo("{\"phase\":\"SECONDARY\",\"time\":4.5}");
    assertThat(refused(() -> mapper.readValue("{\"phase\": 4}", Form.class)).problems())
        .extracting(problem -> problem.pointer().orElseThrow())
        .containsExactly("/phase");
    EnumSet<Role> roles = mapper.readValue("[\"SENCO\"]", new TypeReference<EnumSet<Role>>() {});
    assertThat(mapper.writeValueAsString(roles)).isEqualTo("[\"SENCO\"]");
    assertThat(mapper.writeValueAsString(ImmutableMap.of(Phase.PRIMARY, 1)))
        .isEqualTo("{\"PRIMARY\":1}");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mappers")
  void numbersAreWrittenInPlainNotationAndLeaveTheMapperAsItWas(String name, ObjectMapper mapper)
      throws JsonProcessingException {
    Criterion many =
        new Within(Facts.VISITS, Optional.of(new BigDecimal("1E+2")), Optional.empty());
    assertThat(mapper.writeValueAsString(List.of(many, new BigDecimal("1E+2"))))
        .isEqualTo("[" + TfmJson.write(many) + ",1E+2]");
    assertThat(mapper.readValue(TfmJson.write(many), Criterion.class)).isEqualTo(many);
  }

  @Test
  void aMapperThatAddsTheNamesOfClassesLeavesTheLibrarysValuesAsTheyAre()
      throws JsonProcessingException {
    ObjectMapper mapper =
        new ObjectMapper()
            .activateDefaultTyping(
                BasicPolymorphicTypeValidator.builder().allowIfBaseType(Object.class).build(),
                ObjectMapper.DefaultTyping.NON_FINAL);
    Application application = TfmJson.read(JSON, Application.class);
    assertThat(mapper.writeValueAsString(application)).isEqualTo(TfmJson.write(application));
    assertThat(mapper.readValue(JSON, Application.class)).isEqualTo(application);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mappers")
  void aDocumentCannotBeMixedWithOtherKeys(String name, ObjectMapper mapper) {
    assertThatThrownBy(() -> mapper.readValue(JSON, Mixed.class))
        .hasMessageContaining("`@JsonUnwrapped` is not possible for a value of this library");
    assertThatThrownBy(() -> mapper.writeValueAsString(new Mixed()))
        .hasMessageContaining("`@JsonUnwrapped` is not possible for a value of this library");
  }

  @Test
  void problemsAreWrittenAsByTheLibraryOrNotAtAll() throws JsonProcessingException {
    Problem problem = Problem.of(ProblemCode.MISSING, "missing").atKey("/school", 3);
    for (String name : FrameworkMappers.ALL.keySet()) {
      ObjectMapper mapper = FrameworkMappers.ALL.get(name);
      if (name.equals("plain")) {
        assertThatThrownBy(() -> mapper.writeValueAsString(problem))
            .isInstanceOf(InvalidDefinitionException.class)
            .hasMessageContaining("jackson-datatype-jdk8");
      } else {
        assertThat(mapper.writeValueAsString(problem)).isEqualTo(TfmJson.write(problem));
      }
    }
  }
}
