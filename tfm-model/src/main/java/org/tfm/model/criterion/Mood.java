package org.tfm.model.criterion;

/** How strongly a clause is put: as a statement, a duty, an expectation or a wish. */
public enum Mood {
  /** It is so. */
  IS("is", "is not", "includes", "does not include"),
  /** It must be so. */
  MUST("must be", "must not be", "must include", "must not include"),
  /** It should be so. */
  SHOULD("should be", "should not be", "should include", "should not include"),
  /** Ideally it is so. */
  IDEALLY("is ideally", "is ideally not", "ideally includes", "ideally does not include");

  private final String be;
  private final String beNot;
  private final String include;
  private final String includeNot;

  Mood(String be, String beNot, String include, String includeNot) {
    this.be = be;
    this.beNot = beNot;
    this.include = include;
    this.includeNot = includeNot;
  }

  String be(boolean negated) {
    return negated ? beNot : be;
  }

  String include(boolean negated) {
    return negated ? includeNot : include;
  }
}
