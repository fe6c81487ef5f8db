package org.tfm.rules.journey;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableMap.toImmutableMap;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tfm.model.assessment.Finding;
import org.tfm.model.assessment.Status;
import org.tfm.model.assessment.Terms;
import org.tfm.model.assessment.Verdict;
import org.tfm.model.comparison.ChangeKind;
import org.tfm.model.comparison.TermChange;
import org.tfm.model.comparison.TermsComparison;
import org.tfm.model.criterion.Includes;
import org.tfm.model.document.Answers;
import org.tfm.model.document.Application;
import org.tfm.model.document.Facts;
import org.tfm.model.document.LeadParticipant;
import org.tfm.model.document.Participation;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.Hubs;
import org.tfm.model.programme.JourneyRelation;
import org.tfm.model.programme.Offering;
import org.tfm.model.term.Aspect;
import org.tfm.model.term.Strength;
import org.tfm.rules.book.OfferingEntry;
import org.tfm.rules.book.PolicyBook;

/** Finds the parts of a journey. */
final class JourneySearch {

  private static final ImmutableSet<String> HISTORIES = ImmutableSet.of(Facts.PARTICIPATION.at());

  private final PolicyBook book;
  private final Application application;
  private final String hub;
  private final AcademicYear year;
  private final Map<AcademicYear, StatedLinks> links = new HashMap<>();

  JourneySearch(PolicyBook book, Application application) {
    this.book = book;
    this.application = application;
    this.hub = application.offering().hub();
    this.year = application.offering().year();
  }

  private StatedLinks links(AcademicYear of) {
    return links.computeIfAbsent(of, any -> StatedLinks.of(book, hub, any));
  }

  /** The offerings of the hub, then those of the network of other types, each by type. */
  private ImmutableList<Offering> offerings(AcademicYear of) {
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
    ImmutableList<Finding> findings = findings(application, offering);
    List<Finding> open =
        findings.stream().filter(finding -> finding.status() != Status.MET).toList();
    List<Finding> reasons =
        open.isEmpty() ? findings.stream().filter(JourneySearch::isOfHistory).toList() : open;
    return new JourneyStep(
        offering,
        book.type(offering).title(),
        hubName(offering),
        verdict(application, offering),
        ImmutableList.copyOf(reasons),
        links(offering.year()).of(offering.type()));
  }

  private String hubName(Offering offering) {
    return book.offerings().stream()
        .map(OfferingEntry::hub)
        .filter(one -> one.id().equals(offering.hub()))
        .map(one -> one.name())
        .reduce((earlier, later) -> later)
        .orElse(offering.hub());
  }

  private Verdict verdict(Application of, Offering offering) {
    return terms(of, offering).assess(about(of, offering)).eligibility();
  }

  private Terms terms(Application of, Offering offering) {
    return book.terms(offering, of.schoolKind());
  }

  /** The findings on eligibility that count. */
  private ImmutableList<Finding> findings(Application of, Offering offering) {
    return terms(of, offering).assess(about(of, offering)).findings().stream()
        .filter(finding -> finding.aspect() == Aspect.ELIGIBILITY)
        .filter(finding -> finding.strength() != Strength.PREFERRED)
        .collect(toImmutableList());
  }

  /** Returns what the application says of its school, as an application for another offering. */
  private Application about(Application of, Offering offering) {
    Application.Builder draft =
        Application.builder()
            .offering(offering)
            .school(of.school())
            .history(of.history())
            .leadParticipants(of.leadParticipants())
            .submittedBy(of.submittedBy());
    Terms terms = terms(of, offering);
    Application plain = draft.build();
    Application answered = draft.answers(asked(of.answers(), terms)).build();
    if (answered.answerProblems(terms.answerFacts()).isEmpty()) {
      return answered;
    }
    return plain.answerProblems(terms.answerFacts()).isEmpty()
        ? plain
        : draft
            .answers(Answers.of(Map.of()))
            .leadParticipants(of.leadParticipants().map(JourneySearch::withoutAnswers))
            .build();
  }

  private static Answers asked(Answers answers, Terms terms) {
    Map<String, Object> asked = new TreeMap<>(answers.byFact());
    asked.keySet().retainAll(terms.answerFacts().keySet());
    return Answers.of(asked);
  }

  private static ImmutableList<LeadParticipant> withoutAnswers(List<LeadParticipant> people) {
    return people.stream()
        .map(person -> LeadParticipant.builder().from(person).answers(Answers.of(Map.of())).build())
        .collect(toImmutableList());
  }

  private static boolean isOfHistory(Finding finding) {
    return finding.demand().facts().stream().anyMatch(fact -> HISTORIES.contains(fact.at()));
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

  /** What has to come first, or usually does, where the history is known. */
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
    for (Finding finding : findings(application, offering)) {
      if (finding.status() != Status.MET
          && finding.status() != Status.EVIDENCE_MISSING
          && isOfHistory(finding)) {
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
    return findings(application, offering).stream()
        .noneMatch(finding -> isRefused(finding) && !isOfHistory(finding));
  }

  /** Whether a finding alone makes the verdict no. */
  private static boolean isRefused(Finding finding) {
    return finding.status() == Status.UNMET && finding.strength() == Strength.MUST;
  }

  /** The offerings of the first year with which a finding is met in the next, by their titles. */
  private ImmutableList<String> ways(Finding finding, Offering next) {
    return offerings(year).stream()
        .filter(this::mayJoin)
        .filter(
            now ->
                findings(after(now), next).stream()
                    .filter(other -> other.term().equals(finding.term()))
                    .anyMatch(other -> other.status() == Status.MET))
        .map(now -> book.type(now).title())
        .distinct()
        .collect(toImmutableList());
  }

  /** Returns the application of a school that has completed an offering. */
  private Application after(Offering completed) {
    List<Participation> history = new ArrayList<>(application.history().orElse(ImmutableList.of()));
    history.add(
        Participation.builder()
            .type(completed.type())
            .year(completed.year())
            .hub(completed.hub())
            .completed(true)
            .build());
    return Application.builder().from(application).history(history).build();
  }

  /** What usually follows the work groups of the school, where it has not been there. */
  ImmutableList<StatedLink> usual() {
    StatedLinks said = links(year);
    Set<String> done = done(said, year.next());
    return said.all(JourneyRelation.FOLLOWS).stream()
        .filter(stated -> !done.contains(stated.link().type()))
        .filter(stated -> stated.link().others().stream().anyMatch(done::contains))
        .collect(toImmutableList());
  }

  /** The types that the school took part in before a year, by all their names. */
  private Set<String> done(StatedLinks said, AcademicYear before) {
    return application.history().orElse(ImmutableList.of()).stream()
        .filter(one -> one.year().isBefore(before))
        .flatMap(one -> said.meant(one.type()).stream())
        .collect(Collectors.toSet());
  }

  /** What usually comes first, if the school has done none of it and cannot start here. */
  private List<JourneyFirst> usually(Offering offering) {
    StatedLinks said = links(offering.year());
    Set<String> done = done(said, offering.year());
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

  /** What has changed since the year before in the offerings for the school. */
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
    return verdict(application, offering) != Verdict.NO;
  }

  private Optional<JourneyChange> change(Offering offering, Optional<Offering> earlier) {
    // Terms of two publishers differ in what each of them leaves unsaid, which is no change.
    ImmutableList<TermChange> terms =
        earlier
            .filter(before -> before.hub().equals(offering.hub()))
            .map(before -> terms(application, before))
            .map(before -> TermsComparison.of(before, terms(application, offering)).changes())
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
