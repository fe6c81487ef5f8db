package org.tfm.model;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.tfm.model.assessment.Terms;
import org.tfm.model.assessment.UnsettledTerm;
import org.tfm.model.criterion.Evidence;
import org.tfm.model.criterion.Fact;
import org.tfm.model.criterion.Members;
import org.tfm.model.criterion.Provided;
import org.tfm.model.document.Answers;
import org.tfm.model.document.Application;
import org.tfm.model.document.DocumentEvidence;
import org.tfm.model.document.Facts;
import org.tfm.model.document.HeadteacherEvent;
import org.tfm.model.document.LeadParticipant;
import org.tfm.model.document.Progress;
import org.tfm.model.document.Session;
import org.tfm.model.document.Trn;
import org.tfm.model.document.WorkGroup;
import org.tfm.model.school.School;
import org.tfm.model.term.Aspect;
import org.tfm.model.term.Requirement;

/** Completes documents with values of other documents; given values do not change. */
public final class Completions {

  private Completions() {}

  /**
   * Completes an application with the values of another. In a submitted application, values that
   * the APPLICATION aspect requires stay as they are.
   */
  public static Application of(Application given, Application other, Terms terms) {
    Application filled =
        Application.builder()
            .from(given)
            .school(school(given.school(), other.school()))
            .history(or(given.history(), other.history()))
            .leadParticipants(people(given, other, terms.peopleAsked()))
            .headteacherStatement(or(given.headteacherStatement(), other.headteacherStatement()))
            .submittedOn(submitted(given, other))
            .place(or(given.place(), other.place()))
            .programmeYear(or(given.programmeYear(), other.programmeYear()))
            .expressionOfInterestOn(interest(given, other))
            .answers(Answers.none())
            .build();
    Application whole = answered(given, filled, other);
    return given.submittedOn().isPresent() && fillsAGap(given, whole, terms) ? given : whole;
  }

  /**
   * Adds the answers of another application, unless answers contradict each other or the school.
   */
  private static Application answered(Application given, Application filled, Application other) {
    for (Answers answers : List.of(answers(given.answers(), other.answers()), given.answers())) {
      try {
        return Application.builder().from(filled).answers(answers).build();
      } catch (IllegalArgumentException e) {
        // Try with fewer answers, or with the original school.
      }
    }
    return Application.builder()
        .from(filled)
        .school(given.school())
        .answers(given.answers())
        .build();
  }

  private static boolean fillsAGap(Application given, Application whole, Terms terms) {
    List<Requirement> application =
        Stream.concat(terms.terms().stream(), terms.unsettled().stream().map(UnsettledTerm::term))
            .filter(Requirement.class::isInstance)
            .map(Requirement.class::cast)
            .filter(term -> term.aspect() == Aspect.APPLICATION)
            .toList();
    boolean wantsPeople =
        application.stream().anyMatch(term -> facts(term).contains(Facts.LEAD_PARTICIPANTS));
    if (wantsPeople && people(given).isEmpty() && !people(whole).isEmpty()) {
      return true;
    }
    return application.stream()
        .flatMap(
            term ->
                Stream.concat(
                    term.criterion().leaves(),
                    term.referral().stream().flatMap(when -> when.leaves())))
        .filter(Provided.class::isInstance)
        .map(leaf -> ((Provided) leaf).fact())
        .anyMatch(fact -> given(fact, given) != given(fact, whole));
  }

  /** Returns the day of submission, unless the expression of interest came later. */
  private static Optional<LocalDate> submitted(Application given, Application other) {
    return or(
        given.submittedOn(),
        other
            .submittedOn()
            .filter(day -> given.expressionOfInterestOn().filter(day::isBefore).isEmpty()));
  }

  /** Returns the day of the expression of interest, unless it contradicts another value. */
  private static Optional<LocalDate> interest(Application given, Application other) {
    Optional<LocalDate> submitted = submitted(given, other);
    boolean hasSentNone =
        Boolean.FALSE.equals(given.answers().byFact().get("expression-of-interest"));
    return or(
        given.expressionOfInterestOn(),
        other
            .expressionOfInterestOn()
            .filter(day -> !hasSentNone && submitted.filter(day::isAfter).isEmpty()));
  }

  private static Set<Fact> facts(Requirement term) {
    Set<Fact> facts = new HashSet<>(term.criterion().facts());
    term.referral().ifPresent(when -> facts.addAll(when.facts()));
    return facts;
  }

  /** Counts how often a fact is given, for the document and for each person. */
  private static long given(Fact fact, Application application) {
    Evidence evidence = DocumentEvidence.of(application);
    return (evidence.find(fact).isPresent() ? 1 : 0)
        + evidence.members(Members.LEAD_PARTICIPANTS).stream()
            .filter(person -> person.find(fact).isPresent())
            .count();
  }

  private static List<LeadParticipant> people(Application application) {
    return application.leadParticipants().orElse(ImmutableList.of());
  }

  private static Optional<ImmutableList<LeadParticipant>> people(
      Application given, Application other, int asked) {
    List<LeadParticipant> people = new ArrayList<>();
    Set<Trn> known = new HashSet<>();
    people(given).forEach(person -> person.trn().ifPresent(known::add));
    List<LeadParticipant> others = people(other);
    for (int i = 0; i < people(given).size(); i++) {
      LeadParticipant person = people(given).get(i);
      people.add(i < others.size() ? person(person, others.get(i), known) : person);
    }
    boolean isOpen = people(given).isEmpty() || given.submittedOn().isEmpty();
    for (int i = people.size(); isOpen && i < others.size(); i++) {
      if (people(given).isEmpty() || different(people) < asked) {
        people.add(person(LeadParticipant.builder().build(), others.get(i), known));
      }
    }
    return people.isEmpty() ? given.leadParticipants() : Optional.of(ImmutableList.copyOf(people));
  }

  private static int different(List<LeadParticipant> people) {
    Set<Trn> known = new HashSet<>();
    int different = 0;
    for (LeadParticipant person : people) {
      different += person.trn().isEmpty() || known.add(person.trn().get()) ? 1 : 0;
    }
    return different;
  }

  private static LeadParticipant person(
      LeadParticipant given, LeadParticipant other, Set<Trn> known) {
    LeadParticipant.Builder filled =
        LeadParticipant.builder()
            .from(given)
            .trn(or(given.trn(), other.trn().filter(known::add)))
            .roles(or(given.roles(), other.roles()))
            .releaseDays(
                or(
                    given.releaseDays(),
                    other
                        .releaseDays()
                        .filter(
                            whole ->
                                given
                                    .releaseOutsideMeetings()
                                    .filter(part -> part.compareTo(whole) > 0)
                                    .isEmpty())))
            .releaseOutsideMeetings(
                or(
                    given.releaseOutsideMeetings(),
                    given.releaseDays().isPresent()
                        ? Optional.empty()
                        : other.releaseOutsideMeetings()))
            .yearGroups(or(given.yearGroups(), other.yearGroups()))
            .yearGroupsTaught(or(given.yearGroupsTaught(), other.yearGroupsTaught()))
            .subjects(
                or(
                    given.subjects(),
                    given.teachesMaths().isPresent() ? Optional.empty() : other.subjects()))
            .careerStage(or(given.careerStage(), other.careerStage()))
            .mathsSpecialist(or(given.mathsSpecialist(), other.mathsSpecialist()))
            .partTime(or(given.partTime(), other.partTime()))
            .teachesMaths(
                or(
                    given.teachesMaths(),
                    given.subjects().isPresent() ? Optional.empty() : other.teachesMaths()))
            .supportsMaths(or(given.supportsMaths(), other.supportsMaths()))
            .qualifications(or(given.qualifications(), other.qualifications()))
            .history(or(given.history(), other.history()));
    LeadParticipant person = filled.build();
    try {
      return filled
          .yearsTeaching(or(given.yearsTeaching(), other.yearsTeaching()))
          .yearsInRole(or(given.yearsInRole(), other.yearsInRole()))
          .yearsInPhase(or(given.yearsInPhase(), other.yearsInPhase()))
          .build();
    } catch (IllegalArgumentException e) {
      return person; // The years of both contradict each other.
    }
  }

  /** Completes a group with the values of another. */
  public static WorkGroup of(WorkGroup given, WorkGroup other) {
    Optional<ImmutableList<School>> schools =
        given
            .schools()
            .map(
                own -> {
                  List<School> filled = new ArrayList<>();
                  List<School> others = other.schools().orElse(ImmutableList.of());
                  for (int i = 0; i < own.size(); i++) {
                    filled.add(i < others.size() ? school(own.get(i), others.get(i)) : own.get(i));
                  }
                  return ImmutableList.copyOf(filled);
                });
    Optional<ImmutableList<Session>> sessions =
        given
            .sessions()
            .map(
                own -> {
                  List<Session> filled = new ArrayList<>();
                  List<Session> others = other.sessions().orElse(ImmutableList.of());
                  for (int i = 0; i < own.size(); i++) {
                    Session one = own.get(i);
                    filled.add(
                        i < others.size()
                            ? Session.builder()
                                .from(one)
                                .host(or(one.host(), others.get(i).host()))
                                .startsAt(or(one.startsAt(), others.get(i).startsAt()))
                                .venue(or(one.venue(), others.get(i).venue()))
                                .kind(or(one.kind(), others.get(i).kind()))
                                .date(or(one.date(), others.get(i).date()))
                                .mode(or(one.mode(), others.get(i).mode()))
                                .days(or(one.days(), others.get(i).days()))
                                .hours(or(one.hours(), others.get(i).hours()))
                                .build()
                            : one);
                  }
                  return ImmutableList.copyOf(filled);
                });
    return WorkGroup.builder()
        .from(given)
        .lead(or(given.lead(), other.lead()))
        .schools(or(schools, other.schools()))
        .sessions(or(sessions, other.sessions()))
        .answers(answers(given.answers(), other.answers()))
        .build();
  }

  private static ImmutableSet<HeadteacherEvent> with(
      ImmutableSet<HeadteacherEvent> events, Optional<ImmutableSet<HeadteacherEvent>> more) {
    return Sets.union(events, more.orElse(ImmutableSet.of())).immutableCopy();
  }

  /** Completes progress with the values of another. */
  public static Progress of(Progress given, Progress other) {
    // What the headteacher attended, a senior leader attended.
    Optional<ImmutableSet<HeadteacherEvent>> ofHeadteacher =
        or(
            given.headteacherAttended(),
            other
                .headteacherAttended()
                .map(
                    events ->
                        given
                            .seniorLeaderAttended()
                            .map(all -> Sets.intersection(events, all).immutableCopy())
                            .orElse(events)));
    Progress filled =
        Progress.builder()
            .from(given)
            .releaseDays(or(given.releaseDays(), other.releaseDays()))
            .workshopsAttended(or(given.workshopsAttended(), other.workshopsAttended()))
            .workshopsPlanned(or(given.workshopsPlanned(), other.workshopsPlanned()))
            .headteacherWorkshops(or(given.headteacherWorkshops(), other.headteacherWorkshops()))
            .missedWithoutNotice(or(given.missedWithoutNotice(), other.missedWithoutNotice()))
            .programmeYear(or(given.programmeYear(), other.programmeYear()))
            .visits(or(given.visits(), other.visits()))
            .visitHalfDays(or(given.visitHalfDays(), other.visitHalfDays()))
            .tasksCompleted(or(given.tasksCompleted(), other.tasksCompleted()))
            .headteacherAttended(ofHeadteacher)
            .seniorLeaderAttended(
                or(
                    given.seniorLeaderAttended(),
                    other.seniorLeaderAttended().map(all -> with(all, ofHeadteacher))))
            .build();
    try {
      return Progress.builder()
          .from(filled)
          .school(school(given.school(), other.school()))
          .answers(answers(given.answers(), other.answers()))
          .build();
    } catch (IllegalArgumentException e) {
      return filled; // The answers contradict the school of the other document.
    }
  }

  private static School school(School given, School other) {
    return School.builder()
        .from(given)
        .phase(or(given.phase(), other.phase()))
        .establishmentType(or(given.establishmentType(), other.establishmentType()))
        .country(or(given.country(), other.country()))
        .localAuthority(or(given.localAuthority(), other.localAuthority()))
        .district(or(given.district(), other.district()))
        .region(or(given.region(), other.region()))
        .lowestAge(or(given.lowestAge(), other.lowestAge()))
        .highestAge(or(given.highestAge(), other.highestAge()))
        .trust(or(given.trust(), other.trust()))
        .nurseryProvision(or(given.nurseryProvision(), other.nurseryProvision()))
        .freeMealShare(or(given.freeMealShare(), other.freeMealShare()))
        .pupils(or(given.pupils(), other.pupils()))
        .ofsted(or(given.ofsted(), other.ofsted()))
        .hubs(or(given.hubs(), other.hubs()))
        .build();
  }

  private static Answers answers(Answers given, Answers other) {
    Map<String, Object> all = new TreeMap<>(other.byFact());
    all.putAll(given.byFact());
    return Answers.of(all);
  }

  private static <T> Optional<T> or(Optional<T> given, Optional<T> other) {
    return given.isPresent() ? given : other;
  }
}
