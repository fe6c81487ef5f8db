package org.tfm.rules.book;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import org.tfm.model.assessment.Assessment;
import org.tfm.model.assessment.Terms;
import org.tfm.model.assessment.Verdict;
import org.tfm.model.document.Document;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.programme.Offering;
import org.tfm.model.record.DecisionRecord;

/**
 * A decision on a document: the verdict, the assessment, the terms and the day.
 *
 * <p>{@link PolicyBook#decide} makes decisions. Immutable and thread-safe; {@code toString} shows
 * no personal data.
 */
public final class Decision {

  private final Document document;
  private final PolicyDay day;
  private final Terms terms;
  private final Assessment assessment;

  Decision(Document document, PolicyDay day, Terms terms) {
    this.document = document;
    this.day = day;
    this.terms = terms;
    this.assessment = terms.assess(document);
  }

  /** The document. */
  public Document document() {
    return document;
  }

  /** The requested day and the day whose policy was used. */
  public PolicyDay day() {
    return day;
  }

  /** The terms for the offering and the kind of school of the document, on that day. */
  public Terms terms() {
    return terms;
  }

  /** The verdicts with all findings. */
  public Assessment assessment() {
    return assessment;
  }

  /** The verdict. */
  public Verdict verdict() {
    return assessment.verdict();
  }

  /**
   * Returns a masked record for the file, with the requested day as the day of the decision.
   *
   * @throws InvalidInputException if masking fails
   */
  public DecisionRecord record() {
    return record(day.asked());
  }

  /**
   * Returns a masked record for the file.
   *
   * @param decidedOn the day of the decision
   * @throws InvalidInputException if masking fails
   */
  public DecisionRecord record(LocalDate decidedOn) {
    return DecisionRecord.of(terms, document, requireNonNull(decidedOn, "decidedOn"));
  }

  /** The verdict, the offering and the day whose policy was used. */
  @Override
  public String toString() {
    Offering offering = document.offering();
    return assessment.verdict()
        + " for "
        + offering.hub()
        + " "
        + offering.type()
        + " "
        + offering.year()
        + " on "
        + day.used();
  }
}
