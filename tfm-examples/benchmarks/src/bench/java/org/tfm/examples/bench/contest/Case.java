package org.tfm.examples.bench.contest;

import java.util.function.Predicate;
import org.tfm.model.assessment.Status;

/**
 * A condition in Java for one status of a requirement.
 *
 * @param row the requirement
 * @param status the status
 * @param when the condition on applicants
 */
public record Case<A extends Applicant>(Row row, Status status, Predicate<A> when) {}
