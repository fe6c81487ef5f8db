package org.tfm.model.application;

import org.tfm.model.criterion.Fact;

/**
 * A place in a document where the value of a fact stands.
 *
 * @param of whom it is about, such as {@code lead participant 2}; empty for the whole
 * @param fact what stands there
 */
public record Spot(String of, Fact fact) {}
