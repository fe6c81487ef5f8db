package org.tfm.examples.batch;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterators;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tfm.examples.text.Words;
import org.tfm.model.document.Document;
import org.tfm.model.intake.FormReader;
import org.tfm.model.intake.Intake;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;
import org.tfm.register.RegisterFill;
import org.tfm.register.SchoolRegister;

/**
 * A run over the rows of a form.
 *
 * <p>Each row comes out with its own cells and what a hub reads about it. Rows of one school are
 * assessed together if each person has a row; then all rows are kept in memory, otherwise only the
 * keys of schools and people.
 */
public final class FormBatch {

  private static final int CHUNK = 64;
  private static final String TO_CHECK = "To check";
  static final String ROW = "Row";
  static final String FILE = "File";
  private static final String FROM_REGISTER = "From the register";

  private final Policies policies;
  private final Optional<SchoolRegister> register;
  private final FormOutput output;
  private final FormTable table;
  private final Optional<Interests> interests;
  private final int threads;

  /**
   * The run.
   *
   * @param register the register that fills what rows leave out; absent if there is none
   * @param output how rows are written
   * @param table where assessed rows are written, used by this run only
   * @param interests the expressions of interest that came before; absent if nobody asks
   */
  public FormBatch(
      Policies policies,
      Optional<SchoolRegister> register,
      FormOutput output,
      FormTable table,
      Optional<Interests> interests,
      int threads) {
    this.policies = policies;
    this.register = register;
    this.output = output;
    this.table = table;
    this.interests = interests;
    this.threads = threads;
  }

  /** A group, read and assessed. */
  private record Done(
      FormGroup group,
      RowResult result,
      Optional<Intake<? extends Document>> read,
      List<String> cells) {}

  /**
   * Assesses every row.
   *
   * @throws IOException if the output throws it
   * @throws InvalidInputException if the rest of the input cannot be read, or the files have
   *     different headings
   */
  public BatchSummary run(InputFiles rows, BatchOutput out) throws IOException {
    BatchSummary summary = new BatchSummary();
    Seen seen = new Seen();
    Heads heads = new Heads(rows.areSeveral());
    RejectedRows rejects = new RejectedRows(output, rows.areSeveral());
    try {
      OrderedPipeline.run(
          Iterators.partition(FormGroup.of(rows), CHUNK),
          threads,
          chunk -> chunk.stream().map(this::assess).toList(),
          chunk -> {
            try {
              write(chunk, heads, rejects, seen, summary, out);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
      out.take(table.end(summary), ImmutableList.of(), summary);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return summary;
  }

  private Done assess(FormGroup group) {
    if (group.end().isPresent()) {
      return atEnd(group, group.end().get());
    }
    CsvRow first = group.first();
    try {
      group.check();
      Intake<? extends Document> read =
          FormDocuments.read(
              first.form(), group.rows().stream().map(CsvRow::cells).toList(), policies);
      Document document = read.document();
      Optional<RegisterFill<Document>> filled =
          register.map(schools -> RegisterFill.of(schools, document));
      Assessed assessed =
          new Assessed(
              first.file(),
              first.line(),
              FormDocuments.school(document).urn(),
              policies.assess(filled.map(RegisterFill::document).orElse(document)),
              filled.map(RegisterFill::findings));
      return new Done(
          group,
          assessed,
          Optional.of(read),
          FormSentences.of(first.form().kind(), assessed.assessment()));
    } catch (InvalidInputException e) {
      return rejected(group, e.problems());
    } catch (RuntimeException | StackOverflowError e) {
      return rejected(group, ImmutableList.of(Problem.ofFault(e)));
    }
  }

  /** Returns the problem of the rest of a file. */
  private Done atEnd(FormGroup group, InputRow end) {
    try {
      throw new IllegalStateException("the end of a file is " + end.application(policies));
    } catch (InvalidInputException e) {
      return new Done(
          group,
          new Rejected(end.file(), end.line(), e.problems()),
          Optional.empty(),
          ImmutableList.of());
    }
  }

  private static Done rejected(FormGroup group, ImmutableList<Problem> problems) {
    CsvRow first = group.first();
    return new Done(
        group,
        new Rejected(first.file(), first.line(), problems),
        Optional.empty(),
        ImmutableList.of());
  }

  /** The headings of the form, and whether they are written. */
  private static final class Heads {
    private final boolean namesFiles;
    private ImmutableList<String> headings = ImmutableList.of();
    private boolean isOutputStarted;

    Heads(boolean namesFiles) {
      this.namesFiles = namesFiles;
    }

    void check(CsvRow row) {
      if (headings.isEmpty()) {
        headings = row.headings();
      } else if (!headings.equals(row.headings())) {
        throw new InvalidInputException(
            Problem.of(
                    ProblemCode.CONTRADICTION,
                    "the headings are not those of the first file of the folder")
                .withHint("Assess the files one by one")
                .inFile(row.file()));
      }
    }
  }

  private void write(
      List<Done> chunk,
      Heads heads,
      RejectedRows rejects,
      Seen seen,
      BatchSummary summary,
      BatchOutput out)
      throws IOException {
    List<Rejected> rejected = new ArrayList<>();
    for (Done done : chunk) {
      if (done.group().end().isEmpty()) {
        heads.check(done.group().first());
      }
      summary.count(done.result());
      if (!heads.isOutputStarted && done.group().end().isEmpty()) {
        heads.isOutputStarted = true;
        head(done.group().first(), heads.namesFiles);
      }
      if (done.result() instanceof Rejected bad) {
        table.problems(bad, heads.headings);
        rejected.add(rejects.copied(bad, done.group(), heads.headings));
      } else {
        write(done, heads.namesFiles, seen, summary);
      }
    }
    out.take(table.drain(), rejected, summary);
  }

  private void head(CsvRow first, boolean namesFiles) throws IOException {
    List<String> ours = new ArrayList<>(FormSentences.HEADINGS);
    ours.add(TO_CHECK);
    register.ifPresent(any -> ours.add(FROM_REGISTER));
    interests.ifPresent(any -> ours.add(Interests.HEADING));
    if (namesFiles) {
      ours.add(FILE);
    }
    table.head(own(first.form(), first.headings()), ours);
  }

  private void write(Done done, boolean namesFile, Seen seen, BatchSummary summary)
      throws IOException {
    CsvRow first = done.group().first();
    Intake<? extends Document> read = done.read().orElseThrow();
    List<String> toCheck = new ArrayList<>(done.group().remarks());
    toCheck.addAll(seen.next(first.file(), first.line(), read.document(), summary));
    read.remarks().forEach(remark -> toCheck.add(Words.capital(remark + ".")));
    if (done.result() instanceof Assessed assessed) {
      assessed.register().ifPresent(found -> toCheck.addAll(found.toCheck()));
    }
    Optional<String> interest = interests.map(known -> known.of(read.document()));
    for (CsvRow row : done.group().rows()) {
      List<String> ours = new ArrayList<>(done.cells());
      ours.add(String.join(" ", toCheck));
      register.ifPresent(any -> ours.add(fromRegister(done.result())));
      interest.ifPresent(ours::add);
      if (namesFile) {
        ours.add(row.file());
      }
      table.row(own(row.form(), row.cells().cells()), row.line(), ours);
    }
  }

  private static String fromRegister(RowResult result) {
    return result instanceof Assessed assessed
        ? assessed.register().map(found -> String.join(" ", found.filledSentences())).orElse("")
        : "";
  }

  private static List<String> own(FormReader form, List<String> cells) {
    return form.writtenColumns().stream()
        .map(index -> index < cells.size() ? cells.get(index) : "")
        .toList();
  }
}
