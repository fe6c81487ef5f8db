package org.tfm.examples.bench.contest;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tfm.model.criterion.CountOfMembers;
import org.tfm.model.criterion.Criterion;
import org.tfm.model.criterion.Fact;
import org.tfm.model.criterion.FactKind;
import org.tfm.model.criterion.Members;
import org.tfm.model.criterion.Not;
import org.tfm.model.criterion.Observation;
import org.tfm.model.criterion.Value;
import org.tfm.model.criterion.Within;
import org.tfm.model.document.Role;
import org.tfm.model.programme.WorkGroupType;

/** The words for the values of a fact in the findings of one requirement. Immutable. */
public final class Wording {

  private static final String NOT_ANSWERED = "this has not been answered";
  private static final String SUBJECT = "#";
  private static final String PERSON = Members.LEAD_PARTICIPANTS.one();
  private static final String MEMBER = PERSON + " " + SUBJECT;
  private static final String SO_FAR = " so far";
  private static final BigDecimal ANY_NUMBER = new BigDecimal(987_654_321);
  private static final ImmutableSet<String> ANY_WORDS = ImmutableSet.of("12345", "67890");

  private final String label;
  private final FactKind kind;
  private final String subject;
  private final String beforeMember;
  private final String afterMember;
  private final Predicates own;
  private final Predicates ownInShort;
  private final Predicates ofMember;
  private final Predicates ofMemberInShort;
  private final Predicates ofSeveral;
  private final Predicates ofSeveralInShort;
  private final String assistants;
  private final ImmutableMap<String, String> wordOfSeveral;
  private final String needed;
  private final String unit;
  private final String units;
  private final String half;
  private final String zero;
  private final String zeroInClause;
  private final ImmutableMap<String, String> names;

  /**
   * The predicates of one subject, or of any if it is a pattern.
   *
   * @param given the predicate for a value that is given; the whole clause if the subject is the
   *     value
   * @param notGiven the same for a value that is not given
   * @param is the text before what the subject is, for an answer that was derived from that
   * @param before the text before a number or words
   * @param after the text after them
   */
  private record Predicates(
      String yes,
      String no,
      String given,
      String notGiven,
      String none,
      String is,
      String before,
      String after) {

    /** Returns the predicates in full, without the subject if it is a pattern. */
    static Predicates of(Fact fact, String who, Function<Optional<Value>, String> says) {
      Value any =
          fact.kind() == FactKind.NUMBER
              ? Value.Quantity.of(ANY_NUMBER)
              : new Value.Words(ANY_WORDS);
      String clause = predicate(says.apply(Optional.of(any)));
      String value = any.text(fact);
      int at = clause.indexOf(value);
      return new Predicates(
          predicate(says.apply(Optional.of(Value.YesNo.of(true)))),
          predicate(says.apply(Optional.of(Value.YesNo.of(false)))),
          predicate(says.apply(Optional.of(new Value.Given()))),
          predicate(says.apply(Optional.empty())),
          predicate(says.apply(Optional.of(new Value.Words(ImmutableSet.of())))),
          predicate(who + " is "),
          clause.substring(0, at),
          clause.substring(at + value.length()));
    }

    /** Returns the same with short statements for a yes or no, or for a text. */
    Predicates inShort(FactKind kind, String yesInShort, String noInShort) {
      boolean isText = kind == FactKind.TEXT;
      return new Predicates(
          predicate(yesInShort),
          predicate(noInShort),
          isText ? predicate(yesInShort) : given,
          isText ? predicate(noInShort) : kind == FactKind.YES_NO ? NOT_ANSWERED : notGiven,
          none,
          is,
          before,
          after);
    }

    private static String predicate(String clause) {
      return clause.startsWith(SUBJECT) ? clause.substring(SUBJECT.length()) : clause;
    }
  }

  private Wording(Fact fact, String needed) {
    this.label = fact.label();
    this.kind = fact.kind();
    this.subject = fact.subjectFor("");
    String member = fact.subjectFor(MEMBER);
    int at = member.indexOf(MEMBER);
    this.beforeMember = member.substring(0, at);
    this.afterMember = member.substring(at + MEMBER.length());
    this.own = predicates(fact, subject);
    this.ownInShort = inShort(fact.ofPronoun(), fact.pronoun());
    this.ofMember = predicates(fact, SUBJECT);
    this.ofMemberInShort = inShort(fact, SUBJECT);
    ImmutableList<String> several = ImmutableList.of(SUBJECT);
    this.ofSeveral =
        Predicates.of(fact, SUBJECT, value -> observed(fact, value).saysOfAll(fact, several));
    this.ofSeveralInShort =
        ofSeveral.inShort(kind, fact.inShort(several, true, ""), fact.inShort(several, false, ""));
    this.assistants =
        fact.inShort(several, false, Layout.TEACHING_ASSISTANT).substring(SUBJECT.length());
    this.needed = needed;
    boolean isShare = fact.unit().filter("per cent"::equals).isPresent();
    this.unit = isShare ? "%" : fact.unit().map(one -> " " + one).orElse("");
    this.units = isShare ? "%" : fact.units().map(all -> " " + all).orElse("");
    this.half = fact.amount(new BigDecimal("0.5"));
    this.zero = fact.amount(BigDecimal.ZERO);
    this.zeroInClause =
        says(fact, SUBJECT, Value.Quantity.of(0)).contains(zero) ? zero : "no" + units;
    this.names =
        Maps.toMap(
            fact.choices().isEmpty()
                ? ImmutableSet.copyOf(WorkGroupType.known().keySet())
                : ImmutableSet.copyOf(fact.choices()),
            fact::name);
    this.wordOfSeveral =
        names.keySet().stream()
            .collect(
                ImmutableMap.toImmutableMap(
                    fact::name,
                    word ->
                        observed(fact, Optional.of(new Value.Words(ImmutableSet.of(word))))
                            .saysOfAll(fact, several)
                            .substring(SUBJECT.length()),
                    (one, same) -> one));
  }

  private static Predicates predicates(Fact fact, String who) {
    return Predicates.of(fact, who, value -> observed(fact, value).says(fact, who));
  }

  private static Predicates inShort(Fact fact, String who) {
    return predicates(fact, who)
        .inShort(fact.kind(), fact.inShort(who, true), fact.inShort(who, false));
  }

  private static String says(Fact fact, String who, Value value) {
    return observed(fact, Optional.of(value)).says(fact, who);
  }

  private static Observation observed(Fact fact, Optional<Value> value) {
    return new Observation(fact.id(), "", value);
  }

  /** Returns the words for the facts of a demand, in their order. */
  static ImmutableList<Wording> of(Criterion demand) {
    return demand.facts().stream()
        .map(fact -> new Wording(fact, needed(demand, fact)))
        .collect(ImmutableList.toImmutableList());
  }

  /** Returns the leaves that have to hold: without conditions, and what members are counted by. */
  private static Stream<Criterion> demanded(Criterion demand) {
    if (demand instanceof Not || demand instanceof CountOfMembers) {
      return Stream.empty();
    }
    return demand.children().isEmpty()
        ? Stream.of(demand)
        : demand.children().stream().flatMap(Wording::demanded);
  }

  /** The bound on a number, unless the number has to be exact. */
  private static String needed(Criterion demand, Fact fact) {
    List<Within> bounds =
        demanded(demand)
            .filter(leaf -> leaf instanceof Within bound && bound.fact().equals(fact))
            .map(Within.class::cast)
            .filter(bound -> !bound.least().equals(bound.most()))
            .toList();
    return bounds.size() == 1 ? " (needed: " + bounds.get(0).stated() + ")" : "";
  }

  String label() {
    return label;
  }

  boolean isYesNo() {
    return kind == FactKind.YES_NO;
  }

  /** The bound that a number was compared with; empty if it is obvious. */
  String needed() {
    return needed;
  }

  /** The subject of a value. */
  String subject(Seen seen) {
    return seen.of().isEmpty() ? subject : member(seen.of());
  }

  private String member(String person) {
    return afterMember.isEmpty() && beforeMember.isEmpty()
        ? person
        : beforeMember + person + afterMember;
  }

  /** Whether several people can share a clause for this value. */
  boolean isForSeveral(Seen seen) {
    return !seen.of().isEmpty()
        && afterMember.isEmpty()
        && beforeMember.isEmpty()
        && (seen.text() == null ? kind == FactKind.TEXT : !seen.text().equals("none"));
  }

  /**
   * Returns a value as a clause: the school is in Wales.
   *
   * @param met whether the demand is met
   * @param inShort whether the clause follows a demand about this fact only: it is in Wales
   */
  String clause(Seen seen, boolean met, boolean inShort) {
    return seen.of().isEmpty()
        ? clause(inShort ? ownInShort : own, "", seen, seen.text(), met)
        : clause(inShort ? ofMemberInShort : ofMember, member(seen.of()), seen, seen.text(), met);
  }

  /** Returns the same value of all people as a clause: no lead participant is a teacher. */
  String clauseOfEach(Seen seen) {
    String answer = seen.answer();
    return kind == FactKind.YES_NO && "no".equals(answer)
        ? member("no " + PERSON) + ofMember.yes
        : clause(ofMember, member("each " + PERSON), seen, answer, true);
  }

  /** Returns the same value of several people as a clause. */
  String clauseOfSeveral(Seen seen, List<String> people, boolean met, boolean inShort) {
    String who = Layout.people(people);
    if (!met && Layout.NO_TEACHER_TEXT.equals(seen.text())) {
      return who + assistants;
    }
    String word = wordOfSeveral.get(seen.read());
    return word == null
        ? clause(
            inShort ? ofSeveralInShort : ofSeveral,
            who,
            seen,
            met ? seen.answer() : seen.text(),
            met)
        : who + word;
  }

  private String clause(
      Predicates words, String who, Seen seen, @Nullable String text, boolean met) {
    if (text == null || seen.given()) {
      String is = text == null ? words.notGiven : words.given;
      return kind == FactKind.TEXT
          ? who + is
          : is + (seen.of().isEmpty() ? "" : " for " + seen.of());
    }
    return switch (kind) {
      case YES_NO -> yesNo(words, who, text, met);
      case NUMBER -> number(words, who, text);
      case CHOICE, CHOICES ->
          text.equals("none") ? who + words.none : who + words.before + text + words.after;
      case DAY, TEXT -> who + words.given;
    };
  }

  /** Returns an answer, followed or replaced by what it is derived from. */
  private static String yesNo(Predicates words, String who, String text, boolean met) {
    boolean isYes = text.startsWith("yes");
    int end = isYes ? 3 : 2;
    String answer = isYes ? words.yes : words.no;
    if (text.length() == end) {
      return who + answer;
    }
    boolean isInstead = !met && (text.startsWith(" (a ", end) || text.startsWith(" (an ", end));
    boolean saysBoth =
        isYes
            && answer.startsWith(" is a ")
            && text.endsWith(answer.substring(" is a".length()) + ")");
    return isInstead || saysBoth
        ? who + words.is + text.substring(end + 2, text.length() - 1)
        : who + answer + text.substring(end);
  }

  private String number(Predicates words, String who, String text) {
    boolean isOpen = text.endsWith(SO_FAR);
    String amount = isOpen ? text.substring(0, text.length() - SO_FAR.length()) : text;
    return (isOpen ? "so far, " : "")
        + who
        + words.before
        + (amount.equals(zero) ? zeroInClause : amount)
        + words.after;
  }

  /** A choice in words. */
  public String name(Enum<?> word) {
    return name(word.name());
  }

  /** A choice in words. */
  public String name(String word) {
    String name = names.get(word);
    return name == null ? word.toLowerCase(Locale.ROOT).replace('_', ' ') : name;
  }

  /** Choices in words. */
  public String names(Collection<String> words) {
    if (words.isEmpty()) {
      return "none";
    }
    StringBuilder text = new StringBuilder(64);
    int i = 0;
    for (String word : words) {
      text.append(i == 0 ? "" : i == words.size() - 1 ? " and " : ", ").append(name(word));
      i++;
    }
    return text.toString();
  }

  /** Roles in words. */
  public String roles(Collection<Role> roles) {
    return names(roles.stream().sorted().map(Role::name).toList());
  }

  /** A whole number and its unit. */
  public String amount(int number) {
    return number + (number == 1 ? unit : units);
  }

  /** A number and its unit. */
  public String amount(BigDecimal number) {
    if (number.scale() > 0 && number.add(number).compareTo(BigDecimal.ONE) == 0) {
      return half;
    }
    return number.toPlainString() + (number.compareTo(BigDecimal.ONE) == 0 ? unit : units);
  }

  /** Half-days in days. */
  public String days(int halfDays) {
    if (halfDays == 1) {
      return half;
    }
    return halfDays % 2 == 0 ? amount(halfDays / 2) : halfDays / 2 + ".5" + units;
  }
}
