package org.tfm.model.assessment;

import org.jspecify.annotations.Nullable;

/**
 * What was found of each key, for as long as there is room.
 *
 * <p>A table of fixed size. Few keys have a place each; of many, a newcomer takes the place of
 * whatever stood there. Thread-safe without a lock, since what is kept is immutable: at worst, what
 * another thread has just kept is worked out again.
 */
final class Kept<T> {

  private static final int MOST_BITS = 8;

  /** Spreads keys that differ in a few bits; any odd number with its bits well mixed does. */
  private static final long SPREAD = 0x9E37_79B9_7F4A_7C15L;

  private record Entry<T>(long key, T value) {}

  private final @Nullable Object[] places;
  private final boolean isOneEach;

  /** Room for keys of so many bits. */
  Kept(int keyBits) {
    this.isOneEach = keyBits <= MOST_BITS;
    this.places = new Object[1 << Math.min(keyBits, MOST_BITS)];
  }

  private static int index(long key) {
    return (int) ((key * SPREAD) >>> (Long.SIZE - MOST_BITS));
  }

  /** What was kept of this key, if it still is. */
  @SuppressWarnings("unchecked")
  @Nullable T find(long key) {
    if (isOneEach) {
      return (T) places[(int) key];
    }
    Entry<T> entry = (Entry<T>) places[index(key)];
    return entry != null && entry.key == key ? entry.value : null;
  }

  void keep(long key, T value) {
    if (isOneEach) {
      places[(int) key] = value;
    } else {
      places[index(key)] = new Entry<>(key, value);
    }
  }
}
