package org.tfm.model.comparison;

/** How a term differs between two policies. */
public enum ChangeKind {
  /** Only the later policy has it. */
  ADDED,
  /** Only the earlier policy has it. */
  REMOVED,
  /** Both have it, and it says something else. */
  CHANGED
}
