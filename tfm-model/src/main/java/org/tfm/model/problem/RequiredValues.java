package org.tfm.model.problem;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tfm.model.style.Internal;

/**
 * The values that a builder insists on.
 *
 * @hidden
 */
@Internal
public final class RequiredValues {

  /** What the generated builders say. */
  private static final Pattern NOT_SET =
      Pattern.compile("some of required attributes are not set \\[(.*)]");

  private RequiredValues() {}

  /**
   * The value that a generated builder builds.
   *
   * @throws InvalidInputException that names every required value that was not set
   */
  public static <T> T built(Supplier<T> builder) {
    try {
      return builder.get();
    } catch (IllegalStateException e) {
      List<String> missing = missing(String.valueOf(e.getMessage()));
      if (missing.isEmpty()) {
        throw e;
      }
      throw new InvalidInputException(
          missing.stream()
              .map(name -> Problem.of(ProblemCode.MISSING, "missing").atKey("/" + name))
              .toList());
    }
  }

  /** The names of the required values that the message of a generated builder says are missing. */
  public static List<String> missing(String message) {
    Matcher notSet = NOT_SET.matcher(message);
    return notSet.find()
        ? Splitter.on(", ").splitToList(String.valueOf(notSet.group(1)))
        : ImmutableList.of();
  }
}
