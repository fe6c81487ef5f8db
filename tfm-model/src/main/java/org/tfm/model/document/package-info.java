/**
 * The documents of schools and hubs: applications, expressions of interest, planned work groups and
 * the progress of a year.
 *
 * <p>Start at {@link org.tfm.model.document.Application}. A {@link org.tfm.model.document.Document}
 * is pure data; {@link org.tfm.model.document.DocumentEvidence} reads facts from it. {@link
 * org.tfm.model.document.Facts} is the one table of facts with their places in each type of
 * document; a new fact is a new row. Values that a document leaves out are unknown. Names,
 * statements and teacher reference numbers never appear in {@code toString} or in messages.
 */
@NullMarked
package org.tfm.model.document;

import org.jspecify.annotations.NullMarked;
