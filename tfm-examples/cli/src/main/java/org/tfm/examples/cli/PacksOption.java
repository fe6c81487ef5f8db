package org.tfm.examples.cli;

import com.google.common.collect.ImmutableList;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tfm.rules.book.PolicyBook;
import picocli.CommandLine.Option;

/** The packs that a command loads beside the bundled ones. */
final class PacksOption {

  @Option(
      names = "--packs",
      paramLabel = "DIR",
      description = "Also load the packs in this folder. Can be repeated.")
  private List<Path> folders = new ArrayList<>();

  /** The folders. */
  ImmutableList<Path> folders() {
    return ImmutableList.copyOf(folders);
  }

  /** The bundled packs, and those in the folders. */
  PolicyBook book(Printer messages) {
    return Books.with(folders(), messages);
  }
}
