package org.tfm.examples.bench.contest;

import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableSet;
import java.math.BigDecimal;
import java.util.List;

/** Writes conditions in a rule language, with the names of an {@link Applicant}'s beans. */
public abstract class Language {

  private final String and;
  private final String or;

  /** Creates a language with these words between the parts of a condition. */
  protected Language(String and, String or) {
    this.and = and;
    this.or = or;
  }

  /** The condition in the language. */
  public final String of(Condition condition) {
    return text(Normal.of(condition), "");
  }

  /** Returns the same condition with negations of single comparisons only. */
  protected static Condition normal(Condition condition) {
    return Normal.of(condition);
  }

  private String text(Condition condition, String of) {
    if (condition instanceof Condition.And and) {
      return joined(and.parts(), this.and, of);
    }
    if (condition instanceof Condition.Or or) {
      return joined(or.parts(), this.or, of);
    }
    if (condition instanceof Condition.People people) {
      return people(people, text(people.condition(), person()));
    }
    boolean holds = !(condition instanceof Condition.Not);
    return leaf(condition instanceof Condition.Not not ? not.condition() : condition, of, holds);
  }

  private String joined(List<Condition> parts, String joiner, String of) {
    return parts.stream().map(part -> text(part, of)).collect(joining(joiner, "(", ")"));
  }

  private String leaf(Condition leaf, String of, boolean holds) {
    if (leaf instanceof Condition.Constant constant) {
      return Boolean.toString(constant.holds() == holds);
    }
    if (leaf instanceof Condition.Given given) {
      return given(of + given.property().name(), holds);
    }
    if (leaf instanceof Condition.Yes yes) {
      return flag(of + yes.property().name(), holds);
    }
    if (leaf instanceof Condition.Word word) {
      return word(of + word.property().name(), word.words(), holds);
    }
    if (leaf instanceof Condition.Includes includes) {
      return includes.words().stream()
          .map(one -> includes(of + includes.property().name(), one, holds))
          .collect(joining(includes.all() == holds ? and : or, "(", ")"));
    }
    if (leaf instanceof Condition.AtLeast atLeast) {
      return of + atLeast.property().name() + (holds ? " >= " : " < ") + number(atLeast.number());
    }
    if (leaf instanceof Condition.AtMost atMost) {
      return of + atMost.property().name() + (holds ? " <= " : " > ") + number(atMost.number());
    }
    if (leaf instanceof Condition.Open) {
      return flag("releaseOpen", holds);
    }
    if (leaf instanceof Condition.Special) {
      return flag("special", holds);
    }
    if (leaf instanceof Condition.StateByType) {
      return flag("stateByType", holds);
    }
    return leaf instanceof Condition.TypeGiven
        ? given("establishmentType", holds)
        : peopleGiven(holds);
  }

  /** The prefix of a person's property. */
  protected abstract String person();

  /** Whether a property is known or unknown. */
  protected abstract String given(String name, boolean holds);

  /** Whether a property is true or false. */
  protected abstract String flag(String name, boolean holds);

  /** Whether a property is, or is not, one of these words. */
  protected abstract String word(String name, ImmutableSet<String> words, boolean holds);

  /** Whether a property includes a word or not. */
  protected abstract String includes(String name, String word, boolean holds);

  /** A number in the language. */
  protected abstract String number(BigDecimal number);

  /** Whether people are named or not. */
  protected abstract String peopleGiven(boolean holds);

  /** Whether a condition holds for all, or at least one, of the people. */
  protected abstract String people(Condition.People people, String each);

  /** Words as literals. */
  protected static String literals(ImmutableSet<String> words) {
    return words.stream().map(Writer::quoted).collect(joining(", "));
  }
}
