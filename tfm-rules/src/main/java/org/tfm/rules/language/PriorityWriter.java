package org.tfm.rules.language;

import java.util.Optional;
import java.util.function.Supplier;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.Ids;
import org.tfm.model.style.Internal;
import org.tfm.model.term.Priority;
import org.tfm.model.term.Term;

/**
 * Builder of a priority.
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

  /** Sets the schools that go first, as a noun phrase in the plural. */
  public PriorityWriter of(String schools) {
    this.who = Optional.of(schools);
    return this;
  }

  /** Sets the type of work group that they go first for. */
  public PriorityWriter goFirstFor(String workGroupType) {
    this.type = Optional.of(Ids.check("work group type id", workGroupType));
    return this;
  }

  /** Sets the academic year in which they go first. */
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
