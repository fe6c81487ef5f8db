package org.tfm.rules.pack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.tfm.model.json.TfmJson;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.rules.schema.Changes;
import org.tfm.rules.schema.PackValidator;

/** Reader and schema accept and reject the same {@code publisher.yaml}. */
class PublisherSchemaPropertyTest {

  private static final PackValidator SCHEMA = PackValidator.of(PackFiles.schemas(), "publisher");

  private static final String PUBLISHER =
      """
      language: 2
      hub: cheshire-wirral
      name: Cheshire and Wirral Maths Hub
      year: 2022/23
      extends: [national]
      offers: [primary-development, primary-embedding]
      types:
        primary-development: { title: Development, codes: [NCP22-11], also-called: [trg] }
      sources:
        flyer:
          title: The flyer
          publisher: The hub
          year: 2022/23
          last-checked: 2026-11-22
          flaws: a sentence is cut off
        page: { title: The page, publisher: The hub, last-checked: 2026-11-22 }
      facts:
        rooms: { kind: number, label: the number of rooms, question: "How many rooms?", unit: room }
        plan: { kind: yes-no, subject: the school, verb: has written, complement: an action plan }
        colour: { kind: choice, label: the colour, question: "Which colour?", choices: [RED], names: { RED: Red }, fixed: true }
      """;

  private static List<String> refusals(JsonNode changed) {
    Problems problems = new Problems();
    try {
      TfmJson.reader()
          .read(changed, PublisherFile.class)
          .publisher("file", YamlLines.of(""), problems);
    } catch (InvalidInputException e) {
      problems.addAll(e.problems());
    }
    return new ArrayList<>(problems.found().stream().map(String::valueOf).toList());
  }

  /** Whether a fact lacks a text that depends on its kind, which the schema does not express. */
  private static boolean isBeyond(JsonNode changed) {
    return refusals(changed).stream()
        .anyMatch(
            refusal ->
                refusal.contains("` lacks ")
                    || refusal.contains(" belongs to rule language ")
                    || refusal.contains(" is another name of ")
                    || refusal.contains("needs a subject and a verb"));
  }

  @Property(tries = 1_500)
  void anotherValueIsRefusedByBothOrByNeither(
      @ForAll @IntRange(max = 100_000) int place, @ForAll @IntRange(max = 100_000) int value) {
    JsonNode document = Pack.yaml().tree(PUBLISHER);
    assertThat(SCHEMA.faults(document)).isEmpty();
    JsonNode changed = Changes.anotherValue(document, place, value);
    Assume.that(!isBeyond(changed));
    assertThat(SCHEMA.faults(changed).isEmpty())
        .as("%s %s %s", changed, refusals(changed), SCHEMA.faults(changed))
        .isEqualTo(refusals(changed).isEmpty());
  }

  @Property(tries = 200)
  void aKeyLeftOutIsMissedByBothOrByNeither(@ForAll @IntRange(max = 100_000) int place) {
    JsonNode changed = Changes.withoutOne(Pack.yaml().tree(PUBLISHER), place);
    Assume.that(!isBeyond(changed));
    assertThat(SCHEMA.faults(changed).isEmpty())
        .as("%s %s", changed, refusals(changed))
        .isEqualTo(refusals(changed).isEmpty());
  }
}
