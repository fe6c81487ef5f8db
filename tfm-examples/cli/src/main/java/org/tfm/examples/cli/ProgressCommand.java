package org.tfm.examples.cli;

import org.tfm.examples.text.TextReport;
import org.tfm.model.document.Document;
import org.tfm.model.document.Progress;
import org.tfm.rules.book.PolicyBook;
import picocli.CommandLine.Command;

/** Assesses what happened in a year. */
@Command(
    name = "progress",
    description = "Assesses what happened in a year.",
    mixinStandardHelpOptions = true)
final class ProgressCommand extends DocumentCommand {

  @Override
  Progress read(PolicyBook book, String json) {
    return book.readProgress(json);
  }

  @Override
  String title(Document document) {
    return TextReport.title(document.offering(), ((Progress) document).school());
  }
}
