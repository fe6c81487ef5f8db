package org.tfm.model.intake;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tfm.model.criterion.Fact;
import org.tfm.model.criterion.FactKind;
import org.tfm.model.document.Facts;
import org.tfm.model.problem.Blanks;

/**
 * A proposal for the map of an application form, made from its headings and some of its rows.
 *
 * <p>A heading that is exactly a title, a label or a question is sure, unless the cells below it
 * say otherwise. What is only similar is unsure, so that somebody checks it. Deterministic.
 *
 * @param columns what the map could say about each column with a heading, in order
 * @param isRowEach whether each person seems to have a row
 * @param isMonthFirst whether the month seems to come first in dates
 */
public record FormProposal(
    ImmutableList<ProposedColumn> columns, boolean isRowEach, boolean isMonthFirst) {

  private static final int LONGEST_VALUE = 60;
  private static final int MOST_VALUES = 10;
  private static final double SIMILAR = 0.6;
  private static final String PERSON = "leadParticipants[";
  private static final String URN = "school.urn";

  /** Titles that people give to columns. */
  private static final ImmutableMap<String, String> TITLES =
      ImmutableMap.<String, String>builder()
          .put("urn", URN)
          .put("school urn", URN)
          .put("urn of school", URN)
          .put("unique reference number", URN)
          .put("unique reference number urn", URN)
          .put("school", "school.name")
          .put("school name", "school.name")
          .put("name of school", "school.name")
          .put("name of your school", "school.name")
          .put("phase", "school.phase")
          .put("school phase", "school.phase")
          .put("phase of education", "school.phase")
          .put("type of school", "school.establishmentType")
          .put("school type", "school.establishmentType")
          .put("establishment type", "school.establishmentType")
          .put("type of establishment", "school.establishmentType")
          .put("country", "school.country")
          .put("headteacher s statement", "headteacherStatement")
          .put("headteacher statement", "headteacherStatement")
          .put("statement of headteacher", "headteacherStatement")
          .put("timestamp", Place.SUBMITTED_AT)
          .put("completion time", Place.SUBMITTED_AT)
          .put("submitted at", Place.SUBMITTED_AT)
          .put("date submitted", Place.SUBMITTED_ON)
          .put("submission date", Place.SUBMITTED_ON)
          .buildOrThrow();

  /** Titles of what is asked about each person. */
  private static final ImmutableMap<String, String> OF_PERSON =
      ImmutableMap.<String, String>builder()
          .put("name", "name")
          .put("full name", "name")
          .put("trn", "trn")
          .put("teacher reference number", "trn")
          .put("teacher reference number trn", "trn")
          .put("trn teacher reference number", "trn")
          .put("role", "roles")
          .put("roles", "roles")
          .put("role s", "roles")
          .put("role in school", "roles")
          .put("roles in school", "roles")
          .put("years teaching", "yearsTeaching")
          .put("years of teaching", "yearsTeaching")
          .put("years of teaching experience", "yearsTeaching")
          .put("release days", "releaseDays")
          .put("days of release", "releaseDays")
          .put("release time", "releaseDays")
          .put("year group", "yearGroups")
          .put("year groups", "yearGroups")
          .put("year groups taught", "yearGroups")
          .put("career stage", "careerStage")
          .put("part time", "partTime")
          .buildOrThrow();

  private static final ImmutableSet<String> NOT_READ =
      ImmutableSet.of(
          "id",
          "start time",
          "email",
          "email address",
          "username",
          "last modified time",
          "score",
          "total points",
          "quiz feedback",
          "language");
  private static final ImmutableSet<String> NO_MEANING =
      ImmutableSet.of(
          "a", "an", "the", "of", "is", "are", "your", "you", "do", "does", "has", "have", "what",
          "which", "please", "give", "state", "to", "in", "for", "and", "or", "s", "how", "many",
          "school");
  private static final ImmutableMap<String, Integer> ORDINALS =
      ImmutableMap.<String, Integer>builder()
          .put("1", 0)
          .put("first", 0)
          .put("one", 0)
          .put("2", 1)
          .put("second", 1)
          .put("two", 1)
          .put("3", 2)
          .put("third", 2)
          .put("three", 2)
          .put("4", 3)
          .put("fourth", 3)
          .put("four", 3)
          .buildOrThrow();
  private static final Pattern PEOPLE =
      Pattern.compile(
          "\\b(?:lead participants?|participants?|teachers?(?! reference)|delegates?|attendees?|person)\\b(?: s\\b)?");
  private static final Pattern NUMBERED = Pattern.compile("(.*[^0-9 ]) ?([2-9])");
  private static final Pattern IN_BRACKETS = Pattern.compile("\\s*\\([^)]*\\)");
  private static final Pattern A_URN = Pattern.compile("1[0-5][0-9]{4}(?:\\.0)?");
  private static final Pattern A_TRN = Pattern.compile("(?i)(?:rp ?)?[0-9]{2}/?[0-9]{5}");
  private static final Pattern SHORT_DATE =
      Pattern.compile("([0-9]{1,2})[/.-]([0-9]{1,2})[/.-][0-9]{2,4}\\b.*");
  private static final Splitter WORDS = Splitter.on(' ').omitEmptyStrings();

  /** Refuses null. */
  public FormProposal {
    requireNonNull(columns, "columns");
  }

  /**
   * Proposes a map for applications.
   *
   * @param headings the headings
   * @param rows some rows, whose cells are in the order of the headings
   * @param questions the questions of the policy, by id
   */
  public static FormProposal of(
      List<String> headings, List<? extends List<String>> rows, Map<String, Fact> questions) {
    requireNonNull(headings, "headings");
    requireNonNull(rows, "rows");
    requireNonNull(questions, "questions");
    return new Search(headings, rows, questions.values()).proposal();
  }

  /** Returns the index of the row that has the headings: the one with the most that are known. */
  public static int headingRow(List<? extends List<String>> rows, Map<String, Fact> questions) {
    requireNonNull(rows, "rows");
    requireNonNull(questions, "questions");
    int best = 0;
    long most = 0;
    for (int i = 0; i < rows.size(); i++) {
      long known =
          new Search(rows.get(i), List.of(), questions.values())
              .proposal().columns().stream()
                  .filter(column -> column.ignored() || column.to().isPresent())
                  .count();
      if (known > most) {
        best = i;
        most = known;
      }
    }
    return best;
  }

  /** The search for one form. */
  private static final class Search {

    private final List<String> headings;
    private final List<? extends List<String>> rows;
    private final Map<String, String> exact = new LinkedHashMap<>(TITLES);
    private final Map<String, Fact> facts = new HashMap<>();
    private final Map<String, Integer> met = new HashMap<>();
    private final Set<String> used = new HashSet<>();
    private final boolean isMicrosoft;

    Search(List<String> headings, List<? extends List<String>> rows, Collection<Fact> questions) {
      this.headings = headings;
      this.rows = rows;
      Stream.concat(
              questions.stream(),
              Stream.of(
                  Facts.PHASE,
                  Facts.ESTABLISHMENT_TYPE,
                  Facts.COUNTRY,
                  Facts.HEADTEACHER_STATEMENT,
                  Facts.SUBMITTED,
                  Facts.TRN,
                  Facts.ROLES,
                  Facts.YEARS_TEACHING,
                  Facts.RELEASE_DAYS,
                  Facts.YEAR_GROUPS,
                  Facts.CAREER_STAGE,
                  Facts.MATHS_SPECIALIST,
                  Facts.PART_TIME))
          .forEach(this::know);
      Set<String> all = new HashSet<>();
      headings.forEach(heading -> all.add(Labels.fold(heading)));
      this.isMicrosoft = all.contains("start time") && all.contains("completion time");
    }

    private void know(Fact fact) {
      if (Place.find(FormKind.APPLICATION, fact.at()).isEmpty()) {
        return;
      }
      facts.putIfAbsent(fact.at(), fact);
      Stream.of(
              fact.question(),
              IN_BRACKETS.matcher(fact.question()).replaceAll(""),
              fact.label(),
              fact.id(),
              fact.at())
          .map(Labels::fold)
          .forEach(text -> exact.putIfAbsent(text, fact.at()));
    }

    FormProposal proposal() {
      List<ProposedColumn> columns = new ArrayList<>();
      for (int i = 0; i < headings.size(); i++) {
        if (!Blanks.isBlank(headings.get(i))) {
          columns.add(checked(column(i), i));
        }
      }
      boolean isRowEach = isRowEach(columns);
      return new FormProposal(
          columns.stream()
              .map(column -> isRowEach ? eachPerson(column) : column)
              .collect(ImmutableList.toImmutableList()),
          isRowEach,
          isMonthFirst(columns));
    }

    private ProposedColumn column(int index) {
      String heading = headings.get(index);
      String folded = Labels.fold(heading);
      if (NOT_READ.contains(folded)) {
        return ProposedColumn.notRead(heading, true, "");
      }
      if (isMicrosoft
          && folded.equals("name")
          && index > 0
          && Labels.fold(headings.get(index - 1)).equals("email")) {
        return ProposedColumn.notRead(heading, true, "the name of the person who sent the form");
      }
      Optional<String> place = place(heading, folded);
      if (place.isPresent()) {
        return use(heading, place.get(), false, "");
      }
      return similar(heading, folded)
          .or(() -> byCells(heading, index))
          .orElseGet(() -> ProposedColumn.notRead(heading, false, "not recognised"));
    }

    /** Returns the place whose title, label or question the heading exactly is. */
    private Optional<String> place(String heading, String folded) {
      String direct = exact.get(folded);
      String plain = Labels.fold(IN_BRACKETS.matcher(heading).replaceAll(""));
      if (direct == null) {
        direct = exact.get(plain);
      }
      if (direct != null) {
        return Optional.of(direct.startsWith(PERSON) ? next(direct) : direct);
      }
      if (Place.find(FormKind.APPLICATION, Blanks.strip(heading))
          .filter(place -> !place.isWithoutIndex())
          .isPresent()) {
        return Optional.of(Blanks.strip(heading));
      }
      return ofPerson(folded).or(() -> ofPerson(plain));
    }

    /** Returns the place of what is asked about a person, by its number or in order. */
    private Optional<String> ofPerson(String folded) {
      String without = Labels.fold(PEOPLE.matcher(folded).replaceAll(" "));
      List<String> words = new ArrayList<>(WORDS.splitToList(without));
      Optional<Integer> number =
          words.stream().filter(ORDINALS::containsKey).map(ORDINALS::get).findFirst();
      words.removeIf(ORDINALS::containsKey);
      words.removeIf(word -> word.equals("s") || word.equals("of") || word.equals("the"));
      String attribute = OF_PERSON.get(String.join(" ", words));
      if (attribute == null) {
        Matcher numbered = NUMBERED.matcher(without);
        attribute = numbered.matches() ? OF_PERSON.get(numbered.group(1)) : null;
        number = attribute == null ? number : Optional.of(Integer.parseInt(numbered.group(2)) - 1);
      }
      if (attribute == null) {
        return Optional.empty();
      }
      String place = "leadParticipants[]." + attribute;
      return Optional.of(
          number.map(index -> place.replace("[]", "[" + index + "]")).orElseGet(() -> next(place)));
    }

    /** Returns the place of the next person, because headings are repeated for each. */
    private String next(String place) {
      return place.replace("[]", "[" + (met.merge(place, 1, Integer::sum) - 1) + "]");
    }

    private ProposedColumn use(String heading, String place, boolean unsure, String comment) {
      return used.add(place)
          ? ProposedColumn.read(heading, place, unsure, comment)
          : ProposedColumn.notRead(heading, false, "seems to be `" + place + "` again");
    }

    private Optional<ProposedColumn> similar(String heading, String folded) {
      Set<String> words = meaning(folded);
      String best = "";
      double most = SIMILAR;
      for (Map.Entry<String, String> candidate : exact.entrySet()) {
        double similarity = similarity(words, meaning(candidate.getKey()));
        if (similarity > most
            && !candidate.getValue().startsWith(PERSON)
            && !used.contains(candidate.getValue())) {
          best = candidate.getValue();
          most = similarity;
        }
      }
      return best.isEmpty()
          ? Optional.empty()
          : Optional.of(use(heading, best, true, "similar to: " + title(best)));
    }

    private String title(String place) {
      Fact fact = facts.get(place);
      return fact == null ? place : fact.question();
    }

    private static Set<String> meaning(String folded) {
      Set<String> words = new HashSet<>(WORDS.splitToList(folded));
      words.removeAll(NO_MEANING);
      return words;
    }

    /** Returns twice the words that both have, of all words. */
    private static double similarity(Set<String> one, Set<String> other) {
      int both = Sets.intersection(one, other).size();
      return one.size() + other.size() == 0 ? 0 : 2.0 * both / (one.size() + other.size());
    }

    private Optional<ProposedColumn> byCells(String heading, int index) {
      List<String> cells = cells(index);
      if (cells.size() >= 2 && cells.stream().allMatch(cell -> A_URN.matcher(cell).matches())) {
        return Optional.of(use(heading, URN, true, "the cells look like URNs"));
      }
      if (cells.size() >= 2 && cells.stream().allMatch(cell -> A_TRN.matcher(cell).matches())) {
        return Optional.of(
            use(heading, next("leadParticipants[].trn"), true, "the cells look like TRNs"));
      }
      return Optional.empty();
    }

    private List<String> cells(int index) {
      return rows.stream()
          .map(row -> index < row.size() ? Blanks.strip(row.get(index)) : "")
          .filter(cell -> !cell.isEmpty())
          .toList();
    }

    /** Looks at the cells: a place whose cells say something else is not sure. */
    private ProposedColumn checked(ProposedColumn column, int index) {
      if (column.to().isEmpty()) {
        return column;
      }
      String place = column.to().get();
      Optional<Fact> fact = Optional.ofNullable(facts.get(place.replaceAll("\\[[0-9]+]", "[]")));
      boolean isYesNo = fact.filter(asked -> asked.kind() == FactKind.YES_NO).isPresent();
      Cell cell =
          fact.filter(asked -> place.contains("answers."))
              .map(Cells::of)
              .orElseGet(() -> Place.find(FormKind.APPLICATION, place).orElseThrow().cell());
      Set<String> strange = new TreeSet<>();
      int bad = 0;
      List<String> cells = cells(index);
      for (String text : cells) {
        if (isStrange(cell, place, fact, text)) {
          bad++;
          strange.add(text);
        }
      }
      if (bad == 0) {
        return column;
      }
      if (isYesNo && strange.size() <= MOST_VALUES) {
        ImmutableMap<String, Boolean> values = yesOrNo(strange);
        if (values.size() == strange.size()) {
          return column.withValues(values, "check what these words stand for");
        }
      }
      return column.unsure(
          bad
              + " of "
              + cells.size()
              + " cells are not understood"
              + (isYesNo ? "; add `values`" : ""));
    }

    /** Whether a cell is a phrase of a form: short, and without numbers or names. */
    private static boolean isPhrase(String cell) {
      return cell.length() <= LONGEST_VALUE
          && cell.chars().noneMatch(Character::isDigit)
          && cell.chars().skip(1).noneMatch(Character::isUpperCase);
    }

    /** Returns what words that start with yes or no seem to stand for. */
    private static ImmutableMap<String, Boolean> yesOrNo(Set<String> words) {
      ImmutableMap.Builder<String, Boolean> values = ImmutableMap.builder();
      for (String word : words) {
        String folded = Labels.fold(word);
        boolean isYes = folded.startsWith("yes ");
        if (isPhrase(word) && (isYes || folded.startsWith("no "))) {
          values.put(word, isYes);
        }
      }
      return values.buildOrThrow();
    }

    /** Whether a cell gives no value of the kind that its place needs. */
    private static boolean isStrange(Cell cell, String place, Optional<Fact> fact, String text) {
      Reading reading = new Reading(DayOrder.DAY_FIRST, true);
      if (place.equals(Place.SUBMITTED_AT) || place.equals(Place.SUBMITTED_ON)) {
        return Moments.moment(text, reading).isEmpty() && !SHORT_DATE.matcher(text).matches();
      }
      JsonNode value = cell.value(text, reading);
      if (value.isMissingNode()) {
        return reading.isRefused("");
      }
      if (place.equals(URN)) {
        return !value.isInt();
      }
      return fact.filter(asked -> isStrange(asked, value)).isPresent();
    }

    private static boolean isStrange(Fact fact, JsonNode value) {
      return switch (fact.kind()) {
        case YES_NO -> !value.isBoolean();
        case NUMBER -> !value.isNumber();
        case CHOICE -> !fact.choices().isEmpty() && !fact.choices().contains(value.asText());
        case CHOICES -> {
          boolean strange = false;
          for (JsonNode one : value) {
            strange |= !fact.choices().isEmpty() && !fact.choices().contains(one.asText());
          }
          yield strange;
        }
        case DAY, TEXT -> false;
      };
    }

    /** Whether one URN is in several rows, and the form has one person in each. */
    private boolean isRowEach(List<ProposedColumn> columns) {
      boolean hasPerson =
          columns.stream().anyMatch(column -> column.to().orElse("").startsWith(PERSON + "0]"));
      boolean hasMore =
          columns.stream().anyMatch(column -> column.to().orElse("").startsWith(PERSON + "1]"));
      return hasPerson && !hasMore && isUrnRepeated(columns);
    }

    private boolean isUrnRepeated(List<ProposedColumn> columns) {
      for (ProposedColumn column : columns) {
        if (column.to().equals(Optional.of(URN))) {
          List<String> urns = cells(headings.indexOf(column.heading()));
          return new HashSet<>(urns).size() < urns.size();
        }
      }
      return false;
    }

    private static ProposedColumn eachPerson(ProposedColumn column) {
      String place = column.to().orElse("");
      return place.startsWith(PERSON)
          ? column
              .at(place.replaceFirst("\\[0]", "[]"))
              .unsure("the same URN is in several rows: each person seems to have a row")
          : column;
    }

    private boolean isMonthFirst(List<ProposedColumn> columns) {
      boolean monthFirst = false;
      for (ProposedColumn column : columns) {
        String place = column.to().orElse("");
        if (place.equals(Place.SUBMITTED_AT) || place.equals(Place.SUBMITTED_ON)) {
          for (String cell : cells(headings.indexOf(column.heading()))) {
            Matcher date = SHORT_DATE.matcher(cell);
            if (date.matches() && Integer.parseInt(date.group(1)) > 12) {
              return false;
            }
            monthFirst |= date.matches() && Integer.parseInt(date.group(2)) > 12;
          }
        }
      }
      return monthFirst;
    }
  }
}
