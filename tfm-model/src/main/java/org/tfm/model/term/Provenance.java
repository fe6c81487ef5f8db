package org.tfm.model.term;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.tfm.model.json.TfmJson;

/**
 * The rule that a term comes from, and the rules that it replaces.
 *
 * @param pack the id of the pack, such as {@code cheshire-wirral/2022-23}
 * @param file the file in the pack
 * @param line the first line of the rule, counted from 1
 * @param replaces the replaced rules of base packs, nearest first
 * @param derogation the source that allows the term to be less strict than the protected term it
 *     replaces; absent if not needed
 */
@TfmJson.Strict
public record Provenance(
    String pack,
    String file,
    int line,
    ImmutableList<RulePlace> replaces,
    Optional<Citation> derogation) {
  /** Rejects null. */
  public Provenance {
    requireNonNull(pack, "pack");
    requireNonNull(file, "file");
    requireNonNull(replaces, "replaces");
    requireNonNull(derogation, "derogation");
  }

  /** Returns the provenance of a rule that replaces nothing. */
  public static Provenance of(String pack, String file, int line) {
    requireNonNull(pack, "pack");
    requireNonNull(file, "file");
    return new Provenance(pack, file, line, ImmutableList.of(), Optional.empty());
  }

  /** The place of the rule. */
  public RulePlace rule() {
    return new RulePlace(pack, file, line);
  }

  /** Returns this provenance, with another rule and all its replaced rules as replaced. */
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
