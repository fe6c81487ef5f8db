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
import org.tfm.model.criterion.Criterion;
import org.tfm.model.criterion.Evidence;
import org.tfm.model.criterion.Fact;
import org.tfm.model.criterion.MissingFact;
import org.tfm.model.criterion.Observation;
import org.tfm.model.criterion.Outcome;
import org.tfm.model.criterion.Prospect;
import org.tfm.model.json.TfmJson;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.style.ValueType;
import org.tfm.model.term.Citation;
import org.tfm.model.term.Entitlement;
import org.tfm.model.term.MoneyJson;
import org.tfm.model.term.PayUnit;
import org.tfm.model.term.Payment;
import org.tfm.model.term.Priority;
import org.tfm.model.term.PriorityOrder;
import org.tfm.model.term.Provenance;
import org.tfm.model.term.Purpose;
import org.tfm.model.term.Section;
import org.tfm.model.term.Term;

/**
 * The result of evaluating an entitlement, or a priority with a condition.
 *
 * <p>Immutable and thread-safe. The sentence is generated from the parts when it is first used; a
 * finding that was read from JSON keeps the sentence that was written.
 */
@Value.Immutable
@ValueType
@TfmJson.Strict
@JsonSerialize(as = ImmutableEntitlementFinding.class)
@JsonPropertyOrder({
  "term",
  "status",
  "reason",
  "charge",
  "amount",
  "unit",
  "purpose",
  "type",
  "year",
  "payment",
  "order",
  "observed",
  "when",
  "waitsFor",
  "sentence",
  "citation",
  "provenance"
})
public abstract class EntitlementFinding {

  EntitlementFinding() {}

  /**
   * Evaluates an entitlement or a priority.
   *
   * @param verdict the verdict on the document as a whole
   * @param accepted whether the hub has offered a place
   */
  static EntitlementFinding of(Term term, Evidence evidence, Verdict verdict, boolean accepted) {
    if (term.when().isEmpty()) {
      return of(term, Prospect.TRUE, ImmutableList.of(), verdict, accepted);
    }
    Outcome outcome = term.when().get().evaluate(evidence);
    EntitlementFinding found = of(term, outcome.prospect(), outcome.missing(), verdict, accepted);
    return found.order().isEmpty()
        ? found
        : found.observing(observed(found.order().get().fact(), evidence));
  }

  /** Returns the finding for a term that depends on unknown facts of the school. */
  static EntitlementFinding unsettled(
      UnsettledTerm open, Evidence evidence, Verdict verdict, boolean accepted) {
    Term term = open.term();
    boolean isNever =
        term.when().filter(when -> when.prospect(evidence) == Prospect.FALSE).isPresent();
    Prospect condition = isNever ? Prospect.FALSE : Prospect.TRUE_OR_FALSE;
    return of(term, condition, open.missing(), verdict, accepted);
  }

  private static EntitlementFinding of(
      Term term,
      Prospect condition,
      ImmutableList<MissingFact> missing,
      Verdict verdict,
      boolean accepted) {
    if (condition == Prospect.FALSE) {
      return notDue(term, EntitlementReason.CONDITION_NOT_MET);
    }
    if (verdict == Verdict.NO) {
      return notDue(
          term,
          accepted ? EntitlementReason.VERDICT_NO_DESPITE_PLACE : EntitlementReason.VERDICT_NO);
    }
    if (condition != Prospect.TRUE) {
      return conditional(term, EntitlementReason.CONDITION_OPEN, missing);
    }
    if (!accepted && verdict == Verdict.MORE_INFORMATION_NEEDED) {
      return conditional(term, EntitlementReason.VERDICT_OPEN, missing);
    }
    if (!accepted && verdict == Verdict.REFER_TO_HUB) {
      return conditional(term, EntitlementReason.HUB_DECIDES, missing);
    }
    if (term instanceof Entitlement paid
        && paid.payment().filter(Payment::ifHubDecides).isPresent()) {
      return conditional(term, EntitlementReason.HUB_MAY_PAY, missing);
    }
    return of(term, EntitlementStatus.FIRM, Optional.empty(), ImmutableList.of());
  }

  private static Optional<Observation> observed(Fact fact, Evidence evidence) {
    return evidence
        .find(fact)
        .map(value -> new Observation(fact.id(), evidence.describes(), Optional.of(value)));
  }

  private EntitlementFinding observing(Optional<Observation> value) {
    return ImmutableEntitlementFinding.of(
        term(),
        status(),
        reason(),
        charge(),
        amount(),
        unit(),
        purpose(),
        type(),
        year(),
        payment(),
        order(),
        value,
        when(),
        waitsFor(),
        citation(),
        provenance(),
        written());
  }

  private static EntitlementFinding notDue(Term term, EntitlementReason reason) {
    return of(term, EntitlementStatus.NOT_DUE, Optional.of(reason), ImmutableList.of());
  }

  private static EntitlementFinding conditional(
      Term term, EntitlementReason reason, ImmutableList<MissingFact> waitsFor) {
    return of(term, EntitlementStatus.CONDITIONAL, Optional.of(reason), waitsFor);
  }

  private static EntitlementFinding of(
      Term term,
      EntitlementStatus status,
      Optional<EntitlementReason> reason,
      ImmutableList<MissingFact> waitsFor) {
    Optional<Entitlement> money =
        term instanceof Entitlement entitlement ? Optional.of(entitlement) : Optional.empty();
    Optional<Priority> first =
        term instanceof Priority priority ? Optional.of(priority) : Optional.empty();
    return ImmutableEntitlementFinding.of(
        term.id(),
        status,
        reason,
        money.filter(Entitlement::charge).isPresent(),
        money.flatMap(Entitlement::amount),
        money.flatMap(Entitlement::unit),
        money.map(Entitlement::purpose),
        first.flatMap(Priority::type),
        first.flatMap(Priority::year),
        money.flatMap(Entitlement::payment),
        first.flatMap(Priority::order),
        Optional.empty(),
        term.when(),
        waitsFor,
        term.citation(),
        term.provenance(),
        Optional.empty());
  }

  @JsonCreator
  static EntitlementFinding read(
      @JsonProperty("term") String term,
      @JsonProperty("status") EntitlementStatus status,
      @JsonProperty("reason") Optional<EntitlementReason> reason,
      @JsonProperty("charge") boolean charge,
      @JsonProperty("amount") @JsonDeserialize(contentUsing = MoneyJson.Reader.class)
          Optional<Money> amount,
      @JsonProperty("unit") Optional<PayUnit> unit,
      @JsonProperty("purpose") Optional<Purpose> purpose,
      @JsonProperty("type") Optional<String> type,
      @JsonProperty("year") Optional<AcademicYear> year,
      @JsonProperty("payment") Optional<Payment> payment,
      @JsonProperty("order") Optional<PriorityOrder> order,
      @JsonProperty("observed") Optional<Observation> observed,
      @JsonProperty("when") Optional<Criterion> when,
      @JsonProperty("waitsFor") ImmutableList<MissingFact> waitsFor,
      @JsonProperty("sentence") String sentence,
      @JsonProperty("citation") Citation citation,
      @JsonProperty("provenance") Provenance provenance) {
    return ImmutableEntitlementFinding.of(
        term,
        status,
        reason,
        charge,
        amount,
        unit,
        purpose,
        type,
        year,
        payment,
        order,
        observed,
        when,
        waitsFor,
        citation,
        provenance,
        Optional.of(sentence));
  }

  /** The id of the term. */
  @Value.Parameter
  public abstract String term();

  /** The status. */
  @Value.Parameter
  public abstract EntitlementStatus status();

  /** The reason why it is not due or not yet certain; absent if it is firm. */
  @Value.Parameter
  public abstract Optional<EntitlementReason> reason();

  /** Whether the school pays it. */
  @Value.Parameter
  public abstract boolean charge();

  /** The amount for each unit; absent if not stated. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  @JsonSerialize(contentUsing = MoneyJson.Writer.class)
  @Value.Parameter
  public abstract Optional<Money> amount();

  /** The unit that it is paid for; absent if not stated. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  @Value.Parameter
  public abstract Optional<PayUnit> unit();

  /** The purpose; absent if this is a priority. */
  @Value.Parameter
  public abstract Optional<Purpose> purpose();

  /** The id of the work group type of a priority; absent for the offering itself, and for money. */
  @Value.Parameter
  public abstract Optional<String> type();

  /** The academic year of a priority; absent if not stated, and for money. */
  @Value.Parameter
  public abstract Optional<AcademicYear> year();

  /** How it is paid; absent if it is a fixed amount and nothing more is stated. */
  @Value.Parameter
  public abstract Optional<Payment> payment();

  /** The order in which schools go; absent for other priorities and for money. */
  @Value.Parameter
  public abstract Optional<PriorityOrder> order();

  /** The value of the school in the order; absent if it is unknown or there is no order. */
  @Value.Parameter
  public abstract Optional<Observation> observed();

  /** The condition; absent if there is none. */
  @Value.Parameter
  public abstract Optional<Criterion> when();

  /** The missing facts that it depends on. */
  @Value.Parameter
  public abstract ImmutableList<MissingFact> waitsFor();

  /** The source. */
  @Value.Parameter
  public abstract Citation citation();

  /** The rule. */
  @Value.Parameter
  public abstract Provenance provenance();

  /** The sentence that was read from JSON; absent if the finding was not. */
  @JsonIgnore
  @Value.Auxiliary
  @Value.Parameter
  abstract Optional<String> written();

  /** The section of the term: that of entitlements, or that of priorities. */
  @JsonIgnore
  public Section section() {
    return purpose().isPresent() ? Section.ENTITLEMENT : Section.PRIORITY;
  }

  /** The entitlement or priority in plain English. */
  @JsonProperty
  @Value.Lazy
  public String sentence() {
    return written().orElseGet(() -> order().map(this::ofOrder).orElseGet(this::ofCondition));
  }

  private String ofOrder(PriorityOrder by) {
    return FindingText.inOrder(
        Priority.says(by, type(), year()), by.fact(), reason(), observed(), waitsFor());
  }

  private String ofCondition() {
    return FindingText.sentence(
        purpose()
            .map(use -> EntitledText.of(charge(), amount(), unit(), use, payment(), when()))
            .orElseGet(() -> EntitledText.first(type(), year())),
        status(),
        reason(),
        when(),
        waitsFor());
  }
}
