package org.tfm.model.intake;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tfm.model.problem.Blanks;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;

/** The headings that a map knows, as they are met in a form. Not thread-safe. */
final class Headings {

  /** The most columns of a table, read or not. */
  static final int MOST = 20_000;

  private static final int LONGEST_SHOWN = 60;

  /** How many columns with the same problem are named. */
  private static final int MOST_NAMED = 10;

  private static final Pattern NUMBERED = Pattern.compile("(.*[^0-9])([2-9]|[1-9][0-9])");

  private final Map<String, List<FormColumn>> columns = new LinkedHashMap<>();
  private final Set<String> ignored = new HashSet<>();
  private final Set<String> carried = new HashSet<>();
  private final Map<String, Integer> met = new HashMap<>();
  private final Set<FormColumn> used = new HashSet<>();

  Headings(FormMap map) {
    map.columns()
        .forEach(
            column ->
                columns
                    .computeIfAbsent(folded(column.heading()), any -> new ArrayList<>())
                    .add(column));
    map.ignore().ifPresent(all -> all.forEach(heading -> ignored.add(folded(heading))));
    map.carry().ifPresent(all -> all.forEach(heading -> carried.add(folded(heading))));
  }

  /**
   * The columns of a form.
   *
   * @param mapped the columns that give a value
   * @param written the indexes of those that belong in the output
   */
  record Found(ImmutableList<MappedColumn> mapped, ImmutableList<Integer> written) {}

  /**
   * Returns the columns of a form with these headings.
   *
   * @throws InvalidInputException if a heading of the map is missing, a column of the form is not
   *     in the map, or the map has columns to be checked
   */
  static Found of(FormMap map, List<String> headings) {
    checkNumber(headings, MOST);
    refuse(
        map.columns().stream().filter(FormColumn::isUnsure).map(Headings::unsure).toList(),
        "`unsure: true` stands at %s more columns");
    Headings known = new Headings(map);
    ImmutableList.Builder<MappedColumn> columns = ImmutableList.builder();
    ImmutableList.Builder<Integer> written = ImmutableList.builder();
    List<Problem> unknown = new ArrayList<>();
    boolean anyIsKnown = headings.stream().anyMatch(known::isKnown);
    for (int i = 0; i < headings.size(); i++) {
      String heading = headings.get(i);
      Optional<FormColumn> column = known.next(heading);
      if (column.isPresent()) {
        columns.add(MappedColumn.of(i, shown(heading), map.kind(), column.get()));
      } else if (anyIsKnown && !Blanks.isBlank(heading) && !known.isNotRead(heading)) {
        unknown.add(unknown(heading, i));
      }
      if (!known.isIgnored(heading)) {
        written.add(i);
      }
    }
    List<Problem> problems =
        new ArrayList<>(few(unknown, "%s more columns are not in the form map"));
    problems.addAll(
        few(known.rest().stream().map(Headings::missing).toList(), "%s more columns are missing"));
    refuse(problems);
    return new Found(columns.build(), written.build());
  }

  private static Problem unsure(FormColumn column) {
    String heading = shown(column.heading());
    return (heading.isEmpty()
            ? Problem.of(ProblemCode.NOT_ALLOWED, "the form map is unsure about `%s`", column.to())
            : Problem.of(
                ProblemCode.NOT_ALLOWED, "the form map is unsure about the column `%s`", heading))
        .withHint("Check its place, then delete `unsure: true`");
  }

  private static Problem unknown(String heading, int index) {
    return Problem.of(ProblemCode.UNKNOWN_KEY, "not in the form map")
        .withHint("Add it to `columns`, `ignore` or `carry`")
        .inCell(shown(heading), index + 1, OptionalLong.empty());
  }

  private static Problem missing(FormColumn column) {
    String heading = shown(column.heading());
    return heading.isEmpty()
        ? Problem.of(ProblemCode.MISSING, "the column for `%s` is missing", column.to())
        : missing(heading);
  }

  static Problem missing(String name) {
    return Problem.of(ProblemCode.MISSING, "the column `%s` is missing", name);
  }

  /** Returns the first problems, and one that says how many more there are. */
  static List<Problem> few(List<Problem> problems, String more) {
    if (problems.size() <= MOST_NAMED + 1) {
      return problems;
    }
    List<Problem> few = new ArrayList<>(problems.subList(0, MOST_NAMED));
    few.add(
        Problem.of(
            ProblemCode.TOO_MUCH,
            more,
            String.format(java.util.Locale.ROOT, "%,d", problems.size() - MOST_NAMED)));
    return few;
  }

  private static void refuse(List<Problem> problems, String more) {
    refuse(few(problems, more));
  }

  static void refuse(List<Problem> problems) {
    if (!problems.isEmpty()) {
      throw new InvalidInputException(problems);
    }
  }

  static void checkNumber(List<String> headings, int most) {
    if (headings.size() > most) {
      throw new InvalidInputException(
          Problem.of(
              ProblemCode.TOO_MUCH,
              "the first line has %s columns; expected at most %s",
              headings.size(),
              most));
    }
  }

  /**
   * Returns a heading as messages show it: shortened, and empty if it may hold the name, the
   * address or the number of a person.
   */
  static String shown(String heading) {
    if (PlainPhrases.mayNamePerson(heading)) {
      return "";
    }
    return heading.length() > LONGEST_SHOWN ? heading.substring(0, LONGEST_SHOWN) + "…" : heading;
  }

  static String folded(String heading) {
    return Moments.plain(heading);
  }

  private boolean isKnown(String heading) {
    return columns.containsKey(folded(heading)) || isNotRead(heading);
  }

  private boolean isNotRead(String heading) {
    return isIgnored(heading) || carried.contains(folded(heading));
  }

  private boolean isIgnored(String heading) {
    return ignored.contains(folded(heading));
  }

  /** Returns the column for the next heading of the form; empty if it has none. */
  private Optional<FormColumn> next(String heading) {
    String folded = folded(heading);
    Matcher numbered = NUMBERED.matcher(folded);
    if (columns.containsKey(folded)) {
      return use(folded, met.merge(folded, 1, Integer::sum) - 1);
    }
    if (numbered.matches()) {
      return use(Blanks.strip(numbered.group(1)), Integer.parseInt(numbered.group(2)) - 1);
    }
    return Optional.empty();
  }

  private Optional<FormColumn> use(String folded, int index) {
    List<FormColumn> all = columns.getOrDefault(folded, List.of());
    return index < all.size() && used.add(all.get(index))
        ? Optional.of(all.get(index))
        : Optional.empty();
  }

  /** Returns the columns that were not met. */
  private List<FormColumn> rest() {
    return columns.values().stream()
        .flatMap(List::stream)
        .filter(column -> !used.contains(column))
        .toList();
  }
}
