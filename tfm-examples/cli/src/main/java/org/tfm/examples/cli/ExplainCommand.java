package org.tfm.examples.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tfm.examples.text.Page;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;
import org.tfm.rules.book.PolicyBook;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Explains saved decisions. */
@Command(
    name = "explain",
    description = {
      "Explains a saved decision: in one line, as a letter to the school, or as a trace of every"
          + " requirement.",
      "The letter says how to put things right only if the packs are those of the decision.",
      "Refuses a record that was changed after it was saved."
    },
    mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {

  private static final String NOT_CHECKED =
      "This record was not checked: the policy that it names is not loaded (load it with"
          + " `--packs`), or another version of the library wrote it.";

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

  @Mixin private RecordsParameter records = new RecordsParameter();

  @Option(
      names = "--as",
      paramLabel = "FORM",
      description = "line, letter or trace. Without it: all three.")
  private @Nullable Form form;

  @Mixin private ReplacingPacksOption packs = new ReplacingPacksOption();

  @Override
  public Integer call() {
    PolicyBook book = packs.book(Printer.messages(spec));
    Page page = new Page();
    for (Page explained : records.each(file -> explain(file, book))) {
      page.page(explained);
    }
    Printer.answers(spec).page(page);
    return 0;
  }

  private Page explain(String file, PolicyBook book) {
    Explained decision = new Explained(Input.readRecord(file), book);
    boolean follows = follows(file, decision);
    Page page = new Page();
    if (follows) {
      decision.remarks().forEach(page::hanging);
    } else {
      page.line(NOT_CHECKED);
    }
    for (Form each : form == null ? List.of(Form.values()) : List.of(form)) {
      page.page(explain(decision, each, follows ? new Page() : Page.withoutLists()));
      if (form != Form.LINE) {
        page.gap();
      }
    }
    return page;
  }

  /**
   * Whether the decision was repeated; if not, the policy is not loaded.
   *
   * @throws InvalidInputException if it was repeated with another result
   */
  private static boolean follows(String file, Explained decision) {
    Optional<Boolean> follows = Input.naming(file, decision::follows);
    if (follows.equals(Optional.of(false))) {
      throw new InvalidInputException(
              Problem.of(
                  ProblemCode.CONTRADICTION,
                  "the decision does not follow from the policy that it names; it may be forged"))
          .in(file);
    }
    return follows.isPresent();
  }

  private static Page explain(Explained decision, Form form, Page page) {
    return switch (form) {
      case LINE -> page.line(decision.line());
      case LETTER -> Letter.of(decision, page);
      case TRACE -> Trace.of(decision, page);
    };
  }
}
