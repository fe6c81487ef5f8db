package org.tfm.examples.cli;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;
import org.tfm.model.record.DecisionRecord;
import org.tfm.rules.book.PolicyArchive;
import org.tfm.rules.book.PolicyBook;
import org.tfm.rules.replay.Replay;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Repeats saved decisions. */
@Command(
    name = "replay",
    description = {
      "Repeats saved decisions and shows what differs, byte for byte.",
      "Ends with exit code 1 if a decision differs. Refuses a record that was changed after it was"
          + " saved.",
      "With --json, prints a list with one result for each record."
    },
    mixinStandardHelpOptions = true)
final class ReplayCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private RecordsParameter records = new RecordsParameter();

  @Mixin private ReplacingPacksOption packs = new ReplacingPacksOption();

  @Option(
      names = "--archive",
      paramLabel = "ARCHIVE",
      description =
          "Decide each record with the policy of its own day, as kept by tfm archive in this folder.")
  private @Nullable Path archive;

  @Mixin private JsonOption json = new JsonOption();

  @Override
  public Integer call() {
    if (archive != null && packs.isGiven()) {
      throw new InvalidInputException(
          Problem.of(
              ProblemCode.CONTRADICTION, "`--archive` and `--packs` cannot be used together"));
    }
    Function<DecisionRecord, PolicyBook> books = archive == null ? current() : kept(archive);
    List<ReplayReport.Replayed> results = records.each(file -> replay(file, books));
    Printer answers = Printer.answers(spec);
    if (json.isGiven()) {
      answers.json(results.stream().map(ReplayReport.Replayed::replay).toList());
    } else {
      answers.page(ReplayReport.page(results));
    }
    return results.stream().allMatch(one -> one.replay().isEqual()) ? 0 : Tfm.MISTAKES_FOUND;
  }

  private Function<DecisionRecord, PolicyBook> current() {
    PolicyBook book = packs.book(Printer.messages(spec));
    return record -> book;
  }

  /** The books of an archive, each read once. */
  private static Function<DecisionRecord, PolicyBook> kept(Path folder) {
    PolicyArchive archive = PolicyArchive.in(folder);
    Map<String, PolicyBook> books = new HashMap<>();
    return record ->
        books.computeIfAbsent(
            record.assessment().policy().book(),
            hash ->
                archive
                    .find(hash)
                    .orElseThrow(
                        () ->
                            new InvalidInputException(
                                Problem.of(
                                        ProblemCode.NOT_FOUND,
                                        "the archive `%s` does not have the policy of this record",
                                        folder)
                                    .withHint(
                                        "Leave out `--archive` to decide with the policy of"
                                            + " today"))));
  }

  private static ReplayReport.Replayed replay(
      String file, Function<DecisionRecord, PolicyBook> books) {
    DecisionRecord record = Input.readRecord(file);
    return new ReplayReport.Replayed(
        file, Input.naming(file, () -> Replay.of(record, books.apply(record))));
  }
}
