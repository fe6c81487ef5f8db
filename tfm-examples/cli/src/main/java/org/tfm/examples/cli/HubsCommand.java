package org.tfm.examples.cli;

import com.google.common.collect.ImmutableList;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tfm.examples.text.Names;
import org.tfm.examples.text.Page;
import org.tfm.examples.text.Words;
import org.tfm.model.problem.DidYouMean;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;
import org.tfm.model.programme.AreaCompleteness;
import org.tfm.model.programme.HubArea;
import org.tfm.model.programme.HubProfile;
import org.tfm.model.school.School;
import org.tfm.register.RegisteredSchool;
import org.tfm.register.SchoolRegister;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists the hubs with their areas, or those of a place or a school. */
@Command(
    name = "hubs",
    description = {
      "Lists the hubs with their areas, and says how much of each area is known.",
      "With --area or --urn it lists the hubs that serve a place or a school, and those that may."
    },
    mixinStandardHelpOptions = true)
final class HubsCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--area",
      paramLabel = "NAME",
      description = "Only the hubs of this local authority or district.")
  private @Nullable String area;

  @Option(
      names = "--urn",
      paramLabel = "URN",
      description = "Only the hubs of the school with this URN; needs --register.")
  private @Nullable Integer urn;

  @Option(
      names = "--register",
      paramLabel = "FILE",
      description =
          "The register of schools: an index made by `tfm register index`, or the CSV as "
              + "published.")
  private @Nullable Path register;

  @Option(names = "--sources", description = "Show where each area comes from.")
  private boolean sources;

  @Mixin private JsonOption json = new JsonOption();

  @Mixin private PacksOption packs = new PacksOption();

  /**
   * The hubs of a place or a school, as JSON.
   *
   * @param localAuthority the local authority; absent if it is not known
   * @param district the district; absent if it is not known
   * @param serve the ids of the hubs whose area contains it
   * @param may the ids of the hubs of whose area its local authority is partly a part
   * @param notKnown the ids of the other hubs whose area is not known as a whole
   */
  record Serving(
      Optional<String> localAuthority,
      Optional<String> district,
      ImmutableList<String> serve,
      ImmutableList<String> may,
      ImmutableList<String> notKnown) {}

  @Override
  public Integer call() {
    Collection<HubProfile> hubs = packs.book(Printer.messages(spec)).hubs().values();
    if (area != null && urn != null) {
      throw new InvalidInputException(
          Problem.of(ProblemCode.CONTRADICTION, "use only one of `--area` and `--urn`"));
    }
    Printer answers = Printer.answers(spec);
    if (area != null) {
      show(answers, area, ofPlace(hubs, area), hubs);
    } else if (urn != null) {
      School school = school(urn);
      show(
          answers,
          Names.school(school) + (school.name().isEmpty() ? "" : " (URN " + urn + ")"),
          of(hubs, school.localAuthority(), school.district()),
          hubs);
    } else if (json.isGiven()) {
      answers.json(hubs);
    } else {
      Page page = new Page();
      hubs.forEach(hub -> add(page, hub));
      answers.page(page);
    }
    return 0;
  }

  private School school(int number) {
    if (register == null) {
      throw new InvalidInputException(
          Problem.of(ProblemCode.MISSING, "`--urn` needs the register of schools")
              .withHint("Add `--register FILE`"));
    }
    return SchoolRegister.open(register)
        .find(number)
        .map(RegisteredSchool::school)
        .orElseThrow(
            () ->
                new InvalidInputException(
                    Problem.of(
                        ProblemCode.NOT_FOUND,
                        "the register has no school with the URN %s",
                        number)));
  }

  /** Returns the hubs of a name, which can be that of a local authority or of a district. */
  private static Serving ofPlace(Collection<HubProfile> hubs, String name) {
    Optional<String> named = Optional.of(name);
    Optional<String> none = Optional.empty();
    return serving(
        hubs,
        named,
        none,
        one -> one.contains(named, none).orElse(false) || one.contains(none, named).orElse(false),
        one -> one.mayContain(named, none));
  }

  private static Serving of(
      Collection<HubProfile> hubs, Optional<String> authority, Optional<String> district) {
    return serving(
        hubs,
        authority,
        district,
        one -> one.contains(authority, district).orElse(false),
        one ->
            one.mayContain(authority, district)
                || (one.completeness() == AreaCompleteness.COMPLETE
                    && one.contains(authority, district).isEmpty()));
  }

  private static Serving serving(
      Collection<HubProfile> hubs,
      Optional<String> authority,
      Optional<String> district,
      Predicate<HubArea> serves,
      Predicate<HubArea> may) {
    return new Serving(
        authority,
        district,
        ids(hubs, serves),
        ids(hubs, serves.negate().and(may)),
        ids(
            hubs,
            serves.or(may).negate().and(one -> one.completeness() != AreaCompleteness.COMPLETE)));
  }

  private static ImmutableList<String> ids(Collection<HubProfile> hubs, Predicate<HubArea> which) {
    return hubs.stream()
        .map(HubProfile::area)
        .filter(which)
        .map(HubArea::hub)
        .collect(ImmutableList.toImmutableList());
  }

  private void show(Printer answers, String what, Serving serving, Collection<HubProfile> hubs) {
    if (json.isGiven()) {
      answers.json(serving);
      return;
    }
    Page page = new Page();
    List<HubProfile> serve = named(hubs, serving.serve());
    List<HubProfile> may = named(hubs, serving.may());
    page.hanging(
        serve.isEmpty()
            ? "No hub is known to serve " + what + "." + maybe(serving, hubs)
            : "Hubs that serve " + what + ":");
    serve.forEach(hub -> add(page, hub));
    if (!may.isEmpty()) {
      page.gap().words("Hubs that may serve it:");
      may.forEach(hub -> add(page, hub));
    }
    if (serve.isEmpty() && !serving.notKnown().isEmpty()) {
      page.gap()
          .hanging(
              "The area of these hubs is not known as a whole: "
                  + Words.list(
                      named(hubs, serving.notKnown()).stream()
                          .map(hub -> hub.hub().name())
                          .toList(),
                      "and")
                  + ".");
    }
    answers.page(page);
  }

  private static String maybe(Serving serving, Collection<HubProfile> hubs) {
    List<String> places =
        hubs.stream().map(HubProfile::area).flatMap(HubsCommand::places).distinct().toList();
    return serving
        .localAuthority()
        .filter(name -> serving.may().isEmpty() && serving.district().isEmpty())
        .map(name -> DidYouMean.hint(name, places))
        .filter(hint -> !hint.isEmpty())
        .map(" "::concat)
        .orElse("");
  }

  private static Stream<String> places(HubArea area) {
    return Stream.of(area.localAuthorities(), area.districts(), area.partly())
        .flatMap(List::stream);
  }

  private static List<HubProfile> named(Collection<HubProfile> hubs, List<String> ids) {
    return hubs.stream().filter(hub -> ids.contains(hub.hub().id())).toList();
  }

  private void add(Page page, HubProfile hub) {
    page.hanging(hub.hub().id() + ": " + hub.hub().name());
    if (!hub.alsoCalled().isEmpty()) {
      page.wrapped("  ", "    ", "Also called " + Words.list(hub.alsoCalled(), "and"));
    }
    page.wrapped("  ", "    ", "Area: " + text(hub.area()));
    if (!hub.area().partly().isEmpty()) {
      page.wrapped("  ", "    ", "In part or perhaps: " + String.join("; ", hub.area().partly()));
    }
    if (sources) {
      hub.source()
          .ifPresent(
              source ->
                  page.wrapped(
                      "  ",
                      "    ",
                      "Source: "
                          + source.title()
                          + ", "
                          + source.publisher()
                          + source.year().map(year -> ", " + year).orElse(", undated")));
      hub.remarks().ifPresent(remarks -> page.wrapped("  ", "    ", remarks));
    }
  }

  /** Returns the places, separated by semicolons because some names have commas. */
  private static String text(HubArea area) {
    if (area.localAuthorities().isEmpty() && area.districts().isEmpty()) {
      return "not known";
    }
    boolean isWhole = area.completeness() == AreaCompleteness.COMPLETE;
    return Stream.of(
            area.localAuthorities(),
            area.districts(),
            isWhole ? ImmutableList.<String>of() : ImmutableList.of("perhaps others"))
        .flatMap(List::stream)
        .collect(Collectors.joining("; "));
  }
}
