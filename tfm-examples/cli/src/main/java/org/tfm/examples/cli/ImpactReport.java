package org.tfm.examples.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tfm.examples.text.TextReport;
import org.tfm.model.comparison.AssessmentComparison;
import org.tfm.model.comparison.Due;
import org.tfm.model.comparison.EntitlementChange;
import org.tfm.model.comparison.FindingChange;
import org.tfm.model.comparison.Standing;
import org.tfm.model.comparison.VerdictChange;
import org.tfm.model.term.Aspect;
import org.tfm.model.term.Entitlement;

/** What a change of policy does to applications, as text. */
final class ImpactReport {

  private ImpactReport() {}

  /** The report; without a line break at the end. */
  static String text(Impact impact) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "Before: book "
            + TextReport.shortHash(impact.before())
            + ", after: book "
            + TextReport.shortHash(impact.after()));
    lines.add(
        impact.applications()
            + (impact.applications() == 1 ? " application: " : " applications: ")
            + impact.changed().size()
            + " changed, "
            + impact.unchanged()
            + " unchanged, "
            + impact.notCompared().size()
            + " not compared");
    if (impact.changed().isEmpty()) {
      lines.add("");
      lines.add("There is no difference in any verdict or entitlement.");
    }
    for (Impact.Changed one : impact.changed()) {
      lines.add("");
      lines.add(one.file() + ", school " + one.urn());
      items(one.difference()).forEach(item -> lines.addAll(wrapped(item)));
    }
    if (!impact.notCompared().isEmpty()) {
      lines.add("");
      lines.add("Not compared");
      for (Impact.NotCompared one : impact.notCompared()) {
        lines.addAll(
            wrapped(
                one.file()
                    + ", school "
                    + one.urn()
                    + ": the policy "
                    + word(one.side())
                    + " cannot assess it: "
                    + one.reason()));
      }
    }
    return String.join("\n", lines);
  }

  private static List<String> wrapped(String item) {
    return TextReport.wrap("  - ", "    ", item);
  }

  private static List<String> items(AssessmentComparison difference) {
    List<String> items = new ArrayList<>();
    for (VerdictChange verdict : difference.verdicts()) {
      items.add(
          verdict.aspect().map(ImpactReport::aspect).orElse("verdict")
              + ": "
              + words(verdict.before())
              + " → "
              + words(verdict.after()));
    }
    for (FindingChange cause : difference.causes()) {
      boolean reworded =
          cause.before().isPresent()
              && cause.after().isPresent()
              && cause.before().get().strength() != cause.after().get().strength();
      items.add(
          "because of "
              + cause.term()
              + ": "
              + standing(cause.before(), reworded)
              + " → "
              + standing(cause.after(), reworded));
    }
    for (EntitlementChange entitlement : difference.entitlements()) {
      items.add(
          entitlement.term() + ": " + due(entitlement.before()) + " → " + due(entitlement.after()));
    }
    return items;
  }

  private static String standing(Optional<Standing> standing, boolean withStrength) {
    return standing
        .map(one -> (withStrength ? word(one.strength()) + " " : "") + word(one.status()))
        .orElse("no such term");
  }

  private static String due(Optional<Due> due) {
    return due.map(
            one ->
                word(one.status())
                    + (one.charge() ? " charge, " : ", ")
                    + one.amount().map(Entitlement::pounds).orElse("amount not stated")
                    + one.unit().map(unit -> " for each " + word(unit)).orElse("")
                    + (one.charge() ? " for " : " towards ")
                    + word(one.purpose()))
        .orElse("no such term");
  }

  private static String aspect(Aspect aspect) {
    return switch (aspect) {
      case ELIGIBILITY -> "who may take part";
      case APPLICATION -> "what is handed in";
      case COMMITMENT -> "what is committed to";
      case GROUP -> "the group";
      case PROGRESS -> "the year";
    };
  }

  private static String words(Enum<?> value) {
    return value.name().replace('_', ' ');
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
