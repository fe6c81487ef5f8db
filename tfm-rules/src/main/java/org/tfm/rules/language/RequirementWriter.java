package org.tfm.rules.language;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tfm.model.criterion.Criterion;
import org.tfm.model.criterion.HubDecides;
import org.tfm.model.criterion.Not;
import org.tfm.model.document.Subject;
import org.tfm.model.style.Internal;
import org.tfm.model.term.Aspect;
import org.tfm.model.term.Requirement;
import org.tfm.model.term.Strength;
import org.tfm.model.term.Term;

/**
 * Builder of a requirement.
 *
 * @hidden
 */
@Internal
public final class RequirementWriter implements Supplier<Term> {

  private final TermHead head;
  private final Aspect aspect;
  private @Nullable Strength strength;
  private @Nullable Criterion criterion;
  private @Nullable Criterion referral;

  RequirementWriter(TermHead head, Aspect aspect) {
    this.head = head;
    this.aspect = aspect;
  }

  /** Makes the criterion a demand: the source says "must". */
  public RequirementWriter must(Criterion needed) {
    return put(Strength.MUST, needed);
  }

  /** Makes the criterion an expectation: the source says "should". */
  public RequirementWriter should(Criterion needed) {
    return put(Strength.SHOULD, needed);
  }

  /** Makes the criterion a wish: the source says "ideally". */
  public RequirementWriter preferred(Criterion needed) {
    return put(Strength.PREFERRED, needed);
  }

  /** Lets the hub decide where the criterion does not hold and this one does. */
  public RequirementWriter referWhen(Criterion when) {
    this.referral = when;
    return this;
  }

  /** Lets the hub decide wherever the criterion does not hold. */
  public RequirementWriter referUnless(Criterion needed) {
    return must(needed).referWhen(new Not(needed));
  }

  /** Lets the hub decide in every case. */
  public RequirementWriter leftToHub() {
    return must(new HubDecides());
  }

  /**
   * Lets the hub decide in every case, with the reason.
   *
   * @param why the reason as a clause, such as {@code special schools are not mentioned}
   */
  public RequirementWriter leftToHub(String why) {
    return must(new HubDecides(Optional.of(why)));
  }

  private RequirementWriter put(Strength how, Criterion needed) {
    this.strength = how;
    this.criterion = needed;
    return this;
  }

  /** Returns the criterion if documents of this aspect can answer it. */
  private Criterion asked(Criterion of) {
    Subject document =
        switch (aspect) {
          case ELIGIBILITY, APPLICATION, COMMITMENT -> Subject.APPLICATION;
          case GROUP -> Subject.GROUP;
          case PROGRESS -> Subject.PROGRESS;
        };
    return Askable.check(head.id(), document, of);
  }

  @Override
  public Term get() {
    if (strength == null || criterion == null) {
      throw head.unfinished("`must`, `should` or `preferred`");
    }
    return new Requirement(
        head.id(),
        aspect,
        strength,
        asked(criterion),
        Optional.ofNullable(referral).map(this::asked),
        head.citation(),
        head.provenance());
  }
}
