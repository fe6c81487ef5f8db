package org.tfm.model.document;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.stream.Stream;
import org.tfm.model.criterion.Criterion;
import org.tfm.model.criterion.Fact;
import org.tfm.model.criterion.Members;
import org.tfm.model.style.Internal;

/**
 * A number of a document that is made of a number of each member of a list.
 *
 * @param whole the fact of the document
 * @param part the fact of each member
 * @param members the list
 * @hidden
 */
@Internal
public record Total(Fact whole, Fact part, Members members) {

  /** All totals. */
  public static final ImmutableList<Total> ALL =
      ImmutableList.of(
          new Total(Facts.COMBINED_RELEASE, Facts.RELEASE_DAYS, Members.LEAD_PARTICIPANTS),
          new Total(Facts.SESSION_TIME_DAYS, Facts.SESSION_DAYS, Members.SESSIONS),
          new Total(Facts.SESSION_TIME_HOURS, Facts.SESSION_HOURS, Members.SESSIONS));

  /** Returns the total with a fact; empty if the fact is none. */
  public static Optional<Total> of(Fact whole) {
    return ALL.stream().filter(total -> total.whole().equals(whole)).findFirst();
  }

  /** The totals that a criterion asks for. */
  public static Stream<Total> in(Criterion criterion) {
    return ALL.stream().filter(total -> criterion.facts().contains(total.whole()));
  }
}
