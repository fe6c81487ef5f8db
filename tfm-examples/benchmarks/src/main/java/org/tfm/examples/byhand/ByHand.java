package org.tfm.examples.byhand;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tfm.model.assessment.PolicyVersion;
import org.tfm.model.programme.AcademicYear;

/**
 * The hand-written policy as a program, to compare start times.
 *
 * <p>Prints the same as {@code tfm assess FILE --json} except the version of the policy, because it
 * loads no policy book. The exit code is 2 for bad input.
 */
public final class ByHand {

  private static final int BAD_INPUT = 2;

  private ByHand() {}

  /** Assesses the application in one file. */
  public static void main(String... args) throws IOException {
    if (args.length != 1) {
      System.err.println("expected one FILE");
      System.exit(BAD_INPUT);
    }
    try {
      PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
      out.println(assess(Files.readString(Path.of(args[0]))));
      out.flush();
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(BAD_INPUT);
    }
  }

  /** Assesses an application; both are JSON. */
  static String assess(String json) {
    PolicyVersion policy =
        new PolicyVersion(
            "by hand",
            ImmutableList.of(Row.PACK),
            ImmutableList.of("none"),
            "none",
            AcademicYear.startingIn(2022).firstDay());
    return AssessmentJson.write(
        new CheshireWirralByHand(policy).assess(ApplicationJson.read(json)));
  }
}
