package org.tfm.model.advice;

import java.util.Arrays;
import java.util.Optional;
import org.tfm.model.criterion.Fact;
import org.tfm.model.criterion.Members;
import org.tfm.model.document.Facts;

/** The lists of people and schools, and the facts that count them. */
final class MemberLists {

  private MemberLists() {}

  /** The number of members of a list. */
  static Fact counted(Members members) {
    return switch (members) {
      case LEAD_PARTICIPANTS -> Facts.LEAD_PARTICIPANTS;
      case SCHOOLS -> Facts.SCHOOLS;
    };
  }

  /** The list whose members a fact counts; empty if it counts none. */
  static Optional<Members> countedBy(Fact fact) {
    return Arrays.stream(Members.values())
        .filter(members -> counted(members).equals(fact))
        .findFirst();
  }
}
