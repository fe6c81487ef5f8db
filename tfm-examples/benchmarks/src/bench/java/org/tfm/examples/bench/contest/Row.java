package org.tfm.examples.bench.contest;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.tfm.model.assessment.Status;
import org.tfm.model.assessment.Verdict;
import org.tfm.model.criterion.MissingFact;
import org.tfm.model.term.Requirement;
import org.tfm.model.term.Sentences;

/**
 * A requirement of an offering, with the common parts of its findings.
 *
 * @param number its index in the policy
 * @param term the term that it comes from
 * @param holdsFor the condition on the schools that it applies to, whose type is known
 * @param cases the conditions for the statuses; at most one holds
 * @param worst the worst verdict that it can lead to while it is open
 * @param needed the demand in plain English
 * @param must the demand with its strength
 */
public record Row(
    int number,
    Requirement term,
    Condition holdsFor,
    ImmutableMap<Status, Condition> cases,
    Verdict worst,
    String needed,
    String must) {

  /** Whether it applies to some schools only. */
  boolean isForSome() {
    return !holdsFor.equals(new Condition.Constant(true));
  }

  /** Returns a finding. */
  public Found found(Status status, String read, ImmutableList<MissingFact> missing) {
    return new Found(this, status, read, missing);
  }

  String sentence(Status status, String read, List<MissingFact> missing) {
    return switch (status) {
      case MET -> Sentences.of(needed + ": " + read);
      case UNMET ->
          missing.isEmpty()
              ? Sentences.of(must + "; read: " + read)
              : Sentences.of(must + "; read: " + read + ". To be given: " + questions(missing));
      case REFERRED -> Sentences.of("the hub decides: " + must + "; read: " + read);
      case EVIDENCE_MISSING -> Sentences.of(must + ". Still to be said: " + questions(missing));
      case POLICY_SILENT -> Sentences.of(must + "; ask the hub");
    };
  }

  private static String questions(List<MissingFact> missing) {
    if (missing.size() == 1) {
      return question(missing.get(0));
    }
    Set<String> questions = new LinkedHashSet<>();
    for (MissingFact fact : missing) {
      questions.add(question(fact));
    }
    return String.join(" ", questions);
  }

  private static String question(MissingFact fact) {
    return fact.of().isEmpty() ? fact.question() : fact.of() + ": " + fact.question();
  }

  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
