package org.tfm.examples.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tfm.examples.text.Names;
import org.tfm.examples.text.Page;
import org.tfm.examples.text.TextReport;
import org.tfm.model.advice.WhatWouldChange;
import org.tfm.model.assessment.Assessment;
import org.tfm.model.assessment.TermsLookup;
import org.tfm.model.document.Document;
import org.tfm.model.json.TfmJson;
import org.tfm.model.record.DecisionRecord;
import org.tfm.register.RegisterFindings;
import org.tfm.register.SchoolRegister;
import org.tfm.rules.book.Decision;
import org.tfm.rules.book.PolicyBook;
import org.tfm.rules.book.PolicyDay;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A command that assesses documents. */
abstract class DocumentCommand implements Callable<Integer> {

  private static final String FULL = "`--full` (everything)";
  private static final String SOURCES = "`--sources` (where it comes from)";
  private static final String CHANGES = "`--what-would-change` (the way to yes)";

  @Spec CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "One or more JSON files; - reads standard input.")
  private List<String> files = new ArrayList<>();

  @Mixin private JsonOption json = new JsonOption();

  @Option(
      names = "--full",
      description =
          "Show every requirement, what the hub provides and what the school agrees to do. "
              + "Text only: JSON always has everything.")
  private boolean full;

  @Mixin private SourcesOption sources = new SourcesOption();

  @Option(
      names = "--what-would-change",
      description = "Show the smallest changes that lead to yes, or why no change does.")
  private boolean changes;

  @Mixin private PacksOption packs = new PacksOption();

  @Mixin private OnOption on = new OnOption();

  @Mixin private RegisterOption register = new RegisterOption();

  @ArgGroup(exclusive = false)
  private @Nullable Recording recording;

  /** Where decisions are saved. */
  private static final class Recording {

    @Option(
        names = "--record",
        paramLabel = "DIR",
        required = true,
        description =
            "Save each decision in this folder, without personal data: one file each, named "
                + "after the id of the record. Nothing is saved unless every document can be "
                + "assessed.")
    private Path folder = Path.of("");

    @Option(
        names = "--decided-on",
        paramLabel = "DATE",
        description = "The day of the decision. Without it: today.")
    private @Nullable LocalDate day;

    LocalDate day() {
      return day == null ? LocalDate.now(Clock.system(ZoneId.of("Europe/London"))) : day;
    }
  }

  /** The document in a JSON text. */
  abstract Document read(PolicyBook book, String json);

  /**
   * A document that was decided on.
   *
   * @param file the file it was read from
   * @param policy where the terms for other kinds of school are looked up
   * @param decision the decision
   * @param findings what the register says; absent without a register
   */
  private record Decided(
      String file, TermsLookup policy, Decision decision, Optional<RegisterFindings> findings) {

    DecisionRecord record(LocalDate day) {
      return Input.naming(file, () -> decision.record(day));
    }

    Assessment assessment() {
      return decision.assessment();
    }

    WhatWouldChange changes() {
      return WhatWouldChange.of(policy, decision.document());
    }
  }

  private Decided decide(String file, PolicyBook book, Optional<SchoolRegister> schools) {
    Document read = Input.read(file, json -> read(book, json));
    return Input.naming(
        file,
        () -> {
          RegisterOption.Filled filled = RegisterOption.Filled.of(schools, read);
          Document document = filled.document();
          Decision decision = on.decide(book, document);
          TermsLookup policy = book.on(decision.day().used());
          return new Decided(file, policy, decision, filled.findings());
        });
  }

  @Override
  public final Integer call() {
    PolicyBook book = packs.book(Printer.messages(spec));
    Optional<SchoolRegister> schools = register.open();
    List<Decided> results = Input.each(files, file -> decide(file, book, schools));
    List<Path> kept = recording == null ? List.of() : record(results, recording);
    Printer answers = Printer.answers(spec);
    if (json.isGiven()) {
      answers.json(json(results));
    } else {
      answers.page(page(results, new Names(book)));
    }
    Printer messages = Printer.messages(spec);
    results.forEach(one -> Input.warn(one.file(), one.decision().document(), book, messages));
    if (!json.isGiven() && !kept.isEmpty()) {
      answers.gap();
      kept.forEach(file -> answers.line("Saved: " + file));
    }
    return 0;
  }

  private static List<Path> record(List<Decided> results, Recording recording) {
    LocalDate day = recording.day();
    return RecordFiles.write(recording.folder, Input.each(results, one -> one.record(day)));
  }

  private Object json(List<Decided> results) {
    List<JsonNode> assessments = results.stream().map(this::tree).toList();
    return assessments.size() == 1 ? assessments.get(0) : assessments;
  }

  /**
   * Whether the day is worth a note. Applications are usually made before the year, which makes no
   * difference if the policy does not change.
   */
  private boolean isNoted(PolicyDay day) {
    return !day.changes().isEmpty() || on.day().isPresent() || day.asked().isAfter(day.used());
  }

  private JsonNode tree(Decided one) {
    ObjectNode tree = (ObjectNode) TfmJson.tree(one.assessment());
    PolicyDay day = one.decision().day();
    if (!day.changes().isEmpty() || (on.day().isPresent() && day.isMoved())) {
      tree.set("policyDay", TfmJson.tree(day));
    }
    one.findings().ifPresent(findings -> tree.set("register", TfmJson.tree(findings)));
    return changes ? tree.set("whatWouldChange", TfmJson.tree(one.changes())) : tree;
  }

  private Page page(List<Decided> results, Names names) {
    Page page = new Page();
    for (Decided one : results) {
      page.page(page(one, names)).gap();
    }
    return full || sources.isGiven() ? page : page.line(more());
  }

  /** Returns the options that show what this page does not. */
  private String more() {
    return "For more, add "
        + FULL
        + (changes ? " or " + SOURCES : ", " + SOURCES + " or " + CHANGES)
        + ".";
  }

  private Page page(Decided one, Names names) {
    Page page =
        new TextReport(full, sources.isGiven())
            .page(names, one.decision().document(), one.assessment());
    if (isNoted(one.decision().day())) {
      one.decision().day().notes().forEach(note -> page.paragraph("Note: " + note));
    }
    RegisterOption.add(one.findings(), page);
    if (changes) {
      page.gap().page(ChangesReport.page(one.changes()));
    }
    return page;
  }
}
