package org.tfm.examples.fuzz;

import com.google.common.base.Splitter;
import java.util.List;
import java.util.Optional;
import org.tfm.model.problem.InvalidInputException;

/** Checks the properties of messages and of other text for people. */
public final class Promises {

  /** A name in personal fields of the seeds; no message may show it. */
  public static final String PERSONAL = "Quince";

  private static final List<String> OF_THE_PROGRAM =
      List.of("org.tfm", "java.", "com.fasterxml", "Immutable", "Exception", "\tat ", "$");

  private Promises() {}

  /** Throws unless the messages are fit for the author of the input. */
  static void check(InvalidInputException refusal, String input) {
    String message = String.valueOf(refusal.getMessage());
    check(message, input);
    if (Splitter.on('\n').splitToList(message).size() != refusal.problems().size()) {
      throw new AssertionError("expected one line for each problem: " + message);
    }
    if (refusal.problems().stream().anyMatch(problem -> problem.what().isBlank())) {
      throw new AssertionError("a problem without a sentence");
    }
    if (message.length() > 200_000) {
      throw new AssertionError("a message of " + message.length() + " characters");
    }
  }

  /** Throws if the text names internals of the program or could control a terminal. */
  public static void check(String shown, String input) {
    Optional<String> leaked =
        OF_THE_PROGRAM.stream()
            .filter(shown::contains)
            .filter(word -> !input.contains(word))
            .findFirst();
    if (leaked.isPresent()) {
      throw new AssertionError("the text shows `" + leaked.get() + "`: " + shown);
    }
    if (shown.chars().anyMatch(c -> c != '\n' && isInvisible(c))) {
      throw new AssertionError("the text has an invisible character: " + shown);
    }
  }

  private static boolean isInvisible(int c) {
    return Character.isISOControl(c) || Character.getType(c) == Character.FORMAT;
  }
}
