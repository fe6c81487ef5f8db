/** How the value types of this library are generated. Nothing here is for users of the library. */
@NullMarked
package org.tfm.model.style;

import org.jspecify.annotations.NullMarked;
