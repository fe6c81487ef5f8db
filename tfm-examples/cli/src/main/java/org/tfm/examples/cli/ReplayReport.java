package org.tfm.examples.cli;

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

  /** The result for each record. */
  static Page page(List<Replayed> results) {
    Page page = Page.withoutLists();
    for (Replayed one : results) {
      page.line(one.file() + ": " + headline(one.replay()));
      policy(one.replay().policy(), page);
      outcome(one.replay().outcome(), page);
      differences(one.replay().differences(), page);
    }
    if (results.size() > 1) {
      long equal = results.stream().filter(one -> one.replay().isEqual()).count();
      page.line(equal + " of " + Words.number(results.size(), "record") + " are the same.");
    }
    page.line(UNSIGNED);
    return page;
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

  private static void policy(List<PolicyChange> changes, Page page) {
    for (PolicyChange change : changes) {
      page.wrapped(
          "  policy: ",
          "    ",
          change.what()
              + ": "
              + version(change.before())
              + " then, "
              + version(change.after())
              + " now");
    }
  }

  private static String version(Optional<String> version) {
    return version.map(Words::shortHash).orElse("none");
  }

  private static void outcome(AssessmentComparison outcome, Page page) {
    outcome
        .verdicts()
        .forEach(
            change ->
                page.line(
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
      page.line(
          "  finding "
              + change.term()
              + ": "
              + standing(change.before())
              + " then, "
              + standing(change.after())
              + " now");
    }
    for (EntitlementChange change : outcome.entitlements()) {
      page.line(
          "  entitlement "
              + change.term()
              + ": "
              + change.before().map(due -> Words.status(due.section(), due.status())).orElse("none")
              + " then, "
              + change.after().map(due -> Words.status(due.section(), due.status())).orElse("none")
              + " now");
    }
  }

  private static String standing(Optional<Standing> standing) {
    return standing
        .map(one -> Words.status(one.status()) + " (" + one.strength() + ")")
        .orElse("no such requirement");
  }

  private static void differences(List<Difference> differences, Page page) {
    for (Difference one : differences) {
      String where =
          one.part()
              + (one.term().isEmpty() ? "" : " " + one.term())
              + (one.key().isEmpty() ? "" : ", " + one.key());
      page.line("  in " + where);
      page.wrapped("    - ", "      ", one.before().orElse("nothing"));
      page.wrapped("    + ", "      ", one.after().orElse("nothing"));
    }
  }
}
