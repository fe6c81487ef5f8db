package org.tfm.examples.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tfm.model.record.DecisionRecord;
import org.tfm.rules.book.PolicyBook;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what was decided, and why. */
@Command(
    name = "explain",
    description = {
      "Says what was decided, and why: in one line, as a letter to the school, and as the full"
          + " trace of every finding.",
      "All three if none is chosen. A record that was tampered with is refused."
    },
    mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {

  /** How a decision is told. */
  enum Form {
    /** In one line. */
    LINE,
    /** As a letter to the school. */
    LETTER,
    /** With every finding, its source and its rule. */
    TRACE
  }

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "RECORD",
      description = "Decision records, as `--record` keeps them; - is standard input.")
  private List<String> files = new ArrayList<>();

  @Option(
      names = "--as",
      paramLabel = "FORM",
      description = "line, letter or trace; all three if left out.")
  private @Nullable Form form;

  @Option(
      names = "--packs",
      paramLabel = "DIR",
      description = {
        "A folder with packs beside the bundled ones; a pack takes the place of a bundled one of",
        "its id. They name the hub and the sources, and say how to put things right as long as",
        "they are the ones it was decided with."
      })
  private List<Path> packs = new ArrayList<>();

  @Override
  public Integer call() {
    PolicyBook book = Books.with(List.of(), packs);
    List<DecisionRecord> records = Input.each(files, Input::readRecord);
    spec.commandLine()
        .getOut()
        .println(
            records.stream()
                .map(record -> explain(new Explained(record, book)))
                .collect(Collectors.joining(form == Form.LINE ? "\n" : "\n\n")));
    return 0;
  }

  private String explain(Explained decision) {
    return form == null
        ? Stream.of(Form.values())
            .map(each -> explain(decision, each))
            .collect(Collectors.joining("\n\n"))
        : explain(decision, form);
  }

  private static String explain(Explained decision, Form form) {
    return switch (form) {
      case LINE -> decision.line();
      case LETTER -> Letter.of(decision);
      case TRACE -> Trace.of(decision);
    };
  }
}
