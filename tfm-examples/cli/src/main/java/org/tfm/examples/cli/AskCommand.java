package org.tfm.examples.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.tfm.examples.text.Names;
import org.tfm.examples.text.Page;
import org.tfm.examples.text.TextReport;
import org.tfm.examples.text.Words;
import org.tfm.model.advice.Question;
import org.tfm.model.advice.Questionnaire;
import org.tfm.model.assessment.TermsLookup;
import org.tfm.model.assessment.Verdict;
import org.tfm.model.criterion.Fact;
import org.tfm.model.document.Document;
import org.tfm.model.document.Facts;
import org.tfm.model.document.SubmittedBy;
import org.tfm.register.RegisterFindings;
import org.tfm.rules.book.Decision;
import org.tfm.rules.book.PolicyBook;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows the next question. */
@Command(
    name = "ask",
    description = {
      "Shows the next question that can still change the verdict, and why it is asked.",
      "Write the answer into the document and ask again, until no question is left."
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

  private static final String HISTORY =
      "a list with the `type` and the `year` of each work group; `[]` for none";

  /** The form of the lists of a document, by place. */
  private static final ImmutableMap<String, String> LISTS =
      ImmutableMap.of(
          "leadParticipants", "a list with an entry for each person, such as `[{}, {}]` for two",
          "schools", "a list with an entry for each school, such as `[{\"urn\": 100010}]`",
          "sessions", "a list with an entry for each session, such as `[{\"number\": 1}]`",
          "history", HISTORY,
          "leadParticipants[].history", HISTORY);

  private static final String NOT_ALL =
      "There may be more questions: the document and the policy are too large to look for all.";

  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "FILE",
      description = "A JSON file; - reads standard input.")
  private String file = "";

  @Option(
      names = "--document",
      paramLabel = "KIND",
      description = "What the file holds: application, group or progress. Without it: application.")
  private DocumentKind kind = DocumentKind.APPLICATION;

  @Option(
      names = "--all",
      description = "Show every question that would follow if none was answered.")
  private boolean all;

  @Option(
      names = "--leave",
      paramLabel = "FACT",
      description = "Skip the question about this fact. Can be repeated.")
  private List<String> leave = new ArrayList<>();

  @Mixin private JsonOption json = new JsonOption();

  @Mixin private PacksOption packs = new PacksOption();

  @Mixin private OnOption on = new OnOption();

  @Mixin private RegisterOption register = new RegisterOption();

  /**
   * The output as JSON.
   *
   * @param verdict the verdict on what is known so far
   * @param questions what can still change it, the next one first; none if nothing can
   * @param note a sentence, if there may be more questions
   * @param register what the register says; absent without a register
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record Asked(
      Verdict verdict,
      ImmutableList<Question> questions,
      Optional<String> note,
      Optional<RegisterFindings> register) {}

  @Override
  public Integer call() {
    PolicyBook book = packs.book(Printer.messages(spec));
    Asked asked =
        ask(
            switch (kind) {
              case APPLICATION -> Input.read(file, book::readApplication);
              case GROUP -> Input.read(file, book::readGroup);
              case PROGRESS -> Input.read(file, book::readProgress);
            },
            book);
    Printer answers = Printer.answers(spec);
    if (json.isGiven()) {
      answers.json(asked);
    } else {
      answers.page(page(asked, new Names(book)));
    }
    return 0;
  }

  private Asked ask(Document given, PolicyBook book) {
    RegisterOption.Filled filled =
        Input.naming(file, () -> RegisterOption.Filled.of(register.open(), given));
    Document known = filled.document();
    Input.warn(file, known, book, Printer.messages(spec));
    return Input.naming(
        file,
        () -> {
          Decision decision = on.decide(book, known);
          TermsLookup policy = book.on(decision.day().used());
          Questionnaire.OpenList open = Questionnaire.all(policy, known);
          return new Asked(
              decision.verdict(),
              open.questions().stream()
                  .filter(question -> !leave.contains(question.fact().id()))
                  .limit(all ? Long.MAX_VALUE : 1)
                  .collect(ImmutableList.toImmutableList()),
              open.isComplete() ? Optional.empty() : Optional.of(NOT_ALL),
              filled.findings());
        });
  }

  private Page page(Asked asked, Names names) {
    String verdict = Words.verdict(asked.verdict());
    Page page = new Page();
    if (asked.questions().isEmpty()) {
      page.line(
          leave.isEmpty()
              ? "No question is left. Verdict: " + verdict + "."
              : "No other question is left. Verdict without the skipped answers: " + verdict + ".");
    }
    asked.questions().forEach(question -> add(question, names, page));
    if (all && !asked.questions().isEmpty()) {
      asked.note().ifPresent(page::line);
    }
    RegisterOption.add(asked.register(), page);
    return page;
  }

  private static void add(Question question, Names names, Page page) {
    page.hanging(TextReport.question(question.of(), question.text()))
        .wrapped(
            "  Answer: ",
            "    ",
            written(question.fact(), question.expected())
                + ", in `"
                + question.fact().at()
                + "`."
                + (question.fact().knownToHub() ? " The hub answers from its own records." : ""))
        .wrapped("  Why: ", "    ", question.clause())
        .wrapped(
            "  Source: ",
            "    ",
            names.source(question.provenance().pack(), question.citation().source())
                + ": "
                + question.citation().place()
                + ".")
        .gap();
  }

  /**
   * Returns the form of an answer in the document, which is JSON.
   *
   * @param expected the form as people say it
   */
  private static String written(Fact fact, String expected) {
    String list = LISTS.get(fact.at());
    if (list != null) {
      return list;
    }
    if (fact.equals(Facts.SESSION_HOSTS)) {
      return "the URN of the school that hosts each session";
    }
    if (fact.equals(Facts.APPLIES_INDIVIDUALLY)) {
      return "one of " + words(Stream.of(SubmittedBy.values()).map(SubmittedBy::name));
    }
    if (fact.equals(Facts.NURSERY_PROVISION)) {
      return "`true` or `false`";
    }
    if (fact.equals(Facts.TEACHER)) {
      return written(Facts.ROLES, expected);
    }
    if (fact.equals(Facts.SPECIAL) || fact.equals(Facts.MAINSTREAM)) {
      return written(Facts.ESTABLISHMENT_TYPE, expected);
    }
    return switch (fact.kind()) {
      case YES_NO -> fact.isAnswer() ? "`true` or `false`" : expected;
      case CHOICE ->
          fact.choices().isEmpty() ? expected : "one of " + words(fact.choices().stream());
      case CHOICES ->
          fact.choices().isEmpty() ? expected : "a list of " + words(fact.choices().stream());
      case NUMBER, DAY, TEXT -> expected;
    };
  }

  private static String words(Stream<String> words) {
    return Words.list(words.map(word -> "`" + word + "`").toList(), "or");
  }
}
