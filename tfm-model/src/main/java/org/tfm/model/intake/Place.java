package org.tfm.model.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.base.Ascii;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSetMultimap;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tfm.model.document.Facts;
import org.tfm.model.document.LeadRole;
import org.tfm.model.document.Qualification;
import org.tfm.model.document.Role;
import org.tfm.model.document.SubmittedBy;
import org.tfm.model.problem.DidYouMean;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;
import org.tfm.model.school.Country;
import org.tfm.model.school.EstablishmentType;
import org.tfm.model.school.OfstedGrade;
import org.tfm.model.school.Phase;

/**
 * A place in a document that a column can fill.
 *
 * @param name the name in messages about the JSON form, such as {@code leadParticipants[0].trn}
 * @param cell how the cells are read; of an answer, depends on the question
 * @param pointer the place as a JSON pointer
 * @param parents the steps to the object that has the value
 * @param key the key of the value in that object
 */
record Place(String name, Cell cell, String pointer, ImmutableList<Step> parents, String key) {

  static final String ANSWERS = "answers.";
  static final String URN = "school.urn";
  static final String HISTORY = "history";

  /** The name or code of a work group, by which its rows are found; no document has it. */
  static final String GROUP = "group";

  static final String SCHOOL_URN = "schools[].urn";
  static final String SESSION_NUMBER = "sessions[].number";
  static final String SESSIONS = "sessions";
  static final String PEOPLE = "leadParticipants";
  static final String SUBMITTED_AT = "submittedAt";
  static final String SUBMITTED_ON = "submittedOn";

  /** The start of the places of each person. */
  static final String EACH_PERSON = "leadParticipants[]";

  private static final String ANSWERS_OF_PERSON = "leadParticipants[].answers.";
  private static final Pattern INDEX = Pattern.compile("\\[(0|[1-9][0-9]?)]");
  private static final Pattern STEP = Pattern.compile("([A-Za-z0-9-]+)(?:\\[([0-9]{1,2})])?");
  private static final Pattern STEP_OF_ROWS =
      Pattern.compile("([A-Za-z0-9-]+)(?:\\[([0-9]{1,5})])?");
  private static final Splitter STEPS = Splitter.on('.');

  /** Other names of roles, which mean nothing else in a school. */
  private static final ImmutableSetMultimap<Role, String> OTHER_ROLE_NAMES =
      ImmutableSetMultimap.<Role, String>builder()
          .put(Role.MATHS_LEAD, "Mathematics lead")
          .put(Role.HEADTEACHER, "Head teacher")
          .putAll(Role.DEPUTY_HEADTEACHER, "Deputy head", "Deputy head teacher")
          .put(Role.TEACHING_ASSISTANT, "TA")
          .put(Role.SENCO, "SENDCO")
          .putAll(Role.TEACHER_TRAINER, "Teacher trainer", "ITT tutor")
          .build();

  /** Short names of qualifications. */
  private static final ImmutableSetMultimap<Qualification, String> OTHER_QUALIFICATION_NAMES =
      ImmutableSetMultimap.<Qualification, String>builder()
          .put(Qualification.QUALIFIED_TEACHER_STATUS, "QTS")
          .putAll(Qualification.MATHS_TEACHER_TRAINING, "Maths PGCE", "Maths ITT")
          .putAll(Qualification.MATHS_DEGREE, "Maths degree", "Degree in maths")
          .putAll(Qualification.MATHS_A_LEVEL, "Maths A level", "A level maths")
          .putAll(Qualification.ACCREDITED_SPECIALIST, "Mastery Specialist")
          .putAll(
              Qualification.ACCREDITED_DEVELOPMENT_LEAD, "PD Lead", "Professional Development Lead")
          .build();

  /** Other names of grades: that of teachers, and those of the register. */
  private static final ImmutableSetMultimap<OfstedGrade, String> OTHER_GRADE_NAMES =
      ImmutableSetMultimap.<OfstedGrade, String>builder()
          .put(OfstedGrade.REQUIRES_IMPROVEMENT, "RI")
          .putAll(OfstedGrade.INADEQUATE, "Serious weaknesses", "Special measures")
          .build();

  private static final ImmutableMap<String, Cell> OF_OFFERING =
      ImmutableMap.of(
          "offering.hub",
          Cells.HUB,
          "offering.type",
          Cells.TYPE,
          "offering.year",
          Cells.YEAR,
          "offering.intake",
          Cells.INTAKE);

  private static final ImmutableMap<String, Cell> OF_SCHOOL =
      ImmutableMap.<String, Cell>builder()
          .put("school.urn", Cells.URN)
          .put("school.name", Cells.TEXT)
          .put(
              "school.phase",
              Cells.one(
                  labels(
                      Phase.values(),
                      phase ->
                          Stream.of(
                              phase.title(), phase.title() + " school", phase.title() + " phase"))))
          .put(
              "school.establishmentType",
              Cells.one(labels(EstablishmentType.values(), type -> Stream.of(type.title()))))
          .put(
              "school.country",
              Cells.one(labels(Country.values(), country -> Stream.of(country.title()))))
          .put("school.localAuthority", Cells.WORD)
          .put("school.district", Cells.WORD)
          .put("school.region", Cells.WORD)
          .put("school.trust", Cells.WORD)
          .put("school.lowestAge", Cells.COUNT)
          .put("school.highestAge", Cells.COUNT)
          .put("school.nurseryProvision", Cells.YES_NO)
          .put("school.freeMealShare", Cells.PERCENTAGE)
          .put("school.pupils", Cells.COUNT)
          .put(
              "school.ofsted",
              Cells.one(
                  labels(
                      OfstedGrade.values(),
                      grade ->
                          Stream.concat(
                              Stream.of(grade.title()), OTHER_GRADE_NAMES.get(grade).stream()))))
          .put("school.hubs", Cells.HUB)
          .buildOrThrow();

  /** Other names of the roles of leads. */
  private static final ImmutableSetMultimap<LeadRole, String> OTHER_LEAD_NAMES =
      ImmutableSetMultimap.<LeadRole, String>builder()
          .put(LeadRole.READINESS_LEAD, "Readiness Lead")
          .putAll(LeadRole.LOCAL_LEADER, "Local Leader", "LLME")
          .build();

  private static final Labels MODES =
      Labels.of(
          ImmutableListMultimap.<String, String>builder()
              .putAll("IN_PERSON", "IN_PERSON", "In person", "Face to face", "F2F")
              .putAll("ONLINE", "ONLINE", "Online", "Virtual", "Remote")
              .build());

  private static final ImmutableMap<String, Cell> OF_GROUP =
      ImmutableMap.<String, Cell>builder()
          .putAll(OF_OFFERING)
          .put(GROUP, Cells.WORD)
          .put(
              "lead.role",
              Cells.one(
                  labels(
                      LeadRole.values(),
                      role ->
                          Stream.concat(
                              Stream.of(role.title()), OTHER_LEAD_NAMES.get(role).stream()))))
          .put("lead.school", Cells.URN)
          .putAll(
              OF_SCHOOL.entrySet().stream()
                  .collect(
                      ImmutableMap.toImmutableMap(
                          place -> ofSchools(place.getKey()), Map.Entry::getValue)))
          .put(SESSION_NUMBER, Cells.NUMBER_OF_SESSION)
          .put("sessions[].host", Cells.HOST)
          .put("sessions[].date", Cells.orNotYet(Cells.DAY))
          .put("sessions[].startsAt", Cells.orNotYet(Cells.TIME))
          .put("sessions[].venue", Cells.orNotYet(Cells.WORD))
          .put("sessions[].kind", Cells.WORD)
          .put("sessions[].mode", Cells.one(MODES))
          .put("sessions[].days", Cells.DAYS)
          .put("sessions[].hours", Cells.HOURS)
          .buildOrThrow();

  private static final ImmutableMap<String, Cell> OF_APPLICATION =
      ImmutableMap.<String, Cell>builder()
          .putAll(OF_OFFERING)
          .putAll(OF_SCHOOL)
          .put(HISTORY, Cells.WORD)
          .put("history[].type", Cells.TYPE)
          .put("history[].year", Cells.YEAR)
          .put("history[].hub", Cells.HUB)
          .put("history[].completed", Cells.YES_NO)
          .put("leadParticipants[].name", Cells.TEXT)
          .put("leadParticipants[].trn", Cells.TRN)
          .put(
              "leadParticipants[].roles",
              Cells.many(
                  labels(
                      Role.values(),
                      role ->
                          Stream.concat(
                              Stream.of(role.title(), Facts.ROLES.name(role.name())),
                              OTHER_ROLE_NAMES.get(role).stream()))))
          .put("leadParticipants[].yearsTeaching", Cells.YEARS)
          .put("leadParticipants[].releaseDays", Cells.DAYS)
          .put("leadParticipants[].releaseOutsideMeetings", Cells.DAYS)
          .put("leadParticipants[].yearGroups", Cells.many(Labels.of(Facts.YEAR_GROUPS)))
          .put("leadParticipants[].yearGroupsTaught", Cells.many(Labels.of(Facts.YEAR_GROUPS)))
          .put("leadParticipants[].subjects", Cells.many(Labels.of(Facts.SUBJECTS)))
          .put("leadParticipants[].careerStage", Cells.one(Labels.of(Facts.CAREER_STAGE)))
          .put("leadParticipants[].mathsSpecialist", Cells.YES_NO)
          .put("leadParticipants[].partTime", Cells.YES_NO)
          .put("leadParticipants[].teachesMaths", Cells.YES_NO)
          .put("leadParticipants[].supportsMaths", Cells.YES_NO)
          .put(
              "leadParticipants[].qualifications",
              Cells.many(
                  labels(
                      Qualification.values(),
                      one ->
                          Stream.concat(
                              Stream.of(Facts.QUALIFICATIONS.name(one.name())),
                              OTHER_QUALIFICATION_NAMES.get(one).stream()))))
          .put("leadParticipants[].yearsInRole", Cells.YEARS)
          .put("leadParticipants[].yearsInPhase", Cells.YEARS)
          .put("leadParticipants[].history", Cells.WORD)
          .put("leadParticipants[].history[].type", Cells.TYPE)
          .put("leadParticipants[].history[].year", Cells.YEAR)
          .put("leadParticipants[].history[].hub", Cells.HUB)
          .put("leadParticipants[].history[].completed", Cells.YES_NO)
          .put("meetingsOnTop.halfDays", Cells.HALF_DAYS)
          .put("headteacherStatement", Cells.STATEMENT)
          .put("placeWith", ListCell.ofNumbers(Cells.URN))
          .put(
              "submittedBy",
              Cells.one(
                  labels(SubmittedBy.values(), by -> Stream.of(Facts.APPLICANT.name(by.name())))))
          .put(SUBMITTED_ON, Cells.DAY)
          .put(SUBMITTED_AT, Cells.MOMENT)
          .put("expressionOfInterestOn", Cells.DAY)
          .put("programmeYear", Cells.COUNT)
          .put(
              "place",
              Cells.one(
                  labels(
                      org.tfm.model.document.Place.values(),
                      place -> Stream.of(Ascii.toLowerCase(place.name()).replace('_', ' ')))))
          .buildOrThrow();

  private static final ImmutableMap<FormKind, ImmutableMap<String, Cell>> ALL =
      ImmutableMap.of(
          FormKind.APPLICATION,
          OF_APPLICATION,
          FormKind.EXPRESSION_OF_INTEREST,
          ImmutableMap.<String, Cell>builder()
              .putAll(OF_OFFERING)
              .putAll(OF_SCHOOL)
              .put(SUBMITTED_ON, Cells.DAY)
              .put(SUBMITTED_AT, Cells.MOMENT)
              .buildOrThrow(),
          FormKind.PROGRESS,
          ImmutableMap.<String, Cell>builder()
              .putAll(OF_OFFERING)
              .putAll(OF_SCHOOL)
              .put("releaseDays", Cells.DAYS)
              .put("programmeYear", Cells.COUNT)
              .put("workshopsPlanned", Cells.COUNT)
              .put("workshopsAttended", Cells.COUNT)
              .put("headteacherWorkshops", Cells.COUNT)
              .put("missedWithoutNotice", Cells.COUNT)
              .put("visits", Cells.COUNT)
              .put("visitHalfDays", Cells.HALF_DAYS)
              .put("tasksCompleted", Cells.many(Labels.of(Facts.TASKS_COMPLETED)))
              .put("headteacherAttended", Cells.many(Labels.of(Facts.HEADTEACHER_ATTENDED)))
              .put("seniorLeaderAttended", Cells.many(Labels.of(Facts.SENIOR_LEADER_ATTENDED)))
              .buildOrThrow(),
          FormKind.GROUP,
          OF_GROUP);

  private static <E extends Enum<E>> Labels labels(
      E[] words, Function<? super E, Stream<String>> titles) {
    ImmutableListMultimap.Builder<String, String> labels = ImmutableListMultimap.builder();
    Arrays.stream(words)
        .forEach(
            word ->
                Stream.concat(Stream.of(word.name()), titles.apply(word))
                    .forEach(title -> labels.put(word.name(), title)));
    return Labels.of(labels.build());
  }

  /**
   * A step to a value.
   *
   * @param key the key of an object or of a list
   * @param index the index in the list; empty if the key has an object
   */
  record Step(String key, OptionalInt index) {

    private static Step of(String step, Pattern form) {
      Matcher parts = form.matcher(step);
      return parts.matches() && parts.group(2) != null
          ? new Step(parts.group(1), OptionalInt.of(Integer.parseInt(parts.group(2))))
          : new Step(step, OptionalInt.empty());
    }

    private ObjectNode child(ObjectNode node) {
      if (index.isEmpty()) {
        return node.withObjectProperty(key);
      }
      ArrayNode list = node.withArrayProperty(key);
      while (list.size() <= index.getAsInt()) {
        list.addObject();
      }
      return (ObjectNode) list.get(index.getAsInt());
    }
  }

  static Place of(String name, Cell cell) {
    return of(name, cell, STEP);
  }

  private static Place of(String name, Cell cell, Pattern form) {
    List<String> steps = STEPS.splitToList(name);
    int last = steps.size() - 1;
    return new Place(
        name,
        cell,
        "/" + name.replace("[", "/").replace("]", "").replace('.', '/'),
        steps.stream()
            .limit(last)
            .map(step -> Step.of(step, form))
            .collect(ImmutableList.toImmutableList()),
        steps.get(last));
  }

  /** Finds the place with this name; a place of each person has empty brackets. */
  static Optional<Place> find(FormKind kind, String name) {
    boolean isAnswer = name.startsWith(ANSWERS) && name.length() > ANSWERS.length();
    String of = INDEX.matcher(name).replaceAll("[]");
    boolean ofPerson = of.startsWith(ANSWERS_OF_PERSON) && of.length() > ANSWERS_OF_PERSON.length();
    if ((kind != FormKind.EXPRESSION_OF_INTEREST && isAnswer)
        || (kind == FormKind.APPLICATION && ofPerson)) {
      return Optional.of(of(name, Cells.TEXT));
    }
    return Optional.ofNullable(places(kind).get(of)).map(cell -> of(name, cell));
  }

  private static ImmutableMap<String, Cell> places(FormKind kind) {
    return ALL.getOrDefault(kind, ImmutableMap.of());
  }

  /** Returns the names of the places, the first three of each list. */
  static Stream<String> names(FormKind kind) {
    Stream<String> answers =
        kind == FormKind.EXPRESSION_OF_INTEREST
            ? Stream.empty()
            : Facts.answers().keySet().stream().map(ANSWERS::concat);
    return Stream.concat(
            places(kind).keySet().stream()
                .flatMap(
                    name -> IntStream.range(0, 3).mapToObj(i -> name.replace("[]", "[" + i + "]"))),
            answers)
        .distinct();
  }

  /** Returns the hint for somebody who misspelt a place, or left out what is before its point. */
  static String hint(FormKind kind, String name) {
    String near = DidYouMean.hint(name, names(kind).toList());
    return near.isEmpty()
        ? names(kind)
            .filter(known -> known.substring(known.lastIndexOf('.') + 1).equalsIgnoreCase(name))
            .limit(3)
            .map(known -> "`" + known + "`")
            .reduce((a, b) -> a + " or " + b)
            .map(known -> "Maybe " + known + "?")
            .orElse("")
        : near;
  }

  /** Returns the problem of a name that no place has. */
  static Problem unknown(FormKind kind, String name) {
    return Problem.of(
            ProblemCode.UNKNOWN_WORD,
            "`%s` is not a place in %s",
            name,
            switch (kind) {
              case APPLICATION -> "an application";
              case EXPRESSION_OF_INTEREST -> "an expression of interest";
              case PROGRESS -> "a report of progress";
              case GROUP -> "a work group";
            })
        .withHint(hint(kind, name));
  }

  /** Returns the place of each school in a group for that of the only school elsewhere. */
  static String ofSchools(String name) {
    return name.startsWith("school.") ? "schools[]" + name.substring("school".length()) : name;
  }

  /** Whether it is one of each person, without an index. */
  boolean isOfEachPerson() {
    return name.startsWith(EACH_PERSON + ".");
  }

  /**
   * The list of which each row has an item, such as {@code schools}: its name comes first and has
   * no index; empty for other places.
   */
  Optional<String> listOfRows() {
    int brackets = name.indexOf("[]");
    return brackets > 0
            && name.indexOf('.') > brackets
            && !name.substring(brackets + 2).contains("[]")
        ? Optional.of(name.substring(0, brackets))
        : Optional.empty();
  }

  /** Whether it is a list of work groups, which a form can only call empty. */
  boolean isHistory() {
    return name.equals(HISTORY) || name.endsWith("." + HISTORY);
  }

  /** Whether its list has no index. */
  boolean isWithoutIndex() {
    return name.contains("[]");
  }

  /** Returns the place of the item at an index, which is that of a row and can have any length. */
  Place ofItem(int index) {
    return of(name.replace("[]", "[" + index + "]"), cell, STEP_OF_ROWS);
  }

  /** The id of the question that it answers; empty if it is not an answer. */
  Optional<String> question() {
    int at = name.indexOf(ANSWERS);
    return at == 0 || (at > 0 && name.charAt(at - 1) == '.')
        ? Optional.of(name.substring(at + ANSWERS.length()))
        : Optional.empty();
  }

  /** Returns the name of the place at a JSON pointer. */
  static String name(String pointer) {
    return Pattern.compile("/([0-9]+)(?=/|$)")
        .matcher(pointer)
        .replaceAll("[$1]")
        .replaceFirst("^/", "")
        .replace('/', '.');
  }

  /** Sets the value in a document. */
  void set(ObjectNode document, JsonNode value) {
    ObjectNode node = document;
    for (Step step : parents) {
      node = step.child(node);
    }
    node.set(key, value);
  }
}
