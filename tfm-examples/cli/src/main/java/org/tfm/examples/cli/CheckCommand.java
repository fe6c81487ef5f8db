package org.tfm.examples.cli;

import com.google.common.collect.ImmutableList;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tfm.examples.text.Page;
import org.tfm.examples.text.Words;
import org.tfm.model.school.SchoolKind;
import org.tfm.rules.check.CheckFinding;
import org.tfm.rules.check.CheckFinding.Severity;
import org.tfm.rules.check.PackCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks packs: for every offering, every kind of school and every day. */
@Command(
    name = "check",
    description = {
      "Checks the packs in a folder for every Work Group, every kind of school and every day.",
      "Ends with exit code 1 if there are errors."
    },
    mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "DIR", description = "A folder with one or more packs.")
  private Path folder;

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description = "Warn of sources that were last checked more than a year before this day.")
  private @Nullable LocalDate asOf;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  /** The output as JSON. */
  record Report(long errors, long warnings, ImmutableList<CheckFinding> findings) {}

  @Override
  public Integer call() {
    ImmutableList<CheckFinding> findings = PackCheck.check(folder, Optional.ofNullable(asOf));
    Report report =
        new Report(count(findings, Severity.ERROR), count(findings, Severity.WARNING), findings);
    Printer answers = Printer.answers(spec);
    if (json) {
      answers.json(report);
    } else {
      answers.page(page(report));
    }
    return report.errors() > 0 ? Tfm.MISTAKES_FOUND : 0;
  }

  private static long count(List<CheckFinding> findings, Severity severity) {
    return findings.stream().filter(finding -> finding.severity() == severity).count();
  }

  private static Page page(Report report) {
    Page page = new Page();
    Map<String, List<CheckFinding>> byFile =
        report.findings().stream()
            .collect(
                Collectors.groupingBy(CheckFinding::file, LinkedHashMap::new, Collectors.toList()));
    byFile.forEach(
        (file, findings) -> {
          page.line(file);
          for (CheckFinding finding : findings) {
            page.wrapped(
                "  " + (finding.line().isPresent() ? finding.line().getAsLong() + ": " : ""),
                "      ",
                finding.severity()
                    + " "
                    + finding.code().name().toLowerCase(Locale.ROOT).replace('_', '-')
                    + ": "
                    + finding.what()
                    + finding.example().map(kind -> " (such as " + words(kind) + ")").orElse(""));
          }
          page.gap();
        });
    return page.line(
        Words.number(report.errors(), "error") + ", " + Words.number(report.warnings(), "warning"));
  }

  private static String words(SchoolKind kind) {
    return kind.phase().title()
        + ", "
        + kind.establishmentType().title()
        + ", "
        + kind.country().title();
  }
}
