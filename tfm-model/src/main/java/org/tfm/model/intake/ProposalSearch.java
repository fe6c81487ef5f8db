package org.tfm.model.intake;

import com.google.common.collect.ImmutableList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tfm.model.criterion.FactKind;
import org.tfm.model.problem.Blanks;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;

/** The search for what the headings of one form stand for. Not thread-safe. */
final class ProposalSearch {

  /**
   * The result of the search.
   *
   * @param columns what the map could say about each column
   * @param isRowEach whether each person seems to have a row
   * @param dates the order of day and month, where dates show it and need it
   */
  record Found(
      ImmutableList<ProposedColumn> columns, boolean isRowEach, Optional<DayOrder> dates) {}

  /** The most columns with a heading. */
  static final int MOST_HEADINGS = 1_000;

  /** How many cells are read in all. */
  private static final int MOST_CELLS = 50_000;

  private static final String PERSON = "leadParticipants[";
  private static final Pattern PLACE_OF_PERSON =
      Pattern.compile("leadParticipants\\[([0-9]+)]\\.(.*)");
  private static final Pattern A_URN = Pattern.compile("1[0-5][0-9]{4}(?:\\.0)?");
  private static final Pattern A_TRN = Pattern.compile("(?i)(?:rp ?)?[0-9]{2}/?[0-9]{5}");
  private static final Pattern SHORT_DATE =
      Pattern.compile("([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{2,4})\\b.*");
  private static final int LAST_MONTH = 12;

  private final List<String> headings;
  private final List<? extends List<String>> rows;
  private final KnownHeadings known;
  private final Map<String, Integer> met = new HashMap<>();
  private final Set<String> used = new HashSet<>();
  private final Set<Integer> inOrder = new HashSet<>();
  private final boolean isMicrosoft;

  ProposalSearch(List<String> headings, List<? extends List<String>> rows, KnownHeadings known) {
    long filled = headings.stream().filter(heading -> !Blanks.isBlank(heading)).count();
    if (filled > MOST_HEADINGS) {
      throw new InvalidInputException(
          Problem.of(
                  ProblemCode.TOO_MUCH,
                  "the table has %s columns with a heading; expected at most %s",
                  filled,
                  MOST_HEADINGS)
              .withHint("Delete the columns that are not of the form"));
    }
    this.headings = headings;
    this.rows = rows.subList(0, Math.min(rows.size(), MOST_CELLS / Math.max(1, (int) filled)));
    this.known = known;
    this.isMicrosoft = KnownHeadings.areOfMicrosoft(headings);
  }

  /**
   * Returns what was found.
   *
   * @param checks returns what reads cells with an order of day and month
   */
  Found find(Function<Optional<DayOrder>, CellCheck> checks) {
    Map<Integer, ProposedColumn> columns = new TreeMap<>();
    for (int i = 0; i < headings.size(); i++) {
      if (!Blanks.isBlank(headings.get(i))) {
        columns.put(i, column(i));
      }
    }
    boolean isRowEach = isRowEach(columns);
    Optional<DayOrder> dates = dates(columns);
    ColumnCheck check = new ColumnCheck(known, checks.apply(dates));
    Map<String, Set<String>> people = people(columns);
    ImmutableList.Builder<ProposedColumn> proposed = ImmutableList.builder();
    columns.forEach(
        (index, column) -> {
          ProposedColumn checked = check.checked(column, cells(index));
          proposed.add(
              isRowEach
                  ? eachPerson(checked)
                  : isOfUncertainPerson(index, column, people)
                      ? checked.unsure("can be of another person")
                      : checked);
        });
    return new Found(proposed.build(), isRowEach, dates);
  }

  private ProposedColumn column(int index) {
    String heading = headings.get(index);
    if (KnownHeadings.isNotRead(heading)) {
      return ProposedColumn.notRead(heading, true, "");
    }
    if (isMicrosoft
        && Labels.fold(heading).equals("name")
        && index > 0
        && Labels.fold(headings.get(index - 1)).equals("email")) {
      return ProposedColumn.notRead(heading, true, "the name of the person who sent the form");
    }
    Optional<String> place = known.find(heading);
    if (place.isPresent()) {
      return use(index, inOrder(index, place.get()), false, "");
    }
    return known
        .similar(heading, used)
        .map(similar -> use(index, similar, true, "similar to: " + title(similar)))
        .or(() -> byCells(index))
        .orElseGet(() -> ProposedColumn.notRead(heading, false, "not recognised"));
  }

  /** Returns the place with its person, who is the next if headings are repeated for each. */
  private String inOrder(int index, String place) {
    if (!place.startsWith(Place.EACH_PERSON)) {
      return place;
    }
    inOrder.add(index);
    return place.replace("[]", "[" + (met.merge(place, 1, Integer::sum) - 1) + "]");
  }

  private ProposedColumn use(int index, String place, boolean unsure, String comment) {
    return used.add(place)
        ? ProposedColumn.read(headings.get(index), place, unsure, comment)
        : ProposedColumn.notRead(headings.get(index), false, "seems to be `" + place + "` again");
  }

  private String title(String place) {
    return known.fact(place).map(fact -> fact.question()).orElse(place);
  }

  private Optional<ProposedColumn> byCells(int index) {
    List<String> cells = cells(index);
    if (cells.size() >= 2 && cells.stream().allMatch(cell -> A_URN.matcher(cell).matches())) {
      return Optional.of(
          use(
              index,
              known.kind() == FormKind.GROUP ? Place.SCHOOL_URN : Place.URN,
              true,
              "the cells look like URNs"));
    }
    if (known.kind() == FormKind.APPLICATION
        && cells.size() >= 2
        && cells.stream().allMatch(cell -> A_TRN.matcher(cell).matches())) {
      return Optional.of(
          use(index, inOrder(index, Place.EACH_PERSON + ".trn"), true, "the cells look like TRNs"));
    }
    return Optional.empty();
  }

  private List<String> cells(int index) {
    return rows.stream()
        .map(row -> index < row.size() ? Blanks.strip(row.get(index)) : "")
        .filter(cell -> !cell.isEmpty())
        .toList();
  }

  /** Returns for what is asked of people the people of whom it is asked. */
  private static Map<String, Set<String>> people(Map<Integer, ProposedColumn> columns) {
    Map<String, Set<String>> people = new HashMap<>();
    for (ProposedColumn column : columns.values()) {
      Matcher place = PLACE_OF_PERSON.matcher(column.to().orElse(""));
      if (place.matches()) {
        people.computeIfAbsent(place.group(2), any -> new HashSet<>()).add(place.group(1));
      }
    }
    return people;
  }

  /** Whether a heading without a number comes for fewer people than others do. */
  private boolean isOfUncertainPerson(
      int index, ProposedColumn column, Map<String, Set<String>> people) {
    Matcher place = PLACE_OF_PERSON.matcher(column.to().orElse(""));
    int most = people.values().stream().mapToInt(Set::size).max().orElse(0);
    return inOrder.contains(index)
        && place.matches()
        && people.getOrDefault(place.group(2), Set.of()).size() < most;
  }

  /** Whether one URN is in several rows, and the form has one person in each. */
  private boolean isRowEach(Map<Integer, ProposedColumn> columns) {
    return columns.values().stream().anyMatch(column -> isOf(column, PERSON + "0]"))
        && columns.values().stream().noneMatch(column -> isOf(column, PERSON + "1]"))
        && columns.entrySet().stream()
            .filter(column -> column.getValue().to().equals(Optional.of(Place.URN)))
            .anyMatch(column -> isRepeated(cells(column.getKey())));
  }

  private static boolean isOf(ProposedColumn column, String person) {
    return column.to().orElse("").startsWith(person);
  }

  private static boolean isRepeated(List<String> cells) {
    return new HashSet<>(cells).size() < cells.size();
  }

  private static ProposedColumn eachPerson(ProposedColumn column) {
    String place = column.to().orElse("");
    return place.startsWith(PERSON)
        ? column
            .at(place.replaceFirst("\\[0]", "[]"))
            .unsure("the same URN is in several rows: each person seems to have a row")
        : column;
  }

  /**
   * Returns the order of day and month, if dates show it and would be read otherwise without it.
   */
  private Optional<DayOrder> dates(Map<Integer, ProposedColumn> columns) {
    boolean isMonthFirst = false;
    boolean isDayFirst = false;
    boolean isShort = false;
    for (Map.Entry<Integer, ProposedColumn> column : columns.entrySet()) {
      if (isOfDay(column.getValue())) {
        for (String cell : cells(column.getKey())) {
          Matcher date = SHORT_DATE.matcher(cell);
          if (date.matches()) {
            isDayFirst |= Integer.parseInt(date.group(1)) > LAST_MONTH;
            isMonthFirst |= Integer.parseInt(date.group(2)) > LAST_MONTH;
            isShort |= date.group(3).length() == 2;
          }
        }
      }
    }
    if (isMonthFirst && !isDayFirst) {
      return Optional.of(DayOrder.MONTH_FIRST);
    }
    return isDayFirst && !isMonthFirst && isShort
        ? Optional.of(DayOrder.DAY_FIRST)
        : Optional.empty();
  }

  private boolean isOfDay(ProposedColumn column) {
    String place = column.to().orElse("");
    return place.equals(Place.SUBMITTED_AT)
        || place.equals(Place.SUBMITTED_ON)
        || place.endsWith("].date")
        || known.fact(place).filter(fact -> fact.kind() == FactKind.DAY).isPresent();
  }
}
