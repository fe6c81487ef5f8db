package org.tfm.examples.batch;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.tfm.model.document.Application;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.register.RegisterFill;
import org.tfm.register.SchoolRegister;

/** Assesses rows, each by itself. Immutable and thread-safe. */
public final class RowAssessor {

  private final Policies policies;
  private final Optional<SchoolRegister> register;

  /** The assessor by these policies. */
  public RowAssessor(Policies policies) {
    this(policies, Optional.empty());
  }

  /** The assessor by these policies, with a register that fills what rows leave out. */
  public RowAssessor(Policies policies, Optional<SchoolRegister> register) {
    this.policies = policies;
    this.register = register;
  }

  /**
   * Returns the row assessed, or rejected if it is not an application to one of the policies, or if
   * the program fails on it: no row ends the batch.
   */
  public RowResult assess(InputRow row) {
    try {
      Application application = row.application(policies);
      Optional<RegisterFill<Application>> filled =
          register.map(schools -> RegisterFill.of(schools, application));
      return new Assessed(
          row.file(),
          row.line(),
          application.school().urn(),
          policies.assess(filled.map(RegisterFill::document).orElse(application)),
          filled.map(RegisterFill::findings));
    } catch (InvalidInputException e) {
      return new Rejected(row.file(), row.line(), e.problems());
    } catch (RuntimeException | StackOverflowError e) {
      return new Rejected(row.file(), row.line(), ImmutableList.of(Problem.ofFault(e)));
    }
  }
}
