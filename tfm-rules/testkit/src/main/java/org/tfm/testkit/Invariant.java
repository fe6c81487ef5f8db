package org.tfm.testkit;

/** The properties that hold for every policy. */
public enum Invariant {
  /** A decided finding, and an entitlement that is firm or not due, stays so. */
  KNOWLEDGE_IS_MONOTONE("a settled result never changes when more is known"),
  /** Payments and charges never exceed those that the policy states for all possible schools. */
  ENTITLEMENTS_KEEP_TO_THEIR_TERM("an entitlement never exceeds its term"),
  /** Assessing a document again, or a copy of it from JSON, gives the same bytes. */
  ANSWERS_ARE_DETERMINISTIC("the same document always gives the same bytes"),
  /** Every kind of school has terms, and no term of it is unsettled. */
  EVERY_KIND_IS_ANSWERED("every kind of school has settled terms"),
  /** The policy refuses and gives at least as much as the protected terms of extended packs. */
  PROTECTED_TERMS_ARE_KEPT("a protected term of an extended pack is kept or made stricter"),
  /** Verdicts and findings do not depend on the order of people, schools or history. */
  ORDER_CHANGES_NOTHING("the order of people, schools and history makes no difference"),
  /** More release time never makes the verdict worse. */
  MORE_RELEASE_IS_NEVER_WORSE("more release time never makes the verdict worse");

  private final String sentence;

  Invariant(String sentence) {
    this.sentence = sentence;
  }

  /** The invariant as a clause, without a capital letter or full stop. */
  public String sentence() {
    return sentence;
  }
}
