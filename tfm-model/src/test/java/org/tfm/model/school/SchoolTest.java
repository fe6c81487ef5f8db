package org.tfm.model.school;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchoolTest {

  private static final String RULINGS =
      """
       1 | COMMUNITY_SCHOOL                                  | STATE       | MAINSTREAM
       2 | VOLUNTARY_AIDED_SCHOOL                            | STATE       | MAINSTREAM
       3 | VOLUNTARY_CONTROLLED_SCHOOL                       | STATE       | MAINSTREAM
       5 | FOUNDATION_SCHOOL                                 | STATE       | MAINSTREAM
       6 | CITY_TECHNOLOGY_COLLEGE                           | STATE       | MAINSTREAM
       7 | COMMUNITY_SPECIAL_SCHOOL                          | STATE       | SPECIAL
       8 | NON_MAINTAINED_SPECIAL_SCHOOL                     | STATE       | SPECIAL
       9 | INDEPENDENT_SCHOOL_APPROVED_FOR_SEN_PUPILS        | INDEPENDENT | SPECIAL
      10 | INDEPENDENT_SPECIAL_SCHOOL                        | INDEPENDENT | SPECIAL
      11 | INDEPENDENT_SCHOOL                                | INDEPENDENT | MAINSTREAM
      12 | FOUNDATION_SPECIAL_SCHOOL                         | STATE       | SPECIAL
      14 | PUPIL_REFERRAL_UNIT                               | STATE       | ALTERNATIVE
      15 | LA_NURSERY_SCHOOL                                 | STATE       | MAINSTREAM
      17 | EUROPEAN_SCHOOL                                   | NOT_SAID    | MAINSTREAM
      18 | FURTHER_EDUCATION                                 | STATE       | OTHER
      22 | EY_SETTING                                        | NOT_SAID    | OTHER
      23 | PLAYING_FOR_SUCCESS_CENTRE                        | NOT_SAID    | OTHER
      24 | SECURE_UNIT                                       | STATE       | OTHER
      25 | OFFSHORE_SCHOOL                                   | INDEPENDENT | MAINSTREAM
      26 | CHILDRENS_EDUCATION_SERVICE                       | STATE       | OTHER
      27 | MISCELLANEOUS                                     | NOT_SAID    | OTHER
      28 | ACADEMY_SPONSOR_LED                               | STATE       | MAINSTREAM
      29 | HIGHER_EDUCATION_INSTITUTION                      | NOT_SAID    | OTHER
      30 | WELSH_ESTABLISHMENT                               | NOT_SAID    | OTHER
      31 | SIXTH_FORM_CENTRE                                 | STATE       | OTHER
      32 | SPECIAL_POST_16_INSTITUTION                       | NOT_SAID    | SPECIAL
      33 | ACADEMY_SPECIAL_SPONSOR_LED                       | STATE       | SPECIAL
      34 | ACADEMY_CONVERTER                                 | STATE       | MAINSTREAM
      35 | FREE_SCHOOL                                       | STATE       | MAINSTREAM
      36 | SPECIAL_FREE_SCHOOL                               | STATE       | SPECIAL
      37 | BRITISH_SCHOOL_OVERSEAS                           | INDEPENDENT | MAINSTREAM
      38 | FREE_SCHOOL_ALTERNATIVE_PROVISION                 | STATE       | ALTERNATIVE
      39 | FREE_SCHOOL_16_19                                 | STATE       | MAINSTREAM
      40 | UNIVERSITY_TECHNICAL_COLLEGE                      | STATE       | MAINSTREAM
      41 | STUDIO_SCHOOL                                     | STATE       | MAINSTREAM
      42 | ACADEMY_ALTERNATIVE_PROVISION_CONVERTER           | STATE       | ALTERNATIVE
      43 | ACADEMY_ALTERNATIVE_PROVISION_SPONSOR_LED         | STATE       | ALTERNATIVE
      44 | ACADEMY_SPECIAL_CONVERTER                         | STATE       | SPECIAL
      45 | ACADEMY_16_19_CONVERTER                           | STATE       | MAINSTREAM
      46 | ACADEMY_16_19_SPONSOR_LED                         | STATE       | MAINSTREAM
      49 | ONLINE_PROVIDER                                   | INDEPENDENT | OTHER
      56 | INSTITUTION_FUNDED_BY_OTHER_GOVERNMENT_DEPARTMENT | STATE       | OTHER
      57 | ACADEMY_SECURE_16_TO_19                           | STATE       | OTHER
      """;

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = RULINGS)
  void everyTypeHasARulingOnFundingAndProvision(
      String code, EstablishmentType type, Funding funding, ProvisionType provision) {
    assertThat(type.code()).isEqualTo(code);
    assertThat(type.funding()).isEqualTo(funding);
    assertThat(type.provision()).isEqualTo(provision);
  }

  @Test
  void theTableOfRulingsNamesEveryTypeOnce() {
    assertThat(RULINGS.lines().filter(line -> line.contains("|")))
        .hasSize(EstablishmentType.values().length)
        .doesNotHaveDuplicates();
    assertThat(EstablishmentType.values())
        .allSatisfy(type -> assertThat(RULINGS).contains("| " + type.name() + " "));
  }

  @Test
  void nonMaintainedSpecialSchoolsAreStateFunded() {
    assertThat(EstablishmentType.NON_MAINTAINED_SPECIAL_SCHOOL.funding()).isEqualTo(Funding.STATE);
  }

  @Test
  void independentSpecialSchoolsAreNot() {
    assertThat(EstablishmentType.INDEPENDENT_SPECIAL_SCHOOL.funding())
        .isEqualTo(Funding.INDEPENDENT);
    assertThat(EstablishmentType.INDEPENDENT_SCHOOL_APPROVED_FOR_SEN_PUPILS.funding())
        .isEqualTo(Funding.INDEPENDENT);
  }

  @Test
  void theTypeOfAWelshEstablishmentDoesNotDetermineItsFunding() {
    assertThat(EstablishmentType.WELSH_ESTABLISHMENT.funding()).isEqualTo(Funding.NOT_SAID);
  }

  @ParameterizedTest
  @EnumSource(EstablishmentType.class)
  void everyTypeIsFoundByItsCodeWithAndWithoutALeadingZero(EstablishmentType type) {
    assertThat(EstablishmentType.findByCode(type.code())).contains(type);
    assertThat(EstablishmentType.findByCode("0" + type.code())).contains(type);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "4", "99", "001", "x", "-1", " 1"})
  void anUnknownTypeCodeFindsNothing(String code) {
    assertThat(EstablishmentType.findByCode(code)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "0, NOT_APPLICABLE",
    "1, NURSERY",
    "2, PRIMARY",
    "3, MIDDLE_DEEMED_PRIMARY",
    "4, SECONDARY",
    "5, MIDDLE_DEEMED_SECONDARY",
    "6, SIXTEEN_PLUS",
    "7, ALL_THROUGH"
  })
  void phasesHaveTheCodesOfTheRegister(String code, Phase phase) {
    assertThat(phase.code()).isEqualTo(code);
    assertThat(Phase.findByCode(code)).contains(phase);
  }

  @Test
  void anUnknownPhaseCodeFindsNothing() {
    assertThat(Phase.values()).hasSize(8);
    assertThat(List.of("8", "", "02")).allMatch(code -> Phase.findByCode(code).isEmpty());
  }

  @Test
  void thereIsAKindForEveryPhaseTypeAndCountry() {
    assertThat(SchoolKind.all())
        .hasSize(
            Phase.values().length * EstablishmentType.values().length * Country.values().length)
        .doesNotHaveDuplicates()
        .isEqualTo(SchoolKind.all().reverse().stream().sorted().toList());
  }

  @Test
  void aKindHasTheFundingAndProvisionOfItsType() {
    assertThat(SchoolKind.all())
        .allSatisfy(
            kind -> {
              ProvisionType provision = kind.establishmentType().provision();
              assertThat(kind.isSpecial()).isEqualTo(provision == ProvisionType.SPECIAL);
              assertThat(kind.isMainstream()).isEqualTo(provision == ProvisionType.MAINSTREAM);
              assertThat(kind.funding()).isEqualTo(kind.establishmentType().funding());
            });
  }

  @Test
  void everyUnknownPartMultipliesTheCandidates() {
    int phases = Phase.values().length;
    int types = EstablishmentType.values().length;
    int countries = Country.values().length;
    Optional<Phase> phase = Optional.of(Phase.PRIMARY);
    Optional<EstablishmentType> type = Optional.of(EstablishmentType.FREE_SCHOOL);
    Optional<Country> country = Optional.of(Country.ENGLAND);
    assertThat(candidates(phase, type, country)).isEqualTo(1);
    assertThat(candidates(Optional.empty(), type, country)).isEqualTo(phases);
    assertThat(candidates(phase, Optional.empty(), country)).isEqualTo(types);
    assertThat(candidates(phase, type, Optional.empty())).isEqualTo(countries);
    assertThat(candidates(phase, Optional.empty(), Optional.empty())).isEqualTo(types * countries);
    assertThat(candidates(Optional.empty(), Optional.empty(), Optional.empty()))
        .isEqualTo(phases * types * countries);
  }

  private static int candidates(
      Optional<Phase> phase, Optional<EstablishmentType> type, Optional<Country> country) {
    List<SchoolKind> candidates = new PartialSchoolKind(phase, type, country).candidates();
    assertThat(candidates)
        .allMatch(kind -> phase.map(p -> p == kind.phase()).orElse(true))
        .allMatch(kind -> type.map(t -> t == kind.establishmentType()).orElse(true))
        .allMatch(kind -> country.map(c -> c == kind.country()).orElse(true));
    return candidates.size();
  }

  @Test
  void aFullyKnownKindIsItsOnlyCandidate() {
    assertThat(SchoolKind.all())
        .allSatisfy(
            kind -> assertThat(PartialSchoolKind.of(kind).candidates()).containsExactly(kind));
  }

  @Test
  void theKindOfASchoolHasTheGivenParts() {
    SchoolKind kind =
        new SchoolKind(Phase.PRIMARY, EstablishmentType.ACADEMY_CONVERTER, Country.ENGLAND);
    assertThat(School.builder().urn(100_008).kind(kind).build().kind())
        .isEqualTo(PartialSchoolKind.of(kind));
    assertThat(School.builder().urn(100_008).phase(Phase.PRIMARY).build().kind())
        .isEqualTo(
            new PartialSchoolKind(Optional.of(Phase.PRIMARY), Optional.empty(), Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(ints = {10_000, 999_999})
  void aUrnHasFiveOrSixDigits(int urn) {
    assertThat(School.builder().urn(urn).build().urn()).isEqualTo(urn);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 9_999, 1_000_000})
  void anyOtherNumberIsNotAUrn(int urn) {
    assertThatThrownBy(() -> School.builder().urn(urn).build())
        .hasMessage("urn: `" + urn + "` is not a URN; expected a number of five or six digits");
  }

  @Test
  void everyCombinationOfKnownPartsIsASharedInstance() {
    PartialSchoolKind nothing = PartialSchoolKind.unknown();
    assertThat(nothing.candidates()).hasSameSizeAs(SchoolKind.all());
    Set<Integer> hashes = new HashSet<>();
    for (SchoolKind kind : SchoolKind.all()) {
      assertThat(PartialSchoolKind.of(kind))
          .isSameAs(PartialSchoolKind.of(kind))
          .isNotEqualTo(nothing);
      hashes.add(PartialSchoolKind.of(kind).hashCode());
    }
    assertThat(hashes).hasSameSizeAs(SchoolKind.all()).doesNotContain(nothing.hashCode());
  }
}
