package org.tfm.examples.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine.Parameters;

/** The saved decisions that a command reads. */
final class RecordsParameter {

  @Parameters(
      arity = "1..*",
      paramLabel = "RECORD",
      description = "One or more records that --record saved; - reads standard input.")
  private List<String> files = new ArrayList<>();

  /** Applies a function to each file, in order. */
  <T> List<T> each(Function<String, T> made) {
    return Input.each(files, made);
  }
}
