package org.tfm.rules.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tfm.model.criterion.AllOf;
import org.tfm.model.criterion.AnyOf;
import org.tfm.model.criterion.Confirmed;
import org.tfm.model.criterion.CountOfMembers;
import org.tfm.model.criterion.Criterion;
import org.tfm.model.criterion.Fact;
import org.tfm.model.criterion.ForMembers;
import org.tfm.model.criterion.Includes;
import org.tfm.model.criterion.Members;
import org.tfm.model.criterion.Not;
import org.tfm.model.criterion.OneOf;
import org.tfm.model.criterion.Provided;
import org.tfm.model.criterion.Within;
import org.tfm.model.document.Facts;
import org.tfm.model.term.Aspect;
import org.tfm.model.term.Citation;
import org.tfm.model.term.Provenance;
import org.tfm.model.term.Provision;
import org.tfm.model.term.Requirement;
import org.tfm.model.term.Strength;
import org.tfm.model.term.Term;

/** The small changes to a term and their descriptions. */
class MutationTest {

  private static final Criterion SPECIAL = new Confirmed(Facts.SPECIAL);
  private static final Criterion STATE = new Confirmed(Facts.STATE_FUNDED);
  private static final Citation CITATION = new Citation("flyer", "page 1", Optional.empty());
  private static final Provenance RULE = Provenance.of("here", "a.drl", 1);

  private static Requirement term(
      Strength strength, Criterion criterion, Optional<Criterion> referral) {
    return new Requirement(
        "a-term", Aspect.ELIGIBILITY, strength, criterion, referral, CITATION, RULE);
  }

  private static List<Mutation> of(
      Strength strength, Criterion criterion, Optional<Criterion> referral) {
    return Mutation.of(term(strength, criterion, referral));
  }

  /** The mutants of a criterion. */
  private static List<Criterion> changed(Criterion criterion) {
    return of(Strength.MUST, criterion, Optional.empty()).stream()
        .skip(1)
        .map(mutation -> ((Requirement) mutation.term()).criterion())
        .toList();
  }

  /** The changes to a requirement except the change of its strength. */
  private static List<String> changes(Criterion criterion) {
    List<Mutation> all = of(Strength.MUST, criterion, Optional.empty());
    assertThat(all)
        .extracting(Mutation::term)
        .doesNotContain(term(Strength.MUST, criterion, Optional.empty()));
    return all.stream().map(Mutation::change).skip(1).toList();
  }

  private static Criterion days(Optional<BigDecimal> least, Optional<BigDecimal> most) {
    return new Within(Facts.RELEASE_DAYS, least, most);
  }

  private static Optional<BigDecimal> bound(double days) {
    return Optional.of(BigDecimal.valueOf(days));
  }

  @Test
  void aMustIsMadeAShouldAndAShouldAPreference() {
    assertThat(of(Strength.MUST, SPECIAL, Optional.empty()))
        .extracting(Mutation::change)
        .containsExactly("the strength MUST changed to SHOULD");
    assertThat(of(Strength.SHOULD, SPECIAL, Optional.empty()))
        .extracting(Mutation::change)
        .containsExactly("the strength SHOULD changed to PREFERRED");
  }

  @Test
  void allOfSeveralAreMadeAnyOfThemAndAnyAll() {
    assertThat(changes(new AllOf(ImmutableList.of(SPECIAL, STATE))))
        .containsExactly("`allOf` changed to `anyOf`");
    assertThat(changes(new AnyOf(ImmutableList.of(SPECIAL, STATE))))
        .containsExactly("`anyOf` changed to `allOf`");
    assertThat(changes(new AllOf(ImmutableList.of(SPECIAL)))).isEmpty();
    assertThat(changes(new AnyOf(ImmutableList.of(SPECIAL)))).isEmpty();
  }

  @Test
  void aPartIsChangedInPlace() {
    Criterion not = new Not(SPECIAL);
    assertThat(changes(not)).containsExactly("a `not` removed");
    assertThat(changed(new AllOf(ImmutableList.of(STATE, not))))
        .contains(new AllOf(ImmutableList.of(STATE, SPECIAL)));
    assertThat(changes(new Not(not))).containsExactly("a `not` removed", "a `not` removed");
  }

  @Test
  void everyIsMadeSome() {
    Criterion given = new Provided(Facts.TRN);
    assertThat(changes(new ForMembers(Members.LEAD_PARTICIPANTS, true, given)))
        .containsExactly("every changed to some");
    assertThat(changes(new ForMembers(Members.LEAD_PARTICIPANTS, false, new Not(given))))
        .containsExactly("some changed to every", "a `not` removed");
    assertThat(changed(new ForMembers(Members.LEAD_PARTICIPANTS, false, new Not(given))))
        .containsExactly(
            new ForMembers(Members.LEAD_PARTICIPANTS, true, new Not(given)),
            new ForMembers(Members.LEAD_PARTICIPANTS, false, given));
  }

  private static Criterion people(Integer least, Integer most) {
    return new CountOfMembers(
        Members.LEAD_PARTICIPANTS,
        new Provided(Facts.TRN),
        Optional.of(least).filter(bound -> bound > 0),
        Optional.of(most).filter(bound -> bound >= 0));
  }

  @Test
  void aCountIsMovedByOneAndTurnedOrDropped() {
    assertThat(changed(people(2, -1))).containsExactly(people(1, -1), people(3, -1), people(0, 2));
    assertThat(changed(people(1, -1))).containsExactly(people(2, -1), people(0, 1));
    assertThat(changed(people(0, 1))).containsExactly(people(0, 0), people(0, 2), people(1, -1));
    assertThat(changed(people(1, 2)))
        .containsExactly(people(1, 1), people(2, 2), people(1, 3), people(1, -1), people(0, 2));
    assertThat(changed(people(0, 1000))).containsExactly(people(0, 999), people(1000, -1));
    assertThat(changes(people(2, -1)))
        .contains(
            "`at least 2 lead participants have a teacher reference number (TRN)` changed to `at"
                + " least one lead participant has a teacher reference number (TRN)`");
  }

  @Test
  void aWordIsDroppedWhereAnotherIsLeft() {
    Fact history = Facts.PARTICIPATION;
    assertThat(changes(new OneOf(Facts.PHASE, ImmutableSet.of("PRIMARY", "SECONDARY"))))
        .containsExactly(
            "`PRIMARY` removed from the words of phase",
            "`SECONDARY` removed from the words of phase");
    assertThat(changes(new OneOf(Facts.PHASE, ImmutableSet.of("PRIMARY")))).isEmpty();
    assertThat(changes(new Includes(history, ImmutableSet.of("a"), true))).isEmpty();
    assertThat(changes(new Includes(history, ImmutableSet.of("a", "b"), true)))
        .containsExactly(
            "`includesAll` changed to `includesAny`",
            "`a` removed from the words of participation",
            "`b` removed from the words of participation");
    assertThat(changes(new Includes(history, ImmutableSet.of("a", "b"), false)))
        .startsWith("`includesAny` changed to `includesAll`");
    assertThat(changed(new OneOf(Facts.PHASE, ImmutableSet.of("PRIMARY", "SECONDARY", "NURSERY"))))
        .contains(new OneOf(Facts.PHASE, ImmutableSet.of("PRIMARY", "NURSERY")));
    assertThat(changed(new Includes(history, ImmutableSet.of("a", "b"), true)))
        .containsExactly(
            new Includes(history, ImmutableSet.of("a", "b"), false),
            new Includes(history, ImmutableSet.of("b"), true),
            new Includes(history, ImmutableSet.of("a"), true));
  }

  @Test
  void aBoundIsMovedByHalfADayOrOneAndTurnedOrDropped() {
    assertThat(changes(days(bound(4), Optional.empty())))
        .hasSize(3)
        .anyMatch(change -> change.contains("at most 4"));
    assertThat(changes(days(Optional.empty(), bound(4))))
        .hasSize(3)
        .anyMatch(change -> change.contains("at least 4"));
    assertThat(changes(days(bound(4), bound(6))))
        .hasSize(6)
        .anyMatch(change -> change.contains("for 3.5 to 6"))
        .anyMatch(change -> change.contains("for 4 to 6.5"))
        .anyMatch(change -> change.endsWith("at least 4 days`"))
        .anyMatch(change -> change.endsWith("at most 6 days`"));
    assertThat(changes(days(bound(4), bound(4)))).hasSize(4);
    assertThat(changed(days(bound(4), bound(4.5))))
        .hasSize(6)
        .contains(days(bound(4.5), bound(4.5)));
    assertThat(changes(days(bound(0), Optional.empty()))).hasSize(2);
  }

  @Test
  void aReferralIsDroppedOrChangedWithin() {
    assertThat(of(Strength.MUST, SPECIAL, Optional.of(new Not(STATE))))
        .extracting(Mutation::change)
        .containsExactly(
            "the strength MUST changed to SHOULD",
            "the referral removed",
            "in the referral, a `not` removed");
  }

  @Test
  void anUndecidedPartIsNotChanged() {
    Term provision = new Provision("a-term", "six workshops", CITATION, RULE);
    assertThat(Mutation.of(provision)).isEmpty();
  }
}
