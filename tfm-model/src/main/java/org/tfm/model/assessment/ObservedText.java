package org.tfm.model.assessment;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tfm.model.criterion.Fact;
import org.tfm.model.criterion.FactKind;
import org.tfm.model.criterion.Observation;
import org.tfm.model.criterion.Sentences;
import org.tfm.model.criterion.Value;

/** Generates the clauses of a finding about what was observed. */
final class ObservedText {

  /** The maximum number of words in two clauses with one subject. */
  private static final int MOST_WORDS = 24;

  private static final CharMatcher NUMBER_AFTER =
      CharMatcher.inRange('0', '9').or(CharMatcher.is(' '));

  /** A clause in two parts: the next one can share its subject. */
  private record Clause(String subject, String text) {}

  private final DemandText demand;
  private final Status status;
  private final boolean isOnly;
  private final boolean isOfAll;
  private final long members;

  private ObservedText(DemandText demand, List<Observation> observed, Status status) {
    this.demand = demand;
    this.status = status;
    this.isOnly = status == Status.UNMET && demand.isOfOneFact();
    this.isOfAll = status == Status.MET && demand.isOfAll();
    this.members =
        isOfAll ? observed.stream().map(Observation::of).distinct().count() : observed.size();
  }

  /** Returns statements about the observed values; members with the same value share one. */
  static List<String> clauses(DemandText demand, List<Observation> observed, Status status) {
    List<Observation> named = new ArrayList<>(observed.size());
    for (Observation one : observed) {
      if (!isItsNumber(demand, one)) {
        named.add(named(demand, one));
      }
    }
    return new ObservedText(demand, named, status).clauses(named);
  }

  /** Whether it says of a member only its number, which its name has: session 2 is number 2. */
  private static boolean isItsNumber(DemandText demand, Observation one) {
    return one.value().orElse(null) instanceof Value.Quantity number
        && demand.fact(one.fact()).isNumberOfMember()
        && one.of().endsWith(" " + number.amount().toPlainString());
  }

  /** Returns a list without words that the demand does not name; “no” if none is left. */
  private static Observation named(DemandText demand, Observation one) {
    if (!(one.value().orElse(null) instanceof Value.Words words)
        || !demand.fact(one.fact()).isChecklist()) {
      return one;
    }
    Set<String> named = Sets.intersection(words.words(), demand.words(one.fact()));
    Value left =
        named.isEmpty() ? Value.YesNo.of(false) : new Value.Words(ImmutableSet.copyOf(named));
    return new Observation(one.fact(), one.of(), Optional.of(left));
  }

  private List<String> clauses(List<Observation> observed) {
    if (observed.size() == 1) {
      Fact fact = demand.fact(observed.get(0).fact());
      return List.of(clause(fact, observed).text() + needed(fact));
    }
    Map<String, List<Observation>> byFact = new LinkedHashMap<>();
    for (Observation one : different(observed)) {
      byFact.computeIfAbsent(one.fact(), fact -> new ArrayList<>()).add(one);
    }
    List<Clause> clauses = new ArrayList<>();
    for (List<Observation> values : byFact.values()) {
      Fact fact = demand.fact(values.get(0).fact());
      int start = clauses.size();
      if (isSameOfEach(values)) {
        clauses.add(new Clause("", ofEach(fact, values.get(0))));
      } else {
        byValue(fact, values).forEach(same -> clauses.add(clause(fact, same)));
      }
      Clause last = clauses.remove(clauses.size() - 1);
      clauses.add(new Clause(last.subject(), last.text() + needed(fact)));
      if (start > 0) {
        share(clauses, start);
      }
    }
    return clauses.stream().map(Clause::text).toList();
  }

  /** Joins a clause with the one before it, if both say the same or have the same subject. */
  private static void share(List<Clause> clauses, int at) {
    Clause before = clauses.get(at - 1);
    Clause next = clauses.get(at);
    if (next.text().equals(before.text())) {
      // A school is in one place, whatever areas are asked about.
      clauses.remove(at);
      return;
    }
    String subject = next.subject() + " ";
    if (next.subject().isEmpty()
        || !next.subject().equals(before.subject())
        || !next.text().startsWith(subject)) {
      return;
    }
    String verb = next.text().substring(subject.length());
    boolean isSameVerb =
        verb.startsWith("is ")
            && !verb.startsWith("is not ")
            && before.text().startsWith(subject + "is ")
            && !before.text().startsWith(subject + "is not ")
            && !(isOfPlace(verb, 0) && isNoun(before.text(), subject.length()))
            && !(isNoun(verb, 0) && isOfPlace(before.text(), subject.length()));
    String both = before.text() + " and " + (isSameVerb ? verb.substring("is ".length()) : verb);
    if (!Sentences.isLonger(both, MOST_WORDS)) {
      clauses.remove(at);
      // A third clause starts a new sentence.
      clauses.set(at - 1, new Clause("", both));
    }
  }

  /** Whether a text says from an index on what its subject is. */
  private static boolean isNoun(String text, int start) {
    return text.startsWith("is a ", start) || text.startsWith("is an ", start);
  }

  /** Whether a text says from an index on how or where its subject is. */
  private static boolean isOfPlace(String text, int start) {
    return text.startsWith("is in ", start) || text.startsWith("is at ", start);
  }

  /** Whether a list has none of the words that the demand names. */
  private static boolean isOfNone(Fact fact, Observation one) {
    return fact.isChecklist() && one.value().orElse(null) instanceof Value.YesNo;
  }

  private boolean isSameOfEach(List<Observation> values) {
    return isOfAll
        && values.size() > 1
        && values.size() == members
        && values.stream().map(ObservedText::answer).distinct().count() == 1;
  }

  /** Returns the value without the values that it was derived from. */
  private static Optional<Value> answer(Observation one) {
    return one.value()
        .map(value -> value instanceof Value.YesNo answer ? Value.YesNo.of(answer.yes()) : value);
  }

  /** Returns the statement about all members: each school, or no school. */
  private String ofEach(Fact fact, Observation one) {
    String member = NUMBER_AFTER.trimTrailingFrom(one.of());
    if (isOfNone(fact, one)) {
      return fact.saysNone("a " + member, demand.words(fact.id()));
    }
    return one.value().orElse(null) instanceof Value.YesNo answer && !answer.yes()
        ? new Observation(one.fact(), "no " + member, Optional.of(Value.YesNo.of(true))).says(fact)
        : new Observation(one.fact(), "each " + member, answer(one)).says(fact);
  }

  /** Returns the observations grouped by value, where several members can share a clause. */
  private Iterable<List<Observation>> byValue(Fact fact, List<Observation> values) {
    if (values.size() == 1) {
      return ImmutableList.of(values);
    }
    Map<Object, List<Observation>> groups = new LinkedHashMap<>();
    for (Observation one : values) {
      boolean isShared =
          !one.of().isEmpty()
              && (isOnly || !fact.isChecklist())
              && fact.subjectFor(one.of()).equals(one.of())
              && one.value()
                  .map(value -> !isOpenOrEmpty(value) && !isGivenOf(fact, value))
                  .orElse(fact.kind() == FactKind.TEXT);
      groups.computeIfAbsent(isShared ? shared(one) : one, value -> new ArrayList<>()).add(one);
    }
    return groups.values();
  }

  /** Returns the part of a value that members need in common to share a clause. */
  private Optional<Value> shared(Observation one) {
    return status == Status.MET ? answer(one) : one.value();
  }

  /** Whether it says that something is given, which is said of each member. */
  private static boolean isGivenOf(Fact fact, Value value) {
    return value instanceof Value.Given && fact.kind() != FactKind.TEXT;
  }

  private static boolean isOpenOrEmpty(Value value) {
    return (value instanceof Value.Quantity number && number.open())
        || value instanceof Value.WordsSoFar
        || (value instanceof Value.Words words && words.words().isEmpty());
  }

  private Clause clause(Fact fact, List<Observation> same) {
    Observation first = same.get(0);
    if (same.size() > 1) {
      return new Clause("", several(fact, first, same.stream().map(Observation::of).toList()));
    }
    if (isOnly && demand.asks(fact)) {
      return new Clause("", afterDemand(fact, first));
    }
    String subject = fact.subjectFor(first.of());
    if (isOfNone(fact, first)) {
      return new Clause(subject, fact.saysNone(subject, demand.words(fact.id())));
    }
    return new Clause(
        subject,
        status == Status.UNMET
                && first.value().orElse(null) instanceof Value.YesNo answer
                && fact.isInstead(answer.why())
            ? fact.inShort(subject, answer.yes(), answer.why())
            : first.says(fact));
  }

  private String several(Fact fact, Observation same, List<String> members) {
    if (isOnly && fact.kind() == FactKind.TEXT) {
      return fact.inShort(members, same.value().isPresent(), "");
    }
    return same.value().orElse(null) instanceof Value.YesNo answer
            && (isOnly || (status == Status.UNMET && fact.isInstead(answer.why())))
        ? fact.inShort(members, answer.yes(), answer.why())
        : new Observation(same.fact(), same.of(), shared(same)).saysOfAll(fact, members);
  }

  /** Returns the statement of a value after a demand about the same fact. */
  private static String afterDemand(Fact asked, Observation one) {
    boolean isWhole = one.of().isEmpty();
    String subject = isWhole ? asked.pronoun() : asked.subjectFor(one.of());
    Fact fact = isWhole ? asked.ofPronoun() : asked;
    if (fact.kind() == FactKind.TEXT) {
      return fact.inShort(subject, one.value().isPresent());
    }
    if (fact.kind() == FactKind.YES_NO && one.value().isEmpty()) {
      return "this has not been answered" + (one.of().isEmpty() ? "" : " for " + one.of());
    }
    return one.value().orElse(null) instanceof Value.YesNo answer
        ? fact.inShort(subject, answer.yes(), answer.why())
        : one.says(fact, subject);
  }

  /** Returns the bounds that a number met, if they are not obvious. */
  private String needed(Fact fact) {
    String bounds = status == Status.MET ? demand.bounds(fact.id()) : "";
    return bounds.isEmpty() ? "" : " (needed: " + bounds + ")";
  }

  /** Returns the observations without duplicates, and without those of a fact that is read too. */
  static Set<Observation> different(List<Observation> observed) {
    Set<Observation> different = new LinkedHashSet<>(observed);
    different.removeIf(
        one -> !hasContent(one) && observed.stream().anyMatch(other -> isReadIn(one, other)));
    return different;
  }

  private static boolean isReadIn(Observation one, Observation other) {
    return other.fact().equals(one.fact()) && other.of().equals(one.of()) && hasContent(other);
  }

  /** Whether an observation has a value, as opposed to the statement that it is given. */
  private static boolean hasContent(Observation one) {
    return one.value().isPresent() && !(one.value().get() instanceof Value.Given);
  }
}
