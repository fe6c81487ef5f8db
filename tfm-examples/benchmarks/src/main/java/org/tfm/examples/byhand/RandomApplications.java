package org.tfm.examples.byhand;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.tfm.model.document.Answers;
import org.tfm.model.document.Application;
import org.tfm.model.document.LeadParticipant;
import org.tfm.model.document.MeetingsOnTop;
import org.tfm.model.document.Participation;
import org.tfm.model.document.Place;
import org.tfm.model.document.Role;
import org.tfm.model.document.SubmittedBy;
import org.tfm.model.document.Trn;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.ReleaseTime;
import org.tfm.model.school.Country;
import org.tfm.model.school.EstablishmentType;
import org.tfm.model.school.Funding;
import org.tfm.model.school.Phase;
import org.tfm.model.school.School;

/** Generates varied applications to Cheshire and Wirral for 2022/23. */
public final class RandomApplications {

  private static final List<String> OTHER_QUESTIONS =
      List.of("expression-of-interest", "full-year-commitment", "mastery-begun");

  private final Random random;

  /** Creates a generator with this source of randomness. */
  public RandomApplications(Random random) {
    this.random = random;
  }

  /** Returns the next applications. */
  public ImmutableList<Application> next(int number) {
    ImmutableList.Builder<Application> all = ImmutableList.builderWithExpectedSize(number);
    for (int i = 0; i < number; i++) {
      all.add(next());
    }
    return all.build();
  }

  /** Returns the next application. */
  public Application next() {
    Application.Builder application = Application.builder();
    School school = school();
    application
        .offering(CheshireWirralByHand.OFFERING)
        .school(school)
        .history(maybe(50, this::history))
        .leadParticipants(maybe(90, this::people))
        .meetingsOnTop(maybe(25, () -> new MeetingsOnTop(random.nextInt(12))))
        .headteacherStatement(maybe(80, () -> chance(90) ? "We will lead this." : "  "))
        .answers(answers(school))
        .submittedBy(chance(85) ? SubmittedBy.SCHOOL : SubmittedBy.TRUST_FOR_SEVERAL)
        .submittedOn(maybe(60, () -> LocalDate.of(2022, 5, 1).plusDays(random.nextInt(90))))
        .place(maybe(60, () -> one(Place.values())));
    return application.build();
  }

  private School school() {
    School.Builder school = School.builder();
    school
        .urn(100_000 + random.nextInt(50_000))
        .name(maybe(80, () -> "Hill Lane School"))
        .phase(maybe(90, () -> chance(60) ? Phase.PRIMARY : one(Phase.values())))
        .establishmentType(
            maybe(
                90,
                () ->
                    chance(40)
                        ? EstablishmentType.ACADEMY_CONVERTER
                        : one(EstablishmentType.values())))
        .country(maybe(90, () -> chance(80) ? Country.ENGLAND : one(Country.values())));
    return school.build();
  }

  private ImmutableList<Participation> history() {
    ImmutableList.Builder<Participation> history = ImmutableList.builder();
    for (int i = random.nextInt(3); i > 0; i--) {
      Participation.Builder participation = Participation.builder();
      participation
          .type(chance(50) ? "primary-readiness" : "mastering-number")
          .year(AcademicYear.startingIn(2018 + random.nextInt(6)))
          .hub(maybe(50, () -> "cheshire-wirral"))
          .completed(maybe(50, random::nextBoolean));
      history.add(participation.build());
    }
    return history.build();
  }

  private ImmutableList<LeadParticipant> people() {
    int number = chance(75) ? 2 : random.nextInt(5);
    List<LeadParticipant> people = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      LeadParticipant.Builder person = LeadParticipant.builder();
      person
          .name(maybe(50, () -> "A Teacher"))
          .trn(maybe(85, () -> trn(people)))
          .roles(maybe(60, this::roles))
          .yearsTeaching(maybe(50, () -> BigDecimal.valueOf(random.nextInt(40))))
          .releaseDays(maybe(85, this::release));
      people.add(person.build());
    }
    return ImmutableList.copyOf(people);
  }

  private Trn trn(List<LeadParticipant> earlier) {
    if (!earlier.isEmpty() && chance(15)) {
      Optional<Trn> same = earlier.get(random.nextInt(earlier.size())).trn();
      if (same.isPresent()) {
        return same.get();
      }
    }
    return Trn.parse(Integer.toString(1_000_000 + random.nextInt(9_000_000)));
  }

  private ImmutableSet<Role> roles() {
    return chance(5)
        ? ImmutableSet.of()
        : ImmutableSet.copyOf(List.of(one(Role.values()), one(Role.values())));
  }

  private ReleaseTime release() {
    return ReleaseTime.ofHalfDays(chance(50) ? 8 + random.nextInt(5) : random.nextInt(21));
  }

  /** Answers that contradict neither the school's type nor each other. */
  private Answers answers(School school) {
    Map<String, Object> answers = new TreeMap<>();
    maybe(80, () -> chance(85)).ifPresent(yes -> answers.put("committed-to-mastery", yes));
    maybe(80, () -> chance(85)).ifPresent(yes -> answers.put("capacity-for-development", yes));
    if (school.establishmentType().map(type -> type.funding() == Funding.NOT_SAID).orElse(true)) {
      maybe(60, random::nextBoolean).ifPresent(yes -> answers.put("state-funded", yes));
    }
    for (String other : OTHER_QUESTIONS) {
      maybe(10, random::nextBoolean).ifPresent(yes -> answers.put(other, yes));
    }
    if (chance(10)) {
      int teachers = random.nextInt(20);
      answers.put("teachers", teachers);
      answers.put("teachers-using-mastery", random.nextInt(teachers + 1));
    }
    return Answers.of(answers);
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private <T> Optional<T> maybe(int percent, Supplier<T> value) {
    return chance(percent) ? Optional.of(value.get()) : Optional.empty();
  }

  private <T> T one(T[] values) {
    return values[random.nextInt(values.length)];
  }
}
