package org.tfm.rules.pack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.tfm.model.intake.FormMap;
import org.tfm.model.json.TfmJson;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.rules.schema.Changes;
import org.tfm.rules.schema.PackValidator;

/** Reader and schema accept and reject the same form maps. */
class FormMapSchemaPropertyTest {

  private static final PackValidator SCHEMA = PackValidator.of(PackFiles.schemas(), "form-map");

  private static final String MAP =
      """
      form: application
      dates: day-first
      people: in-one-row
      constants:
        offering.hub: cheshire-wirral
        offering.type: primary-development
        offering.year: 2022/23
        programmeYear: 1
        school.nurseryProvision: true
      columns:
        - heading: URN
          to: school.urn
        - heading: Name
          to: "leadParticipants[0].name"
          unsure: true
        - heading: Are you committed?
          to: answers.committed-to-mastery
          values: { "Yes, we are": true, Not sure: "", Two: 2 }
      ignore: [ Email ]
      carry: [ Notes, Dates ]
      """;

  private static List<String> refusals(JsonNode changed) {
    try {
      TfmJson.reader().read(changed, FormMap.class);
      return List.of();
    } catch (InvalidInputException e) {
      return e.problems().stream().map(Problem::toString).toList();
    }
  }

  /** Whether a value that JSON may have here cannot be read at its place. */
  private static boolean isUnread(String refusal) {
    return (refusal.startsWith("`constants.") || refusal.contains(".values."))
        && !refusal.contains("expected a text, a number or yes or no");
  }

  /**
   * Whether a place does not exist, or not in this map, or a value does not fit it; the schema says
   * that it does not check.
   */
  private static boolean isBeyond(JsonNode changed) {
    return refusals(changed).stream()
        .anyMatch(
            refusal ->
                isUnread(refusal)
                    || refusal.contains(" is not a place in ")
                    || refusal.contains(" is given more than once")
                    || refusal.contains("no column or constant gives ")
                    || refusal.contains("a place of a person has no number")
                    || refusal.contains(" needs a number in its brackets"));
  }

  private static void agree(JsonNode changed) {
    Assume.that(!isBeyond(changed));
    assertThat(SCHEMA.faults(changed).isEmpty())
        .as("%s %s %s", changed, refusals(changed), SCHEMA.faults(changed))
        .isEqualTo(refusals(changed).isEmpty());
  }

  @Property(tries = 1_500)
  void anotherValueIsRefusedByBothOrByNeither(
      @ForAll @IntRange(max = 100_000) int place, @ForAll @IntRange(max = 100_000) int value) {
    JsonNode document = Pack.yaml().tree(MAP);
    assertThat(SCHEMA.faults(document)).isEmpty();
    assertThat(refusals(document)).isEmpty();
    agree(Changes.anotherValue(document, place, value));
  }

  @Property(tries = 200)
  void aKeyLeftOutIsMissedByBothOrByNeither(@ForAll @IntRange(max = 100_000) int place) {
    agree(Changes.withoutOne(Pack.yaml().tree(MAP), place));
  }
}
