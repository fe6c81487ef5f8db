package org.tfm.rules.pack;

import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.util.Optional;
import org.tfm.model.style.Internal;
import org.tfm.model.term.Citation;

/**
 * A rule of a pack: where it stands and what it rests on.
 *
 * @param packageName the package of its file in the rule engine
 * @param name its name, unique in the file
 * @param file the file in the pack
 * @param line the line at which it starts, from 1
 * @param citation the source, with the reading
 * @param guarded whether its terms are protected: an extending pack may only make them stricter
 * @param derogation the source that allows it to be less strict than a protected term it replaces
 * @param from the first day on which it holds; absent for no such day
 * @param until the last day on which it holds; absent for no such day
 * @param asks the properties of a kind of school that its when-part asks for
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
    ImmutableSet<String> asks) {}
