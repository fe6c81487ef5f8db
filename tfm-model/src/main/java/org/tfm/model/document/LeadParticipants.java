package org.tfm.model.document;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.tfm.model.criterion.Value;
import org.tfm.model.programme.ReleaseTime;

/** What follows from the people that an application names. */
final class LeadParticipants {

  /** Roles that only a teacher holds; a teaching assistant may lead interventions. */
  private static final ImmutableSet<Role> OF_TEACHERS =
      Sets.immutableEnumSet(
          Role.MATHS_LEAD,
          Role.SUBJECT_LEADER,
          Role.MIDDLE_LEADER,
          Role.SENIOR_LEADER,
          Role.CLASS_TEACHER,
          Role.SENCO,
          Role.HEADTEACHER);

  private LeadParticipants() {}

  /** The people named; none where the list was left out. */
  static ImmutableList<LeadParticipant> of(Application application) {
    return application.leadParticipants().orElse(ImmutableList.of());
  }

  static Application with(Application application, ImmutableList<LeadParticipant> people) {
    return Application.builder().from(application).leadParticipants(people).build();
  }

  /** How many different people are named; an empty list says no more than one left out. */
  static Optional<Value> number(Application application) {
    List<LeadParticipant> people = of(application);
    return people.isEmpty() ? Optional.empty() : SharedValues.number(differentPeople(people));
  }

  /** Whether somebody is named, but fewer different people than that. */
  static boolean areFewerThan(int asked, Application application) {
    List<LeadParticipant> people = of(application);
    return asked > 1 && !people.isEmpty() && differentPeople(people) < asked;
  }

  /** The same number twice is one person; people without a number are different people. */
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

  /** The days of everybody together; open upwards where somebody's are not given. */
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

  /** What is lacking is given to the first of those whose days are open, or to the first of all. */
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

  /** The roles of a person, in the order in which they are declared. */
  static Optional<Value> roles(LeadParticipant person) {
    return person.roles().isPresent() ? SharedValues.roles(person.roles().get()) : Optional.empty();
  }

  /**
   * A teaching assistant without a role of a teacher is none; somebody without roles may be one.
   */
  static Optional<Value> isTeacher(LeadParticipant person) {
    return person
        .roles()
        .flatMap(
            roles ->
                SharedValues.yesNo(
                    !roles.contains(Role.TEACHING_ASSISTANT)
                        || !Sets.intersection(roles, OF_TEACHERS).isEmpty()));
  }

  static Optional<LeadParticipant> withRoles(LeadParticipant person, Value value) {
    return value instanceof Value.Words words
        ? Optional.of(
            LeadParticipant.builder()
                .from(person)
                .roles(
                    words.words().stream()
                        .map(Role::valueOf)
                        .collect(ImmutableSet.toImmutableSet()))
                .build())
        : Optional.empty();
  }
}
