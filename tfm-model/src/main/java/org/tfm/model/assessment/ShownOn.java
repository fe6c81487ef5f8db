package org.tfm.model.assessment;

import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import org.tfm.model.document.Subject;
import org.tfm.model.style.Internal;
import org.tfm.model.term.Entitlement;
import org.tfm.model.term.PayUnit;

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

  private ShownOn() {}

  /** Returns the documents that a payment for a unit concerns: a group for group payments. */
  public static ImmutableSet<Subject> concerned(Optional<PayUnit> unit) {
    return unit.equals(Optional.of(PayUnit.WORK_GROUP)) ? A_GROUPS : A_SCHOOLS;
  }

  /** Returns the documents that are concerned and can answer the condition of an entitlement. */
  static ImmutableSet<Subject> subjects(Entitlement entitlement) {
    return concerned(entitlement.unit()).stream()
        .filter(subject -> entitlement.when().map(subject::canAnswer).orElse(true))
        .collect(ImmutableSet.toImmutableSet());
  }
}
