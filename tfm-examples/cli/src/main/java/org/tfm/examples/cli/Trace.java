package org.tfm.examples.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tfm.examples.text.TextReport;
import org.tfm.model.assessment.Assessment;
import org.tfm.model.assessment.EntitlementFinding;
import org.tfm.model.assessment.Finding;
import org.tfm.model.assessment.PolicyVersion;
import org.tfm.model.assessment.StatedTerm;
import org.tfm.model.criterion.MissingFact;
import org.tfm.model.term.Citation;
import org.tfm.model.term.Provenance;
import org.tfm.model.term.RulePlace;

/** A decision with everything it rests on, down to the line of each rule. */
final class Trace {

  private final Explained decision;
  private final List<String> lines = new ArrayList<>();
  private final Set<String> cited = new TreeSet<>();

  private Trace(Explained decision) {
    this.decision = decision;
  }

  /** The trace; without a line break at the end. */
  static String of(Explained decision) {
    Trace trace = new Trace(decision);
    trace.head();
    Assessment assessment = decision.assessment();
    trace.section("Findings", assessment.findings().isEmpty());
    assessment.findings().forEach(trace::finding);
    trace.section("Entitlements", assessment.entitlements().isEmpty());
    assessment.entitlements().forEach(trace::entitlement);
    trace.stated("Undertakings", assessment.undertakings());
    trace.stated("Provision", assessment.provision());
    trace.stated("Priorities", assessment.priorities());
    trace.sources();
    return String.join("\n", trace.lines);
  }

  private void head() {
    Assessment assessment = decision.assessment();
    PolicyVersion policy = assessment.policy();
    lines.add("Decision " + decision.record().id());
    key(
        "on",
        "the "
            + decision.document()
            + decision
                .school()
                .map(school -> " of " + TextReport.title(assessment.offering(), school))
                .orElseGet(() -> ", " + TextReport.title(assessment.offering())));
    key("decided", decision.record().decidedOn().toString());
    key("policy of", policy.asOf().toString());
    IntStream.range(0, policy.packs().size())
        .forEach(i -> key("pack", policy.packs().get(i) + " " + policy.hashes().get(i)));
    key("book", policy.book());
    key("library", policy.library() + ", rule language " + decision.record().language());
    key("verdict", words(assessment.verdict()));
    aspect("eligibility", assessment.eligibilityVerdict());
    aspect("application", assessment.applicationVerdict());
    aspect("commitments", assessment.commitmentsVerdict());
    aspect("group", assessment.groupVerdict());
    aspect("progress", assessment.progressVerdict());
  }

  private void aspect(String name, Optional<? extends Enum<?>> verdict) {
    verdict.ifPresent(v -> key("- " + name, words(v)));
  }

  private void section(String heading, boolean empty) {
    if (!empty) {
      lines.add("");
      lines.add(heading);
    }
  }

  private void finding(Finding finding) {
    lines.add(
        "  "
            + finding.term()
            + " ("
            + lower(finding.aspect())
            + ", "
            + lower(finding.strength())
            + "): "
            + words(finding.status()));
    key("read", finding.read());
    key("needed", finding.needed());
    missing("missing", finding.missing());
    where(finding.citation(), finding.provenance());
  }

  private void missing(String key, List<MissingFact> facts) {
    for (MissingFact fact : facts) {
      key(
          key,
          (fact.of().isEmpty() ? "" : fact.of() + ": ") + fact.question() + " (" + fact.at() + ")");
    }
  }

  private void entitlement(EntitlementFinding one) {
    lines.add("  " + one.term() + ": " + words(one.status()));
    key(one.charge() ? "charge" : "grant", one.amount().map(Object::toString).orElse("not stated"));
    key("for each", one.unit().map(Trace::lower).orElse("not stated"));
    key("towards", lower(one.purpose()));
    key("says", one.sentence());
    missing("waits for", one.waitsFor());
    where(one.citation(), one.provenance());
  }

  private void stated(String heading, List<StatedTerm> terms) {
    section(heading, terms.isEmpty());
    for (StatedTerm term : terms) {
      lines.add("  " + term.term());
      key("says", term.sentence());
      where(term.citation(), term.provenance());
    }
  }

  private void sources() {
    section("Sources", cited.isEmpty());
    for (String id : cited) {
      lines.add("  " + id);
      key("title", decision.source(id));
    }
  }

  private void where(Citation citation, Provenance provenance) {
    cited.add(citation.source());
    key("source", citation.source() + ": " + citation.place());
    citation.reading().ifPresent(reading -> key("read as", reading));
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
        .ifPresent(source -> key("allowed by", source.source() + ": " + source.place()));
  }

  private void key(String key, String words) {
    String first = "    " + String.format(Locale.ROOT, "%-15s", key);
    TextReport.wrap(first, " ".repeat(first.length()), words).stream()
        .map(String::stripTrailing)
        .forEach(lines::add);
  }

  private static String words(Enum<?> value) {
    return value.name().replace('_', ' ');
  }

  private static String lower(Enum<?> value) {
    return words(value).toLowerCase(Locale.ROOT);
  }
}
