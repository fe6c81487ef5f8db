package org.tfm.examples.bench.contest;

import java.util.function.Predicate;
import org.tfm.model.assessment.Status;

/**
 * When a requirement comes out how, in Java.
 *
 * @param row the requirement
 * @param status how it comes out
 * @param when for which applicants
 */
public record Case<A extends Applicant>(Row row, Status status, Predicate<A> when) {}
