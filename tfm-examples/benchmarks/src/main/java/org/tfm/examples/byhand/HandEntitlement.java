package org.tfm.examples.byhand;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.joda.money.Money;
import org.tfm.model.assessment.EntitlementReason;
import org.tfm.model.assessment.EntitlementStatus;
import org.tfm.model.criterion.MissingFact;
import org.tfm.model.term.Citation;
import org.tfm.model.term.PayUnit;
import org.tfm.model.term.Provenance;
import org.tfm.model.term.Purpose;

/**
 * An entitlement from the hand-written policy.
 *
 * @param term the id of the term that the code replaces
 * @param status whether it is due
 * @param reason the reason why it is not due or not yet certain; absent if it is firm
 * @param charge whether the school pays it
 * @param amount the amount for each unit; absent if the source gives none
 * @param unit the unit that the amount is for; absent if the source gives none
 * @param purpose the purpose
 * @param whenPlace whether its condition is that the hub has offered a place; otherwise it has none
 * @param waitsFor the facts that it waits for
 * @param sentence the entitlement in plain English
 * @param citation the source
 * @param provenance the rule
 */
public record HandEntitlement(
    String term,
    EntitlementStatus status,
    Optional<EntitlementReason> reason,
    boolean charge,
    Optional<Money> amount,
    Optional<PayUnit> unit,
    Purpose purpose,
    boolean whenPlace,
    ImmutableList<MissingFact> waitsFor,
    String sentence,
    Citation citation,
    Provenance provenance) {}
