/**
 * A batch job for Apache Flink that assesses applications on a cluster.
 *
 * <p>Start with {@link org.tfm.examples.flink.AssessJob}. It sends the policies to the workers as
 * data, a {@link org.tfm.model.assessment.TermsTable} in JSON; workers run no rules.
 */
@NullMarked
package org.tfm.examples.flink;

import org.jspecify.annotations.NullMarked;
