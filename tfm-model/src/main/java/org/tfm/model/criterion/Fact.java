package org.tfm.model.criterion;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import com.google.common.primitives.Ints;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tfm.model.json.TfmJson;
import org.tfm.model.problem.Blanks;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.PrintableText;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;
import org.tfm.model.programme.HubArea;
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
 * @param area the area that the fact asks about; absent if it asks about something else
 * @param knownToHub whether the hub answers it from its own records, and not the school
 */
@TfmJson.Strict
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
    @JsonProperty(required = true) boolean fixed,
    Optional<HubArea> area,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) @JsonSetter(nulls = Nulls.AS_EMPTY)
        boolean knownToHub) {

  private static final String ONE = "one";
  private static final String THEY = "they";
  private static final ImmutableList<Members> MEMBERS = ImmutableList.copyOf(Members.values());
  private static final String DIFFERENT = "different ";
  private static final String YEAR = "Year ";
  private static final BigDecimal HALF = new BigDecimal("0.5");
  private static final BigDecimal MINUTES_OF_HOUR = BigDecimal.valueOf(60);
  private static final ImmutableSet<String> PERCENTAGES =
      ImmutableSet.of("%", "percent", "per cent");
  private static final ImmutableList<String> AFTER_NOUN =
      ImmutableList.of(
          " without ", " of ", " in ", " (", " for ", " funded ", " overseas", " working ");
  private static final Pattern MEMBERS_ASKED =
      Pattern.compile("^Which (?=[a-z ]+s (?:are|would) )");
  private static final ImmutableSet<String> WITH_TIME =
      ImmutableSet.of("submittedOn", "sessions[].date");
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
    requireNonNull(area, "area");
    Ids.check("fact id", id);
    if (Blanks.isBlank(label) || Blanks.isBlank(question) || Blanks.isBlank(at)) {
      throw new InvalidInputException(
          Problem.of(ProblemCode.MISSING, "the fact `%s` has no label or no question", id));
    }
  }

  /**
   * Whether all parts are equal. Work groups of the past are the same fact, whatever titles packs
   * give to their types.
   */
  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof Fact that
            && id.equals(that.id)
            && kind == that.kind
            && label.equals(that.label)
            && question.equals(that.question)
            && unit.equals(that.unit)
            && choices.equals(that.choices)
            && at.equals(that.at)
            && phrase.equals(that.phrase)
            && (isOfHistory() || names.equals(that.names))
            && fixed == that.fixed
            && area.equals(that.area)
            && knownToHub == that.knownToHub);
  }

  private boolean isOfHistory() {
    return at.endsWith("history");
  }

  /** The hash of the id: searches look facts up often, and an id identifies a fact. */
  @Override
  public int hashCode() {
    return id.hashCode();
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
        false,
        Optional.empty(),
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

  /** Returns a fact with a day, or a time of a day, as its value. */
  public static Fact day(String id, String label, String question, String at) {
    return of(id, FactKind.DAY, label, question, Optional.empty(), List.of(), at);
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
    return new Fact(
        id, kind, clause, question, unit, choices, at, said, names, fixed, area, knownToHub);
  }

  /**
   * Returns this fact with a question made from its phrase: {@code Has the school written …?}
   *
   * @hidden
   */
  @Internal
  public Fact askedAsSaid() {
    return new Fact(
        id,
        kind,
        label,
        phrase.question(),
        unit,
        choices,
        at,
        phrase,
        names,
        fixed,
        area,
        knownToHub);
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

  /**
   * Returns a yes/no fact about what the school does: {@code Does the school write a plan?}
   *
   * @param duty a verb phrase that starts with its verb in the base form: {@code write a plan}
   * @hidden
   */
  @Internal
  public static Fact duty(String id, String duty, String at) {
    requireNonNull(duty, "duty");
    Phrase said = Phrase.ofDuty("the school", duty);
    return yesNo(id, said.question(), said.question(), at)
        .said(said.subject(), said.verb(), said.complement())
        .askedAsSaid();
  }

  /** Returns this fact with display names for its choices. */
  public Fact named(Map<String, String> others) {
    requireNonNull(others, "others");
    return new Fact(
        id,
        kind,
        label,
        question,
        unit,
        choices,
        at,
        phrase,
        ImmutableMap.copyOf(others),
        fixed,
        area,
        knownToHub);
  }

  /** Returns this fact as one that cannot be changed. */
  public Fact asFixed() {
    return new Fact(
        id, kind, label, question, unit, choices, at, phrase, names, true, area, knownToHub);
  }

  /** Returns this fact as one that the hub answers from its own records. */
  public Fact asKnownToHub() {
    return new Fact(id, kind, label, question, unit, choices, at, phrase, names, fixed, area, true);
  }

  /** Returns this fact as one that asks whether a school is in an area. */
  public Fact ofArea(HubArea of) {
    requireNonNull(of, "of");
    return new Fact(
        id,
        kind,
        label,
        question,
        unit,
        choices,
        at,
        phrase,
        names,
        fixed,
        Optional.of(of),
        knownToHub);
  }

  /** Whether its place is among the answers of a document. */
  @JsonIgnore
  public boolean isAnswer() {
    return at.startsWith("answers.");
  }

  /**
   * Whether its place is among the answers about each member of a list.
   *
   * @hidden
   */
  @Internal
  @JsonIgnore
  public boolean isAnswerOfMember() {
    return at.contains("[].answers.");
  }

  /**
   * Whether its value is a name that people write in their own way: one of the register of schools,
   * such as that of a local authority, or that of a venue or kind of session. Names are compared
   * without regard to case and blanks.
   *
   * @hidden
   */
  @Internal
  @JsonIgnore
  public boolean isName() {
    return kind == FactKind.CHOICE
        && choices.isEmpty()
        && (at.startsWith("school.") || at.startsWith("sessions[]."));
  }

  /** Whether it counts whole things, as opposed to time. */
  @JsonIgnore
  public boolean isWhole() {
    return unit.filter(TIMES::contains).isEmpty();
  }

  /** Whether it counts whole things of a subject that has them, so that 0 is “no”. */
  @JsonIgnore
  boolean isCounted() {
    return isWhole() && unit.isPresent() && !isPercentage() && !phrase.verb().equals("is");
  }

  /**
   * Whether the number says which one it is, as in {@code in year 2 of the programme} or {@code
   * number 2}.
   */
  @JsonIgnore
  boolean isOrdinal() {
    return isNumberOfMember() || phrase.complement().contains("year " + Phrase.VALUE);
  }

  /**
   * Whether the number says which one of a list a member is.
   *
   * @hidden
   */
  @Internal
  @JsonIgnore
  public boolean isNumberOfMember() {
    return kind == FactKind.NUMBER && at.endsWith("[].number");
  }

  /**
   * Formats an amount in the unit of the fact, such as {@code 4.5 days}, {@code half a day}, {@code
   * 25%} or {@code 5 hours 45 minutes}.
   */
  public String amount(BigDecimal number) {
    requireNonNull(number, "number");
    if (isPercentage()) {
      return number.toPlainString() + "%";
    }
    if (isInMinutes(number)) {
      return hoursAndMinutes(number.multiply(MINUTES_OF_HOUR).intValueExact());
    }
    if (number.compareTo(HALF) == 0 && unit.isPresent()) {
      boolean hasVowel =
          "aeiou".indexOf(unit.get().charAt(0)) >= 0 || unit.get().startsWith("hour");
      return "half a" + (hasVowel ? "n " : " ") + unit.get();
    }
    String digits = number.toPlainString();
    return unit.map(one -> digits + " " + (isOne(number) ? single(one) : plural(one)))
        .orElse(digits);
  }

  /** Whether it is a day that documents can give with a time. */
  @JsonIgnore
  public boolean hasTime() {
    return kind == FactKind.DAY && (WITH_TIME.contains(at) || at.startsWith("answers."));
  }

  /**
   * Whether it is a percentage, however its unit is written: %, percent or per cent.
   *
   * @hidden
   */
  @Internal
  @JsonIgnore
  public boolean isPercentage() {
    return unit.filter(PERCENTAGES::contains).isPresent();
  }

  /** Whether a number of hours is read more easily in hours and minutes. */
  boolean isInMinutes(BigDecimal number) {
    return unit.filter("hour"::equals).isPresent()
        && number.remainder(HALF).signum() != 0
        && number.multiply(MINUTES_OF_HOUR).remainder(BigDecimal.ONE).signum() == 0;
  }

  private static String hoursAndMinutes(int all) {
    int hours = all / 60;
    int minutes = all % 60;
    String ofHours = hours == 0 ? "" : hours + (hours == 1 ? " hour " : " hours ");
    return ofHours + minutes + (minutes == 1 ? " minute" : " minutes");
  }

  private static boolean isOne(BigDecimal number) {
    return number.compareTo(BigDecimal.ONE) == 0;
  }

  /** Returns the unit for one thing, which is not different from another. */
  private static String single(String unit) {
    return unit.startsWith(DIFFERENT) ? unit.substring(DIFFERENT.length()) : unit;
  }

  /** Returns the question for further members of a list: {@code Which other …?} */
  String questionForOthers() {
    return MEMBERS_ASKED.matcher(question).replaceFirst("Which other ");
  }

  /** Returns the question for the time of a day that is known: {@code At what time …?} */
  String questionOfTime() {
    return phrase.questionOfTime().orElse(question);
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
    if (PERCENTAGES.contains(unit)) {
      return unit;
    }
    if (unit.endsWith("child")) {
      return unit + "ren";
    }
    if (unit.endsWith("person")) {
      return unit.substring(0, unit.length() - "person".length()) + "people";
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
      return isOfHistory() ? WorkGroupType.inText(name) : name;
    }
    if (isName()) {
      return phrase.withoutNoun(PrintableText.text(word));
    }
    WorkGroupType type = WorkGroupType.known().get(word);
    return type != null
        ? WorkGroupType.inText(type.title())
        : PrintableText.text(word).toLowerCase(Locale.ROOT).replace('_', ' ').replace('-', ' ');
  }

  /** Formats choices in plain English: {@code the maths lead or a subject leader}. */
  String words(Collection<String> words, String joiner) {
    List<String> named = new ArrayList<>(words.size());
    words.forEach(word -> named.add(name(word)));
    return words.isEmpty()
        ? "none"
        : Sentences.list(joiner.equals("and") ? years(named) : named, joiner);
  }

  /** Replaces three or more years in a row by one item: {@code Years 1 to 6}. */
  private static List<String> years(List<String> names) {
    List<String> items = new ArrayList<>();
    int next;
    for (int i = 0; i < names.size(); i = next) {
      next = i + 1;
      int first = year(names.get(i));
      while (first > 0 && next < names.size() && year(names.get(next)) == first + next - i) {
        next++;
      }
      if (next - i > 2) {
        items.add("Years " + first + " to " + (first + next - i - 1));
      } else {
        items.addAll(names.subList(i, next));
      }
    }
    return items;
  }

  /** Returns the number of a year group; 0 if the name is not that of one. */
  private static int year(String name) {
    Integer number = name.startsWith(YEAR) ? Ints.tryParse(name.substring(YEAR.length())) : null;
    return number == null || number < 1 ? 0 : number;
  }

  /** Returns the fact as a noun phrase, for statements that it is given. */
  String asGiven() {
    return kind == FactKind.YES_NO ? "the answer to “" + question + "”" : label;
  }

  /** Whether its label names several things: {@code the qualifications}. */
  boolean areSeveral() {
    return kind == FactKind.CHOICES && !phrase.verb().equals("includes");
  }

  /** Whether a day on which the subject has done something is its value. */
  boolean isOfDeed() {
    return kind == FactKind.DAY && phrase.isOfHaving();
  }

  /** Returns “any” with a noun for the words of the list. */
  String any() {
    if (isOfHistory()) {
      return "any Work Group";
    }
    if (at.endsWith("hubs")) {
      return "any Maths Hub";
    }
    if (names.containsKey("YEAR_1")) {
      return "any year group";
    }
    return areSeveral() ? "any of these" : "any";
  }

  /**
   * Whether it is a list of what the subject has or has done, of which only the words matter that a
   * demand names: tasks, events, qualifications.
   *
   * @hidden
   */
  @Internal
  @JsonIgnore
  public boolean isChecklist() {
    return kind == FactKind.CHOICES
        && !choices.isEmpty()
        && !fixed
        && phrase.isOfHaving()
        && phrase.complement().isEmpty();
  }

  /**
   * Returns the statement that a list has none of some words: {@code the school has not completed
   * the evaluation}.
   *
   * @hidden
   */
  @Internal
  public String saysNone(String subject, Collection<String> words) {
    requireNonNull(subject, "subject");
    requireNonNull(words, "words");
    return says(subject, true, words(words, "or"));
  }

  /** Returns a clause about the subject without a value: {@code the person must have}. */
  String says(String subject, Mood mood) {
    return subject + " " + phrase.verb(mood, false) + " " + phrase.rest("");
  }

  /** Returns a statement about the subject with a value. */
  String says(String subject, boolean negated, String value) {
    String rest = phrase.rest(value);
    boolean isNobody = negated && Phrase.isAnyOrEvery(subject);
    return (isNobody ? Phrase.denied(subject) : subject)
        + " "
        + phrase.verb(Mood.IS, negated && !isNobody)
        + (rest.isEmpty() ? "" : " " + rest);
  }

  /**
   * Returns this fact as it is worded for several members with the same value.
   *
   * @param words the value, if it is a word or a list of words
   */
  Fact ofSeveral(Collection<String> words) {
    if (kind == FactKind.NUMBER || kind == FactKind.DAY) {
      return with(phrase.ofEachOfSeveral(), names);
    }
    if (kind == FactKind.YES_NO || kind == FactKind.TEXT) {
      return with(
          new Phrase(
              phrase.subject(),
              phrase.ofSeveral().verb(),
              phrase.verb().equals("is") ? several(phrase.complement()) : phrase.complement()),
          names);
    }
    if (hasArticle(phrase.complement())) {
      return ofSubjects();
    }
    String word = words.size() == 1 ? words.iterator().next() : "";
    return hasArticle(name(word))
        ? with(phrase.ofSeveral(), ImmutableMap.of(word, several(name(word))))
        : with(phrase.ofEachOfSeveral(), names);
  }

  /** Returns this fact as it is worded for several subjects: {@code are class teachers}. */
  Fact ofSubjects() {
    return kind == FactKind.YES_NO || kind == FactKind.TEXT
        ? ofSeveral(ImmutableList.of())
        : with(
            new Phrase(phrase.subject(), phrase.ofSeveral().verb(), several(phrase.complement())),
            ImmutableMap.copyOf(Maps.transformValues(names, Fact::several)));
  }

  private Fact with(Phrase other, ImmutableMap<String, String> otherNames) {
    return new Fact(
        id, kind, label, question, unit, choices, at, other, otherNames, fixed, area, knownToHub);
  }

  private static boolean hasArticle(String noun) {
    return noun.startsWith("a ") || noun.startsWith("an ");
  }

  /** Returns a noun with an article in the plural; anything else as it is. */
  private static String several(String noun) {
    if (!hasArticle(noun)) {
      return noun;
    }
    String bare = noun.substring(noun.indexOf(' ') + 1);
    int end = bare.length();
    for (String after : AFTER_NOUN) {
      int start = bare.indexOf(after);
      end = start > 0 ? Math.min(end, start) : end;
    }
    return plural(bare.substring(0, end)) + bare.substring(end);
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
    if (!yes && who.equals(ONE)) {
      return "none " + phrase.affirmed();
    }
    if (!yes && Phrase.isAnyOrEvery(who)) {
      return Phrase.denied(who) + " " + phrase.affirmed();
    }
    if (!yes && who.contains(" or ")) {
      return "neither " + phrase.affirmed();
    }
    return who + " " + (yes ? phrase.affirmed() : phrase.denied());
  }

  /**
   * Returns a short statement with the value that an answer was derived from: {@code it is an
   * independent school}.
   *
   * @param who a pronoun or a noun for the subject of the fact
   * @param why the value that the answer was derived from; empty if there is none
   * @hidden
   */
  @Internal
  public String inShort(String who, boolean yes, String why) {
    requireNonNull(who, "who");
    requireNonNull(why, "why");
    if (isInstead(why)) {
      return who + " is " + why;
    }
    return inShort(who, yes) + (why.isEmpty() ? "" : " (" + why + ")");
  }

  /**
   * Whether an answer was derived from what or where its subject is, such as {@code a teaching
   * assistant} or {@code in Kent}.
   *
   * @hidden
   */
  @Internal
  public boolean isInstead(String why) {
    requireNonNull(why, "why");
    return hasArticle(why) || (area.isPresent() && !why.isEmpty());
  }

  /**
   * Returns the short statement of the same answer for several members: {@code lead participants 1
   * and 2 do not}.
   *
   * @param members the names of the members
   * @param why the value that the answer was derived from; empty if there is none
   * @hidden
   */
  @Internal
  public String inShort(List<String> members, boolean yes, String why) {
    requireNonNull(members, "members");
    requireNonNull(why, "why");
    String who = Members.list(members);
    return isInstead(why)
        ? who + " are " + several(why)
        : ofSeveral(List.of()).inShort(who, yes, why);
  }

  /**
   * Returns the pronoun for the subject: it, they, one of several, or the subject without the words
   * that say of whom, if it is a person among others.
   *
   * @hidden
   */
  @Internal
  public String pronoun() {
    if (hasArticle(phrase.subject())) {
      return ONE;
    }
    if (phrase.isPlural() || isOfOnePerson()) {
      return THEY;
    }
    return phrase.isOfPerson() ? phrase.person() : "it";
  }

  /**
   * Returns this fact as it is worded with its pronoun: {@code they have}.
   *
   * @hidden
   */
  @Internal
  public Fact ofPronoun() {
    return pronoun().equals(THEY) ? with(phrase.ofSeveral(), names) : this;
  }

  /** Whether its subject is one person; an applicant may be a school, and “or” means two. */
  private boolean isOfOnePerson() {
    return phrase.isOfPerson()
        && !at.equals("submittedBy")
        && !phrase.subject().contains(" or ")
        && phrase.person().equals(phrase.subject())
        && !Phrase.isAnyOrEvery(phrase.subject());
  }
}
