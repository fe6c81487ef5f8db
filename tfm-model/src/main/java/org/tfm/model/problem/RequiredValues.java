package org.tfm.model.problem;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tfm.model.style.Internal;

/**
 * Checks that the required values of a builder are set.
 *
 * @hidden
 */
@Internal
public final class RequiredValues {

  /** The message of the generated builders. */
  private static final Pattern NOT_SET =
      Pattern.compile("some of required attributes are not set \\[(.*)]");

  private RequiredValues() {}

  /**
   * Returns the value that a generated builder builds.
   *
   * @throws InvalidInputException if required values are not set; it names each of them
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

  /** Returns the names of the missing values in the message of a generated builder. */
  public static List<String> missing(String message) {
    Matcher notSet = NOT_SET.matcher(message);
    return notSet.find()
        ? Splitter.on(", ").splitToList(String.valueOf(notSet.group(1)))
        : ImmutableList.of();
  }
}
