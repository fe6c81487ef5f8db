package org.tfm.examples.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.tfm.examples.text.Words;
import org.tfm.model.json.TfmJson;
import org.tfm.rules.check.CaseCoverage;
import org.tfm.rules.check.CaseCoverage.Side;
import org.tfm.rules.check.CaseReport;
import org.tfm.rules.check.PackFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
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

  private static final String FORM = "  %-44s %5s %6s %8s %7s%n";

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "DIR", description = "A folder with one or more packs.")
  private Path folder;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() {
    CaseReport report = CaseReport.of(PackFolder.read(folder));
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(TfmJson.writePretty(report));
    } else {
      print(report, out);
    }
    return report.passes() ? 0 : Tfm.MISTAKES_FOUND;
  }

  private static void print(CaseReport report, PrintWriter out) {
    for (CaseReport.OfPack one : report.coverage()) {
      out.println(one.pack() + " " + one.coverage().type());
      out.printf(Locale.ROOT, FORM, "cases in which it is", "met", "unmet", "unknown", "silent");
      for (CaseCoverage.Line line : one.coverage().lines()) {
        out.printf(
            Locale.ROOT,
            FORM,
            line.aspect().name().toLowerCase(Locale.ROOT) + " " + line.term(),
            cell(line, Side.MET),
            cell(line, Side.UNMET_OR_REFERRED),
            cell(line, Side.EVIDENCE_MISSING),
            cell(line, Side.POLICY_SILENT));
      }
      out.println();
    }
    for (CaseReport.Failure failure : report.failures()) {
      out.println(failure.where() + ": " + failure.name());
      failure.differences().forEach(difference -> out.println("    " + difference));
    }
    for (String untested : report.untested()) {
      out.println(untested + ": no case tests these rules");
    }
    if (report.cases() == 0) {
      out.println(
          "There are no worked cases. Write them in a file `TYPE.cases.yaml` beside the rules.");
    }
    out.printf(
        Locale.ROOT,
        "%s, %s%n",
        Words.number(report.cases(), "case"),
        Words.number(report.failures().size(), "failure"));
  }

  /** The number of cases; NONE where some should be, and - where none can be. */
  private static String cell(CaseCoverage.Line line, Side side) {
    Integer count = line.cases().get(side);
    return count != null ? count.toString() : line.missing().contains(side) ? "NONE" : "-";
  }
}
