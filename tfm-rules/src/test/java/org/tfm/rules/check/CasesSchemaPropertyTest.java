package org.tfm.rules.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.rules.pack.Pack;
import org.tfm.rules.pack.PackFiles;
import org.tfm.rules.schema.Changes;
import org.tfm.rules.schema.PackValidator;

/** The reader of worked cases rejects everything that their schema rejects. */
class CasesSchemaPropertyTest {

  private static final PackValidator SCHEMA = PackValidator.of(PackFiles.schemas(), "cases");

  private static final String CASES =
      """
      offering: { hub: cheshire-wirral, type: primary-development, year: 2022/23 }
      typical:
        application:
          school: { urn: 900001, phase: PRIMARY, establishmentType: COMMUNITY_SCHOOL, country: ENGLAND }
          history: [ { type: primary-readiness, year: 2021/22 } ]
          leadParticipants: [ { trn: "1234567", roles: [MATHS_LEAD], releaseDays: 5 } ]
          answers: { committed-to-mastery: true }
          place: ACCEPTED
        group:
          lead: { role: MASTERY_SPECIALIST, school: 900020 }
          schools: [ { urn: 900001, phase: PRIMARY } ]
        progress:
          school: { urn: 900001 }
          releaseDays: 10
      cases:
        - name: all is well
          application: {}
          expect:
            verdict: "YES"
            unmet: []
            entitlements: { grant: FIRM }
            amounts: { grant: GBP 1000.00 }
        - name: the phase is not said
          asOf: 2023-01-01
          application: { school: { phase: null }, answers: { committed-to-mastery: null } }
          expect: { verdict: MORE_INFORMATION_NEEDED, missing: [phase] }
        - name: the group as it is
          group: {}
          expect: {}
        - name: the year as it is
          progress: {}
          expect: {}
        - name: nobody leads
          group: { lead: null }
          expect: { referred: [work-group-lead] }
        - name: no release
          progress: { releaseDays: 0 }
          expect: { unmet: [release-time], silent: [], advice: [] }
      """;

  /** Thrown when the documents of the cases have been read and are about to be assessed. */
  private static final class Read extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private static Optional<String> refusal(String text) {
    try {
      WorkedCases.read("file", text)
          .run(
              (kind, day) -> {
                throw new Read();
              });
    } catch (Read e) {
      return Optional.empty();
    } catch (InvalidInputException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
    return Optional.empty();
  }

  @Test
  void theCasesThatAreChangedHereAreGood() {
    assertThat(SCHEMA.faults(Pack.yaml().tree(CASES))).isEmpty();
    assertThat(refusal(CASES)).isEmpty();
  }

  @Property(tries = 1_500)
  void anotherValueThatTheSchemaRefusesTheReaderRefusesToo(
      @ForAll @IntRange(max = 100_000) int place, @ForAll @IntRange(max = 100_000) int value) {
    JsonNode changed = Changes.anotherValue(Pack.yaml().tree(CASES), place, value);
    Assume.that(!SCHEMA.faults(changed).isEmpty());
    assertThat(refusal(changed.toString()))
        .as("%s %s", changed, SCHEMA.faults(changed))
        .isPresent();
  }

  @Property(tries = 300)
  void aKeyLeftOutThatTheSchemaMissesTheReaderMissesToo(
      @ForAll @IntRange(max = 100_000) int place) {
    JsonNode changed = Changes.withoutOne(Pack.yaml().tree(CASES), place);
    Assume.that(!SCHEMA.faults(changed).isEmpty());
    assertThat(refusal(changed.toString())).as("%s", changed).isPresent();
  }
}
