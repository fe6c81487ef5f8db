package org.tfm.examples.cli;

import org.tfm.model.document.WorkGroup;
import org.tfm.rules.book.PolicyBook;
import picocli.CommandLine.Command;

/** Assesses planned or running work groups. */
@Command(
    name = "group",
    description = "Says whether a Work Group has the size and members that the policy requires.",
    mixinStandardHelpOptions = true)
final class GroupCommand extends DocumentCommand {

  @Override
  WorkGroup read(PolicyBook book, String json) {
    return book.readGroup(json);
  }
}
