package org.tfm.testkit;

/** What must hold of every policy, whatever it says. */
public enum Invariant {
  /** A finding that is decided, and an entitlement that is firm or not due, stays so. */
  KNOWLEDGE_IS_MONOTONE("what is decided stays decided when more is known"),
  /** No more is paid, and no more charged, than the policy states for every school that fits. */
  ENTITLEMENTS_KEEP_TO_THEIR_TERM("an entitlement never exceeds what its term states"),
  /** Assessed twice, and after a journey as JSON, a document gets the same bytes. */
  ANSWERS_ARE_DETERMINISTIC("the same document gets the same bytes"),
  /** No kind of school is without terms, and none leaves a term unsettled. */
  EVERY_KIND_IS_ANSWERED("every kind of school is answered"),
  /** What a protected term of a base refuses or gives, the policy refuses or gives too. */
  PROTECTED_TERMS_ARE_KEPT("a protected term of a base is kept, or made stricter"),
  /** Neither verdicts nor findings depend on the order of people, schools or history. */
  ORDER_CHANGES_NOTHING("the order of people, schools and history changes nothing"),
  /** The verdict never gets worse by release time. */
  MORE_RELEASE_IS_NEVER_WORSE("more release never makes a school less acceptable");

  private final String sentence;

  Invariant(String sentence) {
    this.sentence = sentence;
  }

  /** The invariant as a clause without capital and full stop. */
  public String sentence() {
    return sentence;
  }
}
