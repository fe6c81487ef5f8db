package org.tfm.model.term;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.Locale;
import java.util.Optional;
import org.joda.money.Money;
import org.tfm.model.criterion.Criterion;
import org.tfm.model.criterion.Mood;

/**
 * What the school gets, or is charged.
 *
 * @param id the id of the term
 * @param charge whether it is paid by the school; "free of charge" is a charge of nothing
 * @param amount the amount for each unit; absent where the source states none
 * @param unit what it is paid for each of; absent where the source does not say
 * @param purpose what it is for
 * @param when what turns it on; absent for always
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
  /** Refuses null. */
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

  /** Amount, unit and purpose in plain English, such as {@code £1,000 for each school}. */
  public String says() {
    return says(charge, amount, unit, purpose);
  }

  /** The same of the parts alone. */
  public static String says(
      boolean charge, Optional<Money> amount, Optional<PayUnit> unit, Purpose purpose) {
    requireNonNull(amount, "amount");
    requireNonNull(unit, "unit");
    requireNonNull(purpose, "purpose");
    String each =
        unit.map(u -> " for each " + u.name().toLowerCase(Locale.ROOT).replace('_', ' '))
            .orElse("");
    String purposes = purpose.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    if (charge) {
      return amount
              .map(money -> money.isZero() ? "no charge" : "a charge of " + pounds(money) + each)
              .orElse("a charge whose amount is not stated")
          + " for "
          + purposes;
    }
    return amount.map(Entitlement::pounds).orElse("support, amount not stated,")
        + each
        + " towards "
        + purposes;
  }

  /** An amount as people write it, such as {@code £1,000} or {@code £12.50}. */
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
    return says() + when.map(c -> ", when " + c.says(Mood.IS, false)).orElse("");
  }

  @Override
  public Entitlement from(Provenance other) {
    return new Entitlement(id, charge, amount, unit, purpose, when, citation, other);
  }
}
