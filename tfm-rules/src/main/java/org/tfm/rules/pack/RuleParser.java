package org.tfm.rules.pack;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tfm.model.problem.DidYouMean;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;
import org.tfm.rules.pack.Token.Kind;

/**
 * Parses a rule file of language version 2.
 *
 * <pre>
 * file      = "package" name { "." name } [";"] { rule }
 * rule      = "rule" text { "@" name "(" text ")" } "when" { pattern } "then" { chain ";" } "end"
 * pattern   = name "(" [ condition { "," condition } ] ")"
 * condition = and { "||" and }        and = not { "&amp;&amp;" not }
 * not       = "!" not | "(" condition ")" | name [ ("==" | "!=") word | ["not"] "in" "(" words ")" ]
 * word      = name | text
 * chain     = "terms" call { call }   call = "." name "(" [ argument { "," argument } ] ")"
 * argument  = text | number | name | name "(" [ arguments ] ")" { call } | chain
 * </pre>
 *
 * <p>Text outside this grammar does not load. After a mistake the parser continues with the next
 * rule, so it reports the mistakes of all rules together.
 */
final class RuleParser {

  static final int MOST_RULES = 1_000;
  static final int MOST_WORDS = 2_000;
  static final int DEEPEST = 12;

  /** The most calls in a chain, so that recursion here and in the rule engine stays shallow. */
  static final int MOST_CALLS = 60;

  /** The words that people write after a number, but that stand before it. */
  private static final Set<String> AMOUNTS = Set.of("days", "halfDays", "pounds");

  private static final Set<String> KEYWORDS = Set.of("rule", "when", "then", "end", "package");

  /** Ends the parsing of a rule; the problem is reported where it is thrown. */
  private static final class Mistake extends Exception {
    private static final long serialVersionUID = 1L;

    Mistake() {
      super("reported", null, false, false);
    }
  }

  private final String file;
  private final ImmutableList<Token> words;
  private final Problems problems;
  private int at;

  private RuleParser(String file, ImmutableList<Token> words, Problems problems) {
    this.file = file;
    this.words = words;
    this.problems = problems;
  }

  /** Parses as much of the file as possible and adds its mistakes to the problems. */
  static RuleFile parse(String file, String text, Problems problems) {
    return new RuleParser(file, Lexer.words(file, text, problems), problems).file();
  }

  private RuleFile file() {
    String name = "";
    try {
      name = packageName();
    } catch (Mistake e) {
      skipToRule();
    }
    List<Rule> rules = new ArrayList<>();
    while (peek().kind() != Kind.END) {
      if (!peek().is("rule")) {
        problems.add(
            peek(),
            file,
            Problem.of(ProblemCode.MALFORMED, "unexpected %s; expected `rule`", peek().shown())
                .withHint(
                    KEYWORDS.contains(peek().text())
                        ? ""
                        : DidYouMean.hint(peek().text(), KEYWORDS)));
        next();
        skipToRule();
        continue;
      }
      try {
        rules.add(rule());
      } catch (Mistake e) {
        skipToRule();
      }
      if (rules.size() > MOST_RULES) {
        problems.add(
            peek(),
            file,
            Problem.of(ProblemCode.TOO_MUCH, "the file has more than %s rules", MOST_RULES));
        break;
      }
    }
    return new RuleFile(file, name, ImmutableList.copyOf(rules));
  }

  private Token peek() {
    return words.get(at);
  }

  private Token next() {
    Token word = words.get(at);
    if (word.kind() != Kind.END) {
      at++;
    }
    return word;
  }

  private boolean accept(String sign) {
    if (peek().is(sign)) {
      at++;
      return true;
    }
    return false;
  }

  private Token expect(String sign) throws Mistake {
    if (!peek().is(sign)) {
      throw mistake("expected `" + sign + "`", hint(sign));
    }
    return next();
  }

  /** A hint for a mistyped keyword; empty for a missing bracket. */
  private String hint(String expected) {
    return peek().kind() == Kind.NAME && KEYWORDS.contains(expected)
        ? DidYouMean.hint(peek().text(), List.of(expected))
        : "";
  }

  private Token expect(Kind kind, String what) throws Mistake {
    if (peek().kind() != kind) {
      throw mistake("expected " + what, "");
    }
    return next();
  }

  private Mistake mistake(String expected, String hint) {
    problems.add(
        peek(),
        file,
        Problem.of(ProblemCode.MALFORMED, "unexpected %s; " + expected, peek().shown())
            .withHint(hint));
    return new Mistake();
  }

  /** Skips to the next start of a rule: `rule` followed by a text. */
  private void skipToRule() {
    while (peek().kind() != Kind.END
        && !(peek().is("rule") && words.get(at + 1).kind() == Kind.TEXT)) {
      at++;
    }
  }

  private String packageName() throws Mistake {
    expect("package");
    StringBuilder name = new StringBuilder(expect(Kind.NAME, "the name of the package").text());
    while (accept(".")) {
      name.append('.').append(expect(Kind.NAME, "a part of the package's name").text());
    }
    accept(";");
    return name.toString();
  }

  private Rule rule() throws Mistake {
    int first = at;
    Token start = expect("rule");
    Token name = expect(Kind.TEXT, "the name of the rule in quotes");
    Map<String, Token> annotations = new LinkedHashMap<>();
    while (accept("@")) {
      Token annotation = expect(Kind.NAME, "the name of an annotation, such as `Cites`");
      expect("(");
      Token value = expect(Kind.TEXT, "a text in quotes");
      expect(")");
      if (annotations.put(annotation.text(), value) != null) {
        problems.add(
            annotation,
            file,
            Problem.of(ProblemCode.DUPLICATE, "`@%s` appears twice", annotation.text()));
      }
    }
    expect("when");
    ImmutableList.Builder<Pattern> when = ImmutableList.builder();
    while (!peek().is("then")) {
      when.add(pattern());
    }
    expect("then");
    ImmutableList.Builder<Expression> then = ImmutableList.builder();
    while (!peek().is("end")) {
      then.add(statement());
    }
    expect("end");
    if (at - first > MOST_WORDS) {
      problems.add(
          start,
          file,
          Problem.of(ProblemCode.TOO_MUCH, "the rule is longer than %s words", MOST_WORDS)
              .withHint("Split it into two rules"));
      throw new Mistake();
    }
    return new Rule(start, name, ImmutableMap.copyOf(annotations), when.build(), then.build());
  }

  private Pattern pattern() throws Mistake {
    if (peek().kind() != Kind.NAME
        || KEYWORDS.contains(peek().text())
        || !words.get(at + 1).is("(")) {
      throw mistake("expected `Offering(…)`, `SchoolKind(…)` or `then`", hint("then"));
    }
    Token type = next();
    expect("(");
    ImmutableList.Builder<Condition> conditions = ImmutableList.builder();
    if (!peek().is(")")) {
      do {
        conditions.add(condition(0));
      } while (accept(","));
    }
    expect(")");
    accept(";");
    return new Pattern(type, conditions.build());
  }

  private Condition condition(int depth) throws Mistake {
    return joined("||", false, depth);
  }

  private Condition joined(String sign, boolean all, int depth) throws Mistake {
    List<Condition> parts = new ArrayList<>();
    do {
      parts.add(all ? unary(depth) : joined("&&", true, depth));
    } while (accept(sign));
    return parts.size() == 1
        ? parts.get(0)
        : new Condition.Joined(all, ImmutableList.copyOf(parts));
  }

  private Condition unary(int depth) throws Mistake {
    if (depth > DEEPEST) {
      throw mistake("brackets are nested too deeply", "");
    }
    if (accept("!")) {
      return new Condition.Negated(unary(depth + 1));
    }
    if (accept("(")) {
      Condition inner = condition(depth + 1);
      expect(")");
      return inner;
    }
    Token property = expect(Kind.NAME, "a property such as `type` or `special`");
    if (peek().is("==") || peek().is("!=")) {
      boolean negated = next().is("!=");
      return new Condition.Among(property, negated, ImmutableList.of(word()));
    }
    if (peek().is("=")) {
      throw mistake("expected `==`", "Maybe `==`?");
    }
    boolean negated = accept("not");
    if (negated || peek().is("in")) {
      expect("in");
      expect("(");
      ImmutableList.Builder<Token> among = ImmutableList.builder();
      do {
        among.add(word());
      } while (accept(","));
      expect(")");
      return new Condition.Among(property, negated, among.build());
    }
    return new Condition.Flag(property);
  }

  private Token word() throws Mistake {
    if (peek().kind() != Kind.TEXT && peek().kind() != Kind.NAME) {
      throw mistake("expected a word such as `PRIMARY` or a text in quotes", "");
    }
    return next();
  }

  private Expression statement() throws Mistake {
    if (!peek().is("terms")) {
      throw mistake(
          "expected `terms` or `end`", DidYouMean.hint(peek().text(), List.of("terms", "end")));
    }
    Expression chain = calls(new Expression.Name(next()), 0);
    if (!(chain instanceof Expression.Call)) {
      throw mistake("expected `.` and the kind of term, such as `eligibility`", "");
    }
    expect(";");
    return chain;
  }

  private Expression calls(Expression first, int depth) throws Mistake {
    Expression chain = first;
    int calls = 0;
    while (accept(".")) {
      if (++calls > MOST_CALLS) {
        throw mistake("a sentence has at most " + MOST_CALLS + " words joined by `.`", "");
      }
      Token name = expect(Kind.NAME, "a word of the vocabulary");
      chain = new Expression.Call(name, Optional.of(chain), arguments(depth));
    }
    return chain;
  }

  private ImmutableList<Expression> arguments(int depth) throws Mistake {
    if (depth > DEEPEST) {
      throw mistake("brackets are nested too deeply", "");
    }
    expect("(");
    ImmutableList.Builder<Expression> arguments = ImmutableList.builder();
    if (!peek().is(")")) {
      do {
        arguments.add(argument(depth + 1));
      } while (accept(","));
    }
    expect(")");
    return arguments.build();
  }

  private Expression argument(int depth) throws Mistake {
    return switch (peek().kind()) {
      case TEXT -> new Expression.Text(next());
      case NUMBER -> {
        Token number = next();
        if (AMOUNTS.contains(peek().text())) {
          throw mistake("expected `" + peek().text() + "(" + number.text() + ")`", "");
        }
        yield new Expression.Figure(number);
      }
      case NAME -> {
        Token name = next();
        yield peek().is("(")
            ? calls(new Expression.Call(name, Optional.empty(), arguments(depth)), depth)
            : calls(new Expression.Name(name), depth);
      }
      default -> throw mistake("expected a word, a number or a text in quotes", "");
    };
  }
}
