package org.tfm.model.assessment;

import org.jspecify.annotations.Nullable;

/**
 * What was found of each key, for as long as there is room.
 *
 * <p>A table that grows with the number of keys, up to a bound; beyond it a newcomer takes the
 * place of another. Thread-safe without a lock, since what is kept is immutable: at worst, what
 * another thread has just kept is worked out again.
 */
final class Kept<T> {

  private static final int FEWEST_PLACES = 8;
  private static final int MOST_PLACES = 1_024;

  /** How many places one behind another a key can stand in. */
  private static final int REACH = 4;

  /** Spreads keys that differ in a few bits; any odd number with its bits well mixed does. */
  private static final long SPREAD = 0x9E37_79B9_7F4A_7C15L;

  private record Entry<T>(long key, T value) {}

  private @Nullable Entry<T>[] places = places(FEWEST_PLACES);

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static <T> @Nullable Entry<T>[] places(int number) {
    return new Entry[number];
  }

  /** The first of the places of a key, of so many places, a power of two. */
  private static int first(long key, int places) {
    return (int) ((key * SPREAD) >>> (Long.numberOfLeadingZeros(places) + 1));
  }

  /** What was kept of this key, if it still is. */
  @Nullable T find(long key) {
    @Nullable Entry<T>[] all = places;
    int first = first(key, all.length);
    for (int i = first; i < first + REACH; i++) {
      Entry<T> entry = all[i & (all.length - 1)];
      if (entry == null) {
        return null;
      }
      if (entry.key == key) {
        return entry.value;
      }
    }
    return null;
  }

  void keep(long key, T value) {
    Entry<T> entry = new Entry<>(key, value);
    @Nullable Entry<T>[] all = places;
    while (!put(entry, all)) {
      if (all.length == MOST_PLACES) {
        all[first(key, MOST_PLACES)] = entry;
        return;
      }
      all = twice(all);
    }
    places = all;
  }

  /** Puts an entry where its key stands or into a free place; false if there is none. */
  private static <T> boolean put(Entry<T> entry, @Nullable Entry<T>[] all) {
    int first = first(entry.key, all.length);
    for (int i = first; i < first + REACH; i++) {
      Entry<T> there = all[i & (all.length - 1)];
      if (there == null || there.key == entry.key) {
        all[i & (all.length - 1)] = entry;
        return true;
      }
    }
    return false;
  }

  /** As many places again; whoever finds none there is left out. */
  private static <T> @Nullable Entry<T>[] twice(@Nullable Entry<T>[] all) {
    @Nullable Entry<T>[] larger = places(2 * all.length);
    for (Entry<T> entry : all) {
      if (entry != null) {
        put(entry, larger);
      }
    }
    return larger;
  }
}
