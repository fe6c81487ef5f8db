package org.tfm.register;

/** The problem of a row. */
final class BadRowException extends Exception {

  private static final long serialVersionUID = 1L;

  private final String what;

  BadRowException(String what) {
    super(what, null, false, false);
    this.what = what;
  }

  /** The problem; it quotes only codes and numbers. */
  String what() {
    return what;
  }
}
