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

/** The keys of a {@code .cases.yaml}. */
record CaseFile(
    @JsonProperty(required = true) Offering offering,
    @JsonProperty(required = true) Documents typical,
    @JsonProperty(required = true) ImmutableList<Case> cases) {

  /** Documents that meet everything. */
  record Documents(
      Optional<JsonNode> application, Optional<JsonNode> group, Optional<JsonNode> progress) {}

  /**
   * A case: what is different from one typical document, and what must come out; with a day if it
   * is not about the first of the year.
   */
  record Case(
      @JsonProperty(required = true) String name,
      Optional<LocalDate> asOf,
      Optional<JsonNode> application,
      Optional<JsonNode> group,
      Optional<JsonNode> progress,
      @JsonProperty(required = true) Expected expect) {}

  /** What must come out; a list that is left out is empty. */
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
