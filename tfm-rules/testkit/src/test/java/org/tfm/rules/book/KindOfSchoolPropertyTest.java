package org.tfm.rules.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.tfm.model.assessment.Terms;
import org.tfm.model.assessment.Verdict;
import org.tfm.model.document.Answers;
import org.tfm.model.document.Application;
import org.tfm.model.document.Facts;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.Offering;
import org.tfm.model.school.Country;
import org.tfm.model.school.EstablishmentType;
import org.tfm.model.school.Phase;
import org.tfm.model.school.School;
import org.tfm.model.school.SchoolKind;
import org.tfm.testkit.TfmArbitraries;

/** Terms and verdicts for schools whose kind is known, partly known or another one. */
class KindOfSchoolPropertyTest {

  private static final PolicyBook BOOK = PolicyBook.bundled();
  private static final AcademicYear ANY_YEAR = AcademicYear.startingIn(2021);
  private static final ImmutableList<Offering> OFFERINGS =
      BOOK.offerings().stream()
          .map(entry -> entry.in(entry.year().orElse(ANY_YEAR)))
          .distinct()
          .collect(ImmutableList.toImmutableList());

  @Provide
  Arbitrary<Application> applications() {
    return Arbitraries.of(OFFERINGS)
        .flatMap(offering -> TfmArbitraries.of(BOOK, offering).applications())
        .map(KindOfSchoolPropertyTest::withoutFunding);
  }

  /** Removes the answers about funding, which would rule out some kinds of school. */
  private static Application withoutFunding(Application application) {
    Map<String, Object> answers = new TreeMap<>(application.answers().byFact());
    answers.remove(Facts.STATE_FUNDED.id());
    return Application.builder().from(application).answers(Answers.of(answers)).build();
  }

  @Property(tries = 300)
  void theVerdictOnASchoolKnownInPartIsThatOnEveryKindThatFits(
      @ForAll("applications") Application application) {
    Set<Verdict> verdicts = EnumSet.noneOf(Verdict.class);
    for (SchoolKind kind : application.school().kind().candidates()) {
      verdicts.add(BOOK.decide(of(application, kind)).verdict());
    }
    assertThat(BOOK.decide(application).verdict())
        .isEqualTo(
            verdicts.size() == 1 ? verdicts.iterator().next() : Verdict.MORE_INFORMATION_NEEDED);
  }

  private static Application of(Application application, SchoolKind kind) {
    School school = School.builder().from(application.school()).kind(kind).build();
    return Application.builder().from(application).school(school).build();
  }

  @Test
  void termsOfAnotherKindAreRefusedUnderEveryOffering() {
    List<EstablishmentType> all = ImmutableList.copyOf(EstablishmentType.values());
    List<EstablishmentType> types =
        IntStream.range(0, all.size()).filter(i -> i % 6 == 0).mapToObj(all::get).toList();
    for (Offering offering : OFFERINGS) {
      for (EstablishmentType type : types) {
        Application application =
            Application.builder().offering(offering).school(school(type)).build();
        for (EstablishmentType other : EstablishmentType.values()) {
          Terms terms = BOOK.terms(offering, school(other).kind());
          if (type == other) {
            assertThat(terms.verdict(application)).isEqualTo(BOOK.decide(application).verdict());
          } else {
            assertThatThrownBy(() -> terms.verdict(application))
                .isInstanceOf(InvalidInputException.class);
          }
        }
        Terms unknown = BOOK.terms(offering);
        assertThatThrownBy(() -> unknown.assess(application))
            .isInstanceOf(InvalidInputException.class);
      }
    }
  }

  private static School school(EstablishmentType type) {
    return School.builder()
        .urn(900_001)
        .phase(Phase.PRIMARY)
        .establishmentType(type)
        .country(Country.ENGLAND)
        .build();
  }
}
