package org.tfm.examples.cli;

import org.tfm.examples.text.TextReport;
import org.tfm.model.document.Application;
import org.tfm.model.document.Document;
import org.tfm.rules.book.PolicyBook;
import picocli.CommandLine.Command;

/** Assesses applications. */
@Command(name = "assess", description = "Assesses applications.", mixinStandardHelpOptions = true)
final class AssessCommand extends DocumentCommand {

  @Override
  Application read(PolicyBook book, String json) {
    return book.readApplication(json);
  }

  @Override
  String title(Document document) {
    return TextReport.title(document.offering(), ((Application) document).school());
  }
}
