package org.tfm.rules.book;

/**
 * Is told of each decision of a book, for metrics and audit logs; the library itself logs nothing.
 *
 * <p>Calls come on the thread that decides, and must be safe on several threads at once. What a
 * listener throws reaches the caller: a decision that cannot be audited is not given.
 */
@FunctionalInterface
public interface DecisionListener {

  /**
   * Called after a decision was made and before it is returned.
   *
   * <p>The document of the decision has personal data; {@link Decision#record} has none.
   */
  void decided(Decision decision);
}
