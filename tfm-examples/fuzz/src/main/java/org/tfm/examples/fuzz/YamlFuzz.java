package org.tfm.examples.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.rules.book.PolicyBook;
import org.tfm.rules.check.WorkedCases;
import org.tfm.rules.pack.Pack;
import org.tfm.rules.pack.PackFiles;

/**
 * Fuzzes {@code publisher.yaml} and worked cases: each is read or refused, and valid cases are run.
 * The first byte of the input selects one of the two.
 */
public final class YamlFuzz {

  private static final PolicyBook BOOK = PolicyBook.bundled();

  private YamlFuzz() {}

  /** Tests one input. */
  public static void fuzzerTestOneInput(byte[] data) {
    if (data.length == 0) {
      return;
    }
    String text = new String(data, 1, data.length - 1, StandardCharsets.UTF_8);
    try {
      if (data[0] == 'c') {
        WorkedCases.read("cases.yaml", text).run(BOOK);
      } else {
        Pack pack = Pack.parse(PackFiles.of("pack", Map.of(PackFiles.PUBLISHER, text)));
        Promises.check(pack.publisher().hub().name(), "");
      }
    } catch (InvalidInputException e) {
      Promises.check(e, text);
    }
  }
}
