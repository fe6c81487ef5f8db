package org.tfm.examples.bench.contest;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import org.tfm.model.assessment.Status;
import org.tfm.model.assessment.Verdict;
import org.tfm.model.criterion.ForMembers;
import org.tfm.model.criterion.HubDecides;
import org.tfm.model.criterion.MissingFact;
import org.tfm.model.criterion.Provided;
import org.tfm.model.term.Requirement;

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
 * @param demand the same as a sentence
 * @param wordings the words for its facts
 * @param isOfAll whether it is about every person
 */
public record Row(
    int number,
    Requirement term,
    Condition holdsFor,
    ImmutableMap<Status, Condition> cases,
    Verdict worst,
    String needed,
    String must,
    String demand,
    ImmutableList<Wording> wordings,
    boolean isOfAll) {

  /** Whether it applies to some schools only. */
  boolean isForSome() {
    return !holdsFor.equals(new Condition.Constant(true));
  }

  /** Whether it leaves the decision to the hub. */
  boolean isLeftToHub() {
    return term.criterion() instanceof HubDecides;
  }

  /** Whether it asks of each person whether a fact is given. */
  boolean asksWhetherGiven() {
    return term.criterion() instanceof ForMembers each && each.criterion() instanceof Provided;
  }

  /** The words for a fact, by its index among the facts of the criterion. */
  public Wording wording(int fact) {
    return wordings.get(fact);
  }

  /** Returns a finding without a value. */
  public Found found(Status status, ImmutableList<MissingFact> missing) {
    return new Found(this, status, Seen.NOT_GIVEN, ImmutableList.of(), missing, null);
  }

  /** Returns a finding with one value. */
  public Found found(Status status, Seen seen, ImmutableList<MissingFact> missing) {
    return new Found(this, status, seen.read(), ImmutableList.of(seen), missing, null);
  }

  /** Returns a finding with several values. */
  public Found found(Status status, Reads reads) {
    ImmutableList<Seen> seen = reads.seen();
    return new Found(
        this,
        status,
        asksWhetherGiven() ? Reads.given(seen) : Reads.text(seen),
        seen,
        status == Status.MET ? Layout.NOTHING : reads.missing(),
        null);
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
