package org.tfm.model.problem;

/**
 * The sort of a problem: what a program may rely on, whatever the words are.
 *
 * <p>A closed list. A code keeps its name and its meaning.
 */
public enum ProblemCode {
  /** The text is not in the notation that was expected, or breaks off. */
  MALFORMED,
  /** There is more of something than is read: bytes, entries, levels, problems. */
  TOO_MUCH,
  /** Something that is needed is not there: a value, a column, a part of a rule. */
  MISSING,
  /** A key, a column or an option that nothing reads. */
  UNKNOWN_KEY,
  /** A word that names nothing: no hub, type, source, fact, pack or choice. */
  UNKNOWN_WORD,
  /** A value of another sort than was expected. */
  WRONG_TYPE,
  /** A value of the expected sort that cannot be: too small, not of this form, refused. */
  INVALID_VALUE,
  /** Something that may be there once is there twice. */
  DUPLICATE,
  /** Values that do not suit each other, each of which could be right. */
  CONTRADICTION,
  /** Something that is not allowed here, because it could do harm or has no meaning. */
  NOT_ALLOWED,
  /** No policy is at hand for what was asked. */
  NO_POLICY,
  /** A pack makes looser what the pack it extends protects. */
  PROTECTED_TERM,
  /** A value about a person in a place that is kept. */
  PERSONAL_VALUE,
  /** A file or folder is not there, or is not what it should be. */
  NOT_FOUND,
  /** A file or folder cannot be read. */
  NOT_READABLE,
  /** A file or folder cannot be written. */
  NOT_WRITABLE
}
