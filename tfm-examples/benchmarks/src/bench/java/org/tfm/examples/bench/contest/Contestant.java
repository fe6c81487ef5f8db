package org.tfm.examples.bench.contest;

import java.util.List;

/** A contestant that decides applications. */
public interface Contestant extends AutoCloseable {

  /** Prepares the applicants before anything is timed. */
  default void prepare(List<Applicant> applicants) {
    applicants.forEach(Applicant::map);
  }

  /**
   * Decides applicants to one offering and stores the findings in them. The applicants of one call
   * may be decided together.
   */
  void judge(List<Applicant> applicants);

  @Override
  default void close() {}
}
