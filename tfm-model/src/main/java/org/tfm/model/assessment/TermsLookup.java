package org.tfm.model.assessment;

import static java.util.Objects.requireNonNull;

import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.programme.Offering;
import org.tfm.model.school.PartialSchoolKind;

/**
 * Where terms are looked up: a policy book, or a table of terms.
 *
 * <p>Implementations are thread-safe and give equal terms for equal arguments.
 */
@FunctionalInterface
public interface TermsLookup {

  /** Returns a lookup that gives these terms, whatever is looked up. */
  static TermsLookup always(Terms terms) {
    requireNonNull(terms, "terms");
    return (offering, kind) -> terms;
  }

  /**
   * Returns what the policy says for an offering and what is known of a school's kind.
   *
   * @throws InvalidInputException if there is no policy for the offering
   */
  Terms terms(Offering offering, PartialSchoolKind kind);
}
