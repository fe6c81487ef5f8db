package org.tfm.model.assessment;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import org.tfm.model.term.Aspect;
import org.tfm.model.term.Requirement;

/**
 * An assessment without explanation: the verdicts, and the status of each requirement.
 *
 * <p>For bulk work: the same results as an {@link Assessment}, at a fraction of the cost. Immutable
 * and thread-safe.
 */
public final class Statuses {

  private final SortedTerms.OfDocument on;
  private final Verdict verdict;
  private final Verdict[] ofAspects;
  private final Status[] statuses;

  /**
   * Takes the verdicts in the order of the aspects, and the statuses in that of the requirements.
   */
  Statuses(SortedTerms.OfDocument on, Verdict verdict, Verdict[] ofAspects, Status[] statuses) {
    this.on = on;
    this.verdict = verdict;
    this.ofAspects = ofAspects;
    this.statuses = statuses;
  }

  /** The verdict on the document as a whole. */
  public Verdict verdict() {
    return verdict;
  }

  /** Returns the verdict on an aspect; not stated if the document is not assessed on it. */
  public Verdict verdict(Aspect aspect) {
    requireNonNull(aspect, "aspect");
    for (int i = 0; i < ofAspects.length; i++) {
      if (on.aspects().get(i).aspect() == aspect) {
        return ofAspects[i];
      }
    }
    return Verdict.NOT_STATED;
  }

  /** The requirements, in the order of the findings of an assessment. */
  public ImmutableList<Requirement> requirements() {
    return on.requirements();
  }

  /**
   * Returns the status of a requirement.
   *
   * @param place its index in {@link #requirements}
   * @throws IndexOutOfBoundsException if there is no such index
   */
  public Status status(int place) {
    return statuses[place];
  }

  /** Whether verdicts, requirements and statuses are equal. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Statuses that
        && verdict == that.verdict
        && Arrays.equals(ofAspects, that.ofAspects)
        && Arrays.equals(statuses, that.statuses)
        && on.requirements().equals(that.on.requirements());
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(statuses);
  }

  /** The verdict and the statuses. */
  @Override
  public String toString() {
    return verdict + " " + Arrays.toString(statuses);
  }
}
