package org.tfm.rules.language;

import java.util.Optional;
import java.util.function.Supplier;
import org.tfm.model.criterion.Criterion;
import org.tfm.model.document.Subject;
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
  private Optional<Criterion> when = Optional.empty();

  PriorityWriter(TermHead head) {
    this.head = head;
  }

  /** Sets the schools that go first, as a noun phrase in the plural. */
  public PriorityWriter of(String schools) {
    this.who = Optional.of(schools);
    return this;
  }

  /** Sets the type of work group that they go first for; without it, the offering itself. */
  public PriorityWriter goFirstFor(String workGroupType) {
    this.type = Optional.of(Ids.check("work group type id", workGroupType));
    return this;
  }

  /** Sets the academic year in which they go first. */
  public PriorityWriter inYear(String academicYear) {
    this.year = Optional.of(AcademicYear.parse(academicYear));
    return this;
  }

  /** Sets the condition under which a school goes first. */
  @SinceLanguage(2)
  public PriorityWriter when(Criterion condition) {
    this.when = Optional.of(condition);
    return this;
  }

  @Override
  public Term get() {
    if (who.isPresent() == when.isPresent()) {
      throw head.unfinished("either `of(\"…\")` or `when(…)`");
    }
    if (year.isPresent() && type.isEmpty()) {
      throw head.unfinished("`goFirstFor` with `inYear`");
    }
    return new Priority(
        head.id(),
        who,
        type,
        year,
        when.map(condition -> Askable.check(head.id(), Subject.APPLICATION, condition)),
        head.citation(),
        head.provenance());
  }
}
