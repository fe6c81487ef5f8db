package org.tfm.examples.cli;

import java.io.PrintWriter;
import org.tfm.examples.csv.CsvOutput;
import org.tfm.examples.text.Page;
import org.tfm.model.json.TfmJson;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.PrintableText;
import picocli.CommandLine.Model.CommandSpec;

/**
 * A stream of a command, for people and programs: nothing else prints.
 *
 * <p>A text is one line whatever is in it, and cannot control a terminal. Texts of several lines
 * are pages. Not thread-safe.
 */
final class Printer {

  private final PrintWriter stream;

  private Printer(PrintWriter stream) {
    this.stream = stream;
  }

  /** The stream for answers. */
  static Printer answers(CommandSpec spec) {
    return new Printer(spec.commandLine().getOut());
  }

  /** The stream for messages. */
  static Printer messages(CommandSpec spec) {
    return on(spec.commandLine().getErr());
  }

  /** A printer on this stream. */
  static Printer on(PrintWriter stream) {
    return new Printer(stream);
  }

  /** Prints a line. */
  void line(String text) {
    stream.println(PrintableText.text(text));
  }

  /** Prints an empty line. */
  void gap() {
    stream.println();
  }

  /** Prints a page. */
  void page(Page page) {
    stream.println(page.text());
  }

  /** Prints Markdown. */
  void markdown(Markdown markdown) {
    stream.println(markdown.text());
  }

  /** Prints a value as indented JSON. */
  void json(Object value) {
    stream.println(TfmJson.writePretty(value));
  }

  /** Prints a file of the library as it is. */
  void file(String text) {
    stream.print(text);
  }

  /** Prints rows that a {@link org.tfm.examples.batch.RowFormat} has written. */
  void rows(String rows) {
    stream.print(rows);
  }

  /** Prints each problem on a line. */
  void problems(InvalidInputException refused) {
    refused.problems().forEach(problem -> line(problem.toString()));
  }

  /** Returns the stream as a table. */
  CsvOutput csv() {
    return CsvOutput.buffered(stream);
  }

  /** Sends what was printed; whether the stream takes no more. */
  boolean isClosed() {
    return stream.checkError();
  }
}
