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

  /** Returns a clause as a sentence, with a capital and a full stop. */
  static String sentence(String clause) {
    StringBuilder sentence = new StringBuilder(clause.length() + 1).append(clause);
    return ended(sentence, isList(clause));
  }

  private static String ended(StringBuilder clause, boolean isList) {
    clause.setCharAt(0, Character.toUpperCase(clause.charAt(0)));
    if (!isList && ".?!…".indexOf(clause.charAt(clause.length() - 1)) < 0) {
      clause.append('.');
    }
    return clause.toString();
  }

  /** Returns the number of spaces, which is one less than that of the words. */
  static int spaces(String text) {
    int spaces = 0;
    for (int i = text.indexOf(' '); i >= 0; i = text.indexOf(' ', i + 1)) {
      spaces++;
    }
    return spaces;
  }

  /** Joins two texts; the second is on a new line after a list. */
  private static String followed(String text, String next) {
    return text + (isList(text) ? "\n" : " ") + next;
  }

  private static boolean isList(String text) {
    return text.startsWith("•", text.lastIndexOf('\n') + 1);
  }

  private static String met(Row row, List<Seen> seen) {
    List<String> clauses = Clauses.of(row, only(seen, true), true);
    return clauses.isEmpty()
        ? sentence(row.needed())
        : joined(clauses.get(0), clauses.subList(1, clauses.size()));
  }

  private static String unmet(Row row, List<Seen> seen) {
    List<String> clauses =
        Clauses.of(row, row.asksWhetherGiven() ? only(seen, false) : seen, false);
    return clauses.isEmpty() ? row.demand() : joined(row.must(), clauses);
  }

  /** Returns the values that are given, or those that are not. */
  private static List<Seen> only(List<Seen> seen, boolean given) {
    if (seen.size() == 1) {
      return (seen.get(0).text() != null) == given ? seen : List.of();
    }
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
      return sentence(first);
    }
    StringBuilder all = new StringBuilder(200);
    if (first.indexOf('\n') < 0 && isShort(first, further)) {
      all.append(first);
      for (String clause : further) {
        all.append("; ").append(clause);
      }
      return ended(all, false);
    }
    for (String clause : further) {
      all.append(all.isEmpty() ? "" : " ").append(sentence(clause));
    }
    return followed(sentence(first), all.toString());
  }

  /** Whether clauses are short enough for one sentence. */
  private static boolean isShort(String first, List<String> further) {
    int words = spaces(first) + 1;
    for (String clause : further) {
      words += spaces(clause) + 1;
    }
    return words <= MOST_WORDS;
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
                    people.contains("") ? "" : " for " + Layout.people(List.copyOf(people)),
                    names -> new LinkedHashSet<>())
                .add(question));
    return questions.entrySet().stream()
        .map(one -> "Please answer" + one.getKey() + ": " + String.join(" ", one.getValue()))
        .collect(joining(" "));
  }
}
