package org.tfm.testkit;

import org.tfm.rules.book.PolicyBook;
import org.tfm.rules.pack.Pack;
import org.tfm.rules.pack.PackFiles;

/** Books of a pack under test. */
final class PackBooks {

  private PackBooks() {}

  /**
   * The pack with its bases and the bundled packs; without the bundled ones where it has the id of
   * one of them, since it is then tested in its place.
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
