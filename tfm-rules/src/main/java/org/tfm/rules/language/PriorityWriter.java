package org.tfm.rules.language;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.tfm.model.criterion.Criterion;
import org.tfm.model.criterion.Fact;
import org.tfm.model.criterion.FactKind;
import org.tfm.model.document.Subject;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.Ids;
import org.tfm.model.style.Internal;
import org.tfm.model.term.Priority;
import org.tfm.model.term.PriorityOrder;
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
  private Optional<PriorityOrder> order = Optional.empty();

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

  /** Lets schools go in the order of a day. */
  @SinceLanguage(2)
  public PriorityWriter earliestFirst(FactExpression day) {
    return inOrder(day.fact(), FactKind.DAY, "earliestFirst", false);
  }

  /** Lets schools go in the order of a number. */
  @SinceLanguage(2)
  public PriorityWriter lowestFirst(FactExpression number) {
    return inOrder(number.fact(), FactKind.NUMBER, "lowestFirst", false);
  }

  /** Lets schools go in the reverse order of a number. */
  @SinceLanguage(2)
  public PriorityWriter highestFirst(FactExpression number) {
    return inOrder(number.fact(), FactKind.NUMBER, "highestFirst", true);
  }

  private PriorityWriter inOrder(Fact fact, FactKind kind, String word, boolean highestFirst) {
    if (fact.kind() != kind) {
      throw new IllegalArgumentException(
          "`%s` does not suit %s; expected %s"
              .formatted(
                  word,
                  WrittenFacts.written(fact),
                  kind == FactKind.DAY
                      ? "a day, such as `submitted()`"
                      : "a number, such as `freeMealShare()`"));
    }
    if (order.isPresent()) {
      throw new IllegalArgumentException(
          "the term `" + head.id() + "` has two orders; expected one");
    }
    this.order = Optional.of(new PriorityOrder(fact, highestFirst));
    return this;
  }

  @Override
  public Term get() {
    if (Stream.of(who, when, order).filter(Optional::isPresent).count() != 1) {
      throw head.unfinished(
          "exactly one of `of(\"…\")`, `when(…)`, `earliestFirst(…)`, `lowestFirst(…)` and"
              + " `highestFirst(…)`");
    }
    if (year.isPresent() && type.isEmpty()) {
      throw head.unfinished("`goFirstFor` with `inYear`");
    }
    if (order.isPresent()) {
      Askable.check(head.id(), Subject.APPLICATION, order.get().isKnown());
      return Priority.inOrder(
          head.id(), order.get(), type, year, head.citation(), head.provenance());
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
