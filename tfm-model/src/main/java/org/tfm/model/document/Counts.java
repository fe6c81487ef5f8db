package org.tfm.model.document;

import java.util.Collection;
import java.util.Optional;

/** How long the lists of a document may be: far longer than any that is meant. */
final class Counts {

  static final int LEAD_PARTICIPANTS = 100;
  static final int HISTORY = 1_000;
  static final int SCHOOLS = 1_000;
  static final int SESSIONS = 366;
  static final int ANSWERS = 1_000;
  static final int WORDS = 1_000;

  private Counts() {}

  static void check(String name, Optional<? extends Collection<?>> list, int most) {
    list.ifPresent(given -> check(name, given.size(), most));
  }

  static void check(String name, int count, int most) {
    if (count > most) {
      throw new IllegalArgumentException(
          "`" + name + "` has " + count + " entries; expected at most " + most);
    }
  }
}
