package org.tfm.model.assessment;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.immutables.value.Value;
import org.joda.money.Money;
import org.tfm.model.criterion.Evidence;
import org.tfm.model.criterion.MissingFact;
import org.tfm.model.criterion.Outcome;
import org.tfm.model.style.ValueType;
import org.tfm.model.term.Citation;
import org.tfm.model.term.Entitlement;
import org.tfm.model.term.MoneyJson;
import org.tfm.model.term.PayUnit;
import org.tfm.model.term.Provenance;
import org.tfm.model.term.Purpose;

/**
 * One entitlement evaluated.
 *
 * <p>Immutable and thread-safe. The sentence is made of the parts when it is first asked for; that
 * of one that was written down and read back is the one that was written then.
 */
@Value.Immutable
@ValueType
@JsonSerialize(as = ImmutableEntitlementFinding.class)
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
public abstract class EntitlementFinding {

  EntitlementFinding() {}

  /** The entitlement evaluated. */
  static EntitlementFinding of(Entitlement term, Evidence evidence) {
    if (term.when().isEmpty()) {
      return of(term, EntitlementStatus.FIRM, ImmutableList.of());
    }
    Outcome outcome = term.when().get().evaluate(evidence);
    return switch (outcome.truth()) {
      case TRUE -> of(term, EntitlementStatus.FIRM, ImmutableList.of());
      case FALSE -> of(term, EntitlementStatus.NOT_DUE, ImmutableList.of());
      case UNKNOWN -> of(term, EntitlementStatus.CONDITIONAL, outcome.missing());
    };
  }

  /** The entitlement of which it is not known in which form it holds. */
  static EntitlementFinding unsettled(Entitlement term, UnsettledTerm open) {
    return of(term, EntitlementStatus.CONDITIONAL, open.missing());
  }

  private static EntitlementFinding of(
      Entitlement term, EntitlementStatus status, ImmutableList<MissingFact> waitsFor) {
    return ImmutableEntitlementFinding.of(
        term.id(),
        status,
        term.charge(),
        term.amount(),
        term.unit(),
        term.purpose(),
        waitsFor,
        term.citation(),
        term.provenance(),
        Optional.empty());
  }

  @JsonCreator
  static EntitlementFinding read(
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
    return ImmutableEntitlementFinding.of(
        term,
        status,
        charge,
        amount,
        unit,
        purpose,
        waitsFor,
        citation,
        provenance,
        Optional.of(sentence));
  }

  /** The id of the term. */
  @Value.Parameter
  public abstract String term();

  /** Whether it is due. */
  @Value.Parameter
  public abstract EntitlementStatus status();

  /** Whether the school pays it. */
  @Value.Parameter
  public abstract boolean charge();

  /** The amount for each unit; absent where the source states none. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  @JsonSerialize(contentUsing = MoneyJson.Writer.class)
  @Value.Parameter
  public abstract Optional<Money> amount();

  /** The unit that it is paid for each of; absent where the source does not say. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  @Value.Parameter
  public abstract Optional<PayUnit> unit();

  /** The purpose that it is for. */
  @Value.Parameter
  public abstract Purpose purpose();

  /** The facts it waits for. */
  @Value.Parameter
  public abstract ImmutableList<MissingFact> waitsFor();

  /** The source. */
  @Value.Parameter
  public abstract Citation citation();

  /** The rule. */
  @Value.Parameter
  public abstract Provenance provenance();

  /** The sentence that was written down with it; absent unless it was read from there. */
  @JsonIgnore
  @Value.Auxiliary
  @Value.Parameter
  abstract Optional<String> written();

  /** The entitlement in plain English. */
  @JsonProperty
  @Value.Lazy
  public String sentence() {
    return written()
        .orElseGet(
            () ->
                FindingText.sentence(
                    Entitlement.says(charge(), amount(), unit(), purpose()), status(), waitsFor()));
  }
}
