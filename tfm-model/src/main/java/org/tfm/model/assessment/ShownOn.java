package org.tfm.model.assessment;

import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import org.tfm.model.document.Subject;
import org.tfm.model.style.Internal;
import org.tfm.model.term.Entitlement;
import org.tfm.model.term.PayUnit;

/**
 * The sorts of document on which an entitlement is shown.
 *
 * @hidden
 */
@Internal
public final class ShownOn {

  private static final ImmutableSet<Subject> A_SCHOOLS = ImmutableSet.of(Subject.APPLICATION);
  private static final ImmutableSet<Subject> A_GROUPS =
      ImmutableSet.of(Subject.APPLICATION, Subject.GROUP);

  private ShownOn() {}

  /** The documents that what is paid for each of this unit concerns: a group what is a group's. */
  public static ImmutableSet<Subject> concerned(Optional<PayUnit> unit) {
    return unit.equals(Optional.of(PayUnit.WORK_GROUP)) ? A_GROUPS : A_SCHOOLS;
  }

  /** The documents that are concerned, and can answer what the entitlement waits for. */
  static ImmutableSet<Subject> subjects(Entitlement entitlement) {
    return concerned(entitlement.unit()).stream()
        .filter(subject -> entitlement.when().map(subject::canAnswer).orElse(true))
        .collect(ImmutableSet.toImmutableSet());
  }
}
