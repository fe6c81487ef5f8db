package org.tfm.rules.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tfm.model.assessment.TermsTable;
import org.tfm.model.json.TfmJson;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.Offering;
import org.tfm.model.school.Country;
import org.tfm.model.school.EstablishmentType;
import org.tfm.model.school.PartialSchoolKind;
import org.tfm.model.school.Phase;

class TermsTableTest {

  private static final PolicyBook BOOK = PolicyBook.bundled();
  private static final AcademicYear YEAR = AcademicYear.startingIn(2022);
  private static final ImmutableList<Offering> OFFERINGS =
      BOOK.packs().stream()
          .flatMap(
              pack ->
                  pack.offers().stream()
                      .map(type -> Offering.of(pack.hub().id(), type, pack.year().orElse(YEAR))))
          .distinct()
          .collect(ImmutableList.toImmutableList());
  private static final TermsTable TABLE = TermsTable.of(OFFERINGS, BOOK);

  @Test
  void theTableSaysOfEveryOfferingAndKindWhatTheBookSays() {
    TermsTable read =
        TermsTable.joined(
            TABLE.split().stream()
                .map(one -> TfmJson.read(TfmJson.write(one), TermsTable.class))
                .toList());
    assertThat(read).isEqualTo(TABLE);
    assertThat(read.offerings()).containsExactlyElementsOf(OFFERINGS);
    for (Offering offering : OFFERINGS) {
      for (PartialSchoolKind kind : kinds()) {
        assertThat(read.terms(offering, kind)).isEqualTo(BOOK.terms(offering, kind));
      }
    }
  }

  private static ImmutableList<PartialSchoolKind> kinds() {
    ImmutableList.Builder<PartialSchoolKind> kinds = ImmutableList.builder();
    for (int phase = -1; phase < Phase.values().length; phase++) {
      for (int type = -1; type < EstablishmentType.values().length; type++) {
        for (int country = -1; country < Country.values().length; country++) {
          kinds.add(
              new PartialSchoolKind(
                  word(Phase.values(), phase),
                  word(EstablishmentType.values(), type),
                  word(Country.values(), country)));
        }
      }
    }
    return kinds.build();
  }

  private static <T> Optional<T> word(T[] words, int place) {
    return place < 0 ? Optional.empty() : Optional.of(words[place]);
  }

  @Test
  void theTableIsDataOfModestSize() {
    assertThat(TfmJson.write(TABLE).length()).isLessThan(14_000_000);
  }

  @Test
  void anOfferingThatIsNotThereIsNamedWithNearOnes() {
    assertThatThrownBy(
            () ->
                TABLE.terms(
                    Offering.of("cheshire-wiral", "primary-development", YEAR),
                    PartialSchoolKind.unknown()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith(
            "offering: there is no policy for `cheshire-wiral primary-development 2022/23`."
                + " Maybe `cheshire-wirral primary-development 2022/23`");
  }

  @Test
  void aTableOfOtherKindsOfSchoolIsRefused() {
    String other = TfmJson.write(TABLE).replaceFirst("\"NURSERY\",", "");
    assertThatThrownBy(() -> TfmJson.read(other, TermsTable.class))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("a version that knows other kinds of school");
  }
}
