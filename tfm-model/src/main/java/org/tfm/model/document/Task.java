package org.tfm.model.document;

import org.tfm.model.json.TfmJson;

/** Work that a school or its participants complete in the year of a work group. */
@TfmJson.Strict
public enum Task {
  /** A plan for the school. */
  ACTION_PLAN,
  /** The tasks between the sessions. */
  GAP_TASKS,
  /** The lesson study with colleagues or other schools. */
  LESSON_STUDY,
  /** The observations of lessons. */
  LESSON_OBSERVATIONS,
  /** The changes tried in the participants' own classes. */
  CLASSROOM_TRIALS,
  /** The visits to other schools. */
  VISITS_TO_SCHOOLS,
  /** The reading. */
  READING,
  /** A presentation to the group or to the school. */
  PRESENTATION,
  /** The modules studied online. */
  ONLINE_MODULES,
  /** The contributions to the online community. */
  ONLINE_CONTRIBUTIONS,
  /** The log in which participants reflect on their work. */
  REFLECTIVE_LOG,
  /** A case study. */
  CASE_STUDY,
  /** The evidence for an accreditation. */
  PORTFOLIO,
  /** The work with other teachers of the school. */
  WORK_WITH_COLLEAGUES,
  /** The assessments of pupils. */
  PUPIL_ASSESSMENTS,
  /** The surveys. */
  SURVEYS,
  /** The reports that the hub asks for. */
  REPORTS,
  /** The evaluation. */
  EVALUATION,
  /** The planning of lessons with others. */
  COLLABORATIVE_PLANNING,
  /** The interviews of pupils. */
  PUPIL_INTERVIEWS,
  /** The scrutiny of pupils' work. */
  WORK_SCRUTINY,
  /** The evidence of the impact on pupils. */
  EVIDENCE_OF_IMPACT,
  /** The visits of others to the school. */
  HOSTED_VISITS
}
