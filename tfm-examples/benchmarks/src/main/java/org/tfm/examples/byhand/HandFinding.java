package org.tfm.examples.byhand;

import com.google.common.collect.ImmutableList;
import java.util.function.Supplier;
import org.tfm.model.assessment.Status;
import org.tfm.model.criterion.MissingFact;

/**
 * A finding from the hand-written policy; its texts are created on demand.
 *
 * @param row the common parts of the requirement's findings
 * @param status the status
 * @param reading the value read
 * @param saying the finding in plain English
 * @param missing the facts whose absence keeps it open or makes it unmet
 */
public record HandFinding(
    Row row,
    Status status,
    Supplier<String> reading,
    Supplier<String> saying,
    ImmutableList<MissingFact> missing) {

  /** The value read, in plain English. */
  public String read() {
    return reading.get();
  }

  /** The finding in plain English. */
  public String sentence() {
    return saying.get();
  }
}
