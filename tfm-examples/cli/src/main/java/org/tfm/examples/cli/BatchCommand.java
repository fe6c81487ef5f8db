package org.tfm.examples.cli;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
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
import org.tfm.model.assessment.Verdict;
import org.tfm.model.intake.FormKind;
import org.tfm.model.intake.FormMap;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;
import org.tfm.register.SchoolRegister;
import org.tfm.rules.book.PolicyBook;
import org.tfm.rules.pack.Pack;
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
          + " The command tfm form-map proposes a map. If the name of OUT ends in .xlsx, it is a"
          + " workbook, with sheets for problems and for the summary.",
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

  @Option(
      names = "--form",
      paramLabel = "MAP",
      description = "The form map (YAML) of the tables in IN. OUT is then a table for people.")
  private @Nullable String form;

  @Option(
      names = "--interest",
      paramLabel = "FILE",
      description = "A form of earlier expressions of interest; OUT says which schools sent one.")
  private @Nullable String interest;

  @Option(
      names = "--interest-form",
      paramLabel = "MAP",
      description = "The form map of the expressions of interest.")
  private @Nullable String interestForm;

  @Option(
      names = "--excel",
      description = "With --form: write OUT for Excel, with dates such as 31/10/2022.")
  private boolean excel;

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

  @Option(
      names = "--packs",
      paramLabel = "DIR",
      description = "Also load the packs in this folder. Can be repeated.")
  private List<Path> packs = new ArrayList<>();

  @Option(
      names = "--on",
      paramLabel = "DATE",
      description =
          "Use the policy of this day, such as 2022-10-31. Without it: the day on which "
              + "each application was submitted, or the first day of its academic year. A day "
              + "before or after the year counts as its first or last day.")
  private @Nullable LocalDate on;

  @Mixin private RegisterOption register = new RegisterOption();

  /** A result that makes the command fail. */
  enum FailOn {
    NO {
      @Override
      long rows(BatchSummary summary) {
        return summary.with(Verdict.NO);
      }
    },
    MORE {
      @Override
      long rows(BatchSummary summary) {
        return summary.with(Verdict.MORE_INFORMATION_NEEDED);
      }
    },
    HUB {
      @Override
      long rows(BatchSummary summary) {
        return summary.with(Verdict.REFER_TO_HUB);
      }
    },
    REJECTED {
      @Override
      long rows(BatchSummary summary) {
        return summary.rejected();
      }
    };

    /** The number of rows with this result. */
    abstract long rows(BatchSummary summary);
  }

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
    Optional<FormMap> map = Optional.ofNullable(form).map(BatchCommand::map);
    map.ifPresent(one -> checkKind(form, one, FormKind.APPLICATION));
    PolicyBook book = Books.with(packs, Printer.messages(spec));
    BookPolicies policies = new BookPolicies(book, Optional.ofNullable(on));
    Optional<SchoolRegister> schools = register.open();
    RowAssessor assessor = new RowAssessor(policies, schools);
    Optional<Interests> interests = interests(policies);
    FormOutput output = new FormOutput(excel);
    Run batch =
        map.isPresent()
            ? new FormBatch(
                    policies,
                    schools,
                    output,
                    isWorkbook() ? output.workbook() : output.csv(),
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

  private void checkOptions() {
    if (form == null && (excel || interest != null)) {
      throw new InvalidInputException(
          Problem.of(ProblemCode.CONTRADICTION, "it needs a form map")
              .withHint("Add `--form MAP`")
              .inPart(excel ? "--excel" : "--interest"));
    }
    if ((interest == null) != (interestForm == null)) {
      throw new InvalidInputException(
          Problem.of(ProblemCode.CONTRADICTION, "use both `--interest` and `--interest-form`"));
    }
    if (form != null && (verdictsOnly || outFormat == FileFormat.JSONL)) {
      throw new InvalidInputException(
          Problem.of(ProblemCode.CONTRADICTION, "with a form map, the output is a table for people")
              .withHint("Leave out " + (verdictsOnly ? "`--verdicts`" : "`--out-format`"))
              .inPart("--form"));
    }
    if (form != null && isWorkbook()) {
      checkWorkbook();
    }
    if (form != null && inFormat == FileFormat.JSONL) {
      throw new InvalidInputException(
          Problem.of(ProblemCode.CONTRADICTION, "a form map is for tables, not for JSON Lines")
              .inPart("--form"));
    }
  }

  /** Whether OUT is a workbook. */
  private boolean isWorkbook() {
    return form != null
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

  private static FormMap map(String file) {
    return Input.read(file, text -> Pack.readYaml(text, FormMap.class));
  }

  private static void checkKind(@Nullable String file, FormMap map, FormKind expected) {
    FormKind kind = map.form().orElse(FormKind.APPLICATION);
    if (kind != expected) {
      throw new InvalidInputException(
          Problem.of(
                  ProblemCode.CONTRADICTION,
                  "the form map is for another document; expected `form: %s`",
                  expected == FormKind.APPLICATION ? "application" : "expression-of-interest")
              .inFile(String.valueOf(file)));
    }
  }

  private Optional<Interests> interests(BookPolicies policies) {
    if (interest == null || interestForm == null) {
      return Optional.empty();
    }
    FormMap map = map(interestForm);
    checkKind(interestForm, map, FormKind.EXPRESSION_OF_INTEREST);
    return Optional.of(Interests.read(interest, map, policies));
  }

  private static void report(Interests interests, Printer messages) {
    messages.line(
        "Expressions of interest without an application: " + interests.withoutApplication());
    if (interests.unreadable() > 0) {
      messages.line("Expressions of interest that cannot be read: " + interests.unreadable());
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
        checkNotRead(rejects);
      }
      return BatchTarget.printed(rejects, answers, messages);
    }
    Path file = path(out);
    if (isWorkbook() && rejects == null) {
      checkNotRead(file);
      return BatchTarget.workbook(file, answers, messages);
    }
    Path bad =
        rejects == null
            ? path(out + (form == null ? ".rejected.jsonl" : ".rejected.csv"))
            : rejects;
    checkNotRead(file);
    checkNotRead(bad);
    if (WholeFile.wouldChange(file, bad) || WholeFile.wouldChange(bad, file)) {
      throw new InvalidInputException(
          Problem.of(
                  ProblemCode.CONTRADICTION, "rejected rows and assessed rows need different files")
              .inFile(bad.toString()));
    }
    return BatchTarget.files(file, bad, rejects != null, answers, messages);
  }

  private void checkNotRead(Path written) throws IOException {
    boolean isOther = false;
    for (String read : otherInputs()) {
      isOther |= isIn(written, read);
    }
    if (isOther || isIn(written, in) || isOfPacks(written)) {
      throw new InvalidInputException(
          Problem.of(ProblemCode.CONTRADICTION, "the input cannot be written to")
              .inFile(written.toString()));
    }
  }

  /** The files that are read beside the rows: maps, a register, expressions of interest. */
  private List<String> otherInputs() {
    return Stream.concat(
            Stream.of(form, interest, interestForm).filter(Objects::nonNull),
            register.file().map(Path::toString).stream())
        .toList();
  }

  private static Path path(String name) {
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      throw new InvalidInputException(
          Problem.of(ProblemCode.INVALID_VALUE, "this is not a file name").inFile(name));
    }
  }

  /** Whether writing a file would change the input, or one in the folder that is the input. */
  private static boolean isIn(Path file, String input) throws IOException {
    Path read = Path.of(input);
    if (!Files.isDirectory(read)) {
      return Files.isRegularFile(read) && WholeFile.wouldChange(file, read);
    }
    Path folder = file.toAbsolutePath().normalize().getParent();
    if (folder != null && Files.isDirectory(folder) && Files.isSameFile(folder, read)) {
      return true;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(read)) {
      for (Path one : files) {
        if (Files.isRegularFile(one) && WholeFile.wouldChange(file, one)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether a file is below one of the folders of packs. */
  private boolean isOfPacks(Path file) throws IOException {
    Path real = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath().normalize();
    for (Path folder : packs) {
      if (Files.exists(folder) && real.startsWith(folder.toRealPath())) {
        return true;
      }
    }
    return false;
  }
}
