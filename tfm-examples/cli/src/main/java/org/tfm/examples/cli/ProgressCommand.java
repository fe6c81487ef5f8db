package org.tfm.examples.cli;

import org.tfm.model.document.Progress;
import org.tfm.rules.book.PolicyBook;
import picocli.CommandLine.Command;

/** Assesses what happened in a year. */
@Command(
    name = "progress",
    description = "Says what a school still has to do or report in its year.",
    mixinStandardHelpOptions = true)
final class ProgressCommand extends DocumentCommand {

  @Override
  Progress read(PolicyBook book, String json) {
    return book.readProgress(json);
  }
}
