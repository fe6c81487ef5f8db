package org.tfm.model.assessment;

import org.jspecify.annotations.Nullable;

/**
 * What was found of each key, for as long as there is room.
 *
 * <p>A table of fixed size: a newcomer takes the place of what stood there. Thread-safe without a
 * lock, since entries are immutable: at worst, what another thread has just kept is worked out
 * again.
 */
final class Kept<T> {

  private static final int MOST_BITS = 8;

  /** Fills the bits a key is spread over; any odd number with its bits well mixed does. */
  private static final long SPREAD = 0x9E37_79B9_7F4A_7C15L;

  private record Entry<T>(long key, T value) {}

  private final @Nullable Entry<T>[] entries;
  private final int shift;

  /** Room for keys of so many bits; for all of them where they are few. */
  @SuppressWarnings({"unchecked", "rawtypes"})
  Kept(int keyBits) {
    int bits = Math.max(1, Math.min(keyBits, MOST_BITS));
    this.entries = (@Nullable Entry<T>[]) new Entry[1 << bits];
    // Few keys index the table themselves: then none is in the way of another.
    this.shift = keyBits <= MOST_BITS ? 0 : Long.SIZE - bits;
  }

  private int index(long key) {
    return shift == 0 ? (int) key : (int) ((key * SPREAD) >>> shift);
  }

  /** What was kept of this key, if it still is. */
  @Nullable T find(long key) {
    Entry<T> entry = entries[index(key)];
    return entry != null && entry.key == key ? entry.value : null;
  }

  void keep(long key, T value) {
    entries[index(key)] = new Entry<>(key, value);
  }
}
