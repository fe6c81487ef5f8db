package org.tfm.register;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;

/** Recognises tables whose columns are separated by another character than a comma. */
public final class Separators {

  private Separators() {}

  /**
   * Rejects a first line that is one title only and contains semicolons or tabs.
   *
   * @param titles the titles of the columns, separated at commas
   * @param file the name of the file in messages
   * @param line the line of the titles
   * @throws InvalidInputException if the columns are separated by semicolons or tabs
   */
  public static void check(List<String> titles, String file, long line) {
    requireNonNull(titles, "titles");
    requireNonNull(file, "file");
    String first = titles.isEmpty() ? "" : titles.get(0);
    boolean hasTabs = first.indexOf('\t') >= 0;
    if (titles.size() == 1 && (hasTabs || first.indexOf(';') >= 0)) {
      throw new InvalidInputException(
          Problem.of(
                  ProblemCode.MALFORMED,
                  "the columns are separated by %s; expected commas",
                  hasTabs ? "tabs" : "semicolons")
              .withHint("Save it as CSV with commas, in UTF-8")
              .inFile(file, line));
    }
  }
}
