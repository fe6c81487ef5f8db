package org.tfm.examples.cli;

import java.util.Locale;
import java.util.concurrent.Callable;
import org.tfm.examples.text.Words;
import org.tfm.rules.check.CaseCoverage;
import org.tfm.rules.check.CaseCoverage.Side;
import org.tfm.rules.check.CaseReport;
import org.tfm.rules.check.PackFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Runs the worked cases of packs. */
@Command(
    name = "test",
    description = {
      "Runs the worked cases of the packs in a folder and shows which requirements they cover.",
      "Ends with exit code 1 if a case fails, or if rules have no cases."
    },
    mixinStandardHelpOptions = true)
final class TestCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private PackFolderParameter packs = new PackFolderParameter();

  @Mixin private JsonOption json = new JsonOption();

  @Override
  public Integer call() {
    CaseReport report = CaseReport.of(PackFolder.read(packs.folder()));
    Printer answers = Printer.answers(spec);
    if (json.isGiven()) {
      answers.json(report);
    } else {
      print(report, answers);
    }
    return report.passes() ? 0 : Tfm.MISTAKES_FOUND;
  }

  private static void print(CaseReport report, Printer answers) {
    for (CaseReport.OfPack one : report.coverage()) {
      answers.line(one.pack() + " " + one.coverage().type());
      answers.line(row("cases in which it is", "met", "unmet", "unknown", "silent"));
      for (CaseCoverage.Line line : one.coverage().lines()) {
        answers.line(
            row(
                line.aspect().name().toLowerCase(Locale.ROOT) + " " + line.term(),
                cell(line, Side.MET),
                cell(line, Side.UNMET_OR_REFERRED),
                cell(line, Side.EVIDENCE_MISSING),
                cell(line, Side.POLICY_SILENT)));
      }
      answers.gap();
    }
    for (CaseReport.Failure failure : report.failures()) {
      answers.line(failure.where() + ": " + failure.name());
      failure.differences().forEach(difference -> answers.line("    " + difference));
    }
    for (String untested : report.untested()) {
      answers.line(untested + ": no case tests these rules");
    }
    if (report.cases() == 0) {
      answers.line(
          "There are no worked cases. Write them in a file `TYPE.cases.yaml` beside the rules.");
    }
    answers.line(
        Words.number(report.cases(), "case")
            + ", "
            + Words.number(report.failures().size(), "failure"));
  }

  private static String row(String what, String met, String unmet, String unknown, String silent) {
    return String.format(Locale.ROOT, "  %-44s %5s %6s %8s %7s", what, met, unmet, unknown, silent);
  }

  /** The number of cases; NONE where some should be, and - where none can be. */
  private static String cell(CaseCoverage.Line line, Side side) {
    Integer count = line.cases().get(side);
    return count != null ? count.toString() : line.missing().contains(side) ? "NONE" : "-";
  }
}
