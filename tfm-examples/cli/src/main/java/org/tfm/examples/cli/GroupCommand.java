package org.tfm.examples.cli;

import org.tfm.examples.text.TextReport;
import org.tfm.model.assessment.Terms;
import org.tfm.model.document.WorkGroup;
import org.tfm.model.record.DecisionRecord;
import org.tfm.model.school.PartialSchoolKind;
import org.tfm.rules.book.PolicyBook;
import picocli.CommandLine.Command;

/** Assesses planned or running work groups. */
@Command(
    name = "group",
    description = "Assesses planned or running work groups.",
    mixinStandardHelpOptions = true)
final class GroupCommand extends DocumentCommand {

  @Override
  Assessed assess(String file, PolicyBook book) {
    WorkGroup document = Input.read(file, WorkGroup.class);
    return Input.naming(
        file,
        () -> {
          Terms terms =
              book.terms(document.offering(), PartialSchoolKind.unknown(), on(document.offering()));
          return new Assessed(
              TextReport.title(document.offering()),
              terms.assess(document),
              day -> Input.naming(file, () -> DecisionRecord.of(terms, document, day)));
        });
  }
}
