package org.tfm.model.document;

import org.tfm.model.json.TfmJson;

/** A role of a lead participant in the school. */
@TfmJson.Strict
public enum Role {
  /** Leads maths in the school. */
  MATHS_LEAD("Maths lead"),
  /** Leads a subject. */
  SUBJECT_LEADER("Subject leader"),
  /** A middle leader. */
  MIDDLE_LEADER("Middle leader"),
  /** A senior leader. */
  SENIOR_LEADER("Senior leader"),
  /** Leads intervention. */
  INTERVENTION_LEAD("Intervention lead"),
  /** Teaches a class. */
  CLASS_TEACHER("Class teacher"),
  /** A teaching assistant. */
  TEACHING_ASSISTANT("Teaching assistant"),
  /** The special educational needs co-ordinator. */
  SENCO("SENCO"),
  /** The headteacher. */
  HEADTEACHER("Headteacher"),
  /** A deputy headteacher. */
  DEPUTY_HEADTEACHER("Deputy headteacher"),
  /** Leads a phase of the school. */
  PHASE_LEADER("Phase leader"),
  /** Leads a key stage, in the school or in a department. */
  KEY_STAGE_LEAD("Key stage lead"),
  /** Leads a year group. */
  YEAR_GROUP_LEAD("Year group lead"),
  /** The second in a department. */
  SECOND_IN_DEPARTMENT("Second in department"),
  /** Leads teaching for mastery in the school. */
  MASTERY_LEAD("Mastery lead"),
  /** Teaches trainee teachers, at a university or another provider. */
  TEACHER_TRAINER("Tutor in teacher training"),
  /** Leads work with several schools, such as those of a trust. */
  SYSTEM_LEADER("System leader"),
  /** A specialist leader of education. */
  SPECIALIST_LEADER("Specialist leader of education"),
  /** A consultant, of an authority or on their own account. */
  CONSULTANT("Consultant"),
  /** Leads Work Groups. */
  WORK_GROUP_LEAD("Work Group lead");

  private final String title;

  Role(String title) {
    this.title = title;
  }

  /** The name of the role, such as {@code Maths lead}. */
  public String title() {
    return title;
  }
}
