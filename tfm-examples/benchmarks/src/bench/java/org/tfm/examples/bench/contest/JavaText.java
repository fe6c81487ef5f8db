package org.tfm.examples.bench.contest;

import static java.util.stream.Collectors.joining;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/** Writes conditions as Java expressions over the fields of an {@link Applicant} or of a person. */
final class JavaText {

  private JavaText() {}

  /**
   * Returns the expression; {@code of} is the prefix of every field, such as {@code a.} or empty.
   */
  static String of(Condition condition, String of) {
    if (condition instanceof Condition.Constant constant) {
      return Boolean.toString(constant.holds());
    }
    if (condition instanceof Condition.Given given) {
      return isPerson(given.property())
          ? person(given.property()) + ".isPresent()"
          : of + given.property().name() + " != null";
    }
    if (condition instanceof Condition.Yes yes) {
      return value(of, yes.property());
    }
    if (condition instanceof Condition.Word word) {
      return any(word.words().stream().map(w -> word(of, word.property(), w)).toList(), " || ");
    }
    if (condition instanceof Condition.Includes includes) {
      return any(
          includes.words().stream().map(w -> contains(of, includes.property(), w)).toList(),
          includes.all() ? " && " : " || ");
    }
    if (condition instanceof Condition.AtLeast atLeast) {
      return compared(of, atLeast.property(), ">=", atLeast.number());
    }
    if (condition instanceof Condition.AtMost atMost) {
      return compared(of, atMost.property(), "<=", atMost.number());
    }
    if (condition instanceof Condition.Open) {
      return of + "releaseOpen";
    }
    if (condition instanceof Condition.Special) {
      return of + "establishmentType.provision() == ProvisionType.SPECIAL";
    }
    if (condition instanceof Condition.StateByType) {
      return of + "establishmentType.funding() == Funding.STATE";
    }
    if (condition instanceof Condition.TypeGiven) {
      return of + "establishmentType != null";
    }
    if (condition instanceof Condition.PeopleGiven) {
      return of + "isPeopleGiven()";
    }
    if (condition instanceof Condition.People people) {
      return of
          + (people.every() ? "every(p -> " : "some(p -> ")
          + of(people.condition(), "")
          + ")";
    }
    if (condition instanceof Condition.And and) {
      return any(and.parts().stream().map(part -> of(part, of)).toList(), " && ");
    }
    if (condition instanceof Condition.Or or) {
      return any(or.parts().stream().map(part -> of(part, of)).toList(), " || ");
    }
    return "!(" + of(((Condition.Not) condition).condition(), of) + ")";
  }

  private static String any(List<String> parts, String joiner) {
    return parts.size() == 1 ? parts.get(0) : parts.stream().collect(joining(joiner, "(", ")"));
  }

  static boolean isPerson(Property property) {
    return Policy.ofPerson(property.fact());
  }

  /** The optional value of a person's property. */
  static String person(Property property) {
    return property.fact().id().equals("teacher")
        ? "Layout.teacher(p)"
        : "p." + property.name() + "()";
  }

  private static String value(String of, Property property) {
    return isPerson(property) ? person(property) + ".get()" : of + property.name();
  }

  /** The Java type of a property that is an enum. */
  static String enumType(Property property) {
    return switch (property.fact().id()) {
      case "phase" -> "Phase";
      case "country" -> "Country";
      default -> "EstablishmentType";
    };
  }

  private static String word(String of, Property property, String word) {
    return property.form() == Property.Form.ENUM
        ? of + property.name() + " == " + enumType(property) + "." + word
        : of + property.name() + ".equals(\"" + word + "\")";
  }

  private static String contains(String of, Property property, String word) {
    return value(of, property)
        + ".contains("
        + (property.form() == Property.Form.ROLES ? "Role." + word : "\"" + word + "\"")
        + ")";
  }

  private static String compared(String of, Property property, String how, BigDecimal number) {
    return switch (property.form()) {
      case COUNT -> value(of, property) + " " + how + " " + number.intValueExact();
      case HALF_DAYS ->
          value(of, property)
              + (isPerson(property) ? ".halfDays() " : " ")
              + how
              + " "
              + number.add(number).intValueExact();
      default -> value(of, property) + ".compareTo(" + constant(number) + ") " + how + " 0";
    };
  }

  /** The name of a constant that holds a number. */
  static String constant(BigDecimal number) {
    return "N" + number.toPlainString().replace('.', '_');
  }

  /** The decimal numbers that a condition compares with. */
  static Stream<BigDecimal> numbers(Condition condition) {
    if (condition instanceof Condition.AtLeast atLeast) {
      return Stream.of(atLeast.number());
    }
    if (condition instanceof Condition.AtMost atMost) {
      return Stream.of(atMost.number());
    }
    if (condition instanceof Condition.People people) {
      return numbers(people.condition());
    }
    if (condition instanceof Condition.And and) {
      return and.parts().stream().flatMap(JavaText::numbers);
    }
    if (condition instanceof Condition.Or or) {
      return or.parts().stream().flatMap(JavaText::numbers);
    }
    return condition instanceof Condition.Not not ? numbers(not.condition()) : Stream.empty();
  }
}
