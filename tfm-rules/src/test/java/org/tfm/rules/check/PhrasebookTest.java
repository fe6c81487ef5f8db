package org.tfm.rules.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Everything that people read, in one file that is reviewed like code. It is written anew with
 * {@code -Dtfm.phrasebook=write}; read the difference aloud.
 */
class PhrasebookTest {

  private static final Path FILE = Path.of("src/test/resources/org/tfm/rules/phrasebook.txt");

  private static String text(Map<String, Set<String>> texts) {
    return texts.entrySet().stream()
        .map(one -> "# " + one.getKey() + "\n\n" + String.join("\n", one.getValue()) + "\n")
        .collect(Collectors.joining("\n"));
  }

  @Test
  void theReviewedFileHoldsEveryText() throws IOException {
    String texts = text(Phrasebook.texts());
    if (System.getProperty("tfm.phrasebook", "").equals("write")) {
      Files.createDirectories(FILE.getParent());
      Files.writeString(FILE, texts);
    }
    assertThat(texts).isEqualTo(Files.readString(FILE));
  }
}
