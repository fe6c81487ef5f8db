package org.tfm.rules.language;

import java.util.Optional;
import java.util.function.Supplier;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.Ids;
import org.tfm.model.style.Internal;
import org.tfm.model.term.Priority;
import org.tfm.model.term.Term;

/**
 * A priority being written.
 *
 * @hidden
 */
@Internal
public final class PriorityWriter implements Supplier<Term> {

  private final TermHead head;
  private Optional<String> who = Optional.empty();
  private Optional<String> type = Optional.empty();
  private Optional<AcademicYear> year = Optional.empty();

  PriorityWriter(TermHead head) {
    this.head = head;
  }

  /** Who goes first, as a noun phrase in the plural. */
  public PriorityWriter of(String schools) {
    this.who = Optional.of(schools);
    return this;
  }

  /** The type of work group they go first for. */
  public PriorityWriter goFirstFor(String workGroupType) {
    this.type = Optional.of(Ids.check("work group type id", workGroupType));
    return this;
  }

  /** The academic year they go first in. */
  public PriorityWriter inYear(String academicYear) {
    this.year = Optional.of(AcademicYear.parse(academicYear));
    return this;
  }

  @Override
  public Term get() {
    return new Priority(
        head.id(),
        head.need(who, "`of`"),
        head.need(type, "`goFirstFor`"),
        year,
        head.citation(),
        head.provenance());
  }
}
