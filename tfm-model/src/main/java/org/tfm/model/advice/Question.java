package org.tfm.model.advice;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.tfm.model.criterion.Fact;
import org.tfm.model.criterion.FactKind;
import org.tfm.model.criterion.Members;
import org.tfm.model.criterion.Value;
import org.tfm.model.document.Document;
import org.tfm.model.document.EditedDocument;
import org.tfm.model.document.FactLocation;
import org.tfm.model.document.Facts;
import org.tfm.model.problem.Blanks;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;
import org.tfm.model.term.Aspect;
import org.tfm.model.term.Citation;

/**
 * A question whose answer can still change the verdict.
 *
 * <p>Immutable.
 *
 * @param fact the fact asked about, with its question, unit and choices
 * @param of whom it is about, such as {@code lead participant 2}; empty for the whole
 * @param term the id of the term that needs the answer
 * @param aspect what the term is about
 * @param clause what the term says, in plain English
 * @param citation the source of the term
 */
public record Question(
    Fact fact, String of, String term, Aspect aspect, String clause, Citation citation) {

  private static final int MOST_MEMBERS = 100;

  /** Refuses null. */
  public Question {
    requireNonNull(fact, "fact");
    requireNonNull(of, "of");
    requireNonNull(term, "term");
    requireNonNull(aspect, "aspect");
    requireNonNull(clause, "clause");
    requireNonNull(citation, "citation");
  }

  /** What a person types, such as {@code yes or no} or {@code a number of days}. */
  @JsonProperty
  public String expected() {
    if (isCount()) {
      return "how many, as a whole number";
    }
    return switch (fact.kind()) {
      case YES_NO -> "yes or no";
      case NUMBER -> fact.unit().map(unit -> "a number of " + unit + "s").orElse("a number");
      case CHOICE -> fact.choices().isEmpty() ? "a word" : "one of " + join();
      case CHOICES -> fact.choices().isEmpty() ? "a list of words" : "any of " + join();
      case TEXT -> "a text";
    };
  }

  private String join() {
    return String.join(", ", labels().values());
  }

  /** What each of the words to choose from is called; empty if the answer is no such word. */
  @JsonProperty
  public ImmutableMap<String, String> labels() {
    return Maps.toMap(fact.choices(), word -> word.toLowerCase(Locale.ROOT).replace('_', ' '));
  }

  private boolean isCount() {
    return fact.equals(Facts.LEAD_PARTICIPANTS) || fact.equals(Facts.SCHOOLS);
  }

  /**
   * Returns the document with the answer in it.
   *
   * @param document the document that the question was asked about
   * @param answer what {@link #expected} says: a {@code Boolean}, a {@code Number}, a word of the
   *     choices, a collection of such words, or a text. How many people or schools there are adds
   *     them to the document, with nothing known of them
   * @throws InvalidInputException if the answer is of another sort, or the document cannot take it
   */
  @SuppressWarnings("unchecked") // An edited document is of the sort that it was before.
  public <D extends Document> D answer(D document, Object answer) {
    EditedDocument before = EditedDocument.of(document, 0);
    FactLocation location = new FactLocation(of, fact);
    Optional<EditedDocument> after =
        before.countedBy(fact).isPresent()
            ? number(answer).flatMap(size -> resized(before, size))
            : fact.kind() == FactKind.TEXT
                ? text(answer).flatMap(text -> before.with(location, text))
                : value(answer).flatMap(value -> before.with(location, value));
    return (D)
        after
            .orElseThrow(
                () ->
                    new InvalidInputException(
                        Problem.of(
                                ProblemCode.WRONG_TYPE,
                                "the document cannot take this answer to `%s`; expected %s",
                                fact.id(),
                                expected())
                            .atValue("/" + fact.at().replace('.', '/'))))
            .document();
  }

  private Optional<EditedDocument> resized(EditedDocument before, BigDecimal size) {
    Members members = before.countedBy(fact).orElseThrow();
    return size.signum() < 0
            || size.stripTrailingZeros().scale() > 0
            || size.compareTo(BigDecimal.valueOf(MOST_MEMBERS)) > 0
        ? Optional.empty()
        : before.resized(members, size.intValueExact()).stream()
            .findFirst()
            .map(EditedDocument.Resized::document);
  }

  private Optional<Value> value(Object answer) {
    return switch (fact.kind()) {
      case YES_NO ->
          answer instanceof Boolean yes ? Optional.of(Value.YesNo.of(yes)) : Optional.empty();
      case NUMBER -> number(answer).filter(number -> number.signum() >= 0).map(Value.Quantity::of);
      case CHOICE ->
          words(Stream.of(answer)).filter(words -> words.words().size() == 1).map(w -> w);
      case CHOICES ->
          words(answer instanceof Collection<?> many ? many.stream() : Stream.of(answer))
              .map(w -> w);
      case TEXT -> Optional.empty();
    };
  }

  private static Optional<BigDecimal> number(Object answer) {
    try {
      return answer instanceof Number number
          ? Optional.of(new BigDecimal(number.toString()))
          : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty(); // Not a number, or infinite.
    }
  }

  private static Optional<String> text(Object answer) {
    return answer instanceof String text && !Blanks.isBlank(text)
        ? Optional.of(text)
        : Optional.empty();
  }

  private Optional<Value.Words> words(Stream<?> answers) {
    List<String> words =
        answers
            .map(one -> one instanceof Enum<?> word ? word.name() : String.valueOf(one))
            .toList();
    return fact.choices().isEmpty() || fact.choices().containsAll(words)
        ? Optional.of(new Value.Words(ImmutableSet.copyOf(words)))
        : Optional.empty();
  }
}
