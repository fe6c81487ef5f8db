package org.tfm.testkit;

import org.tfm.model.assessment.Assessment;
import org.tfm.model.assessment.Terms;
import org.tfm.model.programme.Offering;
import org.tfm.model.school.PartialSchoolKind;

/** The policy under test. */
interface Policy {

  /** Returns the terms for an offering and a partly known kind of school. */
  Terms terms(Offering offering, PartialSchoolKind kind);

  /** Assesses a document. */
  default Assessment assess(Document document) {
    return document.assess(terms(document.offering(), document.kind()));
  }
}
