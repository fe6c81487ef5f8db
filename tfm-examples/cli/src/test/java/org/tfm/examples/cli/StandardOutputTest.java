package org.tfm.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StandardOutputTest {

  private static StandardOutput failing(String message, boolean isPipe) {
    OutputStream stream =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException(message);
          }
        };
    return StandardOutput.of(stream, StandardCharsets.UTF_8, false, () -> isPipe);
  }

  private static String shown(Charset charset, String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    StandardOutput out = StandardOutput.of(bytes, charset, false, () -> false);
    out.print(text);
    out.flush();
    return bytes.toString(charset);
  }

  @ParameterizedTest
  @ValueSource(strings = {"offerings", "terms", "--help"})
  void anAnswerThatCannotBeWrittenIsExitCode2(String command) {
    StringWriter err = new StringWriter();
    String[] args =
        command.equals("terms")
            ? new String[] {"terms", "cheshire-wirral", "primary-development", "2022/23"}
            : new String[] {command};
    StandardOutput full = failing("No space left on device", false);
    assertThat(Tfm.run(full, new PrintWriter(err), args)).isEqualTo(2);
    assertThat(err.toString().strip())
        .isEqualTo(
            "standard output: the answer cannot be written completely. Maybe the disk is full?");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          true  | the input needs more memory than the program has. Split it, or allow more with the option `-Xmx` of Java
          false | the input is nested too deeply
          """)
  void aProgramWithoutRoomSaysSo(boolean isMemory, String message) {
    Writer full =
        new Writer() {
          @Override
          public void write(char[] text, int from, int length) {
            throw isMemory ? new OutOfMemoryError() : new StackOverflowError();
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    StringWriter err = new StringWriter();
    assertThat(Tfm.run(new PrintWriter(full), new PrintWriter(err), "offerings")).isEqualTo(2);
    assertThat(err.toString().strip()).isEqualTo(message);
  }

  @ParameterizedTest
  @CsvSource({"Broken pipe, false", "Daten, true", "The pipe is being closed, false"})
  void whenNobodyReadsTheAnswerItStopsQuietly(String message, boolean isPipe) {
    StringWriter err = new StringWriter();
    StandardOutput closed = failing(message, isPipe);
    assertThat(Tfm.run(closed, new PrintWriter(err), "offerings")).isZero();
    assertThat(err.toString()).isEmpty();
    assertThat(closed.isReaderGone()).isTrue();
  }

  @Test
  void anEncodingShowsWhatItHasAndPlainCharactersForTheRest() {
    String text = "• £1,000 – “yes”…";
    assertThat(shown(StandardCharsets.UTF_8, text)).isEqualTo(text);
    assertThat(shown(Charset.forName("windows-1252"), text)).isEqualTo(text);
    assertThat(shown(Charset.forName("IBM850"), text)).isEqualTo("* £1,000 - \"yes\"...");
    assertThat(shown(Charset.forName("windows-1251"), "£5")).isEqualTo("GBP 5");
  }

  @ParameterizedTest
  @CsvSource({"IBM850, IBM850", "windows-1252, windows-1252", "US-ASCII, UTF-8", "nonsense, UTF-8"})
  void aTerminalGetsTheEncodingThatItDeclares(String declared, Charset used) {
    assertThat(Terminal.charset(declared)).isEqualTo(used);
  }
}
