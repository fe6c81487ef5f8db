package org.tfm.examples.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tfm.rules.book.NewPack;
import org.tfm.rules.pack.PackFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a new pack. */
@Command(
    name = "new-pack",
    description = "Writes a new pack: an example with comments, or a copy of a bundled pack.",
    mixinStandardHelpOptions = true)
final class NewPackCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "DIR",
      description = "The folder for the pack. It must be new or empty.")
  private Path folder;

  @Option(
      names = "--hub",
      paramLabel = "ID",
      required = true,
      description = "The id of your hub, such as cheshire-wirral.")
  private String hub = "";

  @Option(
      names = "--name",
      paramLabel = "NAME",
      required = true,
      description = "The name of your hub, such as \"Cheshire & Wirral Maths Hub\".")
  private String name = "";

  @Option(
      names = "--year",
      paramLabel = "YEAR",
      required = true,
      description = "The academic year, such as 2022/23, or any for a policy without a year.")
  private String year = "";

  @Option(
      names = "--type",
      paramLabel = "TYPE",
      description =
          "The id of a type of Work Group. Can be repeated. Without it: those of the copied pack, or"
              + " primary-development.")
  private List<String> types = new ArrayList<>();

  @Option(
      names = "--from",
      paramLabel = "PACK",
      description = "The bundled pack to copy, such as cheshire-wirral/2022-23.")
  private @Nullable String from;

  @Option(
      names = "--part",
      paramLabel = "NAME",
      description =
          "A name for the pack, such as trials, if the hub has another pack of that year for other"
              + " types.")
  private @Nullable String part;

  @Override
  public Integer call() {
    NewPack whole = NewPack.example(hub, name, year, types);
    NewPack example = part == null ? whole : whole.asPart(part);
    PackFiles files = (from == null ? example : example.copyOf(from)).writeTo(folder);
    Printer answers = Printer.answers(spec);
    answers.line("Written to " + folder + ":");
    files.texts().keySet().forEach(file -> answers.line("  " + file));
    String type =
        files.texts().keySet().stream()
            .filter(file -> file.endsWith(".drl"))
            .map(file -> file.substring(0, file.length() - ".drl".length()))
            .findFirst()
            .orElseThrow();
    answers.gap();
    answers.line("To see what it says:");
    answers.line(
        "  tfm terms "
            + hub
            + " "
            + type
            + " "
            + example.exampleYear()
            + " --packs "
            + (folder.toString().contains(" ") ? "\"" + folder + "\"" : folder));
    return 0;
  }
}
