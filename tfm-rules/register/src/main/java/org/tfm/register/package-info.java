/**
 * Screening of the register of schools against the policies of a hub.
 *
 * <p>A {@link org.tfm.register.RegisterReader} reads the rows, a {@link org.tfm.register.Screening}
 * decides, and a {@link org.tfm.register.ScreenSummary} counts. No row is kept, so memory does not
 * grow with the register.
 */
@NullMarked
package org.tfm.register;

import org.jspecify.annotations.NullMarked;
