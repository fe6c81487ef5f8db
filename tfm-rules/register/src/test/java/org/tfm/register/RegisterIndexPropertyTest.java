package org.tfm.register;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.tfm.model.school.Country;
import org.tfm.model.school.EstablishmentType;
import org.tfm.model.school.OfstedGrade;
import org.tfm.model.school.Phase;
import org.tfm.model.school.School;

/** An index gives back what was put in. */
class RegisterIndexPropertyTest {

  @Provide
  Arbitrary<List<RegisteredSchool>> schools() {
    Arbitrary<Optional<String>> names =
        Arbitraries.strings().withChars("aé’ŷ \",\n\u0000").ofMaxLength(200).optional(0.6);
    Arbitrary<Optional<LocalDate>> days =
        Arbitraries.integers()
            .between(-700_000, 2_900_000)
            .map(day -> LocalDate.ofEpochDay(day))
            .optional(0.6);
    Arbitrary<School> schools =
        Combinators.combine(
                Arbitraries.integers().between(10_000, 999_999),
                Arbitraries.of(Phase.values()).optional(0.7),
                Arbitraries.of(EstablishmentType.values()).optional(0.7),
                Arbitraries.of(Country.values()).optional(0.7),
                names.list().ofSize(5),
                Arbitraries.integers().between(0, 11).optional(0.7),
                Arbitraries.of(true, false).optional(0.7),
                Combinators.combine(
                        Arbitraries.integers().between(0, 10_000).optional(0.7),
                        Arbitraries.integers().between(0, 99_999).optional(0.7),
                        Arbitraries.of(OfstedGrade.values()).optional(0.7))
                    .as(
                        (share, pupils, grade) ->
                            School.builder()
                                .urn(100_008)
                                .freeMealShare(
                                    share.map(hundredths -> BigDecimal.valueOf(hundredths, 2)))
                                .pupils(pupils)
                                .ofsted(grade)
                                .build()))
            .as(
                (urn, phase, type, country, texts, age, nursery, figures) ->
                    School.builder()
                        .from(figures)
                        .urn(urn)
                        .phase(phase)
                        .establishmentType(type)
                        .country(country)
                        .name(texts.get(0))
                        .localAuthority(texts.get(1))
                        .district(texts.get(2))
                        .region(texts.get(3))
                        .trust(texts.get(4))
                        .lowestAge(age)
                        .highestAge(age.map(lowest -> 99 - lowest))
                        .nurseryProvision(nursery)
                        .build());
    Arbitrary<ImmutableList<SchoolLink>> links =
        Combinators.combine(Arbitraries.integers().between(10_000, 999_999), days)
            .as(SchoolLink::new)
            .list()
            .ofMaxSize(3)
            .map(ImmutableList::copyOf);
    return Combinators.combine(
            schools,
            Arbitraries.of(RegisterStatus.values()),
            days.list().ofSize(2),
            names.list().ofSize(5),
            links,
            links)
        .as(
            (school, status, bounds, texts, before, after) ->
                new RegisteredSchool(
                    school,
                    status,
                    bounds.get(0),
                    bounds.get(1),
                    texts.get(0),
                    texts.get(1),
                    texts.get(2),
                    texts.get(3),
                    texts.get(4),
                    before,
                    after))
        .list()
        .uniqueElements(RegisteredSchool::urn)
        .ofMaxSize(10);
  }

  @Property
  void everySchoolIsFoundAsItWasWritten(@ForAll("schools") List<RegisteredSchool> schools)
      throws IOException {
    RegisterIndex index = RegisterIndex.open("X", written(schools));
    assertThat(index.size()).isEqualTo(schools.size());
    for (RegisteredSchool school : schools) {
      assertThat(index.school(index.find(school.urn()))).isEqualTo(school);
    }
    assertThat(index.find(9_999)).isNegative();
  }

  @Property
  void theOrderOfTheRowsDoesNotChangeWhatIsFound(@ForAll("schools") List<RegisteredSchool> schools)
      throws IOException {
    List<RegisteredSchool> reversed = new ArrayList<>(schools);
    Collections.reverse(reversed);
    RegisterIndex one = RegisterIndex.open("X", written(schools));
    RegisterIndex other = RegisterIndex.open("X", written(reversed));
    for (int place = 0; place < one.size(); place++) {
      assertThat(other.school(place)).isEqualTo(one.school(place));
    }
  }

  private static byte[] written(List<RegisteredSchool> schools) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    RegisterIndex.Writer writer = new RegisterIndex.Writer(out, RegisterIndex.largest());
    for (RegisteredSchool school : schools) {
      writer.add(school);
    }
    writer.finish(Optional.empty(), 0);
    return out.toByteArray();
  }
}
