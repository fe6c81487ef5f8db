package org.tfm.examples.cli;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** The standard streams of the process, and the progress that a command shows on a terminal. */
final class Terminal {

  private static final int BAR_WIDTH = 80;

  /** The number of the standard error. */
  static final int ERROR_STREAM = 2;

  /** The number of the standard output. */
  static final int OUTPUT_STREAM = 1;

  private static final int JAVA_WITH_A_CONSOLE_ALWAYS = 22;

  private Terminal() {}

  /**
   * Whether somebody would see a progress bar and it would not disturb other output.
   *
   * @param printing whether rows are printed to standard output
   */
  static boolean isBarWanted(boolean printing) {
    return isTerminal(ERROR_STREAM) && !(printing && isTerminal(OUTPUT_STREAM));
  }

  /**
   * Whether a stream of this process is a terminal. Linux knows for each stream. Elsewhere Java up
   * to 21 knows only whether there is a terminal at all, and later versions always say yes.
   */
  @SuppressWarnings("SystemConsoleNull")
  private static boolean isTerminal(int stream) {
    return target(stream)
        .map(target -> target.startsWith("/dev/pts/") || target.startsWith("/dev/tty"))
        .orElseGet(
            () ->
                Runtime.version().feature() < JAVA_WITH_A_CONSOLE_ALWAYS
                    && System.console() != null);
  }

  /** Whether another process reads a stream; false where that is not known. */
  static boolean isPipe(int stream) {
    String target = target(stream).orElse("");
    return target.startsWith("pipe:") || target.startsWith("socket:");
  }

  /**
   * Returns the encoding of a stream: UTF-8, or what a terminal declares.
   *
   * @param property the system property with the encoding of the terminal
   */
  static Charset charset(int stream, String property) {
    return isTerminal(stream)
        ? charset(
            System.getProperty(
                property,
                System.getProperty("sun." + property, System.getProperty("native.encoding", ""))))
        : StandardCharsets.UTF_8;
  }

  /** Returns a charset by name; UTF-8 if it is unknown, or ASCII, which declares nothing. */
  static Charset charset(String name) {
    try {
      Charset declared = Charset.forName(name);
      return declared.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : declared;
    } catch (IllegalArgumentException e) {
      return StandardCharsets.UTF_8;
    }
  }

  private static Optional<String> target(int stream) {
    try {
      return Optional.of(Files.readSymbolicLink(Path.of("/proc/self/fd/" + stream)).toString());
    } catch (IOException | UnsupportedOperationException e) {
      return Optional.empty();
    }
  }

  /**
   * A bar on standard error for the bytes read.
   *
   * @param bytes the number of bytes, or -1 if it is not known
   */
  static ProgressBarBuilder bar(String task, long bytes) {
    return ProgressBar.builder()
        .setTaskName(task)
        .setInitialMax(bytes)
        .setUnit(" MB", 1_000_000)
        .setStyle(ProgressBarStyle.ASCII)
        .setConsumer(new ConsoleProgressBarConsumer(System.err, BAR_WIDTH))
        .clearDisplayOnFinish();
  }
}
