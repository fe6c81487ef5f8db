package org.tfm.rules.check;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.time.LocalDate;
import java.util.Optional;
import org.tfm.model.assessment.EntitlementStatus;
import org.tfm.model.assessment.Verdict;
import org.tfm.model.programme.Offering;

/**
 * The worked cases of one offering, in a {@code .cases.yaml} beside its rules.
 *
 * @param offering what the cases are for
 * @param typical documents that meet everything
 * @param cases the cases, at most 1,000
 */
record CaseFile(
    @JsonProperty(required = true) Offering offering,
    @JsonProperty(required = true) Documents typical,
    @JsonProperty(required = true) ImmutableList<Case> cases) {

  /**
   * Documents that meet everything; the offering goes without saying.
   *
   * @param application an application
   * @param group a work group
   * @param progress a year's progress
   */
  record Documents(
      Optional<JsonNode> application, Optional<JsonNode> group, Optional<JsonNode> progress) {}

  /**
   * A case: what is different from one typical document, and what must come out; with a day if it
   * is not about the first of the year.
   *
   * @param name what the case shows, in a few words
   * @param asOf the day whose policy is meant; absent for the first day of the academic year
   * @param application what is different from the typical application
   * @param group what is different from the typical group
   * @param progress what is different from the typical progress
   * @param expect what must come out
   */
  record Case(
      @JsonProperty(required = true) String name,
      Optional<LocalDate> asOf,
      Optional<JsonNode> application,
      Optional<JsonNode> group,
      Optional<JsonNode> progress,
      @JsonProperty(required = true) Expected expect) {}

  /**
   * What must come out; a list that is left out is empty.
   *
   * @param verdict the verdict on the document; absent for any
   * @param eligibility the verdict on eligibility; absent for any
   * @param application the verdict on the application; absent for any
   * @param commitments the verdict on commitments; absent for any
   * @param unmet the ids of exactly the terms that are not met
   * @param missing the ids of exactly the terms whose evidence is missing
   * @param referred the ids of exactly the terms that the hub decides
   * @param silent the ids of exactly the terms for which the policy gives no figure
   * @param advice the ids of exactly the preferred terms that are not met
   * @param entitlements how entitlements come out, by term id; others may be there
   * @param amounts amounts of entitlements, by term id, such as {@code GBP 1000.00} or {@code not
   *     stated}
   */
  record Expected(
      Optional<Verdict> verdict,
      Optional<Verdict> eligibility,
      Optional<Verdict> application,
      Optional<Verdict> commitments,
      Optional<ImmutableList<String>> unmet,
      Optional<ImmutableList<String>> missing,
      Optional<ImmutableList<String>> referred,
      Optional<ImmutableList<String>> silent,
      Optional<ImmutableList<String>> advice,
      Optional<ImmutableMap<String, EntitlementStatus>> entitlements,
      Optional<ImmutableMap<String, String>> amounts) {}
}
