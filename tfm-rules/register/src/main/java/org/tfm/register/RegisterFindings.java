package org.tfm.register;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.Optional;
import org.tfm.model.criterion.Sentences;

/**
 * The values that the register added to a document, and those that differ from it.
 *
 * @param day the day of the register; absent if it is not known
 * @param filled the values that the document did not give
 * @param contradictions the values that differ; those of the document are used
 * @param notes what else the register says, as sentences: a school is closed, or is not in it
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record RegisterFindings(
    Optional<LocalDate> day,
    ImmutableList<Filled> filled,
    ImmutableList<Contradiction> contradictions,
    ImmutableList<String> notes) {
  /** Refuses null. */
  public RegisterFindings {
    requireNonNull(day, "day");
    requireNonNull(filled, "filled");
    requireNonNull(contradictions, "contradictions");
    requireNonNull(notes, "notes");
  }

  /**
   * A value from the register.
   *
   * @param of the school in a group, such as {@code school 2}; empty for the only school
   * @param what what it is, such as {@code phase}
   * @param pointer the JSON pointer to its place in the document
   * @param value the value as the document has it
   */
  public record Filled(String of, String what, String pointer, JsonNode value) {
    /** Refuses null. */
    public Filled {
      requireNonNull(of, "of");
      requireNonNull(what, "what");
      requireNonNull(pointer, "pointer");
      requireNonNull(value, "value");
    }
  }

  /**
   * A value that differs from that of the register.
   *
   * @param pointer the JSON pointer to its place in the document
   * @param document the value of the document
   * @param register the value of the register
   * @param sentence both in plain English
   */
  public record Contradiction(
      String pointer, JsonNode document, JsonNode register, String sentence) {
    /** Refuses null. */
    public Contradiction {
      requireNonNull(pointer, "pointer");
      requireNonNull(document, "document");
      requireNonNull(register, "register");
      requireNonNull(sentence, "sentence");
    }
  }

  /** Everything as sentences: contradictions, notes, then what was filled. */
  @JsonIgnore
  public ImmutableList<String> sentences() {
    return ImmutableList.<String>builder().addAll(toCheck()).addAll(filledSentences()).build();
  }

  /** The sentences that somebody has to look at: contradictions, then notes. */
  @JsonIgnore
  public ImmutableList<String> toCheck() {
    ImmutableList.Builder<String> sentences = ImmutableList.builder();
    contradictions.forEach(one -> sentences.add(one.sentence()));
    return sentences.addAll(notes).build();
  }

  /** The values that were filled, as a sentence for each school. */
  @JsonIgnore
  public ImmutableList<String> filledSentences() {
    ImmutableList.Builder<String> sentences = ImmutableList.builder();
    filled.stream()
        .map(Filled::of)
        .distinct()
        .forEach(
            of ->
                sentences.add(
                    "From "
                        + RegisterText.register(day)
                        + (of.isEmpty() ? "" : ", for " + of)
                        + ": "
                        + Sentences.list(
                            filled.stream()
                                .filter(one -> one.of().equals(of))
                                .map(Filled::what)
                                .toList(),
                            "and")
                        + "."));
    return sentences.build();
  }
}
