package org.tfm.model.assessment;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.google.common.collect.ImmutableList;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.tfm.model.criterion.MissingFact;
import org.tfm.model.term.Citation;
import org.tfm.model.term.Entitlement;
import org.tfm.model.term.MoneyJson;
import org.tfm.model.term.PayUnit;
import org.tfm.model.term.Provenance;
import org.tfm.model.term.Purpose;

/**
 * One entitlement evaluated.
 *
 * <p>Immutable and thread-safe. Equal to another that says the same.
 */
@JsonPropertyOrder({
  "term",
  "status",
  "charge",
  "amount",
  "unit",
  "purpose",
  "waitsFor",
  "sentence",
  "citation",
  "provenance"
})
public final class EntitlementFinding {

  private final String term;
  private final EntitlementStatus status;
  private final boolean charge;
  private final Optional<Money> amount;
  private final Optional<PayUnit> unit;
  private final Purpose purpose;
  private final ImmutableList<MissingFact> waitsFor;
  private final Citation citation;
  private final Provenance provenance;
  private final Supplier<String> words;
  // Written without a lock: whoever comes second renders the same text again.
  private @Nullable String sentence;

  /** A finding whose sentence is at hand; the parts are those of the accessors. */
  @JsonCreator
  public EntitlementFinding(
      @JsonProperty("term") String term,
      @JsonProperty("status") EntitlementStatus status,
      @JsonProperty("charge") boolean charge,
      @JsonProperty("amount") @JsonDeserialize(contentUsing = MoneyJson.Reader.class)
          Optional<Money> amount,
      @JsonProperty("unit") Optional<PayUnit> unit,
      @JsonProperty("purpose") Purpose purpose,
      @JsonProperty("waitsFor") ImmutableList<MissingFact> waitsFor,
      @JsonProperty("sentence") String sentence,
      @JsonProperty("citation") Citation citation,
      @JsonProperty("provenance") Provenance provenance) {
    this.term = term;
    this.status = status;
    this.charge = charge;
    this.amount = amount;
    this.unit = unit;
    this.purpose = purpose;
    this.waitsFor = waitsFor;
    this.citation = citation;
    this.provenance = provenance;
    this.words = () -> sentence;
  }

  /** The entitlement evaluated; its sentence is rendered when first asked for. */
  EntitlementFinding(
      Entitlement term,
      EntitlementStatus status,
      ImmutableList<MissingFact> waitsFor,
      Supplier<String> sentence) {
    this.term = term.id();
    this.status = status;
    this.charge = term.charge();
    this.amount = term.amount();
    this.unit = term.unit();
    this.purpose = term.purpose();
    this.waitsFor = waitsFor;
    this.citation = term.citation();
    this.provenance = term.provenance();
    this.words = sentence;
  }

  /** The id of the term. */
  @JsonProperty
  public String term() {
    return term;
  }

  /** Whether it is due. */
  @JsonProperty
  public EntitlementStatus status() {
    return status;
  }

  /** Whether the school pays it. */
  @JsonProperty
  public boolean charge() {
    return charge;
  }

  /** The amount for each unit; absent where the source states none. */
  @JsonProperty
  @JsonInclude(JsonInclude.Include.ALWAYS)
  @JsonSerialize(contentUsing = MoneyJson.Writer.class)
  public Optional<Money> amount() {
    return amount;
  }

  /** What it is paid for each of; absent where the source does not say. */
  @JsonProperty
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public Optional<PayUnit> unit() {
    return unit;
  }

  /** What it is for. */
  @JsonProperty
  public Purpose purpose() {
    return purpose;
  }

  /** The facts it waits for. */
  @JsonProperty
  public ImmutableList<MissingFact> waitsFor() {
    return waitsFor;
  }

  /** The entitlement in plain English. */
  @JsonProperty
  public String sentence() {
    String text = sentence;
    if (text == null) {
      text = words.get();
      sentence = text;
    }
    return text;
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

  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof EntitlementFinding finding
            && term.equals(finding.term)
            && status == finding.status
            && charge == finding.charge
            && amount.equals(finding.amount)
            && unit.equals(finding.unit)
            && purpose == finding.purpose
            && waitsFor.equals(finding.waitsFor)
            && citation.equals(finding.citation)
            && provenance.equals(finding.provenance)
            && sentence().equals(finding.sentence()));
  }

  @Override
  public int hashCode() {
    return Objects.hash(
        term, status, charge, amount, unit, purpose, waitsFor, sentence(), citation, provenance);
  }

  @Override
  public String toString() {
    return "EntitlementFinding[term="
        + term
        + ", status="
        + status
        + ", charge="
        + charge
        + ", amount="
        + amount
        + ", unit="
        + unit
        + ", purpose="
        + purpose
        + ", waitsFor="
        + waitsFor
        + ", sentence="
        + sentence()
        + ", citation="
        + citation
        + ", provenance="
        + provenance
        + "]";
  }
}
