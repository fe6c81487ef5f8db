package org.tfm.model.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class DidYouMeanTest {

  private static final List<String> HUBS =
      List.of("cheshire-wirral", "archimedes-ne", "london-south-west");

  @Test
  void aWordWithAMissingLetterIsFound() {
    assertThat(DidYouMean.hint("cheshire-wiral", HUBS)).isEqualTo("Maybe `cheshire-wirral`?");
  }

  @Test
  void twoLettersSwappedCountAsOneEdit() {
    assertThat(DidYouMean.hint("ab", List.of("ba"))).isEqualTo("Maybe `ba`?");
    assertThat(DidYouMean.hint("abcd", List.of("badc"))).isEqualTo("Maybe `badc`?");
    assertThat(DidYouMean.hint("abcdef", List.of("badcfe"))).isEmpty();
  }

  @Test
  void capitalsUnderscoresAndSpacesDoNotCountAsEdits() {
    assertThat(DidYouMean.hint("Archimedes_NE", HUBS)).isEqualTo("Maybe `archimedes-ne`?");
    assertThat(DidYouMean.hint("LONDON SOUTH WEST", HUBS)).isEqualTo("Maybe `london-south-west`?");
  }

  @Test
  void nothingIsSuggestedForAWordUnlikeAllOthers() {
    assertThat(DidYouMean.hint("sustaining", HUBS)).isEmpty();
    assertThat(DidYouMean.hint("anything", List.of())).isEmpty();
  }

  @Test
  void atMostThreeWordsAreSuggestedNearestFirst() {
    assertThat(DidYouMean.hint("visit", List.of("vest", "visits", "visit-1", "vista", "visit")))
        .isEqualTo("Maybe `visit` or `visits` or `vest`?");
  }

  @Test
  void equallyNearWordsAreSuggestedOnceInAlphabeticalOrder() {
    assertThat(DidYouMean.hint("cat", List.of("hat", "bat", "hat")))
        .isEqualTo("Maybe `bat` or `hat`?");
  }

  @Test
  void anOverlongWordIsNotCompared() {
    String known = "a".repeat(80);
    assertThat(DidYouMean.hint(known, List.of(known))).isNotEmpty();
    assertThat(DidYouMean.hint(known + "a", List.of(known))).isEmpty();
  }

  @Test
  void anInvalidInputWithoutProblemsIsRefused() {
    assertThatThrownBy(() -> new InvalidInputException(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aWordWithTheSamePartsIsNear() {
    List<String> stages = List.of("EARLY_CAREER_YEAR_1", "EARLY_CAREER_YEAR_2", "LATER_CAREER");
    assertThat(DidYouMean.hint("EARLY_CAREER", stages))
        .isEqualTo("Maybe `EARLY_CAREER_YEAR_1` or `EARLY_CAREER_YEAR_2` or `LATER_CAREER`?");
    assertThat(DidYouMean.hint("PRIMARY_SCHOOL", List.of("PRIMARY"))).isEqualTo("Maybe `PRIMARY`?");
    assertThat(DidYouMean.hint("hub", List.of("river-hub/2022-23", "river-hub", "national")))
        .isEqualTo("Maybe `river-hub`?");
    assertThat(DidYouMean.hint("a", List.of("a-b-c-d"))).isEmpty();
  }
}
