package org.tfm.register;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;

/**
 * A link to the predecessor or the successor of a school.
 *
 * @param urn the URN of that school
 * @param since the day of the change; absent if the register does not give it
 */
public record SchoolLink(int urn, Optional<LocalDate> since) implements Comparable<SchoolLink> {

  private static final Comparator<SchoolLink> ORDER =
      Comparator.comparingInt(SchoolLink::urn)
          .thenComparing(link -> link.since().orElse(LocalDate.MIN));

  /** Refuses null. */
  public SchoolLink {
    requireNonNull(since, "since");
  }

  @Override
  public int compareTo(SchoolLink other) {
    return ORDER.compare(this, requireNonNull(other, "other"));
  }
}
