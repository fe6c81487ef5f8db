package org.tfm.model.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tfm.model.Policies.OFFERING;
import static org.tfm.model.Policies.must;
import static org.tfm.model.Policies.within;

import com.google.common.collect.ImmutableSet;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tfm.model.ModelArbitraries;
import org.tfm.model.document.Application;
import org.tfm.model.document.Facts;
import org.tfm.model.json.TfmJson;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.Offering;
import org.tfm.model.school.Country;
import org.tfm.model.school.EstablishmentType;
import org.tfm.model.school.PartialSchoolKind;
import org.tfm.model.school.Phase;
import org.tfm.model.term.Aspect;

class TermsTableTest {

  private static final Offering NEXT_YEAR =
      Offering.of("cheshire-wirral", "primary-development", AcademicYear.parse("2023/24"));

  /** Eight policies whose requirements depend on the phase, the type and the country. */
  private static Terms policy(Offering offering, PartialSchoolKind kind) {
    int least =
        (kind.phase().equals(Optional.of(Phase.SECONDARY)) ? 4 : 0)
            + (kind.establishmentType().equals(Optional.of(EstablishmentType.FREE_SCHOOL)) ? 2 : 0)
            + (kind.country().equals(Optional.of(Country.WALES)) ? 1 : 0);
    return ModelArbitraries.terms(
        offering,
        List.of(
            must(
                "teachers",
                Aspect.ELIGIBILITY,
                within(Facts.TEACHERS, String.valueOf(least), null))));
  }

  private static <T> List<Optional<T>> orUnknown(T[] words) {
    return Stream.concat(Stream.of(Optional.<T>empty()), Arrays.stream(words).map(Optional::of))
        .toList();
  }

  @Test
  void theTableHasTheTermsOfEveryKindOfSchool() {
    TermsTable table =
        TermsTable.of(List.of(NEXT_YEAR, OFFERING, OFFERING), TermsTableTest::policy);
    TermsTable read = TfmJson.read(TfmJson.write(table), TermsTable.class);
    assertThat(read.offerings()).containsExactly(NEXT_YEAR, OFFERING);
    for (Optional<Phase> phase : orUnknown(Phase.values())) {
      for (Optional<EstablishmentType> type : orUnknown(EstablishmentType.values())) {
        for (Optional<Country> country : orUnknown(Country.values())) {
          PartialSchoolKind kind = new PartialSchoolKind(phase, type, country);
          assertThat(read.terms(OFFERING, kind)).isEqualTo(policy(OFFERING, kind).forKind(kind));
        }
      }
    }
  }

  @Test
  void aTableIsSplitByOfferingAndJoinedAgain() {
    TermsTable table = TermsTable.of(List.of(NEXT_YEAR, OFFERING), TermsTableTest::policy);
    assertThat(table.split())
        .extracting(TermsTable::offerings)
        .containsExactly(ImmutableSet.of(NEXT_YEAR), ImmutableSet.of(OFFERING));
    assertThat(TermsTable.joined(table.split())).isEqualTo(table);
    assertThat(TermsTable.joined(List.of()).offerings()).isEmpty();
  }

  @Test
  void equalTermsAreStoredOnce() {
    TermsTable table = TermsTable.of(List.of(OFFERING), TermsTableTest::policy);
    assertThat(table.entries().get(0).terms()).hasSize(8);
  }

  @Test
  void tablesAreEqualIfTheirTermsAre() {
    TermsTable table = TermsTable.of(List.of(OFFERING), TermsTableTest::policy);
    TermsTable same = TermsTable.of(List.of(OFFERING), TermsTableTest::policy);
    TermsTable other = TermsTable.of(List.of(NEXT_YEAR), TermsTableTest::policy);
    assertThat(table).isEqualTo(same).hasSameHashCodeAs(same).isNotEqualTo("a table");
    assertThat(table).isNotEqualTo(other).doesNotHaveSameHashCodeAs(other);
    assertThat(table).asString().contains("primary-development");
  }

  @Test
  void anUnknownOfferingIsNamedWithSimilarOnes() {
    TermsTable table = TermsTable.of(List.of(OFFERING), TermsTableTest::policy);
    assertThatThrownBy(() -> table.terms(NEXT_YEAR, PartialSchoolKind.unknown()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith(
            "offering: there is no policy for `cheshire-wirral primary-development 2023/24`."
                + " Maybe `cheshire-wirral primary-development 2022/23`");
  }

  @Test
  void placeholdersOfAMissingOfferingAreNotLookedUp() {
    TermsTable table = TermsTable.of(List.of(OFFERING), TermsTableTest::policy);
    assertThatThrownBy(
            () ->
                TfmJson.reader()
                    .read(
                        "{\"offering\": {\"hub\": \"cheshire-wirral\"}}",
                        Application.class,
                        application -> {
                          try {
                            table.terms(application.offering(), application.schoolKind());
                            return List.of();
                          } catch (InvalidInputException e) {
                            return e.problems();
                          }
                        }))
        .isInstanceOfSatisfying(
            InvalidInputException.class,
            e ->
                assertThat(e.problems())
                    .extracting(problem -> problem.pointer().orElse(""))
                    .containsExactlyInAnyOrder("/offering/type", "/offering/year", "/school"));
  }

  @Test
  void aTableOfOtherKindsOfSchoolIsRefused() {
    String other =
        TfmJson.write(TermsTable.of(List.of(OFFERING), TermsTableTest::policy))
            .replaceFirst("\"NURSERY\",", "");
    assertThatThrownBy(() -> TfmJson.read(other, TermsTable.class))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("a version that knows other kinds of school");
  }
}
