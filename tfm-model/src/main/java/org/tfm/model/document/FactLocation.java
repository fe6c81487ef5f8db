package org.tfm.model.document;

import org.tfm.model.criterion.Fact;
import org.tfm.model.style.Internal;

/**
 * The location of the value of a fact in a document.
 *
 * @param of the member, such as {@code lead participant 2}; empty for the document as a whole
 * @param fact the fact
 * @hidden
 */
@Internal
public record FactLocation(String of, Fact fact) {}
