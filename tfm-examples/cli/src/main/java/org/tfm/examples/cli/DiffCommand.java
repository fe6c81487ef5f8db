package org.tfm.examples.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tfm.examples.text.Names;
import org.tfm.model.assessment.Terms;
import org.tfm.model.comparison.TermsComparison;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.Offering;
import org.tfm.model.school.PartialSchoolKind;
import org.tfm.model.school.SchoolKind;
import org.tfm.model.term.Term;
import org.tfm.rules.book.PolicyBook;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compares two policies. */
@Command(
    name = "diff",
    description = {
      "Compares what two policies say.",
      "Write each as HUB/TYPE/YEAR: cheshire-wirral/primary-development/2022-23."
    },
    mixinStandardHelpOptions = true)
final class DiffCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "BEFORE", description = "The first policy.")
  private String before;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "AFTER",
      description = "The second policy. Without it: the same as BEFORE.")
  private @Nullable String after;

  @Mixin private KindOptions kind = new KindOptions();

  @Option(
      names = "--on",
      paramLabel = "DATE",
      description =
          "Use the policies of this day, such as 2022-10-31. Without it: the first of the year.")
  private @Nullable String on;

  @Mixin private PacksOption packs = new PacksOption();

  @Option(
      names = "--packs-before",
      paramLabel = "DIR",
      description =
          "Load the packs in this folder for BEFORE; they replace others with the same id.")
  private List<Path> packsBefore = new ArrayList<>();

  @Option(
      names = "--packs-after",
      paramLabel = "DIR",
      description =
          "Load the packs in this folder for AFTER; they replace others with the same id.")
  private List<Path> packsAfter = new ArrayList<>();

  @ArgGroup private Form form = new Form();

  /** How the comparison is printed; at most one of these. */
  static final class Form {
    @Option(names = "--markdown", description = "Print Markdown tables.")
    private boolean markdown;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;
  }

  /** The terms of two policies for a kind of school. */
  private record Pair(List<Term> before, List<Term> after) {}

  @Override
  public Integer call() {
    List<Problem> problems = new ArrayList<>();
    Optional<Offering> one = offering(before, problems);
    Optional<Offering> other = after == null ? one : offering(after, problems);
    Optional<LocalDate> day = day(problems);
    if (one.isEmpty() || other.isEmpty() || !problems.isEmpty()) {
      throw new InvalidInputException(problems);
    }
    PolicyBook old = Books.with(packs.folders(), packsBefore, Printer.messages(spec));
    PolicyBook current =
        packsBefore.equals(packsAfter)
            ? old
            : Books.with(packs.folders(), packsAfter, Printer.messages(spec));
    TermsComparison comparison = compare(old, one.get(), current, other.get(), kind.kind(), day);
    Printer answers = Printer.answers(spec);
    if (form.json) {
      answers.json(comparison);
    } else if (form.markdown) {
      answers.markdown(DiffReport.markdown(comparison, new Names(old), new Names(current)));
    } else {
      answers.page(DiffReport.page(comparison, new Names(old), new Names(current)));
    }
    return 0;
  }

  /** Compares for every kind of school that fits, so that each form of a term is compared. */
  private static TermsComparison compare(
      PolicyBook before,
      Offering one,
      PolicyBook after,
      Offering other,
      PartialSchoolKind kind,
      Optional<LocalDate> day) {
    Map<Pair, TermsComparison> distinct = new LinkedHashMap<>();
    for (SchoolKind candidate : kind.candidates()) {
      Terms old = terms(before, one, candidate, day);
      Terms current = terms(after, other, candidate, day);
      distinct.computeIfAbsent(
          new Pair(old.terms(), current.terms()), pair -> TermsComparison.of(old, current));
    }
    return TermsComparison.acrossKinds(distinct.values());
  }

  private static Terms terms(
      PolicyBook book, Offering offering, SchoolKind kind, Optional<LocalDate> day) {
    return book.terms(offering, PartialSchoolKind.of(kind), day.orElse(offering.year().firstDay()));
  }

  private Optional<LocalDate> day(List<Problem> problems) {
    if (on == null) {
      return Optional.empty();
    }
    Optional<LocalDate> day = DayConverter.find(on);
    if (day.isEmpty()) {
      problems.add(Problem.of(ProblemCode.INVALID_VALUE, DayConverter.NO_DAY, on).inPart("--on"));
    }
    return day;
  }

  /** Reads {@code cheshire-wirral/primary-development/2022-23}; the year may be {@code 2022/23}. */
  private static Optional<Offering> offering(String text, List<Problem> problems) {
    String[] parts = text.split("/", 3);
    if (parts.length < 3) {
      problems.add(
          Problem.of(
              ProblemCode.INVALID_VALUE,
              "`%s` is not an offering; expected HUB/TYPE/YEAR such as"
                  + " `cheshire-wirral/primary-development/2022-23`",
              text));
      return Optional.empty();
    }
    try {
      return Optional.of(Offering.of(parts[0], parts[1], AcademicYear.parse(parts[2])));
    } catch (InvalidInputException e) {
      e.problems().forEach(problem -> problems.add(problem.inPart("`" + text + "`")));
      return Optional.empty();
    }
  }
}
