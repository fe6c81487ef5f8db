package org.tfm.model.intake;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.tfm.model.assessment.TermsLookup;
import org.tfm.model.document.Application;
import org.tfm.model.document.Document;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.programme.Offering;
import org.tfm.model.school.PartialSchoolKind;

/**
 * A proposal for the map of a form, made from its headings and some of its rows.
 *
 * <p>A heading that is exactly a title, a label or a question is sure, unless cells below it would
 * be refused. What is only similar is unsure, so that somebody checks it. Deterministic.
 *
 * @param columns what the map could say about each column with a heading, in order
 * @param isRowEach whether each person seems to have a row
 * @param dates the order of day and month, where dates show it and need it
 */
public record FormProposal(
    ImmutableList<ProposedColumn> columns, boolean isRowEach, Optional<DayOrder> dates) {

  /** Refuses null. */
  public FormProposal {
    requireNonNull(columns, "columns");
    requireNonNull(dates, "dates");
  }

  /**
   * Proposes a map for a form of documents of a kind.
   *
   * @param kind the kind of document that each row gives
   * @param headings the headings
   * @param rows some rows, whose cells are in the order of the headings
   * @param offering what the documents are about
   * @param policies the policies that say which questions can be answered
   * @param check returns the problems of a document whose form is right
   * @throws InvalidInputException if there is no policy for the offering, or there are too many
   *     headings
   */
  public static FormProposal of(
      FormKind kind,
      List<String> headings,
      List<? extends List<String>> rows,
      Offering offering,
      TermsLookup policies,
      Function<? super Document, ? extends List<Problem>> check) {
    requireNonNull(kind, "kind");
    requireNonNull(headings, "headings");
    requireNonNull(rows, "rows");
    requireNonNull(offering, "offering");
    requireNonNull(policies, "policies");
    requireNonNull(check, "check");
    ProposalSearch.Found found =
        new ProposalSearch(headings, rows, known(kind, offering, policies))
            .find(dates -> new CellCheck(kind, offering, policies, check, dates));
    return new FormProposal(found.columns(), found.isRowEach(), found.dates());
  }

  /**
   * Proposes a map for applications.
   *
   * @param headings the headings
   * @param rows some rows, whose cells are in the order of the headings
   * @param offering what the applications are for
   * @param policies the policies that say which questions can be answered
   * @param check returns the problems of an application whose form is right
   * @throws InvalidInputException if there is no policy for the offering, or there are too many
   *     headings
   */
  public static FormProposal of(
      List<String> headings,
      List<? extends List<String>> rows,
      Offering offering,
      TermsLookup policies,
      Function<? super Application, ? extends List<Problem>> check) {
    requireNonNull(check, "check");
    return of(
        FormKind.APPLICATION,
        headings,
        rows,
        offering,
        policies,
        document -> check.apply((Application) document));
  }

  private static KnownHeadings known(FormKind kind, Offering offering, TermsLookup policies) {
    return new KnownHeadings(
        kind, policies.terms(offering, PartialSchoolKind.unknown()).answerFacts().values());
  }

  /**
   * Returns the index of the row that has the headings of a form of applications: the one with the
   * most that are known.
   *
   * @throws InvalidInputException if there is no policy for the offering
   */
  public static int headingRow(
      List<? extends List<String>> rows, Offering offering, TermsLookup policies) {
    return headingRow(FormKind.APPLICATION, rows, offering, policies);
  }

  /**
   * Returns the index of the row that has the headings: the one with the most that are known.
   *
   * @param kind the kind of document that each row gives
   * @throws InvalidInputException if there is no policy for the offering
   */
  public static int headingRow(
      FormKind kind, List<? extends List<String>> rows, Offering offering, TermsLookup policies) {
    requireNonNull(kind, "kind");
    requireNonNull(rows, "rows");
    requireNonNull(offering, "offering");
    requireNonNull(policies, "policies");
    KnownHeadings known = known(kind, offering, policies);
    int best = 0;
    long most = 0;
    for (int i = 0; i < rows.size(); i++) {
      long found =
          rows.get(i).stream()
              .limit(ProposalSearch.MOST_HEADINGS)
              .filter(cell -> KnownHeadings.isNotRead(cell) || known.find(cell).isPresent())
              .count();
      if (found > most) {
        best = i;
        most = found;
      }
    }
    return best;
  }
}
