package org.tfm.model.term;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.tfm.model.criterion.Confirmed;
import org.tfm.model.criterion.Criterion;
import org.tfm.model.criterion.HubDecides;
import org.tfm.model.criterion.Within;
import org.tfm.model.document.Facts;
import org.tfm.model.programme.AcademicYear;

class StrictnessTest {

  private static final Citation CITATION = new Citation("flyer", "p 1", Optional.empty());
  private static final Provenance RULE = Provenance.of("national", "any.drl", 1);
  private static final Criterion FUNDED = new Confirmed(Facts.STATE_FUNDED);
  private static final Criterion SPECIAL = new Confirmed(Facts.SPECIAL);

  private static Criterion days(int least) {
    return new Within(
        Facts.COMBINED_RELEASE, Optional.of(BigDecimal.valueOf(least)), Optional.empty());
  }

  private static Requirement requirement(
      Aspect aspect, Strength strength, Criterion criterion, Criterion... referral) {
    return new Requirement(
        "term",
        aspect,
        strength,
        criterion,
        List.of(referral).stream().findFirst(),
        CITATION,
        RULE);
  }

  private static Requirement must(int least, Criterion... referral) {
    return requirement(Aspect.COMMITMENT, Strength.MUST, days(least), referral);
  }

  private static Entitlement grant(String amount, Criterion... when) {
    return entitlement(false, amount, Optional.of(PayUnit.SCHOOL), Purpose.RELEASE_TIME, when);
  }

  private static Entitlement charge(String amount, Criterion... when) {
    return entitlement(true, amount, Optional.of(PayUnit.SCHOOL), Purpose.RELEASE_TIME, when);
  }

  private static Entitlement entitlement(
      boolean charge, String amount, Optional<PayUnit> unit, Purpose purpose, Criterion... when) {
    return new Entitlement(
        "term",
        charge,
        Optional.of(amount).filter(text -> !text.isEmpty()).map(Money::parse),
        unit,
        purpose,
        Optional.empty(),
        List.of(when).stream().findFirst(),
        CITATION,
        RULE);
  }

  private static Undertaking undertaking(Strength strength, String duty) {
    return new Undertaking("term", strength, duty, CITATION, RULE);
  }

  private static Provision provision(String what) {
    return new Provision("term", what, CITATION, RULE);
  }

  private static Priority priority(String who, String type, String year) {
    return new Priority(
        "term",
        Optional.of(who),
        Optional.of(type),
        Optional.of(year).filter(text -> !text.isEmpty()).map(AcademicYear::parse),
        Optional.empty(),
        CITATION,
        RULE);
  }

  private static void atLeastAsStrict(Term own, Term other) {
    assertThat(own.isAtLeastAsStrictAs(other)).as("%s as strict as %s", own, other).isTrue();
  }

  private static void notAsStrict(Term own, Term other) {
    assertThat(own.isAtLeastAsStrictAs(other)).as("%s as strict as %s", own, other).isFalse();
  }

  @Test
  void aHigherMinimumIsStricterAndALowerOneIsNot() {
    atLeastAsStrict(must(10), must(10));
    atLeastAsStrict(must(11), must(10));
    notAsStrict(must(9), must(10));
  }

  @Test
  void aWeakerStrengthIsNotAsStrict() {
    Requirement should = requirement(Aspect.COMMITMENT, Strength.SHOULD, days(10));
    Requirement ideally = requirement(Aspect.COMMITMENT, Strength.PREFERRED, days(10));
    atLeastAsStrict(must(10), should);
    atLeastAsStrict(should, ideally);
    notAsStrict(should, must(10));
    notAsStrict(ideally, should);
    notAsStrict(requirement(Aspect.GROUP, Strength.MUST, days(10)), must(10));
  }

  @Test
  void leavingMoreToTheHubIsNotAsStrict() {
    atLeastAsStrict(must(10), must(10, FUNDED));
    atLeastAsStrict(must(10, FUNDED), must(10, FUNDED));
    atLeastAsStrict(must(10, days(9)), must(9));
    notAsStrict(must(10, FUNDED), must(10));
    notAsStrict(must(10, FUNDED), must(10, SPECIAL));
    notAsStrict(must(10, new HubDecides()), must(10));
    atLeastAsStrict(must(10, FUNDED), requirement(Aspect.COMMITMENT, Strength.SHOULD, days(10)));
  }

  @Test
  void aGrantMayBeHigherAndAChargeLower() {
    atLeastAsStrict(grant("GBP 1000"), grant("GBP 1000"));
    atLeastAsStrict(grant("GBP 1001"), grant("GBP 1000"));
    notAsStrict(grant("GBP 999"), grant("GBP 1000"));
    atLeastAsStrict(charge("GBP 50"), charge("GBP 50"));
    atLeastAsStrict(charge("GBP 49"), charge("GBP 50"));
    notAsStrict(charge("GBP 51"), charge("GBP 50"));
    notAsStrict(grant("EUR 1000"), grant("GBP 1000"));
    notAsStrict(charge("EUR 10"), charge("GBP 50"));
  }

  @Test
  void anAmountThatIsNotStatedPromisesNothing() {
    atLeastAsStrict(grant("GBP 1000"), grant(""));
    atLeastAsStrict(grant(""), grant(""));
    notAsStrict(grant(""), grant("GBP 1000"));
    notAsStrict(charge(""), charge("GBP 50"));
  }

  @Test
  void aGrantWithAWeakerConditionIsAsStrictAndOneWithAConditionIsNot() {
    atLeastAsStrict(grant("GBP 1000"), grant("GBP 1000", FUNDED));
    atLeastAsStrict(grant("GBP 1000", days(9)), grant("GBP 1000", days(10)));
    notAsStrict(grant("GBP 1000", days(10)), grant("GBP 1000", days(9)));
    notAsStrict(grant("GBP 1000", FUNDED), grant("GBP 1000"));
    atLeastAsStrict(charge("GBP 50", FUNDED), charge("GBP 50"));
  }

  @Test
  void moneyOfAnotherDirectionUnitOrPurposeIsNotComparable() {
    Optional<PayUnit> day = Optional.of(PayUnit.DAY);
    notAsStrict(charge("GBP 0"), grant("GBP 0"));
    notAsStrict(grant("GBP 0"), charge("GBP 0"));
    notAsStrict(entitlement(false, "GBP 1000", day, Purpose.RELEASE_TIME), grant("GBP 1000"));
    notAsStrict(
        entitlement(false, "GBP 1000", Optional.of(PayUnit.SCHOOL), Purpose.TEXTBOOKS),
        grant("GBP 1000"));
  }

  @Test
  void aDutyMustBeTheSameAndNoWeaker() {
    Undertaking owed = undertaking(Strength.MUST, "write a report");
    atLeastAsStrict(owed, owed);
    atLeastAsStrict(owed, undertaking(Strength.SHOULD, "write a report"));
    notAsStrict(undertaking(Strength.SHOULD, "write a report"), owed);
    notAsStrict(undertaking(Strength.MUST, "host a visit"), owed);
  }

  @Test
  void provisionsMustBeTheSame() {
    atLeastAsStrict(provision("six workshops"), provision("six workshops"));
    notAsStrict(provision("five workshops"), provision("six workshops"));
  }

  @Test
  void aPriorityMustBeOfTheSameSchoolsForTheSameOffering() {
    Priority first = priority("our schools", "primary-embedding", "2023/24");
    atLeastAsStrict(first, priority("our schools", "primary-embedding", "2023/24"));
    notAsStrict(priority("new schools", "primary-embedding", "2023/24"), first);
    notAsStrict(priority("our schools", "primary-sustaining", "2023/24"), first);
    notAsStrict(priority("our schools", "primary-embedding", "2024/25"), first);
    notAsStrict(priority("our schools", "primary-embedding", ""), first);
  }

  private static Priority priority(int leastDays) {
    return new Priority(
        "term",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(must(leastDays).criterion()),
        CITATION,
        RULE);
  }

  @Test
  void aPriorityMustGoToTheSameSchoolsSinceMoreOrFewerOfThemTakePlacesFromSomebody() {
    atLeastAsStrict(priority(10), priority(10));
    notAsStrict(priority(9), priority(10));
    notAsStrict(priority(10), priority(9));
  }

  @Test
  void termsOfDifferentKindsAreNotComparable() {
    List<Term> terms =
        List.of(
            must(10),
            grant("GBP 1000"),
            undertaking(Strength.MUST, "write a report"),
            provision("six workshops"),
            priority("our schools", "primary-embedding", ""));
    for (Term own : terms) {
      for (Term other : terms) {
        assertThat(own.isAtLeastAsStrictAs(other)).isEqualTo(own.equals(other));
      }
    }
  }
}
