package org.tfm.examples.cli;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tfm.examples.text.Page;
import org.tfm.examples.text.TextReport;
import org.tfm.examples.text.Words;
import org.tfm.model.assessment.Assessment;
import org.tfm.model.assessment.EntitlementFinding;
import org.tfm.model.assessment.Finding;
import org.tfm.model.assessment.PolicyVersion;
import org.tfm.model.assessment.StatedTerm;
import org.tfm.model.assessment.Verdict;
import org.tfm.model.criterion.MissingFact;
import org.tfm.model.term.Aspect;
import org.tfm.model.term.Citation;
import org.tfm.model.term.Provenance;
import org.tfm.model.term.RulePlace;
import org.tfm.model.term.Section;

/** A decision with everything that it is based on, down to the line of each rule. */
final class Trace {

  private final Explained decision;
  private final Page page;
  private final Set<Cited> cited =
      new TreeSet<>(Comparator.comparing(Cited::id).thenComparing(Cited::pack));

  /** A source and the pack that lists it. */
  private record Cited(String id, String pack) {}

  private Trace(Explained decision, Page page) {
    this.decision = decision;
    this.page = page;
  }

  /** Writes the trace on an empty page. */
  static Page of(Explained decision, Page page) {
    Trace trace = new Trace(decision, page);
    trace.head();
    Assessment assessment = decision.assessment();
    trace.section("Requirements", assessment.findings().isEmpty());
    assessment.findings().forEach(trace::finding);
    trace.section(Section.ENTITLEMENT, List.of());
    trace.section(Section.PROVISION, assessment.provision());
    trace.section(Section.UNDERTAKING, assessment.undertakings());
    trace.section(Section.PRIORITY, assessment.priorities());
    trace.sources();
    return trace.page;
  }

  private void head() {
    Assessment assessment = decision.assessment();
    PolicyVersion policy = assessment.policy();
    page.line("Decision " + decision.record().id());
    key("about", decision.names().title(decision.record().document()));
    key("decided on", Words.day(decision.record().decidedOn()));
    key("policy of", Words.day(policy.asOf()));
    IntStream.range(0, policy.packs().size())
        .forEach(i -> key("pack", policy.packs().get(i) + " " + policy.hashes().get(i)));
    key("book", policy.book());
    key("library", policy.library() + ", rule language " + decision.record().language());
    key("verdict", Words.verdict(assessment.verdict()));
    aspect(Aspect.ELIGIBILITY, assessment.eligibilityVerdict());
    aspect(Aspect.APPLICATION, assessment.applicationVerdict());
    aspect(Aspect.COMMITMENT, assessment.commitmentsVerdict());
    aspect(Aspect.GROUP, assessment.groupVerdict());
    aspect(Aspect.PROGRESS, assessment.progressVerdict());
  }

  private void aspect(Aspect aspect, Optional<Verdict> verdict) {
    verdict.ifPresent(
        one -> key("- " + Words.heading(aspect).toLowerCase(Locale.ROOT), Words.verdict(one)));
  }

  private void section(String heading, boolean empty) {
    if (!empty) {
      page.gap();
      page.line(heading);
    }
  }

  private void finding(Finding finding) {
    page.line(
        "  "
            + finding.term()
            + " ("
            + Words.heading(finding.aspect()).toLowerCase(Locale.ROOT)
            + ", "
            + finding.strength()
            + "): "
            + Words.status(finding.status()));
    key("needed", finding.needed());
    key("found", finding.read());
    missing("missing", finding.missing());
    where(finding.citation(), finding.provenance());
  }

  private void missing(String key, List<MissingFact> facts) {
    for (MissingFact fact : facts) {
      key(key, TextReport.question(fact) + " (" + fact.at() + ")");
    }
  }

  /** Writes what was found for the terms of a section, and what is only stated. */
  private void section(Section section, List<StatedTerm> stated) {
    List<EntitlementFinding> found =
        decision.assessment().entitlements().stream()
            .filter(one -> one.section() == section)
            .toList();
    section(Words.heading(section), found.isEmpty() && stated.isEmpty());
    found.forEach(this::entitlement);
    for (StatedTerm term : stated) {
      page.line("  " + term.term());
      key("says", term.sentence());
      where(term.citation(), term.provenance());
    }
  }

  private void entitlement(EntitlementFinding one) {
    page.line("  " + one.term() + ": " + Words.status(one.section(), one.status()));
    one.purpose()
        .ifPresent(
            purpose -> {
              String amount = one.amount().map(Object::toString).orElse("not stated");
              key(one.charge() ? "charge" : "grant", amount);
              key("for each", one.unit().map(Trace::lower).orElse("not stated"));
              key("towards", lower(purpose));
            });
    key("says", one.sentence());
    missing("waits for", one.waitsFor());
    where(one.citation(), one.provenance());
  }

  private void sources() {
    section("Sources", cited.isEmpty());
    for (Cited source : cited) {
      page.line("  " + source.id());
      key("of pack", source.pack());
      key("title", decision.names().source(source.pack(), source.id()));
    }
  }

  private void where(Citation citation, Provenance provenance) {
    cited.add(new Cited(citation.source(), provenance.pack()));
    key("source", citation.source() + ": " + citation.place());
    citation.reading().ifPresent(reading -> key("interpretation", reading));
    key("rule", provenance.rule().toString());
    if (!provenance.replaces().isEmpty()) {
      key(
          "in place of",
          provenance.replaces().stream()
              .map(RulePlace::toString)
              .collect(Collectors.joining(", ")));
    }
    provenance
        .derogation()
        .ifPresent(
            source -> {
              cited.add(new Cited(source.source(), provenance.pack()));
              key("allowed by", source.source() + ": " + source.place());
            });
  }

  private void key(String key, String words) {
    String first = "    " + String.format(Locale.ROOT, "%-15s", key);
    page.wrapped(first, " ".repeat(first.length()), words);
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
