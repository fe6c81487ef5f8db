package org.tfm.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The README shows the code and the output as they are. */
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
  void itsJavaBlockIsAWholeClassThatIsCompiledHereAndOutside() throws IOException {
    Path outside = Path.of("../consumers/rules-class-path");
    assertThat(Files.readString(Path.of("src/main/java/org/tfm/examples/QuickStart.java")))
        .isEqualTo("package org.tfm.examples;\n\n" + block("java") + "\n");
    assertThat(Files.readString(outside.resolve("src/main/java/com/example/QuickStart.java")))
        .isEqualTo("package com.example;\n\n" + block("java") + "\n");
    assertThat(Files.readString(outside.resolve("pom.xml")))
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
        .startsWith("MORE_INFORMATION_NEEDED")
        .contains("Is the school committed to using teaching for mastery approaches?")
        .anyMatch(line -> line.contains("£1,000 towards release time"))
        .contains("The application names 2 lead participants (not given yet).")
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
