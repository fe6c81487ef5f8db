package org.tfm.rules.pack;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Messages name unknown keys of publisher.yaml and their lines. */
class PublisherKeysTest {

  private static void isRefused(String publisher, String message) {
    assertThatThrownBy(() -> Pack.parse(SmallPacks.files(publisher, SmallPacks.PACKAGE)))
        .hasMessage("folder/publisher.yaml: " + message);
  }

  @Test
  void aKeyTooManyIsNamedWithItsLine() {
    isRefused(
        SmallPacks.PUBLISHER + "extra: 1\n",
        "`extra` (line 12): unknown key. Expected one of `extends`, `facts`, `hub`, `language`, `name`,"
            + " `offers`, `sources`, `types`, `year`");
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
}
