package org.tfm.model.term;

import static java.util.Objects.requireNonNull;

import org.tfm.model.json.TfmJson;

/**
 * The place of the rule that contributed a term.
 *
 * @param pack the id of the pack, such as {@code cheshire-wirral/2022-23}
 * @param file the file in the pack
 * @param line the first line of the rule, counted from 1
 */
@TfmJson.Strict
public record RulePlace(String pack, String file, int line) {
  /** Rejects null. */
  public RulePlace {
    requireNonNull(pack, "pack");
    requireNonNull(file, "file");
  }

  @Override
  public String toString() {
    return pack + "/" + file + ":" + line;
  }
}
