/**
 * Packs: the rule files of one publisher and year, read and checked before anything is run.
 *
 * <p>Users need only {@link org.tfm.rules.pack.PackFiles}, the files of a pack as text.
 *
 * <p>A rule file is text of a stranger. It is parsed here with a grammar that has room for our
 * vocabulary and for nothing else, and what is handed to the rule engine is written anew from the
 * parsed form; the author's own text is never compiled.
 */
@NullMarked
package org.tfm.rules.pack;

import org.jspecify.annotations.NullMarked;
