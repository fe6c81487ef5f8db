package org.tfm.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands that the pages name are the commands there are. */
class DocumentedCommandsTest {

  private static final Pattern IN_THE_TABLE =
      Pattern.compile("(?<=^\\| |· )`([a-z-]+)[^`]*`(?=.* \\|)", Pattern.MULTILINE);
  private static final Pattern IN_THE_TEXT = Pattern.compile("\\btfm ([a-z][a-z-]+)\\b");

  private static Set<String> commands() {
    return Tfm.COMMANDS.keySet();
  }

  private static Set<String> named(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toSet());
  }

  @Test
  void theReadmesTableHasEveryCommand() throws IOException {
    String readme = Files.readString(Path.of("../../README.md"));
    String table =
        readme.substring(
            readme.indexOf("| command | says |"), readme.indexOf("`--json` prints JSON"));
    assertThat(named(IN_THE_TABLE, table)).containsAll(commands());
  }

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "tfm-examples/cli/README.md", "tfm-rules/WRITE-A-POLICY.md"})
  void everyCommandThatAPageNamesExists(String page) throws IOException {
    String listings =
        Pattern.compile("`[^`]+`")
            .matcher(Files.readString(Path.of("../..", page)))
            .results()
            .map(found -> found.group())
            .collect(Collectors.joining("\n"));
    assertThat(commands()).containsAll(named(IN_THE_TEXT, listings));
  }
}
