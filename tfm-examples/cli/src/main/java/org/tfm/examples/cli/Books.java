package org.tfm.examples.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.tfm.rules.book.BundledPacks;
import org.tfm.rules.book.PolicyBook;
import org.tfm.rules.pack.ClassPathPacks;

/** The policy book of a command. */
final class Books {

  private Books() {}

  static PolicyBook bundled() {
    return PolicyBook.bundled();
  }

  /** The bundled packs, and those in the folders, as rule files or compiled. */
  static PolicyBook with(List<Path> folders) {
    PolicyBook.Builder builder = PolicyBook.builder().bundledPacks();
    folders.forEach(folder -> add(folder, builder));
    return builder.build();
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
  static PolicyBook with(List<Path> folders, List<Path> replacing) {
    PolicyBook.Builder builder = PolicyBook.builder().bundledPacks();
    folders.forEach(folder -> add(folder, builder));
    replacing.forEach(builder::replacing);
    return builder.build();
  }
}
