package org.tfm.examples.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.tfm.rules.book.PolicyArchive;
import org.tfm.rules.book.PolicyBook;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Keeps the policies of today. */
@Command(
    name = "archive",
    description = {
      "Keeps today's policies in a folder, so that replay can decide a record again as it was.",
      "Each pack is stored once. Run it whenever packs change."
    },
    mixinStandardHelpOptions = true)
final class ArchiveCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "ARCHIVE", description = "The folder of the archive.")
  private Path folder;

  @Mixin private ReplacingPacksOption packs = new ReplacingPacksOption();

  @Override
  public Integer call() {
    PolicyBook book = packs.all(Printer.messages(spec));
    PolicyArchive.in(folder).add(book);
    Printer.answers(spec).line("Kept " + book.packs().size() + " packs. Book: " + book.hash());
    return 0;
  }
}
