package org.tfm.examples.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ProgressBar;
import org.jspecify.annotations.Nullable;
import org.tfm.examples.batch.Batch;
import org.tfm.examples.batch.BatchSummary;
import org.tfm.examples.batch.BookPolicies;
import org.tfm.examples.batch.FileFormat;
import org.tfm.examples.batch.InputFiles;
import org.tfm.examples.batch.RowAssessor;
import org.tfm.examples.batch.RowFormat;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;
import org.tfm.rules.book.PolicyBook;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Assesses many applications at once. */
@Command(
    name = "batch",
    description = {
      "Assesses many applications at once: a row of a file each.",
      "",
      "Rows are JSON Lines (an application on each line) or CSV, whose columns have the names that"
          + " values have in messages, such as school.urn, leadParticipants[0].trn,"
          + " history[0].type or answers.committed-to-mastery; an empty cell is not given, words"
          + " and numbers of a list have semicolons between them, and a list with nothing in it is"
          + " none.",
      "",
      "A row that cannot be assessed goes to a file of its own, with its line and what is wrong with"
          + " it; the others are not touched by that. OUT is there when everything was written, or"
          + " not at all.",
      ""
    },
    mixinStandardHelpOptions = true)
final class BatchCommand implements Callable<Integer> {

  private static final String STANDARD_OUTPUT = "-";
  private static final int ROWS_REJECTED = 1;

  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "IN",
      description = "A file, a folder of files, or - for standard input.")
  private String in;

  @Parameters(index = "1", paramLabel = "OUT", description = "A file, or - for standard output.")
  private String out;

  @Option(
      names = "--in-format",
      paramLabel = "FORMAT",
      description = "jsonl or csv; if left out, as the name of IN ends, or jsonl.")
  private @Nullable FileFormat inFormat;

  @Option(
      names = "--out-format",
      paramLabel = "FORMAT",
      description = "jsonl or csv; if left out, as the name of OUT ends, or jsonl.")
  private @Nullable FileFormat outFormat;

  @Option(names = "--verdicts", description = "Write the verdicts only.")
  private boolean verdictsOnly;

  @Option(
      names = "--rejects",
      paramLabel = "FILE",
      description =
          "Where rows that cannot be assessed are told of; OUT.rejected.jsonl if left out.")
  private @Nullable Path rejects;

  @Option(names = "--strict", description = "Exit code 1 if a row cannot be assessed.")
  private boolean strict;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "How many threads assess; as many as there are cores if left out.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--packs",
      paramLabel = "DIR",
      description = "A folder with packs of your own, beside the bundled ones.")
  private List<Path> packs = new ArrayList<>();

  @Option(
      names = "--on",
      paramLabel = "DATE",
      description = {
        "The day whose policy is meant; if left out, the day on which each was handed in, or else",
        "the first of the academic year. A day outside the year counts as its first or last."
      })
  private @Nullable LocalDate on;

  @Override
  public Integer call() {
    if (threads < 1) {
      throw new InvalidInputException(
          Problem.of(ProblemCode.INVALID_VALUE, "expected 1 or more").inPart("--threads"));
    }
    RowFormat format = outFormat().rows(verdictsOnly);
    PolicyBook book = Books.with(packs);
    RowAssessor assessor = new RowAssessor(new BookPolicies(book, Optional.ofNullable(on)));
    try (InputFiles rows = InputFiles.of(in, Optional.ofNullable(inFormat));
        BatchTarget target = target()) {
      BatchSummary summary = run(new Batch(assessor, format, threads), rows, target);
      target.finish();
      PrintWriter err = spec.commandLine().getErr();
      err.print(summary.text());
      return strict && summary.rejected() > 0 ? ROWS_REJECTED : 0;
    } catch (BatchTarget.NobodyReadsException e) {
      return 0;
    } catch (IOException e) {
      throw new InvalidInputException(
          Problem.of(
                  ProblemCode.NOT_WRITABLE,
                  "it cannot be written to its end. Maybe the disk is full?")
              .inFile(out));
    }
  }

  private static BatchSummary run(Batch batch, InputFiles rows, BatchTarget target)
      throws IOException {
    if (!Terminal.isBarWanted(target.isPrinting())) {
      return batch.run(rows, target);
    }
    try (ProgressBar bar = Terminal.bar("batch", rows.bytes()).build()) {
      long start = System.nanoTime();
      return batch.run(
          rows,
          (some, rejected, soFar) -> {
            target.take(some, rejected, soFar);
            bar.stepTo(rows.bytesRead());
            double seconds = Math.max(1, System.nanoTime() - start) / 1e9;
            bar.setExtraMessage(
                String.format(
                    Locale.ROOT, " %,d rows, %,.0f rows/s", soFar.rows(), soFar.rows() / seconds));
          });
    }
  }

  private FileFormat outFormat() {
    if (outFormat != null) {
      return outFormat;
    }
    return out.equals(STANDARD_OUTPUT)
        ? FileFormat.JSONL
        : FileFormat.find(out)
            .orElseThrow(
                () -> new InvalidInputException(InputFiles.unknownFormat(out, "--out-format")));
  }

  private BatchTarget target() throws IOException {
    PrintWriter printed = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    if (out.equals(STANDARD_OUTPUT)) {
      if (rejects != null) {
        checkNotRead(rejects);
      }
      return BatchTarget.printed(rejects, printed, err);
    }
    Path file = path(out);
    Path bad = rejects == null ? path(out + ".rejected.jsonl") : rejects;
    checkNotRead(file);
    checkNotRead(bad);
    if (file.toAbsolutePath().normalize().equals(bad.toAbsolutePath().normalize())) {
      throw new InvalidInputException(
          Problem.of(
                  ProblemCode.CONTRADICTION,
                  "rejected rows cannot go to the same file as the others")
              .inFile(bad.toString()));
    }
    return BatchTarget.files(file, bad, printed, err);
  }

  private void checkNotRead(Path written) throws IOException {
    if (isIn(written, in)) {
      throw new InvalidInputException(
          Problem.of(ProblemCode.CONTRADICTION, "this is read; it cannot be written as well")
              .inFile(written.toString()));
    }
  }

  private static Path path(String name) {
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      throw new InvalidInputException(
          Problem.of(ProblemCode.INVALID_VALUE, "this is no name of a file").inFile(name));
    }
  }

  /** Whether a file is the input, or stands in the folder that is the input. */
  private static boolean isIn(Path file, String input) throws IOException {
    Path read = Path.of(input);
    Path folder = file.toAbsolutePath().normalize().getParent();
    return (Files.isRegularFile(file) && Files.exists(read) && Files.isSameFile(file, read))
        || (Files.isDirectory(read)
            && folder != null
            && Files.isDirectory(folder)
            && Files.isSameFile(folder, read));
  }
}
