/**
 * The register of schools: looking schools up, filling documents, and screening schools against the
 * policies of a hub.
 *
 * <p>A {@link org.tfm.register.SchoolRegister} is opened from an index of the published register; a
 * {@link org.tfm.register.RegisterFill} fills a document from it.
 *
 * <p>A {@link org.tfm.register.RegisterReader} reads the rows, a {@link org.tfm.register.Screening}
 * decides, and a {@link org.tfm.register.ScreenSummary} counts. No row is kept, so memory does not
 * grow with the register.
 */
@NullMarked
package org.tfm.register;

import org.jspecify.annotations.NullMarked;
