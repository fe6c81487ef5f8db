package org.tfm.model.programme;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tfm.model.json.TfmJson;
import org.tfm.model.problem.Blanks;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;

/**
 * The area of a hub: the local authorities and districts whose schools it serves, as far as they
 * are known.
 *
 * <p>What is not known counts as unknown, never as outside the area. Names are compared without
 * regard to case, blanks and full stops, and with or without “City of” or “County”. Immutable.
 *
 * @param hub the id of the hub
 * @param completeness how much of the area is known
 * @param localAuthorities the local authorities that belong to the area as a whole
 * @param districts the administrative districts that belong to it as a whole
 * @param partly the local authorities that belong to it only in part, or perhaps not at all
 */
@TfmJson.Strict
public record HubArea(
    String hub,
    AreaCompleteness completeness,
    ImmutableList<String> localAuthorities,
    ImmutableList<String> districts,
    ImmutableList<String> partly) {

  /** The words that some registers put before or after the name of the same place. */
  private static final Pattern CITY_OR_COUNTY =
      Pattern.compile("^(?:city of|county of|county) |, (?:city|county) of$");

  /**
   * Validates the names.
   *
   * @throws InvalidInputException with all problems: a malformed id, a blank name, a place named
   *     twice, no name in a complete or partial area, or a name in one that was not found
   */
  public HubArea {
    requireNonNull(hub, "hub");
    requireNonNull(completeness, "completeness");
    requireNonNull(localAuthorities, "localAuthorities");
    requireNonNull(districts, "districts");
    requireNonNull(partly, "partly");
    List<Problem> problems = new ArrayList<>();
    Ids.check("hub id", "/hub", hub, problems);
    checkNames("/localAuthorities", localAuthorities, ImmutableList.of(), problems);
    checkNames("/districts", districts, ImmutableList.of(), problems);
    checkNames("/partly", partly, localAuthorities, problems);
    boolean isNamed = !localAuthorities.isEmpty() || !districts.isEmpty() || !partly.isEmpty();
    if (isNamed && completeness == AreaCompleteness.NOT_FOUND) {
      problems.add(
          Problem.of(
                  ProblemCode.CONTRADICTION,
                  "`%s` is said of an area with names; expected `COMPLETE` or `PARTIAL`",
                  completeness)
              .atValue("/completeness"));
    }
    if (!isNamed && completeness != AreaCompleteness.NOT_FOUND) {
      problems.add(
          Problem.of(
                  ProblemCode.CONTRADICTION,
                  "`%s` is said of an area without a name; expected `NOT_FOUND`, or names",
                  completeness)
              .atValue("/completeness"));
    }
    if (!problems.isEmpty()) {
      throw new InvalidInputException(problems);
    }
  }

  /** Returns the area of a hub about which nothing is known. */
  public static HubArea unknown(String hub) {
    return new HubArea(
        hub,
        AreaCompleteness.NOT_FOUND,
        ImmutableList.of(),
        ImmutableList.of(),
        ImmutableList.of());
  }

  private static void checkNames(
      String pointer, List<String> names, List<String> others, List<Problem> problems) {
    List<String> keys = new ArrayList<>(others.stream().map(HubArea::key).toList());
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      if (Blanks.isBlank(name)) {
        problems.add(
            Problem.of(ProblemCode.MISSING, "the name of a place is empty")
                .atValue(pointer + "/" + i));
      } else if (keys.contains(key(name))) {
        problems.add(
            Problem.of(ProblemCode.DUPLICATE, "the place `%s` is named twice", name)
                .atValue(pointer + "/" + i));
      }
      keys.add(key(name));
    }
  }

  /** Returns the form in which names of the same place are equal. */
  private static String key(String name) {
    return CITY_OR_COUNTY.matcher(RegisterName.key(name)).replaceAll("");
  }

  private static boolean isAmong(Optional<String> name, List<String> names) {
    return name.isPresent() && names.stream().map(HubArea::key).anyMatch(key(name.get())::equals);
  }

  /**
   * Whether the area contains a school in this local authority and district; empty if that is not
   * known. It is known to be outside only if the area is complete and the names that it depends on
   * are given.
   */
  public Optional<Boolean> contains(Optional<String> localAuthority, Optional<String> district) {
    requireNonNull(localAuthority, "localAuthority");
    requireNonNull(district, "district");
    if (isAmong(localAuthority, localAuthorities) || isAmong(district, districts)) {
      return Optional.of(true);
    }
    boolean isOutside =
        completeness == AreaCompleteness.COMPLETE
            && localAuthority.isPresent()
            && !isAmong(localAuthority, partly)
            && (districts.isEmpty() || district.isPresent());
    return isOutside ? Optional.of(false) : Optional.empty();
  }

  /**
   * Whether the area may contain a school although that is not known: a part of its local authority
   * belongs to it.
   */
  public boolean mayContain(Optional<String> localAuthority, Optional<String> district) {
    requireNonNull(localAuthority, "localAuthority");
    requireNonNull(district, "district");
    return contains(localAuthority, district).isEmpty() && isAmong(localAuthority, partly);
  }

  /** Whether it depends on the district of a school whose local authority is known. */
  public boolean dependsOnDistrict() {
    return !districts.isEmpty();
  }
}
