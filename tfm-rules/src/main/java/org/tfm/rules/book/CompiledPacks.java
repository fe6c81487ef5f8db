package org.tfm.rules.book;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import com.google.common.hash.HashCode;
import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import java.util.Objects;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.rules.pack.Pack;
import org.tfm.rules.pack.PackFiles;

/**
 * The policies of the packs that this process compiled last, by what is in their files.
 *
 * <p>A policy is data and a pure function of the files, so the same files loaded again need no rule
 * engine. Held no longer than there is memory for it. Packs that are refused are not kept: what is
 * said of them names the folder. Thread-safe.
 */
final class CompiledPacks {

  private static final int MOST = 256;

  private static final Cache<HashCode, PackPolicy> KEPT =
      CacheBuilder.newBuilder().maximumSize(MOST).softValues().build();

  private CompiledPacks() {}

  /**
   * The policy of the pack of these files, whatever they are called in messages.
   *
   * @throws InvalidInputException with every problem of the pack, or if there is no rule engine
   */
  static PackPolicy policy(PackFiles files) {
    HashCode content = content(files);
    PackPolicy kept = KEPT.getIfPresent(content);
    if (kept != null) {
      return kept;
    }
    Pack pack = Pack.parse(files);
    RuleEngine.require();
    // Outside any lock: packs are compiled side by side, and of two equal ones the first is kept.
    PackPolicy compiled = PackCompiler.compile(pack);
    return Objects.requireNonNullElse(KEPT.asMap().putIfAbsent(content, compiled), compiled);
  }

  /** Every name and text, each with its length: so no two contents have one key. */
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
