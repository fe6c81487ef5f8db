package org.tfm.examples.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tfm.examples.text.Page;
import org.tfm.examples.text.Words;
import org.tfm.model.comparison.AssessmentComparison;
import org.tfm.model.comparison.EntitlementChange;
import org.tfm.model.comparison.FindingChange;
import org.tfm.model.comparison.Standing;
import org.tfm.rules.replay.Difference;
import org.tfm.rules.replay.PolicyChange;
import org.tfm.rules.replay.Replay;

/** Repeated decisions, as text. */
final class ReplayReport {

  private static final String UNSIGNED =
      "Records are not signed: replaying shows what the policy says about a document, not who"
          + " recorded it.";

  private ReplayReport() {}

  /**
   * A repeated decision.
   *
   * @param file the file of the record
   * @param replay the result
   */
  record Replayed(String file, Replay replay) {}

  /** The result for each record; without a line break at the end. */
  static String text(List<Replayed> results) {
    List<String> lines = new ArrayList<>();
    for (Replayed one : results) {
      lines.add(one.file() + ": " + headline(one.replay()));
      policy(one.replay().policy(), lines);
      outcome(one.replay().outcome(), lines);
      differences(one.replay().differences(), lines);
    }
    if (results.size() > 1) {
      long equal = results.stream().filter(one -> one.replay().isEqual()).count();
      lines.add(equal + " of " + Words.number(results.size(), "record") + " are the same.");
    }
    lines.add(UNSIGNED);
    return String.join("\n", lines);
  }

  private static String headline(Replay replay) {
    if (replay.isEqual()) {
      return "the same, byte for byte";
    }
    if (replay.differences().isEmpty()) {
      return "the same decision, with another version of the policy or the library";
    }
    return replay.outcome().isEmpty()
        ? "the same verdicts and entitlements, but other findings"
        : "the decision differs now";
  }

  private static void policy(List<PolicyChange> changes, List<String> lines) {
    for (PolicyChange change : changes) {
      lines.addAll(
          Page.wrap(
              "  policy: ",
              "    ",
              change.what()
                  + ": "
                  + version(change.before())
                  + " then, "
                  + version(change.after())
                  + " now"));
    }
  }

  private static String version(Optional<String> version) {
    return version.map(Words::shortHash).orElse("none");
  }

  private static void outcome(AssessmentComparison outcome, List<String> lines) {
    outcome
        .verdicts()
        .forEach(
            change ->
                lines.add(
                    "  verdict"
                        + change
                            .aspect()
                            .map(aspect -> " on " + Words.heading(aspect).toLowerCase(Locale.ROOT))
                            .orElse("")
                        + ": "
                        + Words.verdict(change.before())
                        + " then, "
                        + Words.verdict(change.after())
                        + " now"));
    for (FindingChange change : outcome.findings()) {
      lines.add(
          "  finding "
              + change.term()
              + ": "
              + standing(change.before())
              + " then, "
              + standing(change.after())
              + " now");
    }
    for (EntitlementChange change : outcome.entitlements()) {
      lines.add(
          "  entitlement "
              + change.term()
              + ": "
              + change.before().map(due -> Words.status(due.status())).orElse("none")
              + " then, "
              + change.after().map(due -> Words.status(due.status())).orElse("none")
              + " now");
    }
  }

  private static String standing(Optional<Standing> standing) {
    return standing
        .map(one -> Words.status(one.status()) + " (" + one.strength() + ")")
        .orElse("no such requirement");
  }

  private static void differences(List<Difference> differences, List<String> lines) {
    for (Difference one : differences) {
      String where =
          one.part()
              + (one.term().isEmpty() ? "" : " " + one.term())
              + (one.key().isEmpty() ? "" : ", " + one.key());
      lines.add("  in " + where);
      lines.addAll(Page.wrap("    - ", "      ", one.before().orElse("nothing")));
      lines.addAll(Page.wrap("    + ", "      ", one.after().orElse("nothing")));
    }
  }
}
