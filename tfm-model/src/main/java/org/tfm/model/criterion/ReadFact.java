package org.tfm.model.criterion;

/**
 * A fact as it was read.
 *
 * @param fact the fact
 * @param of whom it is about, such as {@code lead participant 2}; empty for the whole
 * @param text the value as a person would write it, or {@code not given}
 */
public record ReadFact(Fact fact, String of, String text) {}
