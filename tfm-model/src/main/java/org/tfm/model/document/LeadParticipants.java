package org.tfm.model.document;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.tfm.model.criterion.Value;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.ReleaseTime;

/** Values derived from the lead participants of an application. */
final class LeadParticipants {

  /** The roles of teachers only; a teaching assistant may lead interventions. */
  private static final ImmutableSet<Role> OF_TEACHERS =
      Sets.immutableEnumSet(
          Role.MATHS_LEAD,
          Role.SUBJECT_LEADER,
          Role.MIDDLE_LEADER,
          Role.SENIOR_LEADER,
          Role.CLASS_TEACHER,
          Role.SENCO,
          Role.HEADTEACHER,
          Role.DEPUTY_HEADTEACHER,
          Role.PHASE_LEADER,
          Role.KEY_STAGE_LEAD,
          Role.YEAR_GROUP_LEAD,
          Role.SECOND_IN_DEPARTMENT,
          Role.MASTERY_LEAD);

  private static final Optional<Value> ONLY_ASSISTANT =
      Optional.of(new Value.YesNo(false, "a teaching assistant"));

  private LeadParticipants() {}

  /** Returns the lead participants; empty if the list is absent. */
  static ImmutableList<LeadParticipant> of(Application application) {
    return application.leadParticipants().orElse(ImmutableList.of());
  }

  static Application with(Application application, ImmutableList<LeadParticipant> people) {
    return Application.builder().from(application).leadParticipants(people).build();
  }

  /** Returns the number of different people; empty if the list is absent or empty. */
  static Optional<Value> number(Application application) {
    List<LeadParticipant> people = of(application);
    return people.isEmpty() ? Optional.empty() : SharedValues.number(differentPeople(people));
  }

  /** Returns how many people are named too few; 0 if nobody is named. */
  static int missing(int asked, Application application) {
    List<LeadParticipant> people = of(application);
    return people.isEmpty() ? 0 : Math.max(0, asked - differentPeople(people));
  }

  /** Counts equal numbers as one person, and people without a number as different people. */
  private static int differentPeople(List<LeadParticipant> people) {
    if (people.size() <= 2) {
      boolean same =
          people.size() == 2
              && people.get(0).trn().isPresent()
              && people.get(0).trn().equals(people.get(1).trn());
      return same ? 1 : people.size();
    }
    Set<Trn> known = new HashSet<>();
    int different = 0;
    for (LeadParticipant person : people) {
      different += person.trn().isEmpty() || known.add(person.trn().get()) ? 1 : 0;
    }
    return different;
  }

  /** Returns the release time of all people, as a lower bound if some of it is not given. */
  static Optional<Value> combinedRelease(Application application) {
    List<LeadParticipant> people = of(application);
    if (people.isEmpty()) {
      return Optional.empty();
    }
    long halfDays = meetingHalfDays(application, people);
    boolean open = false;
    for (LeadParticipant person : people) {
      open |= person.releaseDays().isEmpty();
      halfDays += halfDays(person);
    }
    return SharedValues.days(halfDays, open);
  }

  private static int meetingHalfDays(Application application, List<LeadParticipant> people) {
    return application.meetingsOnTop().isPresent()
        ? application.meetingsOnTop().get().halfDays() * people.size()
        : 0;
  }

  private static int halfDays(LeadParticipant person) {
    return person.releaseDays().isPresent() ? person.releaseDays().get().halfDays() : 0;
  }

  /** Adds the missing time to the first person without release days, or else to the first. */
  static Optional<Application> withCombinedRelease(Application application, Value value) {
    List<LeadParticipant> people = new ArrayList<>(of(application));
    if (people.isEmpty() || !(value instanceof Value.Quantity wanted)) {
      return Optional.empty();
    }
    int lacking =
        wanted.amount().multiply(BigDecimal.valueOf(2)).intValueExact()
            - meetingHalfDays(application, people)
            - people.stream().mapToInt(LeadParticipants::halfDays).sum();
    int first =
        IntStream.range(0, people.size())
            .filter(i -> people.get(i).releaseDays().isEmpty())
            .findFirst()
            .orElse(0);
    people.replaceAll(person -> released(person, halfDays(person)));
    for (int i = 0; i < people.size() && lacking != 0; i++) {
      int at = (first + i) % people.size();
      int before = halfDays(people.get(at));
      int after = Math.max(0, before + lacking);
      people.set(at, released(people.get(at), after));
      lacking -= after - before;
    }
    return lacking == 0
        ? Optional.of(with(application, ImmutableList.copyOf(people)))
        : Optional.empty();
  }

  private static LeadParticipant released(LeadParticipant person, int halfDays) {
    return LeadParticipant.builder()
        .from(person)
        .releaseDays(ReleaseTime.ofHalfDays(halfDays))
        .build();
  }

  /** Returns the roles of a person, in declaration order. */
  static Optional<Value> roles(LeadParticipant person) {
    return person.roles().isPresent() ? SharedValues.roles(person.roles().get()) : Optional.empty();
  }

  /** Whether a person is a teacher: not a teaching assistant, or also with a role of teachers. */
  static Optional<Value> isTeacher(LeadParticipant person) {
    Set<Role> roles = person.roles().orElse(ImmutableSet.of());
    if (roles.isEmpty()) {
      return Optional.empty();
    }
    boolean isTeacher =
        !roles.contains(Role.TEACHING_ASSISTANT) || !Collections.disjoint(roles, OF_TEACHERS);
    return isTeacher ? SharedValues.yesNo(true) : ONLY_ASSISTANT;
  }

  /** Returns what is known of a person in a year, without later work groups. */
  static LeadParticipant in(AcademicYear year, LeadParticipant person) {
    return person.history().isPresent()
            && person.history().get().stream().anyMatch(one -> year.isBefore(one.year()))
        ? LeadParticipant.builder()
            .from(person)
            .history(
                person.history().get().stream()
                    .filter(one -> !year.isBefore(one.year()))
                    .collect(ImmutableList.toImmutableList()))
            .build()
        : person;
  }
}
