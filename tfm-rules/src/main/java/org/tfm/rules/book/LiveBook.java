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

  private final Supplier<PolicyBook> loader;
  private final Executor executor;
  private final Object oneAtATime = new Object();
  private volatile PolicyBook book;
  private volatile @Nullable RuntimeException failure;

  private LiveBook(Supplier<PolicyBook> loader, Executor executor) {
    this.loader = loader;
    this.executor = executor;
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
    return new LiveBook(requireNonNull(loader, "loader"), requireNonNull(executor, "executor"));
  }

  /** The current book; use one reference for the whole of a decision. */
  public PolicyBook book() {
    return book;
  }

  /** The failure of the last reload; empty if it succeeded. */
  public Optional<RuntimeException> lastFailure() {
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
        PolicyBook loaded = loader.get();
        book = loaded;
        failure = null;
        return loaded;
      } catch (RuntimeException e) {
        failure = e;
        throw e;
      }
    }
  }
}
