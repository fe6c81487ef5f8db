package org.tfm.examples.cli;

import org.tfm.model.application.Application;
import org.tfm.rules.book.PolicyBook;
import picocli.CommandLine.Command;

/** Assesses applications. */
@Command(name = "assess", description = "Assesses applications.", mixinStandardHelpOptions = true)
final class AssessCommand extends DocumentCommand {

  @Override
  Assessed assess(String file, PolicyBook book) {
    Application document = Input.read(file, Application.class);
    return new Assessed(
        TextReport.title(document.offering(), document.school()),
        naming(
            file,
            () ->
                book.terms(document.offering(), document.school().kind(), on(document.offering()))
                    .assess(document)));
  }
}
