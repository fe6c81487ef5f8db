package org.tfm.examples.cli;

import org.tfm.examples.text.TextReport;
import org.tfm.model.assessment.Terms;
import org.tfm.model.document.Progress;
import org.tfm.model.record.DecisionRecord;
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
