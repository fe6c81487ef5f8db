package org.tfm.rules.book;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.HubArea;
import org.tfm.rules.pack.CitedArea;

/**
 * Validates the packs of each hub and year together: each is for other types of work group, and all
 * that state the area of the hub state the same.
 */
final class Parts {

  /** What only one pack of a hub and year may say: a type that it offers, or the area. */
  private record Said(String hub, Optional<AcademicYear> year, Optional<String> type) {}

  private Parts() {}

  /**
   * Returns the problems of packs with one another.
   *
   * @param own the ids of the packs that do not come with the library; problems are reported there
   */
  static ImmutableList<Problem> problems(
      Collection<PackEntry> packs, Set<String> own, PackPlaces places) {
    List<PackEntry> libraryFirst = new ArrayList<>();
    packs.stream().filter(pack -> !own.contains(pack.id())).forEach(libraryFirst::add);
    packs.stream().filter(pack -> own.contains(pack.id())).forEach(libraryFirst::add);
    Map<Said, PackEntry> first = new HashMap<>();
    ImmutableList.Builder<Problem> problems = ImmutableList.builder();
    for (PackEntry pack : libraryFirst) {
      for (String type : pack.offers()) {
        PackEntry other =
            first.putIfAbsent(new Said(pack.hub().id(), pack.year(), Optional.of(type)), pack);
        if (other != null) {
          problems.add(sameType(pack, other, type, own).inFile(places.folder(pack.id())));
        }
      }
      if (pack.area().isPresent()) {
        PackEntry other =
            first.putIfAbsent(new Said(pack.hub().id(), pack.year(), Optional.empty()), pack);
        if (other != null && !area(other).equals(area(pack))) {
          problems.add(otherArea(pack, other, own).inFile(places.folder(pack.id())));
        }
      }
    }
    return problems.build();
  }

  private static Optional<HubArea> area(PackEntry pack) {
    return pack.area().map(CitedArea::area);
  }

  private static Problem sameType(PackEntry pack, PackEntry other, String type, Set<String> own) {
    return Problem.of(
            ProblemCode.DUPLICATE,
            "the packs `%s` and `%s`%s are of one hub and year, and both offer `%s`",
            pack.id(),
            other.id(),
            own.contains(other.id()) ? "" : " of the library",
            type)
        .withHint("Remove it here from `offers`, and delete its rule file");
  }

  private static Problem otherArea(PackEntry pack, PackEntry other, Set<String> own) {
    return Problem.of(
            ProblemCode.CONTRADICTION,
            "the packs `%s` and `%s`%s are of one hub and year, and state different areas",
            pack.id(),
            other.id(),
            own.contains(other.id()) ? "" : " of the library")
        .withHint("Leave `area` out: with `extends: [" + other.id() + "]` it is inherited");
  }
}
