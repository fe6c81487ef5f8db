package org.tfm.model.criterion;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tfm.model.problem.Blanks;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;
import org.tfm.model.programme.Ids;

/**
 * Something a criterion can ask about: a typed question with an id.
 *
 * <p>Immutable. Two facts of the same id in one policy are the same fact.
 *
 * @param id the id, such as {@code combined-release}
 * @param kind the sort of value
 * @param label for {@link FactKind#YES_NO} a clause ("the school is state-funded"), else a noun
 *     phrase in the singular ("the combined release time")
 * @param question the question to put to a person who has not said
 * @param unit the unit of a number in the singular, such as {@code day}; absent for a bare number
 * @param choices the words to choose from; empty when the list is open
 * @param at where in the evidence it is found, such as {@code leadParticipants[].releaseDays}
 * @param fixed whether nobody can change it once it is so: what a school is, or what has happened
 */
public record Fact(
    String id,
    FactKind kind,
    String label,
    String question,
    Optional<String> unit,
    ImmutableList<String> choices,
    String at,
    @JsonProperty(required = true) boolean fixed) {

  /**
   * Checks the id.
   *
   * @throws InvalidInputException if the id does not have the form of an id, or a text is blank
   */
  public Fact {
    requireNonNull(id, "id");
    requireNonNull(kind, "kind");
    requireNonNull(label, "label");
    requireNonNull(question, "question");
    requireNonNull(unit, "unit");
    requireNonNull(choices, "choices");
    requireNonNull(at, "at");
    Ids.check("fact id", id);
    if (Blanks.isBlank(label) || Blanks.isBlank(question) || Blanks.isBlank(at)) {
      throw new InvalidInputException(
          Problem.of(ProblemCode.MISSING, "the fact `%s` lacks a label or a question", id));
    }
  }

  /** A yes/no fact; the label is a clause. */
  public static Fact yesNo(String id, String label, String question, String at) {
    requireNonNull(id, "id");
    requireNonNull(label, "label");
    requireNonNull(question, "question");
    requireNonNull(at, "at");
    return new Fact(
        id, FactKind.YES_NO, label, question, Optional.empty(), ImmutableList.of(), at, false);
  }

  /** A number; the unit is singular, or empty for a bare number. */
  public static Fact number(String id, String label, String question, String unit, String at) {
    requireNonNull(id, "id");
    requireNonNull(label, "label");
    requireNonNull(question, "question");
    requireNonNull(unit, "unit");
    requireNonNull(at, "at");
    return new Fact(
        id,
        FactKind.NUMBER,
        label,
        question,
        Optional.of(unit).filter(u -> !u.isEmpty()),
        ImmutableList.of(),
        at,
        false);
  }

  /** One word of a list. */
  public static Fact choice(
      String id, String label, String question, List<String> choices, String at) {
    requireNonNull(id, "id");
    requireNonNull(label, "label");
    requireNonNull(question, "question");
    requireNonNull(choices, "choices");
    requireNonNull(at, "at");
    return new Fact(
        id,
        FactKind.CHOICE,
        label,
        question,
        Optional.empty(),
        ImmutableList.copyOf(choices),
        at,
        false);
  }

  /** Any words of a list; an empty list leaves the words open. */
  public static Fact choices(
      String id, String label, String question, List<String> choices, String at) {
    requireNonNull(id, "id");
    requireNonNull(label, "label");
    requireNonNull(question, "question");
    requireNonNull(choices, "choices");
    requireNonNull(at, "at");
    return new Fact(
        id,
        FactKind.CHOICES,
        label,
        question,
        Optional.empty(),
        ImmutableList.copyOf(choices),
        at,
        false);
  }

  /** Free text. */
  public static Fact text(String id, String label, String question, String at) {
    requireNonNull(id, "id");
    requireNonNull(label, "label");
    requireNonNull(question, "question");
    requireNonNull(at, "at");
    return new Fact(
        id, FactKind.TEXT, label, question, Optional.empty(), ImmutableList.of(), at, false);
  }

  /** The same fact, as one that nobody can change once it is so. */
  public Fact asFixed() {
    return new Fact(id, kind, label, question, unit, choices, at, true);
  }

  /** Whether it is found among the free answers of an application, a group or a year's progress. */
  @JsonIgnore
  public boolean isAnswer() {
    return at.startsWith("answers.");
  }

  /** An amount in the fact's unit, such as {@code 4.5 days}. */
  public String amount(BigDecimal number) {
    requireNonNull(number, "number");
    String digits = number.toPlainString();
    return unit.map(
            u ->
                digits
                    + " "
                    + (number.compareTo(BigDecimal.ONE) == 0
                        ? u
                        : u + (u.endsWith("s") ? "es" : "s")))
        .orElse(digits);
  }

  /** Words of a list as people write them: {@code maths lead or subject leader}. */
  static String words(Iterable<String> tokens, String joiner) {
    StringBuilder text = new StringBuilder();
    Iterator<String> left = tokens.iterator();
    while (left.hasNext()) {
      String word = left.next().toLowerCase(Locale.ROOT).replace('_', ' ');
      if (!text.isEmpty()) {
        text.append(left.hasNext() ? ", " : " " + joiner + " ");
      }
      text.append(word);
    }
    return text.isEmpty() ? "none" : text.toString();
  }
}
