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

  /** The place of a pack as a whole. */
  static FilePlace ofPack(String folder) {
    return new FilePlace(folder, OptionalLong.empty());
  }

  /** The place of a problem; the first line if a problem is about a file as a whole. */
  static FilePlace of(Problem problem) {
    String file = problem.file().orElseGet(problem::where);
    return isFile(file) ? of(file, problem.line().orElse(1)) : new FilePlace(file, problem.line());
  }

  private static boolean isFile(String name) {
    return name.endsWith(".drl") || name.endsWith(".yaml");
  }

  /** The file and line, such as {@code here/grant.drl:12}. */
  @Override
  public String toString() {
    return file + (line.isPresent() ? ":" + line.getAsLong() : "");
  }
}
