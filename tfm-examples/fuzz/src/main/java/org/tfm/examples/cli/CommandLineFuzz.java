package org.tfm.examples.cli;

import com.google.common.base.Splitter;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.tfm.examples.fuzz.Promises;

/**
 * Fuzzes command lines, one argument a line: the exit code is 0, 1 or 2, bad input prints nothing
 * to standard output, and no message shows a stack trace.
 */
public final class CommandLineFuzz {

  /** Paths outside the folder of the fuzzer; they are skipped because some commands write files. */
  private static final Pattern OUTSIDE = Pattern.compile("(^|=)\\s*[/~]|\\.\\.");

  private static final int MOST_ARGUMENTS = 14;

  private CommandLineFuzz() {}

  /** Tests one input. */
  public static void fuzzerTestOneInput(byte[] data) {
    String text = new String(data, StandardCharsets.UTF_8);
    List<String> arguments = Splitter.on('\n').splitToList(text);
    if (arguments.size() > MOST_ARGUMENTS
        || arguments.stream().anyMatch(argument -> OUTSIDE.matcher(argument).find())) {
      return;
    }
    System.setIn(new ByteArrayInputStream("{}".getBytes(StandardCharsets.UTF_8)));
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exitCode =
        Tfm.run(new PrintWriter(out), new PrintWriter(err), arguments.toArray(String[]::new));
    String complaints = err.toString();
    if (exitCode < 0
        || exitCode > 2
        || (complaints.contains("tfm failed") && !text.contains("tfm failed"))) {
      throw new AssertionError("exit code " + exitCode + ": " + complaints);
    }
    if (exitCode == 2 && (!out.toString().isEmpty() || complaints.isBlank())) {
      throw new AssertionError("unexpected output for bad input: " + out + complaints);
    }
    Promises.check(complaints, text);
  }
}
