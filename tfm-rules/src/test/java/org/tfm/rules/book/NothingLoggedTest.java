package org.tfm.rules.book;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.tfm.rules.RecordedLog;
import org.tfm.rules.pack.SmallPacks;

/** Whoever loads a pack finds nothing of the rule engine in a log. */
class NothingLoggedTest {

  @Test
  void aPackIsLoadedWithoutAWordInTheLog() {
    assertThat(
            RecordedLog.of(
                () ->
                    assertThat(
                            PolicyBook.builder()
                                .files(SmallPacks.groupsOfAtLeast("river-hub", 6))
                                .files(SmallPacks.files("lake-hub", "", ""))
                                .build()
                                .packs())
                        .hasSize(2)))
        .isEmpty();
  }

  @Test
  void aWordInTheLogWouldBeSeen() {
    assertThat(RecordedLog.of(() -> LoggerFactory.getLogger("a-name").info("a word")))
        .containsExactly("INFO a-name: a word");
  }
}
