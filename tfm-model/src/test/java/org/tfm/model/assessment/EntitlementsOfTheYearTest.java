package org.tfm.model.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tfm.model.Policies.answered;
import static org.tfm.model.Policies.application;
import static org.tfm.model.Policies.group;
import static org.tfm.model.Policies.must;
import static org.tfm.model.Policies.terms;
import static org.tfm.model.Policies.within;

import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.tfm.model.criterion.Criterion;
import org.tfm.model.criterion.OneOf;
import org.tfm.model.document.Answers;
import org.tfm.model.document.Document;
import org.tfm.model.document.Facts;
import org.tfm.model.document.Progress;
import org.tfm.model.school.Phase;
import org.tfm.model.school.School;
import org.tfm.model.term.Aspect;
import org.tfm.model.term.Citation;
import org.tfm.model.term.Entitlement;
import org.tfm.model.term.PayUnit;
import org.tfm.model.term.Provenance;
import org.tfm.model.term.Purpose;
import org.tfm.model.term.Term;

/** Grants and charges that depend on what happens in the year. */
class EntitlementsOfTheYearTest {

  private static final Term MISSED =
      entitlement(
          "missed",
          true,
          "GBP 75",
          PayUnit.SESSION,
          within(Facts.MISSED_WITHOUT_NOTICE, "1", null));
  private static final Term EVALUATED =
      entitlement("evaluated", false, "GBP 500", PayUnit.SCHOOL, answered("evaluation"));
  private static final Term PRIMARY =
      entitlement(
          "primary",
          false,
          "GBP 100",
          PayUnit.SCHOOL,
          new OneOf(Facts.PHASE, ImmutableSet.of("PRIMARY")));
  private static final Term SIX_WORKSHOPS =
      must("workshops", Aspect.PROGRESS, within(Facts.WORKSHOPS_ATTENDED, "6", null));

  private static Entitlement entitlement(
      String id, boolean charge, String amount, PayUnit unit, Criterion when) {
    return new Entitlement(
        id,
        charge,
        Optional.of(Money.parse(amount)),
        Optional.of(unit),
        Purpose.PARTICIPATION,
        Optional.empty(),
        Optional.of(when),
        new Citation("flyer", "money", Optional.empty()),
        Provenance.of("national", "any.drl", 1));
  }

  private static Progress.Builder progress() {
    return Progress.builder()
        .offering(group().build().offering())
        .school(School.builder().urn(100_008).phase(Phase.PRIMARY).build());
  }

  private static List<String> shown(Document document, Term... all) {
    return terms(all).assess(document).entitlements().stream()
        .map(found -> found.term() + " " + found.status() + ": " + found.sentence())
        .toList();
  }

  @Test
  void anApplicationSaysWhatAChargeOfTheYearWaitsFor() {
    EntitlementFinding found = terms(MISSED).assess(application().build()).entitlements().get(0);
    assertThat(found.status()).isEqualTo(EntitlementStatus.CONDITIONAL);
    assertThat(found.waitsFor())
        .extracting("fact")
        .containsExactly("workshops-missed-without-notice");
    assertThat(found.sentence())
        .isEqualTo(
            "A charge of £75 for each session missed if the school has missed at least 1"
                + " workshop without notice.");
  }

  @Test
  void theProgressOfTheYearDecidesIt() {
    assertThat(shown(progress().missedWithoutNotice(2).build(), MISSED, EVALUATED, PRIMARY))
        .containsExactly(
            "missed FIRM: A charge of £75 for each session missed, because the school has"
                + " missed at least 1 workshop without notice.",
            "evaluated CONDITIONAL: £500 towards the cost of taking part if the school has taken"
                + " part in the evaluation.");
    assertThat(
            shown(
                progress()
                    .missedWithoutNotice(0)
                    .answers(Answers.of(Map.of("evaluation", true)))
                    .build(),
                MISSED,
                EVALUATED))
        .satisfiesExactly(
            missed -> assertThat(missed).startsWith("missed NOT_DUE"),
            evaluated -> assertThat(evaluated).startsWith("evaluated FIRM"));
  }

  @Test
  void aChargeForMissedSessionsIsDueWhateverTheSchoolStillLacks() {
    Progress year = progress().workshopsAttended(4).missedWithoutNotice(2).build();
    assertThat(terms(SIX_WORKSHOPS, MISSED).assess(year).verdict()).isEqualTo(Verdict.NO);
    assertThat(shown(year, SIX_WORKSHOPS, MISSED))
        .singleElement()
        .asString()
        .startsWith("missed FIRM");
  }

  @Test
  void whatDoesNotDependOnTheYearIsShownOnApplicationsOnly() {
    assertThat(shown(progress().build(), PRIMARY)).isEmpty();
    assertThat(shown(group().build(), MISSED, EVALUATED)).isEmpty();
  }
}
