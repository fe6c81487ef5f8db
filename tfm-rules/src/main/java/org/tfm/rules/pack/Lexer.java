package org.tfm.rules.pack;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tfm.model.problem.Blanks;
import org.tfm.model.problem.PrintableText;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;

/** Splits a rule file into tokens. */
final class Lexer {

  private static final Set<String> DOUBLE_SIGNS = Set.of("==", "!=", "&&", "||");
  private static final String SIGNS = "(){};,.@!=<>&|";
  private static final String SPACE = "Replace it with a space";
  private static final int LONGEST_TEXT = 600;

  /** An amount of money as people write it. */
  private static final Pattern AMOUNT = Pattern.compile("£ ?([0-9][0-9,]*[0-9]|[0-9])");

  /** A number with commas between the thousands. */
  private static final Pattern THOUSANDS =
      Pattern.compile("[1-9][0-9]{0,2}(,[0-9]{3})+(?![0-9,.])");

  private final String file;
  private final String text;
  private final Problems problems;
  private final List<Token> tokens = new ArrayList<>();
  private int at;
  private int line = 1;
  private int lineStart;

  private Lexer(String file, String text, Problems problems) {
    this.file = file;
    this.text = text;
    this.problems = problems;
  }

  static ImmutableList<Token> words(String file, String text, Problems problems) {
    return new Lexer(file, text, problems).run();
  }

  private ImmutableList<Token> run() {
    if (text.startsWith("\uFEFF")) {
      at = 1;
      lineStart = 1;
    }
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '\n') {
        at++;
        line++;
        lineStart = at;
      } else if (c == ' ' || c == '\t' || c == '\r') {
        at++;
      } else if (text.startsWith("//", at)) {
        skipTo("\n", 0);
      } else if (text.startsWith("/*", at)) {
        skipTo("*/", 2);
      } else if (c == '"') {
        text();
      } else if (c == '£') {
        amount();
      } else if (isLetter(c)) {
        name();
      } else if (isDigit(c)) {
        number();
      } else {
        sign(c);
      }
    }
    add(Token.Kind.END, "", at);
    return ImmutableList.copyOf(tokens);
  }

  private void add(Token.Kind kind, String word, int start) {
    tokens.add(new Token(kind, word, line, start - lineStart + 1));
  }

  private void problem(int start, Problem problem) {
    problems.add(problem.inFile(file, line, start - lineStart + 1));
  }

  private void skipTo(String end, int length) {
    int found = text.indexOf(end, at);
    if (found < 0 && length > 0) {
      problem(
          at,
          Problem.of(ProblemCode.MALFORMED, "a comment starts with `/*` but has no closing `*/`"));
    }
    int stop = found < 0 ? text.length() : found + length;
    for (; at < stop; at++) {
      if (text.charAt(at) == '\n') {
        line++;
        lineStart = at + 1;
      } else if (isInvisible() && text.charAt(at) != '\t' && text.charAt(at) != '\r') {
        int c = text.codePointAt(at);
        problem(
            at,
            Problem.of(ProblemCode.NOT_ALLOWED, "a comment contains %s", Blanks.name(c))
                .withHint(Invisible.hint(c)));
      }
    }
  }

  private void text() {
    int start = at++;
    while (at < text.length() && text.charAt(at) != '"' && text.charAt(at) != '\n') {
      char c = text.charAt(at);
      if (c == '\\') {
        problem(
            at,
            Problem.of(ProblemCode.NOT_ALLOWED, "a text contains `\\`, which is not allowed")
                .withHint("Write the character itself"));
      } else if (isInvisible()) {
        int hidden = text.codePointAt(at);
        problem(
            at,
            Problem.of(ProblemCode.NOT_ALLOWED, "a text contains %s", Blanks.name(hidden))
                .withHint(Invisible.hint(hidden)));
      }
      at++;
    }
    String word = text.substring(start + 1, at);
    if (at >= text.length() || text.charAt(at) == '\n') {
      problem(
          start,
          Problem.of(
              ProblemCode.MALFORMED,
              "a text starts with `\"` but has no closing `\"` on the same line"));
    } else {
      at++;
    }
    if (word.length() > LONGEST_TEXT) {
      problem(
          start,
          Problem.of(ProblemCode.TOO_MUCH, "a text is longer than %s characters", LONGEST_TEXT));
    }
    add(Token.Kind.TEXT, word, start);
  }

  private void name() {
    int start = at;
    while (at < text.length() && (isLetter(text.charAt(at)) || isDigit(text.charAt(at)))) {
      at++;
    }
    add(Token.Kind.NAME, text.substring(start, at), start);
  }

  /** Reports an amount such as `£1,000` and reads it as it should be written. */
  private void amount() {
    Matcher amount = AMOUNT.matcher(text).region(at, text.length());
    if (!amount.lookingAt()) {
      sign('£');
      return;
    }
    String pounds = String.valueOf(amount.group(1)).replace(",", "");
    problem(
        at,
        Problem.of(ProblemCode.NOT_ALLOWED, "unexpected `%s`", amount.group())
            .withHint("Write `pounds(" + pounds + ")`"));
    boolean inside = isAfter("pounds", "(");
    if (!inside) {
      add(Token.Kind.NAME, "pounds", at);
      add(Token.Kind.SIGN, "(", at);
    }
    add(Token.Kind.NUMBER, pounds, at);
    if (!inside) {
      add(Token.Kind.SIGN, ")", at);
    }
    at = amount.end();
  }

  /** Whether the last two tokens are these. */
  private boolean isAfter(String one, String other) {
    int last = tokens.size() - 1;
    return last > 0 && tokens.get(last - 1).is(one) && tokens.get(last).is(other);
  }

  private void number() {
    int start = at;
    Matcher thousands = THOUSANDS.matcher(text).region(at, text.length());
    // In `isBetween(6,700)` the comma separates two numbers, and `000` is none.
    if (thousands.lookingAt() && (isAfter("pounds", "(") || thousands.group().contains(",0"))) {
      String plain = thousands.group().replace(",", "");
      problem(
          at,
          Problem.of(ProblemCode.NOT_ALLOWED, "the number `%s` has a comma", thousands.group())
              .withHint("Write `" + plain + "`"));
      add(Token.Kind.NUMBER, plain, start);
      at = thousands.end();
      return;
    }
    while (at < text.length()
        && (isDigit(text.charAt(at))
            || (text.charAt(at) == '.'
                && at + 1 < text.length()
                && isDigit(text.charAt(at + 1))))) {
      at++;
    }
    add(Token.Kind.NUMBER, text.substring(start, at), start);
  }

  private void sign(char c) {
    int start = at;
    if (at + 1 < text.length() && DOUBLE_SIGNS.contains(text.substring(at, at + 2))) {
      at += 2;
    } else {
      int code = text.codePointAt(at);
      at += Character.charCount(code);
      if (SIGNS.indexOf(c) < 0) {
        boolean isHidden = Blanks.isBlank(code) || !PrintableText.isVisible(code);
        char next = at < text.length() ? text.charAt(at) : ' ';
        String hint =
            "“”„'‘’`«»".indexOf(c) >= 0
                ? "Maybe `\"`?"
                : c == '%'
                    ? "Write the number alone; the fact says what it counts"
                    : c == '£'
                        ? "Write an amount such as `pounds(1000)`"
                        : c == '-' && !isDigit(next)
                            ? "Is a quote missing?"
                            : isHidden ? SPACE : "";
        problem(
            start,
            (isHidden
                    ? Problem.of(
                        ProblemCode.NOT_ALLOWED, "unexpected character: %s", Blanks.name(code))
                    : Problem.of(
                        ProblemCode.NOT_ALLOWED, "unexpected `%s`", Character.toString(code)))
                .withHint(hint));
        return;
      }
    }
    add(Token.Kind.SIGN, text.substring(start, at), start);
  }

  /** Whether an invisible character starts here; the second half of a character never does. */
  private boolean isInvisible() {
    boolean isSecondHalf = at > 0 && text.codePointBefore(at + 1) > Character.MAX_VALUE;
    return !isSecondHalf && !PrintableText.isVisible(text.codePointAt(at));
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
