/**
 * The register of schools, read row by row and screened against the policy of a hub.
 *
 * <p>A {@link org.tfm.register.RegisterReader} reads the rows, a {@link org.tfm.register.Screening}
 * decides, and a {@link org.tfm.register.ScreenSummary} counts. Nothing keeps a row, so memory does
 * not grow with the register.
 */
@NullMarked
package org.tfm.register;

import org.jspecify.annotations.NullMarked;
