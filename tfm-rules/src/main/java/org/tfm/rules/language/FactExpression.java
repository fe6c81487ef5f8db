package org.tfm.rules.language;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tfm.model.criterion.Confirmed;
import org.tfm.model.criterion.Criterion;
import org.tfm.model.criterion.During;
import org.tfm.model.criterion.Fact;
import org.tfm.model.criterion.FactKind;
import org.tfm.model.criterion.Includes;
import org.tfm.model.criterion.Members;
import org.tfm.model.criterion.Moment;
import org.tfm.model.criterion.OneOf;
import org.tfm.model.criterion.Provided;
import org.tfm.model.criterion.Unstated;
import org.tfm.model.criterion.Within;
import org.tfm.model.document.Facts;
import org.tfm.model.problem.Blanks;
import org.tfm.model.problem.DidYouMean;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;
import org.tfm.model.programme.Ids;
import org.tfm.model.programme.ReleaseTime;
import org.tfm.model.style.Internal;

/**
 * A fact that a rule asks about, before it is compared.
 *
 * <p>Every comparison throws {@link IllegalArgumentException} if it does not suit the kind of fact.
 *
 * @hidden
 */
@Internal
public final class FactExpression {

  /** A description of each kind of fact, and the words that compare it. */
  private static final ImmutableMap<FactKind, String> COMPARED =
      ImmutableMap.of(
          FactKind.YES_NO, "answered with yes or no; expected `isConfirmed`",
          FactKind.NUMBER, "a number; expected `isAtLeast`, `isAtMost`, `isBetween` or `isExactly`",
          FactKind.CHOICE, "one word; expected `is` or `in`",
          FactKind.CHOICES, "a list; expected `includesAny` or `includesAll`",
          FactKind.DAY, "a day; expected `isBy`, `isFrom` or `isBetween` with days",
          FactKind.TEXT, "a text; expected `isProvided`");

  /** An example of a name, for the facts whose names are not those of places. */
  private static final ImmutableMap<Fact, String> EXAMPLES =
      ImmutableMap.of(
          Facts.URN, "100008", Facts.SESSION_VENUE, "Park School", Facts.SESSION_KIND, "maths");

  private static final ImmutableSet<Fact> PERCENTAGES =
      ImmutableSet.of(Facts.ATTENDANCE, Facts.FREE_MEAL_SHARE);

  private final Fact fact;

  FactExpression(Fact fact) {
    this.fact = fact;
  }

  /** The fact. */
  Fact fact() {
    return fact;
  }

  /** Returns the criterion that the fact has this value. */
  public Criterion is(Enum<?> word) {
    return new OneOf(of(FactKind.CHOICE), choices(word));
  }

  /** Returns the criterion that the fact has this value. */
  public Criterion is(String word) {
    return new OneOf(of(FactKind.CHOICE), words(word));
  }

  /** Returns the criterion that the fact has one of these values. */
  public Criterion in(Enum<?>... words) {
    return new OneOf(of(FactKind.CHOICE), choices(words));
  }

  /** Returns the criterion that the fact has one of these values. */
  public Criterion in(String... words) {
    return new OneOf(of(FactKind.CHOICE), words(words));
  }

  /** Returns the criterion that the list includes at least one of these values. */
  public Criterion includesAny(Enum<?>... words) {
    return new Includes(of(FactKind.CHOICES), names(words), false);
  }

  /** Returns the criterion that the list includes at least one of these values. */
  public Criterion includesAny(String... words) {
    return new Includes(of(FactKind.CHOICES), words(words), false);
  }

  /** Returns the criterion that the list includes all of these values. */
  public Criterion includesAll(Enum<?>... words) {
    return new Includes(of(FactKind.CHOICES), names(words), true);
  }

  /** Returns the criterion that the list includes all of these values. */
  public Criterion includesAll(String... words) {
    return new Includes(of(FactKind.CHOICES), words(words), true);
  }

  /** Returns the fact if it is of this kind, which the comparison needs. */
  private Fact of(FactKind needed) {
    if (fact.kind() == needed) {
      return fact;
    }
    throw new IllegalArgumentException(
        WrittenFacts.written(fact) + " is " + COMPARED.get(fact.kind()));
  }

  /** Returns the texts: URNs, names, choices of a pack, or else ids. */
  private ImmutableSet<String> words(String... words) {
    if (fact.equals(Facts.URN)) {
      Arrays.stream(words).forEach(FactExpression::checkUrn);
    } else if (fact.choices().isEmpty() && !fact.isName()) {
      for (String word : words) {
        Ids.check("value of " + WrittenFacts.written(fact), word);
      }
    }
    return checked(ImmutableSet.copyOf(words));
  }

  /** Rejects words that are blank, or not choices of the fact. */
  private ImmutableSet<String> checked(ImmutableSet<String> words) {
    for (String word : words) {
      if (Blanks.isBlank(word)) {
        throw new IllegalArgumentException(
            WrittenFacts.written(fact) + " is compared with an empty name");
      }
      if (!fact.choices().isEmpty() && !fact.choices().contains(word)) {
        throw new InvalidInputException(
            Problem.of(
                    ProblemCode.UNKNOWN_WORD,
                    "`%s` is not a choice of %s",
                    word,
                    WrittenFacts.written(fact))
                .withHint(DidYouMean.hint(word, fact.choices())));
      }
    }
    return words;
  }

  private static void checkUrn(String urn) {
    if (!urn.matches("[1-9][0-9]{4,5}")) {
      throw new IllegalArgumentException(
          "`" + urn + "` is not a URN; expected a text of five or six digits such as `\"100008\"`");
    }
  }

  private ImmutableSet<String> choices(Enum<?>... words) {
    if (fact.isName()) {
      throw new IllegalArgumentException(
          WrittenFacts.written(fact)
              + " is a name; expected a text such as `\""
              + EXAMPLES.getOrDefault(fact, "Cumbria")
              + "\"`");
    }
    return names(words);
  }

  private ImmutableSet<String> names(Enum<?>[] words) {
    return checked(Arrays.stream(words).map(Enum::name).collect(ImmutableSet.toImmutableSet()));
  }

  /** Returns the criterion that the number is at least this. */
  public Criterion isAtLeast(int number) {
    return within(number, null);
  }

  /** Returns the criterion that the time is at least this. */
  public Criterion isAtLeast(ReleaseTime time) {
    return new Within(of(FactKind.NUMBER), Optional.of(amount(time)), Optional.empty());
  }

  /** Returns the criterion that the length is at least this. */
  public Criterion isAtLeast(Hours length) {
    return withinHours(Optional.of(length), Optional.empty());
  }

  /** Returns the criterion that the number is at most this. */
  public Criterion isAtMost(int number) {
    return within(null, number);
  }

  /** Returns the criterion that the time is at most this. */
  public Criterion isAtMost(ReleaseTime time) {
    return new Within(of(FactKind.NUMBER), Optional.empty(), Optional.of(amount(time)));
  }

  /** Returns the criterion that the length is at most this. */
  public Criterion isAtMost(Hours length) {
    return withinHours(Optional.empty(), Optional.of(length));
  }

  /** Returns the criterion that the number is in this range, both ends included. */
  public Criterion isBetween(int least, int most) {
    return within(least, most);
  }

  /** Returns the criterion that the time is in this range, both ends included. */
  @SinceLanguage(2)
  public Criterion isBetween(ReleaseTime least, ReleaseTime most) {
    return new Within(of(FactKind.NUMBER), Optional.of(amount(least)), Optional.of(amount(most)));
  }

  /** Returns the criterion that the length is in this range, both ends included. */
  @SinceLanguage(2)
  public Criterion isBetween(Hours least, Hours most) {
    return withinHours(Optional.of(least), Optional.of(most));
  }

  /** Returns the criterion that the number is exactly this. */
  public Criterion isExactly(int number) {
    return within(number, number);
  }

  /** Returns the criterion that the time is exactly this. */
  public Criterion isExactly(ReleaseTime time) {
    return new Within(of(FactKind.NUMBER), Optional.of(amount(time)), Optional.of(amount(time)));
  }

  /** Returns the criterion that the length is exactly this. */
  public Criterion isExactly(Hours length) {
    return withinHours(Optional.of(length), Optional.of(length));
  }

  /** Returns the criterion that the share is the whole. */
  @SinceLanguage(2)
  public Criterion isAll() {
    if (fact.equals(Facts.ATTENDANCE)) {
      return new Confirmed(Facts.ATTENDED_ALL);
    }
    throw new IllegalArgumentException(
        "`isAll` does not suit " + WrittenFacts.written(fact) + "; it follows `attendance()` only");
  }

  /** Returns the criterion on the same length in hours. */
  private Criterion withinHours(Optional<Hours> least, Optional<Hours> most) {
    if (fact.equals(Facts.SESSION_DAYS)) {
      return new Within(
          Facts.SESSION_HOURS,
          least.map(Hours::ofOneDay).map(Hours::number),
          most.map(Hours::ofOneDay).map(Hours::number));
    }
    if (fact.equals(Facts.SESSION_TIME_DAYS)) {
      return new Within(
          Facts.SESSION_TIME_HOURS, least.map(Hours::number), most.map(Hours::number));
    }
    throw new IllegalArgumentException(
        WrittenFacts.written(fact)
            + " is not measured in hours; expected `sessionLength()` or `sessionTime()`");
  }

  private Criterion within(@Nullable Integer least, @Nullable Integer most) {
    checkUnit(least == null ? most : least);
    checkShare(least);
    checkShare(most);
    return new Within(
        of(FactKind.NUMBER),
        Optional.ofNullable(least).map(BigDecimal::valueOf),
        Optional.ofNullable(most).map(BigDecimal::valueOf));
  }

  /** Rejects a plain number for a time that can be meant in days or in another unit. */
  private void checkUnit(@Nullable Integer number) {
    if (fact.equals(Facts.RELEASE_OUTSIDE_MEETINGS)) {
      throw new IllegalArgumentException(
          "%s is a time, so `%s` needs a unit; expected `days(%s)` or `halfDays(%s)`"
              .formatted(WrittenFacts.written(fact), number, number, number));
    }
    if (fact.equals(Facts.SESSION_DAYS) || fact.equals(Facts.SESSION_TIME_DAYS)) {
      throw new IllegalArgumentException(
          "%s is a time, so `%s` needs a unit; expected `days(%s)` or `hours(%s)`"
              .formatted(WrittenFacts.written(fact), number, number, number));
    }
  }

  private void checkShare(@Nullable Integer bound) {
    if (bound != null && bound > 100 && PERCENTAGES.contains(fact)) {
      throw new IllegalArgumentException(
          "`"
              + bound
              + "` is not a percentage; expected 0 to 100"
              + (fact.equals(Facts.ATTENDANCE) ? ", or `isAll()`" : ""));
    }
  }

  /** Converts the time to the unit of the fact. */
  private BigDecimal amount(ReleaseTime time) {
    return switch (fact.unit().orElse("")) {
      case "day" -> time.days();
      case "half-day" -> BigDecimal.valueOf(time.halfDays());
      default ->
          throw new IllegalArgumentException(
              WrittenFacts.written(fact) + " is not a time; compare it with a plain number");
    };
  }

  /**
   * Returns the number of those that meet a condition, if the fact is a number of people, schools
   * or sessions that are listed.
   */
  @SinceLanguage(2)
  public CountExpression where(Criterion condition) {
    for (Members members : Members.values()) {
      if (Facts.counting(members).equals(fact)) {
        return new CountExpression(members, condition);
      }
    }
    throw new IllegalArgumentException(
        WrittenFacts.written(fact)
            + " is not a list; expected `leadParticipants().where(…)`, `schools().where(…)`"
            + " or `sessions().where(…)`");
  }

  /**
   * Returns the criterion that the day is at most this, such as {@code 2025-05-23}, or the time at
   * most this, such as {@code 2025-05-23 17:00}.
   */
  @SinceLanguage(2)
  public Criterion isBy(String last) {
    return new During(of(FactKind.DAY), Optional.empty(), Optional.of(moment(last)));
  }

  /** Returns the criterion that the day, or the time, is at least this. */
  @SinceLanguage(2)
  public Criterion isFrom(String first) {
    return new During(of(FactKind.DAY), Optional.of(moment(first)), Optional.empty());
  }

  /** Returns the criterion that the day, or the time, is in this period, both ends included. */
  @SinceLanguage(2)
  public Criterion isBetween(String first, String last) {
    return new During(of(FactKind.DAY), Optional.of(moment(first)), Optional.of(moment(last)));
  }

  private Moment moment(String text) {
    Moment moment = Moment.parse(text);
    if (moment.time().isPresent() && fact.kind() == FactKind.DAY && !fact.hasTime()) {
      throw new InvalidInputException(
          Problem.of(
              ProblemCode.INVALID_VALUE,
              "%s has no time; expected a day such as `%s`",
              WrittenFacts.written(fact),
              moment.day()));
    }
    return moment;
  }

  /** Returns the criterion that the answer is yes. */
  public Criterion isConfirmed() {
    return new Confirmed(of(FactKind.YES_NO));
  }

  /** Returns the criterion that the fact has a value, whatever the value is. */
  public Criterion isProvided() {
    return new Provided(fact);
  }

  /** Returns the criterion of a policy that sets a condition on the fact but gives no figure. */
  public Criterion isUnstated() {
    return new Unstated(fact);
  }
}
