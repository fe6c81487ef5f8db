package org.tfm.rules.book;

/**
 * Is told of each reload of a live book, for metrics and logs; the library itself logs nothing.
 *
 * <p>Calls come on the thread that reloads, one after another. What a listener throws reaches those
 * who wait for the reload.
 */
public interface ReloadListener {

  /** Called after a live book has replaced its book by this one. */
  void reloaded(PolicyBook book);

  /** Called after a reload failed; the live book keeps its book. */
  void reloadFailed(Throwable failure);
}
