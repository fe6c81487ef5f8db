package org.tfm.model.assessment;

import java.util.Optional;
import org.joda.money.Money;
import org.tfm.model.criterion.Criterion;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.term.Entitlement;
import org.tfm.model.term.PayUnit;
import org.tfm.model.term.Payment;
import org.tfm.model.term.Priority;
import org.tfm.model.term.Purpose;

/**
 * The parts of the sentence about what a school gets, pays or goes first for.
 *
 * @param isFirst whether it is that the school goes first
 * @param says what it is, as a clause
 * @param atLength the same in two sentences, of which a condition completes the second
 * @param not that the school does not get it, as a clause
 * @param only the start of a sentence that says on which condition alone the school gets it
 * @param afterwards what follows the sentence; empty if there is nothing to add
 * @param decided the clause that the hub decides so; empty if it need not
 */
record EntitledText(
    boolean isFirst,
    String says,
    String atLength,
    String not,
    String only,
    String afterwards,
    String decided) {

  static EntitledText of(
      boolean charge,
      Optional<Money> amount,
      Optional<PayUnit> unit,
      Purpose purpose,
      Optional<Payment> payment,
      Optional<Criterion> when) {
    String says = Entitlement.says(charge, amount, unit, purpose, payment, when);
    String isDue = Entitlement.isDue(charge, amount);
    return new EntitledText(
        false,
        says,
        says + ". " + isDue,
        says + (Entitlement.isFree(charge, amount) ? ": this does not apply" : ": not due"),
        isDue,
        Entitlement.afterwards(charge, amount, payment),
        payment.filter(Payment::ifHubDecides).isPresent() ? Entitlement.decides(charge) : "");
  }

  /** Returns the text of a priority. */
  static EntitledText first(Optional<String> type, Optional<AcademicYear> year) {
    return new EntitledText(
        true,
        Priority.says(true, type, year),
        Priority.saysAtLength(type, year),
        Priority.says(false, type, year),
        "It goes first",
        "",
        "");
  }

  /** Returns that the school does not get it, and on which condition alone it does. */
  String onlyIf(String condition) {
    String text = "if " + condition;
    return not + ". " + only + " only " + (isFirst ? Priority.ofIt(text) : text);
  }

  /** Joins it with a condition that starts with its conjunction. */
  String joined(String condition) {
    return Entitlement.joined(says, atLength, isFirst ? Priority.ofIt(condition) : condition);
  }
}
