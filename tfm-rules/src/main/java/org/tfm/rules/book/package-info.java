/**
 * The policy book: all packs, ready for decisions.
 *
 * <p>Start with {@link org.tfm.rules.book.PolicyBook}. The rules of a pack run once, when it is
 * loaded, for every kind of school; their contributions are kept as data. After that no rule engine
 * is involved: terms are looked up and assessed in plain Java.
 *
 * <p>The bundled packs need no rule engine at all. To load other packs, add the dependency {@code
 * org.drools:drools-engine}.
 */
@NullMarked
package org.tfm.rules.book;

import org.jspecify.annotations.NullMarked;
