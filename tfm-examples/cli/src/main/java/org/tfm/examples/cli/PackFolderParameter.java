package org.tfm.examples.cli;

import java.nio.file.Path;
import picocli.CommandLine.Parameters;

/** The folder of the packs that a command is about. */
final class PackFolderParameter {

  @Parameters(index = "0", paramLabel = "DIR", description = "A folder with one or more packs.")
  private Path folder = Path.of("");

  Path folder() {
    return folder;
  }
}
