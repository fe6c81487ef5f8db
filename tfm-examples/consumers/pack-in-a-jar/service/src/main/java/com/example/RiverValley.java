package com.example;

import org.tfm.rules.book.PolicyBook;

/** The policies of this program. */
public final class RiverValley {

  private static final PolicyBook BOOK =
      PolicyBook.builder()
          .bundledPacks()
          .classPathPacks(RiverValley.class.getClassLoader())
          .build();

  private RiverValley() {}

  /** The shared policy book: the bundled packs and those in jars on the class path. */
  public static PolicyBook book() {
    return BOOK;
  }
}
