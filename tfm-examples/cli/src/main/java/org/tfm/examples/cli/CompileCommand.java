package org.tfm.examples.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.tfm.rules.book.SnapshotCompiler;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compiles packs to data. */
@Command(
    name = "compile",
    description = {
      "Compiles packs, so that programs load them in milliseconds and without Drools.",
      "",
      "Writes OUT/FOLDER/pack.snapshot.json for the pack in DIR/FOLDER, and a list of all files of"
          + " the packs in OUT/META-INF/tfm-packs, as jars of packs have it. The list names the"
          + " rule files too if they are in OUT."
    },
    mixinStandardHelpOptions = true)
final class CompileCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private PackFolderParameter compiled = new PackFolderParameter();

  @Parameters(index = "1", paramLabel = "OUT", description = "The folder to write to.")
  private Path out;

  @Option(
      names = "--packs",
      paramLabel = "DIR",
      description = "Also load the packs in this folder, for packs that extend them.")
  private List<Path> packs = new ArrayList<>();

  @Override
  public Integer call() {
    Printer answers = Printer.answers(spec);
    SnapshotCompiler.compile(compiled.folder(), out, packs)
        .forEach((id, file) -> answers.line(id + ": " + file));
    return 0;
  }
}
