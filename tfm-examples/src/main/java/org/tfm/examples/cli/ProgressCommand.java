package org.tfm.examples.cli;

import org.tfm.model.application.Progress;
import org.tfm.rules.book.PolicyBook;
import picocli.CommandLine.Command;

/** Assesses what happened in a year. */
@Command(
    name = "progress",
    description = "Assesses what happened in a year.",
    mixinStandardHelpOptions = true)
final class ProgressCommand extends DocumentCommand {

  @Override
  Assessed assess(String file, PolicyBook book) {
    Progress document = Input.read(file, Progress.class);
    return new Assessed(
        TextReport.title(document.offering(), document.school()),
        naming(
            file,
            () ->
                book.terms(document.offering(), document.school().kind(), on(document.offering()))
                    .assess(document)));
  }
}
