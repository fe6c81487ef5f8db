package org.tfm.examples.byhand;

import com.google.common.collect.ImmutableList;
import java.util.function.Supplier;
import org.tfm.model.assessment.Status;
import org.tfm.model.criterion.MissingFact;

/**
 * A requirement evaluated by hand; its texts are made when somebody asks for them.
 *
 * @param row what all findings of the requirement have in common
 * @param status how it came out
 * @param reading what was read
 * @param saying the finding in plain English
 * @param missing the facts whose absence keeps it open, or makes it unmet
 */
public record HandFinding(
    Row row,
    Status status,
    Supplier<String> reading,
    Supplier<String> saying,
    ImmutableList<MissingFact> missing) {

  /** What was read, in plain English. */
  public String read() {
    return reading.get();
  }

  /** The finding in plain English. */
  public String sentence() {
    return saying.get();
  }
}
