package org.tfm.model.term;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.google.common.collect.ImmutableSet;
import java.util.Locale;
import java.util.Optional;
import org.joda.money.Money;
import org.tfm.model.criterion.Criterion;
import org.tfm.model.criterion.Fact;
import org.tfm.model.criterion.Mood;

/**
 * An amount or support that the school gets, or a charge that it pays.
 *
 * @param id the id of the term
 * @param charge whether the school pays it; "free of charge" is a charge of £0
 * @param amount the amount for each unit; absent if not stated
 * @param unit the unit that it is paid for; absent if not stated
 * @param purpose the purpose
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
    return says(charge, amount, unit, purpose);
  }

  /** Returns the amount, unit and purpose in plain English. */
  public static String says(
      boolean charge, Optional<Money> amount, Optional<PayUnit> unit, Purpose purpose) {
    requireNonNull(amount, "amount");
    requireNonNull(unit, "unit");
    requireNonNull(purpose, "purpose");
    String each = unit.map(Entitlement::each).orElse("");
    if (charge) {
      return amount
          .map(
              money ->
                  money.isZero()
                      ? "no charge" + forCharge(purpose)
                      : "a charge of " + pounds(money) + each + forCharge(purpose))
          .orElse("a charge" + each + forCharge(purpose));
    }
    String towards =
        switch (purpose) {
          case RELEASE_TIME -> "release time";
          case TEXTBOOKS -> "textbooks";
          case PARTICIPATION -> "the cost of taking part";
          case GROUP_WORK -> "the cost of the group's work";
        };
    return amount
        .map(money -> pounds(money) + each + " towards " + towards)
        .orElse(
            (towards.startsWith("the cost") ? "help with " : "help with the cost of ")
                + towards
                + each);
  }

  /** Returns the unit as a phrase; empty for the school itself. */
  private static String each(PayUnit unit) {
    return switch (unit) {
      case SCHOOL -> "";
      case DEPARTMENT -> " for each department";
      case WORK_GROUP -> " for each Work Group";
      case DAY -> " for each day";
      case PARTICIPANT -> " for each lead participant";
      case SESSION -> " for each session";
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

  /** Returns a sentence about an amount that is not stated; empty if it is. */
  public static String afterwards(Optional<Money> amount) {
    requireNonNull(amount, "amount");
    return amount.isPresent() ? "" : " The document does not say how much.";
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

  @Override
  public String clause() {
    return says()
        + when.map(c -> " if " + c.says(Mood.IS, false)).orElse("")
        + (amount.isPresent() ? "" : "." + afterwards(amount));
  }

  @Override
  public Entitlement from(Provenance other) {
    return new Entitlement(id, charge, amount, unit, purpose, when, citation, other);
  }
}
