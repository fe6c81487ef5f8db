package org.tfm.testkit;

import org.tfm.rules.book.PolicyBook;
import org.tfm.rules.pack.Pack;
import org.tfm.rules.pack.PackFiles;

/** Loads books for a pack under test. */
final class PackBooks {

  private PackBooks() {}

  /**
   * Loads a pack with its bases and the bundled packs. If it or a base has the id of a bundled
   * pack, it replaces that one, and the bundled packs are left out.
   */
  static PolicyBook load(PackFiles pack, PackFiles... bases) {
    PolicyBook.Builder builder = PolicyBook.builder().files(pack);
    boolean isBundled = isBundled(pack);
    for (PackFiles base : bases) {
      builder.files(base);
      isBundled |= isBundled(base);
    }
    return (isBundled ? builder : builder.bundledPacks()).build();
  }

  private static boolean isBundled(PackFiles files) {
    String id = Pack.parse(files).id();
    return PolicyBook.bundled().packs().stream().anyMatch(pack -> pack.id().equals(id));
  }
}
