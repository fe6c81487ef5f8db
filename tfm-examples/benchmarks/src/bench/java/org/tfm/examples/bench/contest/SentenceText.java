package org.tfm.examples.bench.contest;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tfm.model.assessment.Status;
import org.tfm.model.criterion.MissingFact;
import org.tfm.model.criterion.Sentences;

/** Puts findings into sentences. */
final class SentenceText {

  private static final int MOST_WORDS = 25;

  private SentenceText() {}

  static String of(Row row, Status status, List<Seen> seen, List<MissingFact> missing) {
    return switch (status) {
      case MET -> met(row, seen);
      case UNMET -> unmet(row, seen);
      case REFERRED ->
          row.isLeftToHub() ? row.demand() : followed(unmet(row, seen), "The hub decides.");
      case EVIDENCE_MISSING -> followed(row.demand(), questions(missing));
      case POLICY_SILENT -> followed(row.demand(), "Ask the hub.");
    };
  }

  /** Joins two texts; the second is on a new line after a list. */
  private static String followed(String text, String next) {
    return text + (text.startsWith("•", text.lastIndexOf('\n') + 1) ? "\n" : " ") + next;
  }

  private static String met(Row row, List<Seen> seen) {
    List<String> clauses =
        seen.size() == 1 && seen.get(0).text() != null
            ? List.of(seen.get(0).wording().clauseWithNeed(seen.get(0)))
            : clauses(row, only(seen, true), true);
    return clauses.isEmpty()
        ? Sentences.of(row.needed())
        : joined(clauses.get(0), clauses.subList(1, clauses.size()));
  }

  private static String unmet(Row row, List<Seen> seen) {
    List<String> clauses =
        seen.size() == 1 && row.wordings().size() == 1
            ? List.of(seen.get(0).wording().clauseInShort(seen.get(0)))
            : clauses(row, row.asksWhetherGiven() ? only(seen, false) : seen, false);
    return clauses.isEmpty() ? row.demand() : joined(row.must(), clauses);
  }

  private static List<Seen> only(List<Seen> seen, boolean given) {
    List<Seen> all = new ArrayList<>(seen.size());
    for (Seen one : seen) {
      if ((one.text() != null) == given) {
        all.add(one);
      }
    }
    return all;
  }

  /** Joins clauses to one sentence, or to several if it would be too long. */
  private static String joined(String first, List<String> further) {
    if (further.isEmpty()) {
      return Sentences.of(first);
    }
    String together = first + "; " + String.join("; ", further);
    if (first.indexOf('\n') < 0 && words(together) <= MOST_WORDS) {
      return Sentences.of(together);
    }
    StringBuilder sentences = new StringBuilder();
    for (String clause : further) {
      sentences.append(sentences.isEmpty() ? "" : " ").append(Sentences.of(clause));
    }
    return followed(Sentences.of(first), sentences.toString());
  }

  private static int words(String text) {
    int words = 1;
    for (int i = text.indexOf(' '); i >= 0; i = text.indexOf(' ', i + 1)) {
      words++;
    }
    return words;
  }

  /** Returns a clause for each different value; people with the same value share one. */
  private static List<String> clauses(Row row, List<Seen> seen, boolean met) {
    List<Seen> different = Seen.different(seen);
    boolean inShort = !met && row.wordings().size() == 1;
    List<String> clauses = new ArrayList<>(different.size());
    while (!different.isEmpty()) {
      Wording wording = different.get(0).wording();
      List<Seen> values = new ArrayList<>(different.size());
      boolean same = true;
      for (Seen one : different) {
        if (one.wording() == wording) {
          values.add(one);
          same &= one.read().equals(values.get(0).read());
        }
      }
      different.removeAll(values);
      if (met && row.isOfAll() && values.size() > 1 && same) {
        clauses.add(wording.clause(values.get(0).ofEach()));
      } else {
        for (Seen one : values) {
          clauses.add(inShort ? wording.clauseInShort(one) : wording.clause(one));
        }
      }
      if (met) {
        int last = clauses.size() - 1;
        clauses.set(last, clauses.get(last) + wording.needed());
      }
    }
    return clauses;
  }

  /** Returns the questions; those about the same people share their names. */
  private static String questions(List<MissingFact> missing) {
    if (missing.size() == 1) {
      MissingFact only = missing.get(0);
      return "Please answer"
          + (only.of().isEmpty() ? ": " : " for " + only.of() + ": ")
          + only.question();
    }
    Map<String, Set<String>> about = new LinkedHashMap<>();
    for (MissingFact fact : missing) {
      about.computeIfAbsent(fact.question(), question -> new LinkedHashSet<>()).add(fact.of());
    }
    Map<String, Set<String>> questions = new LinkedHashMap<>();
    about.forEach(
        (question, people) ->
            questions
                .computeIfAbsent(
                    people.contains("") ? "" : " for " + names(people),
                    names -> new LinkedHashSet<>())
                .add(question));
    return questions.entrySet().stream()
        .map(one -> "Please answer" + one.getKey() + ": " + String.join(" ", one.getValue()))
        .collect(joining(" "));
  }

  private static String names(Set<String> people) {
    List<String> all = List.copyOf(people);
    int last = all.size() - 1;
    return last == 0
        ? all.get(0)
        : String.join(", ", all.subList(0, last)) + " and " + all.get(last);
  }
}
