package org.tfm.examples.cli;

import com.google.common.collect.ImmutableList;
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
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;
import org.tfm.model.school.SchoolKind;
import org.tfm.rules.check.CheckFinding;
import org.tfm.rules.check.CheckFinding.Severity;
import org.tfm.rules.check.PackCheck;
import org.tfm.rules.check.StaleSource;
import org.tfm.rules.check.Staleness;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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

  @Mixin private PackFolderParameter packs = new PackFolderParameter();

  @Option(
      names = "--stale-on",
      paramLabel = "DAY",
      description =
          "Warn of sources that were last checked too long before this day, such as 2026-11-29, "
              + "and list them by hub.")
  private @Nullable LocalDate staleOn;

  @Option(
      names = "--stale-after",
      paramLabel = "DAYS",
      description = "The most days since a source was checked; 365 if not given.")
  private @Nullable Integer staleAfter;

  @Mixin private JsonOption json = new JsonOption();

  /** The output as JSON; without a day there are no stale sources. */
  record Report(
      long errors,
      long warnings,
      ImmutableList<CheckFinding> findings,
      Optional<ImmutableList<StaleSource>> stale) {}

  @Override
  public Integer call() {
    Optional<Staleness> staleness = staleness();
    ImmutableList<CheckFinding> findings = PackCheck.check(packs.folder(), staleness);
    Report report =
        new Report(
            count(findings, Severity.ERROR),
            count(findings, Severity.WARNING),
            findings,
            staleness.map(limit -> StaleSource.find(packs.folder(), limit)));
    Printer answers = Printer.answers(spec);
    if (json.isGiven()) {
      answers.json(report);
    } else {
      answers.page(page(report, staleness));
    }
    return report.errors() > 0 ? Tfm.MISTAKES_FOUND : 0;
  }

  private Optional<Staleness> staleness() {
    if (staleOn == null) {
      if (staleAfter != null) {
        throw new InvalidInputException(
            Problem.of(ProblemCode.MISSING, "`--stale-after` needs `--stale-on`"));
      }
      return Optional.empty();
    }
    return Optional.of(
        staleAfter == null ? Staleness.afterAYear(staleOn) : new Staleness(staleOn, staleAfter));
  }

  private static long count(List<CheckFinding> findings, Severity severity) {
    return findings.stream().filter(finding -> finding.severity() == severity).count();
  }

  private static Page page(Report report, Optional<Staleness> staleness) {
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
                    + finding
                        .example()
                        .map(kind -> "; one such school: " + words(kind))
                        .orElse(""));
          }
          page.gap();
        });
    staleness.ifPresent(limit -> stale(page, limit, report.stale().orElse(ImmutableList.of())));
    return page.line(
        Words.number(report.errors(), "error") + ", " + Words.number(report.warnings(), "warning"));
  }

  private static void stale(Page page, Staleness limit, List<StaleSource> sources) {
    page.words(
        (sources.isEmpty() ? "No source was" : "Sources that were")
            + " last checked more than "
            + Words.number(limit.days(), "day")
            + " before "
            + Words.day(limit.day())
            + (sources.isEmpty() ? "." : ", by hub:"));
    Map<String, List<StaleSource>> byHub =
        sources.stream()
            .collect(
                Collectors.groupingBy(
                    source -> source.hub().name(), LinkedHashMap::new, Collectors.toList()));
    byHub.forEach(
        (hub, ofHub) -> {
          page.line(hub);
          ofHub.forEach(source -> page.wrapped("  ", "      ", words(source)));
        });
    page.gap();
  }

  private static String words(StaleSource stale) {
    int all = stale.terms() + stale.statements();
    return stale.pack()
        + ": "
        + stale.source().title()
        + ", checked on "
        + Words.day(stale.source().lastChecked())
        + "; "
        + Words.number(stale.terms(), "term")
        + (stale.statements() == 0
            ? ""
            : " and " + Words.number(stale.statements(), "other statement"))
        + (all == 1 ? " rests on it" : " rest on it");
  }

  private static String words(SchoolKind kind) {
    return kind.phase().title()
        + ", "
        + kind.establishmentType().title()
        + ", "
        + kind.country().title();
  }
}
