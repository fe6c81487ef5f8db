package org.tfm.examples.cli;

import org.tfm.examples.text.TextReport;
import org.tfm.model.document.Document;
import org.tfm.model.document.WorkGroup;
import picocli.CommandLine.Command;

/** Assesses planned or running work groups. */
@Command(
    name = "group",
    description = "Assesses planned or running work groups.",
    mixinStandardHelpOptions = true)
final class GroupCommand extends DocumentCommand {

  @Override
  Class<WorkGroup> sort() {
    return WorkGroup.class;
  }

  @Override
  String title(Document document) {
    return TextReport.title(document.offering());
  }
}
