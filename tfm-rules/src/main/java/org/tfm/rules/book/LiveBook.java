package org.tfm.rules.book;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A policy book that a running system can reload.
 *
 * <p>A reload builds a new book in the background and then replaces the current one atomically.
 * Decisions in progress keep the book that they started with. If the new book cannot be built, the
 * current one stays in use and {@link #lastFailure} gives the reason. Thread-safe.
 */
public final class LiveBook {

  private static final ReloadListener NOBODY =
      new ReloadListener() {
        @Override
        public void reloaded(PolicyBook book) {}

        @Override
        public void reloadFailed(Throwable failure) {}
      };

  private final Supplier<PolicyBook> loader;
  private final Executor executor;
  private final ReloadListener listener;
  private final Object oneAtATime = new Object();
  private volatile PolicyBook book;
  private volatile @Nullable Throwable failure;

  private LiveBook(Supplier<PolicyBook> loader, Executor executor, ReloadListener listener) {
    this.loader = loader;
    this.executor = executor;
    this.listener = listener;
    this.book = loader.get();
  }

  /**
   * Loads a live book and returns it.
   *
   * @param loader builds a book, for example with {@link PolicyBook#builder}
   * @param executor runs the reloads
   * @throws RuntimeException if the loader throws it on this first load
   */
  public static LiveBook open(Supplier<PolicyBook> loader, Executor executor) {
    return open(loader, executor, NOBODY);
  }

  /**
   * Loads a live book that tells a listener of each reload; for decisions, set the listener of the
   * books too.
   *
   * @param loader builds a book, for example with {@link PolicyBook#builder}
   * @param executor runs the reloads
   * @param listener is told of each reload, but not of this first load
   * @throws RuntimeException if the loader throws it on this first load
   */
  public static LiveBook open(
      Supplier<PolicyBook> loader, Executor executor, ReloadListener listener) {
    return new LiveBook(
        requireNonNull(loader, "loader"),
        requireNonNull(executor, "executor"),
        requireNonNull(listener, "listener"));
  }

  /** The current book; use one reference for the whole of a decision. */
  public PolicyBook book() {
    return book;
  }

  /** The failure of the last reload, also one of the machine; empty if it succeeded. */
  public Optional<Throwable> lastFailure() {
    return Optional.ofNullable(failure);
  }

  /**
   * Reloads the book in the background. Reloads run one after another.
   *
   * @return a future that completes with the new book once it is in use, or with the exception of
   *     the loader
   */
  public CompletableFuture<PolicyBook> reload() {
    return CompletableFuture.supplyAsync(this::swap, executor);
  }

  /** Describes the current book and says whether the last reload failed. */
  @Override
  public String toString() {
    return "LiveBook with " + book + (failure == null ? "" : "; the last reload failed");
  }

  private PolicyBook swap() {
    synchronized (oneAtATime) {
      try {
        book = loader.get();
        failure = null;
      } catch (RuntimeException | Error e) {
        failure = e;
        listener.reloadFailed(e);
        throw e;
      }
      listener.reloaded(book);
      return book;
    }
  }
}
