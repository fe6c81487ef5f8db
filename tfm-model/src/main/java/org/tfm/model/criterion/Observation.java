package org.tfm.model.criterion;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Optional;
import org.tfm.model.json.TfmJson;
import org.tfm.model.style.Internal;

/**
 * The value of a fact, as read from a document.
 *
 * <p>Immutable and thread-safe.
 *
 * @param fact the id of the fact
 * @param of the member that it is about, such as {@code lead participant 2}; empty for the document
 *     as a whole
 * @param value the value; absent if not given, and {@link Value.Given} if the criterion asks only
 *     whether it is given
 */
@TfmJson.Strict
public record Observation(String fact, String of, Optional<Value> value) {
  /** Rejects null. */
  public Observation {
    requireNonNull(fact, "fact");
    requireNonNull(of, "of");
    requireNonNull(value, "value");
  }

  /** The text for a value that is not given. */
  public static final String NOT_GIVEN = "not given";

  static Observation of(Fact fact, Evidence evidence, Optional<Value> value) {
    return new Observation(fact.id(), evidence.describes(), value);
  }

  /**
   * Returns the value in plain English, or {@link #NOT_GIVEN}.
   *
   * @param known the fact of the observation
   */
  public String text(Fact known) {
    requireNonNull(known, "known");
    return value.isPresent() ? value.get().text(known) : NOT_GIVEN;
  }

  /**
   * Returns the observation as a clause, such as {@code lead participant 2 is released for 4 days}.
   *
   * @param known the fact of the observation
   * @hidden
   */
  @Internal
  public String says(Fact known) {
    requireNonNull(known, "known");
    return says(known, known.subjectFor(of));
  }

  /**
   * Returns the observation as a clause with another subject.
   *
   * @param known the fact of the observation
   * @param subject a pronoun or a noun for the subject of the fact
   * @hidden
   */
  @Internal
  public String says(Fact known, String subject) {
    requireNonNull(known, "known");
    requireNonNull(subject, "subject");
    boolean isGiven = value.isPresent();
    if (!isGiven || value.get() instanceof Value.Given) {
      return known.kind() == FactKind.TEXT || (isGiven && known.isOfDeed())
          ? known.says(subject, !isGiven, "")
          : known.asGiven()
              + (known.areSeveral() ? " are " : " is ")
              + (isGiven ? "given" : "not given")
              + (of.isEmpty() ? "" : " for " + of);
    }
    if (value.get() instanceof Value.YesNo answer) {
      String affirmed = known.says(subject, false, "");
      String isA = subject + " is a";
      if (answer.yes()
          && known.isInstead(answer.why())
          && affirmed.startsWith(isA + " ")
          && answer.why().endsWith(affirmed.substring(isA.length()))) {
        // A community special school: that it is a special school is in the name.
        return subject + " is " + answer.why();
      }
      return (known.phrase().isAnswer()
              ? known.inShort(subject, answer.yes())
              : known.says(subject, !answer.yes(), ""))
          + (answer.why().isEmpty() ? "" : " (" + answer.why() + ")");
    }
    if (value.get() instanceof Value.Words words && words.words().isEmpty()) {
      return saysNone(known, subject);
    }
    if (value.get() instanceof Value.Quantity number) {
      String amount =
          number.amount().signum() == 0 && known.isCounted()
              ? "no " + known.units().orElse("")
              : known.amount(number.amount());
      return (number.open() ? "so far, " : "") + known.says(subject, false, amount);
    }
    if (value.get() instanceof Value.WordsSoFar some) {
      return "so far, " + known.says(subject, false, known.words(some.words(), "and"));
    }
    String text = value.get().text(known);
    if (value.get() instanceof Value.Day day) {
      Phrase phrase = day.moment().time().isPresent() ? known.phrase().ofTime() : known.phrase();
      return subject + " " + phrase.past() + " " + phrase.rest(text);
    }
    return known.says(subject, false, text);
  }

  /**
   * Returns the same observation of several members as one clause: {@code schools 1 and 2 are
   * primary schools}.
   *
   * @param known the fact of the observation
   * @param members the names of the members
   * @hidden
   */
  @Internal
  public String saysOfAll(Fact known, List<String> members) {
    requireNonNull(known, "known");
    requireNonNull(members, "members");
    ImmutableSet<String> words =
        value.isPresent() && value.get() instanceof Value.Words some
            ? some.words()
            : ImmutableSet.of();
    return says(known.ofSeveral(words), Members.list(members));
  }

  private static String saysNone(Fact known, String subject) {
    boolean isOneOf = known.phrase().verb().equals("is") && known.phrase().complement().isEmpty();
    return isOneOf
        ? known.says(subject, false, "none of these")
        : known.says(subject, true, known.any());
  }
}
