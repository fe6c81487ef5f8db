package org.tfm.testkit;

import org.tfm.model.assessment.Assessment;
import org.tfm.model.assessment.Terms;
import org.tfm.model.programme.Offering;
import org.tfm.model.school.PartialSchoolKind;

/** What is under test: whatever answers with terms. */
interface Policy {

  /** What it says for an offering and what is known of a school's kind. */
  Terms terms(Offering offering, PartialSchoolKind kind);

  /** A document assessed. */
  default Assessment assess(Document document) {
    return document.assess(terms(document.offering(), document.kind()));
  }
}
