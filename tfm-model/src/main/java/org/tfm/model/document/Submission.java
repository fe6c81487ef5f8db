package org.tfm.model.document;

import java.util.Optional;
import org.tfm.model.criterion.Value;

/** The day and time of submission in an application. */
final class Submission {

  private Submission() {}

  static Optional<Value> read(Application application) {
    return Days.value(application.submittedOn(), application.submittedAt());
  }

  static Optional<Application> write(Application application, Value value) {
    return value instanceof Value.Day day
        ? Optional.of(
            Application.builder()
                .from(application)
                .submittedOn(day.moment().day())
                .submittedAt(day.moment().time())
                .build())
        : Optional.empty();
  }
}
