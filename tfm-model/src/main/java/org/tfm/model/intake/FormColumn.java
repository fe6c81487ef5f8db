package org.tfm.model.intake;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Optional;
import org.tfm.model.json.TfmJson;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;

/**
 * A column of a form.
 *
 * <p>If two columns have the same heading, the first entry is for the first of them and the second
 * entry for the second, also where a form adds a number, such as {@code Name2}.
 *
 * @param heading the heading as the form has it
 * @param to the place in the document, such as {@code school.urn}
 * @param values the values that the words of the form stand for; an empty text for words that give
 *     no value
 * @param unsure whether somebody still has to check the place; absent means no
 */
@TfmJson.Strict
public record FormColumn(
    @JsonProperty(required = true) String heading,
    @JsonProperty(required = true) String to,
    Optional<ImmutableMap<String, JsonNode>> values,
    Optional<Boolean> unsure) {

  /**
   * Validates the values.
   *
   * @throws InvalidInputException if a value is neither a text nor a number nor yes or no
   */
  public FormColumn {
    requireNonNull(heading, "heading");
    requireNonNull(to, "to");
    requireNonNull(values, "values");
    requireNonNull(unsure, "unsure");
    List<Problem> problems =
        values.orElse(ImmutableMap.of()).entrySet().stream()
            .filter(value -> !PlainValue.isPlain(value.getValue()))
            .map(value -> PlainValue.problem("/values/" + PlainValue.key(value.getKey())))
            .toList();
    if (!problems.isEmpty()) {
      throw new InvalidInputException(problems);
    }
  }

  /** Returns a column without words of its own. */
  public static FormColumn of(String heading, String to) {
    return new FormColumn(heading, to, Optional.empty(), Optional.empty());
  }

  /** Returns this column, to be checked by somebody. */
  public FormColumn asUnsure() {
    return new FormColumn(heading, to, values, Optional.of(true));
  }

  /** Whether somebody still has to check the place. */
  boolean isUnsure() {
    return unsure.orElse(false);
  }
}
