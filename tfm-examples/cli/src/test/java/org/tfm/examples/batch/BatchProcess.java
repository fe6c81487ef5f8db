package org.tfm.examples.batch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tfm.examples.cli.Tfm;

/** The {@code tfm batch} command in a process of its own. */
final class BatchProcess {

  private BatchProcess() {}

  /** The process, which reads standard input and writes its errors to a file. */
  static Process start(String heap, Path out, Path errors, String... more) throws IOException {
    return startOn("-", heap, out, errors, more);
  }

  /** The process on this input, which writes its errors to a file. */
  static Process startOn(String in, String heap, Path out, Path errors, String... more)
      throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Tfm.class.getName(),
                "batch",
                in,
                out.toString()));
    command.addAll(List.of(more));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(errors.toFile())
        .start();
  }
}
