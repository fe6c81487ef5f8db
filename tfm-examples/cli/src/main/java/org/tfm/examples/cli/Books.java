package org.tfm.examples.cli;

import java.nio.file.Path;
import java.util.List;
import org.tfm.rules.book.PolicyBook;

/** The policy book of a command. */
final class Books {

  private Books() {}

  static PolicyBook bundled() {
    return PolicyBook.bundled();
  }

  /** The bundled packs, and those in the folders. */
  static PolicyBook with(List<Path> folders) {
    PolicyBook.Builder builder = PolicyBook.builder().bundledPacks();
    folders.forEach(builder::directory);
    return builder.build();
  }

  /**
   * The bundled packs and those in the folders, in which packs of the last folders take the place
   * of others of their id.
   */
  static PolicyBook with(List<Path> folders, List<Path> replacing) {
    PolicyBook.Builder builder = PolicyBook.builder().bundledPacks();
    folders.forEach(builder::directory);
    replacing.forEach(builder::replacing);
    return builder.build();
  }
}
