package com.example;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.tfm.model.assessment.Assessment;
import org.tfm.model.document.Application;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.rules.book.PolicyBook;

/**
 * A web service that assesses applications: {@code POST /assessments}.
 *
 * <p>Quarkus reads and writes the JSON with its own mapper.
 */
@Path("/assessments")
public class AssessmentService {

  private final PolicyBook book = PolicyBook.bundled();

  /** Answers the assessment of an application. */
  @POST
  public Assessment assess(Application application) {
    return book.decide(application).assessment();
  }

  /** Answers every problem of the JSON of an application. */
  @ServerExceptionMapper
  public RestResponse<Map<String, List<Problem>>> refuse(MismatchedInputException refused) {
    return refused.getCause() instanceof InvalidInputException input
        ? refuse(input)
        : RestResponse.status(Response.Status.BAD_REQUEST);
  }

  /** Answers every problem of the content of an application. */
  @ServerExceptionMapper
  public RestResponse<Map<String, List<Problem>>> refuse(InvalidInputException refused) {
    return RestResponse.status(
        Response.Status.BAD_REQUEST, Map.of("problems", refused.problems()));
  }
}
