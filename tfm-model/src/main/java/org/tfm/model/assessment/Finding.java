package org.tfm.model.assessment;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.immutables.value.Value;
import org.tfm.model.criterion.Criterion;
import org.tfm.model.criterion.Evidence;
import org.tfm.model.criterion.MissingFact;
import org.tfm.model.criterion.Observation;
import org.tfm.model.json.TfmJson;
import org.tfm.model.style.ValueType;
import org.tfm.model.term.Aspect;
import org.tfm.model.term.Citation;
import org.tfm.model.term.Provenance;
import org.tfm.model.term.Requirement;
import org.tfm.model.term.Strength;

/**
 * The result of evaluating a requirement: the demand, the observations and the status.
 *
 * <p>Immutable and thread-safe. The texts are generated from the parts when they are first used; a
 * finding that was read from JSON keeps the texts that were written. Findings are equal if their
 * parts are.
 */
@Value.Immutable
@ValueType
@TfmJson.Strict
@JsonSerialize(as = ImmutableFinding.class)
@JsonPropertyOrder({
  "term",
  "aspect",
  "strength",
  "status",
  "read",
  "needed",
  "sentence",
  "missing",
  "demand",
  "observed",
  "citation",
  "provenance"
})
public abstract class Finding {

  /** The texts of a finding that was read from JSON. */
  record Texts(String read, String needed, String sentence) {}

  Finding() {}

  /** Returns the finding for an evaluation; it keeps only the observations of the evidence. */
  static Finding of(Requirement term, DemandText text, Evaluation evaluation, Evidence evidence) {
    return of(
        term,
        text,
        evaluation.status(),
        evaluation.observed(term.criterion(), evidence),
        evaluation.missing());
  }

  /** Returns the finding for a requirement that depends on unknown facts of the school. */
  static Finding unsettled(UnsettledTerm open) {
    Requirement term = (Requirement) open.term();
    return of(
        term,
        new DemandText(term.criterion(), term.strength()),
        Status.EVIDENCE_MISSING,
        ImmutableList.of(),
        open.missing());
  }

  private static Finding of(
      Requirement term,
      DemandText text,
      Status status,
      ImmutableList<Observation> observed,
      ImmutableList<MissingFact> missing) {
    return ImmutableFinding.of(
        term.id(),
        term.aspect(),
        term.strength(),
        status,
        term.criterion(),
        observed,
        missing,
        term.citation(),
        term.provenance(),
        text,
        Optional.empty());
  }

  @JsonCreator
  static Finding read(
      @JsonProperty("term") String term,
      @JsonProperty("aspect") Aspect aspect,
      @JsonProperty("strength") Strength strength,
      @JsonProperty("status") Status status,
      @JsonProperty("read") String read,
      @JsonProperty("needed") String needed,
      @JsonProperty("sentence") String sentence,
      @JsonProperty("missing") ImmutableList<MissingFact> missing,
      @JsonProperty("demand") Criterion demand,
      @JsonProperty("observed") ImmutableList<Observation> observed,
      @JsonProperty("citation") Citation citation,
      @JsonProperty("provenance") Provenance provenance) {
    return ImmutableFinding.of(
        term,
        aspect,
        strength,
        status,
        demand,
        observed,
        missing,
        citation,
        provenance,
        new DemandText(demand, strength),
        Optional.of(new Texts(read, needed, sentence)));
  }

  /** The id of the term. */
  @Value.Parameter
  public abstract String term();

  /** The aspect of the requirement. */
  @Value.Parameter
  public abstract Aspect aspect();

  /** The strength of the requirement. */
  @Value.Parameter
  public abstract Strength strength();

  /** The status of the requirement on this document. */
  @Value.Parameter
  public abstract Status status();

  /** The criterion that must hold. */
  @Value.Parameter
  public abstract Criterion demand();

  /**
   * The observations that decided it, or all observations if it is not decided; empty if no fact
   * was read.
   */
  @Value.Parameter
  public abstract ImmutableList<Observation> observed();

  /** The missing facts that keep it open or make it unmet. */
  @Value.Parameter
  public abstract ImmutableList<MissingFact> missing();

  /** The source. */
  @Value.Parameter
  public abstract Citation citation();

  /** The rule. */
  @Value.Parameter
  public abstract Provenance provenance();

  /** The texts of the demand, shared by all findings of one requirement. */
  @JsonIgnore
  @Value.Auxiliary
  @Value.Parameter
  abstract DemandText text();

  /** The texts that were read from JSON; absent if the finding was not. */
  @JsonIgnore
  @Value.Auxiliary
  @Value.Parameter
  abstract Optional<Texts> written();

  /** The observed values in plain English. */
  @JsonProperty
  @Value.Lazy
  public String read() {
    return written().map(Texts::read).orElseGet(() -> FindingText.read(text(), observed()));
  }

  /** The demand as a statement in plain English. */
  @JsonProperty
  @Value.Lazy
  public String needed() {
    return written().map(Texts::needed).orElseGet(text()::needed);
  }

  /** The demand as a sentence, with the strength of the source. */
  public String demanded() {
    return text().demanded();
  }

  /**
   * The finding in plain English without “The hub decides” or “Ask the hub”, for a list under a
   * heading that says so.
   */
  public String openPoint() {
    return FindingText.openPoint(text(), status(), observed(), missing());
  }

  /** The finding as a sentence in plain English. */
  @JsonProperty
  @Value.Lazy
  public String sentence() {
    return written()
        .map(Texts::sentence)
        .orElseGet(() -> FindingText.sentence(text(), status(), observed(), missing()));
  }
}
