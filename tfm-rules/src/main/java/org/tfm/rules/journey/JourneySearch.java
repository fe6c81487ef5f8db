package org.tfm.rules.journey;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableMap.toImmutableMap;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tfm.model.assessment.Assessment;
import org.tfm.model.assessment.Evaluation;
import org.tfm.model.assessment.Finding;
import org.tfm.model.assessment.Status;
import org.tfm.model.assessment.Terms;
import org.tfm.model.assessment.Verdict;
import org.tfm.model.comparison.ChangeKind;
import org.tfm.model.comparison.TermChange;
import org.tfm.model.comparison.TermsComparison;
import org.tfm.model.criterion.AllOf;
import org.tfm.model.criterion.AnyOf;
import org.tfm.model.criterion.CountOfMembers;
import org.tfm.model.criterion.Criterion;
import org.tfm.model.criterion.Evidence;
import org.tfm.model.criterion.Fact;
import org.tfm.model.criterion.ForMembers;
import org.tfm.model.criterion.Includes;
import org.tfm.model.criterion.Not;
import org.tfm.model.document.Answers;
import org.tfm.model.document.Application;
import org.tfm.model.document.DocumentEvidence;
import org.tfm.model.document.Facts;
import org.tfm.model.document.LeadParticipant;
import org.tfm.model.document.Participation;
import org.tfm.model.problem.Budget;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.Hubs;
import org.tfm.model.programme.JourneyRelation;
import org.tfm.model.programme.Offering;
import org.tfm.model.term.Aspect;
import org.tfm.model.term.Requirement;
import org.tfm.model.term.Strength;
import org.tfm.rules.book.PolicyBook;

/** Finds the parts of a journey. */
final class JourneySearch {

  /** The limit of requirements tried on what the school could complete first. */
  static final long MOST_TRIED = 1_000_000;

  private static final ImmutableSet<String> HISTORIES = ImmutableSet.of(Facts.PARTICIPATION.at());

  private final PolicyBook book;
  private final Application application;
  private final String hub;
  private final AcademicYear year;
  private final ImmutableSet<String> past;
  private final Budget budget;
  private final Map<AcademicYear, StatedLinks> links = new HashMap<>();
  private final Map<AcademicYear, Set<String>> doneBefore = new HashMap<>();
  private final Map<AcademicYear, ImmutableList<Offering>> offerings = new HashMap<>();
  private final Map<Offering, Assessment> assessed = new HashMap<>();

  JourneySearch(PolicyBook book, Application application) {
    this(book, application, MOST_TRIED);
  }

  JourneySearch(PolicyBook book, Application application, long mostTried) {
    this.book = book;
    this.application = application;
    this.hub = application.offering().hub();
    this.year = application.offering().year();
    this.past =
        AcademicYear.all()
            .filter(one -> one.isBefore(year))
            .map(one -> Facts.participationIn(one).id())
            .collect(ImmutableSet.toImmutableSet());
    this.budget = Budget.of(mostTried);
  }

  /** Whether the school could perhaps start with more than was tried. */
  boolean isCutShort() {
    return budget.isIncomplete();
  }

  /**
   * Returns the problems of the answers that no offering of the two years takes which asks for
   * them; two offerings may ask for different things under one name.
   */
  ImmutableList<Problem> answerProblems() {
    Set<String> answered = new TreeSet<>(application.answers().byFact().keySet());
    application
        .leadParticipants()
        .ifPresent(
            people ->
                people.forEach(person -> answered.addAll(person.answers().byFact().keySet())));
    return answered.stream()
        .flatMap(fact -> answerProblems(fact).stream())
        .collect(toImmutableList());
  }

  private ImmutableList<Problem> answerProblems(String fact) {
    Application alone = retained(application, Set.of(fact));
    List<ImmutableList<Problem>> each =
        Stream.of(year, year.next())
            .flatMap(of -> offerings(of).stream())
            .map(offering -> terms(offering).answerFacts())
            .filter(asked -> asked.containsKey(fact))
            .map(alone::answerProblems)
            .toList();
    return each.isEmpty() || each.stream().anyMatch(List::isEmpty)
        ? ImmutableList.of()
        : each.get(0);
  }

  private StatedLinks links(AcademicYear of) {
    return links.computeIfAbsent(of, any -> StatedLinks.of(book, hub, any));
  }

  private ImmutableList<Offering> offerings(AcademicYear of) {
    return offerings.computeIfAbsent(of, this::offered);
  }

  /** The offerings of the hub, then those of the network of other types, each by type. */
  private ImmutableList<Offering> offered(AcademicYear of) {
    Set<String> types = new HashSet<>();
    return Stream.of(hub, Hubs.NATIONAL)
        .flatMap(
            publisher ->
                book.offerings().stream()
                    .filter(entry -> entry.hub().id().equals(publisher))
                    .filter(entry -> entry.year().map(of::equals).orElse(true))
                    .map(entry -> entry.type().id())
                    .distinct()
                    .map(type -> Offering.of(publisher, type, of)))
        .filter(book::isOffered)
        .filter(offering -> types.add(offering.type()))
        .collect(toImmutableList());
  }

  ImmutableList<JourneyStep> steps(AcademicYear of) {
    return offerings(of).stream().map(this::step).collect(toImmutableList());
  }

  private JourneyStep step(Offering offering) {
    ImmutableList<Finding> findings = findings(offering);
    List<Finding> open =
        findings.stream().filter(finding -> finding.status() != Status.MET).toList();
    List<Finding> reasons =
        open.isEmpty() ? findings.stream().filter(JourneySearch::isOfHistory).toList() : open;
    return new JourneyStep(
        offering,
        book.type(offering).title(),
        book.hubName(offering.hub()),
        verdict(offering),
        ImmutableList.copyOf(reasons),
        links(offering.year()).of(offering.type()));
  }

  private Verdict verdict(Offering offering) {
    return assessed(offering).eligibility();
  }

  private Assessment assessed(Offering offering) {
    Assessment known = assessed.get(offering);
    if (known == null) {
      known = terms(offering).assess(about(offering));
      assessed.put(offering, known);
    }
    return known;
  }

  private Terms terms(Offering offering) {
    return book.terms(offering, application.schoolKind());
  }

  /** The findings on eligibility that count. */
  private ImmutableList<Finding> findings(Offering offering) {
    return assessed(offering).findings().stream()
        .filter(finding -> finding.aspect() == Aspect.ELIGIBILITY)
        .filter(finding -> finding.strength() != Strength.PREFERRED)
        .collect(toImmutableList());
  }

  /** Returns what is known of the school, as an application for an offering. */
  private Application about(Offering offering) {
    Application asked =
        Application.builder()
            .offering(offering)
            .school(application.school())
            .history(application.history())
            .leadParticipants(application.leadParticipants())
            .submittedBy(application.submittedBy())
            .answers(application.answers())
            .build();
    ImmutableMap<String, Fact> facts = terms(offering).answerFacts();
    Application about = retained(asked, facts.keySet());
    // An answer counts for the offerings that it suits.
    return about.answerProblems(facts).isEmpty()
        ? about
        : retained(
            asked,
            Sets.filter(
                facts.keySet(),
                fact -> retained(asked, Set.of(fact)).answerProblems(facts).isEmpty()));
  }

  /** Returns an application with the answers to some questions. */
  private static Application retained(Application of, Set<String> facts) {
    return Application.builder()
        .from(of)
        .answers(retained(of.answers(), facts))
        .leadParticipants(
            of.leadParticipants()
                .map(
                    people ->
                        people.stream()
                            .map(
                                person ->
                                    LeadParticipant.builder()
                                        .from(person)
                                        .answers(retained(person.answers(), facts))
                                        .build())
                            .collect(toImmutableList())))
        .build();
  }

  private static Answers retained(Answers answers, Set<String> facts) {
    Map<String, Object> asked = new TreeMap<>(answers.byFact());
    asked.keySet().retainAll(facts);
    return Answers.of(asked);
  }

  private static boolean isOfHistory(Finding finding) {
    return finding.demand().facts().stream().anyMatch(fact -> HISTORIES.contains(fact.at()));
  }

  /** Whether a finding asks only for years that are over, so that nothing can come first. */
  private boolean isOfThePast(Finding finding) {
    return finding.demand().facts().stream()
        .filter(fact -> HISTORIES.contains(fact.at()))
        .allMatch(fact -> past.contains(fact.id()));
  }

  /** Whether a criterion asks the history only for what must not be in it: nothing comes first. */
  private static final class AsksForNone implements Criterion.Visitor<Boolean> {

    @Override
    public Boolean allOf(AllOf all) {
      return all.parts().stream().allMatch(part -> part.accept(this));
    }

    @Override
    public Boolean anyOf(AnyOf any) {
      return any.parts().stream().allMatch(part -> part.accept(this));
    }

    @Override
    public Boolean not(Not not) {
      return true;
    }

    @Override
    public Boolean forMembers(ForMembers each) {
      return each.criterion().accept(this);
    }

    @Override
    public Boolean countOfMembers(CountOfMembers count) {
      return count.where().accept(this);
    }

    @Override
    public Boolean leaf(Criterion leaf) {
      return leaf.facts().stream().noneMatch(fact -> HISTORIES.contains(fact.at()));
    }
  }

  /** The types that a finding asks the history for. */
  private static ImmutableSet<String> types(Finding finding) {
    return finding
        .demand()
        .leaves()
        .filter(Includes.class::isInstance)
        .map(Includes.class::cast)
        .filter(leaf -> HISTORIES.contains(leaf.fact().at()))
        .flatMap(leaf -> leaf.words().stream())
        .collect(ImmutableSet.toImmutableSet());
  }

  /** The offerings that have to come first, or usually do, where the history is known. */
  ImmutableList<JourneyFirst> first() {
    return application.history().isEmpty()
        ? ImmutableList.of()
        : Stream.of(year, year.next())
            .flatMap(of -> offerings(of).stream())
            .flatMap(offering -> first(offering).stream())
            .collect(toImmutableList());
  }

  private List<JourneyFirst> first(Offering offering) {
    List<JourneyFirst> first = new ArrayList<>();
    if (!isForSchool(offering)) {
      return first;
    }
    for (Finding finding : findings(offering)) {
      if (finding.status() != Status.MET
          && finding.status() != Status.EVIDENCE_MISSING
          && isOfHistory(finding)) {
        if (isOfThePast(finding) || finding.demand().accept(new AsksForNone())) {
          if (isRefused(finding)) {
            return List.of();
          }
          continue;
        }
        first.add(
            new JourneyFirst(
                offering,
                book.type(offering).title(),
                /* required= */ isRefused(finding),
                types(finding).asList(),
                offering.year().equals(year) ? ImmutableList.of() : ways(finding, offering),
                finding.sentence(),
                finding.provenance().rule().pack(),
                finding.citation()));
      }
    }
    return first.isEmpty() ? usually(offering) : first;
  }

  /** Whether nothing but its history keeps the school from an offering. */
  private boolean isForSchool(Offering offering) {
    return findings(offering).stream()
        .noneMatch(finding -> isRefused(finding) && !isOfHistory(finding));
  }

  /** Whether a finding alone makes the verdict no. */
  private static boolean isRefused(Finding finding) {
    return finding.status() == Status.UNMET && finding.strength() == Strength.MUST;
  }

  /** The offerings of the first year with which a finding is met in the next, by their titles. */
  private ImmutableList<String> ways(Finding finding, Offering next) {
    List<Requirement> asked =
        terms(next).terms().stream()
            .filter(Requirement.class::isInstance)
            .map(Requirement.class::cast)
            .filter(term -> term.aspect() == finding.aspect() && term.id().equals(finding.term()))
            .toList();
    return offerings(year).stream()
        .filter(this::mayJoin)
        .filter(now -> budget.take(asked.size()))
        .filter(now -> after(now, next).filter(evidence -> isMet(asked, evidence)).isPresent())
        .map(now -> book.type(now).title())
        .distinct()
        .collect(toImmutableList());
  }

  private static boolean isMet(List<Requirement> terms, Evidence evidence) {
    return terms.stream().anyMatch(term -> Evaluation.of(term, evidence).status() == Status.MET);
  }

  /** The evidence of a school that has completed an offering; empty if its history is full. */
  private Optional<Evidence> after(Offering completed, Offering next) {
    Application about = about(next);
    List<Participation> history = new ArrayList<>(about.history().orElse(ImmutableList.of()));
    history.add(
        Participation.builder()
            .type(completed.type())
            .year(completed.year())
            .hub(completed.hub())
            .completed(true)
            .build());
    try {
      return Optional.of(
          DocumentEvidence.of(Application.builder().from(about).history(history).build()));
    } catch (InvalidInputException e) {
      budget.leaveOut();
      return Optional.empty();
    }
  }

  /** The links to types that usually follow those of the school and that it has not joined. */
  ImmutableList<StatedLink> usual() {
    Set<String> done = done(year.next(), year);
    return links(year).all(JourneyRelation.FOLLOWS).stream()
        .filter(stated -> !done.contains(stated.link().type()))
        .filter(stated -> stated.link().others().stream().anyMatch(done::contains))
        .collect(toImmutableList());
  }

  /** The types that the school took part in before a year, by all their names in it. */
  private Set<String> done(AcademicYear before, AcademicYear named) {
    return application.history().orElse(ImmutableList.of()).stream()
        .filter(one -> one.year().isBefore(before))
        .map(Participation::type)
        .distinct()
        .flatMap(type -> links(named).meant(type).stream())
        .collect(Collectors.toSet());
  }

  /** The types that usually come first, if the school did none and cannot start here. */
  private List<JourneyFirst> usually(Offering offering) {
    StatedLinks said = links(offering.year());
    Set<String> done = doneBefore.computeIfAbsent(offering.year(), of -> done(of, of));
    if (done.contains(offering.type())
        || !said.of(offering.type(), JourneyRelation.STARTS).isEmpty()) {
      return List.of();
    }
    return said.of(offering.type(), JourneyRelation.FOLLOWS).stream()
        .filter(stated -> stated.link().others().stream().noneMatch(done::contains))
        .map(
            stated ->
                new JourneyFirst(
                    offering,
                    book.type(offering).title(),
                    /* required= */ false,
                    stated.link().others(),
                    offering.year().equals(year) ? ImmutableList.of() : now(stated.link().others()),
                    stated.sentence(),
                    stated.pack(),
                    stated.citation()))
        .toList();
  }

  private ImmutableList<String> now(List<String> types) {
    return offerings(year).stream()
        .filter(now -> types.contains(now.type()) && mayJoin(now))
        .map(now -> book.type(now).title())
        .distinct()
        .collect(toImmutableList());
  }

  /** The changes since the year before in the offerings for the school. */
  ImmutableList<JourneyChange> changes() {
    Map<String, Offering> now = byType(offerings(year));
    Map<String, Offering> before = byType(offerings(year.previous()));
    List<JourneyChange> changes = new ArrayList<>();
    now.forEach(
        (type, offering) -> {
          Optional<Offering> earlier = Optional.ofNullable(before.get(type));
          if (isForSchool(offering) || earlier.filter(this::isForSchool).isPresent()) {
            change(offering, earlier).ifPresent(changes::add);
          }
        });
    before.forEach(
        (type, earlier) -> {
          if (!now.containsKey(type) && isForSchool(earlier)) {
            changes.add(
                new JourneyChange(
                    earlier,
                    book.type(earlier).title(),
                    ChangeKind.REMOVED,
                    Optional.of(earlier),
                    ImmutableList.of(),
                    Optional.empty()));
          }
        });
    return ImmutableList.copyOf(changes);
  }

  private static Map<String, Offering> byType(List<Offering> offerings) {
    return offerings.stream().collect(toImmutableMap(Offering::type, offering -> offering));
  }

  private boolean mayJoin(Offering offering) {
    return verdict(offering) != Verdict.NO;
  }

  private Optional<JourneyChange> change(Offering offering, Optional<Offering> earlier) {
    // Terms of two publishers differ in what each of them leaves unsaid, which is no change.
    ImmutableList<TermChange> terms =
        earlier
            .filter(before -> before.hub().equals(offering.hub()))
            .map(before -> terms(before))
            .map(before -> TermsComparison.of(before, terms(offering)).changes())
            .orElse(ImmutableList.of());
    boolean isSame =
        terms.isEmpty() && earlier.filter(o -> o.hub().equals(offering.hub())).isPresent();
    return isSame
        ? Optional.empty()
        : Optional.of(
            new JourneyChange(
                offering,
                book.type(offering).title(),
                earlier.isPresent() ? ChangeKind.CHANGED : ChangeKind.ADDED,
                earlier,
                terms,
                links(year).of(offering.type(), JourneyRelation.REPLACES).stream().findFirst()));
  }
}
