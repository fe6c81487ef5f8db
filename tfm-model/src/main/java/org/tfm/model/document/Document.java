package org.tfm.model.document;

import org.tfm.model.programme.Offering;
import org.tfm.model.school.PartialSchoolKind;

/**
 * What can be assessed: an application, a work group, or the progress of a year.
 *
 * <p>Immutable and thread-safe. Whatever is absent is unknown.
 */
public sealed interface Document permits Application, WorkGroup, Progress {

  /** What the document is about: a hub's work groups of one type and academic year. */
  Offering offering();

  /** Answers to the questions of the policy; empty where none was given. */
  Answers answers();

  /** What is known of the kind of school it is about; nothing for a group, whose schools differ. */
  default PartialSchoolKind schoolKind() {
    if (this instanceof Application application) {
      return application.school().kind();
    }
    return this instanceof Progress progress
        ? progress.school().kind()
        : PartialSchoolKind.unknown();
  }
}
