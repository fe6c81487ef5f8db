package org.tfm.model.problem;

import com.google.common.base.Ascii;
import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.tfm.model.style.Internal;

/**
 * Problems that repeat no value of an input that may be personal.
 *
 * <p>A name or a teacher reference number may stand anywhere: in a row that is shifted, or where a
 * word of the library belongs. A message repeats short numbers, years, and words that look like an
 * id or are nearly a known word, but no text with a blank and no seven digits in a row.
 *
 * @hidden
 */
@Internal
public final class RepeatedValues {

  private static final String HIDDEN = "…";
  private static final CharMatcher QUOTES = CharMatcher.anyOf("`…");
  private static final Pattern LONG_NUMBER = Pattern.compile("[0-9]{7,}");
  private static final Pattern HARMLESS =
      Pattern.compile(
          "-?[0-9.]{1,6}|[0-9]{4}[/-][0-9]{2,4}|[a-z0-9]+(-[a-z0-9]+)+|[A-Z0-9]+(_[A-Z0-9]+)+");
  private static final Pattern WORD =
      Pattern.compile("[a-z0-9]+([-_][a-z0-9]+)*|[A-Z0-9]+([-_][A-Z0-9]+)*");
  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9@$<]+([-_.][A-Za-z0-9<]+)*");
  private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final String ANSWERS = "answers";
  private static final String NEAR = "Maybe `";

  private RepeatedValues() {}

  /**
   * Returns a problem without values that may be personal.
   *
   * @param isOfInput whether a text is one of the input, or a part of one
   */
  public static Problem hide(Problem problem, Predicate<String> isOfInput) {
    String what = problem.what();
    ImmutableList.Builder<String> arguments = ImmutableList.builder();
    for (String argument : problem.arguments()) {
      String value = QUOTES.trimFrom(argument);
      if (value.isEmpty() || isWord(value, problem) || !isOfInput.test(value)) {
        arguments.add(argument);
      } else {
        String quoted = "`" + CharMatcher.is('`').trimFrom(argument) + "`";
        what =
            what.contains(quoted)
                ? what.replace(quoted, "`" + HIDDEN + "`")
                : what.replace(value, HIDDEN);
        arguments.add(HIDDEN);
      }
    }
    return new Problem(
        problem.code(),
        problem.places(),
        LONG_NUMBER
            .matcher(what)
            .replaceAll(number -> isOfInput.test(number.group()) ? HIDDEN : number.group()),
        arguments.build(),
        problem.hint());
  }

  private static boolean isWord(String value, Problem problem) {
    String hint = problem.hint();
    return !LONG_NUMBER.matcher(value).find()
        && (HARMLESS.matcher(value).matches()
            || (hint.startsWith(NEAR) && WORD.matcher(value).matches())
            || problem.arguments().contains("answers." + value)
            || problem.arguments().contains("leadParticipants[].answers." + value)
            || Ascii.toLowerCase(hint).contains("`" + Ascii.toLowerCase(value) + "`"));
  }

  /**
   * Returns the JSON pointer of a problem without keys that may be personal.
   *
   * @param problem the problem, whose last key may be unknown
   */
  public static String pointer(String pointer, Problem problem) {
    boolean isUnknown = problem.code() == ProblemCode.UNKNOWN_KEY;
    StringBuilder shown = new StringBuilder();
    List<String> keys = Splitter.on('/').splitToList(pointer);
    for (int i = 1; i < keys.size(); i++) {
      String key = keys.get(i);
      boolean isShown = isKey(key);
      if (keys.get(i - 1).equals(ANSWERS)) {
        boolean isStrange = isUnknown && i == keys.size() - 1;
        isShown &= isStrange ? isWord(key, problem) : ID.matcher(key).matches();
      }
      shown.append('/').append(isShown ? key : HIDDEN);
    }
    return shown.toString();
  }

  private static boolean isKey(String key) {
    return (key.isEmpty() || KEY.matcher(key).matches()) && !LONG_NUMBER.matcher(key).find();
  }
}
