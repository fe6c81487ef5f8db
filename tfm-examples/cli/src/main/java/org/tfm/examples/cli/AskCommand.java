package org.tfm.examples.cli;

import com.google.common.collect.ImmutableList;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tfm.examples.text.TextReport;
import org.tfm.model.advice.Question;
import org.tfm.model.advice.Questionnaire;
import org.tfm.model.assessment.TermsLookup;
import org.tfm.model.assessment.Verdict;
import org.tfm.model.document.Document;
import org.tfm.model.json.TfmJson;
import org.tfm.rules.book.Decision;
import org.tfm.rules.book.PolicyBook;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what to ask next. */
@Command(
    name = "ask",
    description = {
      "Says what to ask next: the question that can still change the verdict, and the term that"
          + " needs it.",
      "Put the answer where it says, and ask again, until nothing is left to ask."
    },
    mixinStandardHelpOptions = true)
final class AskCommand implements Callable<Integer> {

  /** The sorts of document. */
  enum DocumentKind {
    /** A school's application. */
    APPLICATION,
    /** A work group. */
    GROUP,
    /** A year's progress. */
    PROGRESS
  }

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "FILE", description = "A JSON file; - is standard input.")
  private String file = "";

  @Option(
      names = "--document",
      paramLabel = "KIND",
      description = "What the file holds: application (if left out), group or progress.")
  private DocumentKind kind = DocumentKind.APPLICATION;

  @Option(
      names = "--all",
      description = "List every question that would be asked, if nobody answered any of them.")
  private boolean all;

  @Option(
      names = "--leave",
      paramLabel = "FACT",
      description = "Do not ask for this fact, which nobody can or will answer; can be repeated.")
  private List<String> leave = new ArrayList<>();

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Option(
      names = "--packs",
      paramLabel = "DIR",
      description = "A folder with packs of your own, beside the bundled ones.")
  private List<Path> packs = new ArrayList<>();

  @Option(
      names = "--on",
      paramLabel = "DATE",
      description = {
        "The day whose policy is meant; if left out, the day on which the document was handed in,",
        "or else the first of the academic year. A day outside the year counts as its first or last."
      })
  private @Nullable LocalDate on;

  /**
   * What is printed as JSON.
   *
   * @param verdict the verdict on what is known so far
   * @param questions what can still change it, the next one first; none if nothing can
   */
  record Asked(Verdict verdict, ImmutableList<Question> questions) {}

  @Override
  public Integer call() {
    PolicyBook book = Books.with(packs);
    Asked asked =
        ask(
            switch (kind) {
              case APPLICATION -> Input.read(file, book::readApplication);
              case GROUP -> Input.read(file, book::readGroup);
              case PROGRESS -> Input.read(file, book::readProgress);
            },
            book);
    PrintWriter out = spec.commandLine().getOut();
    out.println(json ? TfmJson.writePretty(asked) : text(asked));
    return 0;
  }

  private Asked ask(Document known, PolicyBook book) {
    Input.warn(file, known, book, spec.commandLine().getErr());
    return Input.naming(
        file,
        () -> {
          Decision decision = on == null ? book.decide(known) : book.decide(known, on);
          TermsLookup policy = book.on(decision.day().used());
          return new Asked(
              decision.verdict(), questions(left -> Questionnaire.next(policy, known, left)));
        });
  }

  private ImmutableList<Question> questions(
      Function<Collection<Question>, Optional<Question>> next) {
    ImmutableList.Builder<Question> questions = ImmutableList.builder();
    List<Question> left = new ArrayList<>();
    for (Optional<Question> one = next.apply(left); one.isPresent(); one = next.apply(left)) {
      left.add(one.get());
      if (!leave.contains(one.get().fact().id())) {
        questions.add(one.get());
        if (!all) {
          break;
        }
      }
    }
    return questions.build();
  }

  private String text(Asked asked) {
    String verdict = asked.verdict().name().replace('_', ' ');
    if (asked.questions().isEmpty()) {
      return leave.isEmpty()
          ? "Nothing is left to ask: the verdict is " + verdict + "."
          : "Nothing else is left to ask: the verdict is " + verdict + " unless that is answered.";
    }
    return asked.questions().stream().map(AskCommand::text).collect(Collectors.joining("\n\n"));
  }

  private static String text(Question question) {
    List<String> lines = new ArrayList<>();
    lines.addAll(
        TextReport.wrap(
            "",
            "",
            (question.of().isEmpty() ? "" : question.of() + ": ") + question.fact().question()));
    lines.addAll(TextReport.wrap("  answer: ", "    ", expected(question)));
    lines.addAll(TextReport.wrap("  for ", "    ", question.term() + ": " + question.clause()));
    lines.addAll(
        TextReport.wrap(
            "  ",
            "    ",
            "[" + question.citation().source() + ": " + question.citation().place() + "]"));
    return String.join("\n", lines);
  }

  /** What an answer looks like, and where it goes. */
  private static String expected(Question question) {
    return question.expected() + ", in " + question.fact().at();
  }
}
