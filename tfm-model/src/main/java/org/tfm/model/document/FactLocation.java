package org.tfm.model.document;

import org.tfm.model.criterion.Fact;
import org.tfm.model.style.Internal;

/**
 * A place in a document where the value of a fact stands.
 *
 * @param of whom it is about, such as {@code lead participant 2}; empty for the whole
 * @param fact what stands there
 * @hidden
 */
@Internal
public record FactLocation(String of, Fact fact) {}
