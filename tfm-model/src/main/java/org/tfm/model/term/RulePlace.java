package org.tfm.model.term;

/**
 * The rule that contributed a term.
 *
 * @param pack the id of the pack, such as {@code cheshire-wirral/2022-23}
 * @param file the file in the pack
 * @param line the line at which the rule starts, from 1
 */
public record RulePlace(String pack, String file, int line) {

  @Override
  public String toString() {
    return pack + "/" + file + ":" + line;
  }
}
