package org.tfm.examples.cli;

import com.google.common.collect.ImmutableList;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.tfm.examples.text.TextReport;
import org.tfm.model.advice.Change;
import org.tfm.model.advice.Obstacle;
import org.tfm.model.advice.WhatWouldChange;
import org.tfm.model.assessment.Assessment;
import org.tfm.model.assessment.EntitlementFinding;
import org.tfm.model.assessment.Finding;
import org.tfm.model.assessment.StatedTerm;
import org.tfm.model.assessment.Status;
import org.tfm.model.assessment.Verdict;
import org.tfm.model.criterion.Confirmed;
import org.tfm.model.criterion.Criterion;
import org.tfm.model.criterion.MissingFact;
import org.tfm.model.term.Aspect;
import org.tfm.model.term.Citation;
import org.tfm.model.term.Strength;

/**
 * A decision as a letter to the school, in plain English.
 *
 * <p>It names nobody, since the record knows nobody, and is signed by nobody. What it says is what
 * the findings say; the numbers in brackets lead to the sources at its end.
 */
final class Letter {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

  private final Explained decision;
  private final Assessment assessment;
  private final Optional<WhatWouldChange> changes;
  private final List<String> lines = new ArrayList<>();
  private final Map<Citation, Integer> sources = new LinkedHashMap<>();

  private Letter(Explained decision) {
    this.decision = decision;
    this.assessment = decision.assessment();
    this.changes = decision.changes();
  }

  /** The letter; without a line break at the end. */
  static String of(Explained decision) {
    return new Letter(decision).text();
  }

  /** Whether it holds the verdict up that something is not known. */
  static boolean isOpen(Finding finding) {
    return finding.status() == Status.EVIDENCE_MISSING && finding.strength() != Strength.PREFERRED;
  }

  private String text() {
    head();
    paragraph(answer());
    unmet();
    open();
    forTheHub();
    changes.ifPresent(this::changes);
    advice();
    boolean yes = assessment.verdict() == Verdict.YES;
    items(
        yes
            ? "What the school gets, and what it costs"
            : "What the school would get, and what it would cost",
        assessment.entitlements().stream().map(this::entitled).toList());
    items(yes ? "What the school commits to" : "What the school would commit to", commitments());
    items(yes ? "What is laid on" : "What would be laid on", stated(assessment.provision()));
    items("What follows later", stated(assessment.priorities()));
    foot();
    return String.join("\n", lines);
  }

  private void head() {
    lines.add(decision.hub());
    lines.add("");
    lines.add(
        decision.school().isPresent() ? "To the headteacher" : "To the lead of the Work Group");
    decision
        .school()
        .ifPresent(
            school ->
                lines.add(
                    school
                        .name()
                        .map(name -> name + " (URN " + school.urn() + ")")
                        .orElse("School with the URN " + school.urn())));
    lines.add("");
    lines.add(DAY.format(decision.record().decidedOn()));
    lines.add("");
    lines.add(decision.workGroup());
    lines.add("");
    lines.add(decision.school().isPresent() ? "Dear Headteacher," : "Dear Colleague,");
  }

  private String answer() {
    String document = decision.document();
    String answer =
        switch (assessment.verdict()) {
          case YES -> "It meets everything that the policy requires: the answer is yes.";
          case NO ->
              "As it stands, it does not meet everything that the policy requires, so the answer is"
                  + " no. Below is what does not fit"
                  + (changes.filter(WhatWouldChange::isPossible).isPresent()
                      ? ", and how to put it right."
                      : ".");
          case MORE_INFORMATION_NEEDED ->
              "We cannot answer it yet, because we do not know enough. Below is what we still need"
                  + " to hear from you.";
          case REFER_TO_HUB ->
              "Nothing in it is refused, but the policy leaves a part of the answer to the hub."
                  + " Below is what the hub has to decide.";
          case NOT_STATED -> "The policy names nothing that it would have to meet.";
        };
    String place =
        decision.record().application().isPresent() && assessment.verdict() == Verdict.YES
            ? " Whether there is a place is a separate decision of the hub."
            : "";
    return "Thank you for your " + document + ". " + answer + place;
  }

  private void unmet() {
    numbered("What does not meet the policy", assessment.unmet());
  }

  private void numbered(String heading, List<Finding> findings) {
    if (findings.isEmpty()) {
      return;
    }
    heading(heading);
    int number = 1;
    for (Finding finding : findings) {
      String first = "  " + number++ + ". ";
      String next = " ".repeat(first.length());
      lines.addAll(
          TextReport.wrap(first, next, finding.demanded() + " " + mark(finding.citation())));
      lines.addAll(
          TextReport.wrap(
              next, next, "The " + decision.document() + " says: " + finding.read() + "."));
    }
  }

  private static String capital(String sentence) {
    return sentence.isEmpty()
        ? sentence
        : sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
  }

  /** Questions, each once, with the sources of all that need the answer. */
  private void open() {
    Map<MissingFact, List<String>> questions = new LinkedHashMap<>();
    for (Finding finding : assessment.findings()) {
      if (isOpen(finding)) {
        for (MissingFact fact : finding.missing()) {
          List<String> marks = questions.computeIfAbsent(fact, any -> new ArrayList<>());
          String mark = mark(finding.citation());
          if (!marks.contains(mark)) {
            marks.add(mark);
          }
        }
      }
    }
    items(
        "What we still need to know",
        questions.entrySet().stream()
            .map(
                one ->
                    (one.getKey().of().isEmpty() ? "" : capital(one.getKey().of()) + ": ")
                        + one.getKey().question()
                        + " "
                        + String.join(" ", one.getValue()))
            .toList());
  }

  private void forTheHub() {
    numbered(
        "What the hub has to decide",
        Stream.concat(assessment.referred().stream(), assessment.silent().stream()).toList());
  }

  /** What the hub has to decide is said already, and is no obstacle that a school could see. */
  private void changes(WhatWouldChange changes) {
    List<String> unmet = assessment.unmet().stream().map(Finding::term).toList();
    items(
        "What no change to the " + decision.document() + " can put right",
        changes.obstacles().stream()
            .filter(obstacle -> unmet.contains(obstacle.term()))
            .map(Obstacle::sentence)
            .toList());
    if (changes.isPossible() && !changes.ways().get(0).isEmpty()) {
      List<ImmutableList<Change>> ways = changes.ways();
      heading(
          (unmet.isEmpty() ? "The" : "How to put it right: the")
              + " answer would be yes if "
              + (ways.size() == 1 ? "this were so" : "one of these were so"));
      for (int way = 0; way < ways.size(); way++) {
        if (way > 0) {
          lines.add("  or");
        }
        ways.get(way)
            .forEach(change -> lines.addAll(TextReport.wrap("  - ", "    ", change.sentence())));
      }
    }
  }

  private void advice() {
    items(
        "What the policy would prefer, though nothing hangs on it",
        assessment.advice().stream()
            .map(finding -> finding.demanded() + " " + mark(finding.citation()))
            .toList());
  }

  private String entitled(EntitlementFinding one) {
    return one.sentence() + " " + mark(one.citation());
  }

  /** What it has to keep to because it was demanded and offered, and what it owes besides. */
  private List<String> commitments() {
    List<String> commitments = new ArrayList<>();
    for (Finding finding : assessment.findings()) {
      if (finding.aspect() == Aspect.COMMITMENT
          && finding.status() == Status.MET
          && finding.strength() != Strength.PREFERRED) {
        commitments.add(capital(statement(finding.demand())) + ". " + mark(finding.citation()));
      }
    }
    commitments.addAll(stated(assessment.undertakings()));
    return commitments;
  }

  /** What holds, as a clause: of a yes/no question that was confirmed, the answer itself. */
  private static String statement(Criterion demand) {
    return demand instanceof Confirmed confirmed ? confirmed.fact().label() : demand.says();
  }

  private List<String> stated(List<StatedTerm> terms) {
    return terms.stream().map(term -> term.sentence() + " " + mark(term.citation())).toList();
  }

  private void foot() {
    heading("Where this comes from");
    sources.keySet().stream().map(Citation::source).distinct().forEach(this::source);
    paragraph(
        "This letter says what the policy for "
            + assessment.offering().year()
            + ", as of "
            + DAY.format(assessment.policy().asOf())
            + ", makes of the "
            + decision.document()
            + " as it was handed in. If anything in it is not so, please tell us: it is then"
            + " looked at again.");
    lines.add("");
    lines.add("Reference: " + decision.record().id());
  }

  /** A document, and the places in it that the letter rests on. */
  private void source(String id) {
    lines.addAll(TextReport.wrap("  ", "  ", decision.source(id)));
    sources.forEach(
        (citation, number) -> {
          if (citation.source().equals(id)) {
            String first = String.format(Locale.ROOT, "  %4s ", "[" + number + "]");
            lines.addAll(
                TextReport.wrap(
                    first,
                    " ".repeat(first.length()),
                    capital(citation.place())
                        + "."
                        + citation.reading().map(r -> " We read it so: " + r + ".").orElse("")));
          }
        });
  }

  private String mark(Citation citation) {
    return "["
        + Optional.ofNullable(sources.get(citation))
            .orElseGet(
                () -> {
                  int next = sources.size() + 1;
                  sources.put(citation, next);
                  return next;
                })
        + "]";
  }

  private void items(String heading, List<String> items) {
    if (!items.isEmpty()) {
      heading(heading);
      items.forEach(item -> lines.addAll(TextReport.wrap("  - ", "    ", item)));
    }
  }

  private void heading(String heading) {
    lines.add("");
    lines.add(heading);
  }

  private void paragraph(String words) {
    lines.add("");
    lines.addAll(TextReport.wrap("", "", words));
  }
}
