package org.tfm.examples.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tfm.examples.text.Page;
import org.tfm.examples.text.Words;
import org.tfm.model.comparison.AssessmentComparison;
import org.tfm.model.comparison.Due;
import org.tfm.model.comparison.EntitlementChange;
import org.tfm.model.comparison.FindingChange;
import org.tfm.model.comparison.Standing;
import org.tfm.model.comparison.VerdictChange;

/** The effect of a change of policy on applications, as text. */
final class ImpactReport {

  private ImpactReport() {}

  /** The report. */
  static Page page(Impact impact) {
    Page page = new Page();
    page.line(
        "Before: book "
            + Words.shortHash(impact.before())
            + ". After: book "
            + Words.shortHash(impact.after())
            + ".");
    page.line(
        Words.number(impact.applications(), "application")
            + ": "
            + impact.unchanged()
            + " unchanged, "
            + impact.changed().size()
            + " changed, "
            + impact.notCompared().size()
            + " not compared");
    if (impact.changed().isEmpty()) {
      page.gap().line("No verdict and no entitlement changes.");
    }
    for (Impact.Changed one : impact.changed()) {
      page.list(school(one.file(), one.urn()), items(one.difference()));
    }
    page.list(
        "Not compared",
        impact.notCompared().stream()
            .map(
                one ->
                    school(one.file(), one.urn())
                        + ": the policy "
                        + one.side().name().toLowerCase(Locale.ROOT)
                        + " the change cannot assess it. "
                        + one.reason())
            .toList());
    return page;
  }

  private static String school(String file, int urn) {
    return file + " (URN " + urn + ")";
  }

  private static List<String> items(AssessmentComparison difference) {
    List<String> items = new ArrayList<>();
    for (VerdictChange verdict : difference.verdicts()) {
      items.add(
          verdict.aspect().map(Words::heading).orElse("Verdict")
              + ": "
              + Words.verdict(verdict.before())
              + " → "
              + Words.verdict(verdict.after()));
    }
    for (FindingChange cause : difference.causes()) {
      boolean hasOtherStrength =
          cause.before().isPresent()
              && cause.after().isPresent()
              && cause.before().get().strength() != cause.after().get().strength();
      items.add(
          "because of `"
              + cause.term()
              + "`: "
              + standing(cause.before(), hasOtherStrength)
              + " → "
              + standing(cause.after(), hasOtherStrength));
    }
    for (EntitlementChange entitlement : difference.entitlements()) {
      items.add(
          "`"
              + entitlement.term()
              + "`: "
              + due(entitlement.before())
              + " → "
              + due(entitlement.after()));
    }
    return items;
  }

  private static String standing(Optional<Standing> standing, boolean withStrength) {
    return standing
        .map(one -> Words.status(one.status()) + (withStrength ? " (" + one.strength() + ")" : ""))
        .orElse("no such requirement");
  }

  private static String due(Optional<Due> due) {
    return due.map(one -> one.says() + " (" + Words.status(one.section(), one.status()) + ")")
        .orElse("none");
  }
}
