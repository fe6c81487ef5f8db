package org.tfm.examples.batch;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tfm.model.problem.Problem;

/** The rows that are rejected, as they were, each with its reason. Not thread-safe. */
final class RejectedRows {

  private static final String REASON = "Why it was not assessed";

  private final FormOutput output;
  private final boolean namesFiles;
  private boolean isStarted;

  /**
   * No rows yet.
   *
   * @param namesFiles whether each row names its file, because there are several
   */
  RejectedRows(FormOutput output, boolean namesFiles) {
    this.output = output;
    this.namesFiles = namesFiles;
  }

  /**
   * Returns what is rejected with a copy of its rows, the first with the headings above it.
   *
   * @param headings all headings of the form
   */
  Rejected copied(Rejected bad, FormGroup group, List<String> headings) {
    StringBuilder copy = new StringBuilder();
    if (!isStarted) {
      isStarted = true;
      copy.append(output.head(headings, ours(FormBatch.ROW, REASON, FormBatch.FILE)));
    }
    int width = headings.size();
    if (group.end().isPresent()) {
      copy.append(
          output.row(
              Collections.nCopies(width, ""),
              ours(Long.toString(bad.line()), sentences(bad.problems().stream()), bad.file())));
    }
    for (CsvRow row : group.rows()) {
      List<String> cells = row.cells().cells();
      List<String> own =
          ImmutableList.copyOf(
              Iterables.limit(Iterables.concat(cells, Collections.nCopies(width, "")), width));
      copy.append(
          output.row(
              own,
              ours(Long.toString(row.line()), reason(bad.problems(), group, row), row.file())));
    }
    return new Rejected(bad.file(), bad.line(), bad.problems(), copy.toString());
  }

  private List<String> ours(String row, String reason, String file) {
    return namesFiles ? ImmutableList.of(row, reason, file) : ImmutableList.of(row, reason);
  }

  /** Returns why a row was not assessed: its own problems, or where those of its document are. */
  private static String reason(List<Problem> problems, FormGroup group, CsvRow row) {
    boolean isFirst = row.line() == group.first().line();
    String own = sentences(problems.stream().filter(problem -> isOf(problem, row.line(), isFirst)));
    String rows =
        problems.stream()
            .flatMapToLong(problem -> problem.line().stream())
            .distinct()
            .mapToObj(Long::toString)
            .collect(Collectors.joining(", "));
    return own.isEmpty()
        ? "The "
            + FormSentences.whole(row.form().kind())
            + " is not assessed because of "
            + (rows.isEmpty()
                ? "its first row."
                : (rows.contains(",") ? "rows " : "row ") + rows + ".")
        : own;
  }

  private static boolean isOf(Problem problem, long row, boolean isFirst) {
    return problem.line().isPresent() ? problem.line().getAsLong() == row : isFirst;
  }

  private static String sentences(Stream<Problem> problems) {
    return problems.map(FormSentences::sentence).collect(Collectors.joining(" "));
  }
}
