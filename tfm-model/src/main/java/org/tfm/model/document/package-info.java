/**
 * The documents of schools and hubs: applications, expressions of interest, planned work groups and
 * the progress of a year.
 *
 * <p>Start at {@link org.tfm.model.document.Application}. A {@link org.tfm.model.document.Document}
 * is data alone; {@link org.tfm.model.document.DocumentEvidence} reads facts from it. {@link
 * org.tfm.model.document.Facts} is the one table of facts and of their places in each sort of
 * document: a new fact is a new row there. Whatever a document leaves out is unknown. Names,
 * statements and teacher reference numbers appear in no {@code toString} and in no message.
 */
@NullMarked
package org.tfm.model.document;

import org.jspecify.annotations.NullMarked;
