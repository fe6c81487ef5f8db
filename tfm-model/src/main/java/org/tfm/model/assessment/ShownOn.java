package org.tfm.model.assessment;

import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import org.tfm.model.criterion.Criterion;
import org.tfm.model.document.Facts;
import org.tfm.model.document.Subject;
import org.tfm.model.style.Internal;
import org.tfm.model.term.Entitlement;
import org.tfm.model.term.PayUnit;
import org.tfm.model.term.Term;

/**
 * Determines the types of document that show an entitlement.
 *
 * @hidden
 */
@Internal
public final class ShownOn {

  private static final ImmutableSet<Subject> A_SCHOOLS = ImmutableSet.of(Subject.APPLICATION);
  private static final ImmutableSet<Subject> A_GROUPS =
      ImmutableSet.of(Subject.APPLICATION, Subject.GROUP);
  private static final ImmutableSet<Subject> OF_YEAR =
      ImmutableSet.of(Subject.APPLICATION, Subject.PROGRESS);

  private ShownOn() {}

  /**
   * Returns the documents that can answer the condition of a payment for a unit; empty if none can.
   */
  public static ImmutableSet<Subject> answering(Optional<PayUnit> unit, Criterion condition) {
    ImmutableSet.Builder<Subject> answering = ImmutableSet.builder();
    concerned(unit).stream()
        .filter(subject -> subject.canAnswer(condition))
        .forEach(answering::add);
    if (isOfYear(unit, condition) && Subject.PROGRESS.canAnswer(condition)) {
      answering.add(Subject.PROGRESS);
    }
    return answering.build();
  }

  /** Whether a condition depends on what happens in the year, which progress records. */
  public static boolean isOfYear(Optional<PayUnit> unit, Criterion condition) {
    return !isOfGroup(unit) && condition.facts().stream().anyMatch(Facts::isOfYear);
  }

  private static boolean isOfGroup(Optional<PayUnit> unit) {
    return unit.equals(Optional.of(PayUnit.WORK_GROUP));
  }

  /** Returns the documents that a payment for a unit concerns: a group for group payments. */
  private static ImmutableSet<Subject> concerned(Optional<PayUnit> unit) {
    return isOfGroup(unit) ? A_GROUPS : A_SCHOOLS;
  }

  /**
   * Returns the documents that show an entitlement: those that can answer its condition, and the
   * application, which waits for the year, if the progress of the year can. Only applications show
   * a priority.
   */
  static ImmutableSet<Subject> subjects(Term term) {
    if (!(term instanceof Entitlement entitlement)) {
      return A_SCHOOLS;
    }
    if (entitlement.when().isEmpty()) {
      return concerned(entitlement.unit());
    }
    ImmutableSet<Subject> answering = answering(entitlement.unit(), entitlement.when().get());
    return answering.contains(Subject.PROGRESS) ? OF_YEAR : answering;
  }
}
