package org.tfm.rules.journey;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.google.common.collect.ImmutableList;
import java.util.stream.Stream;
import org.tfm.model.document.Application;
import org.tfm.model.json.TfmJson;
import org.tfm.model.problem.DidYouMean;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.Hubs;
import org.tfm.rules.book.PolicyBook;

/**
 * The journey of a school: what it may join in a year and in the next, what has to come first, and
 * what has changed since the year before.
 *
 * <p>Verdicts are those of the requirements on eligibility. Immutable.
 *
 * @param hub the id of the hub
 * @param year the first year
 * @param thisYear the offerings of the hub and of the network in that year
 * @param nextYear the offerings in the year after
 * @param usual what usually follows the work groups that the school has taken part in
 * @param first what has to come before some of them, or usually does
 * @param changed what has changed since the year before the first
 * @param cutShort whether not everything that could come first was tried, because the policies or
 *     the history are too large
 */
@TfmJson.Strict
public record Journey(
    String hub,
    AcademicYear year,
    ImmutableList<JourneyStep> thisYear,
    ImmutableList<JourneyStep> nextYear,
    ImmutableList<StatedLink> usual,
    ImmutableList<JourneyFirst> first,
    ImmutableList<JourneyChange> changed,
    @JsonProperty(required = true) boolean cutShort) {
  /** Refuses null. */
  public Journey {
    requireNonNull(hub, "hub");
    requireNonNull(year, "year");
    requireNonNull(thisYear, "thisYear");
    requireNonNull(nextYear, "nextYear");
    requireNonNull(usual, "usual");
    requireNonNull(first, "first");
    requireNonNull(changed, "changed");
  }

  /**
   * Returns the journey of the school of an application, at the hub and from the year of its
   * offering; the type of work group does not matter.
   *
   * <p>The school, its history, its people and its answers count; an answer counts for the
   * offerings that ask for it. The day of submission and the hub's decision do not.
   *
   * @throws InvalidInputException if the book has no pack of the hub, or if one that the journey
   *     may need does not load, if an answer does not suit its question, or if the first year is
   *     the first or the last that there is
   */
  public static Journey of(PolicyBook book, Application application) {
    requireNonNull(book, "book");
    requireNonNull(application, "application");
    String hub = application.offering().hub();
    AcademicYear year = application.offering().year();
    if (!isBetweenOthers(year)) {
      throw new InvalidInputException(
          Problem.of(
                  ProblemCode.INVALID_VALUE,
                  "`%s` is the first or the last academic year; a journey needs the years before"
                      + " and after it",
                  year)
              .atValue("/offering/year"));
    }
    ImmutableList<Problem> unusable =
        Stream.of(year, year.previous(), year.next())
            .flatMap(one -> book.notLoaded(hub, one).stream())
            .distinct()
            .collect(ImmutableList.toImmutableList());
    if (!unusable.isEmpty()) {
      throw new InvalidInputException(unusable);
    }
    if (book.packs().stream().noneMatch(pack -> pack.hub().id().equals(hub))) {
      throw new InvalidInputException(
          Problem.of(ProblemCode.NO_POLICY, "there is no policy of a hub `%s`", hub)
              .withHint(
                  Hubs.find(hub)
                      .map(known -> "The " + known.hub().name() + " has no pack here")
                      .orElseGet(() -> DidYouMean.hint(hub, book.hubs().keySet())))
              .inPart("hub"));
    }
    JourneySearch search = new JourneySearch(book, application);
    ImmutableList<Problem> problems = search.answerProblems();
    if (!problems.isEmpty()) {
      throw new InvalidInputException(problems);
    }
    return new Journey(
        hub,
        year,
        search.steps(year),
        search.steps(year.next()),
        search.usual(),
        search.first(),
        search.changes(),
        search.isCutShort());
  }

  private static boolean isBetweenOthers(AcademicYear year) {
    return AcademicYear.all().anyMatch(one -> one.isBefore(year))
        && AcademicYear.all().anyMatch(year::isBefore);
  }
}
