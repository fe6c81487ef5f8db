package org.tfm.examples.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tfm.rules.book.PolicyBook;
import picocli.CommandLine.Option;

/** The packs that a command loads in place of bundled ones. */
final class ReplacingPacksOption {

  @Option(
      names = "--packs",
      paramLabel = "DIR",
      description =
          "Also load the packs in this folder; a pack replaces a bundled one with the same id. Can "
              + "be repeated.")
  private List<Path> folders = new ArrayList<>();

  boolean isGiven() {
    return !folders.isEmpty();
  }

  /** The bundled packs, and those in the folders in their place. */
  PolicyBook book(Printer messages) {
    return Books.with(List.of(), folders, messages);
  }

  /** The same as a book of all packs: none has mistakes. */
  PolicyBook all(Printer messages) {
    return Books.all(List.of(), folders, messages);
  }
}
