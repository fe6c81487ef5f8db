package org.tfm.model.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.tfm.model.ModelArbitraries;
import org.tfm.model.assessment.Assessment;
import org.tfm.model.assessment.Terms;
import org.tfm.model.criterion.Criterion;
import org.tfm.model.criterion.Fact;
import org.tfm.model.document.Application;
import org.tfm.model.document.ExpressionOfInterest;
import org.tfm.model.document.LeadParticipant;
import org.tfm.model.document.Participation;
import org.tfm.model.document.Progress;
import org.tfm.model.document.Trn;
import org.tfm.model.document.WorkGroup;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.Offering;
import org.tfm.model.programme.ReleaseTime;
import org.tfm.model.school.School;
import org.tfm.model.school.SchoolKind;
import org.tfm.model.term.Citation;
import org.tfm.model.term.Entitlement;
import org.tfm.model.term.Priority;
import org.tfm.model.term.Provenance;
import org.tfm.model.term.Provision;
import org.tfm.model.term.Requirement;
import org.tfm.model.term.Source;
import org.tfm.model.term.Term;
import org.tfm.model.term.Undertaking;

class JsonRoundTripPropertyTest {

  private static final Offering OFFERING =
      Offering.of("cheshire-wirral", "primary-development", AcademicYear.parse("2022/23"));

  private static <T> void roundTrips(T value, Class<T> type) {
    String json = TfmJson.write(value);
    T read = TfmJson.read(json, type);
    assertThat(read).isEqualTo(value).hasSameHashCodeAs(value);
    assertThat(TfmJson.write(read)).isEqualTo(json);
    assertThat(TfmJson.read(TfmJson.writePretty(value), type)).isEqualTo(value);
    assertThat(TfmJson.reader().read(TfmJson.tree(value), type)).isEqualTo(value);
    for (ObjectMapper mapper : FrameworkMappers.ALL.values()) {
      try {
        assertThat(mapper.writeValueAsString(value)).isEqualTo(json);
        assertThat(mapper.readValue(json, type)).isEqualTo(value);
      } catch (JsonProcessingException e) {
        fail("a mapper of another program reads less", e);
      }
    }
  }

  @Provide
  Arbitrary<AcademicYear> years() {
    return ModelArbitraries.academicYears();
  }

  @Provide
  Arbitrary<ReleaseTime> releaseTimes() {
    return ModelArbitraries.releaseTimes();
  }

  @Provide
  Arbitrary<Offering> offerings() {
    return ModelArbitraries.offerings();
  }

  @Provide
  Arbitrary<School> schools() {
    return ModelArbitraries.schools();
  }

  @Provide
  Arbitrary<Participation> participations() {
    return ModelArbitraries.participations();
  }

  @Provide
  Arbitrary<ImmutableList<LeadParticipant>> people() {
    return ModelArbitraries.leadParticipants();
  }

  @Provide
  Arbitrary<Application> applications() {
    return ModelArbitraries.applications(OFFERING);
  }

  @Provide
  Arbitrary<ExpressionOfInterest> expressions() {
    return ModelArbitraries.expressionsOfInterest();
  }

  @Provide
  Arbitrary<WorkGroup> groups() {
    return ModelArbitraries.workGroups(OFFERING);
  }

  @Provide
  Arbitrary<Progress> progress() {
    return ModelArbitraries.progress(OFFERING);
  }

  @Provide
  Arbitrary<Fact> facts() {
    return ModelArbitraries.facts();
  }

  @Provide
  Arbitrary<Criterion> criteria() {
    return ModelArbitraries.criteria(4);
  }

  @Provide
  Arbitrary<Term> anyTerm() {
    return ModelArbitraries.anyTerm();
  }

  @Provide
  Arbitrary<Terms> terms() {
    return ModelArbitraries.terms(OFFERING);
  }

  @Provide
  Arbitrary<Citation> citations() {
    return ModelArbitraries.citations();
  }

  @Provide
  Arbitrary<Provenance> provenances() {
    return ModelArbitraries.provenances();
  }

  @Provide
  Arbitrary<Source> sources() {
    return ModelArbitraries.sources();
  }

  @Provide
  Arbitrary<SchoolKind> kinds() {
    return Arbitraries.of(SchoolKind.all());
  }

  @Property
  void programmeValuesRoundTrip(
      @ForAll("years") AcademicYear year,
      @ForAll("releaseTimes") ReleaseTime time,
      @ForAll("offerings") Offering offering) {
    roundTrips(year, AcademicYear.class);
    roundTrips(time, ReleaseTime.class);
    roundTrips(offering, Offering.class);
    assertThat(TfmJson.write(year)).isEqualTo("\"" + year + "\"");
    assertThat(TfmJson.write(time)).isEqualTo(time.days().toPlainString());
  }

  @Property
  void schoolsAndTheirKindsRoundTrip(
      @ForAll("schools") School school, @ForAll("kinds") SchoolKind kind) {
    roundTrips(school, School.class);
    roundTrips(kind, SchoolKind.class);
  }

  @Property
  void peopleAndHistoryRoundTrip(
      @ForAll("people") ImmutableList<LeadParticipant> people,
      @ForAll("participations") Participation participation) {
    people.forEach(person -> roundTrips(person, LeadParticipant.class));
    people.forEach(person -> person.trn().ifPresent(trn -> roundTrips(trn, Trn.class)));
    roundTrips(participation, Participation.class);
  }

  @Property
  void applicationsRoundTrip(@ForAll("applications") Application application) {
    roundTrips(application, Application.class);
  }

  @Property
  void expressionsOfInterestRoundTrip(@ForAll("expressions") ExpressionOfInterest expression) {
    roundTrips(expression, ExpressionOfInterest.class);
  }

  @Property
  void workGroupsRoundTrip(@ForAll("groups") WorkGroup group) {
    roundTrips(group, WorkGroup.class);
  }

  @Property
  void progressRoundTrips(@ForAll("progress") Progress progress) {
    roundTrips(progress, Progress.class);
  }

  @Property
  void factsRoundTrip(@ForAll("facts") Fact fact) {
    roundTrips(fact, Fact.class);
  }

  @Property
  void criteriaRoundTrip(@ForAll("criteria") Criterion criterion) {
    roundTrips(criterion, Criterion.class);
  }

  @Property
  void termsOfEveryKindRoundTripAsThemselvesAndAsTerms(@ForAll("anyTerm") Term term) {
    roundTrips(term, Term.class);
    if (term instanceof Requirement requirement) {
      roundTrips(requirement, Requirement.class);
    } else if (term instanceof Entitlement entitlement) {
      roundTrips(entitlement, Entitlement.class);
    } else if (term instanceof Undertaking undertaking) {
      roundTrips(undertaking, Undertaking.class);
    } else if (term instanceof Provision provision) {
      roundTrips(provision, Provision.class);
    } else if (term instanceof Priority priority) {
      roundTrips(priority, Priority.class);
    }
  }

  @Property
  void sourcesAndPlacesInThemRoundTrip(
      @ForAll("citations") Citation citation,
      @ForAll("provenances") Provenance provenance,
      @ForAll("sources") Source source) {
    roundTrips(citation, Citation.class);
    roundTrips(provenance, Provenance.class);
    roundTrips(source, Source.class);
  }

  @Property
  void termsAndAssessmentsRoundTripAndTermsAssessAlikeAfterwards(
      @ForAll("terms") Terms terms,
      @ForAll("applications") Application application,
      @ForAll("groups") WorkGroup group,
      @ForAll("progress") Progress progress) {
    roundTrips(terms, Terms.class);
    Terms shipped = TfmJson.read(TfmJson.write(terms), Terms.class);
    for (List<Assessment> both :
        List.of(
            List.of(terms.assess(application), shipped.assess(application)),
            List.of(terms.assess(group), shipped.assess(group)),
            List.of(terms.assess(progress), shipped.assess(progress)))) {
      roundTrips(both.get(0), Assessment.class);
      assertThat(both.get(1)).isEqualTo(both.get(0));
    }
  }

  /** Values to replace parts of a document with. */
  @Provide
  Arbitrary<JsonNode> wrongValues() {
    JsonNodeFactory json = JsonNodeFactory.instance;
    return Arbitraries.of(
        json.nullNode(),
        json.booleanNode(true),
        json.numberNode(-7),
        json.numberNode(new BigDecimal("8.25")),
        json.numberNode(new BigDecimal("1e40")),
        json.textNode(""),
        json.textNode("Zebedee"),
        json.arrayNode(),
        json.arrayNode().addNull(),
        json.objectNode(),
        json.objectNode().put("unknown", 1));
  }

  /** Indexes of the parts to replace. */
  @Provide
  Arbitrary<List<Integer>> places() {
    return Arbitraries.integers().between(0, 1000).list().ofMinSize(1).ofMaxSize(4);
  }

  @Property(tries = 1000)
  void aDocumentWithAnyPartReplacedIsReadOrRefusedWithoutRevealingPersonsOrClasses(
      @ForAll("applications") Application application,
      @ForAll("places") List<Integer> places,
      @ForAll("wrongValues") JsonNode wrong) {
    JsonNode tree = TfmJson.tree(application);
    for (int place : places) {
      List<Runnable> parts = new ArrayList<>();
      collect(tree, wrong, parts);
      parts.get(place % parts.size()).run();
    }
    try {
      roundTrips(TfmJson.read(tree.toString(), Application.class), Application.class);
    } catch (InvalidInputException e) {
      for (ObjectMapper mapper : FrameworkMappers.ALL.values()) {
        assertThatThrownBy(() -> mapper.readValue(tree.toString(), Application.class))
            .isInstanceOf(MismatchedInputException.class)
            .cause()
            .isInstanceOf(InvalidInputException.class)
            .extracting(refused -> ((InvalidInputException) refused).problems())
            .isEqualTo(e.problems().stream().map(Problem::inOneLine).toList());
      }
      assertThat(e.problems()).isNotEmpty().doesNotHaveDuplicates();
      assertThat(e.getMessage())
          .doesNotContain("First Teacher", "Second Teacher", "We support this.", "123456")
          .doesNotContain("org.", "java.", "Immutable", "Cannot invoke", "null (");
    } catch (RuntimeException e) {
      fail("a malformed document must be refused with an InvalidInputException", e);
    }
  }

  private static void collect(JsonNode node, JsonNode wrong, List<Runnable> parts) {
    if (node instanceof ObjectNode object) {
      object
          .fieldNames()
          .forEachRemaining(
              key -> {
                parts.add(() -> object.set(key, wrong.deepCopy()));
                collect(object.path(key), wrong, parts);
              });
    } else if (node instanceof ArrayNode list) {
      for (int i = 0; i < list.size(); i++) {
        int index = i;
        parts.add(() -> list.set(index, wrong.deepCopy()));
        collect(list.path(i), wrong, parts);
      }
    }
  }

  @Property
  void severalBadPeopleAreReportedAtTheirOwnIndexes(@ForAll("mixed") List<Boolean> good) {
    ObjectNode tree = (ObjectNode) TfmJson.tree(application());
    ArrayNode people = tree.putArray("leadParticipants");
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < good.size(); i++) {
      people.addObject().put("trn", good.get(i) ? "1234567" : "123");
      if (!good.get(i)) {
        expected.add("`leadParticipants[" + i + "].trn` (line 1)");
      }
    }
    try {
      TfmJson.read(tree.toString(), Application.class);
      assertThat(expected).isEmpty();
    } catch (InvalidInputException e) {
      assertThat(e.problems()).extracting(Problem::where).isEqualTo(expected);
    }
  }

  @Provide
  Arbitrary<List<Boolean>> mixed() {
    return Arbitraries.of(true, false).list().ofMaxSize(10);
  }

  private static Application application() {
    return Application.builder()
        .offering(OFFERING)
        .school(School.builder().urn(100_008).build())
        .build();
  }

  @Property
  void anyTextIsReadOrRefused(@ForAll("texts") String text) {
    try {
      fail("an invalid text was read as an application: " + TfmJson.read(text, Application.class));
    } catch (InvalidInputException e) {
      assertThat(e.getMessage()).doesNotContain("org.", "java.", "Immutable");
    }
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> pieces =
        Arbitraries.of("{", "}", "[", "]", ":", ",", "\"offering\"", "1", "true", "null", " ", "x");
    return Combinators.combine(pieces.list().ofMaxSize(12), Arbitraries.strings().ofMaxLength(3))
        .as((list, text) -> String.join("", list) + text);
  }
}
