package org.tfm.examples.batch;

import com.google.common.collect.ImmutableList;
import java.util.Locale;
import org.tfm.model.document.Application;
import org.tfm.model.intake.FormReader;
import org.tfm.model.intake.FormRow;
import org.tfm.model.intake.Intake;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;

/**
 * A record of CSV, or a row of a sheet, with the cells of a form.
 *
 * @param form reads the form
 * @param headings the headings of the form
 * @param file the name of its file
 * @param record the record
 */
record CsvRow(FormReader form, ImmutableList<String> headings, String file, TableRow record)
    implements InputRow {

  /** The most characters a record may have, each field counted as one more. */
  static final int LONGEST = 1_000_000;

  private static final int OVERHEAD = 64;

  /** A guess at why a row does not end where it should. */
  static final String UNCLOSED = "Maybe a quotation mark is not closed or not doubled?";

  @Override
  public long line() {
    return record.line();
  }

  @Override
  public int size() {
    return OVERHEAD * (1 + record.kept()) + record.size();
  }

  @Override
  public Application application(Policies policies) {
    return read(policies).document();
  }

  /**
   * The application, with remarks.
   *
   * @param policies those that say which questions can be answered
   * @throws InvalidInputException with every problem of the row
   */
  Intake<Application> read(Policies policies) {
    check();
    try {
      return form.read(cells(), Application.class, policies, policies::problems);
    } catch (InvalidInputException e) {
      throw form.breaksWord(cells())
          ? new InvalidInputException(
              ImmutableList.<Problem>builder()
                  .addAll(e.problems())
                  .add(
                      Problem.of(ProblemCode.MALFORMED, "the row goes on over the next lines")
                          .withHint(UNCLOSED))
                  .build())
          : e;
    }
  }

  /** Refuses a row that is too long, or has other columns than the headings. */
  void check() {
    if (record.size() > LONGEST) {
      throw new InvalidInputException(
          Problem.of(
              ProblemCode.TOO_MUCH,
              "the row is longer than %s characters",
              String.format(Locale.ROOT, "%,d", LONGEST)));
    }
    ImmutableList<Problem> problems = record.problems(form, headings);
    if (!problems.isEmpty()) {
      throw new InvalidInputException(problems);
    }
  }

  /** The cells as texts. */
  FormRow cells() {
    return new FormRow(line(), record.cells());
  }

  /** Where the row is; the fields are personal. */
  @Override
  public String toString() {
    return file + ":" + line();
  }
}
