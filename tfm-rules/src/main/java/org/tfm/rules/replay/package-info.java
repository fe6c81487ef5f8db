/**
 * Replays of recorded decisions with the current packs of a book.
 *
 * <p>Start with {@link org.tfm.rules.replay.Replay}.
 */
@NullMarked
package org.tfm.rules.replay;

import org.jspecify.annotations.NullMarked;
