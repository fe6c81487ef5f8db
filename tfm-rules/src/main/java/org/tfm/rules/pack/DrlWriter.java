package org.tfm.rules.pack;

import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.tfm.model.programme.Offering;
import org.tfm.model.school.SchoolKind;
import org.tfm.rules.language.TermsWriter;
import org.tfm.rules.language.Vocabulary;

/**
 * Writes a checked rule file for the rule engine.
 *
 * <p>Every name comes from this library and every text has passed the lexer, so nothing in the
 * output can mean more than the parser understood.
 */
final class DrlWriter {

  private static final ImmutableMap<String, String> TYPES =
      ImmutableMap.of(
          "Offering", Offering.class.getName(), "SchoolKind", SchoolKind.class.getName());

  private static final int MOST_IN_A_ROW = 16;

  private DrlWriter() {}

  static String write(RuleFile file) {
    return "package "
        + file.enginePackage()
        + ";\nglobal "
        + TermsWriter.class.getName()
        + " terms;\n"
        + file.rules().stream().map(DrlWriter::rule).collect(Collectors.joining());
  }

  private static String rule(Rule rule) {
    return "rule \""
        + rule.name().text()
        + "\"\nwhen\n"
        + rule.when().stream().map(DrlWriter::pattern).collect(Collectors.joining())
        + "then\n"
        + rule.then().stream().map(e -> expression(e) + ";\n").collect(Collectors.joining())
        + "end\n";
  }

  private static String pattern(Pattern pattern) {
    return TYPES.get(pattern.type().text())
        + "("
        + pattern.conditions().stream()
            .map(condition -> condition(pattern.type().text(), condition))
            .collect(Collectors.joining(", "))
        + ")\n";
  }

  private static String condition(String type, Condition condition) {
    if (condition instanceof Condition.Joined joined) {
      return joined(
          joined.parts().stream().map(part -> condition(type, part)).toList(), joined.all());
    }
    if (condition instanceof Condition.Negated negated) {
      return "!(" + condition(type, negated.part()) + ")";
    }
    if (condition instanceof Condition.Flag flag) {
      return flag.property().text() + " == true";
    }
    Condition.Among among = (Condition.Among) condition;
    String sign = among.negated() ? " != " : " == ";
    return joined(
        among.words().stream().map(word -> among.property().text() + sign + word(word)).toList(),
        among.negated());
  }

  /**
   * Joins the parts in one pair of brackets. Many parts become a balanced tree, because the rule
   * engine parses recursively.
   */
  private static String joined(List<String> parts, boolean all) {
    if (parts.size() <= MOST_IN_A_ROW) {
      return parts.stream().collect(Collectors.joining(all ? " && " : " || ", "(", ")"));
    }
    int half = parts.size() / 2;
    return joined(
        List.of(
            joined(parts.subList(0, half), all), joined(parts.subList(half, parts.size()), all)),
        all);
  }

  private static String word(Token word) {
    return word.kind() == Token.Kind.TEXT ? "\"" + word.text() + "\"" : constant(word.text());
  }

  private static String constant(String name) {
    Enum<?> constant = Words.CONSTANTS.get(name);
    return constant == null ? name : constant.getDeclaringClass().getName() + "." + constant.name();
  }

  private static String expression(Expression expression) {
    if (expression instanceof Expression.Text text) {
      return "\"" + ascii(text.at().text()) + "\"";
    }
    if (expression instanceof Expression.Figure number) {
      return number.at().text();
    }
    if (expression instanceof Expression.Name name) {
      return constant(name.at().text());
    }
    Expression.Call call = (Expression.Call) expression;
    return call.on().map(DrlWriter::expression).orElse(Vocabulary.class.getName())
        + "."
        + call.at().text()
        + arguments(call.arguments());
  }

  /** Escapes other characters than ASCII: the rule engine reads in the platform's encoding. */
  private static String ascii(String text) {
    return text.chars()
        .mapToObj(c -> c < 128 ? Character.toString(c) : String.format(Locale.ROOT, "\\u%04x", c))
        .collect(Collectors.joining());
  }

  private static String arguments(List<Expression> arguments) {
    return arguments.stream()
        .map(DrlWriter::expression)
        .collect(Collectors.joining(", ", "(", ")"));
  }
}
