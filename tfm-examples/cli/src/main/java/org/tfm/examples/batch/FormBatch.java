package org.tfm.examples.batch;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import com.google.common.collect.Iterators;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tfm.model.document.Application;
import org.tfm.model.intake.FormReader;
import org.tfm.model.intake.FormRow;
import org.tfm.model.intake.Intake;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;

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
  private static final String REASON = "Why it was not assessed";

  private final Policies policies;
  private final FormOutput output;
  private final FormTable table;
  private final Optional<Interests> interests;
  private final int threads;

  /**
   * The run.
   *
   * @param output how rows are written
   * @param table where assessed rows are written, used by this run only
   * @param interests the expressions of interest that came before; absent if nobody asks
   */
  public FormBatch(
      Policies policies,
      FormOutput output,
      FormTable table,
      Optional<Interests> interests,
      int threads) {
    this.policies = policies;
    this.output = output;
    this.table = table;
    this.interests = interests;
    this.threads = threads;
  }

  /** The rows of one document. */
  private record Group(ImmutableList<CsvRow> rows, ImmutableList<String> remarks) {

    CsvRow first() {
      return rows.get(0);
    }
  }

  /** A group, read and assessed. */
  private record Done(
      Group group, RowResult result, Optional<Intake<Application>> read, List<String> cells) {}

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
    Heads heads = new Heads();
    try {
      OrderedPipeline.run(
          Iterators.partition(groups(rows), CHUNK),
          threads,
          chunk -> chunk.stream().map(this::assess).toList(),
          chunk -> {
            try {
              write(chunk, heads, seen, summary, out);
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

  private static Iterator<Group> groups(InputFiles rows) {
    Iterator<CsvRow> all = Iterators.transform(rows, row -> (CsvRow) row);
    if (!all.hasNext()) {
      return Iterators.transform(all, FormBatch::alone);
    }
    CsvRow first = all.next();
    Iterator<CsvRow> again = Iterators.concat(Iterators.singletonIterator(first), all);
    return first.form().hasRowForEachPerson()
        ? together(again).iterator()
        : Iterators.transform(again, FormBatch::alone);
  }

  private static Group alone(CsvRow row) {
    return new Group(ImmutableList.of(row), ImmutableList.of());
  }

  private static List<Group> together(Iterator<CsvRow> rows) {
    Map<String, List<CsvRow>> schools = new LinkedHashMap<>();
    Map<String, List<String>> remarks = new LinkedHashMap<>();
    String above = "";
    while (rows.hasNext()) {
      CsvRow row = rows.next();
      FormReader form = row.form();
      FormRow cells = row.cells();
      boolean isBelow = !above.isEmpty() && form.belongsToRowAbove(cells);
      String key = isBelow ? above : form.key(cells).orElse("row " + row);
      if (isBelow) {
        remarks
            .computeIfAbsent(key, any -> new ArrayList<>())
            .add("Row " + row.line() + " names no school: it is taken for the one above.");
      }
      schools.computeIfAbsent(key, any -> new ArrayList<>()).add(row);
      above = key;
    }
    return schools.entrySet().stream()
        .map(
            school ->
                new Group(
                    ImmutableList.copyOf(school.getValue()),
                    ImmutableList.copyOf(remarks.getOrDefault(school.getKey(), List.of()))))
        .toList();
  }

  private Done assess(Group group) {
    CsvRow first = group.first();
    try {
      group.rows().forEach(CsvRow::check);
      Intake<Application> read =
          first
              .form()
              .read(
                  group.rows().stream().map(CsvRow::cells).toList(),
                  Application.class,
                  policies,
                  policies::problems);
      Assessed assessed =
          new Assessed(
              first.file(),
              first.line(),
              read.document().school().urn(),
              policies.assess(read.document()));
      return new Done(group, assessed, Optional.of(read), FormSentences.of(assessed.assessment()));
    } catch (InvalidInputException e) {
      return rejected(group, e.problems());
    } catch (RuntimeException | StackOverflowError e) {
      return rejected(group, ImmutableList.of(Problem.ofFault(e)));
    }
  }

  private static Done rejected(Group group, ImmutableList<Problem> problems) {
    CsvRow first = group.first();
    return new Done(
        group,
        new Rejected(first.file(), first.line(), problems),
        Optional.empty(),
        ImmutableList.of());
  }

  /** The rows of headings, each written before the first row below it. */
  private static final class Heads {
    private ImmutableList<String> headings = ImmutableList.of();
    private boolean isOutputStarted;
    private boolean areRejectsStarted;

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
      List<Done> chunk, Heads heads, Seen seen, BatchSummary summary, BatchOutput out)
      throws IOException {
    List<Rejected> rejected = new ArrayList<>();
    for (Done done : chunk) {
      heads.check(done.group().first());
      summary.count(done.result());
      if (!heads.isOutputStarted) {
        heads.isOutputStarted = true;
        head(done.group().first());
      }
      if (done.result() instanceof Rejected bad) {
        table.problems(bad, done.group().first().headings());
        rejected.add(copied(bad, done.group(), heads));
      } else {
        write(done, seen, summary);
      }
    }
    out.take(table.drain(), rejected, summary);
  }

  private void head(CsvRow first) throws IOException {
    List<String> ours = new ArrayList<>(FormSentences.HEADINGS);
    ours.add(TO_CHECK);
    interests.ifPresent(any -> ours.add(Interests.HEADING));
    table.head(own(first.form(), first.headings()), ours);
  }

  private void write(Done done, Seen seen, BatchSummary summary) throws IOException {
    CsvRow first = done.group().first();
    Intake<Application> read = done.read().orElseThrow();
    List<String> toCheck = new ArrayList<>(done.group().remarks());
    toCheck.addAll(seen.next(first.file(), first.line(), read.document(), summary));
    read.remarks().forEach(remark -> toCheck.add(remark + "."));
    Optional<String> interest = interests.map(known -> known.of(read.document()));
    for (CsvRow row : done.group().rows()) {
      List<String> ours = new ArrayList<>(done.cells());
      ours.add(String.join(" ", toCheck));
      interest.ifPresent(ours::add);
      table.row(own(row.form(), row.cells().cells()), row.line(), ours);
    }
  }

  private static List<String> own(FormReader form, List<String> cells) {
    return form.writtenColumns().stream()
        .map(index -> index < cells.size() ? cells.get(index) : "")
        .toList();
  }

  private Rejected copied(Rejected bad, Group group, Heads heads) {
    StringBuilder copy = new StringBuilder();
    if (!heads.areRejectsStarted) {
      heads.areRejectsStarted = true;
      copy.append(output.head(group.first().headings(), ImmutableList.of(ROW, REASON)));
    }
    String reason =
        bad.problems().stream().map(problem -> problem + ".").collect(Collectors.joining(" "));
    int width = group.first().headings().size();
    for (CsvRow row : group.rows()) {
      List<String> cells = row.cells().cells();
      List<String> own =
          ImmutableList.copyOf(
              Iterables.limit(Iterables.concat(cells, Collections.nCopies(width, "")), width));
      copy.append(output.row(own, ImmutableList.of(Long.toString(row.line()), reason)));
    }
    return new Rejected(bad.file(), bad.line(), bad.problems(), copy.toString());
  }
}
