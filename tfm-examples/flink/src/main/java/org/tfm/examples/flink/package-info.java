/**
 * Applications assessed by a cluster: a job for Apache Flink in batch mode.
 *
 * <p>Start at {@link org.tfm.examples.flink.AssessJob}. The policy book travels as data, a {@link
 * org.tfm.model.assessment.TermsTable} in JSON; no worker runs a rule.
 */
@NullMarked
package org.tfm.examples.flink;

import org.jspecify.annotations.NullMarked;
