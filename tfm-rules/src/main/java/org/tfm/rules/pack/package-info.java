/**
 * Packs: the rule files of one publisher and year, parsed and validated before they run.
 *
 * <p>Users need only {@link org.tfm.rules.pack.PackFiles}, the files of a pack as text.
 *
 * <p>Rule files are untrusted text. The grammar admits only the vocabulary of this library. The
 * rule engine reads source that is generated from the parsed form, never the author's own text.
 */
@NullMarked
package org.tfm.rules.pack;

import org.jspecify.annotations.NullMarked;
