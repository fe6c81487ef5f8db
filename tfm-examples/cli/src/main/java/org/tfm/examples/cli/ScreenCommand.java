package org.tfm.examples.cli;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ProgressBar;
import org.jspecify.annotations.Nullable;
import org.tfm.examples.screen.ScreenReport;
import org.tfm.examples.screen.SummaryText;
import org.tfm.examples.text.Names;
import org.tfm.model.criterion.Truth;
import org.tfm.model.problem.DidYouMean;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;
import org.tfm.model.programme.HubArea;
import org.tfm.model.programme.HubProfile;
import org.tfm.model.school.OfstedGrade;
import org.tfm.register.Judgement;
import org.tfm.register.RegisterReader;
import org.tfm.register.RegisterRow;
import org.tfm.register.SchoolFilter;
import org.tfm.register.ScreenSummary;
import org.tfm.register.Screening;
import org.tfm.rules.book.PolicyBook;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Screens the register of schools for the offerings of a hub. */
@Command(
    name = "screen",
    description = {
      "Lists which Work Groups of a hub each open school in the register could join, by its kind"
          + " and its area, trust, ages, free school meals, number of pupils and Ofsted grade.",
      "The options choose schools; one that can be repeated matches any of its names.",
      "Prints CSV. The summary and rows that cannot be used go to standard error."
    },
    mixinStandardHelpOptions = true)
final class ScreenCommand implements Callable<Integer> {

  private static final int MOST_COMPLAINTS = 20;
  private static final int ROWS_BETWEEN_CHECKS = 1_000;

  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "REGISTER",
      description = "The register as published, in CSV; - reads standard input.")
  private String file;

  @Mixin private HubAndYearOptions offered = new HubAndYearOptions();

  @Option(
      names = "--authority",
      paramLabel = "NAME",
      description = "Only schools of this local authority. Can be repeated.")
  private List<String> authorities = new ArrayList<>();

  @Option(
      names = "--district",
      paramLabel = "NAME",
      description = "Only schools in this district. Can be repeated.")
  private List<String> districts = new ArrayList<>();

  @Option(
      names = "--region",
      paramLabel = "NAME",
      description = "Only schools in this region. Can be repeated.")
  private List<String> regions = new ArrayList<>();

  @Option(
      names = "--hub-area",
      paramLabel = "HUB",
      description = "Only schools in the area of the hub with this id. Can be repeated.")
  private List<String> hubAreas = new ArrayList<>();

  @Option(
      names = "--age",
      paramLabel = "YEARS",
      description =
          "Only schools with pupils who are this old at the start of the year. Can be repeated.")
  private List<Integer> ages = new ArrayList<>();

  @Option(
      names = "--trust",
      paramLabel = "NAME",
      description = "Only schools of the trust with this name or number. Can be repeated.")
  private List<String> trusts = new ArrayList<>();

  @Option(
      names = "--free-meals-at-least",
      paramLabel = "PERCENT",
      description = "Only schools with at least this percentage eligible for free school meals.")
  private @Nullable BigDecimal freeMeals;

  @Option(
      names = "--ofsted",
      paramLabel = "GRADE",
      description =
          "Only schools whose latest overall Ofsted grade is this: outstanding, good, "
              + "requires-improvement or inadequate. Can be repeated.")
  private List<String> grades = new ArrayList<>();

  @Option(
      names = "--pupils-at-most",
      paramLabel = "NUMBER",
      description = "Only schools with at most this number of pupils.")
  private @Nullable Integer pupils;

  @Option(names = "--summary-only", description = "Print only the summary.")
  private boolean summaryOnly;

  @Mixin private PacksOption packs = new PacksOption();

  @Override
  public Integer call() {
    PolicyBook book = packs.book(Printer.messages(spec));
    Screening screening = Screening.of(book, offered.hub(), offered.year());
    ScreenSummary summary = new ScreenSummary();
    List<String> complaints = new ArrayList<>();
    Printer messages = Printer.messages(spec);
    boolean wanted = true;
    try {
      wanted = screen(screening, filter(book), summary, complaints);
    } finally {
      // Only now, because a progress bar may have been on the screen.
      if (wanted) {
        complaints.forEach(messages::line);
        if (summary.bad() > complaints.size()) {
          messages.line(
              String.format(
                  Locale.ROOT, "%,d more rows cannot be used", summary.bad() - complaints.size()));
        }
      }
    }
    if (wanted) {
      if (!complaints.isEmpty()) {
        messages.gap();
      }
      messages.page(SummaryText.of(summary, screening.offerings(), new Names(book)));
      if (summary.bad() > 0 && summary.bad() == summary.rows()) {
        messages.line("No row can be used.");
        return Tfm.BAD_INPUT;
      }
    }
    return 0;
  }

  private SchoolFilter filter(PolicyBook book) {
    return new SchoolFilter(
        ImmutableSet.copyOf(authorities),
        ImmutableSet.copyOf(districts),
        ImmutableSet.copyOf(regions),
        hubAreas.stream().map(id -> area(book, id)).collect(ImmutableSet.toImmutableSet()),
        ImmutableSet.copyOf(ages),
        ImmutableSet.copyOf(trusts),
        Optional.ofNullable(freeMeals),
        grades.stream().map(ScreenCommand::grade).collect(ImmutableSet.toImmutableSet()),
        Optional.ofNullable(pupils));
  }

  private static OfstedGrade grade(String text) {
    String name = Ascii.toUpperCase(text).replace('-', '_').replace(' ', '_');
    return Arrays.stream(OfstedGrade.values())
        .filter(grade -> grade.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidInputException(
                    Problem.of(
                            ProblemCode.UNKNOWN_WORD,
                            "`%s` is not an Ofsted grade; expected `outstanding`, `good`,"
                                + " `requires-improvement` or `inadequate`",
                            text)
                        .inPart("--ofsted")));
  }

  private static HubArea area(PolicyBook book, String id) {
    return Optional.ofNullable(book.hubs().get(id))
        .map(HubProfile::area)
        .orElseThrow(
            () ->
                new InvalidInputException(
                    Problem.of(ProblemCode.UNKNOWN_WORD, "unknown hub `%s`", id)
                        .withHint(DidYouMean.hint(id, book.hubs().keySet()))
                        .inPart("hub-area")));
  }

  /** Reads every row; false if standard output takes no more. */
  private boolean screen(
      Screening screening, SchoolFilter filter, ScreenSummary summary, List<String> complaints) {
    Printer answers = Printer.answers(spec);
    try (InputStream in = open();
        RegisterReader register = new RegisterReader(name(), in)) {
      ScreenReport report = summaryOnly ? null : new ScreenReport(answers.csv());
      while (register.hasNext()) {
        RegisterRow row = register.next();
        summary.count(row);
        if (row instanceof RegisterRow.Open open) {
          Truth matches = filter.matches(open.registered());
          if (matches == Truth.TRUE) {
            ImmutableList<Judgement> judgements = screening.decide(open.school());
            summary.count(judgements);
            if (report != null) {
              report.write(open.school(), judgements);
            }
          } else {
            summary.leaveOut(matches == Truth.FALSE);
          }
        } else if (row instanceof RegisterRow.Bad bad && complaints.size() < MOST_COMPLAINTS) {
          complaints.add(name() + ":" + bad.line() + ": " + bad.what());
        }
        if (report != null && summary.rows() % ROWS_BETWEEN_CHECKS == 0) {
          report.flush();
          if (answers.isClosed()) {
            return false;
          }
        }
      }
      if (report != null) {
        report.flush();
      }
      return !answers.isClosed();
    } catch (IOException e) {
      throw new InvalidInputException(
          Problem.of(ProblemCode.NOT_READABLE, "the file cannot be read").inFile(name()));
    }
  }

  private String name() {
    return file.equals("-") ? "standard input" : file;
  }

  private InputStream open() throws IOException {
    if (file.equals("-")) {
      return System.in;
    }
    try {
      Path path = Path.of(file);
      InputStream in = Files.newInputStream(path);
      return Files.isRegularFile(path) && Terminal.isBarWanted(!summaryOnly)
          ? ProgressBar.wrap(in, Terminal.bar("screen", Files.size(path)))
          : in;
    } catch (NoSuchFileException | InvalidPathException e) {
      throw new InvalidInputException(
          Problem.of(ProblemCode.NOT_FOUND, "there is no such file").inFile(name()));
    }
  }
}
