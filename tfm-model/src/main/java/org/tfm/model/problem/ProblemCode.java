package org.tfm.model.problem;

import com.fasterxml.jackson.annotation.JsonFormat;

/**
 * The kind of a problem. Programs can rely on the code; messages may change.
 *
 * <p>The list is closed. A code keeps its name and meaning.
 */
@JsonFormat(shape = JsonFormat.Shape.STRING)
public enum ProblemCode {
  /** The text is not in the expected notation, or is incomplete. */
  MALFORMED,
  /** A limit is exceeded: bytes, entries, levels, problems. */
  TOO_MUCH,
  /** Something required is missing: a value, a column, a part of a rule. */
  MISSING,
  /** An unknown key, column or option. */
  UNKNOWN_KEY,
  /** An unknown hub, type, source, fact, pack or choice. */
  UNKNOWN_WORD,
  /** A value of the wrong type. */
  WRONG_TYPE,
  /** A value of the right type that is not valid: too small, malformed, refused. */
  INVALID_VALUE,
  /** Something that may appear only once appears twice. */
  DUPLICATE,
  /** Values that contradict each other. */
  CONTRADICTION,
  /** Something that is not allowed here, because it is unsafe or has no meaning. */
  NOT_ALLOWED,
  /** There is no policy for the offering. */
  NO_POLICY,
  /** A pack loosens a term that the pack it extends protects. */
  PROTECTED_TERM,
  /** Personal data where it would be kept. */
  PERSONAL_VALUE,
  /** A file or folder does not exist, or is not of the expected type. */
  NOT_FOUND,
  /** A file or folder cannot be read. */
  NOT_READABLE,
  /** A file or folder cannot be written. */
  NOT_WRITABLE,
  /** A fault of the program, not of the input. */
  FAULT
}
