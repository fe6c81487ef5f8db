package org.tfm.model.criterion;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.google.common.collect.ImmutableSet;
import java.math.BigDecimal;
import org.tfm.model.json.TfmJson;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.PrintableText;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;
import org.tfm.model.style.Internal;

/** The value of a fact. Immutable. */
@TfmJson.Strict
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(Value.YesNo.class),
  @JsonSubTypes.Type(Value.Quantity.class),
  @JsonSubTypes.Type(Value.Words.class),
  @JsonSubTypes.Type(Value.WordsSoFar.class),
  @JsonSubTypes.Type(Value.Day.class),
  @JsonSubTypes.Type(Value.Given.class)
})
public sealed interface Value {

  /** Formats the value in plain English, in the unit of its fact. */
  String text(Fact fact);

  /**
   * An answer to a yes/no question. For a fact with a day, “no” means that there is no such day.
   *
   * @param yes the answer
   * @param why the values that it is derived from, such as {@code 11 of 12 teachers}; empty if it
   *     was given directly
   */
  @JsonTypeName("yes-no")
  record YesNo(@JsonProperty(required = true) boolean yes, String why) implements Value {
    /** Rejects null. */
    public YesNo {
      requireNonNull(why, "why");
    }

    /** Returns an answer that was given directly. */
    public static YesNo of(boolean yes) {
      return new YesNo(yes, "");
    }

    @Override
    public String text(Fact fact) {
      return (yes ? "yes" : "no") + (why.isEmpty() ? "" : " (" + PrintableText.text(why) + ")");
    }
  }

  /**
   * A number.
   *
   * @param amount the number
   * @param open whether the number is a lower bound, because a part of the sum is not given
   */
  @JsonTypeName("number")
  record Quantity(BigDecimal amount, @JsonProperty(required = true) boolean open) implements Value {

    /**
     * Normalises the number, so that equal values are equal.
     *
     * @throws InvalidInputException if it has more than 20 digits
     */
    public Quantity {
      requireNonNull(amount, "amount");
      if (!isShort(amount)) {
        throw new InvalidInputException(
            Problem.of(ProblemCode.TOO_MUCH, "the number has more than %s digits", MOST_DIGITS));
      }
      amount = plain(amount);
    }

    /** The limit of the digits of a number, and of those before and after its point. */
    private static final int MOST_DIGITS = 20;

    /**
     * Whether a number has at most 20 digits; calculating with others would be expensive.
     *
     * @hidden
     */
    @Internal
    public static boolean isShort(BigDecimal number) {
      requireNonNull(number, "number");
      // Without the absolute value, which the lowest scale does not have.
      return number.precision() <= MOST_DIGITS
          && number.scale() <= MOST_DIGITS
          && number.scale() >= -MOST_DIGITS;
    }

    /** Normalises a number: 10, never 10.0 or 1E+1. */
    public static BigDecimal plain(BigDecimal number) {
      requireNonNull(number, "number");
      if (number.scale() == 0) {
        return number;
      }
      BigDecimal stripped = number.stripTrailingZeros();
      return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** Returns exactly this number. */
    public static Quantity of(long amount) {
      return of(BigDecimal.valueOf(amount));
    }

    /** Returns exactly this number. */
    public static Quantity of(BigDecimal amount) {
      requireNonNull(amount, "amount");
      return new Quantity(amount, false);
    }

    @Override
    public String text(Fact fact) {
      return open ? fact.amount(amount) + " so far" : fact.amount(amount);
    }
  }

  /**
   * Words of a list.
   *
   * @param words the words, in the order given
   */
  @JsonTypeName("words")
  record Words(ImmutableSet<String> words) implements Value {
    /** Rejects null. */
    public Words {
      requireNonNull(words, "words");
    }

    /** Returns a single word. */
    public static Words of(Enum<?> word) {
      requireNonNull(word, "word");
      return new Words(ImmutableSet.of(word.name()));
    }

    @Override
    public String text(Fact fact) {
      return fact.words(words, "and");
    }
  }

  /**
   * Words that certainly belong to a list, to which others may belong, because a part is not given.
   *
   * @param words the words, in the order given
   */
  @JsonTypeName("words-so-far")
  record WordsSoFar(ImmutableSet<String> words) implements Value {
    /** Rejects null. */
    public WordsSoFar {
      requireNonNull(words, "words");
    }

    @Override
    public String text(Fact fact) {
      return fact.words(words, "and") + " so far";
    }
  }

  /**
   * A day, or a time of a day.
   *
   * @param moment the day, and the time if it is known
   */
  @JsonTypeName("day")
  record Day(Moment moment) implements Value {
    /** Rejects null. */
    public Day {
      requireNonNull(moment, "moment");
    }

    @Override
    public String text(Fact fact) {
      return (moment.time().isPresent() ? "at " : "on ") + moment.text();
    }
  }

  /** A text that was given, without its contents. */
  @JsonTypeName("given")
  record Given() implements Value {

    @Override
    public String text(Fact fact) {
      return "given";
    }
  }
}
