package org.tfm.examples.cli;

import org.tfm.model.document.Application;
import org.tfm.rules.book.PolicyBook;
import picocli.CommandLine.Command;

/** Assesses applications. */
@Command(
    name = "assess",
    description = "Says whether a school may join a Work Group, from its application.",
    mixinStandardHelpOptions = true)
final class AssessCommand extends DocumentCommand {

  @Override
  Application read(PolicyBook book, String json) {
    return book.readApplication(json);
  }
}
