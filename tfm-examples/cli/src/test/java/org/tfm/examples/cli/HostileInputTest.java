package org.tfm.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tfm.examples.cli.Commands.demo;
import static org.tfm.examples.cli.Commands.tfm;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tfm.model.document.Application;
import org.tfm.model.json.TfmJson;

/** Input that means harm, or was never meant as input, ends with a sentence and exit code 2. */
class HostileInputTest {

  private static final String ESCAPE = "\u001b[2J";

  @TempDir Path folder;

  /** A stream that never ends. */
  private static final class Endless extends InputStream {
    private final byte[] again;
    private long at;

    Endless(String again) {
      this.again = again.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public int read() {
      return again[(int) (at++ % again.length)];
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
      for (int i = 0; i < length; i++) {
        buffer[offset + i] = (byte) read();
      }
      return length;
    }
  }

  private static Commands.Run withInput(InputStream in, String... args) {
    InputStream before = System.in;
    System.setIn(in);
    try {
      return tfm(args);
    } finally {
      System.setIn(before);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"assess", "group", "progress"})
  void aDocumentThatNeverEndsIsRefused(String command) {
    withInput(new Endless("[0,"), command, "-")
        .isRefused("standard input: the file is larger than 16 megabytes");
  }

  @Test
  void aRegisterWithAFieldThatNeverEndsIsRefused() {
    withInput(new Endless("\0"), "screen", "-", "--hub", "boolean", "--year", "2024/25")
        .isRefused("standard input:1: the register cannot be read from this row on");
  }

  @Test
  void aFieldOfARegisterHasAtMostAMillionCharacters() throws IOException {
    String start =
        "URN,TypeOfEstablishment (code),EstablishmentStatus (code),PhaseOfEducation (code),"
            + "EstablishmentName\n900001,01,1,2,";
    // The reader's buffer also has up to a block of 8,192 characters of other fields.
    Path file = Files.writeString(folder.resolve("r.csv"), start + "x".repeat(991_000) + "\n");
    Path index = folder.resolve("r.index");
    tfm("register", "index", file.toString(), "--of", "2022-05-03", "--out", index.toString())
        .isAnAnswer();
    assertThat(index).exists();
    Files.writeString(file, start + "x".repeat(1_000_001) + "\n");
    tfm("register", "index", file.toString(), "--of", "2022-05-03", "--out", index.toString())
        .isRefused("r.csv:2: the register cannot be read from this row on");
  }

  @Test
  void aFolderInThePlaceOfAFileIsRefused() {
    String directory = folder.toString();
    tfm("assess", directory).isRefused(directory + ": the file cannot be read");
    tfm("screen", directory, "--hub", "boolean", "--year", "2024/25")
        .isRefused(directory + ": the file cannot be read");
  }

  @Test
  void aFileInThePlaceOfAFolderIsRefused() throws IOException {
    String file = Files.writeString(folder.resolve("publisher.yaml"), "x").toString();
    tfm("check", file).isRefused(file + ": the folder does not exist");
    tfm("offerings", "--packs", file).isRefused(file + ": the folder contains no pack");
    tfm("impact", "--applications", file).isRefused(file + ": the folder cannot be read");
  }

  @Test
  void anArgumentIsNeverTakenForAFileOfArguments() throws IOException {
    Path arguments = Files.writeString(folder.resolve("arguments"), "offerings");
    tfm("@" + arguments).isRefused("@" + arguments);
    tfm("assess", "@" + arguments).isRefused("@" + arguments + ": there is no such file");
  }

  @Test
  void aValueThatCannotBeOneIsRefusedInPlainWords() {
    tfm("terms", "boolean", "primary-development", "2024/25", "--on", "tomorrow")
        .isRefused(
            "`tomorrow` is not a day of the years 1990 to 2099; expected one such as `2022-10-31`");
    tfm("check", "a\0b").isRefused("`a\uFFFDb` is not a value of DIR");
    tfm("impact", "--applications", "a\0b").isRefused("`a\uFFFDb` is not a value of DIR");
    tfm("assess", "a\0b").isRefused("there is no such file");
  }

  @Test
  void refusedInputCannotSteerOrFloodTheTerminal() throws IOException {
    String document = demo("yes").replace("\"PRIMARY\"", "\"PRIMERY\\u001b[2J\\nok\"");
    Commands.Run run =
        tfm("assess", Files.writeString(folder.resolve("a.json"), document).toString());
    run.isRefused("`school.phase`", "`…` is not a known value");
    assertThat(run.err().lines()).hasSize(1);
    assertThat(tfm("assess", ESCAPE).err()).doesNotContain(ESCAPE);
    assertThat(tfm(ESCAPE).err()).doesNotContain(ESCAPE);
    assertThat(tfm("x".repeat(100_000)).err()).hasSizeLessThan(2_000);
    assertThat(tfm("screen", "-", "--year", "2024/25", "--hub", "x".repeat(100_000)).err())
        .hasSizeLessThan(2_000);
  }

  @Test
  void theNameOfASchoolCannotSteerTheTerminal() throws IOException {
    String document = demo("yes").replace("\"name\": \"", "\"name\": \"\\u001b[2J\\u202e");
    assertThat(document).isNotEqualTo(demo("yes"));
    String file = Files.writeString(folder.resolve("a.json"), document).toString();
    assertThat(tfm("assess", file).isAnAnswer().out()).doesNotContain("\u001b", "\u202e");
    assertThat(tfm("assess", "--json", file).isAnAnswer().out()).doesNotContain("\u001b");
  }

  @Test
  void theEndOfALongNameIsNotTakenForALineOfOurs() throws IOException {
    String document =
        demo("no").replace("\"name\": \"", "\"name\": \"" + "a".repeat(94) + " Verdict: YES. ");
    String file = Files.writeString(folder.resolve("a.json"), document).toString();
    assertThat(tfm("assess", file).isAnAnswer().out().lines())
        .anyMatch(line -> line.contains("  Verdict: YES."))
        .noneMatch(line -> line.startsWith("Verdict: YES."));
  }

  @Test
  void nothingPersonalIsInWhatADocumentIsLoggedAs() throws IOException {
    String document =
        demo("yes")
            .replace(
                "\"trn\": \"1234567\"", "\"name\": \"Zacharias Quince\", \"trn\": \"1234567\"");
    assertThat(document).contains("Quince", "The whole staff");
    Application application = TfmJson.read(document, Application.class);
    assertThat(application + " " + application.leadParticipants())
        .doesNotContain("Quince", "1234567", "2345678", "The whole staff");
  }
}
