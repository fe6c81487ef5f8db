package org.tfm.examples.text;

import com.google.common.base.Splitter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tfm.model.assessment.Assessment;
import org.tfm.model.assessment.EntitlementFinding;
import org.tfm.model.assessment.Finding;
import org.tfm.model.assessment.StatedTerm;
import org.tfm.model.assessment.Status;
import org.tfm.model.assessment.Verdict;
import org.tfm.model.criterion.MissingFact;
import org.tfm.model.problem.PrintableText;
import org.tfm.model.programme.Offering;
import org.tfm.model.programme.WorkGroupType;
import org.tfm.model.school.School;
import org.tfm.model.term.Citation;
import org.tfm.model.term.Provenance;

/** An assessment as text for people. */
public final class TextReport {

  /** The most characters of a line. */
  public static final int WIDTH = 96;

  private final StringBuilder text = new StringBuilder();

  private TextReport() {}

  /** The offering, as a heading. */
  public static String title(Offering offering) {
    return WorkGroupType.of(offering.type()).title()
        + ", "
        + offering.hub()
        + ", "
        + offering.year();
  }

  /** The school and the offering, as a heading. */
  public static String title(Offering offering, School school) {
    return school.name().map(PrintableText::text).orElse("School " + school.urn())
        + ": "
        + title(offering);
  }

  /** The assessment, each finding with its source; without a line break at the end. */
  public static String of(String title, Assessment assessment) {
    TextReport report = new TextReport();
    report.decision(title, assessment);
    report.rest(assessment);
    return report.text.toString().stripTrailing();
  }

  /** The verdict, what stands in the way and what the school gets. */
  public static String brief(String title, Assessment assessment) {
    TextReport report = new TextReport();
    report.decision(title, assessment);
    report.entitlements(assessment.entitlements());
    return report.text.toString().stripTrailing();
  }

  private void decision(String title, Assessment assessment) {
    line(title);
    line("Verdict: " + words(assessment.verdict()));
    line("");
    aspect("who may take part", assessment.eligibilityVerdict());
    aspect("what is handed in", assessment.applicationVerdict());
    aspect("what is committed to", assessment.commitmentsVerdict());
    aspect("the group", assessment.groupVerdict());
    aspect("the year", assessment.progressVerdict());
    findings("Not met", assessment.unmet());
    questions(assessment);
    findings("The hub decides", assessment.referred());
    findings("The policy gives no figure", assessment.silent());
    findings("Advice, which changes no verdict", assessment.advice());
  }

  private void rest(Assessment assessment) {
    findings("Met", assessment.findings().stream().filter(f -> f.status() == Status.MET).toList());
    entitlements(assessment.entitlements());
    stated("What the school owes", assessment.undertakings());
    stated("What is laid on", assessment.provision());
    stated("Who goes first later", assessment.priorities());
    line("");
    line(
        "Policy: "
            + String.join(" on ", assessment.policy().packs().reverse())
            + ", book "
            + shortHash(assessment.policy().book())
            + ", library "
            + assessment.policy().library());
  }

  /** Enough of a hash to tell two books apart by eye. */
  public static String shortHash(String hash) {
    return hash.substring(0, Math.min(hash.length(), "sha256:".length() + 12));
  }

  private static String words(Enum<?> value) {
    return value.name().replace('_', ' ');
  }

  private void aspect(String name, Optional<Verdict> verdict) {
    verdict.ifPresent(v -> line(String.format(Locale.ROOT, "  %-22s%s", name, words(v))));
  }

  private void findings(String heading, List<Finding> findings) {
    if (!findings.isEmpty()) {
      heading(heading);
      for (Finding finding : findings) {
        item(finding.term(), finding.sentence(), finding.citation(), finding.provenance());
      }
    }
  }

  private void questions(Assessment assessment) {
    List<MissingFact> missing =
        assessment.findings().stream()
            .filter(finding -> finding.status() == Status.EVIDENCE_MISSING)
            .flatMap(finding -> finding.missing().stream())
            .distinct()
            .toList();
    if (!missing.isEmpty()) {
      heading("Still to be answered");
      for (MissingFact fact : missing) {
        wrapped(
            "  - ",
            "    ",
            (fact.of().isEmpty() ? "" : fact.of() + ": ")
                + fact.question()
                + " ("
                + fact.at()
                + ", for "
                + String.join(
                    ", ",
                    assessment.findings().stream()
                        .filter(finding -> finding.missing().contains(fact))
                        .map(Finding::term)
                        .distinct()
                        .toList())
                + ")");
      }
    }
  }

  private void entitlements(List<EntitlementFinding> entitlements) {
    if (!entitlements.isEmpty()) {
      heading("What it gets and costs");
      for (EntitlementFinding one : entitlements) {
        item(
            one.term(),
            words(one.status()) + ": " + one.sentence(),
            one.citation(),
            one.provenance());
      }
    }
  }

  private void stated(String heading, List<StatedTerm> terms) {
    if (!terms.isEmpty()) {
      heading(heading);
      terms.forEach(term -> item(term.term(), term.sentence(), term.citation(), term.provenance()));
    }
  }

  private void item(String term, String sentence, Citation citation, Provenance provenance) {
    wrapped("  - ", "    ", term + ": " + sentence);
    wrapped(
        "      ",
        "      ",
        "["
            + citation.source()
            + ": "
            + citation.place()
            + "; rule "
            + provenance.rule()
            + (provenance.replaces().isEmpty()
                ? ""
                : ", in place of " + provenance.replaces().get(0))
            + citation.reading().map(reading -> "; read as: " + reading).orElse("")
            + "]");
  }

  private void heading(String heading) {
    line("");
    line(heading);
  }

  private void line(String line) {
    text.append(line.stripTrailing()).append('\n');
  }

  private void wrapped(String first, String next, String words) {
    wrap(first, next, words).forEach(this::line);
  }

  /** Lines of at most {@link #WIDTH} characters, broken between words. */
  public static List<String> wrap(String first, String next, String words) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder(first);
    boolean empty = true;
    for (String word : Splitter.on(' ').omitEmptyStrings().split(words)) {
      if (!empty && line.length() + 1 + word.length() > WIDTH) {
        lines.add(line.toString());
        line = new StringBuilder(next);
        empty = true;
      }
      line.append(empty ? "" : " ").append(word);
      empty = false;
    }
    lines.add(line.toString());
    return lines;
  }
}
