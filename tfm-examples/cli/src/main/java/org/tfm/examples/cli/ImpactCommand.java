package org.tfm.examples.cli;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import org.tfm.model.document.Application;
import org.tfm.model.json.TfmJson;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;
import org.tfm.rules.book.PolicyBook;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists the applications whose result a change of policy changes. */
@Command(
    name = "impact",
    description = {
      "Assesses applications under two versions of the policies and lists those whose result"
          + " changes.",
      "A version is bundled, or a folder with packs that replace bundled ones with the same id."
    },
    mixinStandardHelpOptions = true)
final class ImpactCommand implements Callable<Integer> {

  private static final String BUNDLED = "bundled";

  @Spec private CommandSpec spec;

  @Option(
      names = "--before",
      paramLabel = "DIR",
      description = "The earlier version. Without it: bundled.")
  private String before = BUNDLED;

  @Option(
      names = "--after",
      paramLabel = "DIR",
      description = "The later version. Without it: bundled.")
  private String after = BUNDLED;

  @Option(
      names = "--applications",
      required = true,
      paramLabel = "DIR",
      description = "A folder with applications, one in each .json file.")
  private Path folder = Path.of("");

  @Mixin private JsonOption json = new JsonOption();

  @Override
  public Integer call() {
    List<Impact.Submitted> applications =
        Input.each(
            files(),
            file ->
                new Impact.Submitted(
                    file.getFileName().toString(),
                    Input.read(file.toString(), text -> TfmJson.read(text, Application.class))));
    PolicyBook old = book(before);
    PolicyBook current = before.equals(after) ? old : book(after);
    Impact impact = Impact.of(old, current, applications);
    Printer answers = Printer.answers(spec);
    if (json.isGiven()) {
      answers.json(impact);
    } else {
      answers.page(ImpactReport.page(impact));
    }
    return 0;
  }

  private PolicyBook book(String version) {
    return version.equals(BUNDLED)
        ? Books.bundled()
        : Books.with(List.of(), List.of(Path.of(version)), Printer.messages(spec));
  }

  /** The applications' files in the order of their names. */
  private List<Path> files() {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
      for (Path file : all) {
        if (Files.isRegularFile(file) && file.getFileName().toString().endsWith(".json")) {
          files.add(file);
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      throw new InvalidInputException(
          Problem.of(
                  ProblemCode.NOT_READABLE,
                  "the folder cannot be read; expected one with .json files")
              .inFile(folder.toString()));
    }
    if (files.isEmpty()) {
      throw new InvalidInputException(
          Problem.of(ProblemCode.NOT_FOUND, "the folder has no .json file")
              .inFile(folder.toString()));
    }
    files.sort(Comparator.comparing(file -> file.getFileName().toString()));
    return files;
  }
}
