package org.tfm.examples.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tfm.model.assessment.Assessment;
import org.tfm.model.json.TfmJson;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.programme.Offering;
import org.tfm.rules.book.PolicyBook;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A command that assesses documents. */
abstract class DocumentCommand implements Callable<Integer> {

  @Spec CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "JSON files; - is standard input.")
  private List<String> files = new ArrayList<>();

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Option(names = "--brief", description = "Leave out what is met, owed and laid on; text only.")
  private boolean brief;

  @Option(
      names = "--packs",
      paramLabel = "DIR",
      description = "A folder with packs of your own, beside the bundled ones.")
  private List<Path> packs = new ArrayList<>();

  @Option(
      names = "--on",
      paramLabel = "DATE",
      description = "The day whose policy is meant; the first of the academic year if left out.")
  private @Nullable LocalDate on;

  /** The day whose policy is meant for documents of this offering. */
  final LocalDate on(Offering offering) {
    return on == null ? offering.year().firstDay() : on;
  }

  /** The document in the file, assessed. */
  abstract Assessed assess(String file, PolicyBook book);

  /** An assessment and what it is of. */
  record Assessed(String title, Assessment assessment) {}

  @Override
  public final Integer call() {
    PolicyBook book = Books.with(packs);
    List<Assessed> results = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (String file : files) {
      try {
        results.add(assess(file, book));
      } catch (InvalidInputException e) {
        problems.addAll(e.problems());
      }
    }
    if (!problems.isEmpty()) {
      throw new InvalidInputException(problems);
    }
    spec.commandLine().getOut().println(json ? json(results) : text(results, brief));
    return 0;
  }

  private static String json(List<Assessed> results) {
    List<Assessment> assessments = results.stream().map(Assessed::assessment).toList();
    return TfmJson.writePretty(assessments.size() == 1 ? assessments.get(0) : assessments);
  }

  private static String text(List<Assessed> results, boolean brief) {
    return String.join(
        "\n\n",
        results.stream()
            .map(
                one ->
                    brief
                        ? TextReport.brief(one.title(), one.assessment())
                        : TextReport.of(one.title(), one.assessment()))
            .toList());
  }

  /** Names the file in the problems of its assessment. */
  static <T> T naming(String file, Supplier<T> assessment) {
    try {
      return assessment.get();
    } catch (InvalidInputException e) {
      throw e.in(file.equals("-") ? "standard input" : file);
    }
  }
}
