package org.tfm.rules.book;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import com.google.common.hash.HashCode;
import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import java.util.Objects;
import java.util.function.LongConsumer;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.rules.pack.Pack;
import org.tfm.rules.pack.PackFiles;

/**
 * A cache of compiled packs, keyed by the contents of their files.
 *
 * <p>A policy is a pure function of the files, so loading the same files again needs no rule
 * engine. Entries are dropped when memory runs low. Invalid packs are not cached, because their
 * problems name the folder. Thread-safe.
 */
final class CompiledPacks {

  private static final int MOST = 256;

  /** A policy, and the work of compiling it. */
  private record Compiled(PackPolicy policy, long work) {}

  private static final Cache<HashCode, Compiled> CACHE =
      CacheBuilder.newBuilder().maximumSize(MOST).softValues().build();

  private CompiledPacks() {}

  /**
   * Returns the policy of a pack from the cache, or compiles it.
   *
   * @param allow is told the work of compiling the pack before it starts, also if it was done
   *     before; throws if that is too much
   * @throws InvalidInputException with all problems of the pack, or if there is no rule engine
   */
  static PackPolicy policy(PackFiles files, LongConsumer allow) {
    HashCode content = content(files);
    Compiled cached = CACHE.getIfPresent(content);
    if (cached != null) {
      allow.accept(cached.work());
      return cached.policy();
    }
    Pack pack = Pack.parse(files);
    RuleEngine.require();
    long work = PackCompiler.work(pack);
    allow.accept(work);
    // Not locked: packs compile in parallel, and the first of two equal results is cached.
    Compiled compiled = new Compiled(PackCompiler.compile(pack), work);
    return Objects.requireNonNullElse(CACHE.asMap().putIfAbsent(content, compiled), compiled)
        .policy();
  }

  /** The key: names and texts, each with its length, so different contents have different keys. */
  private static HashCode content(PackFiles files) {
    Hasher hasher = Hashing.sha256().newHasher();
    files
        .texts()
        .forEach(
            (file, text) -> {
              hasher.putInt(file.length()).putUnencodedChars(file);
              hasher.putInt(text.length()).putUnencodedChars(text);
            });
    return hasher.hash();
  }
}
