package org.tfm.model.document;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.tfm.model.criterion.Evidence;
import org.tfm.model.criterion.Fact;
import org.tfm.model.criterion.Members;
import org.tfm.model.criterion.Value;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.ReleaseTime;

/** What an application says. */
final class ApplicationEvidence implements Evidence {

  /** No more people than this is usual; more are dealt with at some cost. */
  private static final int FEW = 8;

  private static final ImmutableList<String> NAMES =
      IntStream.rangeClosed(1, FEW)
          .mapToObj(number -> "lead participant " + number)
          .collect(ImmutableList.toImmutableList());

  private final Application application;
  private final Evidence school;
  private final FactSheet sheet;

  ApplicationEvidence(Application application) {
    this.application = application;
    this.school = new SchoolEvidence(application.school(), application.answers(), "");
    this.sheet = new FactSheet(application);
  }

  /** The same as numbers. */
  FactSheet sheet() {
    return sheet;
  }

  @Override
  public String describes() {
    return "";
  }

  @Override
  public Optional<Value> find(Fact fact) {
    AcademicYear year = application.offering().year();
    return switch (fact.id()) {
      case "earlier-participation" -> participation(p -> p.year().isBefore(year));
      case "participation" -> participation(p -> !year.isBefore(p.year()));
      case "lead-participants" ->
          leadParticipants().map(people -> Value.Quantity.of(differentPeople(people)));
      case "combined-release" -> leadParticipants().map(this::combinedRelease);
      case "headteacher-statement" ->
          application
              .headteacherStatement()
              .filter(text -> !text.isBlank())
              .map(text -> new Value.Given());
      case "applies-individually" ->
          Optional.of(Value.YesNo.of(application.submittedBy() == SubmittedBy.SCHOOL));
      case "place" -> application.place().map(Value.Words::of);
      case "most-teachers-using-mastery" -> Facts.mostTeachers(application.answers());
      default ->
          Facts.yearOfParticipation(fact)
              .map(only -> participation(p -> p.year().equals(only)))
              .orElseGet(() -> school.find(fact));
    };
  }

  private Optional<Value> participation(Predicate<Participation> counted) {
    return application
        .history()
        .map(
            history ->
                new Value.Words(
                    history.stream()
                        .filter(counted)
                        .map(Participation::type)
                        .collect(ImmutableSet.toImmutableSet())));
  }

  /** An empty list names nobody yet, so it says no more than a list left out. */
  private Optional<List<LeadParticipant>> leadParticipants() {
    return application.leadParticipants().filter(list -> !list.isEmpty()).map(list -> list);
  }

  /** The same number twice is one person; people without a number are different people. */
  static int differentPeople(List<LeadParticipant> people) {
    if (people.size() > FEW) {
      Set<Trn> known = new HashSet<>();
      return (int)
          people.stream()
              .filter(person -> person.trn().isEmpty() || known.add(person.trn().get()))
              .count();
    }
    int different = 0;
    for (int i = 0; i < people.size(); i++) {
      different += isNamedBefore(people, i) ? 0 : 1;
    }
    return different;
  }

  private static boolean isNamedBefore(List<LeadParticipant> people, int index) {
    Optional<Trn> trn = people.get(index).trn();
    if (trn.isEmpty()) {
      return false;
    }
    for (int i = 0; i < index; i++) {
      Optional<Trn> other = people.get(i).trn();
      if (other.isPresent() && trn.get().equals(other.get())) {
        return true;
      }
    }
    return false;
  }

  /** The half-days of everybody together, as far as they are given. */
  static long combinedHalfDays(Application application, List<LeadParticipant> people) {
    long halfDays =
        application.meetingsOnTop().isPresent()
            ? (long) application.meetingsOnTop().get().halfDays() * people.size()
            : 0;
    for (int i = 0; i < people.size(); i++) {
      Optional<ReleaseTime> release = people.get(i).releaseDays();
      halfDays += release.isPresent() ? release.get().halfDays() : 0;
    }
    return halfDays;
  }

  /** Whether somebody's days are not given, so that the sum is open upwards. */
  static boolean isReleaseOpen(List<LeadParticipant> people) {
    for (int i = 0; i < people.size(); i++) {
      if (people.get(i).releaseDays().isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private Value combinedRelease(List<LeadParticipant> people) {
    return new Value.Quantity(
        Halves.toDays(combinedHalfDays(application, people)), isReleaseOpen(people));
  }

  @Override
  public ImmutableList<Evidence> members(Members members) {
    if (members != Members.LEAD_PARTICIPANTS) {
      return ImmutableList.of();
    }
    List<LeadParticipant> people = FactKey.people(application);
    ImmutableList.Builder<Evidence> each = ImmutableList.builderWithExpectedSize(people.size());
    for (int i = 0; i < people.size(); i++) {
      each.add(new ParticipantEvidence(people.get(i), name(i)));
    }
    return each.build();
  }

  private static String name(int index) {
    return index < FEW ? NAMES.get(index) : "lead participant " + (index + 1);
  }
}
