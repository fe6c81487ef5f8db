package org.tfm.examples.batch;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;

/** Work on several threads whose results come out in the order in which it went in. */
final class OrderedPipeline {

  /** Parts waiting or done for each thread, so that none idles while a result is handed on. */
  private static final int PARTS_FOR_EACH_THREAD = 2;

  private OrderedPipeline() {}

  /**
   * Takes each part, works on it and hands the result on.
   *
   * <p>Parts are taken, and results handed on, on the calling thread; only the work is done on
   * others. The first failure of any of the three ends it, and is thrown.
   *
   * @param work thread-safe; throws unchecked exceptions only
   */
  static <A, B> void run(Iterator<A> parts, int threads, Function<A, B> work, Consumer<B> results) {
    ExecutorService workers =
        Executors.newFixedThreadPool(
            threads,
            task -> {
              Thread thread = new Thread(task, "batch");
              thread.setDaemon(true);
              return thread;
            });
    try {
      Deque<CompletableFuture<B>> waiting = new ArrayDeque<>();
      while (parts.hasNext()) {
        A part = parts.next();
        waiting.add(CompletableFuture.supplyAsync(() -> work.apply(part), workers));
        if (waiting.size() >= threads * PARTS_FOR_EACH_THREAD) {
          results.accept(result(waiting.remove()));
        }
      }
      while (!waiting.isEmpty()) {
        results.accept(result(waiting.remove()));
      }
    } finally {
      workers.shutdownNow();
    }
  }

  private static <B> B result(CompletableFuture<B> future) {
    try {
      return future.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }
}
