package org.tfm.rules.book;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import org.tfm.model.assessment.Assessment;
import org.tfm.model.assessment.EntitlementFinding;
import org.tfm.model.assessment.EntitlementStatus;
import org.tfm.model.assessment.Finding;
import org.tfm.model.assessment.Status;
import org.tfm.model.assessment.Terms;
import org.tfm.model.assessment.Verdict;
import org.tfm.model.criterion.Fact;
import org.tfm.model.document.Answers;
import org.tfm.model.document.Application;
import org.tfm.model.document.LeadParticipant;
import org.tfm.model.document.MeetingsOnTop;
import org.tfm.model.document.Participation;
import org.tfm.model.document.Place;
import org.tfm.model.document.Role;
import org.tfm.model.document.SubmittedBy;
import org.tfm.model.document.Trn;
import org.tfm.model.json.TfmJson;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.Offering;
import org.tfm.model.programme.ReleaseTime;
import org.tfm.model.school.Country;
import org.tfm.model.school.EstablishmentType;
import org.tfm.model.school.Funding;
import org.tfm.model.school.Phase;
import org.tfm.model.school.School;
import org.tfm.model.term.Aspect;
import org.tfm.model.term.Strength;

/** The properties of all bundled policies and applications. */
class PolicyPropertyTest {

  private static final PolicyBook BOOK = PolicyBook.bundled();
  private static final PolicyBook SECOND_BOOK = PolicyBook.bundled();

  private static final ImmutableList<Offering> OFFERINGS =
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
          .collect(ImmutableList.toImmutableList());

  private static final ImmutableSet<Status> DEFINITE =
      ImmutableSet.of(Status.MET, Status.UNMET, Status.REFERRED, Status.POLICY_SILENT);

  private static Arbitrary<School> schools() {
    return Combinators.combine(
            Arbitraries.frequencyOf(
                    Tuple.of(2, Arbitraries.just(Phase.PRIMARY)),
                    Tuple.of(1, Arbitraries.of(Phase.values())))
                .optional(0.8),
            Arbitraries.frequencyOf(
                    Tuple.of(1, Arbitraries.just(EstablishmentType.COMMUNITY_SCHOOL)),
                    Tuple.of(2, Arbitraries.of(EstablishmentType.values())))
                .optional(0.8),
            Arbitraries.frequencyOf(
                    Tuple.of(2, Arbitraries.just(Country.ENGLAND)),
                    Tuple.of(1, Arbitraries.of(Country.values())))
                .optional(0.8))
        .as(
            (phase, type, country) ->
                School.builder()
                    .urn(900_001)
                    .phase(phase)
                    .establishmentType(type)
                    .country(country)
                    .build());
  }

  private static Arbitrary<Optional<ImmutableList<Participation>>> histories(Offering offering) {
    return Combinators.combine(
            Arbitraries.of(
                "primary-readiness",
                "primary-development",
                "primary-embedding",
                "primary-sustaining",
                "mastering-number"),
            Arbitraries.integers().between(offering.year().start() - 3, offering.year().start()))
        .as(
            (type, start) ->
                Participation.builder().type(type).year(AcademicYear.startingIn(start)).build())
        .list()
        .ofMaxSize(3)
        .map(ImmutableList::copyOf)
        .optional(0.7);
  }

  private static Arbitrary<Optional<ImmutableList<LeadParticipant>>> participants(
      Offering offering) {
    return Combinators.combine(
            Arbitraries.integers().between(1_234_560, 1_234_563).optional(0.8),
            Arbitraries.of(Role.values()).set().ofMaxSize(3).optional(0.8),
            Arbitraries.integers().between(0, 20).optional(0.7),
            Arbitraries.integers().between(0, 24).optional(0.8),
            answers(offering, Fact::isAnswerOfMember))
        .as(
            (trn, roles, years, halfDays, answers) ->
                LeadParticipant.builder()
                    .trn(trn.map(number -> Trn.parse(number.toString())))
                    .roles(roles.map(ImmutableSet::copyOf))
                    .yearsTeaching(years.map(BigDecimal::valueOf))
                    .releaseDays(halfDays.map(ReleaseTime::ofHalfDays))
                    .answers(Answers.of(answers))
                    .build())
        .list()
        .ofMinSize(1)
        .ofMaxSize(3)
        .map(ImmutableList::copyOf)
        .optional(0.8);
  }

  private static Arbitrary<Object> answer(Fact fact) {
    return switch (fact.kind()) {
      case YES_NO -> Arbitraries.of(true, true, false).map(yes -> yes);
      case NUMBER -> Arbitraries.integers().between(0, 12).map(number -> number);
      case CHOICE -> Arbitraries.of(fact.choices()).map(word -> word);
      case CHOICES ->
          Arbitraries.of(fact.choices()).set().ofMaxSize(2).map(words -> List.copyOf(words));
      case DAY -> Arbitraries.just("2022-05-03");
      case TEXT -> Arbitraries.just("said");
    };
  }

  private static Arbitrary<Map<String, Object>> answers(Offering offering, Predicate<Fact> which) {
    List<Fact> facts = BOOK.terms(offering).answerFacts().values().stream().filter(which).toList();
    return Combinators.combine(
            facts.stream()
                .map(
                    fact ->
                        answer(fact)
                            .optional(0.7)
                            .map(given -> Maps.immutableEntry(fact.id(), given)))
                .toList())
        .as(
            given -> {
              Map<String, Object> map = new TreeMap<>();
              given.forEach(one -> one.getValue().ifPresent(value -> map.put(one.getKey(), value)));
              return map;
            });
  }

  /** Corrects answers that contradict the type of the school or the numbers of teachers. */
  private static Answers consistent(School school, Map<String, Object> given) {
    Map<String, Object> answers = new TreeMap<>(given);
    school
        .establishmentType()
        .map(EstablishmentType::funding)
        .filter(funding -> funding != Funding.NOT_SAID)
        .ifPresent(
            funding ->
                answers.computeIfPresent("state-funded", (id, any) -> funding == Funding.STATE));
    if (answers.get("teachers") instanceof Integer all
        && answers.get("teachers-using-mastery") instanceof Integer using) {
      answers.put("teachers-using-mastery", Math.min(all, using));
      answers.computeIfPresent(
          "most-teachers-using-mastery", (id, any) -> 2 * Math.min(all, using) > all);
    }
    return Answers.of(answers);
  }

  @Provide
  Arbitrary<Application> applications() {
    return Arbitraries.of(OFFERINGS)
        .flatMap(
            offering ->
                Combinators.combine(
                        schools(),
                        histories(offering),
                        participants(offering),
                        Arbitraries.integers().between(0, 6).optional(0.3),
                        Arbitraries.just("We will lead this.").optional(0.7),
                        answers(offering, fact -> !fact.isAnswerOfMember()),
                        Arbitraries.of(SubmittedBy.values()),
                        Arbitraries.of(Place.values()).optional(0.7))
                    .as(
                        (school, history, people, meetings, statement, answers, by, place) ->
                            Application.builder()
                                .offering(offering)
                                .school(school)
                                .history(history)
                                .leadParticipants(people)
                                .meetingsOnTop(meetings.map(MeetingsOnTop::new))
                                .headteacherStatement(statement)
                                .answers(consistent(school, answers))
                                .submittedBy(by)
                                .place(place)
                                .build()))
        .withoutEdgeCases();
  }

  /** Removes some facts that may be unknown; people stay the same people. */
  private static Application poorer(Application full, Random random) {
    Map<String, Object> answers = new TreeMap<>(full.answers().byFact());
    answers.keySet().removeIf(id -> random.nextInt(4) == 0);
    School school = full.school();
    return Application.builder()
        .from(full)
        .school(
            School.builder()
                .urn(school.urn())
                .phase(some(school.phase(), random))
                .establishmentType(some(school.establishmentType(), random))
                .country(some(school.country(), random))
                .build())
        .history(some(full.history(), random))
        .leadParticipants(
            some(full.leadParticipants(), random)
                .map(
                    people ->
                        people.stream()
                            .map(
                                person ->
                                    LeadParticipant.builder()
                                        .trn(person.trn())
                                        .roles(some(person.roles(), random))
                                        .yearsTeaching(some(person.yearsTeaching(), random))
                                        .releaseDays(some(person.releaseDays(), random))
                                        .build())
                            .collect(ImmutableList.toImmutableList())))
        .headteacherStatement(some(full.headteacherStatement(), random))
        .answers(Answers.of(answers))
        .place(some(full.place(), random))
        .build();
  }

  private static <T> Optional<T> some(Optional<T> known, Random random) {
    return known.filter(value -> random.nextInt(3) > 0);
  }

  private static Assessment assess(Application application) {
    return terms(application).assess(application);
  }

  private static Terms terms(Application application) {
    return BOOK.terms(application.offering(), application.school().kind());
  }

  private static ImmutableMap<String, Finding> byTerm(Assessment assessment) {
    return Maps.uniqueIndex(assessment.findings(), Finding::term);
  }

  private static List<Verdict> verdicts(Assessment assessment) {
    return List.of(
        assessment.verdict(),
        assessment.eligibility(),
        assessment.application(),
        assessment.commitments());
  }

  @Property(tries = 1_500)
  void moreKnowledgeNeverChangesASettledVerdict(
      @ForAll("applications") Application full, @ForAll Random random) {
    Application poor = poorer(full, random);
    ImmutableMap<String, Finding> before = byTerm(assess(poor));
    ImmutableMap<String, Finding> after = byTerm(assess(full));
    assertThat(before.keySet()).containsAll(after.keySet());
    boolean kindKnown = poor.school().kind().equals(full.school().kind());
    before.forEach(
        (id, finding) -> {
          Finding later = after.get(id);
          if (later == null) {
            assertThat(kindKnown).as(id).isFalse();
            assertThat(finding.status()).as(id).isEqualTo(Status.EVIDENCE_MISSING);
          } else if (DEFINITE.contains(finding.status()) && !isGap(finding)) {
            assertThat(later.status()).as(id).isEqualTo(finding.status());
          }
        });
  }

  /** Whether the finding is a gap: an empty field of a submitted application. */
  private static boolean isGap(Finding finding) {
    return finding.aspect() == Aspect.APPLICATION
        && finding.status() == Status.UNMET
        && !finding.missing().isEmpty();
  }

  @Property(tries = 1_000)
  void anEntitlementThatIsFirmOrNotDueStaysSoWhenMoreIsKnownUnlessTheVerdictBecomesNo(
      @ForAll("applications") Application full, @ForAll Random random) {
    Map<String, EntitlementStatus> after = new TreeMap<>();
    Assessment whole = assess(full);
    whole.entitlements().forEach(due -> after.put(due.term(), due.status()));
    for (EntitlementFinding due : assess(poorer(full, random)).entitlements()) {
      if (due.status() != EntitlementStatus.CONDITIONAL) {
        assertThat(after)
            .containsEntry(
                due.term(),
                whole.verdict() == Verdict.NO ? EntitlementStatus.NOT_DUE : due.status());
      }
    }
  }

  @Property(tries = 1_000)
  void moreReleaseNeverMakesASchoolLessAcceptable(
      @ForAll("applications") Application application,
      @ForAll @IntRange(min = 1, max = 30) int halfDays,
      @ForAll @IntRange(min = 0, max = 2) int who,
      @ForAll boolean asMeetings) {
    Application.Builder more = Application.builder().from(application);
    if (asMeetings) {
      int before = application.meetingsOnTop().map(MeetingsOnTop::halfDays).orElse(0);
      more.meetingsOnTop(new MeetingsOnTop(before + halfDays));
    } else {
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
      more.leadParticipants(
          application.leadParticipants().map(list -> ImmutableList.copyOf(people)));
    }
    Assessment before = assess(application);
    Assessment after = assess(more.build());
    if (before.verdict() == Verdict.REFER_TO_HUB
        && after.verdict() == Verdict.MORE_INFORMATION_NEEDED) {
      // The hub no longer decides on release; what else is open can only refer, as it did before.
      assertThat(openMusts(before)).containsAll(openMusts(after));
    } else {
      assertThat(after.verdict()).isGreaterThanOrEqualTo(before.verdict());
    }
  }

  private static List<String> openMusts(Assessment assessment) {
    return assessment.findings().stream()
        .filter(finding -> finding.strength() == Strength.MUST)
        .filter(finding -> finding.status() == Status.EVIDENCE_MISSING)
        .map(Finding::term)
        .toList();
  }

  @Property
  void everyCitationNamesASourceOfTheBook(@ForAll("applications") Application application) {
    Assessment assessment = assess(application);
    assertThat(assessment.findings())
        .isNotEmpty()
        .allSatisfy(
            finding ->
                assertThat(
                        BOOK.findSource(finding.provenance().pack(), finding.citation().source()))
                    .isPresent());
    assertThat(assessment.entitlements())
        .allSatisfy(
            due ->
                assertThat(BOOK.findSource(due.provenance().pack(), due.citation().source()))
                    .isPresent());
    for (Finding finding : assessment.findings()) {
      assertThat(assessment.policy().packs()).contains(finding.provenance().pack());
    }
  }

  @Property
  void theSameApplicationGivesTheSameBytes(@ForAll("applications") Application application) {
    Application again = TfmJson.read(TfmJson.write(application), Application.class);
    assertThat(
            TfmJson.write(SECOND_BOOK.terms(again.offering(), again.school().kind()).assess(again)))
        .isEqualTo(TfmJson.write(assess(application)));
  }

  @Property
  void theOrderOfPeopleAndHistoryChangesNoVerdict(
      @ForAll("applications") Application application, @ForAll Random random) {
    Application shuffled =
        Application.builder()
            .from(application)
            .history(application.history().map(list -> shuffled(list, random)))
            .leadParticipants(application.leadParticipants().map(list -> shuffled(list, random)))
            .build();
    Assessment before = assess(application);
    Assessment after = assess(shuffled);
    assertThat(verdicts(after)).isEqualTo(verdicts(before));
    assertThat(after.findings().stream().map(Finding::status).toList())
        .isEqualTo(before.findings().stream().map(Finding::status).toList());
  }

  private static <T> ImmutableList<T> shuffled(List<T> list, Random random) {
    List<T> copy = new ArrayList<>(list);
    Collections.shuffle(copy, random);
    return ImmutableList.copyOf(copy);
  }

  @Property
  void termsAndAssessmentTravelAsJson(@ForAll("applications") Application application) {
    Terms terms = terms(application);
    Terms travelled = TfmJson.read(TfmJson.write(terms), Terms.class);
    assertThat(travelled).isEqualTo(terms);
    Assessment assessment = terms.assess(application);
    assertThat(travelled.assess(application)).isEqualTo(assessment);
    assertThat(TfmJson.read(TfmJson.write(assessment), Assessment.class)).isEqualTo(assessment);
  }

  @Property(tries = 1_000)
  void everyVerdictHasItsReason(@ForAll("applications") Application application) {
    Assessment assessment = assess(application);
    boolean unmetMust =
        assessment.findings().stream()
            .anyMatch(f -> f.strength() == Strength.MUST && f.status() == Status.UNMET);
    assertThat(assessment.verdict() == Verdict.NO).isEqualTo(unmetMust);
    if (assessment.verdict() == Verdict.MORE_INFORMATION_NEEDED) {
      assertThat(assessment.missing())
          .isNotEmpty()
          .allSatisfy(missing -> assertThat(missing.question()).contains("?"));
    }
    if (assessment.verdict() == Verdict.REFER_TO_HUB) {
      assertThat(assessment.referred().isEmpty() && assessment.silent().isEmpty()).isFalse();
    }
    if (assessment.verdict() == Verdict.YES) {
      assertThat(assessment.unmet()).isEmpty();
    }
  }

  @Property(tries = 1_000)
  void everyFindingIsCompleteAndEveryTermHasOne(@ForAll("applications") Application application) {
    Assessment assessment = assess(application);
    Set<String> terms = byTerm(assessment).keySet();
    assertThat(terms).hasSameSizeAs(assessment.findings());
    for (Finding finding : assessment.findings()) {
      assertThat(finding.status() == Status.EVIDENCE_MISSING && finding.missing().isEmpty())
          .isFalse();
      assertThat(finding.sentence()).matches("(?s)[^a-z].*[.?)]");
    }
  }
}
