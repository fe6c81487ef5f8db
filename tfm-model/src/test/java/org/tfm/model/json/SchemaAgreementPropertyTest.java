package org.tfm.model.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.tfm.model.ModelArbitraries;
import org.tfm.model.assessment.Assessment;
import org.tfm.model.assessment.Terms;
import org.tfm.model.document.Application;
import org.tfm.model.document.ExpressionOfInterest;
import org.tfm.model.document.Progress;
import org.tfm.model.document.WorkGroup;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.Offering;

/** Reader and schema accept the same documents, except for the checks in the schema's comment. */
class SchemaAgreementPropertyTest {

  private static final Offering OFFERING =
      Offering.of("cheshire-wirral", "primary-development", AcademicYear.parse("2022/23"));

  /** Replacement values of every type, and on both sides of limits and formats. */
  private static final ImmutableList<String> VALUES =
      ImmutableList.of(
          "null",
          "true",
          "\"\"",
          "\" \"",
          "\"x\"",
          "\"a-b\"",
          "\"A-\"",
          "\"YES\"",
          "\"YES_NO\"",
          "\"PRIMARY\"",
          "\"primary\"",
          "\"SENCO\"",
          "\"MUST\"",
          "\"1234567\"",
          "\"123456\"",
          "\"12345678\"",
          "\"2022/23\"",
          "\"2022-2023\"",
          "\"2022\"",
          "\"202/23\"",
          "\"2022-05-03\"",
          "\"2022-02-30\"",
          "\"2022-5-3\"",
          "\"2022-05-03T10:00:00\"",
          "\"GBP 1.50\"",
          "\"GBP\"",
          "\"within\"",
          "\"not\"",
          "0",
          "-1",
          "-0.5",
          "0.5",
          "0.25",
          "0.125",
          "1",
          "80",
          "80.01",
          "81",
          "366",
          "366.5",
          "367",
          "732",
          "733",
          "9999",
          "10000",
          "999999",
          "1000000",
          "2147483647",
          "2147483648",
          "[]",
          "[null]",
          "[\"x\"]",
          "[1]",
          "[{}]",
          "{}",
          "{\"x\":1}",
          "[2022,5,3]");

  /** The reader's messages about checks that a schema cannot express. */
  private static final ImmutableList<String> BEYOND =
      ImmutableList.of(
          "expected a hash for each",
          "expected a day such as",
          "needs the day in",
          "no day is from",
          "contradicts `school.establishmentType`",
          "is below the lowest age",
          "is compared with an empty name",
          "contradicts `answers.teachers`",
          "contradicts `workshopsPlanned`",
          "is not in `seniorLeaderAttended`",
          "is more than `yearsTeaching`",
          "days are more than `releaseDays`",
          "`subjects` leaves out maths",
          "`subjects` includes maths",
          "schools cannot be put in the order of ",
          "is after `submittedOn`",
          "contradicts `answers.expression-of-interest`",
          "is more than `answers.teachers`",
          "two sessions have the number ",
          "must end in the year after it starts",
          " is not in the present tense",
          "; this criterion needs ",
          "is not a choice of the fact",
          "no unsettled term has the place ",
          " are counted without a number",
          " are counted by a condition ",
          " and at most ");

  /** A kind of document: its schema, its type and an example. */
  record Kind(String schema, Class<?> type, JsonNode document) {

    static Kind of(String schema, Class<?> type, Object value) {
      return new Kind(schema, type, TfmJson.tree(value));
    }

    List<String> errors(JsonNode changed) {
      return Validator.of(schema).errors(changed);
    }

    /** Returns the reader's message; empty if it accepts the document. */
    Optional<String> refusal(JsonNode changed) {
      try {
        TfmJson.reader().read(changed, type);
        return Optional.empty();
      } catch (InvalidInputException e) {
        return Optional.of(String.valueOf(e.getMessage()));
      }
    }
  }

  /** A place in a document: an object or list with a key or index. */
  record Place(JsonNode in, String key, int index) {

    JsonNode get() {
      return in instanceof ArrayNode list ? list.get(index) : in.get(key);
    }

    void set(JsonNode value) {
      if (in instanceof ArrayNode list) {
        list.set(index, value);
      } else {
        ((ObjectNode) in).set(key, value);
      }
    }

    void remove() {
      if (in instanceof ArrayNode list) {
        list.remove(index);
      } else {
        ((ObjectNode) in).remove(key);
      }
    }
  }

  private static List<Place> places(JsonNode node) {
    List<Place> places = new ArrayList<>();
    node.properties().forEach(part -> places.add(new Place(node, part.getKey(), 0)));
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      places.add(new Place(node, "", i));
    }
    List.copyOf(places).forEach(place -> places.addAll(places(place.get())));
    return places;
  }

  @Provide
  Arbitrary<Kind> kinds() {
    Arbitrary<Terms> terms = ModelArbitraries.terms(OFFERING);
    return Arbitraries.oneOf(
        ModelArbitraries.applications().map(a -> Kind.of("application", Application.class, a)),
        ModelArbitraries.expressionsOfInterest()
            .map(e -> Kind.of("expression-of-interest", ExpressionOfInterest.class, e)),
        ModelArbitraries.workGroups(OFFERING).map(g -> Kind.of("group", WorkGroup.class, g)),
        ModelArbitraries.progress(OFFERING).map(p -> Kind.of("progress", Progress.class, p)),
        terms.map(t -> Kind.of("terms", Terms.class, t)),
        Combinators.combine(terms, ModelArbitraries.applications(OFFERING))
            .as((t, a) -> Kind.of("assessment", Assessment.class, t.assess(a))));
  }

  @Provide
  Arbitrary<String> values() {
    return Arbitraries.of(VALUES);
  }

  @Property(tries = 200)
  void everyWrittenDocumentIsValid(@ForAll("kinds") Kind kind) {
    assertThat(kind.errors(kind.document())).isEmpty();
    assertThat(kind.refusal(kind.document())).isEmpty();
  }

  @Property(tries = 200)
  void anUnknownKeyIsRefusedByBoth(
      @ForAll("kinds") Kind kind, @ForAll @IntRange(max = 100_000) int which) {
    JsonNode changed = kind.document().deepCopy();
    List<ObjectNode> objects = new ArrayList<>();
    objects.add((ObjectNode) changed);
    for (Place place : places(changed)) {
      if (place.get() instanceof ObjectNode object && !place.key().equals("answers")) {
        objects.add(object);
      }
    }
    objects.get(which % objects.size()).put("unknown", 1);
    assertThat(kind.errors(changed)).isNotEmpty();
    assertThat(kind.refusal(changed)).hasValueSatisfying(m -> assertThat(m).contains("unknown"));
  }

  @Property
  void aMissingKeyIsRefusedByBothOrByNeither(
      @ForAll("kinds") Kind kind, @ForAll @IntRange(max = 100_000) int which) {
    JsonNode changed = kind.document().deepCopy();
    List<Place> places = places(changed);
    places.get(which % places.size()).remove();
    agree(kind, changed);
  }

  @Property(tries = 1_500)
  void anotherValueIsRefusedByBothOrByNeither(
      @ForAll("kinds") Kind kind,
      @ForAll @IntRange(max = 100_000) int which,
      @ForAll("values") String value) {
    JsonNode changed = kind.document().deepCopy();
    List<Place> places = places(changed);
    Place place = places.get(which % places.size());
    place.set(TfmJson.reader().tree("[" + value + "]").get(0));
    agree(kind, changed);
  }

  @Property(tries = 200)
  void aMisspeltWordIsRefusedByBoth(
      @ForAll("kinds") Kind kind, @ForAll @IntRange(max = 100_000) int which) {
    JsonNode changed = kind.document().deepCopy();
    List<Place> words =
        places(changed).stream()
            .filter(place -> place.get().asText().matches("[A-Z][A-Z_0-9]+"))
            .filter(place -> place.in().isObject())
            .toList();
    Assume.that(!words.isEmpty());
    Place place = words.get(which % words.size());
    place.set(JsonNodeFactory.instance.textNode(place.get().asText() + "X"));
    assertThat(kind.errors(changed)).isNotEmpty();
    assertThat(kind.refusal(changed)).isPresent();
  }

  private static void agree(Kind kind, JsonNode changed) {
    Optional<String> refusal = kind.refusal(changed);
    Assume.that(refusal.filter(SchemaAgreementPropertyTest::isBeyond).isEmpty());
    assertThat(kind.errors(changed).isEmpty())
        .as("%s %s%n%s", kind.schema(), changed, refusal)
        .isEqualTo(refusal.isEmpty());
  }

  /** Whether the reader refuses the document because of a check that a schema cannot express. */
  private static boolean isBeyond(String refusal) {
    return BEYOND.stream().anyMatch(refusal::contains);
  }
}
