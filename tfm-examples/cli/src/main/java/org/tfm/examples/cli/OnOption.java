package org.tfm.examples.cli;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tfm.model.document.Document;
import org.tfm.rules.book.Decision;
import org.tfm.rules.book.PolicyBook;
import picocli.CommandLine.Option;

/** The day whose policy decides on documents. */
final class OnOption {

  @Option(
      names = "--on",
      paramLabel = "DATE",
      description =
          "Use the policy of this day, such as 2022-10-31. Without it: the day on which "
              + "each document was submitted, or the first day of its academic year. A day "
              + "before or after the year counts as its first or last day.")
  private @Nullable LocalDate day;

  /** The day; empty without the option. */
  Optional<LocalDate> day() {
    return Optional.ofNullable(day);
  }

  /** Decides on a document with the policy of the day. */
  Decision decide(PolicyBook book, Document document) {
    return day == null ? book.decide(document) : book.decide(document, day);
  }
}
