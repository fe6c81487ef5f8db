package org.tfm.model.assessment;

import static java.util.Objects.requireNonNull;

import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.programme.Offering;
import org.tfm.model.school.PartialSchoolKind;

/**
 * A source of terms: a policy book or a table of terms.
 *
 * <p>Implementations are thread-safe and return equal terms for equal arguments.
 */
@FunctionalInterface
public interface TermsLookup {

  /** Returns a lookup that always returns the same terms. */
  static TermsLookup always(Terms terms) {
    requireNonNull(terms, "terms");
    return (offering, kind) -> terms;
  }

  /**
   * Returns the terms for an offering and a kind of school, which may be partly known.
   *
   * @throws InvalidInputException if there is no policy for the offering
   */
  Terms terms(Offering offering, PartialSchoolKind kind);
}
