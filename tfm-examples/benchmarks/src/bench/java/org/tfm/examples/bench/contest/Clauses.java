package org.tfm.examples.bench.contest;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Collects the clauses of a finding about the values read. Not thread-safe. */
final class Clauses {

  /** The maximum number of words in two clauses with one subject. */
  private static final int MOST_WORDS = 24;

  private final boolean met;
  private final boolean inShort;
  private final List<String> all = new ArrayList<>(4);

  /** The subject of the last clause; empty if the next one cannot share it. */
  private String subject = "";

  private Clauses(Row row, boolean met) {
    this.met = met;
    this.inShort = isInShort(row, met);
  }

  /** Returns a clause for each different value; people with the same value share one. */
  static List<String> of(Row row, List<Seen> seen, boolean met) {
    return switch (seen.size()) {
      case 0 -> List.of();
      case 1 -> List.of(only(row, seen.get(0), met));
      default -> several(row, seen, met);
    };
  }

  private static String only(Row row, Seen seen, boolean met) {
    String clause = seen.wording().clause(seen, met, isInShort(row, met));
    return met ? clause + seen.wording().needed() : clause;
  }

  private static List<String> several(Row row, List<Seen> seen, boolean met) {
    Clauses clauses = new Clauses(row, met);
    List<Seen> different = Seen.different(seen);
    while (!different.isEmpty()) {
      Wording wording = different.get(0).wording();
      List<Seen> values = new ArrayList<>(different.size());
      for (Iterator<Seen> rest = different.iterator(); rest.hasNext(); ) {
        Seen one = rest.next();
        if (one.wording() == wording) {
          values.add(one);
          rest.remove();
        }
      }
      boolean ofEach = met && row.isOfAll() && isSameOfEach(values, seen);
      clauses.add(wording, values, ofEach);
    }
    return clauses.all;
  }

  /** Whether the demand is so short that a pronoun follows it. */
  private static boolean isInShort(Row row, boolean met) {
    return !met && row.wordings().size() == 1;
  }

  /** Whether several people have the same value, and no one else was read. */
  private static boolean isSameOfEach(List<Seen> values, List<Seen> seen) {
    if (values.size() == 1) {
      return false;
    }
    String answer = values.get(0).answer();
    for (Seen one : values) {
      if (!Objects.equals(one.answer(), answer)) {
        return false;
      }
    }
    for (Seen one : seen) {
      if (!isAmong(values, one.of())) {
        return false;
      }
    }
    return true;
  }

  private static boolean isAmong(List<Seen> values, String person) {
    for (Seen one : values) {
      if (one.of().equals(person)) {
        return true;
      }
    }
    return false;
  }

  /** Adds the values of a fact, the last with the bound that it was compared with. */
  private void add(Wording wording, List<Seen> values, boolean ofEach) {
    String before = subject;
    int start = all.size();
    String first = "";
    if (ofEach) {
      add("", wording.clauseOfEach(values.get(0)));
    } else {
      for (int i = 0; i < values.size(); i++) {
        addValue(wording, values, i);
        first = i == 0 ? subject : first;
      }
    }
    if (met && !wording.needed().isEmpty()) {
      int last = all.size() - 1;
      all.set(last, all.get(last) + wording.needed());
    }
    if (start > 0 && all.get(start).equals(all.get(start - 1))) {
      all.remove(start); // Two demands about one person can read the same.
    } else if (!first.isEmpty() && first.equals(before)) {
      share(first, start);
    }
  }

  private void addValue(Wording wording, List<Seen> values, int index) {
    Seen one = values.get(index);
    if (values.size() > 1 && wording.isForSeveral(one)) {
      String value = shared(one);
      List<String> people = new ArrayList<>(values.size());
      for (int i = 0; i < values.size(); i++) {
        Seen other = values.get(i);
        if (wording.isForSeveral(other) && Objects.equals(shared(other), value)) {
          if (i < index) {
            return; // It is in the clause of an earlier person.
          }
          people.add(other.of());
        }
      }
      if (people.size() > 1) {
        add("", wording.clauseOfSeveral(one, people, met, inShort));
        return;
      }
    }
    add(inShort ? "" : wording.subject(one), wording.clause(one, met, inShort));
  }

  /** The part of a value that people need in common to share a clause. */
  private @Nullable String shared(Seen one) {
    return met ? one.answer() : one.text();
  }

  private void add(String of, String clause) {
    subject = of;
    all.add(clause);
  }

  /** Joins a clause with the one before it, which has the same subject. */
  private void share(String same, int at) {
    String clause = all.get(at);
    if (!clause.startsWith(same) || !clause.startsWith(" ", same.length())) {
      return;
    }
    String before = all.get(at - 1);
    boolean isSameVerb =
        isAffirmed(clause, same.length())
            && before.startsWith(same)
            && isAffirmed(before, same.length());
    String both =
        before + " and" + clause.substring(same.length() + (isSameVerb ? " is".length() : 0));
    if (SentenceText.spaces(both) < MOST_WORDS) {
      all.set(at - 1, both);
      all.remove(at);
      if (at == all.size()) {
        subject = "";
      }
    }
  }

  private static boolean isAffirmed(String clause, int at) {
    return clause.startsWith(" is ", at) && !clause.startsWith(" is not ", at);
  }
}
