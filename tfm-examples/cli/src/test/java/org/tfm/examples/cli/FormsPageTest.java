package org.tfm.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tfm.examples.cli.Commands.Run;

/** Every listing of the page about forms is what the commands do. */
class FormsPageTest {

  private static final Pattern LISTING =
      Pattern.compile("(?:<!-- (in|out) (\\S+) -->\\n)?```(\\w+)\\n(.*?)```", Pattern.DOTALL);
  private static final Pattern UNSURE = Pattern.compile("(?m)^ *unsure: true.*\\n");

  @TempDir Path folder;

  @Test
  void theListingsAreWhatTheCommandsDo() throws IOException {
    Matcher listing = LISTING.matcher(Files.readString(Path.of("FORMS.md")));
    String printed = "";
    int compared = 0;
    while (listing.find()) {
      String text = listing.group(4);
      if ("in".equals(listing.group(1))) {
        Files.writeString(folder.resolve(listing.group(2)), text);
      } else if ("out".equals(listing.group(1))) {
        Path file = folder.resolve(listing.group(2));
        assertThat(Files.readString(file)).isEqualTo(text);
        Files.writeString(file, UNSURE.matcher(text).replaceAll(""));
        compared++;
      } else if (listing.group(3).equals("sh")) {
        printed = run(text.strip());
      } else {
        assertThat(printed).isEqualTo(text);
        compared++;
      }
    }
    assertThat(compared).isEqualTo(5);
  }

  private String run(String command) {
    List<String> args = new ArrayList<>();
    for (String word : command.split(" ", -1)) {
      args.add(word.matches("[a-z.]+\\.(csv|yaml)") ? folder.resolve(word).toString() : word);
    }
    assertThat(args.remove(0)).isEqualTo("tfm");
    Run run = Commands.tfm(args.toArray(String[]::new));
    assertThat(run.exitCode()).as(run.err()).isZero();
    return (run.out() + run.err()).replace(folder + "/", "");
  }
}
