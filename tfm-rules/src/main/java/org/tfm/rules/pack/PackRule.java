package org.tfm.rules.pack;

import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.util.Optional;
import org.tfm.model.style.Internal;
import org.tfm.model.term.Citation;

/**
 * A rule of a pack, with its place in the file and its source.
 *
 * @param packageName the package of its file in the rule engine
 * @param name the name, unique in the file
 * @param file the file in the pack
 * @param line the line on which it starts, from 1
 * @param citation the source, with the reading
 * @param guarded whether its terms are protected: an extending pack may only make them stricter
 * @param derogation the source that allows it to relax a protected term that it replaces
 * @param from the first day on which it is in force; absent if it has none
 * @param until the last day on which it is in force; absent if it has none
 * @param asks the properties of a kind of school that its when-part uses
 * @hidden
 */
@Internal
public record PackRule(
    String packageName,
    String name,
    String file,
    int line,
    Citation citation,
    boolean guarded,
    Optional<Citation> derogation,
    Optional<LocalDate> from,
    Optional<LocalDate> until,
    ImmutableSet<String> asks) {

  /** The start of all packages in the rule engine; it keeps them apart from any Java name. */
  public static final String ROOT = "policies";
}
