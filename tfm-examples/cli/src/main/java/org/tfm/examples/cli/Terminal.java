package org.tfm.examples.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** What a command shows to somebody who watches. */
final class Terminal {

  private static final int BAR_WIDTH = 80;
  private static final int ERROR_STREAM = 2;
  private static final int OUTPUT_STREAM = 1;
  private static final int JAVA_WITH_A_CONSOLE_ALWAYS = 22;

  private Terminal() {}

  /**
   * Whether somebody would see a bar and nothing would be spoilt by it.
   *
   * @param printing whether rows are printed to standard output
   */
  static boolean isBarWanted(boolean printing) {
    return isTerminal(ERROR_STREAM) && !(printing && isTerminal(OUTPUT_STREAM));
  }

  /**
   * Whether a stream of this process is a terminal. Linux tells of each stream. Elsewhere Java up
   * to 21 knows only whether there is a terminal at all, and later ones say yes in any case.
   */
  @SuppressWarnings("SystemConsoleNull")
  private static boolean isTerminal(int stream) {
    try {
      String target = Files.readSymbolicLink(Path.of("/proc/self/fd/" + stream)).toString();
      return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
    } catch (IOException | UnsupportedOperationException e) {
      return Runtime.version().feature() < JAVA_WITH_A_CONSOLE_ALWAYS && System.console() != null;
    }
  }

  /**
   * A bar on standard error for the bytes read.
   *
   * @param bytes how many there are, or -1 if nobody knows
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
