package org.tfm.examples.batch;

import com.google.common.collect.ImmutableList;
import org.tfm.model.document.Application;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;

/** Assesses rows, each by itself. Immutable and thread-safe. */
public final class RowAssessor {

  private final Policies policies;

  /** The assessor by these policies. */
  public RowAssessor(Policies policies) {
    this.policies = policies;
  }

  /**
   * Returns the row assessed, or rejected if it is not an application to one of the policies, or if
   * the program fails on it: no row ends the batch.
   */
  public RowResult assess(InputRow row) {
    try {
      Application application = row.application(policies);
      return new Assessed(
          row.file(), row.line(), application.school().urn(), policies.assess(application));
    } catch (InvalidInputException e) {
      return new Rejected(row.file(), row.line(), e.problems());
    } catch (RuntimeException | StackOverflowError e) {
      return new Rejected(row.file(), row.line(), ImmutableList.of(Problem.ofFault(e)));
    }
  }
}
