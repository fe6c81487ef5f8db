package org.tfm.model.assessment;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.google.common.collect.ImmutableList;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tfm.model.criterion.MissingFact;
import org.tfm.model.term.Aspect;
import org.tfm.model.term.Citation;
import org.tfm.model.term.Provenance;
import org.tfm.model.term.Strength;

/**
 * One requirement evaluated.
 *
 * <p>Immutable and thread-safe. Equal to another that says the same: whether its texts were given,
 * or are rendered when first asked for, makes no difference.
 */
@JsonPropertyOrder({
  "term",
  "aspect",
  "strength",
  "status",
  "read",
  "needed",
  "sentence",
  "missing",
  "citation",
  "provenance"
})
public final class Finding {

  /** The texts of a finding, rendered when asked for; always the same ones. */
  public interface Words {

    /** What was read. */
    String read();

    /** What is needed. */
    String needed();

    /** The finding in plain English. */
    String sentence();
  }

  private record Given(String read, String needed, String sentence) implements Words {}

  private final String term;
  private final Aspect aspect;
  private final Strength strength;
  private final Status status;
  private final ImmutableList<MissingFact> missing;
  private final Citation citation;
  private final Provenance provenance;
  private final Verdict bearing;
  private final Words words;
  // Written without a lock: whoever comes second renders the same text again.
  private @Nullable String read;
  private @Nullable String needed;
  private @Nullable String sentence;

  /** A finding whose texts are at hand; the parts are those of the accessors. */
  @JsonCreator
  public Finding(
      @JsonProperty("term") String term,
      @JsonProperty("aspect") Aspect aspect,
      @JsonProperty("strength") Strength strength,
      @JsonProperty("status") Status status,
      @JsonProperty("read") String read,
      @JsonProperty("needed") String needed,
      @JsonProperty("sentence") String sentence,
      @JsonProperty("missing") ImmutableList<MissingFact> missing,
      @JsonProperty("citation") Citation citation,
      @JsonProperty("provenance") Provenance provenance) {
    this(
        term,
        aspect,
        strength,
        status,
        missing,
        citation,
        provenance,
        new Given(read, needed, sentence));
  }

  private Finding(
      String term,
      Aspect aspect,
      Strength strength,
      Status status,
      ImmutableList<MissingFact> missing,
      Citation citation,
      Provenance provenance,
      Words words) {
    this.term = term;
    this.aspect = aspect;
    this.strength = strength;
    this.status = status;
    this.missing = missing;
    this.citation = citation;
    this.provenance = provenance;
    this.bearing =
        strength == Strength.PREFERRED ? Verdict.NOT_STATED : Verdict.of(strength, status);
    this.words = words;
  }

  /** A finding whose texts are rendered when first asked for, and then kept. */
  public static Finding of(
      String term,
      Aspect aspect,
      Strength strength,
      Status status,
      Words words,
      ImmutableList<MissingFact> missing,
      Citation citation,
      Provenance provenance) {
    return new Finding(term, aspect, strength, status, missing, citation, provenance, words);
  }

  /** The id of the term. */
  @JsonProperty
  public String term() {
    return term;
  }

  /** What it is about. */
  @JsonProperty
  public Aspect aspect() {
    return aspect;
  }

  /** How strongly the source puts it. */
  @JsonProperty
  public Strength strength() {
    return strength;
  }

  /** How it came out. */
  @JsonProperty
  public Status status() {
    return status;
  }

  /** What was read. */
  @JsonProperty
  public String read() {
    String text = read;
    if (text == null) {
      text = words.read();
      read = text;
    }
    return text;
  }

  /** What is needed. */
  @JsonProperty
  public String needed() {
    String text = needed;
    if (text == null) {
      text = words.needed();
      needed = text;
    }
    return text;
  }

  /** The finding in plain English. */
  @JsonProperty
  public String sentence() {
    String text = sentence;
    if (text == null) {
      text = words.sentence();
      sentence = text;
    }
    return text;
  }

  /** The facts whose absence keeps it open, or makes it unmet. */
  @JsonProperty
  public ImmutableList<MissingFact> missing() {
    return missing;
  }

  /** The source. */
  @JsonProperty
  public Citation citation() {
    return citation;
  }

  /** The rule. */
  @JsonProperty
  public Provenance provenance() {
    return provenance;
  }

  /** What it makes of the verdict on its aspect; not stated if it does not bear on it. */
  Verdict bearing() {
    return bearing;
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof Finding finding
            && term.equals(finding.term)
            && aspect == finding.aspect
            && strength == finding.strength
            && status == finding.status
            && missing.equals(finding.missing)
            && citation.equals(finding.citation)
            && provenance.equals(finding.provenance)
            && read().equals(finding.read())
            && needed().equals(finding.needed())
            && sentence().equals(finding.sentence()));
  }

  @Override
  public int hashCode() {
    return Objects.hash(
        term,
        aspect,
        strength,
        status,
        read(),
        needed(),
        sentence(),
        missing,
        citation,
        provenance);
  }

  @Override
  public String toString() {
    return "Finding[term="
        + term
        + ", aspect="
        + aspect
        + ", strength="
        + strength
        + ", status="
        + status
        + ", read="
        + read()
        + ", needed="
        + needed()
        + ", sentence="
        + sentence()
        + ", missing="
        + missing
        + ", citation="
        + citation
        + ", provenance="
        + provenance
        + "]";
  }
}
