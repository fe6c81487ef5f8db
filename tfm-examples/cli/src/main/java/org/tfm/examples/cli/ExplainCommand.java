package org.tfm.examples.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tfm.examples.text.Page;
import org.tfm.model.record.DecisionRecord;
import org.tfm.rules.book.PolicyBook;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Explains saved decisions. */
@Command(
    name = "explain",
    description = {
      "Explains a saved decision: in one line, as a letter to the school, or as a trace of every"
          + " requirement.",
      "Refuses a record that was changed after it was saved."
    },
    mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {

  /** How a decision is explained. */
  enum Form {
    /** In one line. */
    LINE,
    /** As a letter to the school. */
    LETTER,
    /** With every requirement, its source and its rule. */
    TRACE
  }

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "RECORD",
      description = "One or more records that --record saved; - reads standard input.")
  private List<String> files = new ArrayList<>();

  @Option(
      names = "--as",
      paramLabel = "FORM",
      description = "line, letter or trace. Without it: all three.")
  private @Nullable Form form;

  @Option(
      names = "--packs",
      paramLabel = "DIR",
      description =
          "Also load the packs in this folder; a pack replaces a bundled one with the same "
              + "id. The letter says how to put things right only if the packs are those of the "
              + "decision.")
  private List<Path> packs = new ArrayList<>();

  @Override
  public Integer call() {
    PolicyBook book = Books.with(List.of(), packs, Printer.messages(spec));
    List<DecisionRecord> records = Input.each(files, Input::readRecord);
    Page page = new Page();
    for (DecisionRecord record : records) {
      Explained decision = new Explained(record, book);
      for (Form each : form == null ? List.of(Form.values()) : List.of(form)) {
        page.page(explain(decision, each));
        if (form != Form.LINE) {
          page.gap();
        }
      }
    }
    Printer.answers(spec).page(page);
    return 0;
  }

  private static Page explain(Explained decision, Form form) {
    return switch (form) {
      case LINE -> new Page().line(decision.line());
      case LETTER -> Letter.of(decision);
      case TRACE -> Trace.of(decision);
    };
  }
}
