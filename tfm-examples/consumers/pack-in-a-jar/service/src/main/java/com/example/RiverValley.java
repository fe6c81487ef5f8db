package com.example;

import org.tfm.rules.book.PolicyBook;

/** The policies that this program decides by. */
public final class RiverValley {

  private static final PolicyBook BOOK =
      PolicyBook.builder()
          .bundledPacks()
          .classPathPacks(RiverValley.class.getClassLoader())
          .build();

  private RiverValley() {}

  /** The one book, shared by everybody: the library's packs and those in jars on the class path. */
  public static PolicyBook book() {
    return BOOK;
  }
}
