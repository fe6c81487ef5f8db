package org.tfm.examples.cli;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tfm.examples.batch.BatchOutput;
import org.tfm.examples.batch.BatchSummary;
import org.tfm.examples.batch.Rejected;
import org.tfm.examples.batch.WholeFile;
import org.tfm.model.json.TfmJson;
import org.tfm.model.problem.Problem;

/**
 * Where the results of a batch go: a file or standard output. Rejected rows go to a file or,
 * without one, the first of them to standard error; a workbook has a sheet about them.
 */
final class BatchTarget implements BatchOutput, Closeable {

  private static final int MOST_COMPLAINTS = 20;

  private final @Nullable WholeFile file;
  private final @Nullable WholeFile rejects;
  private final boolean isAsked;
  private final Printer answers;
  private final Printer messages;
  private final boolean hasProblems;
  private long rejected;

  private BatchTarget(
      @Nullable WholeFile file,
      @Nullable WholeFile rejects,
      boolean isAsked,
      boolean hasProblems,
      Printer answers,
      Printer messages) {
    this.file = file;
    this.rejects = rejects;
    this.isAsked = isAsked;
    this.hasProblems = hasProblems;
    this.answers = answers;
    this.messages = messages;
  }

  /**
   * Two files.
   *
   * @param isAsked whether the file of the rejected rows is written even if it is new and empty
   */
  static BatchTarget files(
      Path out, Path rejects, boolean isAsked, Printer answers, Printer messages)
      throws IOException {
    WholeFile file = WholeFile.create(out);
    try {
      return new BatchTarget(file, WholeFile.create(rejects), isAsked, false, answers, messages);
    } catch (RuntimeException e) {
      file.close();
      throw e;
    }
  }

  /** Standard output, and a file of the rejected rows if there is one. */
  static BatchTarget printed(@Nullable Path rejects, Printer answers, Printer messages) {
    return new BatchTarget(
        null, rejects == null ? null : WholeFile.create(rejects), true, false, answers, messages);
  }

  /** A file that also says what is wrong with the rejected rows. */
  static BatchTarget workbook(Path out, Printer answers, Printer messages) {
    return new BatchTarget(WholeFile.create(out), null, false, true, answers, messages);
  }

  /** Thrown when standard output takes no more; the program says why, if it has to. */
  static final class OutputEndedException extends IOException {
    private static final long serialVersionUID = 1L;
  }

  @Override
  public void take(byte[] rows, List<Rejected> bad, BatchSummary soFar) throws IOException {
    if (file != null) {
      file.write(rows);
    } else {
      answers.rows(new String(rows, StandardCharsets.UTF_8));
      if (answers.isClosed()) {
        throw new OutputEndedException();
      }
    }
    for (Rejected row : bad) {
      rejected++;
      if (rejects != null) {
        String written = row.copy().isEmpty() ? TfmJson.write(row) + "\n" : row.copy();
        rejects.write(written.getBytes(StandardCharsets.UTF_8));
      } else if (!hasProblems && rejected <= MOST_COMPLAINTS) {
        for (Problem problem : row.problems()) {
          messages.line(row.file() + ":" + row.line() + ": " + problem);
        }
      }
    }
  }

  /** Whether rows are printed. */
  boolean isPrinting() {
    return file == null;
  }

  /**
   * Moves the files to their places, first that of the rejected rows. Without any it is empty, so
   * that those of an earlier run do not pass for rows of this one; only a file that nobody asked
   * for and that does not exist is not made.
   */
  void finish() throws IOException {
    if (hasProblems && rejected > 0) {
      messages.line("The sheet “Problems” says what to do about the rejected rows.");
    }
    if (!hasProblems && rejects == null && rejected > MOST_COMPLAINTS) {
      messages.line(
          String.format(
              Locale.ROOT,
              "%,d more rows are rejected. Use `--rejects` to write all of them to a file.",
              rejected - MOST_COMPLAINTS));
    }
    if (rejects != null && (rejected > 0 || isAsked || rejects.replaces())) {
      rejects.finish();
    }
    if (rejects != null && rejected > 0) {
      messages.line("The rejected rows are in " + rejects);
    }
    if (file != null) {
      file.finish();
    }
  }

  @Override
  public void close() throws IOException {
    if (file != null) {
      file.close();
    }
    if (rejects != null) {
      rejects.close();
    }
  }
}
