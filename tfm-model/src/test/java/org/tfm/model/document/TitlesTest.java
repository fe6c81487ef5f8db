package org.tfm.model.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tfm.model.criterion.Fact;
import org.tfm.model.criterion.Value;
import org.tfm.model.school.Country;
import org.tfm.model.school.EstablishmentType;
import org.tfm.model.school.OfstedGrade;
import org.tfm.model.school.Phase;

/** The titles of enum constants. */
class TitlesTest {

  static Stream<String> titles() {
    return Stream.of(
            Arrays.stream(Phase.values()).map(Phase::title),
            Arrays.stream(EstablishmentType.values()).map(EstablishmentType::title),
            Arrays.stream(Country.values()).map(Country::title),
            Arrays.stream(OfstedGrade.values()).map(OfstedGrade::title),
            Arrays.stream(Role.values()).map(Role::title),
            Arrays.stream(LeadRole.values()).map(LeadRole::title))
        .flatMap(titles -> titles);
  }

  @ParameterizedTest
  @MethodSource("titles")
  void aTitleIsWrittenAsPeopleWriteIt(String title) {
    assertThat(title).matches("[A-Z0-9].*[a-zA-Z0-9)]").doesNotContain("_", "  ");
  }

  @Test
  void titlesOfSomeWords() {
    assertThat(Phase.MIDDLE_DEEMED_PRIMARY.title()).isEqualTo("Middle deemed primary");
    assertThat(EstablishmentType.COMMUNITY_SCHOOL.title()).isEqualTo("Community school");
    assertThat(EstablishmentType.ACADEMY_16_19_CONVERTER.title()).contains("16 to 19");
    assertThat(Country.NORTHERN_IRELAND.title()).isEqualTo("Northern Ireland");
    assertThat(OfstedGrade.REQUIRES_IMPROVEMENT.title()).isEqualTo("Requires improvement");
    assertThat(Role.SENCO.title()).isEqualTo("SENCO");
    assertThat(Role.MATHS_LEAD.title()).isEqualTo("Maths lead");
    assertThat(LeadRole.MASTERY_SPECIALIST.title()).isEqualTo("Mastery Specialist");
  }

  static List<Fact> facts() {
    return Facts.all().values().stream().filter(fact -> !fact.choices().isEmpty()).toList();
  }

  @ParameterizedTest
  @MethodSource("facts")
  void everyChoiceOfTheLibraryHasAName(Fact fact) {
    assertThat(fact.names().keySet()).containsExactlyInAnyOrderElementsOf(fact.choices());
    assertThat(fact.names().values()).doesNotHaveDuplicates().allMatch(name -> !name.isBlank());
  }

  private static Optional<Value> teacher(Role... roles) {
    return LeadParticipants.isTeacher(
        LeadParticipant.builder().roles(ImmutableSet.copyOf(roles)).build());
  }

  @Test
  void onlyWhoIsNothingButATeachingAssistantIsNoTeacher() {
    assertThat(teacher(Role.TEACHING_ASSISTANT))
        .contains(new Value.YesNo(false, "a teaching assistant"));
    assertThat(teacher(Role.TEACHING_ASSISTANT, Role.CLASS_TEACHER)).contains(Value.YesNo.of(true));
    assertThat(teacher(Role.MATHS_LEAD)).contains(Value.YesNo.of(true));
    assertThat(teacher()).isEmpty();
    assertThat(LeadParticipants.isTeacher(LeadParticipant.builder().build())).isEmpty();
  }
}
