package org.tfm.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.tfm.examples.Demo;
import org.tfm.model.json.TfmJson;

/** Runs commands, and makes the packs and documents they are run on. */
final class Commands {

  private static final Path POLICIES = Path.of("../../tfm-rules/src/main/resources/policies");

  private Commands() {}

  /** The output of a command, and its exit code. */
  record Run(int exitCode, String out, String err) {
    JsonNode json() {
      return TfmJson.reader().tree(out);
    }

    Run isAnAnswer() {
      assertThat(err).isEmpty();
      assertThat(exitCode).isZero();
      return this;
    }

    void isRefused(String... expected) {
      assertThat(exitCode).isEqualTo(2);
      assertThat(out).isEmpty();
      assertThat(err).contains(expected);
      assertThat(err).doesNotContain("Exception", "\tat ", "org.tfm", "java.");
    }
  }

  static Run tfm(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exitCode = Tfm.run(new PrintWriter(out), new PrintWriter(err), args);
    return new Run(exitCode, out.toString(), err.toString());
  }

  /** A copy of a bundled pack in which one text of the rules is replaced by another. */
  static String pack(Path folder, String pack, String text, String other) throws IOException {
    Files.createDirectories(folder);
    boolean found = false;
    try (Stream<Path> files = Files.list(POLICIES.resolve(pack))) {
      for (Path file : files.toList()) {
        String before = Files.readString(file);
        found |= before.contains(text);
        Files.writeString(folder.resolve(file.getFileName()), before.replace(text, other));
      }
    }
    assertThat(found).as(text).isTrue();
    return folder.toString();
  }

  static String demo(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(Demo.class.getResourceAsStream("demo/" + name + ".json"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
