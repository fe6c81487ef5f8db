package org.tfm.model.intake;

import com.fasterxml.jackson.databind.JsonNode;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;

/** The values that a form map can state: texts, numbers, and yes or no. */
final class PlainValue {

  private PlainValue() {}

  static boolean isPlain(JsonNode value) {
    return value.isValueNode() && !value.isNull();
  }

  /** Returns the problem of another value. */
  static Problem problem(String pointer) {
    return Problem.of(ProblemCode.WRONG_TYPE, "expected a text, a number or yes or no")
        .atKey(pointer);
  }

  /** Returns a key as a step of a JSON pointer. */
  static String key(String key) {
    return key.replace("~", "~0").replace("/", "~1");
  }
}
