package org.tfm.examples.bench.contest;

import java.util.List;

/** Somebody who judges applications. */
public interface Contestant extends AutoCloseable {

  /** Takes from applicants, before anything is timed, what it wants ready. */
  default void prepare(List<Applicant> applicants) {
    applicants.forEach(Applicant::map);
  }

  /**
   * Judges applicants to one offering; what is found stands in each of them. What is given in one
   * call may be judged together.
   */
  void judge(List<Applicant> applicants);

  @Override
  default void close() {}
}
