package org.tfm.model.intake;

import com.google.common.base.Ascii;
import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.regex.Pattern;
import org.tfm.model.problem.PrintableText;
import org.tfm.model.problem.Problem;

/** Keeps the cells of a row out of its problems. */
final class HiddenCells {

  private static final String HIDDEN = "…";
  private static final CharMatcher QUOTES = CharMatcher.anyOf("`…");
  private static final Pattern HARMLESS =
      Pattern.compile("-?[0-9.]{1,4}|[0-9]{4}[/-][0-9]{2,4}|[a-z0-9]+(-[a-z0-9]+)+");

  private HiddenCells() {}

  /**
   * Returns problems that repeat no cell, because a name or a number of a person may be in any
   * column of a row that is shifted. Short numbers, years, ids and misspelt words that the hint has
   * too cannot be of a person.
   */
  static ImmutableList<Problem> hide(List<Problem> problems, List<String> cells) {
    List<String> shown = cells.stream().map(PrintableText::text).toList();
    return problems.stream()
        .map(problem -> hide(problem, shown))
        .collect(ImmutableList.toImmutableList());
  }

  private static Problem hide(Problem problem, List<String> cells) {
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
}
