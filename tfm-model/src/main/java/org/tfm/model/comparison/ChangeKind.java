package org.tfm.model.comparison;

import org.tfm.model.json.TfmJson;

/** The kind of difference of a term between two policies. */
@TfmJson.Strict
public enum ChangeKind {
  /** Only the later policy has it. */
  ADDED,
  /** Only the earlier policy has it. */
  REMOVED,
  /** Both have it, with different content. */
  CHANGED
}
