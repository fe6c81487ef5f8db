package org.tfm.examples.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.tfm.rules.book.PolicyBook;

/**
 * The policy book of a command.
 *
 * <p>A pack with mistakes is left out with a warning: a command about another hub does not need it.
 */
final class Books {

  private Books() {}

  static PolicyBook bundled() {
    return PolicyBook.bundled();
  }

  /** The bundled packs and those in the folders, for a command that shows all of them. */
  static PolicyBook all(List<Path> folders) {
    PolicyBook.Builder builder = PolicyBook.builder().bundledPacks();
    folders.forEach(builder::directory);
    return builder.build();
  }

  /** The bundled packs, and those in the folders. */
  static PolicyBook with(List<Path> folders, PrintWriter err) {
    return with(folders, List.of(), err);
  }

  /**
   * The bundled packs and those in the folders, in which packs of the last folders take the place
   * of others of their id.
   */
  static PolicyBook with(List<Path> folders, List<Path> replacing, PrintWriter err) {
    PolicyBook.Builder builder = PolicyBook.builder().bundledPacks();
    folders.forEach(builder::directory);
    replacing.forEach(builder::replacing);
    PolicyBook book = builder.buildLoadable();
    book.notLoaded().forEach(problem -> err.println("warning: not loaded: " + problem));
    return book;
  }
}
