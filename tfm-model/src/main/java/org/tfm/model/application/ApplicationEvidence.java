package org.tfm.model.application;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.tfm.model.criterion.Evidence;
import org.tfm.model.criterion.Fact;
import org.tfm.model.criterion.Members;
import org.tfm.model.criterion.Value;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.ReleaseTime;

/** What an application says. */
final class ApplicationEvidence implements Evidence {

  private final Application application;
  private final Evidence school;

  ApplicationEvidence(Application application) {
    this.application = application;
    this.school = new SchoolEvidence(application.school(), application.answers(), "");
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
      case "lead-participants" -> leadParticipants().map(this::differentPeople);
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
  private Value differentPeople(List<LeadParticipant> people) {
    Set<Trn> known = new HashSet<>();
    long different =
        people.stream()
            .filter(person -> person.trn().isEmpty() || known.add(person.trn().get()))
            .count();
    return Value.Quantity.of(different);
  }

  /** The sum over everybody; open upwards while somebody's days are not given. */
  private Value combinedRelease(List<LeadParticipant> people) {
    int meetings =
        application.meetingsOnTop().map(onTop -> onTop.halfDays() * people.size()).orElse(0);
    int known =
        people.stream()
            .flatMap(person -> person.releaseDays().stream())
            .mapToInt(ReleaseTime::halfDays)
            .sum();
    boolean open = people.stream().anyMatch(person -> person.releaseDays().isEmpty());
    return new Value.Quantity(Halves.toDays((long) known + meetings), open);
  }

  @Override
  public ImmutableList<Evidence> members(Members members) {
    if (members != Members.LEAD_PARTICIPANTS) {
      return ImmutableList.of();
    }
    ImmutableList.Builder<Evidence> each = ImmutableList.builder();
    int number = 1;
    for (LeadParticipant person : leadParticipants().orElse(List.of())) {
      each.add(new ParticipantEvidence(person, "lead participant " + number++));
    }
    return each.build();
  }
}
