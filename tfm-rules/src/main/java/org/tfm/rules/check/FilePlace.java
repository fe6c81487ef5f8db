package org.tfm.rules.check;

import java.util.OptionalLong;
import org.tfm.model.problem.Problem;

/**
 * A line of a file of a pack.
 *
 * @param file the file with its folder, or the folder of a pack
 * @param line the line, from 1; empty for the pack as a whole
 */
record FilePlace(String file, OptionalLong line) {

  static FilePlace of(String file, long line) {
    return new FilePlace(file, OptionalLong.of(line));
  }

  /** Where a problem is; a file as a whole is meant at its first line. */
  static FilePlace of(Problem problem) {
    String file = problem.file().orElseGet(problem::where);
    return isFile(file) ? of(file, problem.line().orElse(1)) : new FilePlace(file, problem.line());
  }

  private static boolean isFile(String name) {
    return name.endsWith(".drl") || name.endsWith(".yaml");
  }

  /** File and line, such as {@code here/grant.drl:12}. */
  @Override
  public String toString() {
    return file + (line.isPresent() ? ":" + line.getAsLong() : "");
  }
}
