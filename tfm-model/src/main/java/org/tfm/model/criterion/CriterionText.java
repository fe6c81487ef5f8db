package org.tfm.model.criterion;

import com.google.common.base.Strings;
import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tfm.model.problem.Blanks;

/** Formats criteria in plain English. */
final class CriterionText {

  /** A part of a criterion before it is formatted. */
  private sealed interface Part {}

  /** A clause about one fact. */
  private record Clause(
      String subject,
      Optional<Among> among,
      Phrase phrase,
      List<String> words,
      String joiner,
      boolean negated,
      boolean ofDay)
      implements Part {

    /** Creates a clause that is not about a day. */
    Clause(
        String subject,
        Optional<Among> among,
        Phrase phrase,
        List<String> words,
        String joiner,
        boolean negated) {
      this(subject, among, phrase, words, joiner, negated, false);
    }

    String rest() {
      return phrase.rest(Sentences.list(words, joiner));
    }

    /** Whether it has no words but its values, in a list with the same joiner. */
    boolean isValueOr(String other) {
      return words.isEmpty()
          || (phrase.complement().isEmpty() && (words.size() == 1 || joiner.equals(other)));
    }

    /** Whether it says what its subject is, as opposed to what it is like. */
    boolean isNoun() {
      return phrase.isNoun(rest());
    }

    /** Whether it says how or where its subject is. */
    boolean isOfPlace() {
      return Phrase.isOfPlace(rest());
    }

    List<String> values() {
      return words.isEmpty() ? List.of(phrase.complement()) : words;
    }
  }

  /** A clause with a fixed form. */
  private record Fixed(String text, String ofCondition) implements Part {

    /** Creates a clause that is the same in a condition. */
    Fixed(String text) {
      this(text, text);
    }
  }

  /** A demand that holds only if a condition does. */
  private record Conditional(Part condition, Part demand) implements Part {}

  /**
   * The members that a clause is about.
   *
   * @param node the criterion over the members
   * @param who the members as a subject: {@code at most 2 lead participants}
   * @param isSeveral whether the subject is plural
   * @param isAtMost whether there may be no more
   */
  private record Among(OverMembers node, String who, boolean isSeveral, boolean isAtMost) {

    /** Returns the same members as the subject of a further clause. */
    Among again() {
      return isSeveral
          ? new Among(node, "those " + node.members().one() + "s", true, false)
          : called("that ");
    }

    /** Whether clauses joined so mean the same of the members together and one by one. */
    boolean canBeParted(String joiner) {
      return node instanceof ForMembers each && each.every() == joiner.equals("and");
    }

    /** Returns the same members as a subject with another word before it. */
    Among called(String determiner) {
      return new Among(node, determiner + node.members().one(), false, false);
    }

    /** Returns the one of the members with a number as a subject. */
    Among numbered(BigDecimal number) {
      return new Among(node, node.members().one() + " " + number.toPlainString(), false, false);
    }

    static Among of(ForMembers each, boolean every) {
      return new Among(
          new ForMembers(each.members(), every, each.criterion()),
          (every ? EACH : "at least one ") + each.members().one(),
          false,
          false);
    }

    /** Returns the members that a count is about, or the members whose number is another. */
    static Among of(CountOfMembers count, boolean negated) {
      Optional<Integer> least = count.least();
      Optional<Integer> most = count.most();
      String one = " " + count.members().one();
      String many = one + "s";
      if (negated && least.isPresent() && most.isPresent()) {
        int last = most.get();
        return least.get() == last
            ? new Among(
                count, "not exactly " + number(last) + (last == 1 ? one : many), last > 1, false)
            : new Among(
                count,
                "fewer than " + number(least.get()) + " or more than " + last + many,
                true,
                false);
      }
      Optional<Integer> from = negated ? most.map(bound -> bound + 1) : least;
      Optional<Integer> to = negated ? least.map(bound -> bound - 1) : most;
      int last = to.orElseGet(from::orElseThrow);
      return new Among(
          count, bounds(from, to) + (last == 1 ? one : many), last > 1, from.isEmpty());
    }

    /** Returns whether no member may meet the criterion. */
    static boolean isNone(CountOfMembers count, boolean negated) {
      return negated
          ? count.most().isEmpty() && count.least().equals(Optional.of(1))
          : count.most().equals(Optional.of(0));
    }
  }

  /**
   * Parts joined by "and" or "or".
   *
   * @param ofSame the parts in a list about the same members, if they cannot be parted
   */
  private record Joined(ImmutableList<Part> parts, String joiner, Optional<OfSame> ofSame)
      implements Part {}

  /** Parts that the same members have to meet. */
  private record OfSame(String who, ImmutableList<Part> parts) {}

  /** The maximum number of words in a condition, which follows other words. */
  private static final int MOST_WORDS_OF_A_CONDITION = 21;

  private static final String EACH = "each ";
  private static final String EXACTLY = "exactly ";

  private final Mood mood;

  private final boolean isCondition;

  private CriterionText(Mood mood, boolean isCondition) {
    this.mood = mood;
    this.isCondition = isCondition;
  }

  /** Returns the criterion as a clause, without a capital or a full stop. */
  static String of(Criterion criterion, Mood mood, boolean negated) {
    return of(criterion, mood, negated, false);
  }

  /** Returns the criterion as a clause that follows "if" or "because". */
  static String condition(Criterion criterion) {
    return of(criterion, Mood.IS, false, true);
  }

  private static String of(Criterion criterion, Mood mood, boolean negated, boolean isCondition) {
    CriterionText english = new CriterionText(mood, isCondition);
    Part part = part(criterion, negated, Optional.empty());
    String text = english.text(part);
    int most = mood == Mood.IS ? MOST_WORDS_OF_A_CONDITION : Sentences.MOST_WORDS;
    return Sentences.isLonger(text, most) ? english.listed(part, text) : text;
  }

  /** Returns the part as text with a bulleted list, if it has several items. */
  private String listed(Part part, String text) {
    if (part instanceof Clause clause && clause.words().size() > 2) {
      String these = clause.negated() ? "any" : clause.joiner().equals("and") ? "all" : "one";
      return clause.subject()
          + " "
          + verb(clause)
          + " "
          + clause.phrase().restOf(these + " of these")
          + lines(clause.words());
    }
    if (part instanceof Joined joined && isOfOneStart(joined)) {
      List<Clause> clauses = joined.parts().stream().map(Clause.class::cast).toList();
      String start = sharedStart(clauses);
      return clauses.get(0).subject()
          + " "
          + verb(clauses.get(0))
          + " "
          + (start.endsWith(" the ") ? start.substring(0, start.length() - 4) : start)
          + (joined.joiner().equals("and") ? "all" : "one")
          + " of these"
          + lines(clauses.stream().map(clause -> rest(clause).substring(start.length())).toList());
    }
    if (part instanceof Joined joined) {
      boolean isAll = joined.joiner().equals("and");
      CriterionText statement = new CriterionText(Mood.IS, isCondition);
      String be =
          switch (mood) {
            case IS -> isAll ? "are" : "is";
            case MUST -> "must be";
            case SHOULD -> "should be";
            case IDEALLY -> isAll ? "are ideally" : "is ideally";
          };
      return joined.ofSame().map(same -> "for " + same.who() + ", ").orElse("")
          + (isAll ? "all" : "at least one")
          + " of these "
          + be
          + " true"
          + lines(
              joined.ofSame().map(OfSame::parts).orElse(joined.parts()).stream()
                  .map(statement::text)
                  .toList());
    }
    return text;
  }

  private static String lines(List<String> items) {
    return items.stream().map(item -> "\n• " + item).collect(Collectors.joining("", ":", ""));
  }

  /** Returns the bounds on a number, such as {@code at least 10 days} or {@code 2 or later}. */
  static String bounds(Fact fact, Optional<BigDecimal> least, Optional<BigDecimal> most) {
    if (least.isEmpty()) {
      String last = fact.amount(most.orElseThrow());
      return fact.isOrdinal() ? last + " or earlier" : "at most " + last;
    }
    if (most.isEmpty()) {
      String first = fact.amount(least.get());
      return fact.isOrdinal() ? first + " or later" : "at least " + first;
    }
    if (least.get().compareTo(most.get()) == 0) {
      return (fact.isOrdinal() ? "" : EXACTLY) + fact.amount(least.get());
    }
    boolean isNext =
        fact.isWhole() && most.get().subtract(least.get()).compareTo(BigDecimal.ONE) == 0;
    boolean isInFull = fact.isInMinutes(least.get()) || fact.isInMinutes(most.get());
    String first = isInFull ? fact.amount(least.get()) : least.get().toPlainString();
    return first + (isNext ? " or " : " to ") + fact.amount(most.get());
  }

  /** Returns the bounds on a number of members, such as {@code at least 2}. */
  static String bounds(Optional<Integer> least, Optional<Integer> most) {
    if (least.isEmpty()) {
      return "at most " + number(most.orElseThrow());
    }
    if (most.isEmpty()) {
      return "at least " + number(least.get());
    }
    int first = least.get();
    int last = most.get();
    return first == last
        ? EXACTLY + number(last)
        : first + (last == first + 1 ? " or " : " to ") + last;
  }

  private static String number(int number) {
    return number == 1 ? "one" : Integer.toString(number);
  }

  private static Part part(Criterion criterion, boolean negated, Optional<Among> among) {
    return criterion.accept(
        new Criterion.Visitor<>() {
          @Override
          public Part allOf(AllOf all) {
            return joined(all.telling(), negated ? "or" : "and", negated, among);
          }

          @Override
          public Part anyOf(AnyOf any) {
            boolean isOfOne =
                among.isEmpty() || (among.get().node() instanceof ForMembers each && each.every());
            if (!negated
                && isOfOne
                && any.parts().size() == 2
                && any.parts().get(0) instanceof Not condition
                && (among.isPresent() || !(any.parts().get(1) instanceof Not))) {
              Optional<Part> ofOneNumber =
                  among.flatMap(all -> ofOneNumber(condition, any.parts().get(1), all));
              if (ofOneNumber.isPresent()) {
                return ofOneNumber.get();
              }
              return new Conditional(
                  part(condition.criterion(), false, among.map(all -> all.called("any "))),
                  part(any.parts().get(1), false, among.map(all -> all.called("that "))));
            }
            return joined(any.parts(), negated ? "and" : "or", negated, among);
          }

          @Override
          public Part not(Not not) {
            return part(not.criterion(), !negated, among);
          }

          @Override
          public Part forMembers(ForMembers each) {
            return ofEach(each, negated);
          }

          @Override
          public Part countOfMembers(CountOfMembers count) {
            if (Among.isNone(count, negated)) {
              return ofEach(new ForMembers(count.members(), false, count.where()), true);
            }
            return part(count.where(), false, Optional.of(Among.of(count, negated)));
          }

          @Override
          public Part leaf(Criterion leaf) {
            return CriterionText.leaf(leaf, negated, among);
          }
        });
  }

  /** Says what the member with a number has to meet, such as session 1. */
  private static Optional<Part> ofOneNumber(Not condition, Criterion demand, Among among) {
    return condition.criterion() instanceof Within within
            && within.fact().isNumberOfMember()
            && within.least().equals(within.most())
        ? within.least().map(number -> part(demand, false, Optional.of(among.numbered(number))))
        : Optional.empty();
  }

  private static Part ofEach(ForMembers each, boolean negated) {
    return part(each.criterion(), negated, Optional.of(Among.of(each, each.every() != negated)));
  }

  private static Part joined(
      List<Criterion> criteria, String joiner, boolean negated, Optional<Among> among) {
    Joined plain = flattened(criteria, joiner, negated, among);
    if (plain.parts().size() == 1) {
      return plain.parts().get(0);
    }
    if (among.isEmpty() || among.get().canBeParted(joiner)) {
      return plain;
    }
    // The same members have to meet all of it, so further clauses refer back to them.
    Among same = among.get();
    ImmutableList<Part> further =
        flattened(criteria, joiner, negated, Optional.of(same.again())).parts();
    return new Joined(
        isOfOneSubject(plain)
            ? plain.parts()
            : ImmutableList.<Part>builder()
                .add(plain.parts().get(0))
                .addAll(further.subList(1, further.size()))
                .build(),
        joiner,
        Optional.of(new OfSame(same.who(), further)));
  }

  private static Joined flattened(
      List<Criterion> criteria, String joiner, boolean negated, Optional<Among> among) {
    List<Part> parts = new ArrayList<>();
    for (Criterion criterion : criteria) {
      Part part = part(criterion, negated, among);
      if (part instanceof Joined joined
          && joined.joiner().equals(joiner)
          && (among.isPresent()
              || joined.parts().stream().allMatch(one -> isShared(one, joiner)))) {
        parts.addAll(joined.parts());
      } else {
        parts.add(part);
      }
    }
    return new Joined(ImmutableList.copyOf(parts), joiner, Optional.empty());
  }

  /**
   * Whether a part can be separated from others about the same members: that each is this and that
   * means that each is this and each is that, but some can be this and others that.
   */
  private static boolean isShared(Part part, String joiner) {
    if (!(part instanceof Clause clause) || clause.among().isEmpty()) {
      return true;
    }
    return clause.among().get().canBeParted(joiner);
  }

  private static Part leaf(Criterion leaf, boolean negated, Optional<Among> among) {
    if (leaf instanceof HubDecides hub) {
      return new Fixed("the hub decides" + hub.why().map(why -> ": " + why).orElse(""));
    }
    Fact asked = leaf.facts().iterator().next();
    if (leaf instanceof Unstated) {
      return new Fixed("the document does not " + unstated(asked), asJudged(asked));
    }
    boolean isCounted = among.isPresent() && among.get().node() instanceof CountOfMembers;
    if (leaf instanceof Provided && asked.kind() != FactKind.TEXT && !asked.isOfDeed()) {
      String whose = isCounted ? "for " + among.get().who() : "";
      Phrase given =
          new Phrase(asked.asGiven(), asked.areSeveral() ? "are given" : "is given", whose);
      return new Clause(asked.asGiven(), among, given, List.of(), "", negated);
    }
    Fact fact =
        among.isPresent() && among.get().isSeveral() && isAbout(asked, among.get())
            ? asked.ofSubjects()
            : asked;
    List<String> words = List.of();
    String joiner = "or";
    if (leaf instanceof OneOf oneOf) {
      words = oneOf.words().stream().map(fact::name).toList();
    } else if (leaf instanceof Includes includes) {
      words = includes.words().stream().map(fact::name).toList();
      joiner = includes.all() ? "and" : "or";
    } else if (leaf instanceof Comparison comparison) {
      words = List.of(comparison.stated());
    }
    boolean isNo = negated && fact.phrase().isAnswer();
    Phrase phrase = isNo ? fact.phrase().opposite() : fact.phrase();
    if (leaf instanceof During period && period.isOfTime()) {
      phrase = phrase.ofTime();
    }
    return new Clause(
        subject(asked, among),
        among,
        phrase,
        words,
        joiner,
        negated && !isNo,
        leaf instanceof During && fact.isOfDeed());
  }

  /** Returns what a document does not say about a fact. */
  private static String unstated(Fact fact) {
    if (fact.kind() == FactKind.YES_NO) {
      return "say whether " + fact.label();
    }
    if (fact.areSeveral() || fact.isOfDeed()) {
      return (fact.kind() == FactKind.DAY ? "say when " : "say what ")
          + Blanks.strip(fact.says(fact.phrase().subject(), Mood.MUST));
    }
    return "state " + fact.label();
  }

  /** Returns what the hub decides about a fact that a condition gives no figure for. */
  private static String asJudged(Fact fact) {
    return switch (fact.kind()) {
      case YES_NO -> "the hub is satisfied that " + fact.label();
      case NUMBER -> "the hub decides that " + fact.label() + " is enough";
      default -> "the hub accepts " + fact.label();
    };
  }

  /** Whether the members themselves are the subject of the fact. */
  private static boolean isAbout(Fact fact, Among among) {
    return fact.phrase().subject().equals(among.node().members().subject());
  }

  /** Returns the subject of a fact, or of each member of a list. */
  private static String subject(Fact fact, Optional<Among> among) {
    if (among.isPresent() && among.get().isSeveral() && !isAbout(fact, among.get())) {
      return "for " + among.get().who() + ", " + fact.phrase().subject();
    }
    return fact.subjectFor(among.map(Among::who).orElse(""));
  }

  private String text(Part part) {
    if (part instanceof Clause clause) {
      if (clause.negated()
          && (clause.subject().startsWith(EACH) || Phrase.isAnyOrEvery(clause.subject()))) {
        return none(clause);
      }
      return clause.subject() + " " + verb(clause) + after(clause);
    }
    if (part instanceof Joined joined) {
      if (isOfOnePredicate(joined)) {
        Clause first = (Clause) joined.parts().get(0);
        List<String> subjects =
            joined.parts().stream().map(one -> ((Clause) one).subject()).toList();
        return Sentences.list(subjects, "and") + " " + verb(first) + after(first);
      }
      return isOfOneSubject(joined) ? shared(joined) : separate(joined);
    }
    if (part instanceof Conditional conditional) {
      return "if "
          + new CriterionText(Mood.IS, isCondition).text(conditional.condition())
          + ", "
          + text(conditional.demand());
    }
    Fixed fixed = (Fixed) part;
    return isCondition ? fixed.ofCondition() : fixed.text();
  }

  /** Says that it holds for no member: {@code no school may be a special school}. */
  private String none(Clause clause) {
    String verb =
        mood == Mood.MUST
            ? "may " + clause.phrase().infinitive(false)
            : clause.phrase().verb(mood == Mood.IDEALLY ? Mood.IS : mood, false);
    String subject =
        clause.subject().startsWith(EACH)
            ? "no " + clause.subject().substring(EACH.length())
            : Phrase.denied(clause.subject());
    return (mood == Mood.IDEALLY ? "ideally " : "") + subject + " " + verb + after(clause);
  }

  private String verb(Clause clause) {
    if (mood == Mood.IS && clause.ofDay() && !clause.negated()) {
      return clause.phrase().past();
    }
    return mood == Mood.MUST && clause.among().filter(Among::isAtMost).isPresent()
        ? "may " + clause.phrase().infinitive(clause.negated())
        : clause.phrase().verb(mood, clause.negated());
  }

  private String after(Clause clause) {
    return rest(clause).isEmpty() ? "" : " " + rest(clause);
  }

  /** Returns the clause after its verb; nothing is ideally exactly a number. */
  private String rest(Clause clause) {
    return mood == Mood.IDEALLY ? clause.rest().replace(EXACTLY, "") : clause.rest();
  }

  /** Whether all clauses have the same subject, and are about the same member. */
  private static boolean isOfOneSubject(Joined joined) {
    return joined.parts().stream().allMatch(Clause.class::isInstance)
        && joined.parts().stream()
                .map(part -> ((Clause) part).subject() + ((Clause) part).among())
                .distinct()
                .count()
            == 1;
  }

  /** Whether all clauses have the same predicate, in a form for one or several subjects. */
  private boolean isOfOnePredicate(Joined joined) {
    return (mood == Mood.MUST || mood == Mood.SHOULD)
        && joined.joiner().equals("and")
        && joined.parts().stream()
            .allMatch(part -> part instanceof Clause clause && clause.among().isEmpty())
        && joined.parts().stream()
                .map(part -> verb((Clause) part) + after((Clause) part))
                .distinct()
                .count()
            == 1;
  }

  /** Joins clauses with the same subject. */
  private String shared(Joined joined) {
    List<Clause> clauses = new ArrayList<>();
    joined.parts().forEach(part -> add((Clause) part, clauses));
    Clause first = clauses.get(0);
    boolean isMixed =
        clauses.stream()
            .anyMatch(one -> one.words().size() > 1 && !one.joiner().equals(joined.joiner()));
    boolean isOneVerb = !isMixed && isOfOneVerb(clauses);
    String start = isOneVerb ? sharedStart(clauses) : "";
    if (!start.isEmpty()) {
      List<String> ends =
          clauses.stream().map(clause -> rest(clause).substring(start.length())).toList();
      return first.subject()
          + " "
          + verb(first)
          + " "
          + start
          + Sentences.list(ends, joined.joiner());
    }
    if (isOneVerb && clauses.stream().allMatch(one -> one.isValueOr(joined.joiner()))) {
      List<String> values = clauses.stream().flatMap(one -> one.values().stream()).toList();
      return first.subject() + " " + verb(first) + " " + Sentences.list(values, joined.joiner());
    }
    List<String> said = new ArrayList<>();
    said.add(verb(first) + after(first));
    for (Clause clause : clauses.subList(1, clauses.size())) {
      said.add(isOneVerb ? rest(clause) : again(clause, isMixed) + after(clause));
    }
    return first.subject()
        + " "
        + (isMixed
            ? String.join(", " + joined.joiner() + " ", said)
            : Sentences.list(said, joined.joiner()));
  }

  /** Adds a clause before one with more words around the same value: for 2 years, in it for 1. */
  private static void add(Clause clause, List<Clause> clauses) {
    String words = " " + clause.phrase().complement();
    int at = 0;
    while (at < clauses.size()
        && (words.length() == 1 || !clauses.get(at).phrase().complement().endsWith(words))) {
      at++;
    }
    clauses.add(at, clause);
  }

  private static boolean isOfOneVerb(List<Clause> clauses) {
    return clauses.stream().noneMatch(Clause::negated)
        && clauses.stream().map(clause -> clause.phrase().verb()).distinct().count() == 1
        && (clauses.stream().noneMatch(Clause::isNoun)
            || clauses.stream().noneMatch(Clause::isOfPlace));
  }

  /** Whether all clauses have the same subject and verb, and start with the same words. */
  private boolean isOfOneStart(Joined joined) {
    if (!isOfOneSubject(joined)) {
      return false;
    }
    List<Clause> clauses = joined.parts().stream().map(Clause.class::cast).toList();
    return isOfOneVerb(clauses)
        && clauses.stream().allMatch(one -> one.words().size() < 2)
        && !sharedStart(clauses).isEmpty();
  }

  /** Returns the words that several clauses start with, if they are more than three. */
  private String sharedStart(List<Clause> clauses) {
    String start = clauses.stream().map(this::rest).reduce(Strings::commonPrefix).orElse("");
    String words = start.substring(0, start.lastIndexOf(' ') + 1);
    return Sentences.isLonger(words, 3) ? words : "";
  }

  /** Returns the verb of a further clause, without repeating the mood of the first. */
  private String again(Clause clause, boolean inFull) {
    if (inFull) {
      return verb(clause);
    }
    return mood == Mood.MUST || mood == Mood.SHOULD
        ? clause.phrase().infinitive(clause.negated())
        : clause.phrase().verb(Mood.IS, clause.negated());
  }

  private String separate(Joined joined) {
    boolean isNested =
        joined.parts().stream()
            .anyMatch(part -> part instanceof Joined || part instanceof Conditional);
    List<String> texts = joined.parts().stream().map(this::text).toList();
    return isNested
        ? String.join("; " + joined.joiner() + " ", texts)
        : Sentences.list(texts, joined.joiner());
  }
}
