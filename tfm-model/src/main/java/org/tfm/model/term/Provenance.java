package org.tfm.model.term;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.Optional;

/**
 * Where a term comes from.
 *
 * @param pack the id of the pack, such as {@code cheshire-wirral/2022-23}
 * @param file the file in the pack
 * @param line the line at which the rule starts, from 1
 * @param replaces the rules of underlying packs whose term this one took the place of, nearest
 *     first
 * @param derogation the source that allows the term to be less strict than a protected one it took
 *     the place of; absent where none is needed
 */
public record Provenance(
    String pack,
    String file,
    int line,
    ImmutableList<RulePlace> replaces,
    Optional<Citation> derogation) {
  /** Refuses null. */
  public Provenance {
    requireNonNull(pack, "pack");
    requireNonNull(file, "file");
    requireNonNull(replaces, "replaces");
    requireNonNull(derogation, "derogation");
  }

  /** The place of a rule that replaces nothing. */
  public static Provenance of(String pack, String file, int line) {
    requireNonNull(pack, "pack");
    requireNonNull(file, "file");
    return new Provenance(pack, file, line, ImmutableList.of(), Optional.empty());
  }

  /** The place of the rule itself. */
  public RulePlace rule() {
    return new RulePlace(pack, file, line);
  }

  /** The same rule, now in the place of an underlying one and of all that it had replaced. */
  public Provenance replacing(Provenance other) {
    requireNonNull(other, "other");
    return new Provenance(
        pack,
        file,
        line,
        ImmutableList.<RulePlace>builder()
            .addAll(replaces)
            .add(other.rule())
            .addAll(other.replaces)
            .build(),
        derogation);
  }
}
