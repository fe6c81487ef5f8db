package org.tfm.examples.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** The progress that a command shows on a terminal. */
final class Terminal {

  private static final int BAR_WIDTH = 80;
  private static final int ERROR_STREAM = 2;
  private static final int OUTPUT_STREAM = 1;
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
