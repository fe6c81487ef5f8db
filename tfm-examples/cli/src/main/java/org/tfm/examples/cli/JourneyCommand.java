package org.tfm.examples.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tfm.examples.text.Names;
import org.tfm.examples.text.Page;
import org.tfm.model.document.Application;
import org.tfm.model.json.TfmJson;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.Ids;
import org.tfm.model.programme.Offering;
import org.tfm.register.SchoolRegister;
import org.tfm.rules.book.PolicyBook;
import org.tfm.rules.journey.Journey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what a school may join in two years. */
@Command(
    name = "journey",
    description = {
      "Shows what a school may join this year and next year, what comes first, and what has changed.",
      "Uses the school, its history and its answers; the type of Work Group does not matter."
    },
    mixinStandardHelpOptions = true)
final class JourneyCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "FILE",
      description = "An application in JSON; - reads standard input.")
  private String file = "";

  @Option(
      names = "--year",
      paramLabel = "YEAR",
      description = "Start in this academic year, such as 2025/26. Without it: that of the file.")
  private @Nullable String year;

  @Option(
      names = "--hub",
      paramLabel = "HUB",
      description = "The id of the hub. Without it: that of the file.")
  private @Nullable String hub;

  @Mixin private SourcesOption sources = new SourcesOption();

  @Mixin private JsonOption json = new JsonOption();

  @Mixin private PacksOption packs = new PacksOption();

  @Mixin private RegisterOption register = new RegisterOption();

  @Override
  public Integer call() {
    PolicyBook book = packs.book(Printer.messages(spec));
    Optional<AcademicYear> from = year();
    Optional<String> named = hub();
    Optional<SchoolRegister> schools = register.open();
    Application read = Input.read(file, text -> TfmJson.read(text, Application.class));
    Input.naming(
        file,
        () -> {
          Application asked = asked(read, from, named);
          RegisterOption.Filled filled = RegisterOption.Filled.of(schools, asked);
          Application application = (Application) filled.document();
          Journey journey = Journey.of(book, application);
          Printer answers = Printer.answers(spec);
          if (json.isGiven()) {
            answers.json(journey);
          } else {
            Page page =
                new JourneyReport(new Names(book), sources.isGiven()).page(application, journey);
            RegisterOption.add(filled.findings(), page);
            answers.page(page);
          }
          Input.warn(file, application, book, Printer.messages(spec));
          return journey;
        });
    return 0;
  }

  private static Application asked(
      Application read, Optional<AcademicYear> from, Optional<String> named) {
    Offering given = read.offering();
    return Application.builder()
        .from(read)
        .offering(Offering.of(named.orElse(given.hub()), given.type(), from.orElse(given.year())))
        .build();
  }

  private Optional<String> hub() {
    return Input.part("hub", () -> Optional.ofNullable(hub).map(id -> Ids.check("hub id", id)));
  }

  private Optional<AcademicYear> year() {
    return Input.part("year", () -> Optional.ofNullable(year).map(AcademicYear::parse));
  }
}
