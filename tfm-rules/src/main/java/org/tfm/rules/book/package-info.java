/**
 * The policy book: every pack, ready to answer.
 *
 * <p>Start at {@link org.tfm.rules.book.PolicyBook}. A pack's rules are run once, when it is
 * loaded, for every kind of school there is; what they contributed is kept as data. From then on no
 * rule engine is involved: terms are looked up, and assessed in plain Java.
 *
 * <p>The bundled packs need no rule engine at all. To load other packs, add the dependency {@code
 * org.drools:drools-engine}.
 */
@NullMarked
package org.tfm.rules.book;

import org.jspecify.annotations.NullMarked;
