package org.tfm.model.intake;

import com.google.common.base.Splitter;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tfm.model.criterion.Fact;
import org.tfm.model.document.Facts;
import org.tfm.model.problem.Blanks;

/** The meanings of headings: titles that people use, and the labels and questions of facts. */
final class KnownHeadings {

  private static final double SIMILAR = 0.6;
  private static final String PUPILS = "school.pupils";
  private static final String OFSTED = "school.ofsted";
  private static final String RELEASE_DAYS = "releaseDays";
  private static final String ATTENDED = "workshopsAttended";
  private static final String TASKS = "tasksCompleted";
  private static final String LEAD_SCHOOL = "lead.school";

  /** Titles that people give to columns. */
  private static final ImmutableMap<String, String> TITLES =
      ImmutableMap.<String, String>builder()
          .put("urn", Place.URN)
          .put("school urn", Place.URN)
          .put("urn of school", Place.URN)
          .put("unique reference number", Place.URN)
          .put("unique reference number urn", Place.URN)
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
          .put("pupils on roll", PUPILS)
          .put("number of pupils on roll", PUPILS)
          .put("number on roll", PUPILS)
          .put("nor", PUPILS)
          .put("ofsted", OFSTED)
          .put("ofsted grade", OFSTED)
          .put("ofsted rating", OFSTED)
          .put("ofsted judgement", OFSTED)
          .put("latest ofsted grade", OFSTED)
          .put("latest ofsted rating", OFSTED)
          .put("latest ofsted judgement", OFSTED)
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
          .put("trn number", "trn")
          .put("teacher reference no", "trn")
          .put("teacher ref no", "trn")
          .put("teacher ref number", "trn")
          .put("teacher ref", "trn")
          .put("role", "roles")
          .put("job title", "roles")
          .put("job role", "roles")
          .put("position", "roles")
          .put("position in school", "roles")
          .put("roles", "roles")
          .put("role s", "roles")
          .put("role in school", "roles")
          .put("roles in school", "roles")
          .put("years teaching", "yearsTeaching")
          .put("years of teaching", "yearsTeaching")
          .put("years in teaching", "yearsTeaching")
          .put("teaching experience", "yearsTeaching")
          .put("years of teaching experience", "yearsTeaching")
          .put("release days", "releaseDays")
          .put("days of release", "releaseDays")
          .put("release time", "releaseDays")
          .put("days released", "releaseDays")
          .put("number of days released", "releaseDays")
          .put("number of release days", "releaseDays")
          .put("year group", "yearGroups")
          .put("year groups", "yearGroups")
          .put("year groups taught", "yearGroups")
          .put("subject s", "subjects")
          .put("subjects taught", "subjects")
          .put("career stage", "careerStage")
          .put("part time", "partTime")
          .put("teaches maths", "teachesMaths")
          .put("supports maths", "supportsMaths")
          .put("qualification s", "qualifications")
          .put("years in role", "yearsInRole")
          .put("years in current role", "yearsInRole")
          .put("years in phase", "yearsInPhase")
          .buildOrThrow();

  /** Titles that hubs give to what they note about progress. */
  private static final ImmutableMap<String, String> OF_PROGRESS =
      ImmutableMap.<String, String>builder()
          .put("release days", RELEASE_DAYS)
          .put("days of release", RELEASE_DAYS)
          .put("release days taken", RELEASE_DAYS)
          .put("days of release taken", RELEASE_DAYS)
          .put("days released", RELEASE_DAYS)
          .put("release time", RELEASE_DAYS)
          .put("workshops planned", "workshopsPlanned")
          .put("workshops attended", ATTENDED)
          .put("number of workshops attended", ATTENDED)
          .put("sessions attended", ATTENDED)
          .put("workshops attended by headteacher", "headteacherWorkshops")
          .put("workshops attended by the headteacher", "headteacherWorkshops")
          .put("headteacher workshops", "headteacherWorkshops")
          .put("missed without notice", "missedWithoutNotice")
          .put("workshops missed without notice", "missedWithoutNotice")
          .put("visits", "visits")
          .put("school visits", "visits")
          .put("support visits", "visits")
          .put("number of visits", "visits")
          .put("half days of visits", "visitHalfDays")
          .put("tasks", TASKS)
          .put("tasks done", TASKS)
          .put("tasks completed", TASKS)
          .put("completed tasks", TASKS)
          .put("headteacher attended", "headteacherAttended")
          .put("year of programme", "programmeYear")
          .put("programme year", "programmeYear")
          .buildOrThrow();

  /** Titles that hubs give to work groups and those who lead them. */
  private static final ImmutableMap<String, String> OF_GROUP =
      ImmutableMap.<String, String>builder()
          .put("group", Place.GROUP)
          .put("group name", Place.GROUP)
          .put("group code", Place.GROUP)
          .put("name of group", Place.GROUP)
          .put("work group", Place.GROUP)
          .put("work group name", Place.GROUP)
          .put("work group code", Place.GROUP)
          .put("name of work group", Place.GROUP)
          .put("name of the work group", Place.GROUP)
          .put("workgroup", Place.GROUP)
          .put("workgroup name", Place.GROUP)
          .put("workgroup code", Place.GROUP)
          .put("cohort", Place.GROUP)
          .put("lead role", "lead.role")
          .put("lead s role", "lead.role")
          .put("role of lead", "lead.role")
          .put("role of the lead", "lead.role")
          .put("work group lead role", "lead.role")
          .put("lead school", LEAD_SCHOOL)
          .put("lead s school", LEAD_SCHOOL)
          .put("lead school urn", LEAD_SCHOOL)
          .put("lead s school urn", LEAD_SCHOOL)
          .put("urn of lead s school", LEAD_SCHOOL)
          .put("urn of the lead s school", LEAD_SCHOOL)
          .buildOrThrow();

  /** Titles of what is noted of each session, without the word for it. */
  private static final ImmutableMap<String, String> OF_SESSION =
      ImmutableMap.<String, String>builder()
          .put("", "number")
          .put("number", "number")
          .put("no", "number")
          .put("date", "date")
          .put("day", "date")
          .put("start time", "startsAt")
          .put("time", "startsAt")
          .put("starts at", "startsAt")
          .put("host", "host")
          .put("host urn", "host")
          .put("host school", "host")
          .put("host school urn", "host")
          .put("urn of host", "host")
          .put("urn of host school", "host")
          .put("venue", "venue")
          .put("location", "venue")
          .put("place", "venue")
          .put("mode", "mode")
          .put("format", "mode")
          .put("in person or online", "mode")
          .put("online or in person", "mode")
          .put("kind", "kind")
          .put("type", "kind")
          .put("focus", "kind")
          .put("length", "days")
          .put("length in days", "days")
          .put("length days", "days")
          .put("days", "days")
          .put("length in hours", "hours")
          .put("length hours", "hours")
          .put("hours", "hours")
          .put("duration", "hours")
          .put("duration in hours", "hours")
          .buildOrThrow();

  /** The values of a session, even where the heading does not name one. */
  private static final ImmutableSet<String> OF_SESSION_ALONE =
      ImmutableSet.of("date", "host", "venue", "mode", "days", "hours");

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

  /** Words that say nothing of a heading. */
  static final ImmutableSet<String> NO_MEANING =
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
  private static final String ONE_PERSON =
      "(?:lead participant|participant|teacher(?! ref)|delegate|attendee|person)";
  private static final Pattern PEOPLE =
      Pattern.compile(
          "\\b(?:lead participants?|participants?|teachers?(?! ref)|delegates?|attendees?|person)\\b(?: s\\b)?");

  /** A person with or without a number, which is before or after. */
  private static final Pattern PERSON =
      Pattern.compile(
          "\\b(?:the )?(?:(first|second|third|fourth|[1-9]) )?"
              + ONE_PERSON
              + "\\b(?: (one|two|three|four|[1-9])\\b)?");

  private static final Pattern SESSION =
      Pattern.compile(
          "\\b(?:the )?(?:(first|second|third|fourth|[1-9]) )?(?:session|workshop|meeting)"
              + "\\b(?: (?:number )?(one|two|three|four|[1-9][0-9]?)\\b)?(?: s\\b)?");

  private static final Pattern NUMBERED = Pattern.compile("(.*[^0-9 ]) ?([2-9])");
  private static final Pattern IN_BRACKETS = Pattern.compile("\\s*\\([^)]*\\)");
  private static final Splitter WORDS = Splitter.on(' ').omitEmptyStrings();

  private static final ImmutableSet<String> WORDS_OF_TITLES =
      Stream.of(
              TITLES.keySet(),
              OF_PERSON.keySet(),
              OF_PROGRESS.keySet(),
              OF_GROUP.keySet(),
              OF_SESSION.keySet(),
              NOT_READ,
              NO_MEANING)
          .flatMap(Set::stream)
          .flatMap(WORDS::splitToStream)
          .collect(ImmutableSet.toImmutableSet());

  private final FormKind kind;
  private final Map<String, String> exact = new LinkedHashMap<>();
  private final Map<String, Set<String>> meanings = new LinkedHashMap<>();
  private final Map<String, Fact> facts = new HashMap<>();

  KnownHeadings(FormKind kind, Collection<Fact> questions) {
    this.kind = kind;
    titles(kind).forEach(this::know);
    Stream.concat(
            questions.stream(),
            Stream.of(
                Facts.PHASE,
                Facts.ESTABLISHMENT_TYPE,
                Facts.COUNTRY,
                Facts.PUPILS,
                Facts.OFSTED_GRADE,
                Facts.HEADTEACHER_STATEMENT,
                Facts.SUBMITTED,
                Facts.EXPRESSION_OF_INTEREST,
                Facts.TRN,
                Facts.ROLES,
                Facts.YEARS_TEACHING,
                Facts.RELEASE_DAYS,
                Facts.RELEASE_OUTSIDE_MEETINGS,
                Facts.COMBINED_RELEASE,
                Facts.YEAR_GROUPS,
                Facts.YEAR_GROUPS_TAUGHT,
                Facts.SUBJECTS,
                Facts.CAREER_STAGE,
                Facts.MATHS_SPECIALIST,
                Facts.PART_TIME,
                Facts.TEACHES_MATHS,
                Facts.SUPPORTS_MATHS,
                Facts.QUALIFICATIONS,
                Facts.YEARS_IN_ROLE,
                Facts.YEARS_IN_PHASE,
                Facts.RELEASE_TAKEN,
                Facts.WORKSHOPS_ATTENDED,
                Facts.WORKSHOPS_PLANNED,
                Facts.HEADTEACHER_WORKSHOPS,
                Facts.MISSED_WITHOUT_NOTICE,
                Facts.PROGRAMME_YEAR,
                Facts.TASKS_COMPLETED,
                Facts.HEADTEACHER_ATTENDED,
                Facts.SENIOR_LEADER_ATTENDED,
                Facts.VISITS,
                Facts.VISIT_HALF_DAYS,
                Facts.LEAD_ROLE,
                Facts.SESSION_NUMBER,
                Facts.SESSION_DATE,
                Facts.SESSION_VENUE,
                Facts.SESSION_KIND,
                Facts.SESSION_MODE,
                Facts.SESSION_DAYS,
                Facts.SESSION_HOURS))
        .forEach(this::know);
    exact.forEach(
        (title, place) -> {
          if (!place.startsWith(Place.EACH_PERSON)) {
            meanings.put(title, meaning(title));
          }
        });
  }

  private static ImmutableMap<String, String> titles(FormKind kind) {
    return switch (kind) {
      case APPLICATION, EXPRESSION_OF_INTEREST -> TITLES;
      case PROGRESS ->
          ImmutableMap.<String, String>builder().putAll(TITLES).putAll(OF_PROGRESS).buildOrThrow();
      case GROUP ->
          ImmutableMap.<String, String>builder().putAll(TITLES).putAll(OF_GROUP).buildOrThrow();
    };
  }

  /** Returns the place in a document of this kind: a group has several schools. */
  private String here(String place) {
    return kind == FormKind.GROUP ? Place.ofSchools(place) : place;
  }

  private void know(String title, String place) {
    if (Place.find(kind, here(place)).isPresent()) {
      exact.put(title, here(place));
    }
  }

  /** The kind of document that the form gives. */
  FormKind kind() {
    return kind;
  }

  private void know(Fact fact) {
    String place = here(fact.at());
    if (Place.find(kind, place).isEmpty()) {
      return;
    }
    facts.putIfAbsent(place, fact);
    Stream.of(
            fact.question(),
            IN_BRACKETS.matcher(fact.question()).replaceAll(""),
            fact.label(),
            fact.id(),
            fact.at())
        .map(Labels::fold)
        .forEach(text -> exact.putIfAbsent(text, place));
  }

  /** The fact that is asked at a place, whatever the person. */
  Optional<Fact> fact(String place) {
    return Optional.ofNullable(facts.get(place.replaceAll("\\[[0-9]+]", "[]")));
  }

  /** Whether a word is one of those that titles consist of. */
  static boolean isWord(String word) {
    return WORDS_OF_TITLES.contains(word);
  }

  /** Whether a column with this heading is of no use to anybody. */
  static boolean isNotRead(String heading) {
    return NOT_READ.contains(Labels.fold(heading));
  }

  /** Whether a form has the headings of the times between which somebody filled it in. */
  static boolean areOfMicrosoft(List<String> headings) {
    Set<String> all = new HashSet<>();
    headings.forEach(heading -> all.add(Labels.fold(heading)));
    return all.contains("start time") && all.contains("completion time");
  }

  /**
   * Returns the place whose title, label or question the heading exactly is; with empty brackets if
   * it is of a person without a number.
   */
  Optional<String> find(String heading) {
    String folded = Labels.fold(heading);
    String plain = Labels.fold(IN_BRACKETS.matcher(heading).replaceAll(""));
    return Optional.ofNullable(exact.get(folded))
        .or(() -> name(Blanks.strip(heading)))
        .or(() -> ofPerson(folded))
        .or(() -> ofSession(folded))
        .or(() -> question(folded))
        .or(() -> Optional.ofNullable(exact.get(plain)))
        .or(() -> ofPerson(plain))
        .or(() -> ofSession(plain))
        .or(() -> question(plain))
        .filter(place -> Place.find(kind, place).isPresent());
  }

  /** Returns the place with this name, unless it needs a number. */
  private Optional<String> name(String name) {
    return Place.find(kind, name)
        .filter(
            place ->
                !place.isWithoutIndex()
                    || (kind == FormKind.GROUP && place.listOfRows().isPresent()))
        .map(Place::name);
  }

  /** Returns the place of what is asked about a person, by its title. */
  private static Optional<String> ofPerson(String folded) {
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
    return attribute == null
        ? Optional.empty()
        : Optional.of(numbered(Place.EACH_PERSON + "." + attribute, number));
  }

  /**
   * Returns the place of what is noted of a session: of the one with a number, or of the one of
   * each row. A session with a number and nothing else is meant by its day.
   */
  private static Optional<String> ofSession(String folded) {
    Matcher session = SESSION.matcher(folded);
    boolean isNamed = session.find();
    Optional<Integer> number =
        isNamed
            ? Optional.ofNullable(session.group(2) == null ? session.group(1) : session.group(2))
                .map(KnownHeadings::index)
            : Optional.empty();
    List<String> words =
        new ArrayList<>(
            WORDS.splitToList(
                isNamed
                    ? folded.substring(0, session.start()) + " " + folded.substring(session.end())
                    : folded));
    if (isNamed && !words.isEmpty() && words.get(words.size() - 1).equals("of")) {
      words.remove(words.size() - 1);
    }
    String title = String.join(" ", words);
    String attribute = OF_SESSION.get(title);
    if (attribute == null || (!isNamed && !OF_SESSION_ALONE.contains(attribute))) {
      return Optional.empty();
    }
    return Optional.of(
        numbered(
            "sessions[]." + (title.isEmpty() && number.isPresent() ? "date" : attribute), number));
  }

  private static int index(String number) {
    return Optional.ofNullable(ORDINALS.get(number)).orElseGet(() -> Integer.parseInt(number) - 1);
  }

  /** Returns the place of a question about a person, who may be named or numbered in it. */
  private Optional<String> question(String folded) {
    Matcher numbered = NUMBERED.matcher(folded);
    if (numbered.matches()) {
      Optional<String> place = person(numbered.group(1));
      if (place.isPresent()) {
        return Optional.of(
            numbered(place.get(), Optional.of(Integer.parseInt(numbered.group(2)) - 1)));
      }
    }
    for (Matcher person = PERSON.matcher(folded); person.find(); ) {
      Optional<Integer> number =
          Optional.ofNullable(person.group(2) == null ? person.group(1) : person.group(2))
              .map(ORDINALS::get);
      String start = folded.substring(0, person.start());
      String end = folded.substring(person.end());
      Optional<String> place =
          person(start + "the person" + end)
              .or(() -> person(start + "person" + end))
              .or(() -> person(start + end));
      if (place.isPresent()) {
        return Optional.of(numbered(place.get(), number));
      }
    }
    return Optional.empty();
  }

  private Optional<String> person(String text) {
    return Optional.ofNullable(exact.get(Labels.fold(text)))
        .filter(place -> place.startsWith(Place.EACH_PERSON));
  }

  private static String numbered(String place, Optional<Integer> number) {
    return number.map(index -> place.replace("[]", "[" + index + "]")).orElse(place);
  }

  /** Returns the place of the most similar title or question that is not of a person. */
  Optional<String> similar(String heading, Set<String> used) {
    Set<String> words = meaning(Labels.fold(heading));
    String best = "";
    double most = SIMILAR;
    for (Map.Entry<String, Set<String>> candidate : meanings.entrySet()) {
      double similarity = similarity(words, candidate.getValue());
      String place = exact.getOrDefault(candidate.getKey(), "");
      if (similarity > most && !used.contains(place)) {
        best = place;
        most = similarity;
      }
    }
    return best.isEmpty() ? Optional.empty() : Optional.of(best);
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
}
