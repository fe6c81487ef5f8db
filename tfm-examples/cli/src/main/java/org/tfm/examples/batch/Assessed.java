package org.tfm.examples.batch;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;
import org.tfm.model.assessment.Assessment;
import org.tfm.register.RegisterFindings;

/**
 * An application that was assessed.
 *
 * @param file the name of the file of its row
 * @param line the line on which its row starts
 * @param urn the URN of the school
 * @param assessment the assessment
 * @param register what the register says of the school; absent without a register
 */
public record Assessed(
    String file,
    long line,
    int urn,
    Assessment assessment,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<RegisterFindings> register)
    implements RowResult {}
