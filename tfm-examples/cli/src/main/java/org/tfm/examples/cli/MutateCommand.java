package org.tfm.examples.cli;

import java.util.Locale;
import java.util.concurrent.Callable;
import org.tfm.examples.text.Page;
import org.tfm.rules.check.PackFolder;
import org.tfm.rules.check.PackMutations;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Tries small mistakes in the terms of packs on their worked cases. */
@Command(
    name = "mutate",
    description = {
      "Changes each number, strength and comparison of the packs in a folder, one at a time, and"
          + " lists the changes that no worked case notices.",
      "Ends with exit code 1 if there are any."
    },
    mixinStandardHelpOptions = true)
final class MutateCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private PackFolderParameter packs = new PackFolderParameter();

  @Mixin private JsonOption json = new JsonOption();

  @Override
  public Integer call() {
    PackMutations mutations = PackMutations.of(PackFolder.read(packs.folder()));
    Printer answers = Printer.answers(spec);
    if (json.isGiven()) {
      answers.json(mutations);
    } else {
      for (PackMutations.Alive one : mutations.alive()) {
        answers.page(
            new Page()
                .line(one.where() + ": " + one.type() + " " + one.term())
                .wrapped("    ", "    ", one.change()));
      }
      answers.line(
          String.format(
              Locale.ROOT,
              "Changes tried: %,d. Not noticed by any case: %,d. Left out, as no document shows them: %,d.",
              mutations.mutants(),
              mutations.alive().size(),
              mutations.unseen()));
    }
    return mutations.alive().isEmpty() ? 0 : Tfm.MISTAKES_FOUND;
  }
}
