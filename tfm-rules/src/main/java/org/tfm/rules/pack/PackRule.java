package org.tfm.rules.pack;

import com.google.common.collect.ImmutableSet;
import org.tfm.model.terms.Citation;

/**
 * A rule of a pack: where it stands and what it rests on.
 *
 * @param packageName the package of its file in the rule engine
 * @param name its name, unique in the file
 * @param file the file in the pack
 * @param line the line at which it starts, from 1
 * @param citation the source, with the reading
 * @param asks the properties of a kind of school that its when-part asks for
 */
public record PackRule(
    String packageName,
    String name,
    String file,
    int line,
    Citation citation,
    ImmutableSet<String> asks) {}
