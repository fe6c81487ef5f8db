package org.tfm.model.assessment;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.joda.money.Money;
import org.tfm.model.criterion.MissingFact;
import org.tfm.model.terms.Citation;
import org.tfm.model.terms.MoneyJson;
import org.tfm.model.terms.PayUnit;
import org.tfm.model.terms.Provenance;
import org.tfm.model.terms.Purpose;

/**
 * One entitlement evaluated.
 *
 * @param term the id of the term
 * @param status whether it is due
 * @param charge whether the school pays it
 * @param amount the amount for each unit; absent where the source states none
 * @param unit what it is paid for each of; absent where the source does not say
 * @param purpose what it is for
 * @param waitsFor the facts it waits for
 * @param sentence the entitlement in plain English
 * @param citation the source
 * @param provenance the rule
 */
public record EntitlementFinding(
    String term,
    EntitlementStatus status,
    boolean charge,
    @JsonInclude(JsonInclude.Include.ALWAYS)
        @JsonSerialize(contentUsing = MoneyJson.Writer.class)
        @JsonDeserialize(contentUsing = MoneyJson.Reader.class)
        Optional<Money> amount,
    @JsonInclude(JsonInclude.Include.ALWAYS) Optional<PayUnit> unit,
    Purpose purpose,
    ImmutableList<MissingFact> waitsFor,
    String sentence,
    Citation citation,
    Provenance provenance) {}
