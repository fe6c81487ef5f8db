package org.tfm.model.term;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.google.common.collect.ImmutableSet;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import org.joda.money.Money;
import org.tfm.model.criterion.Criterion;
import org.tfm.model.criterion.Fact;
import org.tfm.model.criterion.Moment;
import org.tfm.model.criterion.Sentences;

/**
 * An amount or support that the school gets, or a charge that it pays.
 *
 * @param id the id of the term
 * @param charge whether the school pays it; "free of charge" is a charge of £0
 * @param amount the amount for each unit; absent if not stated
 * @param unit the unit that it is paid for; absent if not stated
 * @param purpose the purpose
 * @param payment how it is paid; absent if it is a fixed amount and nothing more is stated
 * @param when the condition; absent if there is none
 * @param citation the source
 * @param provenance the rule
 */
@JsonTypeName("entitlement")
public record Entitlement(
    String id,
    boolean charge,
    @JsonSerialize(contentUsing = MoneyJson.Writer.class)
        @JsonDeserialize(contentUsing = MoneyJson.Reader.class)
        Optional<Money> amount,
    Optional<PayUnit> unit,
    Purpose purpose,
    Optional<Payment> payment,
    Optional<Criterion> when,
    Citation citation,
    Provenance provenance)
    implements Term {
  /** Rejects null. */
  public Entitlement {
    requireNonNull(id, "id");
    requireNonNull(amount, "amount");
    requireNonNull(unit, "unit");
    requireNonNull(purpose, "purpose");
    requireNonNull(payment, "payment");
    requireNonNull(when, "when");
    requireNonNull(citation, "citation");
    requireNonNull(provenance, "provenance");
  }

  @Override
  public Section section() {
    return Section.ENTITLEMENT;
  }

  @Override
  public ImmutableSet<Fact> facts() {
    return when.map(Criterion::facts).orElse(ImmutableSet.of());
  }

  /** The amount, unit and purpose in plain English, such as {@code £1,000 for each school}. */
  public String says() {
    return says(charge, amount, unit, purpose, payment, when);
  }

  /** Returns the amount, unit, purpose and limits in plain English. */
  public static String says(
      boolean charge,
      Optional<Money> amount,
      Optional<PayUnit> unit,
      Purpose purpose,
      Optional<Payment> payment) {
    return says(charge, amount, unit, purpose, payment, Optional.empty());
  }

  /**
   * Returns the amount, unit, purpose and limits in plain English. A charge for what the school has
   * missed is not a charge for taking part.
   */
  public static String says(
      boolean charge,
      Optional<Money> amount,
      Optional<PayUnit> unit,
      Purpose purpose,
      Optional<Payment> payment,
      Optional<Criterion> when) {
    requireNonNull(amount, "amount");
    requireNonNull(unit, "unit");
    requireNonNull(purpose, "purpose");
    requireNonNull(when, "when");
    Payment paid = requireNonNull(payment, "payment").orElse(Payment.PLAIN);
    String each =
        paid.atMost()
            .map(most -> atMost(most, unit.orElse(PayUnit.SCHOOL)))
            .orElseGet(() -> unit.map(Entitlement::each).orElse(""));
    if (paid.basis() == AmountBasis.ACTUAL_COST) {
      return (charge ? "a charge for the actual cost of " : "the actual cost of ")
          + cost(purpose)
          + each;
    }
    String upTo = paid.basis() == AmountBasis.UP_TO ? "up to " : "";
    if (charge) {
      boolean isForMissed =
          purpose == Purpose.PARTICIPATION && when.filter(Entitlement::isOfMissed).isPresent();
      boolean isForTakingPart = purpose == Purpose.PARTICIPATION && !each.isEmpty();
      String what = isForMissed || isForTakingPart ? "" : forCharge(purpose);
      String missed = isForMissed && unit.equals(Optional.of(PayUnit.SESSION)) ? " missed" : "";
      return amount
          .map(
              money ->
                  money.isZero()
                      ? "no charge" + forCharge(purpose)
                      : "a charge of " + upTo + pounds(money) + what + each + missed)
          .orElse("a charge" + what + each + missed);
    }
    String towards =
        (purpose == Purpose.RELEASE_TIME || purpose == Purpose.TEXTBOOKS ? "" : "the cost of ")
            + cost(purpose);
    return amount
        .map(money -> upTo + pounds(money) + each + " towards " + towards)
        .orElse(
            (towards.startsWith("the cost") ? "help with " : "help with the cost of ")
                + towards
                + each);
  }

  /** Whether a condition asks what the school has missed. */
  private static boolean isOfMissed(Criterion when) {
    return when.facts().stream().anyMatch(fact -> fact.phrase().verb().equals("has missed"));
  }

  private static String cost(Purpose purpose) {
    return switch (purpose) {
      case RELEASE_TIME -> "release time";
      case TEXTBOOKS -> "textbooks";
      case PARTICIPATION -> "taking part";
      case GROUP_WORK -> "the group's work";
    };
  }

  /** Returns the unit as a phrase; empty for the school itself. */
  private static String each(PayUnit unit) {
    return unit == PayUnit.SCHOOL ? "" : " for each " + one(unit);
  }

  /** Returns the units as a phrase, such as {@code for each of at most 15 days}. */
  private static String atMost(BigDecimal most, PayUnit unit) {
    String one = one(unit);
    return most.compareTo(BigDecimal.ONE) == 0
        ? " for at most one " + one
        : " for each of at most " + most.toPlainString() + " " + one + "s";
  }

  private static String one(PayUnit unit) {
    return switch (unit) {
      case SCHOOL -> "school";
      case DEPARTMENT -> "department";
      case WORK_GROUP -> "Work Group";
      case DAY -> "day";
      case PARTICIPANT -> "lead participant";
      case SESSION -> "session";
    };
  }

  private static String forCharge(Purpose purpose) {
    return switch (purpose) {
      case RELEASE_TIME -> " for release time";
      case TEXTBOOKS -> " for textbooks";
      case PARTICIPATION -> " for taking part";
      case GROUP_WORK -> " for the work of the group";
    };
  }

  /**
   * Returns what follows the sentence: that the amount is not stated, that it is paid once, when it
   * is paid and until when the school can claim it; empty if there is nothing to add.
   */
  public static String afterwards(
      boolean charge, Optional<Money> amount, Optional<Payment> payment) {
    requireNonNull(amount, "amount");
    Payment paid = requireNonNull(payment, "payment").orElse(Payment.PLAIN);
    boolean isOpen = amount.isEmpty() && paid.basis() != AmountBasis.ACTUAL_COST;
    return (isOpen ? " The document does not say how much." : "")
        + (!paid.once() ? "" : charge ? " It is charged only once." : " It is paid only once.")
        + paid.paid().map(when -> " It is paid " + when + ".").orElse("")
        + paid.claimBy()
            .map(day -> " The school must claim it by " + Moment.of(day).text() + ".")
            .orElse("");
  }

  /** Formats an amount in plain English, such as {@code £1,000} or {@code £12.50}. */
  public static String pounds(Money money) {
    requireNonNull(money, "money");
    String sign =
        money.getCurrencyUnit().getCode().equals("GBP") ? "£" : money.getCurrencyUnit() + " ";
    return sign
        + (money.getMinorPart() == 0
            ? String.format(Locale.ROOT, "%,d", money.getAmountMajorLong())
            : String.format(Locale.ROOT, "%,.2f", money.getAmount()));
  }

  /**
   * Joins what a school gets with its condition, in two sentences if one would be too long.
   *
   * @param atLength the same in two sentences, of which the condition completes the second
   * @param condition the condition with its conjunction, such as {@code if the hub decides so}
   */
  public static String joined(String entitled, String atLength, String condition) {
    requireNonNull(entitled, "entitled");
    requireNonNull(atLength, "atLength");
    requireNonNull(condition, "condition");
    boolean isReason = condition.startsWith("because ");
    String text = entitled + (isReason ? ", " : " ") + condition;
    return condition.isEmpty()
        ? entitled
        : Sentences.isLonger(text, Sentences.MOST_WORDS) && condition.indexOf('\n') < 0
            ? atLength + " " + condition
            : text;
  }

  /** Whether an entitlement is that there is no charge. */
  public static boolean isFree(boolean charge, Optional<Money> amount) {
    requireNonNull(amount, "amount");
    return charge && amount.filter(Money::isZero).isPresent();
  }

  /** Returns that it is due; that there is no charge applies, and is never due. */
  public static String isDue(boolean charge, Optional<Money> amount) {
    return isFree(charge, amount) ? "It applies" : "It is due";
  }

  @Override
  public String clause() {
    return joined(says(), says() + ". " + isDue(charge, amount), condition())
        + Optional.of(afterwards(charge, amount, payment))
            .filter(m -> !m.isEmpty())
            .map(m -> "." + m)
            .orElse("");
  }

  private String condition() {
    String met = when.map(Criterion::condition).orElse("");
    String decided = payment.filter(Payment::ifHubDecides).map(paid -> decides(charge)).orElse("");
    return met.isEmpty() && decided.isEmpty()
        ? ""
        : "if " + met + (met.isEmpty() || decided.isEmpty() ? "" : " and ") + decided;
  }

  /** Returns the clause that the hub decides to pay, or to charge. */
  public static String decides(boolean charge) {
    return charge ? "the hub decides to charge it" : "the hub decides to pay it";
  }

  @Override
  public Entitlement from(Provenance other) {
    return new Entitlement(id, charge, amount, unit, purpose, payment, when, citation, other);
  }
}
