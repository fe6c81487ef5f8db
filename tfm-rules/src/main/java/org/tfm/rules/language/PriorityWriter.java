package org.tfm.rules.language;

import java.util.Optional;
import java.util.function.Supplier;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.Ids;
import org.tfm.model.style.Internal;
import org.tfm.model.term.Citation;
import org.tfm.model.term.Priority;
import org.tfm.model.term.Provenance;
import org.tfm.model.term.Term;

/**
 * A priority being written.
 *
 * @hidden
 */
@Internal
public final class PriorityWriter implements Supplier<Term> {

  private final String id;
  private final Citation citation;
  private final Provenance provenance;
  private Optional<String> who = Optional.empty();
  private Optional<String> type = Optional.empty();
  private Optional<AcademicYear> year = Optional.empty();

  PriorityWriter(TermsWriter terms, String id) {
    this.id = id;
    this.citation = terms.citation();
    this.provenance = terms.provenance();
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
        id,
        TermsWriter.need(who, id, "`of`"),
        TermsWriter.need(type, id, "`goFirstFor`"),
        year,
        citation,
        provenance);
  }
}
