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
import java.util.stream.Stream;
import org.tfm.examples.text.Words;
import org.tfm.model.document.Application;
import org.tfm.model.intake.FormReader;
import org.tfm.model.intake.FormRow;
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
  private static final String FROM_REGISTER = "From the register";
  private static final String REASON = "Why it was not assessed";

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

  /**
   * The rows of one document.
   *
   * @param rows the rows; none if the rest of a file cannot be read
   * @param remarks what to say of them
   * @param end the row that stands for what cannot be read
   */
  private record Group(
      ImmutableList<CsvRow> rows, ImmutableList<String> remarks, Optional<InputRow> end) {

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
    if (!rows.hasNext()) {
      return Iterators.transform(rows, FormBatch::alone);
    }
    InputRow first = rows.next();
    Iterator<InputRow> again = Iterators.concat(Iterators.singletonIterator(first), rows);
    return first instanceof CsvRow row && row.form().hasRowForEachPerson()
        ? together(again).iterator()
        : Iterators.transform(again, FormBatch::alone);
  }

  private static Group alone(InputRow row) {
    return row instanceof CsvRow own
        ? new Group(ImmutableList.of(own), ImmutableList.of(), Optional.empty())
        : new Group(ImmutableList.of(), ImmutableList.of(), Optional.of(row));
  }

  private static List<Group> together(Iterator<InputRow> rows) {
    List<Group> ends = new ArrayList<>();
    Map<String, List<CsvRow>> schools = new LinkedHashMap<>();
    Map<String, List<String>> remarks = new LinkedHashMap<>();
    String above = "";
    while (rows.hasNext()) {
      InputRow next = rows.next();
      if (!(next instanceof CsvRow row)) {
        ends.add(alone(next));
        continue;
      }
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
    Stream<Group> whole =
        schools.entrySet().stream()
            .map(
                school ->
                    new Group(
                        ImmutableList.copyOf(school.getValue()),
                        ImmutableList.copyOf(remarks.getOrDefault(school.getKey(), List.of())),
                        Optional.empty()));
    return Stream.concat(whole, ends.stream()).toList();
  }

  private Done assess(Group group) {
    if (group.end().isPresent()) {
      return atEnd(group, group.end().get());
    }
    CsvRow first = group.first();
    try {
      check(group);
      Intake<Application> read =
          first
              .form()
              .read(
                  group.rows().stream().map(CsvRow::cells).toList(),
                  Application.class,
                  policies,
                  policies::problems);
      Optional<RegisterFill<Application>> filled =
          register.map(schools -> RegisterFill.of(schools, read.document()));
      Assessed assessed =
          new Assessed(
              first.file(),
              first.line(),
              read.document().school().urn(),
              policies.assess(filled.map(RegisterFill::document).orElse(read.document())),
              filled.map(RegisterFill::findings));
      return new Done(group, assessed, Optional.of(read), FormSentences.of(assessed.assessment()));
    } catch (InvalidInputException e) {
      return rejected(group, e.problems());
    } catch (RuntimeException | StackOverflowError e) {
      return rejected(group, ImmutableList.of(Problem.ofFault(e)));
    }
  }

  /** Refuses rows that are too long or have other columns than the headings. */
  private static void check(Group group) {
    List<Problem> problems = new ArrayList<>();
    for (CsvRow row : group.rows()) {
      try {
        row.check();
      } catch (InvalidInputException e) {
        e.problems().stream()
            .map(
                problem ->
                    row.form().hasRowForEachPerson() && problem.line().isEmpty()
                        ? problem.inRow(row.line())
                        : problem)
            .forEach(problems::add);
      }
    }
    if (!problems.isEmpty()) {
      throw new InvalidInputException(problems);
    }
  }

  /** Returns the problem of the rest of a file. */
  private Done atEnd(Group group, InputRow end) {
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
      if (done.group().end().isEmpty()) {
        heads.check(done.group().first());
      }
      summary.count(done.result());
      if (!heads.isOutputStarted && done.group().end().isEmpty()) {
        heads.isOutputStarted = true;
        head(done.group().first());
      }
      if (done.result() instanceof Rejected bad) {
        table.problems(bad, heads.headings);
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
    register.ifPresent(any -> ours.add(FROM_REGISTER));
    interests.ifPresent(any -> ours.add(Interests.HEADING));
    table.head(own(first.form(), first.headings()), ours);
  }

  private void write(Done done, Seen seen, BatchSummary summary) throws IOException {
    CsvRow first = done.group().first();
    Intake<Application> read = done.read().orElseThrow();
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

  private Rejected copied(Rejected bad, Group group, Heads heads) {
    StringBuilder copy = new StringBuilder();
    if (!heads.areRejectsStarted) {
      heads.areRejectsStarted = true;
      copy.append(output.head(heads.headings, ImmutableList.of(ROW, REASON)));
    }
    int width = heads.headings.size();
    if (group.end().isPresent()) {
      copy.append(
          output.row(
              Collections.nCopies(width, ""),
              ImmutableList.of(Long.toString(bad.line()), sentences(bad.problems().stream()))));
    }
    for (CsvRow row : group.rows()) {
      List<String> cells = row.cells().cells();
      List<String> own =
          ImmutableList.copyOf(
              Iterables.limit(Iterables.concat(cells, Collections.nCopies(width, "")), width));
      copy.append(
          output.row(
              own,
              ImmutableList.of(Long.toString(row.line()), reason(bad.problems(), group, row))));
    }
    return new Rejected(bad.file(), bad.line(), bad.problems(), copy.toString());
  }

  /** Returns why a row was not assessed: its own problems, or where those of its school are. */
  private static String reason(List<Problem> problems, Group group, CsvRow row) {
    boolean isFirst = row.line() == group.first().line();
    String own = sentences(problems.stream().filter(problem -> isOf(problem, row.line(), isFirst)));
    String rows =
        problems.stream()
            .flatMapToLong(problem -> problem.line().stream())
            .distinct()
            .mapToObj(Long::toString)
            .collect(Collectors.joining(", "));
    return own.isEmpty()
        ? "The school is not assessed because of "
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
