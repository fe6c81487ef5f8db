package org.tfm.examples.cli;

import com.google.common.collect.ImmutableList;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tfm.examples.batch.WholeFile;
import org.tfm.examples.csv.CsvOutput;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;
import org.tfm.register.IndexReport;
import org.tfm.register.RegisterRow;
import org.tfm.register.RegisteredSchool;
import org.tfm.register.SchoolRegister;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prepares the register of schools for other commands, and looks schools up in it. */
@Command(
    name = "register",
    description = "Makes an index of the register of schools, and looks schools up in it.",
    subcommands = {RegisterCommand.Index.class, RegisterCommand.Find.class},
    mixinStandardHelpOptions = true)
final class RegisterCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  /** Makes an index. */
  @Command(
      name = "index",
      description = {
        "Makes an index of the register, which other commands open at once.",
        "The register and the file of links are those that the Department for Education publishes."
      },
      mixinStandardHelpOptions = true)
  static final class Index implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "FILE", description = "The register, in CSV.")
    private Path file;

    @Option(
        names = "--links",
        paramLabel = "FILE",
        description = "The links between schools: their predecessors and successors, in CSV.")
    private @Nullable Path links;

    @Option(
        names = "--of",
        required = true,
        paramLabel = "DAY",
        description = "The day of the register, such as 2022-05-03. It is shown with its values.")
    private LocalDate day = LocalDate.EPOCH;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "The index.")
    private Path out = Path.of("");

    @Override
    public Integer call() {
      Printer messages = Printer.messages(spec);
      try {
        ReadFiles.of(file.toString()).check(out);
        if (links != null) {
          ReadFiles.of(links.toString()).check(out);
        }
        IndexReport report = write();
        show(report.bad(), report.unusable(), file, messages);
        if (links != null) {
          show(report.badLinks(), report.unusableLinks(), links, messages);
        }
        Printer.answers(spec)
            .line(
                String.format(
                    Locale.ROOT,
                    "%s: %,d schools, %,d bytes",
                    out,
                    report.schools(),
                    Files.size(out)));
        return 0;
      } catch (IOException e) {
        throw new InvalidInputException(
            Problem.of(
                    ProblemCode.NOT_WRITABLE,
                    "the file cannot be written completely. Maybe the disk is full?")
                .inFile(out.toString()));
      }
    }

    private IndexReport write() throws IOException {
      try (WholeFile whole = WholeFile.create(out)) {
        OutputStream bytes = new BufferedOutputStream(new Bytes(whole), 1 << 16);
        IndexReport report = SchoolRegister.write(file, Optional.ofNullable(links), day, bytes);
        whole.finish();
        return report;
      }
    }

    private static void show(
        ImmutableList<RegisterRow.Bad> bad, long unusable, Path file, Printer messages) {
      bad.forEach(row -> messages.line(file + ":" + row.line() + ": " + row.what()));
      if (unusable > bad.size()) {
        messages.line(
            String.format(Locale.ROOT, "%,d more rows cannot be used", unusable - bad.size()));
      }
    }

    /** Writes into a file that appears when it is whole. */
    private static final class Bytes extends OutputStream {

      private final WholeFile whole;

      Bytes(WholeFile whole) {
        this.whole = whole;
      }

      @Override
      public void write(int one) throws IOException {
        whole.write(new byte[] {(byte) one});
      }

      @Override
      public void write(byte[] some, int offset, int length) throws IOException {
        whole.write(Arrays.copyOfRange(some, offset, offset + length));
      }
    }
  }

  /** Looks a school up. */
  @Command(
      name = "find",
      description = {
        "Looks a school up by its URN or its name, and lists every school that it may be.",
        "Prints CSV."
      },
      mixinStandardHelpOptions = true)
  static final class Find implements Callable<Integer> {

    private static final Pattern URN = Pattern.compile("[0-9]{5,6}");

    @Spec private CommandSpec spec;

    @Parameters(
        index = "0",
        paramLabel = "REGISTER",
        description = "The index of the register, or the CSV as published.")
    private Path file;

    @Parameters(index = "1", paramLabel = "SCHOOL", description = "A URN, or the whole name.")
    private String school = "";

    @Option(
        names = "--postcode",
        paramLabel = "POSTCODE",
        description = "List schools there too, and those with the name there first.")
    private @Nullable String postcode;

    @Override
    public Integer call() throws IOException {
      SchoolRegister register = SchoolRegister.open(file);
      ImmutableList<RegisteredSchool> found =
          URN.matcher(school).matches()
              ? register.find(Integer.parseInt(school)).stream()
                  .collect(ImmutableList.toImmutableList())
              : register.named(school, Optional.ofNullable(postcode));
      if (found.isEmpty()) {
        Printer.messages(spec).line("The register has no such school.");
        return Tfm.MISTAKES_FOUND;
      }
      CsvOutput csv = Printer.answers(spec).csv();
      csv.write(
          List.of(
              "urn",
              "name",
              "authority",
              "town",
              "postcode",
              "phase",
              "status",
              "opened",
              "closed",
              "predecessors",
              "successors"));
      found.forEach(one -> csv.write(cells(one)));
      csv.flush();
      return 0;
    }

    private static List<String> cells(RegisteredSchool one) {
      return List.of(
          Integer.toString(one.urn()),
          one.school().name().orElse(""),
          one.school().localAuthority().orElse(""),
          one.town().orElse(""),
          one.postcode().orElse(""),
          one.school().phase().map(phase -> phase.title()).orElse(""),
          one.status().title(),
          one.opened().map(LocalDate::toString).orElse(""),
          one.closed().map(LocalDate::toString).orElse(""),
          urns(one.predecessors().stream().map(link -> link.urn())),
          urns(one.successors().stream().map(link -> link.urn())));
    }

    private static String urns(Stream<Integer> urns) {
      return String.join(" ", urns.map(urn -> Integer.toString(urn)).toList());
    }
  }
}
