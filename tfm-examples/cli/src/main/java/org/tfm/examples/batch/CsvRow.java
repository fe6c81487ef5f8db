package org.tfm.examples.batch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.base.Ascii;
import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.tfm.model.document.Application;
import org.tfm.model.json.DocumentReader;
import org.tfm.model.json.TfmJson;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.PrintableText;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;
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
  private static final String HIDDEN = "…";
  private static final CharMatcher QUOTES = CharMatcher.anyOf("`…");
  private static final Pattern HARMLESS =
      Pattern.compile("-?[0-9.]{1,4}|[0-9]{4}[/-][0-9]{2,4}|[a-z0-9]+(-[a-z0-9]+)+");

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
              form.columns()));
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
    List<String> cells =
        record.fields().stream().map(Encoding::decode).map(PrintableText::text).toList();
    throw new InvalidInputException(
        problems.stream().map(problem -> withoutCells(problem, cells)).toList());
  }

  /**
   * Returns a problem that repeats no cell, because a name or a number of a person may be in any
   * column of a row that is shifted. Short numbers, years, ids and misspelt words that the hint has
   * too cannot be of a person.
   */
  private static Problem withoutCells(Problem problem, List<String> cells) {
    String what = problem.what();
    ImmutableList.Builder<String> arguments = ImmutableList.builder();
    for (String argument : problem.arguments()) {
      String value = QUOTES.trimFrom(argument);
      boolean isShown =
          value.isEmpty()
              || HARMLESS.matcher(value).matches()
              || Ascii.toLowerCase(problem.hint()).contains("`" + Ascii.toLowerCase(value) + "`")
              || cells.stream().noneMatch(cell -> cell.contains(value));
      what = isShown ? what : what.replace(value, HIDDEN);
      arguments.add(isShown ? argument : HIDDEN);
    }
    return new Problem(problem.code(), problem.places(), what, arguments.build(), problem.hint());
  }

  /** Where the row is; the fields are personal. */
  @Override
  public String toString() {
    return file + ":" + line();
  }
}
