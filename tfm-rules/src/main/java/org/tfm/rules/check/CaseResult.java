package org.tfm.rules.check;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import org.tfm.model.assessment.Assessment;

/**
 * A worked case that was run.
 *
 * @param name its name, a sentence
 * @param line the line of its file at which it starts, from 1
 * @param differences what came out otherwise than expected; empty if the case holds
 * @param assessment what came out
 */
public record CaseResult(
    String name, int line, ImmutableList<String> differences, Assessment assessment) {
  /** Refuses null. */
  public CaseResult {
    requireNonNull(name, "name");
    requireNonNull(differences, "differences");
    requireNonNull(assessment, "assessment");
  }

  /** Whether everything came out as expected. */
  public boolean isAsExpected() {
    return differences.isEmpty();
  }
}
