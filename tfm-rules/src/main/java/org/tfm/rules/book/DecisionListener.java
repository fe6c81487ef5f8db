package org.tfm.rules.book;

/**
 * Is told of each decision of a book and of each reload of a live book, for metrics and audit logs.
 *
 * <p>The library itself logs nothing. Calls come on the thread that decides or reloads, and must be
 * safe on several threads at once. What a listener throws reaches the caller: a decision that
 * cannot be audited is not given.
 */
public interface DecisionListener {

  /**
   * Called after a decision was made and before it is returned.
   *
   * <p>The document of the decision has personal data; {@link Decision#record} has none.
   */
  default void decided(Decision decision) {}

  /** Called after a live book has replaced its book by this one. */
  default void reloaded(PolicyBook book) {}

  /** Called after a reload failed; the live book keeps its book. */
  default void reloadFailed(Throwable failure) {}
}
