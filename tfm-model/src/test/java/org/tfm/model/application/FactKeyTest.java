package org.tfm.model.application;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tfm.model.criterion.AllOf;
import org.tfm.model.criterion.Confirmed;
import org.tfm.model.criterion.Criterion;
import org.tfm.model.criterion.Fact;
import org.tfm.model.criterion.ForMembers;
import org.tfm.model.criterion.HubDecides;
import org.tfm.model.criterion.Includes;
import org.tfm.model.criterion.Members;
import org.tfm.model.criterion.OneOf;
import org.tfm.model.criterion.Provided;
import org.tfm.model.criterion.Within;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.Offering;
import org.tfm.model.programme.ReleaseTime;
import org.tfm.model.school.EstablishmentType;
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
  void theTypeOfASchoolHidesAnAnswerItMakesNeedless() {
    FactKey funded = keyOf(new Confirmed(Facts.STATE_FUNDED));
    School academy =
        School.builder()
            .urn(100_008)
            .establishmentType(EstablishmentType.ACADEMY_CONVERTER)
            .build();
    Answers yes = Answers.of(Map.of("state-funded", true));
    assertThat(funded.of(application().school(academy).answers(yes).build()))
        .isEqualTo(funded.of(application().school(academy).build()));
    assertThat(funded.of(application().answers(yes).build()))
        .isNotEqualTo(funded.of(application().build()));
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
}
