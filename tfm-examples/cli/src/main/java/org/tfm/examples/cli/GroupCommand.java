package org.tfm.examples.cli;

import org.tfm.examples.text.TextReport;
import org.tfm.model.document.Document;
import org.tfm.model.document.WorkGroup;
import org.tfm.rules.book.PolicyBook;
import picocli.CommandLine.Command;

/** Assesses planned or running work groups. */
@Command(
    name = "group",
    description = "Assesses planned or running work groups.",
    mixinStandardHelpOptions = true)
final class GroupCommand extends DocumentCommand {

  @Override
  WorkGroup read(PolicyBook book, String json) {
    return book.readGroup(json);
  }

  @Override
  String title(Document document) {
    return TextReport.title(document.offering());
  }
}
