package org.tfm.model.document;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tfm.model.criterion.Evidence;
import org.tfm.model.criterion.Fact;
import org.tfm.model.criterion.Members;
import org.tfm.model.criterion.Value;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.ReleaseTime;

/**
 * An application in which other values can be tried out.
 *
 * @param known what is known for sure
 * @param application what is tried out
 */
record ApplicationDraft(Application known, Application application) implements Draft {

  private static final String PERSON = "lead participant ";

  @Override
  public Evidence evidence() {
    return application.evidence();
  }

  @Override
  public FactLocation spot(String of, Fact fact) {
    if (fact.equals(Facts.MOST_TEACHERS_USING_MASTERY) && teachersAreCounted()) {
      return new FactLocation(of, Facts.TEACHERS_USING_MASTERY);
    }
    return new FactLocation(of, of.isEmpty() ? Drafts.standsAt(application.school(), fact) : fact);
  }

  @Override
  public Optional<Draft> with(FactLocation spot, Value value) {
    if (spot.fact().fixed() && known.evidence().find(spot.fact()).isPresent()) {
      return Optional.empty();
    }
    return Drafts.trying(
        () ->
            (spot.of().isEmpty()
                    ? changed(spot.fact(), value)
                    : person(spot.of(), spot.fact(), value))
                .map(changed -> new ApplicationDraft(known, changed)));
  }

  private boolean teachersAreCounted() {
    return application.answers().find(Facts.TEACHERS).isPresent()
        && application.answers().find(Facts.TEACHERS_USING_MASTERY).isPresent();
  }

  private Application.Builder edit() {
    return Application.builder().from(application);
  }

  private Optional<Application> changed(Fact fact, Value value) {
    AcademicYear year = application.offering().year();
    return switch (fact.id()) {
      case "earlier-participation" -> participated(year.previous(), value);
      case "participation" -> participated(year, value);
      case "combined-release" -> released(value);
      case "headteacher-statement" -> Optional.of(edit().headteacherStatement("…").build());
      case "applies-individually" ->
          Drafts.yesNo(value)
              .map(yes -> yes ? SubmittedBy.SCHOOL : SubmittedBy.TRUST_FOR_SEVERAL)
              .map(by -> edit().submittedBy(by).build());
      case "place" -> Drafts.word(Place.class, value).map(place -> edit().place(place).build());
      case "teachers-using-mastery" ->
          Drafts.answered(
                  application.answers().without(Facts.MOST_TEACHERS_USING_MASTERY), fact, value)
              .map(answers -> edit().answers(answers).build());
      default ->
          Facts.yearOfParticipation(fact)
              .map(only -> participated(only, value))
              .orElseGet(
                  () ->
                      Drafts.school(application.school(), fact, value)
                          .map(school -> edit().school(school).build())
                          .or(
                              () ->
                                  Drafts.answered(application.answers(), fact, value)
                                      .map(answers -> edit().answers(answers).build())));
    };
  }

  /** Each type is added as one of this year; what is known of other years stays. */
  private Optional<Application> participated(AcademicYear year, Value value) {
    if (!(value instanceof Value.Words words)) {
      return Optional.empty();
    }
    ImmutableList.Builder<Participation> history = ImmutableList.builder();
    application.history().ifPresent(history::addAll);
    words.words().forEach(w -> history.add(Participation.builder().type(w).year(year).build()));
    return Optional.of(edit().history(history.build()).build());
  }

  private List<LeadParticipant> people() {
    return application.leadParticipants().orElse(ImmutableList.of());
  }

  /** What is lacking is given to the first of those whose days are open, or to the first of all. */
  private Optional<Application> released(Value value) {
    List<LeadParticipant> people = new ArrayList<>(people());
    if (people.isEmpty() || !(value instanceof Value.Quantity wanted)) {
      return Optional.empty();
    }
    int onTop =
        application.meetingsOnTop().map(onTops -> onTops.halfDays() * people.size()).orElse(0);
    int lacking =
        wanted.amount().multiply(BigDecimal.valueOf(2)).intValueExact()
            - onTop
            - people.stream().mapToInt(ApplicationDraft::halfDays).sum();
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
        ? Optional.of(edit().leadParticipants(ImmutableList.copyOf(people)).build())
        : Optional.empty();
  }

  private static int halfDays(LeadParticipant person) {
    return person.releaseDays().map(ReleaseTime::halfDays).orElse(0);
  }

  private static LeadParticipant released(LeadParticipant person, int halfDays) {
    return LeadParticipant.builder()
        .from(person)
        .releaseDays(ReleaseTime.ofHalfDays(halfDays))
        .build();
  }

  private Optional<Application> person(String of, Fact fact, Value value) {
    List<LeadParticipant> people = new ArrayList<>(people());
    int place = Integer.parseInt(of.substring(PERSON.length())) - 1;
    LeadParticipant.Builder edit = LeadParticipant.builder().from(people.get(place));
    Optional<LeadParticipant.Builder> changed =
        switch (fact.id()) {
          case "trn" -> Optional.of(edit.trn(unused()));
          case "roles" ->
              value instanceof Value.Words words
                  ? Optional.of(
                      edit.roles(
                          words.words().stream()
                              .map(Role::valueOf)
                              .collect(ImmutableSet.toImmutableSet())))
                  : Optional.empty();
          case "years-teaching" ->
              value instanceof Value.Quantity years
                  ? Optional.of(edit.yearsTeaching(years.amount()))
                  : Optional.empty();
          case "release-days" ->
              value instanceof Value.Quantity days
                  ? Optional.of(edit.releaseDays(ReleaseTime.ofDays(days.amount())))
                  : Optional.empty();
          default -> Optional.empty();
        };
    return changed.map(
        edited -> {
          people.set(place, edited.build());
          return edit().leadParticipants(ImmutableList.copyOf(people)).build();
        });
  }

  /** A number that nobody in the application has. */
  private Trn unused() {
    return IntStream.iterate(1, number -> number + 1)
        .mapToObj(number -> Trn.parse(String.format(Locale.ROOT, "%07d", number)))
        .filter(trn -> people().stream().noneMatch(p -> p.trn().equals(Optional.of(trn))))
        .findFirst()
        .orElseThrow();
  }

  @Override
  public ImmutableList<Resized> resized(Members members, int size) {
    if (members != Members.LEAD_PARTICIPANTS) {
      return ImmutableList.of();
    }
    return Drafts.resized(
        people(),
        size,
        number -> LeadParticipant.builder().build(),
        people -> new ApplicationDraft(known, edit().leadParticipants(people).build()));
  }
}
