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
import org.jspecify.annotations.Nullable;
import org.tfm.examples.text.TextReport;
import org.tfm.model.advice.WhatWouldChange;
import org.tfm.model.assessment.Assessment;
import org.tfm.model.assessment.Terms;
import org.tfm.model.assessment.TermsLookup;
import org.tfm.model.document.Document;
import org.tfm.model.json.TfmJson;
import org.tfm.model.programme.Offering;
import org.tfm.model.record.DecisionRecord;
import org.tfm.rules.book.PolicyBook;
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
      description = "The day whose policy is meant; the first of the academic year if left out.")
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

  /** The day whose policy is meant for documents of this offering. */
  private LocalDate on(Offering offering) {
    return on == null ? offering.year().firstDay() : on;
  }

  /** The sort of document that the files hold. */
  abstract Class<? extends Document> sort();

  /** What the document is called in reports. */
  abstract String title(Document document);

  /**
   * A document assessed.
   *
   * @param file the file it was read from
   * @param title the school and the offering
   * @param document the document
   * @param policy where the terms for other kinds of school are looked up
   * @param terms the terms it was assessed with
   * @param assessment the assessment
   */
  private record Assessed(
      String file,
      String title,
      Document document,
      TermsLookup policy,
      Terms terms,
      Assessment assessment) {

    DecisionRecord record(LocalDate day) {
      return Input.naming(file, () -> DecisionRecord.of(terms, document, day));
    }

    WhatWouldChange changes() {
      return WhatWouldChange.of(policy, document);
    }
  }

  private Assessed assess(String file, PolicyBook book) {
    Document document = Input.read(file, sort());
    return Input.naming(
        file,
        () -> {
          Offering offering = document.offering();
          LocalDate day = on(offering);
          TermsLookup policy = (of, kind) -> book.terms(of, kind, day);
          Terms terms = policy.terms(offering, document.schoolKind());
          return new Assessed(
              file, title(document), document, policy, terms, terms.assess(document));
        });
  }

  @Override
  public final Integer call() {
    PolicyBook book = Books.with(packs);
    List<Assessed> results = Input.each(files, file -> assess(file, book));
    List<Path> kept = recording == null ? List.of() : record(results, recording);
    PrintWriter out = spec.commandLine().getOut();
    out.println(json ? json(results) : text(results));
    PrintWriter err = spec.commandLine().getErr();
    results.forEach(one -> Input.warn(one.file(), one.document(), book, err));
    if (!json && !kept.isEmpty()) {
      out.println();
      kept.forEach(file -> out.println("Recorded: " + file));
    }
    return 0;
  }

  private static List<Path> record(List<Assessed> results, Recording recording) {
    LocalDate day = recording.day();
    return RecordFiles.write(recording.folder, Input.each(results, one -> one.record(day)));
  }

  private String json(List<Assessed> results) {
    List<JsonNode> assessments = results.stream().map(this::tree).toList();
    return TfmJson.writePretty(assessments.size() == 1 ? assessments.get(0) : assessments);
  }

  private JsonNode tree(Assessed one) {
    ObjectNode tree = (ObjectNode) TfmJson.tree(one.assessment());
    return changes ? tree.set("whatWouldChange", TfmJson.tree(one.changes())) : tree;
  }

  private String text(List<Assessed> results) {
    return String.join("\n\n", results.stream().map(this::text).toList());
  }

  private String text(Assessed one) {
    String report =
        brief
            ? TextReport.brief(one.title(), one.assessment())
            : TextReport.of(one.title(), one.assessment());
    return changes ? report + "\n\n" + ChangesReport.text(one.changes()) : report;
  }
}
