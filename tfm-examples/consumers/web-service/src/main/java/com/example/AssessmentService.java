package com.example;

import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import org.tfm.model.json.TfmJson;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.rules.book.LiveBook;
import org.tfm.rules.book.PolicyBook;

/**
 * A web service that assesses applications: {@code POST /assessments}, JSON in and out.
 *
 * <p>All requests share one policy book, which can be reloaded. A request in progress keeps the
 * book that it started with.
 */
public final class AssessmentService {

  private final LiveBook book;

  /** Creates a service that uses a policy book. */
  public AssessmentService(LiveBook book) {
    this.book = book;
  }

  /** Starts the service. The arguments are the port and, optionally, folders of further packs. */
  public static void main(String[] args) {
    LiveBook book =
        LiveBook.open(
            () -> {
              PolicyBook.Builder builder = PolicyBook.builder().bundledPacks();
              for (int i = 1; i < args.length; i++) {
                builder.directory(Path.of(args[i]));
              }
              return builder.build().warmUp();
            },
            ForkJoinPool.commonPool());
    new AssessmentService(book).start(Integer.parseInt(args[0]));
  }

  /** Starts to listen on the loopback interface; port 0 takes one that is free. */
  public Javalin start(int port) {
    return Javalin.create(config -> config.showJavalinBanner = false)
        .post("/assessments", this::assess)
        .exception(InvalidInputException.class, AssessmentService::refuse)
        .start("127.0.0.1", port);
  }

  private void assess(Context request) {
    PolicyBook current = book.book();
    json(request, current.decide(current.readApplication(request.body())).assessment());
  }

  private static void refuse(InvalidInputException refused, Context request) {
    json(request.status(HttpStatus.BAD_REQUEST), Map.of("problems", refused.problems()));
  }

  private static void json(Context request, Object value) {
    request.contentType("application/json").result(TfmJson.write(value));
  }
}
