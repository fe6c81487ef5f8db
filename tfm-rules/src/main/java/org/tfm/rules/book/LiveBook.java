package org.tfm.rules.book;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The book that a running system decides with, and that can be reloaded while it does.
 *
 * <p>A reload builds a whole new book in the background and then swaps one reference. Decisions in
 * flight keep the book they started with. If the new book cannot be built, the old one stays, and
 * {@link #lastFailure} says why. Thread-safe.
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
   * A live book, loaded before this returns.
   *
   * @param loader builds a book, as with {@link PolicyBook#builder}
   * @param executor runs reloads
   * @throws RuntimeException whatever the loader throws; there is no old book to keep
   */
  public static LiveBook open(Supplier<PolicyBook> loader, Executor executor) {
    return new LiveBook(requireNonNull(loader, "loader"), requireNonNull(executor, "executor"));
  }

  /** The book of this moment; hold on to it for as long as one decision takes. */
  public PolicyBook book() {
    return book;
  }

  /** Why the last reload failed; empty if it did not. */
  public Optional<RuntimeException> lastFailure() {
    return Optional.ofNullable(failure);
  }

  /**
   * Reloads the book in the background. Reloads run one after the other.
   *
   * @return completes with the new book once it is in use, or with what the loader threw
   */
  public CompletableFuture<PolicyBook> reload() {
    return CompletableFuture.supplyAsync(this::swap, executor);
  }

  /** The book of this moment, and whether the last reload failed. */
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
