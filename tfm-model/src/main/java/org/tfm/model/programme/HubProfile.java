package org.tfm.model.programme;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.tfm.model.json.TfmJson;
import org.tfm.model.problem.Blanks;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;

/**
 * The profile of a hub: its names, its lead schools and its area, with the source.
 *
 * <p>Immutable.
 *
 * @param hub the id and the name
 * @param alsoCalled former and longer names
 * @param leadSchools the names of the schools that lead it; empty if they are not known
 * @param area the area
 * @param source the document that says so; absent if none was found
 * @param remarks what is doubtful about the source, in one sentence; absent if nothing is
 */
@TfmJson.Strict
public record HubProfile(
    Hub hub,
    ImmutableList<String> alsoCalled,
    ImmutableList<String> leadSchools,
    HubArea area,
    Optional<HubSource> source,
    Optional<String> remarks) {

  /**
   * The document that says what is known of a hub.
   *
   * @param title the title, or what the document is
   * @param publisher the organisation that published it
   * @param year the calendar years of what it says, such as {@code 2026}; absent if undated
   */
  @TfmJson.Strict
  public record HubSource(String title, String publisher, Optional<String> year) {

    /**
     * Validates the texts.
     *
     * @throws InvalidInputException if the title or the publisher is blank
     */
    public HubSource {
      requireNonNull(title, "title");
      requireNonNull(publisher, "publisher");
      requireNonNull(year, "year");
      if (Blanks.isBlank(title) || Blanks.isBlank(publisher)) {
        throw new InvalidInputException(
            Problem.of(ProblemCode.MISSING, "the source has no title or no publisher"));
      }
    }
  }

  /**
   * Validates that the area is that of the hub.
   *
   * @throws InvalidInputException if it is that of another hub
   */
  public HubProfile {
    requireNonNull(hub, "hub");
    requireNonNull(alsoCalled, "alsoCalled");
    requireNonNull(leadSchools, "leadSchools");
    requireNonNull(area, "area");
    requireNonNull(source, "source");
    requireNonNull(remarks, "remarks");
    if (!area.hub().equals(hub.id())) {
      throw new InvalidInputException(
          Problem.of(
                  ProblemCode.CONTRADICTION,
                  "`%s` is not the hub of the profile; expected `%s`",
                  area.hub(),
                  hub.id())
              .atValue("/area/hub"));
    }
  }
}
