package org.tfm.model.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What was found of many keys is kept, as far as there is room; of one key never another's. */
class KeptTest {

  private static final int ROOM = 1_024;

  private static Kept<Long> keeping(long... keys) {
    Kept<Long> kept = new Kept<>();
    for (long key : keys) {
      kept.keep(key, key);
    }
    return kept;
  }

  @Test
  void nothingIsKeptAtFirst() {
    assertThat(LongStream.range(0, 100).mapToObj(new Kept<Long>()::find)).containsOnlyNulls();
  }

  @Test
  void whatIsFoundOfAFewKeysStays() {
    long[] keys = new Random(1).longs(200, 0, Long.MAX_VALUE).toArray();
    Kept<Long> kept = keeping(keys);
    assertThat(LongStream.of(keys).filter(key -> kept.find(key) != null).count())
        .isGreaterThan(190);
  }

  @Test
  void keysNextToEachOtherFindRoom() {
    Kept<Long> kept = keeping(LongStream.range(0, 256).toArray());
    assertThat(LongStream.range(0, 256).mapToObj(kept::find)).doesNotContainNull();
  }

  @Test
  void theLastOfManyKeysIsFoundAndOthersAreNotMistakenForIt() {
    Kept<Long> kept = new Kept<>();
    Random random = new Random(2);
    for (int i = 0; i < 20_000; i++) {
      long key = random.nextLong() >>> (1 + random.nextInt(60));
      kept.keep(key, key);
      assertThat(kept.find(key)).isEqualTo(key);
      long other = random.nextLong() >>> (1 + random.nextInt(60));
      assertThat(kept.find(other)).isIn(null, other);
    }
  }

  @Test
  void howeverManyKeysThereAreTheRoomIsBounded() {
    long[] keys = new Random(3).longs(50_000, 0, Long.MAX_VALUE).toArray();
    Kept<Long> kept = keeping(keys);
    assertThat(LongStream.of(keys).filter(key -> kept.find(key) != null).count())
        .isBetween(ROOM / 2L, (long) ROOM);
  }

  @Test
  void whatIsKeptAnewReplacesWhatWasKept() {
    Kept<String> kept = new Kept<>();
    kept.keep(7, "first");
    kept.keep(7, "second");
    assertThat(kept.find(7)).isEqualTo("second");
  }
}
