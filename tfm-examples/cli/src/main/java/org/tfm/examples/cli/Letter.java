package org.tfm.examples.cli;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.tfm.examples.text.Names;
import org.tfm.examples.text.Page;
import org.tfm.examples.text.SourceList;
import org.tfm.examples.text.TextReport;
import org.tfm.examples.text.VerdictText;
import org.tfm.examples.text.Words;
import org.tfm.model.advice.Change;
import org.tfm.model.advice.Obstacle;
import org.tfm.model.advice.WhatWouldChange;
import org.tfm.model.assessment.Assessment;
import org.tfm.model.assessment.EntitlementFinding;
import org.tfm.model.assessment.Finding;
import org.tfm.model.assessment.StatedTerm;
import org.tfm.model.assessment.Status;
import org.tfm.model.assessment.Verdict;
import org.tfm.model.criterion.MissingFact;
import org.tfm.model.document.Application;
import org.tfm.model.document.Place;
import org.tfm.model.school.School;
import org.tfm.model.term.Aspect;
import org.tfm.model.term.Citation;
import org.tfm.model.term.Provenance;
import org.tfm.model.term.Section;
import org.tfm.model.term.Strength;

/**
 * A decision as a letter from the hub to the school.
 *
 * <p>It names no person, because a record holds no names, and nobody signs it. The numbers in
 * brackets lead to the sources at its end.
 */
final class Letter {

  private final Explained decision;
  private final Assessment assessment;
  private final Optional<WhatWouldChange> changes;
  private final Page page;
  private final SourceList sources;

  private Letter(Explained decision, Page page) {
    this.decision = decision;
    this.page = page;
    this.assessment = decision.assessment();
    this.changes = decision.changes();
    this.sources = new SourceList(decision.names());
  }

  /** Writes the letter on an empty page. */
  static Page of(Explained decision, Page page) {
    return new Letter(decision, page).page();
  }

  private Page page() {
    head();
    page.paragraph(answer());
    page.list("What is not met", cited(assessment.unmet()));
    open();
    page.list(
        "What we still have to decide",
        Stream.concat(assessment.referred().stream(), assessment.silent().stream())
            .map(one -> one.openPoint() + " " + mark(one.citation(), one.provenance()))
            .toList());
    changes.ifPresent(this::changes);
    page.list(
        "What the policy would prefer (this does not affect the answer)",
        cited(assessment.advice()));
    boolean isYes = assessment.verdict() == Verdict.YES;
    page.list(
        "What you get", found(one -> one.section() == Section.ENTITLEMENT && !Words.isPaid(one)));
    page.list("What you pay", found(Words::isPaid));
    if (!isImpossible()) {
      page.list(Words.heading(Section.PROVISION), stated(assessment.provision()));
      page.list(isYes ? "What you agree to do" : "What you would agree to do", commitments());
      page.list(
          Words.heading(Section.PRIORITY),
          Stream.concat(
                  found(one -> one.section() == Section.PRIORITY).stream(),
                  stated(assessment.priorities()).stream())
              .toList());
    }
    foot();
    return page;
  }

  private void head() {
    Optional<School> school = decision.school();
    page.line(decision.names().hub(assessment.offering().hub())).gap();
    page.hanging(
        school
            .map(
                one ->
                    "To the headteacher of "
                        + Names.school(one)
                        + (one.name().isPresent() ? " (URN " + one.urn() + ")" : ""))
            .orElse("To the lead of the Work Group"));
    page.gap().line(Words.day(decision.record().decidedOn()));
    page.gap().line(decision.workGroup());
    page.gap().line(school.isPresent() ? "Dear Headteacher," : "Dear Colleague,");
  }

  private String answer() {
    return "Thank you for "
        + decision.thanks()
        + ". "
        + switch (assessment.verdict()) {
          case YES -> "The answer is yes: it meets every requirement of the policy." + place();
          case NO ->
              unmet()
                  + (isPossible() ? "no for now" : "no")
                  + ". Below is what is not met"
                  + (isPossible() ? ", and what would put it right." : ".");
          case MORE_INFORMATION_NEEDED ->
              met(" so far")
                  + (VerdictText.isForHubAlone(assessment)
                      ? "Before we can answer, we have to look up what we list below."
                      : "Before we can answer, please tell us what we ask below.");
          case REFER_TO_HUB ->
              met("")
                  + "Nothing is refused, but we have to decide some points ourselves. They are"
                  + " below.";
          case NOT_STATED -> "The policy sets no requirements for it.";
        };
  }

  private String met(String when) {
    return met() == 0 ? "" : metOfAll() + when + ". ";
  }

  private long met() {
    return required().stream().filter(finding -> finding.status() == Status.MET).count();
  }

  private List<Finding> required() {
    return assessment.findings().stream()
        .filter(finding -> finding.strength() != Strength.PREFERRED)
        .toList();
  }

  private String metOfAll() {
    return "It meets " + met() + " of the " + Words.number(required().size(), "requirement");
  }

  private String unmet() {
    int unmet = assessment.unmet().size();
    String not =
        unmet == 0
            ? "cannot meet every requirement"
            : "does not meet " + (met() == 0 ? Words.number(unmet, "requirement") : unmet);
    return (met() == 0 ? "It " : metOfAll() + " but ") + not + ", so the answer is ";
  }

  private boolean isPossible() {
    return changes.filter(WhatWouldChange::isPossible).isPresent();
  }

  private boolean isImpossible() {
    return assessment.verdict() == Verdict.NO
        && changes.filter(one -> !one.isPossible() && !one.cutShort()).isPresent();
  }

  private String place() {
    Optional<Application> application = decision.record().application();
    if (application.isEmpty()) {
      return "";
    }
    Optional<Place> place = application.get().place();
    if (place.isEmpty()) {
      return " Whether we can offer you a place is a separate decision.";
    }
    return place.get() == Place.ACCEPTED
        ? " We have offered you a place."
        : " We could not offer you a place.";
  }

  private List<String> cited(List<Finding> findings) {
    return findings.stream()
        .map(one -> one.sentence() + " " + mark(one.citation(), one.provenance()))
        .toList();
  }

  /** The questions to the school, and what the hub itself has to look up. */
  private void open() {
    page.list("What we still need to know", questions(false));
    page.list("What we look up in our own records", questions(true));
  }

  /** The questions, each once, with the sources of all requirements that need the answer. */
  private List<String> questions(boolean toHub) {
    Map<MissingFact, Set<String>> questions = new LinkedHashMap<>();
    for (Finding finding : VerdictText.open(assessment)) {
      for (MissingFact fact : finding.missing()) {
        if (fact.knownToHub() == toHub) {
          questions
              .computeIfAbsent(fact, any -> new LinkedHashSet<>())
              .add(mark(finding.citation(), finding.provenance()));
        }
      }
    }
    return questions.entrySet().stream()
        .map(one -> TextReport.question(one.getKey()) + " " + String.join(" ", one.getValue()))
        .toList();
  }

  /** The letter has said already what the hub has to decide, and a school cannot change that. */
  private void changes(WhatWouldChange changes) {
    List<String> unmet = assessment.unmet().stream().map(Finding::term).toList();
    page.list(
        "What cannot be put right",
        changes.obstacles().stream()
            .filter(obstacle -> unmet.contains(obstacle.term()))
            .map(Obstacle::sentence)
            .toList());
    if (changes.isPossible() && !changes.ways().get(0).isEmpty()) {
      List<ImmutableList<Change>> ways = changes.ways();
      String heading = unmet.isEmpty() ? "What would lead to yes" : "What would put it right";
      page.gap().line(heading + (ways.size() == 1 ? "" : ": any one of these is enough"));
      for (int way = 0; way < ways.size(); way++) {
        if (way > 0) {
          page.line("  or");
        }
        ways.get(way).forEach(change -> page.item(change.sentence()));
      }
    }
  }

  /** The commitments that were required and offered, and what the school agrees to besides. */
  private List<String> commitments() {
    List<String> commitments = new ArrayList<>();
    for (Finding finding : assessment.findings()) {
      if (finding.aspect() == Aspect.COMMITMENT
          && finding.status() == Status.MET
          && finding.strength() != Strength.PREFERRED) {
        commitments.add(finding.demanded() + " " + mark(finding.citation(), finding.provenance()));
      }
    }
    commitments.addAll(stated(assessment.undertakings()));
    return commitments;
  }

  private List<String> found(Predicate<EntitlementFinding> such) {
    return VerdictText.entitlements(assessment).stream()
        .filter(such)
        .map(one -> one.sentence() + " " + mark(one.citation(), one.provenance()))
        .toList();
  }

  private List<String> stated(List<StatedTerm> terms) {
    return terms.stream()
        .map(term -> term.sentence() + " " + mark(term.citation(), term.provenance()))
        .toList();
  }

  private String mark(Citation citation, Provenance provenance) {
    return sources.mark(citation, provenance.pack());
  }

  private void foot() {
    sources.print("Where this comes from", page);
    page.paragraph(
        "We have applied the policy of "
            + Words.day(assessment.policy().asOf())
            + " for "
            + assessment.offering().year()
            + " to what you sent us. If anything in it is wrong, please tell us and we will look at"
            + " it again.");
    page.gap().line("Reference: " + decision.record().id());
  }
}
