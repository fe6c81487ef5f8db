package org.tfm.rules.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tfm.model.problem.InvalidInputException;

/** Messages name unknown keys of publisher.yaml and their lines. */
class PublisherKeysTest {

  private static void isRefused(String publisher, String message) {
    assertThatThrownBy(() -> Pack.parse(SmallPacks.files(publisher, SmallPacks.PACKAGE)))
        .hasMessageMatching("folder/publisher\\.yaml(:[0-9]+)?: " + Pattern.quote(message));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          kind: yesno | 14
          subject: The school | 15
          verb: will write | 16
          verb: started | 16
          complement: a plan. | 17
          """)
  void aMistakeInAFactIsOnItsOwnLine(String mistake, long line) {
    String facts =
        """
        facts:
          plan:
            kind: yes-no
            subject: the school
            verb: has written
            complement: an action plan
        """;
    String key = mistake.substring(0, mistake.indexOf(':'));
    InvalidInputException refused =
        catchThrowableOfType(
            InvalidInputException.class,
            () ->
                Pack.parse(
                    SmallPacks.files(
                        SmallPacks.PUBLISHER + facts.replaceFirst(key + ": .*", mistake),
                        SmallPacks.PACKAGE)));
    assertThat(refused.problems().get(0).line()).hasValue(line);
  }

  @Test
  void aMistakeInTheJourneyIsOnItsOwnLine() {
    assertThatThrownBy(
            () ->
                Pack.parse(
                    SmallPacks.files(
                        SmallPacks.PUBLISHER
                            + "journey:\n  - {type: primary-embeding, starts: true, cites: \"flyer:"
                            + " one\"}\n",
                        SmallPacks.PACKAGE)))
        .hasMessageStartingWith("folder/publisher.yaml:13: journey[0]: unknown work group type");
  }

  @Test
  void theMissingPartOfAQuestionIsNamed() {
    isRefused(
        SmallPacks.PUBLISHER
            + "facts:\n  a: { kind: yes-no, about: lead-participant, verb: has, complement: b }\n",
        "the fact `a` lacks its `subject`. For example `subject: the person`, `verb: has` and"
            + " `complement: a degree`");
    isRefused(
        SmallPacks.PUBLISHER + "facts:\n  a: { kind: yes-no, subject: the school }\n",
        "the fact `a` lacks its `verb`. For example `subject: the school`, `verb: has written` and"
            + " `complement: an action plan`");
  }

  @Test
  void aKeyTooManyIsNamedWithItsLine() {
    isRefused(
        SmallPacks.PUBLISHER + "extra: 1\n",
        "`extra` (line 12): unknown key. Expected one of `area`, `extends`, `facts`, `hub`, `journey`, `language`,"
            + " `name`, `offers`, `part`, `sources`, `types`, `year`");
  }

  @Test
  void theRestOfATextAfterItsCommaIsNotTakenForAKeyWithoutAHint() {
    isRefused(
        SmallPacks.PUBLISHER + "types:\n  primary-embedding: { title: Reasoning, second year }\n",
        "`types.primary-embedding.second year` (line 13): unknown key. Expected one of"
            + " `also-called`, `codes`, `title`. If a text has a comma, put the whole text in"
            + " quotes");
    Pack.parse(
        SmallPacks.files(
            SmallPacks.PUBLISHER
                + "types:\n  primary-embedding: { title: \"Reasoning, second year\" }\n",
            SmallPacks.PACKAGE));
  }

  @Test
  void aMisspeltKeyIsNamedBesideTheMissingOne() {
    isRefused(
        SmallPacks.PUBLISHER.replace("\nname:", "\nnme:"),
        "`name`: missing. Maybe `nme` is misspelt");
  }

  @Test
  void aDayBringsItsOwnPreposition() {
    isRefused(
        SmallPacks.PUBLISHER
            + "facts:\n"
            + "  check: { kind: day, label: the end of the check, subject: the check, verb: ends,"
            + " complement: \"on {}\", question: \"When does the check end?\" }\n",
        "the `complement` of the fact `check` has `on` before `{}`, which stands for words such as"
            + " `on 3 May 2026`. Remove `on`");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {cites: "flyer: the map", local-authorities: [Kent], complete: maybe} | `area.complete` (line 12): expected `true` or `false`
          {local-authorities: [Kent]} | `area.cites`: missing
          {cites: "flyer: the map"} | `area` names no place. For example `local-authorities: [Bradford, Leeds]`
          {cites: "flier: the map", districts: [Ashford]} | area.cites: publisher.yaml has no source `flier`. Maybe `flyer`?
          {cites: "flyer", districts: [Ashford]} | area.cites: the citation names no place in the source. Write `"source: place in it"`
          {cites: "flyer: the map", districts: [Ashford, ASHFORD]} | area.districts[1]: the place `ASHFORD` is named twice
          {cites: "flyer: the map", local-authorities: [" "]} | area.local-authorities[0]: the name of a place is empty
          """)
  void anAreaIsChecked(String area, String message) {
    isRefused(SmallPacks.PUBLISHER + "area: " + area + "\n", message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {type: primary-embedding, starts: true} | `journey[0].cites`: missing
          {type: primary-embedding, starts: true, cites: "flier: one"} | journey[0]: publisher.yaml has no source `flier`. Maybe `flyer`?
          {type: primary-embeding, starts: true, cites: "flyer: one"} | journey[0]: unknown work group type `primary-embeding`. Maybe `primary-embedding`?
          {type: primary-embedding, follows: [river-bathing], cites: "flyer: one"} | journey[0]: unknown work group type `river-bathing`. Give it a title under `types`
          {type: primary-embedding, cites: "flyer: one"} | journey[0]: nothing is said of `primary-embedding`. Write `follows`, `starts`, `repeats`, `replaces`, `instead-of` or `lasts`
          {type: primary-embedding, starts: false, cites: "flyer: one"} | journey[0]: nothing is said of `primary-embedding`. Write `follows`, `starts`, `repeats`, `replaces`, `instead-of` or `lasts`
          {type: primary-embedding, follows: [primary-embedding], cites: "flyer: one"} | journey[0]: `primary-embedding` is related to itself
          {type: primary-embedding, follows: [], cites: "flyer: one"} | journey[0]: `follows` needs other types
          {type: primary-embedding, lasts: 11, cites: "flyer: one"} | journey[0]: `11` years; expected 1 to 10
          {type: primary-embedding, starts: true, at-least: true, cites: "flyer: one"} | journey[0]: `at-least` needs `lasts`
          """)
  void aJourneyIsChecked(String journey, String message) {
    isRefused(SmallPacks.PUBLISHER + "journey: [" + journey + "]\n", message);
  }

  @Test
  void anAreaBelongsToLanguage2() {
    isRefused(
        SmallPacks.PUBLISHER.replace("language: 2", "language: 1")
            + "area: {cites: \"flyer: the map\", districts: [Ashford]}\n",
        "`area` belongs to rule language 2; the pack uses language 1. Write `language: 2`");
  }
}
