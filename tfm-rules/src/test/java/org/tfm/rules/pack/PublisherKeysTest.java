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
}
