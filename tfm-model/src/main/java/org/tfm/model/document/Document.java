package org.tfm.model.document;

import org.tfm.model.programme.Offering;
import org.tfm.model.school.PartialSchoolKind;

/**
 * A document that can be assessed: an application, a work group, or the progress of a year.
 *
 * <p>Immutable and thread-safe. Absent values are unknown.
 */
public sealed interface Document permits Application, WorkGroup, Progress {

  /** The offering that the document is about. */
  Offering offering();

  /** The answers to the questions of the policy; empty if there are none. */
  Answers answers();

  /** The kind of school, as far as it is known; unknown for a group, whose schools may differ. */
  default PartialSchoolKind schoolKind() {
    if (this instanceof Application application) {
      return application.school().kind();
    }
    return this instanceof Progress progress
        ? progress.school().kind()
        : PartialSchoolKind.unknown();
  }
}
