package org.tfm.examples.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.tfm.model.programme.AcademicYear;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the offerings that have a policy. */
@Command(
    name = "offerings",
    description = "Lists the hubs, types of Work Group and years that have a policy.",
    mixinStandardHelpOptions = true)
final class OfferingsCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private JsonOption json = new JsonOption();

  @Mixin private PacksOption packs = new PacksOption();

  /** A line of the list; a base pack for any year has no year. */
  record Line(
      String hub,
      String type,
      @JsonInclude(JsonInclude.Include.ALWAYS) Optional<AcademicYear> year,
      String pack,
      String hubName,
      String title,
      ImmutableList<String> codes) {}

  @Override
  public Integer call() {
    List<Line> lines =
        Books.all(packs.folders(), List.of(), Printer.messages(spec)).offerings().stream()
            .map(
                entry ->
                    new Line(
                        entry.hub().id(),
                        entry.type().id(),
                        entry.year(),
                        entry.pack(),
                        entry.hub().name(),
                        entry.type().title(),
                        entry.type().codes()))
            .toList();
    Printer answers = Printer.answers(spec);
    if (json.isGiven()) {
      answers.json(lines);
    } else {
      String form =
          "%-" + width(lines, Line::hub) + "s  %-" + width(lines, Line::type) + "s  %-7s  %s";
      answers.line(String.format(Locale.ROOT, form, "HUB", "TYPE", "YEAR", "NAME"));
      for (Line line : lines) {
        answers.line(
            String.format(
                Locale.ROOT,
                form,
                line.hub(),
                line.type(),
                line.year().map(AcademicYear::toString).orElse("any"),
                line.title()
                    + ", "
                    + line.hubName()
                    + (line.codes().isEmpty()
                        ? ""
                        : " (" + String.join(", ", line.codes()) + ")")));
      }
    }
    return 0;
  }

  private static int width(List<Line> lines, Function<Line, String> column) {
    return lines.stream().map(column).mapToInt(String::length).max().orElse(1);
  }
}
