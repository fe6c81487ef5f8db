package org.tfm.model.document;

import org.tfm.model.json.TfmJson;

/** An event of a work group that the headteacher or another senior leader can attend. */
@TfmJson.Strict
public enum HeadteacherEvent {
  /** The launch of the work group. */
  LAUNCH,
  /** The initial training. */
  INITIAL_TRAINING,
  /** The first workshop. */
  FIRST_WORKSHOP,
  /** The last workshop. */
  LAST_WORKSHOP,
  /** A session for senior leaders. */
  LEADERSHIP_SESSION,
  /** A networking event. */
  NETWORKING_EVENT,
  /** A meeting with the lead of the work group. */
  SPECIALIST_MEETING,
  /** The support visits to the school. */
  SUPPORT_VISITS
}
