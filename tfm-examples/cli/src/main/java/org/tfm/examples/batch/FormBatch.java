package org.tfm.examples.batch;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterators;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tfm.examples.text.Words;
import org.tfm.model.assessment.Assessment;
import org.tfm.model.assessment.Verdict;
import org.tfm.model.document.Document;
import org.tfm.model.intake.FormKind;
import org.tfm.model.intake.FormReader;
import org.tfm.model.intake.Intake;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;
import org.tfm.register.RegisterFill;
import org.tfm.register.RegisterFindings;
import org.tfm.register.SchoolRegister;

/**
 * A run over the rows of a form.
 *
 * <p>Each row comes out with its own cells and what a hub reads about it. Rows of one school are
 * assessed together if each person has a row, and so are those of one work group; then all rows are
 * kept in memory, otherwise only the keys of schools and people.
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

  /** Rows of one document, with what became of them: one of both is there. */
  private record Done(FormGroup group, Optional<Rejected> rejected, Optional<Judged> judged) {}

  /** A document, read and assessed. */
  private record Judged(
      Intake<? extends Document> read,
      Verdict verdict,
      Optional<RegisterFindings> register,
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
      Assessment assessment = policies.assess(filled.map(RegisterFill::document).orElse(document));
      return new Done(
          group,
          Optional.empty(),
          Optional.of(
              new Judged(
                  read,
                  assessment.verdict(),
                  filled.map(RegisterFill::findings),
                  FormSentences.of(first.form().kind(), assessment))));
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
          group, Optional.of(new Rejected(end.file(), end.line(), e.problems())), Optional.empty());
    }
  }

  private static Done rejected(FormGroup group, ImmutableList<Problem> problems) {
    CsvRow first = group.first();
    return new Done(
        group, Optional.of(new Rejected(first.file(), first.line(), problems)), Optional.empty());
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
      if (!heads.isOutputStarted && done.group().end().isEmpty()) {
        heads.isOutputStarted = true;
        head(done.group().first(), heads.namesFiles, summary);
      }
      if (done.rejected().isPresent()) {
        Rejected bad = done.rejected().get();
        summary.count(bad);
        table.problems(bad, heads.headings);
        rejected.add(rejects.copied(bad, done.group(), heads.headings));
      } else {
        write(done.group(), done.judged().orElseThrow(), heads.namesFiles, seen, summary);
      }
    }
    out.take(table.drain(), rejected, summary);
  }

  private void head(CsvRow first, boolean namesFiles, BatchSummary summary) throws IOException {
    if (first.form().kind() == FormKind.GROUP) {
      summary.ofGroups();
    }
    List<String> ours = new ArrayList<>(FormSentences.HEADINGS);
    ours.add(TO_CHECK);
    register.ifPresent(any -> ours.add(FROM_REGISTER));
    interests.ifPresent(any -> ours.add(Interests.HEADING));
    if (namesFiles) {
      ours.add(FILE);
    }
    table.head(own(first.form(), first.headings()), ours);
  }

  private void write(
      FormGroup group, Judged judged, boolean namesFile, Seen seen, BatchSummary summary)
      throws IOException {
    summary.count(judged.verdict(), judged.register());
    CsvRow first = group.first();
    Intake<? extends Document> read = judged.read();
    List<String> toCheck = new ArrayList<>(group.remarks());
    toCheck.addAll(seen.next(first.file(), first.line(), read.document(), summary));
    read.remarks().forEach(remark -> toCheck.add(Words.capital(remark + ".")));
    judged.register().ifPresent(found -> toCheck.addAll(toCheck(found, first.form())));
    Optional<String> interest = interests.map(known -> known.of(read.document()));
    for (CsvRow row : group.rows()) {
      List<String> ours = new ArrayList<>(judged.cells());
      ours.add(String.join(" ", toCheck));
      judged.register().ifPresent(found -> ours.add(String.join(" ", found.filledSentences())));
      interest.ifPresent(ours::add);
      if (namesFile) {
        ours.add(row.file());
      }
      table.row(own(row.form(), row.cells().cells()), row.line(), ours);
    }
  }

  /** Returns what somebody has to look at, with the column that contradicts the register. */
  private static List<String> toCheck(RegisterFindings found, FormReader form) {
    List<String> sentences = new ArrayList<>();
    for (RegisterFindings.Contradiction one : found.contradictions()) {
      Optional<String> column = form.column(one.pointer());
      sentences.add(
          column.isEmpty()
              ? one.sentence()
              : Words.capital(column.get())
                  + ": "
                  + Ascii.toLowerCase(one.sentence().charAt(0))
                  + one.sentence().substring(1));
    }
    sentences.addAll(found.notes());
    return sentences;
  }

  private static List<String> own(FormReader form, List<String> cells) {
    return form.writtenColumns().stream()
        .map(index -> index < cells.size() ? cells.get(index) : "")
        .toList();
  }
}
