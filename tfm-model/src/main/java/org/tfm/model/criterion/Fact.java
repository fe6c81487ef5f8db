package org.tfm.model.criterion;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tfm.model.problem.Blanks;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;
import org.tfm.model.programme.Ids;
import org.tfm.model.programme.WorkGroupType;
import org.tfm.model.style.Internal;

/**
 * A fact that criteria can ask about: a typed question with an id.
 *
 * <p>Immutable. An id identifies a fact within a policy.
 *
 * @param id the id, such as {@code combined-release}
 * @param kind the type of value
 * @param label for {@link FactKind#YES_NO} a clause ("the school is state-funded"), else a noun
 *     phrase in the singular ("the combined release time")
 * @param question the question to ask for the fact
 * @param unit the unit of a number in the singular, such as {@code day}; absent if there is none
 * @param choices the words to choose from; empty if any word is valid
 * @param at the place in the document, such as {@code leadParticipants[].releaseDays}
 * @param phrase the wording of the fact in sentences
 * @param names the display names of the choices; a choice without a name is shown as it is
 * @param fixed whether it cannot be changed: a property of the school, or a past event
 */
public record Fact(
    String id,
    FactKind kind,
    String label,
    String question,
    Optional<String> unit,
    ImmutableList<String> choices,
    String at,
    @JsonProperty(required = true) Phrase phrase,
    ImmutableMap<String, String> names,
    @JsonProperty(required = true) boolean fixed) {

  private static final ImmutableList<Members> MEMBERS = ImmutableList.copyOf(Members.values());
  private static final BigDecimal HALF = new BigDecimal("0.5");
  private static final ImmutableSet<String> TIMES =
      ImmutableSet.of("minute", "hour", "day", "week", "month", "term", "year");

  /**
   * Validates the id and the texts.
   *
   * @throws InvalidInputException if the id is malformed or a text is blank
   */
  public Fact {
    requireNonNull(id, "id");
    requireNonNull(kind, "kind");
    requireNonNull(label, "label");
    requireNonNull(question, "question");
    requireNonNull(unit, "unit");
    requireNonNull(choices, "choices");
    requireNonNull(at, "at");
    requireNonNull(phrase, "phrase");
    requireNonNull(names, "names");
    Ids.check("fact id", id);
    if (Blanks.isBlank(label) || Blanks.isBlank(question) || Blanks.isBlank(at)) {
      throw new InvalidInputException(
          Problem.of(ProblemCode.MISSING, "the fact `%s` has no label or no question", id));
    }
  }

  /**
   * Returns a fact of any kind, with a phrase made from its label.
   *
   * @param unit the unit of a number in the singular; absent if there is none
   * @hidden
   */
  @Internal
  public static Fact of(
      String id,
      FactKind kind,
      String label,
      String question,
      Optional<String> unit,
      List<String> choices,
      String at) {
    requireNonNull(id, "id");
    requireNonNull(label, "label");
    requireNonNull(question, "question");
    requireNonNull(unit, "unit");
    requireNonNull(choices, "choices");
    requireNonNull(at, "at");
    return new Fact(
        id,
        kind,
        label,
        question,
        unit,
        ImmutableList.copyOf(choices),
        at,
        Phrase.of(kind, Blanks.isBlank(label) ? id : label, question),
        ImmutableMap.of(),
        false);
  }

  /** Returns a yes/no fact; the label is a clause. */
  public static Fact yesNo(String id, String label, String question, String at) {
    return of(id, FactKind.YES_NO, label, question, Optional.empty(), List.of(), at);
  }

  /** Returns a numeric fact; the unit is singular, or empty if there is none. */
  public static Fact number(String id, String label, String question, String unit, String at) {
    requireNonNull(unit, "unit");
    return of(
        id,
        FactKind.NUMBER,
        label,
        question,
        Optional.of(unit).filter(u -> !u.isEmpty()),
        List.of(),
        at);
  }

  /** Returns a fact with one word of a list as its value. */
  public static Fact choice(
      String id, String label, String question, List<String> choices, String at) {
    return of(id, FactKind.CHOICE, label, question, Optional.empty(), choices, at);
  }

  /** Returns a fact with any words of a list as its value; an empty list allows any word. */
  public static Fact choices(
      String id, String label, String question, List<String> choices, String at) {
    return of(id, FactKind.CHOICES, label, question, Optional.empty(), choices, at);
  }

  /** Returns a fact with free text as its value. */
  public static Fact text(String id, String label, String question, String at) {
    return of(id, FactKind.TEXT, label, question, Optional.empty(), List.of(), at);
  }

  /**
   * Returns this fact with another phrase, which is also the label of a yes/no fact.
   *
   * @throws InvalidInputException if the verb is not in the present tense
   */
  public Fact said(String subject, String verb, String complement) {
    Phrase said = new Phrase(subject, verb, complement);
    String clause =
        kind == FactKind.YES_NO
            ? Blanks.strip(said.subject() + " " + said.verb() + " " + said.complement())
            : label;
    return new Fact(id, kind, clause, question, unit, choices, at, said, names, fixed);
  }

  /**
   * Returns this fact with a question made from its phrase: {@code Has the school written …?}
   *
   * @hidden
   */
  @Internal
  public Fact askedAsSaid() {
    return new Fact(id, kind, label, phrase.question(), unit, choices, at, phrase, names, fixed);
  }

  /**
   * Whether the fact can only be worded as the answer to its question.
   *
   * @hidden
   */
  @Internal
  @JsonIgnore
  public boolean isSaidAsQuestion() {
    return phrase.equals(Phrase.ofQuestion(question));
  }

  /** Returns this fact with display names for its choices. */
  public Fact named(Map<String, String> others) {
    requireNonNull(others, "others");
    return new Fact(
        id, kind, label, question, unit, choices, at, phrase, ImmutableMap.copyOf(others), fixed);
  }

  /** Returns this fact as one that cannot be changed. */
  public Fact asFixed() {
    return new Fact(id, kind, label, question, unit, choices, at, phrase, names, true);
  }

  /** Whether its place is among the answers of a document. */
  @JsonIgnore
  public boolean isAnswer() {
    return at.startsWith("answers.");
  }

  /** Whether it counts whole things, as opposed to time. */
  @JsonIgnore
  public boolean isWhole() {
    return unit.filter(TIMES::contains).isEmpty();
  }

  /** Formats an amount in the unit of the fact, such as {@code 4.5 days} or {@code half a day}. */
  public String amount(BigDecimal number) {
    requireNonNull(number, "number");
    if (number.compareTo(HALF) == 0 && unit.isPresent()) {
      return "half a" + ("aeiou".indexOf(unit.get().charAt(0)) < 0 ? " " : "n ") + unit.get();
    }
    String digits = number.toPlainString();
    return unit.map(
            one -> digits + " " + (number.compareTo(BigDecimal.ONE) == 0 ? one : plural(one)))
        .orElse(digits);
  }

  /** The unit in the plural, such as {@code days}; absent if there is none. */
  @JsonIgnore
  public Optional<String> units() {
    return unit.map(Fact::plural);
  }

  private static String plural(String unit) {
    int or = unit.indexOf(" or ");
    if (or > 0) {
      return plural(unit.substring(0, or)) + " or " + plural(unit.substring(or + 4));
    }
    if (unit.endsWith("cent")) {
      return unit;
    }
    if (unit.endsWith("s") || unit.endsWith("x") || unit.endsWith("ch")) {
      return unit + "es";
    }
    boolean endsInY = unit.length() > 1 && unit.endsWith("y");
    return endsInY && "aeiou".indexOf(unit.charAt(unit.length() - 2)) < 0
        ? unit.substring(0, unit.length() - 1) + "ies"
        : unit + "s";
  }

  /** Returns the display name of a choice, such as {@code the maths lead}. */
  public String name(String word) {
    requireNonNull(word, "word");
    String name = names.get(word);
    if (name != null) {
      return name;
    }
    WorkGroupType type = WorkGroupType.known().get(word);
    return type != null ? type.title() : word.toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** Formats choices in plain English: {@code the maths lead or a subject leader}. */
  String words(Collection<String> words, String joiner) {
    List<String> named = new ArrayList<>(words.size());
    words.forEach(word -> named.add(name(word)));
    return words.isEmpty() ? "none" : list(named, joiner);
  }

  /** Formats a list in plain English: {@code a, b or c}. */
  static String list(List<String> items, String joiner) {
    int last = items.size() - 1;
    if (last < 1) {
      return items.isEmpty() ? "" : items.get(0);
    }
    return last == 1
        ? items.get(0) + " " + joiner + " " + items.get(1)
        : String.join(", ", items.subList(0, last)) + " " + joiner + " " + items.get(last);
  }

  /** Returns the fact as a noun phrase, for statements that it is given. */
  String asGiven() {
    return kind == FactKind.YES_NO ? "the answer to “" + question + "”" : label;
  }

  /** Returns a statement about the subject with a value. */
  String says(String subject, boolean negated, String value) {
    String rest = phrase.rest(value);
    return subject + " " + phrase.verb(Mood.IS, negated) + (rest.isEmpty() ? "" : " " + rest);
  }

  /**
   * Returns the subject of the fact for a member: {@code lead participant 2}, {@code school 2's
   * type}.
   *
   * @param who the name of the member; empty for the subject itself
   * @hidden
   */
  @Internal
  public String subjectFor(String who) {
    requireNonNull(who, "who");
    String subject = phrase.subject();
    if (who.isEmpty()) {
      return subject;
    }
    for (Members members : MEMBERS) {
      if (subject.startsWith(members.subject()) && who.contains(members.one())) {
        return who + subject.substring(members.subject().length());
      }
    }
    return "for " + who + ", " + subject;
  }

  /**
   * Returns a short statement that follows a demand: {@code it is not}.
   *
   * @param who a pronoun or a noun for the subject of the fact
   * @hidden
   */
  @Internal
  public String inShort(String who, boolean yes) {
    requireNonNull(who, "who");
    if (phrase.isAnswer()) {
      return who + (yes ? " is yes" : " is no");
    }
    return who + " " + (yes ? phrase.affirmed() : phrase.denied());
  }

  /**
   * Returns the pronoun for the subject: it, they, or the subject itself if it is a person.
   *
   * @hidden
   */
  @Internal
  public String pronoun() {
    if (phrase.isPlural()) {
      return "they";
    }
    return phrase.isOfPerson() ? phrase.subject() : "it";
  }
}
