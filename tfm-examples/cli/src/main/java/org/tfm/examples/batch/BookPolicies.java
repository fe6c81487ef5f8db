package org.tfm.examples.batch;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.tfm.model.assessment.Assessment;
import org.tfm.model.assessment.Terms;
import org.tfm.model.document.Document;
import org.tfm.model.problem.Problem;
import org.tfm.model.programme.Offering;
import org.tfm.model.school.PartialSchoolKind;
import org.tfm.rules.book.PolicyBook;

/**
 * The policies of a book.
 *
 * @param book the book
 * @param on the day whose policy is meant; absent for the day on which each was submitted
 */
public record BookPolicies(PolicyBook book, Optional<LocalDate> on) implements Policies {

  @Override
  public Terms terms(Offering offering, PartialSchoolKind kind) {
    return book.terms(offering, kind, on.orElse(offering.year().firstDay()));
  }

  @Override
  public List<Problem> problems(Document document) {
    return book.problems(document);
  }

  @Override
  public Assessment assess(Document document) {
    return (on.isPresent() ? book.decide(document, on.get()) : book.decide(document)).assessment();
  }
}
