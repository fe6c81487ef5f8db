package org.tfm.examples.cli;

import org.tfm.examples.text.TextReport;
import org.tfm.model.assessment.Terms;
import org.tfm.model.document.Application;
import org.tfm.model.record.DecisionRecord;
import org.tfm.rules.book.PolicyBook;
import picocli.CommandLine.Command;

/** Assesses applications. */
@Command(name = "assess", description = "Assesses applications.", mixinStandardHelpOptions = true)
final class AssessCommand extends DocumentCommand {

  @Override
  Assessed assess(String file, PolicyBook book) {
    Application document = Input.read(file, Application.class);
    return Input.naming(
        file,
        () -> {
          Terms terms =
              book.terms(document.offering(), document.school().kind(), on(document.offering()));
          return new Assessed(
              TextReport.title(document.offering(), document.school()),
              terms.assess(document),
              day -> Input.naming(file, () -> DecisionRecord.of(terms, document, day)));
        });
  }
}
