package org.tfm.examples;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.tfm.examples.text.Names;
import org.tfm.examples.text.Page;
import org.tfm.examples.text.TextReport;
import org.tfm.model.document.Application;
import org.tfm.rules.book.PolicyBook;

/**
 * Three decisions: one school may join, one does not yet meet the policy, one has questions to
 * answer.
 */
public final class Demo {

  private Demo() {}

  /** Prints the three decisions. */
  public static void main(String... args) {
    PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
    out.println(report());
    out.flush();
  }

  /** The text that it prints. */
  static String report() {
    PolicyBook book = PolicyBook.bundled();
    return String.join(
        "\n\n" + "-".repeat(Page.WIDTH) + "\n\n",
        List.of("yes", "no", "more").stream().map(name -> decision(book, name)).toList());
  }

  private static String decision(PolicyBook book, String name) {
    Application application = book.readApplication(resource(name));
    return TextReport.SHORT
        .page(new Names(book), application, book.decide(application).assessment())
        .text();
  }

  private static String resource(String name) {
    try (InputStream in =
        Objects.requireNonNull(Demo.class.getResourceAsStream("demo/" + name + ".json"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
