package org.tfm.examples.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tfm.examples.text.TextReport;
import org.tfm.model.advice.WhatWouldChange;
import org.tfm.model.assessment.Assessment;
import org.tfm.model.assessment.TermsLookup;
import org.tfm.model.document.Document;
import org.tfm.model.json.TfmJson;
import org.tfm.model.record.DecisionRecord;
import org.tfm.rules.book.Decision;
import org.tfm.rules.book.PolicyBook;
import org.tfm.rules.book.PolicyDay;
import picocli.CommandLine.ArgGroup;
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
      names = "--what-would-change",
      description = "Say which changes would lead to yes, or why none does.")
  private boolean changes;

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

  @ArgGroup(exclusive = false)
  private @Nullable Recording recording;

  /** Where decisions are kept. */
  private static final class Recording {

    @Option(
        names = "--record",
        paramLabel = "DIR",
        required = true,
        description = {
          "Keep each decision in this folder, without personal data: one file each,",
          "named by the id of the record. Nothing is written unless every file is assessed."
        })
    private Path folder = Path.of("");

    @Option(
        names = "--decided-on",
        paramLabel = "DATE",
        description = "The day of the decision; today if left out.")
    private @Nullable LocalDate day;

    LocalDate day() {
      return day == null ? LocalDate.now(Clock.system(ZoneId.of("Europe/London"))) : day;
    }
  }

  /** The document in a JSON text. */
  abstract Document read(PolicyBook book, String json);

  /** What the document is called in reports. */
  abstract String title(Document document);

  /**
   * A document that was decided on.
   *
   * @param file the file it was read from
   * @param title the school and the offering
   * @param policy where the terms for other kinds of school are looked up
   * @param decision the decision
   */
  private record Decided(String file, String title, TermsLookup policy, Decision decision) {

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

  private Decided decide(String file, PolicyBook book) {
    Document document = Input.read(file, json -> read(book, json));
    return Input.naming(
        file,
        () -> {
          Decision decision = on == null ? book.decide(document) : book.decide(document, on);
          TermsLookup policy =
              (offering, kind) -> book.terms(offering, kind, decision.day().used());
          return new Decided(file, title(document), policy, decision);
        });
  }

  @Override
  public final Integer call() {
    PolicyBook book = Books.with(packs);
    List<Decided> results = Input.each(files, file -> decide(file, book));
    List<Path> kept = recording == null ? List.of() : record(results, recording);
    PrintWriter out = spec.commandLine().getOut();
    out.println(json ? json(results) : text(results));
    PrintWriter err = spec.commandLine().getErr();
    results.forEach(one -> Input.warn(one.file(), one.decision().document(), book, err));
    if (!json && !kept.isEmpty()) {
      out.println();
      kept.forEach(file -> out.println("Recorded: " + file));
    }
    return 0;
  }

  private static List<Path> record(List<Decided> results, Recording recording) {
    LocalDate day = recording.day();
    return RecordFiles.write(recording.folder, Input.each(results, one -> one.record(day)));
  }

  private String json(List<Decided> results) {
    List<JsonNode> assessments = results.stream().map(this::tree).toList();
    return TfmJson.writePretty(assessments.size() == 1 ? assessments.get(0) : assessments);
  }

  private JsonNode tree(Decided one) {
    ObjectNode tree = (ObjectNode) TfmJson.tree(one.assessment());
    PolicyDay day = one.decision().day();
    // That an application is made before the year is as a rule; `asOf` of the policy says its day.
    if (!day.changes().isEmpty() || (on != null && day.isMoved())) {
      tree.set("policyDay", TfmJson.tree(day));
    }
    return changes ? tree.set("whatWouldChange", TfmJson.tree(one.changes())) : tree;
  }

  private String text(List<Decided> results) {
    return String.join("\n\n", results.stream().map(this::text).toList());
  }

  private String text(Decided one) {
    String report =
        brief
            ? TextReport.brief(one.title(), one.assessment())
            : TextReport.of(one.title(), one.assessment());
    String day =
        one.decision().day().notes().stream()
            .flatMap(note -> TextReport.wrap("Day: ", "     ", note).stream())
            .map("\n"::concat)
            .collect(Collectors.joining());
    String all = day.isEmpty() ? report : report + "\n" + day;
    return changes ? all + "\n\n" + ChangesReport.text(one.changes()) : all;
  }
}
