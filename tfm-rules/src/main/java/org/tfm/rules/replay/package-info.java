/**
 * Decisions decided again: what was recorded, held against what the packs of a book say now.
 *
 * <p>Start at {@link org.tfm.rules.replay.Replay}.
 */
@NullMarked
package org.tfm.rules.replay;

import org.jspecify.annotations.NullMarked;
