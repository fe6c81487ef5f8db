package com.example;

import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tfm.model.assessment.Assessment;
import org.tfm.model.document.Application;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.rules.book.PolicyBook;

/**
 * A web service that assesses applications: {@code POST /assessments}.
 *
 * <p>Spring reads and writes the JSON with its own mapper.
 */
@SpringBootApplication
@RestController
public class AssessmentService {

  private final PolicyBook book = PolicyBook.bundled();

  /** Starts the service. */
  public static void main(String[] args) {
    SpringApplication.run(AssessmentService.class, args);
  }

  /** Answers the assessment of an application. */
  @PostMapping("/assessments")
  public Assessment assess(@RequestBody Application application) {
    return book.decide(application).assessment();
  }

  /** Answers every problem of an application, in its JSON or its content. */
  @ExceptionHandler
  @ResponseStatus(HttpStatus.BAD_REQUEST)
  public Map<String, List<Problem>> refuse(InvalidInputException refused) {
    return Map.of("problems", refused.problems());
  }
}
