package org.tfm.model.advice;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.tfm.model.criterion.Fact;
import org.tfm.model.criterion.FactKind;
import org.tfm.model.criterion.Members;
import org.tfm.model.criterion.Moment;
import org.tfm.model.criterion.Value;
import org.tfm.model.document.Application;
import org.tfm.model.document.Document;
import org.tfm.model.document.EditedDocument;
import org.tfm.model.document.FactLocation;
import org.tfm.model.document.Facts;
import org.tfm.model.document.GroupLead;
import org.tfm.model.document.LeadParticipant;
import org.tfm.model.document.Participation;
import org.tfm.model.document.Session;
import org.tfm.model.document.WorkGroup;
import org.tfm.model.json.TfmJson;
import org.tfm.model.problem.Blanks;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;
import org.tfm.model.programme.Hubs;
import org.tfm.model.school.School;
import org.tfm.model.term.Aspect;
import org.tfm.model.term.Citation;
import org.tfm.model.term.Provenance;

/**
 * A question whose answer can still change the verdict.
 *
 * <p>Immutable.
 *
 * @param fact the fact asked about, with its unit and choices
 * @param of the member that it is about, such as {@code lead participant 2}; empty for the document
 *     as a whole
 * @param text the question in plain English, without the member
 * @param term the id of the term that needs the answer
 * @param aspect the aspect of the term
 * @param clause the term as a clause in plain English
 * @param citation the source of the term
 * @param provenance the rule of the term; its pack lists the source
 */
@TfmJson.Strict
@JsonIgnoreProperties(
    value = {"expected", "labels", "pointer"},
    allowGetters = true)
public record Question(
    Fact fact,
    String of,
    String text,
    String term,
    Aspect aspect,
    String clause,
    Citation citation,
    Provenance provenance) {

  private static final int MOST_MEMBERS = 100;
  private static final ImmutableMap<String, Boolean> YES_NO =
      ImmutableMap.of("yes", true, "no", false, "true", true, "false", false);

  /** Rejects null. */
  public Question {
    requireNonNull(fact, "fact");
    requireNonNull(of, "of");
    requireNonNull(text, "text");
    requireNonNull(term, "term");
    requireNonNull(aspect, "aspect");
    requireNonNull(clause, "clause");
    requireNonNull(citation, "citation");
    requireNonNull(provenance, "provenance");
  }

  /** The form of the answer, such as {@code yes or no} or {@code a number of days}. */
  @JsonProperty
  public String expected() {
    if (fact.equals(Facts.LEAD_PARTICIPANTS)) {
      return "a whole number, 1 to " + MOST_MEMBERS;
    }
    if (fact.equals(Facts.SCHOOLS)) {
      return "the schools";
    }
    if (fact.equals(Facts.SERVING_HUBS)) {
      return "one or more Maths Hubs";
    }
    if (isHistory()) {
      return fact.equals(Facts.COMPLETED_PARTICIPATION)
              || fact.equals(Facts.OWN_COMPLETED_PARTICIPATION)
          ? "the work groups, each with its type and year, and whether it was completed"
          : "the work groups, each with its type and year";
    }
    if (fact.equals(Facts.FIRST_SESSION_AT_LEADS_SCHOOL)) {
      return "the lead's role and school or, once they are known, the URN of the school that hosts"
          + " the first session";
    }
    return switch (fact.kind()) {
      case YES_NO -> "yes or no";
      case NUMBER ->
          fact.isPercentage()
              ? "a percentage"
              : fact.units().map(units -> "a number of " + units).orElse("a number");
      case CHOICE ->
          fact.isName()
              ? "a name"
              : fact.choices().isEmpty() ? "a word" : join("one of these: ", " or ");
      case CHOICES ->
          fact.choices().isEmpty() ? "a list of words" : join("any of these: ", " and ");
      case DAY ->
          "a day such as 2025-05-23"
              + (fact.hasTime() ? ", or a time such as 2025-05-23 17:00" : "");
      case TEXT -> "a text";
    };
  }

  private String join(String start, String joiner) {
    List<String> names = labels().values().asList();
    int last = names.size() - 1;
    if (last < 1) {
      return String.join("", names);
    }
    return names.stream().anyMatch(name -> name.contains(" or "))
        ? start + String.join("; ", names)
        : start + String.join(", ", names.subList(0, last)) + joiner + names.get(last);
  }

  /** The label of each choice; empty if there are no choices. */
  @JsonProperty
  public ImmutableMap<String, String> labels() {
    return Maps.toMap(fact.choices(), fact::name);
  }

  /** Whether a word means a choice: its word, or its name with or without an article. */
  private boolean isCalled(String choice, String word) {
    String name = fact.name(choice);
    return name.equalsIgnoreCase(word)
        || name.replaceFirst("^(an?|the) ", "").equalsIgnoreCase(word)
        || choice.replace('_', ' ').equalsIgnoreCase(word.replace('_', ' '));
  }

  /** The JSON pointer to the value in the document, such as {@code /leadParticipants/1/trn}. */
  @JsonProperty
  public String pointer() {
    String number = of.replaceAll("[^0-9]", "");
    return "/"
        + fact.at()
            .replace("[]", number.isEmpty() ? "" : "." + (Integer.parseInt(number) - 1))
            .replace('.', '/');
  }

  private boolean isHistory() {
    return fact.at().equals("history") || fact.at().equals(Facts.OWN_PARTICIPATION.at());
  }

  /** Returns the application with the history of the school, or that of the person. */
  private Optional<Application> with(
      Application application, ImmutableList<Participation> history) {
    Application.Builder changed = Application.builder().from(application);
    if (of.isEmpty()) {
      return Optional.of(changed.history(history).build());
    }
    List<LeadParticipant> people =
        new ArrayList<>(application.leadParticipants().orElse(ImmutableList.of()));
    int index = Members.LEAD_PARTICIPANTS.number(of) - 1;
    if (index < 0 || index >= people.size()) {
      return Optional.empty();
    }
    people.set(index, LeadParticipant.builder().from(people.get(index)).history(history).build());
    return Optional.of(changed.leadParticipants(people).build());
  }

  /**
   * Returns the document with an answer.
   *
   * <p>Depending on the kind of the fact, the answer is a {@code Boolean}, a {@code Number}, one of
   * the choices, a collection of choices, or a text; or the text that a person types for it. Some
   * facts are derived from parts of the document, and the answer has to supply these: a collection
   * of {@link Participation} for a history; a number for the lead participants, which adds unknown
   * people; a collection of {@link School} for the schools of a group; a {@link GroupLead} or the
   * URN of the host for the place of the first session.
   *
   * @param document the document that the question is about
   * @throws InvalidInputException if the answer has the wrong type, or the document rejects it
   */
  @SuppressWarnings("unchecked") // Editing a document keeps its type.
  public <D extends Document> D answer(D document, Object answer) {
    requireNonNull(document, "document");
    requireNonNull(answer, "answer");
    Optional<? extends Document> after;
    try {
      if (document instanceof Application application && isHistory()) {
        after = all(answer, Participation.class).flatMap(history -> with(application, history));
      } else if (document instanceof WorkGroup group && fact.equals(Facts.SCHOOLS)) {
        after =
            all(answer, School.class)
                .filter(schools -> !schools.isEmpty())
                .map(schools -> WorkGroup.builder().from(group).schools(schools).build());
      } else if (document instanceof WorkGroup group
          && fact.equals(Facts.FIRST_SESSION_AT_LEADS_SCHOOL)) {
        after = firstSession(group, answer);
      } else {
        after = edited(document, answer);
      }
    } catch (InvalidInputException e) {
      throw new InvalidInputException(
          e.problems().stream().map(problem -> problem.atValue(pointer())).toList());
    }
    return (D) after.orElseThrow(this::refused);
  }

  private InvalidInputException refused() {
    return new InvalidInputException(
        Problem.of(
                ProblemCode.WRONG_TYPE,
                "the document cannot take this answer to `%s`; expected %s",
                fact.id(),
                expected())
            .atValue(pointer()));
  }

  private static <T> Optional<ImmutableList<T>> all(Object answer, Class<T> kind) {
    return answer instanceof Collection<?> many && many.stream().allMatch(kind::isInstance)
        ? Optional.of(many.stream().map(kind::cast).collect(ImmutableList.toImmutableList()))
        : Optional.empty();
  }

  private static Optional<WorkGroup> firstSession(WorkGroup group, Object answer) {
    if (answer instanceof GroupLead lead) {
      return Optional.of(WorkGroup.builder().from(group).lead(lead).build());
    }
    return number(answer)
        .filter(urn -> group.lead().isPresent())
        .map(
            urn -> {
              List<Session> planned = group.sessions().orElse(ImmutableList.of());
              Session first =
                  planned.stream()
                      .filter(session -> session.number() == 1)
                      .findFirst()
                      .orElseGet(() -> Session.builder().number(1).build());
              ImmutableList.Builder<Session> sessions = ImmutableList.builder();
              sessions.add(Session.builder().from(first).host(urn.intValueExact()).build());
              planned.stream().filter(session -> session.number() != 1).forEach(sessions::add);
              return WorkGroup.builder().from(group).sessions(sessions.build()).build();
            });
  }

  private Optional<Document> edited(Document document, Object answer) {
    EditedDocument before = EditedDocument.of(document, 0);
    if (before.evidence(of).isEmpty()) {
      return Optional.empty();
    }
    FactLocation location = new FactLocation(of, fact);
    Optional<EditedDocument> after =
        fact.kind() == FactKind.TEXT
            ? text(answer).flatMap(text -> before.with(location, text))
            : value(answer)
                .or(() -> time(before, answer))
                .flatMap(value -> before.with(location, value))
                .or(() -> resized(before, answer));
    return after.map(EditedDocument::document);
  }

  /** Returns the document with another number of members, if the fact is such a number. */
  private Optional<EditedDocument> resized(EditedDocument before, Object answer) {
    return before
        .countedBy(fact)
        .filter(members -> members != Members.SESSIONS)
        .flatMap(members -> number(answer).flatMap(size -> resized(before, members, size)));
  }

  private static Optional<EditedDocument> resized(
      EditedDocument before, Members members, BigDecimal size) {
    return size.signum() <= 0
            || size.stripTrailingZeros().scale() > 0
            || size.compareTo(BigDecimal.valueOf(MOST_MEMBERS)) > 0
        ? Optional.empty()
        : before.resized(members, size.intValueExact()).stream()
            .findFirst()
            .map(EditedDocument.Resized::document);
  }

  private Optional<Value> value(Object answer) {
    return switch (fact.kind()) {
      case YES_NO -> yesNo(answer).map(Value.YesNo::of);
      case NUMBER -> number(answer).filter(number -> number.signum() >= 0).map(Value.Quantity::of);
      case CHOICE ->
          words(Stream.of(answer)).filter(words -> words.words().size() == 1).map(w -> w);
      case CHOICES ->
          words(answer instanceof Collection<?> many ? many.stream() : Stream.of(answer))
              .map(w -> w);
      case DAY -> day(answer);
      case TEXT -> Optional.empty();
    };
  }

  private static Optional<Value> day(Object answer) {
    try {
      return Optional.of(new Value.Day(Moment.parse(answer.toString().strip())));
    } catch (InvalidInputException e) {
      return Optional.empty();
    }
  }

  /** Returns a time such as {@code 13:00} on the day that the document gives. */
  private Optional<Value> time(EditedDocument before, Object answer) {
    return fact.hasTime()
            && before.evidence(of).flatMap(one -> one.find(fact)).orElse(null)
                instanceof Value.Day given
        ? day(given.moment().day() + " " + answer.toString().strip())
        : Optional.empty();
  }

  private static Optional<Boolean> yesNo(Object answer) {
    if (answer instanceof Boolean yes) {
      return Optional.of(yes);
    }
    return answer instanceof String text
        ? Optional.ofNullable(YES_NO.get(text.strip().toLowerCase(Locale.ROOT)))
        : Optional.empty();
  }

  private static Optional<BigDecimal> number(Object answer) {
    if (!(answer instanceof Number || answer instanceof String)) {
      return Optional.empty();
    }
    try {
      BigDecimal number = new BigDecimal(answer.toString().strip());
      return Optional.of(number).filter(Value.Quantity::isShort);
    } catch (NumberFormatException e) {
      return Optional.empty(); // Not a finite number.
    }
  }

  private static Optional<String> text(Object answer) {
    return answer instanceof String text && !Blanks.isBlank(text)
        ? Optional.of(text)
        : Optional.empty();
  }

  private Optional<Value.Words> words(Stream<?> answers) {
    List<Optional<String>> words = answers.map(this::word).toList();
    return words.stream().allMatch(Optional::isPresent)
        ? Optional.of(
            new Value.Words(
                words.stream().flatMap(Optional::stream).collect(ImmutableSet.toImmutableSet())))
        : Optional.empty();
  }

  /** Returns a choice by the word itself or by its label. */
  private Optional<String> word(Object answer) {
    String word = answer instanceof Enum<?> one ? one.name() : answer instanceof String s ? s : "";
    if (fact.equals(Facts.SERVING_HUBS)) {
      return Hubs.findId(word).or(() -> Optional.of(word));
    }
    if (word.isEmpty() || fact.choices().isEmpty() || fact.choices().contains(word)) {
      return Optional.of(word).filter(w -> !w.isEmpty());
    }
    return fact.choices().stream().filter(choice -> isCalled(choice, word.strip())).findFirst();
  }
}
