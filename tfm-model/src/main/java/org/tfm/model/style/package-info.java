/** The code generation style of the library's value types. Not for users of the library. */
@NullMarked
package org.tfm.model.style;

import org.jspecify.annotations.NullMarked;
