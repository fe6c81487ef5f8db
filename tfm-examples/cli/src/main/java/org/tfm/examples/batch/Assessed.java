package org.tfm.examples.batch;

import org.tfm.model.assessment.Assessment;

/**
 * An application that was assessed.
 *
 * @param file the name of the file of its row
 * @param line the line on which its row starts
 * @param urn the URN of the school
 * @param assessment the assessment
 */
public record Assessed(String file, long line, int urn, Assessment assessment)
    implements RowResult {}
