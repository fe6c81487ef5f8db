package org.tfm.rules.check;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import org.tfm.model.assessment.Assessment;
import org.tfm.model.json.TfmJson;

/**
 * The result of a worked case.
 *
 * @param name the name of the case, a sentence
 * @param line the line of the file on which the case starts, from 1
 * @param differences the differences from the expected result; empty if the case passes
 * @param assessment the actual result
 */
@TfmJson.Strict
public record CaseResult(
    String name, int line, ImmutableList<String> differences, Assessment assessment) {
  /** Refuses null. */
  public CaseResult {
    requireNonNull(name, "name");
    requireNonNull(differences, "differences");
    requireNonNull(assessment, "assessment");
  }

  /** Whether the case passes. */
  public boolean isAsExpected() {
    return differences.isEmpty();
  }
}
