package org.tfm.model.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tfm.model.json.TfmJson;

/** Statements about the journey of a school. */
class JourneyLinkTest {

  private static String sentence(JourneyLink link) {
    return link.sentence(id -> id.toUpperCase(Locale.ROOT));
  }

  @Test
  void eachRelationIsASentence() {
    assertThat(sentence(JourneyLink.of("b", JourneyRelation.FOLLOWS, List.of("a"))))
        .isEqualTo("Schools join B after A.");
    assertThat(sentence(JourneyLink.of("d", JourneyRelation.FOLLOWS, List.of("a", "b", "c"))))
        .isEqualTo("Schools join D after A, B or C.");
    assertThat(sentence(JourneyLink.of("b", JourneyRelation.STARTS, List.of())))
        .isEqualTo("Schools can start with B.");
    assertThat(sentence(JourneyLink.of("b", JourneyRelation.REPEATS, List.of())))
        .isEqualTo("Schools can take part in B year after year.");
    assertThat(sentence(JourneyLink.of("c", JourneyRelation.REPLACES, List.of("a", "b"))))
        .isEqualTo("C replaces A and B.");
    assertThat(sentence(JourneyLink.of("b", JourneyRelation.INSTEAD_OF, List.of("a"))))
        .isEqualTo("Schools that still prepare for A can join B instead.");
    assertThat(sentence(JourneyLink.lasting("b", 1, /* atLeast= */ false)))
        .isEqualTo("B lasts 1 year.");
    assertThat(sentence(JourneyLink.lasting("b", 3, /* atLeast= */ true)))
        .isEqualTo("B lasts at least 3 years.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          a  | FOLLOWS  | -  | -  | false | `follows` needs other types
          a  | STARTS   | b  | -  | false | `starts` has no other types
          a  | INSTEAD_OF | -  | -  | false | `instead-of` needs other types
          a  | LASTS    | -  | -  | false | `lasts` needs a number of years
          a  | LASTS    | -  | 0  | false | `0` years; expected 1 to 10
          a  | LASTS    | -  | 11 | false | `11` years; expected 1 to 10
          a  | REPEATS  | -  | 2  | false | `repeats` has no number of years
          a  | REPEATS  | -  | -  | true  | `repeats` has no number of years
          a  | REPLACES | a  | -  | false | `a` is related to itself
          a  | REPLACES | b,b | -  | false | `replaces` names a type twice
          a  | FOLLOWS  | b1,b2,b3,b4,b5,b6,b7,b8,b9,b10,b11,b12,b13,b14,b15,b16,b17,b18,b19,b20,b21 | - | false | 21 types; expected at most 20
          A  | REPEATS  | -  | -  | false | `A` is not a work group type id
          a  | REPLACES | B  | -  | false | `B` is not a work group type id
          """)
  void whatDoesNotSuitTheRelationIsRefused(
      String type,
      JourneyRelation relation,
      @Nullable String other,
      @Nullable Integer years,
      boolean atLeast,
      String message) {
    assertThatThrownBy(
            () ->
                new JourneyLink(
                    type,
                    relation,
                    other == null ? ImmutableList.of() : ImmutableList.copyOf(other.split(",")),
                    Optional.ofNullable(years),
                    atLeast))
        .hasMessageContaining(message);
  }

  @Test
  void aStatementIsReadAsItWasWritten() {
    JourneyLink link = JourneyLink.of("b", JourneyRelation.FOLLOWS, List.of("a"));
    assertThat(TfmJson.read(TfmJson.write(link), JourneyLink.class)).isEqualTo(link);
  }
}
