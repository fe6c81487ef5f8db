package org.tfm.examples.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.tfm.rules.book.BundledPacks;
import org.tfm.rules.book.HubNames;
import org.tfm.rules.book.PolicyBook;
import org.tfm.rules.pack.ClassPathPacks;

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

  /** The same packs as a book of all of them, for a command that needs all: none has mistakes. */
  static PolicyBook all(List<Path> folders, List<Path> replacing, Printer messages) {
    return warned(builder(folders, replacing).build(), messages);
  }

  private static PolicyBook warned(PolicyBook book, Printer messages) {
    HubNames.shared(book.packs()).forEach(problem -> messages.line("warning: " + problem));
    return book;
  }

  private static PolicyBook.Builder builder(List<Path> folders, List<Path> replacing) {
    PolicyBook.Builder builder = PolicyBook.builder().bundledPacks();
    folders.forEach(folder -> add(folder, builder));
    replacing.forEach(builder::replacing);
    return builder;
  }

  /** The bundled packs, and those in the folders. */
  static PolicyBook with(List<Path> folders, Printer messages) {
    return with(folders, List.of(), messages);
  }

  private static void add(Path folder, PolicyBook.Builder builder) {
    if (Files.exists(folder.resolve(ClassPathPacks.MARKER))
        && BundledPacks.folders(folder).isEmpty()) {
      builder.snapshots(folder);
    } else {
      builder.directory(folder);
    }
  }

  /**
   * The bundled packs and those in the folders, in which packs of the last folders take the place
   * of others of their id.
   */
  static PolicyBook with(List<Path> folders, List<Path> replacing, Printer messages) {
    PolicyBook book = builder(folders, replacing).buildLoadable();
    book.notLoaded().forEach(problem -> messages.line("warning: not loaded: " + problem));
    return warned(book, messages);
  }
}
