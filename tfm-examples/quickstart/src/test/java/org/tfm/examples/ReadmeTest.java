package org.tfm.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the README shows is what there is. */
class ReadmeTest {

  private static final Path README = Path.of("../../README.md");

  private static String block(String language) throws IOException {
    String text = Files.readString(README);
    int start = text.indexOf("```" + language + "\n");
    assertThat(start).as("a block of %s", language).isPositive();
    int from = start + language.length() + 4;
    return text.substring(from, text.indexOf("```", from)).strip();
  }

  @Test
  void itsJavaBlocksAreTheQuickStart() throws IOException {
    String source = Files.readString(Path.of("src/main/java/org/tfm/examples/QuickStart.java"));
    assertThat(blocks("java"))
        .containsExactly(
            between(source, "// quick start\n"), between(source, "// once there is an answer\n"));
  }

  private static List<String> blocks(String language) throws IOException {
    return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
        .matcher(Files.readString(README))
        .results()
        .map(found -> found.group(1).strip())
        .toList();
  }

  private static String between(String source, String start) {
    int from = source.indexOf(start) + start.length();
    return source
        .substring(from, source.indexOf("    // end", from))
        .stripTrailing()
        .stripIndent()
        .strip();
  }

  @Test
  void aProjectOutsideTheReactorIsMadeOfItsSnippets() throws IOException {
    Path project = Path.of("../consumers/rules-class-path");
    assertThat(Files.readString(project.resolve("src/main/java/com/example/QuickStart.java")))
        .containsIgnoringWhitespaces(block("java"));
    assertThat(Files.readString(project.resolve("pom.xml")))
        .containsIgnoringWhitespaces(block("xml"));
  }

  @Test
  void theQuickStartAsksForWhatIsMissing() {
    PrintStream before = System.out;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    try {
      QuickStart.main();
    } finally {
      System.setOut(before);
    }
    assertThat(bytes.toString(StandardCharsets.UTF_8).lines())
        .startsWith("NO")
        .contains("Is the school committed to using teaching for mastery approaches?")
        .anyMatch(line -> line.contains("£1,000 for each school"))
        .contains("The number of lead participants: 2, which is not given yet.")
        .anyMatch(line -> line.matches("sha256:[0-9a-f]{64}"));
  }

  @Test
  void theDecisionItShowsIsTheDemos() throws IOException {
    assertThat(Demo.report().lines().map(String::stripTrailing).toList())
        .containsSubsequence(block("text").lines().map(String::stripTrailing).toList());
  }

  @Test
  void itStaysWithinTwoHundredLines() throws IOException {
    List<String> lines = Files.readAllLines(README);
    assertThat(lines).hasSizeLessThanOrEqualTo(200);
  }
}
