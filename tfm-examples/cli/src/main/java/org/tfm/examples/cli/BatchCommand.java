package org.tfm.examples.cli;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ProgressBar;
import org.jspecify.annotations.Nullable;
import org.tfm.examples.batch.Batch;
import org.tfm.examples.batch.BatchOutput;
import org.tfm.examples.batch.BatchSummary;
import org.tfm.examples.batch.BookPolicies;
import org.tfm.examples.batch.FileFormat;
import org.tfm.examples.batch.FormBatch;
import org.tfm.examples.batch.FormOutput;
import org.tfm.examples.batch.InputFiles;
import org.tfm.examples.batch.Interests;
import org.tfm.examples.batch.RowAssessor;
import org.tfm.examples.batch.WholeFile;
import org.tfm.model.intake.FormKind;
import org.tfm.model.intake.FormMap;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;
import org.tfm.register.SchoolRegister;
import org.tfm.rules.book.PolicyBook;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Assesses many applications at once. */
@Command(
    name = "batch",
    description = {
      "Assesses many applications, one in each row of a file.",
      "",
      "Rows are JSON Lines (one application on each line), CSV or a workbook of Excel (.xlsx)."
          + " Columns have names such as school.urn, leadParticipants[0].trn and history[0].type. Leave a cell empty if the value is not known. Separate"
          + " the items of a list with semicolons; write none for an empty list.",
      "",
      "With --form, rows are a form whose headings are in a form map. OUT has the columns of the"
          + " form and, for each row, the verdict, what is missing, whom to ask and the next step."
          + " The command tfm form-map proposes a map. Each row is an application or, if the map"
          + " says `form: progress`, the progress of a school; with `form: group`, the rows of a work"
          + " group are assessed together. If the name of OUT ends in .xlsx, it is a workbook, with"
          + " sheets for problems and for the summary.",
      "",
      "Rows that cannot be assessed go to a file of their own, with line number and problem. If"
          + " there are none, an existing file of that name becomes empty. OUT appears only when all"
          + " rows are written.",
      "",
      "A quotation mark that is not closed ends a CSV file: the rows before it are written, the"
          + " lines from it on are rejected together, and the exit code is 2.",
      ""
    },
    mixinStandardHelpOptions = true)
final class BatchCommand implements Callable<Integer> {

  private static final String STANDARD_OUTPUT = "-";
  private static final int RESULT_FOUND = 1;

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
      description = "jsonl, csv or xlsx. Without it: the ending of IN, or jsonl.")
  private @Nullable FileFormat inFormat;

  @Option(
      names = "--out-format",
      paramLabel = "FORMAT",
      description = "jsonl, csv, or xlsx with --form. Without it: the ending of OUT, or jsonl.")
  private @Nullable FileFormat outFormat;

  @Mixin private FormOptions forms = new FormOptions();

  @Option(
      names = "--fail-on",
      paramLabel = "RESULT",
      split = ",",
      description =
          "End with exit code 1 if a row has one of these results: no, more (information needed),"
              + " hub (decides), rejected. Separate several with commas.")
  private List<FailOn> failOn = new ArrayList<>();

  @Option(names = "--verdicts", description = "Write the verdicts only.")
  private boolean verdictsOnly;

  @Option(
      names = "--rejects",
      paramLabel = "FILE",
      description =
          "The file for rows that cannot be assessed; replaced if it exists, and empty if there are"
              + " none. Without it: OUT.rejected.jsonl, or OUT.rejected.csv with --form, which is"
              + " made only for such rows; a workbook has a sheet of their problems.")
  private @Nullable Path rejects;

  @Option(names = "--strict", description = "End with exit code 1 if a row cannot be assessed.")
  private boolean strict;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "The number of threads. Without it: one for each core.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Mixin private PacksOption packs = new PacksOption();

  @Mixin private OnOption on = new OnOption();

  @Mixin private RegisterOption register = new RegisterOption();

  /** A run over rows. */
  @FunctionalInterface
  private interface Run {
    BatchSummary run(InputFiles rows, BatchOutput out) throws IOException;
  }

  @Override
  public Integer call() {
    if (threads < 1) {
      throw new InvalidInputException(
          Problem.of(ProblemCode.INVALID_VALUE, "expected 1 or more").inPart("--threads"));
    }
    checkOptions();
    Optional<FormMap> map = forms.map();
    PolicyBook book = packs.book(Printer.messages(spec));
    BookPolicies policies = new BookPolicies(book, on.day());
    Optional<SchoolRegister> schools = register.open();
    RowAssessor assessor = new RowAssessor(policies, schools);
    Optional<Interests> interests = forms.interests(policies);
    FormOutput output = forms.output();
    Run batch =
        map.isPresent()
            ? new FormBatch(
                    policies,
                    schools,
                    output,
                    isWorkbook() ? output.workbook(kind(map.get())) : output.csv(),
                    interests,
                    threads)
                ::run
            : new Batch(assessor, outFormat().rows(verdictsOnly), threads)::run;
    try (InputFiles rows = InputFiles.of(in, Optional.ofNullable(inFormat), map);
        BatchTarget target = target()) {
      BatchSummary summary = run(batch, rows, target);
      target.finish();
      Printer messages = Printer.messages(spec);
      messages.page(summary.page());
      interests.ifPresent(known -> report(known, messages));
      if (summary.rejected() > 0 && summary.assessed() == 0) {
        messages.line("No row could be assessed.");
        return Tfm.BAD_INPUT;
      }
      if (rows.isCutShort()) {
        messages.line("Not every line of the input could be read.");
        return Tfm.BAD_INPUT;
      }
      boolean fails =
          (strict && summary.rejected() > 0)
              || failOn.stream().anyMatch(result -> result.rows(summary) > 0);
      return fails ? RESULT_FOUND : 0;
    } catch (BatchTarget.OutputEndedException e) {
      return 0;
    } catch (IOException e) {
      throw new InvalidInputException(
          Problem.of(
                  ProblemCode.NOT_WRITABLE,
                  "the file cannot be written completely. Maybe the disk is full?")
              .inFile(out));
    }
  }

  private static FormKind kind(FormMap map) {
    return map.form().orElse(FormKind.APPLICATION);
  }

  private void checkOptions() {
    forms.check();
    if (forms.isGiven() && (verdictsOnly || outFormat == FileFormat.JSONL)) {
      throw new InvalidInputException(
          Problem.of(ProblemCode.CONTRADICTION, "with a form map, the output is a table for people")
              .withHint("Leave out " + (verdictsOnly ? "`--verdicts`" : "`--out-format`"))
              .inPart("--form"));
    }
    if (forms.isGiven() && isWorkbook()) {
      checkWorkbook();
    }
    if (forms.isGiven() && inFormat == FileFormat.JSONL) {
      throw new InvalidInputException(
          Problem.of(ProblemCode.CONTRADICTION, "a form map is for tables, not for JSON Lines")
              .inPart("--form"));
    }
  }

  /** Whether OUT is a workbook. */
  private boolean isWorkbook() {
    return forms.isGiven()
        && (outFormat == null
            ? FileFormat.ofTable(out) == FileFormat.XLSX
            : outFormat == FileFormat.XLSX);
  }

  private void checkWorkbook() {
    if (out.equals(STANDARD_OUTPUT)) {
      throw new InvalidInputException(
          Problem.of(ProblemCode.CONTRADICTION, "a workbook is written to a file")
              .withHint("Name a file that ends in `.xlsx`")
              .inPart("OUT"));
    }
    if (outFormat == null && !out.toLowerCase(Locale.ROOT).endsWith(".xlsx")) {
      throw new InvalidInputException(
          Problem.of(ProblemCode.INVALID_VALUE, "workbooks are written as `.xlsx` only")
              .withHint("Name a file that ends in `.xlsx`")
              .inFile(out));
    }
  }

  private static BatchSummary run(Run batch, InputFiles rows, BatchTarget target)
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
                () ->
                    new InvalidInputException(
                        InputFiles.unknownFormat(out, "`.jsonl` or `.csv`", "--out-format")));
  }

  private BatchTarget target() throws IOException {
    Printer answers = Printer.answers(spec);
    Printer messages = Printer.messages(spec);
    if (out.equals(STANDARD_OUTPUT)) {
      if (rejects != null) {
        read().check(rejects);
      }
      return BatchTarget.printed(rejects, answers, messages);
    }
    Path file = path(out);
    if (isWorkbook() && rejects == null) {
      read().check(file);
      return BatchTarget.workbook(file, answers, messages);
    }
    Path bad =
        rejects == null
            ? path(out + (forms.isGiven() ? ".rejected.csv" : ".rejected.jsonl"))
            : rejects;
    read().check(file);
    read().check(bad);
    if (WholeFile.wouldChange(file, bad) || WholeFile.wouldChange(bad, file)) {
      throw new InvalidInputException(
          Problem.of(
                  ProblemCode.CONTRADICTION, "rejected rows and assessed rows need different files")
              .inFile(bad.toString()));
    }
    return BatchTarget.files(file, bad, rejects != null, answers, messages);
  }

  /** The files that are read: rows, maps, a register, expressions of interest and packs. */
  private ReadFiles read() {
    return new ReadFiles(
        ImmutableList.<String>builder()
            .add(in)
            .addAll(forms.files())
            .addAll(register.file().map(Path::toString).stream().toList())
            .build(),
        packs.folders());
  }

  private static Path path(String name) {
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      throw new InvalidInputException(
          Problem.of(ProblemCode.INVALID_VALUE, "this is not a file name").inFile(name));
    }
  }

  private static void report(Interests interests, Printer messages) {
    messages.line(
        "Expressions of interest without an application: " + interests.withoutApplication());
    if (interests.unreadable() > 0) {
      messages.line("Expressions of interest that cannot be read: " + interests.unreadable());
    }
  }
}
