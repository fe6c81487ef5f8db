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
 * The contents of a {@code .cases.yaml}: the worked cases of one offering.
 *
 * @param offering the offering that the cases are for
 * @param typical documents that meet all requirements
 * @param cases the cases, at most 1,000
 */
record CaseFile(
    @JsonProperty(required = true) Offering offering,
    @JsonProperty(required = true) Documents typical,
    @JsonProperty(required = true) ImmutableList<Case> cases) {

  /**
   * Documents that meet all requirements; the offering is added to each.
   *
   * @param application an application
   * @param group a work group
   * @param progress a school's progress during the year
   */
  record Documents(
      Optional<JsonNode> application, Optional<JsonNode> group, Optional<JsonNode> progress) {}

  /**
   * A case: the changes to one typical document and the expected result.
   *
   * @param name a short sentence about the case
   * @param asOf the day whose policy applies; absent for the first day of the academic year
   * @param application the changes to the typical application
   * @param group the changes to the typical group
   * @param progress the changes to the typical progress
   * @param expect the expected result
   */
  record Case(
      @JsonProperty(required = true) String name,
      Optional<LocalDate> asOf,
      Optional<JsonNode> application,
      Optional<JsonNode> group,
      Optional<JsonNode> progress,
      @JsonProperty(required = true) Expected expect) {}

  /**
   * The expected result; an absent list means an empty one.
   *
   * @param verdict the verdict on the document; absent for any
   * @param eligibility the verdict on eligibility; absent for any
   * @param application the verdict on the application; absent for any
   * @param commitments the verdict on commitments; absent for any
   * @param unmet the ids of all terms that are not met
   * @param missing the ids of all terms whose evidence is missing
   * @param referred the ids of all terms that the hub decides
   * @param silent the ids of all terms for which the policy gives no figure
   * @param advice the ids of all preferred terms that are not met
   * @param entitlements the statuses of entitlements, by term id; other entitlements are ignored
   * @param amounts the amounts of entitlements, by term id, such as {@code GBP 1000.00} or {@code
   *     not stated}
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
      Optional<ImmutableMap<String, String>> amounts) {

    private static final Expected NOTHING =
        new Expected(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    /** Whether it names no result: such a case would pass with any verdict. */
    boolean namesNothing() {
      return equals(NOTHING);
    }
  }
}
