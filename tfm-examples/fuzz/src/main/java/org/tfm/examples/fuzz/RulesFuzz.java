package org.tfm.examples.fuzz;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.rules.book.PolicyBook;
import org.tfm.rules.pack.Pack;
import org.tfm.rules.pack.PackFiles;

/**
 * Fuzzes rule files: each is refused, or the rule engine gets only words of this library and the
 * pack loads or is refused.
 */
public final class RulesFuzz {

  private static final String FILE = "primary-development.drl";

  /** The {@code publisher.yaml} of a pack whose only rule file is the input; it fits the seeds. */
  private static final String PUBLISHER =
      """
      language: 2
      hub: cheshire-wirral
      name: A hub
      year: 2022/23
      offers: [primary-development]
      sources:
        flyer: { title: A flyer, publisher: A hub, last-checked: 2026-01-01 }
        cheshire-wirral-2022-23-development-application:
          { title: A form, publisher: A hub, last-checked: 2026-01-01 }
      facts:
        mastery-begun: { kind: yes-no, label: it has begun, question: "Has it begun?" }
      """;

  private static final Pattern TEXT = Pattern.compile("\"(?:[^\"\\\\\n]|\\\\u[0-9a-f]{4})*\"");
  private static final Pattern QUALIFIED = Pattern.compile("(?<![.\\w])\\w+(?:\\.\\w+)+");
  private static final Pattern OURS =
      Pattern.compile(
          "org\\.tfm\\.(?:rules\\.language|model\\.(?:programme|school|application|terms))\\."
              + "[A-Z]\\w*(?:\\.\\w+)*|terms\\.\\w+|policies\\.\\w+(?:\\.\\w+)*|[0-9]+\\.[0-9]+");
  private static final Pattern PLAIN = Pattern.compile("[\\w\\s().,;!=&|]*");

  /** Compiling takes a tenth of a second, so only some inputs are compiled, and none twice. */
  private static final int ONE_IN = 8;

  private static final Set<String> LOADED = new HashSet<>();

  private RulesFuzz() {}

  /** Tests one input. */
  public static void fuzzerTestOneInput(byte[] data) {
    String text = new String(data, StandardCharsets.UTF_8);
    try {
      PackFiles files = PackFiles.of("pack", Map.of(PackFiles.PUBLISHER, PUBLISHER, FILE, text));
      String source = Pack.parse(files).engineSource().getOrDefault(FILE, "");
      check(source);
      int hash = Hashing.murmur3_32_fixed().hashString(source, StandardCharsets.UTF_8).asInt();
      if (hash % ONE_IN == 0 && LOADED.add(source)) {
        PolicyBook.builder().files(files).build();
      }
    } catch (InvalidInputException e) {
      Promises.check(e, text);
    }
  }

  private static void check(String source) {
    String code = TEXT.matcher(source).replaceAll("");
    if (!PLAIN.matcher(code).matches()) {
      throw new AssertionError("an unknown sign reaches the engine: " + source);
    }
    Matcher names = QUALIFIED.matcher(code);
    while (names.find()) {
      if (!OURS.matcher(names.group()).matches()) {
        throw new AssertionError("`" + names.group() + "` reaches the engine: " + source);
      }
    }
  }
}
