/**
 * A row of headings and cells, as people fill in forms and tables, becomes a document.
 *
 * <p>Start at {@link org.tfm.model.intake.FormReader}, which reads the cells of one form. A {@link
 * org.tfm.model.intake.FormMap} says which heading stands for which place in the document, and
 * which words people use. Files and their formats are left to the caller.
 */
@NullMarked
package org.tfm.model.intake;

import org.jspecify.annotations.NullMarked;
