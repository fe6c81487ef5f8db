package org.tfm.examples.batch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tfm.model.document.Application;
import org.tfm.model.json.DocumentReader;
import org.tfm.model.json.TfmJson;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.PrintableText;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;
import org.tfm.model.problem.RepeatedValues;
import org.tfm.register.Encoding;

/**
 * A record with an application in the flat form.
 *
 * @param form what the columns are
 * @param file the name of its file
 * @param record the record
 */
record CsvRow(FlatForm form, String file, CsvRows.Fields record) implements InputRow {

  /** The most characters a record may have, each field counted as one more. */
  static final int LONGEST = 1_000_000;

  private static final DocumentReader READER = TfmJson.reader();
  private static final int OVERHEAD = 64;
  private static final String UNCLOSED = "Maybe a quotation mark is not closed or not doubled?";

  @Override
  public long line() {
    return record.line();
  }

  @Override
  public int size() {
    return OVERHEAD * (1 + record.fields().size()) + record.size();
  }

  @Override
  public Application application(Policies policies) {
    if (record.size() > LONGEST) {
      throw new InvalidInputException(
          Problem.of(
              ProblemCode.TOO_MUCH,
              "the row is longer than %s characters",
              String.format(Locale.ROOT, "%,d", LONGEST)));
    }
    if (record.count() < form.columns() || record.filled() > form.columns()) {
      throw new InvalidInputException(
          Problem.of(
                  ProblemCode.CONTRADICTION,
                  "%s fields; the first line has %s column names",
                  record.count(),
                  form.columns())
              .withHint(record.fields().stream().anyMatch(FlatForm::isBroken) ? UNCLOSED : ""));
    }
    List<Problem> problems = new ArrayList<>();
    ObjectNode document = form.document(record.fields(), policies, problems);
    try {
      Application application = READER.read(document, Application.class, policies::problems);
      if (problems.isEmpty()) {
        return application;
      }
    } catch (InvalidInputException e) {
      problems.addAll(e.problems());
    }
    if (form.breaksWord(record.fields())) {
      problems.add(
          Problem.of(ProblemCode.MALFORMED, "the row goes on over the next lines")
              .withHint(UNCLOSED));
    }
    List<String> cells =
        record.fields().stream().map(Encoding::decode).map(PrintableText::text).toList();
    throw new InvalidInputException(
        problems.stream()
            .map(
                problem ->
                    RepeatedValues.hide(
                        problem, value -> cells.stream().anyMatch(cell -> cell.contains(value))))
            .toList());
  }

  /** Where the row is; the fields are personal. */
  @Override
  public String toString() {
    return file + ":" + line();
  }
}
