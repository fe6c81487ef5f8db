/**
 * The register of schools, read row by row and screened against the policy of a hub.
 *
 * <p>A {@link org.tfm.examples.register.RegisterReader} reads the rows, a {@link
 * org.tfm.examples.register.Screening} decides, a {@link org.tfm.examples.register.ScreenReport}
 * and a {@link org.tfm.examples.register.ScreenSummary} tell. Nothing keeps a row, so memory does
 * not grow with the register.
 */
@NullMarked
package org.tfm.examples.register;

import org.jspecify.annotations.NullMarked;
