package org.tfm.model.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tfm.model.criterion.AllOf;
import org.tfm.model.criterion.AnyOf;
import org.tfm.model.criterion.Confirmed;
import org.tfm.model.criterion.Criterion;
import org.tfm.model.criterion.Fact;
import org.tfm.model.criterion.ForMembers;
import org.tfm.model.criterion.HubDecides;
import org.tfm.model.criterion.Includes;
import org.tfm.model.criterion.Members;
import org.tfm.model.criterion.Not;
import org.tfm.model.criterion.OneOf;
import org.tfm.model.criterion.Provided;
import org.tfm.model.criterion.Within;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.Offering;
import org.tfm.model.programme.ReleaseTime;
import org.tfm.model.school.Country;
import org.tfm.model.school.EstablishmentType;
import org.tfm.model.school.Phase;
import org.tfm.model.school.School;

class FactKeyTest {

  private static final Criterion RELEASED =
      new ForMembers(
          Members.LEAD_PARTICIPANTS,
          true,
          new Within(Facts.RELEASE_DAYS, Optional.of(BigDecimal.ONE), Optional.empty()));
  private static final Criterion NUMBERED =
      new ForMembers(Members.LEAD_PARTICIPANTS, true, new Provided(Facts.TRN));
  private static final Criterion READY =
      new Includes(Facts.PARTICIPATION, ImmutableSet.of("our-own-type"), false);
  private static final Criterion MOST = new Confirmed(Facts.MOST_TEACHERS_USING_MASTERY);

  private static Application.Builder application() {
    return Application.builder()
        .offering(
            Offering.of("cheshire-wirral", "primary-development", AcademicYear.parse("2022/23")))
        .school(School.builder().urn(100_008).build());
  }

  private static FactKey keyOf(Criterion criterion) {
    return FactKey.of(List.of(criterion)).orElseThrow();
  }

  private static Application released(int people, int halfDays) {
    LeadParticipant person =
        LeadParticipant.builder().releaseDays(ReleaseTime.ofHalfDays(halfDays)).build();
    return application()
        .leadParticipants(ImmutableList.copyOf(Collections.nCopies(people, person)))
        .build();
  }

  private static Application answering(Map<String, Object> answers) {
    return application().answers(Answers.of(answers)).build();
  }

  private static Application history(String... types) {
    ImmutableList.Builder<Participation> history = ImmutableList.builder();
    for (String type : types) {
      history.add(Participation.builder().type(type).year(AcademicYear.parse("2021/22")).build());
    }
    return application().history(history.build()).build();
  }

  @Test
  void whatIsNotAskedMakesNoDifference() {
    Application plain = released(2, 8);
    Application other =
        Application.builder()
            .from(plain)
            .headteacherStatement("We would like to take part.")
            .answers(Answers.of(Map.of("reports", true)))
            .build();
    assertThat(keyOf(RELEASED).of(other)).isEqualTo(keyOf(RELEASED).of(plain)).isNotNegative();
  }

  @Test
  void ofASchoolOrAPersonOnlyWhatIsAskedMakesADifference() {
    FactKey phase = keyOf(new OneOf(Facts.PHASE, ImmutableSet.of("PRIMARY")));
    School.Builder primary = School.builder().urn(100_008).phase(Phase.PRIMARY);
    Application plain = application().school(primary.build()).build();
    School more =
        primary.establishmentType(EstablishmentType.FREE_SCHOOL).country(Country.WALES).build();
    assertThat(phase.of(Application.builder().from(released(2, 8)).school(more).build()))
        .isEqualTo(phase.of(plain))
        .isNotEqualTo(phase.of(application().build()));
    FactKey numbered = keyOf(NUMBERED);
    assertThat(numbered.of(released(2, 8))).isEqualTo(numbered.of(released(2, 3))).isNotNegative();
  }

  @Test
  void everythingThatIsShownMakesADifference() {
    FactKey released = keyOf(RELEASED);
    assertThat(
            List.of(
                released.of(application().build()),
                released.of(released(1, 0)),
                released.of(released(2, 0)),
                released.of(released(1, 1)),
                released.of(released(2, 1)),
                released.of(released(3, 732))))
        .doesNotHaveDuplicates()
        .allMatch(key -> key >= 0);
    FactKey most = keyOf(MOST);
    assertThat(
            List.of(
                most.of(application().build()),
                most.of(answering(Map.of("most-teachers-using-mastery", true))),
                most.of(answering(Map.of("teachers", 12, "teachers-using-mastery", 11))),
                most.of(answering(Map.of("teachers", 11, "teachers-using-mastery", 11))),
                most.of(answering(Map.of("teachers", 12)))))
        .doesNotHaveDuplicates()
        .allMatch(key -> key >= 0);
    FactKey ready = keyOf(READY);
    assertThat(
            List.of(
                ready.of(application().build()),
                ready.of(history()),
                ready.of(history("our-own-type")),
                ready.of(history("our-own-type", "lesson-design")),
                ready.of(history("lesson-design", "our-own-type"))))
        .doesNotHaveDuplicates()
        .allMatch(key -> key >= 0);
    FactKey decided = keyOf(new ForMembers(Members.LEAD_PARTICIPANTS, true, new HubDecides()));
    assertThat(decided.of(released(1, 0))).isNotEqualTo(decided.of(released(2, 0)));
  }

  @Test
  void aListThatNamesNobodyIsOneThatWasLeftOut() {
    assertThat(keyOf(RELEASED).of(released(0, 0)))
        .isEqualTo(keyOf(RELEASED).of(application().build()));
  }

  /** What the application says takes 63 bits here: the number of people has no room left. */
  @Test
  void criteriaThatLeaveNoRoomForTheNumberOfPeopleHaveNoKey() {
    Criterion special = new Confirmed(Facts.SPECIAL);
    Criterion role = new ForMembers(Members.LEAD_PARTICIPANTS, true, new Provided(Facts.ROLES));
    assertThat(FactKey.of(List.of(special, MOST, READY, role))).isEmpty();
    assertThat(FactKey.of(List.of(special, MOST, READY))).isPresent();
    assertThat(FactKey.of(List.of(MOST, READY, role))).isPresent();
  }

  @Test
  void whatFitsIntoNoNumberHasNoKey() {
    assertThat(keyOf(RELEASED).of(released(5, 732))).isNotNegative();
    assertThat(keyOf(RELEASED).of(released(6, 0))).isEqualTo(FactKey.NONE);
    assertThat(keyOf(NUMBERED).of(released(31, 0))).isNotNegative();
    assertThat(keyOf(NUMBERED).of(released(100, 0))).isEqualTo(FactKey.NONE);
    assertThat(keyOf(MOST).of(answering(Map.of("teachers", 99_999)))).isNotNegative();
    assertThat(keyOf(MOST).of(answering(Map.of("teachers", 100_000)))).isEqualTo(FactKey.NONE);
    assertThat(keyOf(MOST).of(answering(Map.of("teachers", new BigDecimal("1.5")))))
        .isEqualTo(FactKey.NONE);
    assertThat(keyOf(MOST).of(answering(Map.of("teachers", new BigDecimal("1e19")))))
        .isEqualTo(FactKey.NONE);
    assertThat(keyOf(READY).of(history("a-type-nobody-knows"))).isEqualTo(FactKey.NONE);
    String[] many =
        IntStream.range(0, 1_000)
            .mapToObj(i -> i % 2 == 0 ? "our-own-type" : "lesson-design")
            .toArray(String[]::new);
    assertThat(keyOf(READY).of(history(many)))
        .isEqualTo(keyOf(READY).of(history("our-own-type", "lesson-design")));
    assertThat(
            keyOf(READY)
                .of(
                    history(
                        "our-own-type",
                        "lesson-design",
                        "greater-depth",
                        "send-partnership",
                        "mastering-number")))
        .isEqualTo(FactKey.NONE);
  }

  @Test
  void aTextIsSeenOnlyToBeThere() {
    Fact word = Fact.choice("own-word", "the word", "Which word?", List.of(), "answers.own-word");
    FactKey open = keyOf(new OneOf(word, ImmutableSet.of("yes")));
    assertThat(open.of(application().build())).isNotNegative();
    assertThat(open.of(answering(Map.of("own-word", "a person's name")))).isEqualTo(FactKey.NONE);
    FactKey text = keyOf(new Provided(Facts.HEADTEACHER_STATEMENT));
    assertThat(text.of(application().headteacherStatement("One.").build()))
        .isEqualTo(text.of(application().headteacherStatement("Other.").build()));
  }

  @Test
  void aFactThatIsReadSomewhereElseHasNoKey() {
    assertThat(FactKey.of(List.of(new Provided(Facts.SESSIONS)))).isEmpty();
    assertThat(FactKey.of(List.of(new AllOf(ImmutableList.of(MOST, new Provided(Facts.VISITS))))))
        .isEmpty();
  }

  @Test
  void aTypeOfTheHubsOwnCountsInTheYearsThatAreAskedFor() {
    FactKey earlier =
        keyOf(new Includes(Facts.EARLIER_PARTICIPATION, ImmutableSet.of("our-own-type"), false));
    Application nothing = application().history(ImmutableList.of()).build();
    assertThat(earlier.of(participated("our-own-type", "2021/22")))
        .isNotEqualTo(earlier.of(nothing));
    assertThat(earlier.of(participated("our-own-type", "2022/23"))).isEqualTo(earlier.of(nothing));
    FactKey any = keyOf(READY);
    assertThat(any.of(participated("our-own-type", "2022/23"))).isNotEqualTo(any.of(nothing));
    assertThat(any.of(participated("our-own-type", "2023/24"))).isEqualTo(any.of(nothing));
  }

  @Test
  void aTypeOfTheHubsOwnCountsHoweverDeepItIsAskedFor() {
    Application nothing = application().history(ImmutableList.of()).build();
    for (Criterion deep :
        List.of(
            new ForMembers(Members.LEAD_PARTICIPANTS, true, READY),
            new AllOf(ImmutableList.of(MOST, READY)),
            new AnyOf(ImmutableList.of(MOST, READY)),
            new Not(READY))) {
      FactKey key = keyOf(deep);
      assertThat(key.of(participated("our-own-type", "2022/23")))
          .as("%s", deep)
          .isNotNegative()
          .isNotEqualTo(key.of(nothing));
    }
  }

  @Test
  void wordsOfAClosedListAreToldInTheOrderTheyAreGiven() {
    Fact ways =
        Fact.choices(
            "ways", "the ways", "Which ways?", List.of("A", "B", "C", "D", "E"), "answers.ways");
    FactKey key = keyOf(new Includes(ways, ImmutableSet.of("A"), false));
    assertThat(
            List.of(
                key.of(application().build()),
                key.of(answering(Map.of("ways", List.of()))),
                key.of(answering(Map.of("ways", List.of("A")))),
                key.of(answering(Map.of("ways", List.of("A", "B")))),
                key.of(answering(Map.of("ways", List.of("B", "A")))),
                key.of(answering(Map.of("ways", List.of("A", "B", "C", "D"))))))
        .doesNotHaveDuplicates()
        .allMatch(one -> one >= 0);
    assertThat(key.of(answering(Map.of("ways", List.of("A", "B", "A")))))
        .isEqualTo(key.of(answering(Map.of("ways", List.of("A", "B")))));
    assertThat(key.of(answering(Map.of("ways", List.of("A", "B", "C", "D", "E")))))
        .isEqualTo(FactKey.NONE);
    assertThat(key.of(answering(Map.of("ways", List.of("another"))))).isEqualTo(FactKey.NONE);
  }

  @Test
  void whereTheTypeOfASchoolIsSilentItsAnswerTells() {
    FactKey funded = keyOf(new Confirmed(Facts.STATE_FUNDED));
    assertThat(funded.of(answering(Map.of("state-funded", true))))
        .isNotEqualTo(funded.of(application().build()))
        .isNotEqualTo(funded.of(answering(Map.of("state-funded", false))));
  }

  @Test
  void everyFactOfTheLibraryThatAnApplicationCanHoldHasAKey() {
    for (Fact fact : Facts.all().values()) {
      boolean elsewhere =
          List.of("schools", "lead.role", "sessions", "sessions[].host").contains(fact.at())
              || List.of("releaseDays", "workshopsAttended", "visits", "visitHalfDays")
                  .contains(fact.at());
      assertThat(FactKey.of(List.of(new Provided(fact))).isPresent())
          .as(fact.id())
          .isEqualTo(!elsewhere);
    }
  }

  private static Application at(School.Builder school) {
    return application().school(school.urn(100_008).build()).build();
  }

  private static Application of(LeadParticipant.Builder... people) {
    return application()
        .leadParticipants(
            Arrays.stream(people)
                .map(LeadParticipant.Builder::build)
                .collect(ImmutableList.toImmutableList()))
        .build();
  }

  private static Application participated(String type, String year) {
    Participation participation =
        Participation.builder().type(type).year(AcademicYear.parse(year)).build();
    return application().history(ImmutableList.of(participation)).build();
  }

  /** Each of these applications has a key of its own, and none needs more bits than it says. */
  private static void differ(Fact fact, List<Application> applications) {
    FactKey key = keyOf(new Provided(fact));
    List<Long> keys = applications.stream().map(key::of).toList();
    assertThat(keys).as(fact.id()).doesNotHaveDuplicates().allMatch(one -> one >= 0);
  }

  @Test
  void everyWordOfASchoolMakesADifference() {
    differ(
        Facts.PHASE,
        with(Arrays.stream(Phase.values()).map(word -> at(School.builder().phase(word)))));
    differ(
        Facts.COUNTRY,
        with(Arrays.stream(Country.values()).map(word -> at(School.builder().country(word)))));
    for (Fact fact :
        List.of(Facts.ESTABLISHMENT_TYPE, Facts.SPECIAL, Facts.MAINSTREAM, Facts.STATE_FUNDED)) {
      differ(
          fact,
          with(
              Arrays.stream(EstablishmentType.values())
                  .map(word -> at(School.builder().establishmentType(word)))));
    }
    differ(
        Facts.STATE_FUNDED,
        with(Stream.of(true, false).map(yes -> answering(Map.of("state-funded", yes)))));
  }

  private static List<Application> with(Stream<Application> others) {
    return Stream.concat(Stream.of(application().build()), others).toList();
  }

  @Test
  void whatTheSchoolAndTheHubSayOfTheApplicationMakesADifference() {
    differ(
        Facts.PLACE,
        with(Arrays.stream(Place.values()).map(word -> application().place(word).build())));
    differ(
        Facts.APPLIES_INDIVIDUALLY,
        Arrays.stream(SubmittedBy.values())
            .map(word -> application().submittedBy(word).build())
            .toList());
    differ(
        Facts.HEADTEACHER_STATEMENT,
        with(Stream.of(application().headteacherStatement("We wish to.").build())));
    FactKey statement = keyOf(new Provided(Facts.HEADTEACHER_STATEMENT));
    assertThat(statement.of(application().headteacherStatement(" ").build()))
        .isEqualTo(statement.of(application().build()));
  }

  @Test
  void howManyPeopleAndHowLongTheyAreReleasedMakesADifference() {
    differ(
        Facts.LEAD_PARTICIPANTS,
        List.of(
            application().build(),
            of(LeadParticipant.builder()),
            of(LeadParticipant.builder(), LeadParticipant.builder())));
    differ(
        Facts.COMBINED_RELEASE,
        List.of(
            application().build(),
            released(1, 0),
            released(1, 1),
            released(1, 2),
            of(LeadParticipant.builder()),
            of(
                LeadParticipant.builder(),
                LeadParticipant.builder().releaseDays(ReleaseTime.ofHalfDays(1)))));
    FactKey combined = keyOf(new Provided(Facts.COMBINED_RELEASE));
    assertThat(combined.of(released(1, 4))).isEqualTo(combined.of(released(2, 2)));
    FactKey people = keyOf(new Provided(Facts.LEAD_PARTICIPANTS));
    assertThat(people.of(of(numbered(1), numbered(1)))).isEqualTo(people.of(of(numbered(1))));
  }

  private static LeadParticipant.Builder numbered(int number) {
    return LeadParticipant.builder().trn(Trn.parse("000000" + number));
  }

  @Test
  void everyRoleYearAndNumberOfAPersonMakesADifference() {
    Stream<LeadParticipant.Builder> single =
        Arrays.stream(Role.values())
            .map(role -> LeadParticipant.builder().roles(ImmutableSet.of(role)));
    Stream<LeadParticipant.Builder> others =
        Stream.of(
            LeadParticipant.builder(),
            LeadParticipant.builder().roles(ImmutableSet.of()),
            LeadParticipant.builder().roles(ImmutableSet.copyOf(Role.values())));
    ofPerson(Facts.ROLES, Stream.concat(others, single));
    ofPerson(
        Facts.YEARS_TEACHING,
        Stream.concat(
            Stream.of(LeadParticipant.builder()),
            Stream.of("0", "0.01", "0.1", "1", "1.01", "80")
                .map(years -> LeadParticipant.builder().yearsTeaching(new BigDecimal(years)))));
    ofPerson(Facts.TRN, Stream.of(LeadParticipant.builder(), numbered(1)));
    ofPerson(
        Facts.RELEASE_DAYS,
        Stream.of(
            LeadParticipant.builder(),
            LeadParticipant.builder().releaseDays(ReleaseTime.ofHalfDays(0)),
            LeadParticipant.builder().releaseDays(ReleaseTime.ofHalfDays(1))));
  }

  private static void ofPerson(Fact fact, Stream<LeadParticipant.Builder> people) {
    FactKey key = keyOf(new ForMembers(Members.LEAD_PARTICIPANTS, true, new Provided(fact)));
    assertThat(people.map(person -> key.of(of(person))))
        .as(fact.id())
        .doesNotHaveDuplicates()
        .allMatch(one -> one >= 0);
  }

  @Test
  void onlyTheYearsThatAreAskedAboutMakeADifference() {
    FactKey earlier = keyOf(new Provided(Facts.EARLIER_PARTICIPATION));
    FactKey any = keyOf(new Provided(Facts.PARTICIPATION));
    Application nothing = application().history(ImmutableList.of()).build();
    for (String type : List.of("primary-readiness", "primary-development")) {
      assertThat(earlier.of(participated(type, "2021/22"))).isNotEqualTo(earlier.of(nothing));
      assertThat(earlier.of(participated(type, "2022/23"))).isEqualTo(earlier.of(nothing));
      assertThat(any.of(participated(type, "2022/23"))).isNotEqualTo(any.of(nothing));
      assertThat(any.of(participated(type, "2023/24"))).isEqualTo(any.of(nothing));
    }
    Fact year = Facts.participationIn(AcademicYear.parse("2020/21"));
    FactKey only = keyOf(new Provided(year));
    assertThat(only.of(participated("primary-readiness", "2020/21")))
        .isNotEqualTo(only.of(nothing));
    assertThat(only.of(participated("primary-readiness", "2021/22"))).isEqualTo(only.of(nothing));
  }

  @Test
  void everyAnswerToAQuestionOfAPolicyMakesADifference() {
    Fact yesNo = Fact.yesNo("own-yes", "it is so", "Is it?", "answers.own-yes");
    differ(yesNo, with(Stream.of(true, false).map(yes -> answering(Map.of("own-yes", yes)))));
    differ(
        Objects.requireNonNull(Facts.answers().get("reports")),
        with(Stream.of(true, false).map(yes -> answering(Map.of("reports", yes)))));
    Fact number = Fact.number("own-number", "the number", "How many?", "", "answers.own-number");
    differ(
        number,
        with(Stream.of(0, 1, 2, 99_999).map(amount -> answering(Map.of("own-number", amount)))));
    Fact word =
        Fact.choice("own-word", "the word", "Which?", List.of("A", "B"), "answers.own-word");
    differ(word, with(Stream.of("A", "B").map(one -> answering(Map.of("own-word", one)))));
    assertThat(keyOf(new Provided(word)).of(answering(Map.of("own-word", "C"))))
        .isEqualTo(keyOf(new Provided(word)).of(application().build()));
    Fact text = Fact.text("own-text", "the text", "What?", "answers.own-text");
    differ(text, with(Stream.of(answering(Map.of("own-text", "Something.")))));
    Fact words =
        Fact.choices("own-words", "the words", "Which?", List.of("A"), "answers.own-words");
    differ(words, with(Stream.of(answering(Map.of("own-words", List.of("A"))))));
  }

  @Test
  void bothNumbersOfTeachersMakeADifference() {
    differ(
        Facts.MOST_TEACHERS_USING_MASTERY,
        with(
            Stream.of(12, 13, 99_999)
                .flatMap(
                    all ->
                        Stream.of(0, 1, 12)
                            .map(
                                using ->
                                    answering(
                                        Map.of(
                                            "teachers", all, "teachers-using-mastery", using))))));
  }
}
