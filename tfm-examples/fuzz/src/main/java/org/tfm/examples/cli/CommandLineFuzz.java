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
 * Command lines, an argument on each line: the exit code is 0, 1 or 2, nothing is printed to
 * standard output for bad input, and no stack trace is ever shown.
 */
public final class CommandLineFuzz {

  /** Paths stay in the folder in which the fuzzer runs, for some commands write files. */
  private static final Pattern OUTSIDE = Pattern.compile("(^|=)\\s*[/~]|\\.\\.");

  private static final int MOST_ARGUMENTS = 14;

  private CommandLineFuzz() {}

  /** Tries one input. */
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
      throw new AssertionError("bad input, and printed: " + out + complaints);
    }
    Promises.check(complaints, text);
  }
}
