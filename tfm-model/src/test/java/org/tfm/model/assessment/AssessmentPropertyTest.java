package org.tfm.model.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.tfm.model.ModelArbitraries;
import org.tfm.model.criterion.Evidence;
import org.tfm.model.criterion.Prospect;
import org.tfm.model.criterion.Truth;
import org.tfm.model.criterion.Within;
import org.tfm.model.document.Application;
import org.tfm.model.document.DocumentEvidence;
import org.tfm.model.document.Facts;
import org.tfm.model.document.LeadParticipant;
import org.tfm.model.document.Progress;
import org.tfm.model.document.Subject;
import org.tfm.model.document.WorkGroup;
import org.tfm.model.json.TfmJson;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.Offering;
import org.tfm.model.programme.ReleaseTime;
import org.tfm.model.school.School;
import org.tfm.model.term.Aspect;
import org.tfm.model.term.Citation;
import org.tfm.model.term.Entitlement;
import org.tfm.model.term.Provenance;
import org.tfm.model.term.Requirement;
import org.tfm.model.term.Strength;
import org.tfm.model.term.Term;

class AssessmentPropertyTest {

  private static final Offering OFFERING =
      Offering.of("cheshire-wirral", "primary-development", AcademicYear.parse("2022/23"));

  @Provide
  Arbitrary<Application> applications() {
    return ModelArbitraries.applications(OFFERING);
  }

  @Provide
  Arbitrary<WorkGroup> groups() {
    return ModelArbitraries.workGroups(OFFERING);
  }

  @Provide
  Arbitrary<Progress> progress() {
    return ModelArbitraries.progress(OFFERING);
  }

  @Provide
  Arbitrary<Terms> terms() {
    return ModelArbitraries.terms(OFFERING);
  }

  @Provide
  Arbitrary<Requirement> requirements() {
    return ModelArbitraries.requirements();
  }

  /** Returns a policy with a minimum of combined release time. */
  @Provide
  Arbitrary<Terms> releasePolicies() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 40),
            Arbitraries.of(Strength.values()),
            ModelArbitraries.provenances())
        .as(
            (halves, strength, rule) ->
                ModelArbitraries.terms(
                    OFFERING,
                    List.of(
                        new Requirement(
                            "release-time",
                            Aspect.COMMITMENT,
                            strength,
                            new Within(
                                Facts.COMBINED_RELEASE,
                                Optional.of(ReleaseTime.ofHalfDays(halves).days()),
                                Optional.empty()),
                            Optional.empty(),
                            new Citation("flyer", "release", Optional.empty()),
                            rule))));
  }

  private static List<Requirement> requirements(Terms terms, Aspect aspect) {
    List<Requirement> found = new ArrayList<>();
    List<Term> all = new ArrayList<>(terms.terms());
    terms.unsettled().forEach(open -> all.add(open.term()));
    for (Term term : all) {
      if (term instanceof Requirement requirement && requirement.aspect() == aspect) {
        found.add(requirement);
      }
    }
    return found;
  }

  private static List<Assessment> all(
      Terms terms, Application application, WorkGroup group, Progress progress) {
    return List.of(terms.assess(application), terms.assess(group), terms.assess(progress));
  }

  @Property
  void everyRequirementGivesOneFindingWithItsCitationAndRule(
      @ForAll("terms") Terms terms,
      @ForAll("applications") Application application,
      @ForAll("groups") WorkGroup group,
      @ForAll("progress") Progress progress) {
    ImmutableListMultimap<Integer, Aspect> asked =
        ImmutableListMultimap.<Integer, Aspect>builder()
            .putAll(0, Aspect.ELIGIBILITY, Aspect.APPLICATION, Aspect.COMMITMENT)
            .put(1, Aspect.GROUP)
            .put(2, Aspect.PROGRESS)
            .build();
    List<Assessment> assessments = all(terms, application, group, progress);
    for (int i = 0; i < assessments.size(); i++) {
      List<Finding> findings = assessments.get(i).findings();
      List<Requirement> expected = new ArrayList<>();
      asked.get(i).forEach(aspect -> expected.addAll(requirements(terms, aspect)));
      assertThat(findings).hasSameSizeAs(expected);
      for (int j = 0; j < findings.size(); j++) {
        Finding finding = findings.get(j);
        Requirement term = expected.get(j);
        assertThat(finding.term()).isEqualTo(term.id());
        assertThat(finding.aspect()).isEqualTo(term.aspect());
        assertThat(finding.strength()).isEqualTo(term.strength());
        Citation citation = term.citation();
        Provenance rule = term.provenance();
        assertThat(finding.citation()).isEqualTo(citation);
        assertThat(finding.provenance()).isEqualTo(rule);
      }
    }
  }

  @Property
  void everyFindingStatesTheValueTheDemandAndTheQuestions(
      @ForAll("terms") Terms terms,
      @ForAll("applications") Application application,
      @ForAll("groups") WorkGroup group,
      @ForAll("progress") Progress progress) {
    for (Assessment assessment : all(terms, application, group, progress)) {
      for (Finding finding : assessment.findings()) {
        assertThat(finding.read()).isNotBlank();
        assertThat(finding.needed()).isNotBlank();
        assertThat(finding.sentence())
            .matches("(?s)[^a-z].*([.?!)]|\n• [^\n]*)")
            .doesNotContain("..", "?.");
        assertThat(finding.status() == Status.EVIDENCE_MISSING && finding.missing().isEmpty())
            .isFalse();
        assertThat(finding.status() == Status.UNMET && finding.strength() == Strength.SHOULD)
            .isFalse();
        if (finding.status() == Status.MET) {
          assertThat(finding.missing()).isEmpty();
        }
      }
      for (EntitlementFinding entitlement : assessment.entitlements()) {
        assertThat(
                entitlement.waitsFor().isEmpty()
                    || entitlement.status() == EntitlementStatus.CONDITIONAL)
            .isTrue();
      }
    }
  }

  @Property
  void everyEntitlementOfAnApplicationIsListedWithItsCitation(
      @ForAll("terms") Terms terms, @ForAll("applications") Application application) {
    List<Citation> expected =
        Stream.concat(terms.terms().stream(), terms.unsettled().stream().map(UnsettledTerm::term))
            .filter(AssessmentPropertyTest::isShownOnAnApplication)
            .map(Term::citation)
            .toList();
    assertThat(terms.assess(application).entitlements())
        .extracting(EntitlementFinding::citation)
        .isEqualTo(expected);
  }

  private static boolean isShownOnAnApplication(Term term) {
    return term instanceof Entitlement entitlement
        ? concernsAnApplication(entitlement)
        : term.when().isPresent();
  }

  /** Whether an application can answer the condition, or waits for the year that does. */
  private static boolean concernsAnApplication(Entitlement term) {
    return term.when()
        .map(
            when ->
                Subject.APPLICATION.canAnswer(when)
                    || ShownOn.answering(term.unit(), when).contains(Subject.PROGRESS))
        .orElse(true);
  }

  @Property
  void onlyTheConditionDecidesWhatIsDueInTheYear(
      @ForAll("terms") Terms terms, @ForAll("progress") Progress progress) {
    for (EntitlementFinding found : terms.assess(progress).entitlements()) {
      Prospect condition = found.when().orElseThrow().prospect(DocumentEvidence.of(progress));
      assertThat(found.status() == EntitlementStatus.NOT_DUE)
          .isEqualTo(condition == Prospect.FALSE);
      if (found.status() == EntitlementStatus.FIRM) {
        assertThat(condition).isEqualTo(Prospect.TRUE);
      }
    }
  }

  @Property
  void anAspectWithoutTermsIsNotStated(
      @ForAll("terms") Terms terms,
      @ForAll("applications") Application application,
      @ForAll("groups") WorkGroup group,
      @ForAll("progress") Progress progress) {
    Assessment assessment = terms.assess(application);
    assertStated(terms, Aspect.ELIGIBILITY, assessment.eligibility());
    assertStated(terms, Aspect.APPLICATION, assessment.application());
    assertStated(terms, Aspect.COMMITMENT, assessment.commitments());
    assertStated(terms, Aspect.GROUP, terms.assess(group).group());
    assertStated(terms, Aspect.PROGRESS, terms.assess(progress).progress());
  }

  private static void assertStated(Terms terms, Aspect aspect, Verdict verdict) {
    boolean silent =
        requirements(terms, aspect).stream().allMatch(r -> r.strength() == Strength.PREFERRED);
    assertThat(verdict == Verdict.NOT_STATED).isEqualTo(silent);
  }

  @Property
  void aPreferredTermNeverChangesAVerdict(
      @ForAll("terms") Terms terms,
      @ForAll("requirements") Requirement term,
      @ForAll("applications") Application application,
      @ForAll("groups") WorkGroup group,
      @ForAll("progress") Progress progress) {
    Requirement wish =
        new Requirement(
            term.id(),
            term.aspect(),
            Strength.PREFERRED,
            term.criterion(),
            term.referral(),
            term.citation(),
            term.provenance());
    Terms more =
        Terms.of(
            terms.offering(),
            ImmutableList.<Term>builder().addAll(terms.terms()).add(wish).build(),
            terms.unsettled(),
            terms.ownFacts(),
            terms.policy());
    assertThat(
            all(more, application, group, progress).stream().map(AssessmentPropertyTest::verdicts))
        .isEqualTo(
            all(terms, application, group, progress).stream()
                .map(AssessmentPropertyTest::verdicts)
                .toList());
  }

  private static List<Verdict> verdicts(Assessment assessment) {
    return List.of(
        assessment.verdict(),
        assessment.eligibility(),
        assessment.application(),
        assessment.commitments(),
        assessment.group(),
        assessment.progress());
  }

  @Property
  void theOverallVerdictIsNoBetterThanThatOfAnyAspect(
      @ForAll("terms") Terms terms, @ForAll("applications") Application application) {
    Assessment assessment = terms.assess(application);
    List<Verdict> aspects =
        List.of(assessment.eligibility(), assessment.application(), assessment.commitments());
    switch (assessment.verdict()) {
      case NO -> assertThat(aspects).contains(Verdict.NO);
      case MORE_INFORMATION_NEEDED ->
          assertThat(aspects).contains(Verdict.MORE_INFORMATION_NEEDED).doesNotContain(Verdict.NO);
      case REFER_TO_HUB ->
          assertThat(aspects).contains(Verdict.REFER_TO_HUB).doesNotContain(Verdict.NO);
      // An aspect can be open between yes and not stated while the overall verdict is yes.
      case YES ->
          assertThat(aspects)
              .contains(Verdict.YES)
              .doesNotContain(Verdict.NO, Verdict.REFER_TO_HUB);
      case NOT_STATED -> assertThat(aspects).containsOnly(Verdict.NOT_STATED);
    }
  }

  @Property(tries = 1000)
  void moreReleaseNeverMakesASchoolLessAcceptable(
      @ForAll("releasePolicies") Terms terms,
      @ForAll("applications") Application application,
      @ForAll @IntRange(min = 1, max = 40) int halfDays,
      @ForAll @IntRange(min = 0, max = 2) int who) {
    List<LeadParticipant> people =
        new ArrayList<>(application.leadParticipants().orElse(ImmutableList.of()));
    if (who < people.size()) {
      LeadParticipant person = people.get(who);
      people.set(
          who,
          LeadParticipant.builder()
              .from(person)
              .releaseDays(
                  person.releaseDays().map(days -> days.plus(ReleaseTime.ofHalfDays(halfDays))))
              .build());
    }
    Application more =
        Application.builder()
            .from(application)
            .leadParticipants(
                application.leadParticipants().map(list -> ImmutableList.copyOf(people)))
            .build();
    assertThat(terms.assess(more).verdict())
        .isGreaterThanOrEqualTo(terms.assess(application).verdict());
  }

  @Property
  void moreKnowledgeNeverChangesMetToUnmetOrBack(
      @ForAll("releasePolicies") Terms terms,
      @ForAll("applications") Application full,
      @ForAll Random random) {
    Application poor = ModelArbitraries.poorer(full, random);
    Verdict before = terms.assess(poor).verdict();
    if (before != Verdict.MORE_INFORMATION_NEEDED) {
      boolean expectation =
          requirements(terms, Aspect.COMMITMENT).get(0).strength() == Strength.SHOULD;
      Verdict after = terms.assess(full).verdict();
      assertThat(after == before || expectation).isTrue();
    }
  }

  @Property
  void verdictsDoNotDependOnTheOrderOfPeopleHistoryAndAnswers(
      @ForAll("terms") Terms terms,
      @ForAll("applications") Application application,
      @ForAll Random random) {
    Application shuffled =
        Application.builder()
            .from(application)
            .history(application.history().map(list -> shuffled(list, random)))
            .leadParticipants(application.leadParticipants().map(list -> shuffled(list, random)))
            .build();
    Assessment before = terms.assess(application);
    Assessment after = terms.assess(shuffled);
    assertThat(verdicts(after)).isEqualTo(verdicts(before));
    assertThat(after.findings())
        .extracting(Finding::status)
        .isEqualTo(before.findings().stream().map(Finding::status).toList());
    assertThat(after.entitlements())
        .extracting(EntitlementFinding::status)
        .isEqualTo(before.entitlements().stream().map(EntitlementFinding::status).toList());
  }

  @Property
  void verdictsDoNotDependOnTheOrderOfSchoolsAndSessions(
      @ForAll("terms") Terms terms, @ForAll("groups") WorkGroup group, @ForAll Random random) {
    WorkGroup shuffled =
        WorkGroup.builder()
            .from(group)
            .schools(group.schools().map(list -> shuffled(list, random)))
            .sessions(group.sessions().map(list -> shuffled(list, random)))
            .build();
    assertThat(verdicts(terms.assess(shuffled))).isEqualTo(verdicts(terms.assess(group)));
  }

  private static <T> ImmutableList<T> shuffled(List<T> list, Random random) {
    List<T> copy = new ArrayList<>(list);
    Collections.shuffle(copy, random);
    return ImmutableList.copyOf(copy);
  }

  @Property
  void theSameInputGivesTheSameBytesInEveryLocale(
      @ForAll("terms") Terms terms, @ForAll("applications") Application application) {
    String first = TfmJson.write(terms.assess(application));
    Application again = TfmJson.read(TfmJson.write(application), Application.class);
    Terms shipped = TfmJson.read(TfmJson.write(terms), Terms.class);
    Locale before = Locale.getDefault();
    try {
      for (String tag : List.of("tr-TR", "ar-EG-u-nu-arab", "de-DE")) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        assertThat(TfmJson.write(shipped.assess(again))).isEqualTo(first);
      }
    } finally {
      Locale.setDefault(before);
    }
  }

  @Property
  void aFindingIsMetOrUnmetOnlyIfTheCriterionIsCertain(
      @ForAll("requirements") Requirement term, @ForAll("applications") Application application) {
    Terms terms = ModelArbitraries.terms(OFFERING, List.of(term));
    Evidence evidence =
        Evaluation.relevant(term, DocumentEvidence.of(application, terms.peopleAsked()));
    Truth truth = term.criterion().evaluate(evidence).truth();
    for (Finding finding : terms.assess(application).findings()) {
      assertThat(finding.status() == Status.MET).isEqualTo(truth == Truth.TRUE);
      assertThat(finding.status() == Status.UNMET && truth != Truth.FALSE).isFalse();
    }
  }

  @Property
  void noFindingContainsAPersonalValue(
      @ForAll("terms") Terms terms, @ForAll("applications") Application application) {
    assertThat(TfmJson.write(terms.assess(application)))
        .doesNotContain("First Teacher", "Second Teacher", "We support this.")
        .doesNotContainPattern("123456[0-9]");
  }

  @Property
  void tenDaysAreEnoughInAnyDistribution(
      @ForAll @IntRange(min = 0, max = 20) int first,
      @ForAll @IntRange(min = 0, max = 20) int second) {
    BigDecimal days = ReleaseTime.ofHalfDays(first + second).days();
    Application application =
        Application.builder()
            .offering(OFFERING)
            .school(School.builder().urn(100_008).build())
            .leadParticipants(
                ImmutableList.of(
                    LeadParticipant.builder().releaseDays(ReleaseTime.ofHalfDays(first)).build(),
                    LeadParticipant.builder().releaseDays(ReleaseTime.ofHalfDays(second)).build()))
            .build();
    Within tenDays =
        new Within(Facts.COMBINED_RELEASE, Optional.of(BigDecimal.TEN), Optional.empty());
    assertThat(tenDays.evaluate(DocumentEvidence.of(application)).truth())
        .isEqualTo(Truth.of(days.compareTo(BigDecimal.TEN) >= 0));
  }
}
