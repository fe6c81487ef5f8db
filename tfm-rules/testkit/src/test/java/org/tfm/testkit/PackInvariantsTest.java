package org.tfm.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.tfm.model.assessment.Assessment;
import org.tfm.model.assessment.PolicyVersion;
import org.tfm.model.assessment.Terms;
import org.tfm.model.assessment.UnsettledTerm;
import org.tfm.model.criterion.Criterion;
import org.tfm.model.criterion.Not;
import org.tfm.model.criterion.Provided;
import org.tfm.model.criterion.Within;
import org.tfm.model.document.Application;
import org.tfm.model.document.Facts;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.Offering;
import org.tfm.model.school.Country;
import org.tfm.model.school.PartialSchoolKind;
import org.tfm.model.term.Aspect;
import org.tfm.model.term.Citation;
import org.tfm.model.term.Entitlement;
import org.tfm.model.term.PayUnit;
import org.tfm.model.term.Provenance;
import org.tfm.model.term.Purpose;
import org.tfm.model.term.Requirement;
import org.tfm.model.term.Strength;
import org.tfm.model.term.Term;
import org.tfm.rules.book.PolicyBook;
import org.tfm.rules.pack.PackFiles;

/** Every invariant holds for the bundled packs and detects a policy that breaks it. */
class PackInvariantsTest {

  private static final PolicyBook BOOK = PolicyBook.bundled();

  private static final Offering OFFERING =
      Offering.of("hub", "primary-development", AcademicYear.startingIn(2022));

  private static final Citation CITATION = new Citation("flyer", "place", Optional.empty());

  private static final Provenance RULE = Provenance.of("hub/2022-23", "primary-development.drl", 2);

  private static final PackFiles BASE =
      SmallPacks.files(
          "base",
          "",
          "",
          SmallPacks.rule(
                  "release-time",
                  "terms.commitment(\"t\").must(combinedRelease().isAtLeast(days(10)));")
              .replace("    @Cites", "    @Protected(\"core\")\n    @Cites"),
          SmallPacks.rule(
                  "grant", "terms.grant(\"g\").of(pounds(1000)).perSchool().towards(RELEASE_TIME);")
              .replace("    @Cites", "    @Protected(\"core\")\n    @Cites"));

  @TestFactory
  Stream<DynamicTest> theBundledPacksHoldThemAll() {
    return PackInvariants.forBook(BOOK)
        .tests(
            BOOK.packs().stream()
                .flatMap(
                    pack ->
                        pack.offers().stream()
                            .map(
                                type ->
                                    Offering.of(
                                        pack.hub().id(),
                                        type,
                                        pack.year().orElse(AcademicYear.startingIn(2021)))))
                .toArray(Offering[]::new));
  }

  @Example
  void theyHoldInsideAPropertyTestToo() {
    PackInvariants.forBook(BOOK)
        .tries(20)
        .holdFor(
            Offering.of("cheshire-wirral", "primary-development", AcademicYear.startingIn(2022)));
  }

  private static Requirement requirement(Aspect aspect, Criterion criterion) {
    return new Requirement("t", aspect, Strength.MUST, criterion, Optional.empty(), CITATION, RULE);
  }

  private static Criterion release(int least) {
    return new Within(
        Facts.COMBINED_RELEASE, Optional.of(BigDecimal.valueOf(least)), Optional.empty());
  }

  private static Entitlement grant(int pounds) {
    return new Entitlement(
        "g",
        false,
        Optional.of(Money.of(CurrencyUnit.of("GBP"), pounds)),
        Optional.of(PayUnit.SCHOOL),
        Purpose.RELEASE_TIME,
        Optional.empty(),
        Optional.empty(),
        CITATION,
        RULE);
  }

  private static Terms terms(Offering offering, Term... terms) {
    return Terms.of(
        offering,
        ImmutableList.copyOf(terms),
        ImmutableList.of(),
        ImmutableList.of(),
        new PolicyVersion(
            "sha256:00",
            ImmutableList.of("base", "hub/2022-23"),
            ImmutableList.of("sha256:00", "sha256:01"),
            "0",
            LocalDate.of(2022, 9, 1)));
  }

  private static boolean isWhole(PartialSchoolKind kind) {
    return kind.candidates().size() == 1;
  }

  private static void assertBreaks(Policy policy, Invariant broken, String problem) {
    PackInvariants invariants = PackInvariants.of(policy);
    assertThatThrownBy(() -> invariants.holds(broken, OFFERING))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("that:\n  " + broken.sentence() + "\nbut:\n  ")
        .hasMessageContaining(problem);
    assertThatThrownBy(() -> invariants.holdFor(OFFERING)).hasMessageContaining(problem);
  }

  @Test
  void aPolicyThatHoldsThemAllIsPassed() {
    Policy policy =
        (offering, kind) -> terms(offering, requirement(Aspect.COMMITMENT, release(10)), grant(1));
    assertThatCode(() -> PackInvariants.of(policy).holdFor(OFFERING)).doesNotThrowAnyException();
  }

  @Test
  void anUnknownFactTreatedAsKnownIsCaught() {
    assertBreaks(
        (offering, kind) ->
            terms(
                offering,
                requirement(
                    Aspect.APPLICATION, new Not(new Provided(Facts.HEADTEACHER_STATEMENT)))),
        Invariant.KNOWLEDGE_IS_MONOTONE,
        "`t` is MET while `headteacherStatement` is unknown, but UNMET once it is known");
  }

  @Test
  void aTermThatLoosensWhileTheSchoolIsUnknownIsCaught() {
    assertBreaks(
        (offering, kind) ->
            terms(offering, requirement(Aspect.COMMITMENT, release(isWhole(kind) ? 10 : 1))),
        Invariant.KNOWLEDGE_IS_MONOTONE,
        "`t` is MET while `school/");
  }

  @Test
  void aGrantGreaterThanItsTermIsCaught() {
    assertBreaks(
        (offering, kind) ->
            terms(
                offering,
                requirement(Aspect.COMMITMENT, release(10)),
                grant(isWhole(kind) ? 1000 : 1001)),
        Invariant.ENTITLEMENTS_KEEP_TO_THEIR_TERM,
        "`g` is CONDITIONAL with GBP 1001.00; the policy for");
  }

  @Test
  void anAnswerThatChangesFromCallToCallIsCaught() {
    AtomicInteger calls = new AtomicInteger();
    assertBreaks(
        (offering, kind) ->
            terms(
                offering,
                requirement(Aspect.COMMITMENT, release(10 + calls.incrementAndGet() % 2))),
        Invariant.ANSWERS_ARE_DETERMINISTIC,
        "two assessments differ:");
  }

  @Test
  void aKindOfSchoolWithoutRequirementsIsCaught() {
    assertBreaks(
        (offering, kind) ->
            kind.country().equals(Optional.of(Country.WALES))
                ? terms(offering)
                : terms(offering, requirement(Aspect.COMMITMENT, release(10))),
        Invariant.EVERY_KIND_IS_ANSWERED,
        "no requirement applies to");
  }

  @Test
  void aTermLeftOpenForAKnownKindIsCaught() {
    Requirement open = requirement(Aspect.COMMITMENT, release(10));
    assertBreaks(
        (offering, kind) -> {
          Terms settled = terms(offering, open);
          return Terms.of(
              offering,
              settled.terms(),
              ImmutableList.of(new UnsettledTerm(open, ImmutableList.of(Facts.PHASE))),
              ImmutableList.of(),
              settled.policy());
        },
        Invariant.EVERY_KIND_IS_ANSWERED,
        "the term `t` is not settled for");
  }

  @Test
  void anAssessmentThatLooksAtTheFirstPersonOnlyIsCaught() {
    Requirement release = requirement(Aspect.COMMITMENT, release(5));
    Policy firstOnly =
        new Policy() {
          @Override
          public Terms terms(Offering offering, PartialSchoolKind kind) {
            return PackInvariantsTest.terms(offering, release);
          }

          @Override
          public Assessment assess(Document document) {
            Document seen = document;
            if (document.value() instanceof Application application) {
              seen =
                  new Document.OfSchool(
                      Application.builder()
                          .from(application)
                          .leadParticipants(
                              application
                                  .leadParticipants()
                                  .map(
                                      list ->
                                          list.stream()
                                              .limit(1)
                                              .collect(ImmutableList.toImmutableList())))
                          .build());
            }
            return Policy.super.assess(seen);
          }
        };
    assertBreaks(firstOnly, Invariant.ORDER_CHANGES_NOTHING, "in another order, the verdict is");
  }

  @Test
  void aMostForReleaseTimeIsCaughtWithASmallCounterExample() {
    Policy policy =
        (offering, kind) ->
            terms(
                offering,
                requirement(
                    Aspect.COMMITMENT,
                    new Within(
                        Facts.COMBINED_RELEASE, Optional.empty(), Optional.of(BigDecimal.TEN))));
    assertThatThrownBy(
            () -> PackInvariants.of(policy).holds(Invariant.MORE_RELEASE_IS_NEVER_WORSE, OFFERING))
        .hasMessageContaining("the verdict changes from ")
        .hasMessageContaining(" to NO")
        .hasMessageContaining("The smallest document found, from document ")
        .hasMessageContaining(" of 200 with seed 2022:\n  {")
        .hasMessageContaining("\"leadParticipants\"")
        .hasMessageNotContaining("history")
        .hasMessageNotContaining("headteacherStatement")
        .hasMessageNotContaining("phase");
  }

  @Test
  void aSeedAlwaysFindsTheSameCounterExample() {
    Policy policy =
        (offering, kind) ->
            terms(
                offering,
                requirement(
                    Aspect.APPLICATION, new Not(new Provided(Facts.HEADTEACHER_STATEMENT))));
    PackInvariants invariants = PackInvariants.of(policy).tries(50).seed(7);
    assertThat(message(invariants)).contains(" of 50 with seed 7").isEqualTo(message(invariants));
  }

  private static String message(PackInvariants invariants) {
    try {
      invariants.holds(Invariant.KNOWLEDGE_IS_MONOTONE, OFFERING);
    } catch (AssertionError e) {
      return String.valueOf(e.getMessage());
    }
    return "";
  }

  @Test
  void aBookWhoseHubMakesAProtectedTermStricterKeepsIt() {
    PackInvariants.forPack(
            SmallPacks.files(
                "hub",
                "2022/23",
                "base",
                SmallPacks.rule(
                    "own", "terms.commitment(\"t\").must(combinedRelease().isAtLeast(days(12)));")),
            BASE)
        .holdFor(OFFERING);
  }

  @Test
  void aDerogationLetsABookBeLooser() {
    String rule =
        SmallPacks.rule("own", "terms.withdraw(\"t\");")
            .replace("    @Cites", "    @Derogation(\"flyer: letter\")\n    @Cites");
    PackInvariants invariants =
        PackInvariants.forPack(SmallPacks.files("hub", "2022/23", "base", rule), BASE);
    assertThatThrownBy(() -> invariants.holds(Invariant.PROTECTED_TERMS_ARE_KEPT, OFFERING))
        .hasMessageContaining("`t`, protected at base/primary-development.drl:2, is absent");
    invariants.withdrawing("t").holds(Invariant.PROTECTED_TERMS_ARE_KEPT, OFFERING);
  }

  private static void assertLooser(String problem, Term... own) {
    PolicyBook base = PolicyBook.builder().files(BASE).build();
    Policy policy =
        (offering, kind) ->
            offering.hub().equals("base") ? base.terms(offering, kind) : terms(offering, own);
    assertThatThrownBy(
            () ->
                PackInvariants.of(policy)
                    .guarding(BASE)
                    .holds(Invariant.PROTECTED_TERMS_ARE_KEPT, OFFERING))
        .hasMessageContaining(problem);
  }

  @Test
  void aTermLooserThanAProtectedOneIsCaught() {
    assertLooser(
        "`t` is MET; the protected term at base/primary-development.drl:2 is UNMET",
        requirement(Aspect.COMMITMENT, release(9)),
        grant(1000));
    assertLooser(
        "the entitlement `g` is FIRM with GBP 999.00; the protected term at",
        requirement(Aspect.COMMITMENT, release(10)),
        grant(999));
    assertLooser("`g`, protected at", requirement(Aspect.COMMITMENT, release(10)));
  }

  @Test
  void aBookThatLoosensAProtectedTermDoesNotLoad() {
    assertThatThrownBy(
            () ->
                PackInvariants.forPack(
                    SmallPacks.files(
                        "hub",
                        "2022/23",
                        "base",
                        SmallPacks.rule(
                            "own",
                            "terms.commitment(\"t\")"
                                + ".must(combinedRelease().isAtLeast(days(9)));")),
                    BASE))
        .hasMessageContaining("is protected");
  }

  @Test
  void noTriesAreRefused() {
    assertThatThrownBy(() -> PackInvariants.forBook(BOOK).tries(0))
        .hasMessageContaining("`tries` is 0; expected at least 1");
  }
}
