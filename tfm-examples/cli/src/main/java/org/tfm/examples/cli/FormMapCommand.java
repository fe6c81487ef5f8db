package org.tfm.examples.cli;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tfm.examples.batch.BookPolicies;
import org.tfm.examples.batch.CsvRows;
import org.tfm.examples.batch.FileFormat;
import org.tfm.examples.batch.WholeFile;
import org.tfm.examples.text.Words;
import org.tfm.model.intake.FormProposal;
import org.tfm.model.intake.ProposedColumn;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;
import org.tfm.model.programme.Offering;
import org.tfm.model.school.PartialSchoolKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Proposes a form map for a table of applications, interest, progress or work groups. */
@Command(
    name = "form-map",
    description = {
      "Proposes a form map for a table with a heading for each question of a form.",
      "",
      "Headings that are a title, a label or a question of the policy are mapped. What is only"
          + " similar is marked as unsure: check it before `tfm batch --form`.",
      ""
    },
    mixinStandardHelpOptions = true)
final class FormMapCommand implements Callable<Integer> {

  /** How many rows may be above the headings. */
  private static final int MOST_ABOVE = 10;

  private static final int MOST_ROWS = 500;

  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "FILE",
      description = "A table, such as a download in CSV or Excel (.xlsx).")
  private String file;

  @Mixin private HubAndYearOptions offered = new HubAndYearOptions();

  @Option(
      names = "--type",
      paramLabel = "TYPE",
      required = true,
      description = "The id of the type of work group.")
  private String type = "";

  @Option(
      names = "--document",
      paramLabel = "DOCUMENT",
      description =
          "What the rows give: application, interest (an expression of interest), progress (of a"
              + " school in the year) or group (a work group). Without it: application.")
  private FormDocument document = FormDocument.APPLICATION;

  @Mixin private PacksOption packs = new PacksOption();

  @Option(
      names = "--out",
      paramLabel = "MAP",
      description = "The file for the map, such as NAME.form.yaml. Without it: standard output.")
  private @Nullable Path out;

  @Override
  public Integer call() {
    Printer messages = Printer.messages(spec);
    Offering offering = Offering.of(offered.hub(), type, offered.year());
    BookPolicies policies = new BookPolicies(packs.book(messages), Optional.empty());
    policies.terms(offering, PartialSchoolKind.unknown());
    ImmutableList<ImmutableList<String>> rows = rows();
    int headings =
        FormProposal.headingRow(
            document.kind(),
            rows.subList(0, Math.min(MOST_ABOVE, rows.size())),
            offering,
            policies);
    ImmutableList<ImmutableList<String>> below = rows.subList(headings + 1, rows.size());
    if (isWorkbook()) {
      CsvRows.checkHeadings(file, rows.get(headings), below);
    }
    FormProposal proposal =
        Input.naming(
            file,
            () ->
                FormProposal.of(
                    document.kind(),
                    rows.get(headings),
                    below,
                    offering,
                    policies,
                    policies::problems));
    String text = FormMapText.of(document, proposal, offering);
    if (out == null) {
      Printer.answers(spec).file(text);
    } else {
      write(out, text);
    }
    report(proposal, messages);
    if (headings > 0) {
      messages.line("The headings are not in the first row. What stands above them is not read.");
    }
    return 0;
  }

  private ImmutableList<ImmutableList<String>> rows() {
    try {
      return isWorkbook() ? workbookRows(Path.of(file)) : csvRows();
    } catch (NoSuchFileException | InvalidPathException e) {
      throw new InvalidInputException(
          Problem.of(ProblemCode.NOT_FOUND, "there is no such file").inFile(file));
    } catch (IOException e) {
      throw new InvalidInputException(
          Problem.of(ProblemCode.NOT_READABLE, "the file cannot be read").inFile(file));
    }
  }

  private boolean isWorkbook() {
    return FileFormat.ofTable(file) == FileFormat.XLSX;
  }

  private ImmutableList<ImmutableList<String>> csvRows() throws IOException {
    try (InputStream in = file.equals("-") ? System.in : Files.newInputStream(Path.of(file))) {
      ImmutableList<ImmutableList<String>> rows = CsvRows.first(file, in, MOST_ROWS);
      if (rows.isEmpty()) {
        throw new InvalidInputException(
            Problem.of(ProblemCode.MISSING, "the file is empty; expected a row of headings")
                .inFile(file));
      }
      return rows;
    }
  }

  private ImmutableList<ImmutableList<String>> workbookRows(Path path) throws IOException {
    if (Files.notExists(path)) {
      throw new NoSuchFileException(file);
    }
    return CsvRows.first(file, path, MOST_ROWS);
  }

  private void write(Path map, String text) {
    try {
      ReadFiles.of(file).check(map);
      if (Files.exists(map)) {
        throw new InvalidInputException(
            Problem.of(ProblemCode.NOT_WRITABLE, "there is a file of this name")
                .withHint("Choose another name, so that no map is lost")
                .inFile(map.toString()));
      }
      try (WholeFile whole = WholeFile.create(map)) {
        whole.write(text.getBytes(StandardCharsets.UTF_8));
        whole.finish();
      }
    } catch (IOException e) {
      throw new InvalidInputException(
          Problem.of(ProblemCode.NOT_WRITABLE, "the file cannot be written completely")
              .inFile(map.toString()));
    }
  }

  private void report(FormProposal proposal, Printer messages) {
    long unsure = proposal.columns().stream().filter(ProposedColumn::unsure).count();
    long unknown =
        proposal.columns().stream()
            .filter(column -> column.to().isEmpty() && !column.ignored())
            .count();
    messages.line(
        Words.number(proposal.columns().size(), "column")
            + ": "
            + unsure
            + " to check, "
            + unknown
            + " not read");
    boolean isGroup = document == FormDocument.GROUP;
    if (!gives(isGroup ? "schools[].urn" : "school.urn", proposal)) {
      messages.line(
          "No column gives the URN of "
              + (isGroup ? "each school" : "the school")
              + ". Add one to the map.");
    }
    if (isGroup && !gives("group", proposal)) {
      messages.line(
          "No column gives the name of the work group. Add one to the map, or add the constant"
              + " `group` if all rows are of one work group.");
    }
  }

  private static boolean gives(String place, FormProposal proposal) {
    return proposal.columns().stream()
        .anyMatch(column -> column.to().filter(place::equals).isPresent());
  }
}
