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
import org.tfm.model.term.Sentences;

/** Puts findings into sentences. */
final class SentenceText {

  private static final int MOST_WORDS = 25;

  private SentenceText() {}

  static String of(Row row, Status status, List<Seen> seen, List<MissingFact> missing) {
    String demand = Sentences.of(row.must());
    return switch (status) {
      case MET -> met(row, seen);
      case UNMET -> unmet(row, seen);
      case REFERRED -> row.isLeftToHub() ? demand : followed(unmet(row, seen), "The hub decides.");
      case EVIDENCE_MISSING -> followed(demand, questions(missing));
      case POLICY_SILENT -> followed(demand, "Ask the hub.");
    };
  }

  /** Joins two texts; the second is on a new line after a list. */
  private static String followed(String text, String next) {
    return text + (text.startsWith("•", text.lastIndexOf('\n') + 1) ? "\n" : " ") + next;
  }

  private static String met(Row row, List<Seen> seen) {
    List<String> clauses =
        clauses(row, seen.stream().filter(one -> one.text() != null).toList(), true);
    return clauses.isEmpty()
        ? Sentences.of(row.needed())
        : joined(clauses.get(0), clauses.subList(1, clauses.size()));
  }

  private static String unmet(Row row, List<Seen> seen) {
    return joined(
        row.must(),
        clauses(
            row,
            row.asksWhetherGiven()
                ? seen.stream().filter(one -> one.text() == null).toList()
                : seen,
            false));
  }

  /** Joins clauses to one sentence, or to several if it would be too long. */
  private static String joined(String first, List<String> further) {
    if (further.isEmpty()) {
      return Sentences.of(first);
    }
    String together = first + "; " + String.join("; ", further);
    return first.indexOf('\n') < 0 && together.split(" ").length <= MOST_WORDS
        ? Sentences.of(together)
        : followed(Sentences.of(first), further.stream().map(Sentences::of).collect(joining(" ")));
  }

  /** Returns a clause for each different value; people with the same value share one. */
  private static List<String> clauses(Row row, List<Seen> seen, boolean met) {
    Map<Wording, List<Seen>> byFact = new LinkedHashMap<>();
    for (Seen one : new LinkedHashSet<>(seen)) {
      if (!one.isSaidBy(seen)) {
        byFact.computeIfAbsent(one.wording(), wording -> new ArrayList<>()).add(one);
      }
    }
    boolean inShort = !met && row.wordings().size() == 1;
    List<String> clauses = new ArrayList<>();
    byFact.forEach(
        (wording, values) -> {
          boolean same = values.stream().map(Seen::read).distinct().count() == 1;
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
        });
    return clauses;
  }

  /** Returns the questions; those about the same people share their names. */
  private static String questions(List<MissingFact> missing) {
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
