package org.tfm.rules.pack;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ListMultimap;
import com.google.common.collect.MultimapBuilder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.tfm.model.criterion.Fact;
import org.tfm.model.criterion.FactKind;
import org.tfm.model.document.Facts;
import org.tfm.model.problem.Blanks;
import org.tfm.model.problem.DidYouMean;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.PrintableText;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.AreaCompleteness;
import org.tfm.model.programme.Hub;
import org.tfm.model.programme.HubArea;
import org.tfm.model.programme.Hubs;
import org.tfm.model.programme.Ids;
import org.tfm.model.programme.JourneyLink;
import org.tfm.model.programme.JourneyRelation;
import org.tfm.model.programme.WorkGroupType;
import org.tfm.model.term.RuleLanguage;
import org.tfm.model.term.Source;

/**
 * The contents of a pack's {@code publisher.yaml} as read.
 *
 * @param language the version of the rule language that the pack uses
 * @param hub the id of the hub, such as {@code cheshire-wirral}
 * @param name the name of the hub
 * @param area the area of the hub; absent for the one that the library knows
 * @param year the academic year; absent for a base pack for any year
 * @param part the name of the pack among those of its hub and year, such as {@code trials}; absent
 *     for the only one, or the main one
 * @param bases the ids of the packs that it extends, nearest first
 * @param offers the ids of the types of work group that it offers; each has a rule file of its name
 * @param types the titles, codes and other names of types of work group, by id
 * @param journey what it says about the journey of schools from one type to another
 * @param sources the documents that its rules cite, by id
 * @param facts the questions that it adds to those of the library, by id
 */
record PublisherFile(
    @JsonProperty(required = true) int language,
    @JsonProperty(required = true) String hub,
    @JsonProperty(required = true) String name,
    Optional<AreaEntry> area,
    Optional<AcademicYear> year,
    Optional<String> part,
    @JsonProperty("extends") Optional<ImmutableList<String>> bases,
    @JsonProperty(required = true) ImmutableList<String> offers,
    Optional<ImmutableMap<String, TypeEntry>> types,
    Optional<ImmutableList<JourneyEntry>> journey,
    @JsonProperty(required = true) ImmutableMap<String, SourceEntry> sources,
    Optional<ImmutableMap<String, FactEntry>> facts) {

  /** The version of the language with titles of types, days, and questions about people. */
  private static final int ADDED = 2;

  private static final int MOST_OFFERS = 100;
  private static final int MOST_BASES = 20;
  private static final int MOST_ENTRIES = 200;
  private static final int MOST_NAMES = 20;
  private static final int LONGEST_TEXT = 600;

  /**
   * What a pack says about a type of work group.
   *
   * @param title the title in the year of the pack; absent for that of the library, or one made of
   *     the id
   * @param codes the codes of the programme, such as {@code NCP24-11}; absent if there are none
   * @param alsoCalled the ids of other names; schools that took part under them took part in this
   *     type
   */
  record TypeEntry(
      Optional<String> title,
      Optional<ImmutableList<String>> codes,
      @JsonProperty("also-called") Optional<ImmutableList<String>> alsoCalled) {

    WorkGroupType type(String id) {
      WorkGroupType known = WorkGroupType.of(id);
      return new WorkGroupType(
          id,
          title.orElse(known.title()),
          known.stage(),
          codes.orElse(ImmutableList.of()),
          alsoCalled.orElse(ImmutableList.of()));
    }
  }

  /**
   * What a pack says about the area of its hub.
   *
   * @param cites the place that names it: the id of a source, a colon, and the place in it
   * @param complete whether the source lists the whole area; absent means no
   * @param localAuthorities the local authorities that belong to the area as a whole
   * @param districts the administrative districts that belong to it as a whole
   * @param partly the local authorities that belong to it only in part
   */
  record AreaEntry(
      @JsonProperty(required = true) String cites,
      Optional<Boolean> complete,
      @JsonProperty("local-authorities") Optional<ImmutableList<String>> localAuthorities,
      Optional<ImmutableList<String>> districts,
      Optional<ImmutableList<String>> partly) {

    Stream<String> names() {
      return Stream.of(localAuthorities, districts, partly)
          .flatMap(Optional::stream)
          .flatMap(List::stream);
    }

    HubArea area(String hub) {
      return new HubArea(
          hub,
          complete.orElse(false) ? AreaCompleteness.COMPLETE : AreaCompleteness.PARTIAL,
          localAuthorities.orElse(ImmutableList.of()),
          districts.orElse(ImmutableList.of()),
          partly.orElse(ImmutableList.of()));
    }
  }

  /**
   * What a pack says about the place of a type in the journey of schools.
   *
   * @param type the id of the type of work group
   * @param cites the place that says so: the id of a source, a colon, and the place in it
   * @param reading our interpretation of an ambiguous sentence; absent if the sentence is clear
   * @param follows the types that come before it; schools join it after one of them
   * @param starts whether schools can start with it
   * @param repeats whether schools stay in it year after year
   * @param replaces the types that it replaces
   * @param insteadOf the types that it prepares schools for that are not ready for one of them
   * @param lasts the number of years that it lasts
   * @param atLeast whether it may last longer
   */
  record JourneyEntry(
      @JsonProperty(required = true) String type,
      @JsonProperty(required = true) String cites,
      Optional<String> reading,
      Optional<ImmutableList<String>> follows,
      Optional<Boolean> starts,
      Optional<Boolean> repeats,
      Optional<ImmutableList<String>> replaces,
      @JsonProperty("instead-of") Optional<ImmutableList<String>> insteadOf,
      Optional<Integer> lasts,
      @JsonProperty("at-least") Optional<Boolean> atLeast) {

    /** The other types that it names. */
    Stream<String> others() {
      return Stream.of(follows, replaces, insteadOf)
          .flatMap(Optional::stream)
          .flatMap(List::stream);
    }

    /**
     * The statements of the entry, in the order of the relations.
     *
     * @throws InvalidInputException with the problems of a statement
     */
    ImmutableList<JourneyLink> links() {
      ImmutableList.Builder<JourneyLink> links = ImmutableList.builder();
      follows.ifPresent(all -> links.add(JourneyLink.of(type, JourneyRelation.FOLLOWS, all)));
      if (starts.orElse(false)) {
        links.add(JourneyLink.of(type, JourneyRelation.STARTS, ImmutableList.of()));
      }
      if (repeats.orElse(false)) {
        links.add(JourneyLink.of(type, JourneyRelation.REPEATS, ImmutableList.of()));
      }
      replaces.ifPresent(all -> links.add(JourneyLink.of(type, JourneyRelation.REPLACES, all)));
      insteadOf.ifPresent(all -> links.add(JourneyLink.of(type, JourneyRelation.INSTEAD_OF, all)));
      lasts.ifPresent(years -> links.add(JourneyLink.lasting(type, years, atLeast.orElse(false))));
      return links.build();
    }
  }

  /**
   * A document that rules cite.
   *
   * @param title the title of the document
   * @param publisher the organisation that published it
   * @param year the academic year that it covers, as its publisher writes it; absent if undated
   * @param lastChecked the day on which somebody last compared the rules with it
   * @param flaws the known defects of the copy; absent if there are none
   */
  record SourceEntry(
      @JsonProperty(required = true) String title,
      @JsonProperty(required = true) String publisher,
      Optional<String> year,
      @JsonProperty(value = "last-checked", required = true) LocalDate lastChecked,
      Optional<String> flaws) {}

  /**
   * A question that the pack adds.
   *
   * @param kind the type of the answer
   * @param label for {@code yes-no} a clause, which subject and verb can replace; otherwise a noun
   *     phrase in the singular
   * @param subject the subject of the sentence, such as {@code the school}
   * @param verb the verb in the present tense, such as {@code has written}
   * @param complement the rest of the sentence, such as {@code an action plan}; {@code {}} is the
   *     place of the value
   * @param question the question that a person answers; made of subject, verb and complement if a
   *     {@code yes-no} fact has none
   * @param unit the unit of a number in the singular, such as {@code day}; absent if it has none
   * @param choices the words to choose from; absent if any word is allowed
   * @param names the display names of the choices, such as {@code YEAR_1: Year 1}
   * @param fixed whether the answer can no longer change once it is true; absent means no
   * @param about {@code lead-participant} for a question about each person; absent for one about
   *     the document
   * @param knownTo {@code hub} if the hub answers from its own records; absent if the school
   *     answers
   */
  record FactEntry(
      @JsonProperty(required = true) String kind,
      Optional<String> label,
      Optional<String> subject,
      Optional<String> verb,
      Optional<String> complement,
      Optional<String> question,
      Optional<String> unit,
      Optional<ImmutableList<String>> choices,
      Optional<ImmutableMap<String, String>> names,
      Optional<Boolean> fixed,
      Optional<String> about,
      @JsonProperty("known-to") Optional<String> knownTo) {

    private static final String EACH_PERSON = "lead-participant";
    private static final String HUB = "hub";

    /** The keys with the texts that people see. */
    ImmutableListMultimap<String, String> texts() {
      ImmutableListMultimap.Builder<String, String> texts = ImmutableListMultimap.builder();
      label.ifPresent(text -> texts.put("label", text));
      subject.ifPresent(text -> texts.put("subject", text));
      verb.ifPresent(text -> texts.put("verb", text));
      complement.ifPresent(text -> texts.put("complement", text));
      question.ifPresent(text -> texts.put("question", text));
      unit.ifPresent(text -> texts.put("unit", text));
      choices.ifPresent(words -> texts.putAll("choices", words));
      names.ifPresent(
          words -> {
            texts.putAll("names", words.keySet());
            texts.putAll("names", words.values());
          });
      return texts.build();
    }

    private static Fact said(Fact plain, String subject, String verb, String complement) {
      try {
        return plain.said(subject, verb, complement);
      } catch (InvalidInputException e) {
        throw new InvalidInputException(
            e.problems().stream().map(problem -> problem.atValue("/verb")).toList());
      }
    }

    boolean isSaid() {
      return subject.isPresent() || verb.isPresent() || complement.isPresent();
    }

    /** The first text that is missing. */
    private String lacks() {
      if (isSaid() && subject.isEmpty()) {
        return "its `subject`";
      }
      if (isSaid() && verb.isEmpty()) {
        return "its `verb`";
      }
      return question.isEmpty() && label.isPresent() ? "a `question`" : "a `label`";
    }

    /**
     * The fact of this id.
     *
     * @throws InvalidInputException if a text is missing or unusable
     */
    Fact fact(String id, FactKind type) {
      boolean isYesNo = type == FactKind.YES_NO;
      if ((isSaid() && (subject.isEmpty() || verb.isEmpty()))
          || (label.isEmpty() && !(isYesNo && isSaid()))
          || (question.isEmpty() && !(isYesNo && isSaid()))) {
        throw new InvalidInputException(
            Problem.of(ProblemCode.MISSING, "the fact `%s` lacks %s", id, lacks())
                .withHint(
                    about.isPresent() && isSaid()
                        ? "For example `subject: the person`, `verb: has` and `complement: a degree`"
                        : isYesNo || isSaid()
                            ? "For example `subject: the school`, `verb: has written` and"
                                + " `complement: an action plan`"
                            : "For example `label: the length of the daily session`"));
      }
      if (about.isPresent() && !about.get().equals(EACH_PERSON)) {
        throw new InvalidInputException(
            Problem.of(
                    ProblemCode.UNKNOWN_WORD,
                    "the fact `%s` is about `%s`; expected `%s`",
                    id,
                    about.get(),
                    EACH_PERSON)
                .withHint("Leave `about` out if the question is about the school"));
      }
      if (knownTo.isPresent() && !knownTo.get().equals(HUB)) {
        throw new InvalidInputException(
            Problem.of(
                    ProblemCode.UNKNOWN_WORD,
                    "the fact `%s` is known to `%s`; expected `%s`",
                    id,
                    knownTo.get(),
                    HUB)
                .withHint("Leave `known-to` out if the school answers"));
      }
      Optional<Problem> phrase =
          Phrases.ofFact(id, type, subject.orElse(""), verb.orElse(""), complement.orElse(""));
      if (phrase.isPresent()) {
        throw new InvalidInputException(phrase.get());
      }
      String words = label.orElse(subject.orElse("") + " " + verb.orElse(""));
      Fact plain =
          Fact.of(
              id,
              type,
              words,
              question.orElse(words),
              unit,
              choices.orElse(ImmutableList.of()),
              (about.isPresent() ? "leadParticipants[].answers." : "answers.") + id);
      Fact said =
          isSaid()
              ? said(plain, subject.orElseThrow(), verb.orElseThrow(), complement.orElse(""))
              : plain;
      Fact asked = question.isPresent() ? said : said.askedAsSaid();
      Fact named = names.isPresent() ? asked.named(names.get()) : asked;
      Fact recorded = knownTo.isPresent() ? named.asKnownToHub() : named;
      return fixed.orElse(false) ? recorded.asFixed() : recorded;
    }
  }

  /** Validates the contents; returns empty if that adds to the problems. */
  Optional<Publisher> publisher(String file, YamlLines lines, Problems problems) {
    int before = problems.found().size();
    if (language < RuleLanguage.OLDEST || language > RuleLanguage.VERSION) {
      problems.add(
          Problem.of(
                  ProblemCode.INVALID_VALUE,
                  "`language` is %s; expected %s to %s",
                  language,
                  RuleLanguage.OLDEST,
                  RuleLanguage.VERSION)
              .inFile(file, lines.at("/language")));
    }
    if (language < ADDED) {
      if (part.isPresent()) {
        problems.add(newer("`part`").inFile(file, lines.at("/part")));
      }
      if (types.isPresent()) {
        problems.add(newer("`types`").inFile(file, lines.at("/types")));
      }
      if (area.isPresent()) {
        problems.add(newer("`area`").inFile(file, lines.at("/area")));
      }
      if (journey.isPresent()) {
        problems.add(newer("`journey`").inFile(file, lines.at("/journey")));
      }
      facts
          .orElse(ImmutableMap.of())
          .forEach(
              (id, fact) -> {
                if (fact.about.isPresent()) {
                  problems.add(
                      newer("`about` of the fact `" + id + "`")
                          .inFile(file, lines.at("/facts/" + id + "/about")));
                }
                if (fact.knownTo.isPresent()) {
                  problems.add(
                      newer("`known-to` of the fact `" + id + "`")
                          .inFile(file, lines.at("/facts/" + id + "/known-to")));
                }
                if (fact.kind.equals("day")) {
                  problems.add(
                      newer("the fact `" + id + "` of kind `day`")
                          .inFile(file, lines.at("/facts/" + id + "/kind")));
                }
              });
    }
    if (!Ids.isId(hub) || Blanks.isBlank(name)) {
      problems.add(
          Problem.of(ProblemCode.INVALID_VALUE, "`hub` must be an id and `name` must not be empty")
              .withHint("Write `hub` in lower case, such as `hub: cheshire-wirral`")
              .inFile(file, lines.at(Ids.isId(hub) ? "/name" : "/hub")));
    }
    part.filter(one -> !Ids.isId(one))
        .ifPresent(
            one ->
                problems.add(
                    Problem.of(
                            ProblemCode.INVALID_VALUE,
                            "`part` is `%s`; expected lower-case words joined by hyphens",
                            one)
                        .withHint("For example `part: trials`")
                        .inFile(file, lines.at("/part"))));
    if (offers.size() > MOST_OFFERS) {
      problems.add(
          Problem.of(
                  ProblemCode.TOO_MUCH,
                  "`offers` has %s types; expected at most %s",
                  offers.size(),
                  MOST_OFFERS)
              .inFile(file, lines.at("/offers")));
    }
    limit(
        "extends",
        bases.map(List::size).orElse(0),
        MOST_BASES,
        file,
        lines.at("/extends"),
        problems);
    limit("types", types.map(Map::size).orElse(0), MOST_OFFERS, file, lines.at("/types"), problems);
    area.ifPresent(
        one ->
            limit(
                "area",
                (int) one.names().count(),
                MOST_ENTRIES,
                file,
                lines.at("/area"),
                problems));
    limit(
        "journey",
        journey.map(List::size).orElse(0),
        MOST_ENTRIES,
        file,
        lines.at("/journey"),
        problems);
    limit("sources", sources.size(), MOST_ENTRIES, file, lines.at("/sources"), problems);
    limit(
        "facts", facts.map(Map::size).orElse(0), MOST_ENTRIES, file, lines.at("/facts"), problems);
    for (String type : ImmutableSet.copyOf(offers)) {
      if (!Ids.isId(type)) {
        problems.add(
            Problem.of(
                    ProblemCode.INVALID_VALUE,
                    "`%s` in `offers` is not the id of a work group type",
                    type)
                .withHint("Use lower-case words joined by hyphens")
                .inFile(file, lines.at("/offers/" + offers.indexOf(type))));
      } else if (Collections.frequency(offers, type) > 1) {
        problems.add(
            Problem.of(ProblemCode.DUPLICATE, "`%s` appears twice in `offers`", type)
                .inFile(file, lines.at("/offers/" + offers.lastIndexOf(type))));
      }
    }
    checkTexts(file, lines, problems);
    checkTypes(file, lines, problems);
    sources.keySet().stream()
        .filter(id -> !Ids.isId(id))
        .forEach(
            id ->
                problems.add(
                    Problem.of(ProblemCode.INVALID_VALUE, "`%s` in `sources` is not an id", id)
                        .withHint("Use lower-case words joined by hyphens")
                        .inFile(file, lines.at("/sources/" + id))));
    ImmutableMap.Builder<String, Fact> declared = ImmutableMap.builder();
    facts
        .orElse(ImmutableMap.of())
        .forEach(
            (id, entry) ->
                fact(id, entry, file, lines, problems).ifPresent(f -> declared.put(id, f)));
    Optional<CitedArea> stated = area(file, lines, problems);
    ImmutableList<CitedLink> links = links(file, lines, problems);
    if (problems.found().size() > before) {
      return Optional.empty();
    }
    ImmutableMap.Builder<String, Source> documents = ImmutableMap.builder();
    sources.forEach(
        (id, s) ->
            documents.put(
                id, new Source(id, s.title, s.publisher, s.year, s.lastChecked, s.flaws)));
    return Optional.of(
        new Publisher(
            language,
            new Hub(hub, name),
            stated,
            year,
            part,
            bases.orElse(ImmutableList.of()),
            offers,
            types.orElse(ImmutableMap.of()).entrySet().stream()
                .collect(
                    ImmutableMap.toImmutableMap(
                        Map.Entry::getKey, named -> named.getValue().type(named.getKey()))),
            links,
            documents.buildOrThrow(),
            declared.buildOrThrow()));
  }

  private Optional<CitedArea> area(String file, YamlLines lines, Problems problems) {
    if (area.isEmpty() || !Ids.isId(hub)) {
      return Optional.empty();
    }
    if (hub.equals(Hubs.NATIONAL)) {
      problems.add(
          Problem.of(ProblemCode.NOT_ALLOWED, "the hub `%s` has no area", hub)
              .withHint("Leave `area` out")
              .inFile(file, lines.at("/area")));
      return Optional.empty();
    }
    AreaEntry stated = area.get();
    List<Problem> found = new ArrayList<>();
    Citations.problems(stated.cites, sources.keySet())
        .forEach(problem -> found.add(problem.atValue("/area/cites")));
    if (stated.names().findAny().isEmpty()) {
      found.add(
          Problem.of(ProblemCode.MISSING, "`area` names no place")
              .withHint("For example `local-authorities: [Bradford, Leeds]`"));
    } else {
      try {
        stated.area(hub);
      } catch (InvalidInputException e) {
        e.problems().forEach(problem -> found.add(inArea(problem)));
      }
    }
    found.forEach(
        problem -> problems.add(problem.inFile(file, lines.at(problem.pointer().orElse("/area")))));
    return found.isEmpty()
        ? Optional.of(new CitedArea(stated.area(hub), Citations.of(stated.cites, Optional.empty())))
        : Optional.empty();
  }

  private ImmutableList<CitedLink> links(String file, YamlLines lines, Problems problems) {
    ImmutableList.Builder<CitedLink> links = ImmutableList.builder();
    List<JourneyEntry> entries = journey.orElse(ImmutableList.of());
    for (int i = 0; i < entries.size(); i++) {
      JourneyEntry entry = entries.get(i);
      String at = "/journey/" + i;
      List<Problem> found = problems(entry);
      found.forEach(problem -> problems.add(problem.atValue(at).inFile(file, lines.at(at))));
      if (found.isEmpty()) {
        entry
            .links()
            .forEach(
                link -> links.add(new CitedLink(link, Citations.of(entry.cites, entry.reading))));
      }
    }
    return links.build();
  }

  private List<Problem> problems(JourneyEntry entry) {
    List<Problem> found = new ArrayList<>(Citations.problems(entry.cites, sources.keySet()));
    Set<String> known = new TreeSet<>(WorkGroupType.known().keySet());
    known.addAll(offers);
    types.ifPresent(named -> known.addAll(named.keySet()));
    Stream.concat(Stream.of(entry.type), entry.others())
        .filter(type -> !known.contains(type))
        .forEach(
            type ->
                found.add(
                    Problem.of(ProblemCode.UNKNOWN_WORD, "unknown work group type `%s`", type)
                        .withHint(
                            DidYouMean.near(type, known).isEmpty()
                                ? "Give it a title under `types`"
                                : DidYouMean.hint(type, known))));
    if (entry.lasts.isEmpty() && entry.atLeast.isPresent()) {
      found.add(Problem.of(ProblemCode.MISSING, "`at-least` needs `lasts`"));
    }
    try {
      if (entry.links().isEmpty()) {
        found.add(
            Problem.of(ProblemCode.MISSING, "nothing is said of `%s`", entry.type)
                .withHint(
                    "Write `follows`, `starts`, `repeats`, `replaces`, `instead-of` or `lasts`"));
      }
    } catch (InvalidInputException e) {
      e.problems().forEach(problem -> found.add(plain(problem)));
    }
    return found;
  }

  /** Returns a problem without its place. */
  private static Problem plain(Problem problem) {
    return new Problem(
        problem.code(), ImmutableList.of(), problem.what(), problem.arguments(), problem.hint());
  }

  /** Returns a problem of an area at its key in the file, whose names are written with hyphens. */
  private static Problem inArea(Problem problem) {
    String pointer =
        problem.pointer().orElse("").replace("/localAuthorities", "/local-authorities");
    return plain(problem).atValue("/area" + pointer);
  }

  private Problem newer(String what) {
    return Problem.of(
            ProblemCode.NOT_ALLOWED,
            "%s belongs to rule language %s; the pack uses language %s",
            what,
            ADDED,
            language)
        .withHint("Write `language: " + ADDED + "`");
  }

  /** Rejects names of types that are not ids or that stand for two types. */
  private void checkTypes(String file, YamlLines lines, Problems problems) {
    Map<String, String> typeOf = new HashMap<>();
    types
        .orElse(ImmutableMap.of())
        .forEach(
            (id, entry) -> {
              String at = "/types/" + id;
              int atNames = lines.at(at + "/also-called");
              List<String> names = entry.alsoCalled.orElse(ImmutableList.of());
              limit("also-called` of `" + id, names.size(), MOST_NAMES, file, atNames, problems);
              limit(
                  "codes` of `" + id,
                  entry.codes.map(List::size).orElse(0),
                  MOST_NAMES,
                  file,
                  lines.at(at + "/codes"),
                  problems);
              Stream.concat(Stream.of(id), names.stream())
                  .filter(name -> !Ids.isId(name))
                  .forEach(
                      name ->
                          problems.add(
                              Problem.of(
                                      ProblemCode.INVALID_VALUE,
                                      "`%s` in `types` is not the id of a work group type",
                                      name)
                                  .withHint("Use lower-case words joined by hyphens")
                                  .inFile(file, name.equals(id) ? lines.at(at) : atNames)));
              for (String name : names) {
                String other = typeOf.put(name, id);
                if (other != null || offers.contains(name) || types.get().containsKey(name)) {
                  problems.add(
                      Problem.of(
                              ProblemCode.CONTRADICTION,
                              "`%s` is another name of `%s`, and also %s",
                              name,
                              id,
                              other == null ? "a type itself" : "one of `" + other + "`")
                          .inFile(file, atNames));
                }
              }
              if (entry.title.filter(Blanks::isBlank).isPresent()) {
                problems.add(
                    Problem.of(ProblemCode.MISSING, "the `title` of `%s` is empty", id)
                        .inFile(file, lines.at(at + "/title")));
              }
            });
  }

  /** Rejects texts that are too long, or that could fake a line or control a terminal. */
  private void checkTexts(String file, YamlLines lines, Problems problems) {
    ListMultimap<String, String> texts = MultimapBuilder.treeKeys().arrayListValues().build();
    texts.put("name", name);
    part.ifPresent(text -> texts.put("part", text));
    area.ifPresent(
        one -> {
          one.names().forEach(text -> texts.put("area", text));
          texts.put("area.cites", one.cites);
        });
    List<JourneyEntry> entries = journey.orElse(ImmutableList.of());
    for (int i = 0; i < entries.size(); i++) {
      String key = "journey[" + i + "].";
      texts.put(key + "cites", entries.get(i).cites);
      entries.get(i).reading.ifPresent(text -> texts.put(key + "reading", text));
    }
    types
        .orElse(ImmutableMap.of())
        .forEach(
            (id, type) -> {
              type.title.ifPresent(text -> texts.put("types." + id + ".title", text));
              type.codes.ifPresent(codes -> texts.putAll("types." + id + ".codes", codes));
            });
    sources.forEach(
        (id, source) -> {
          texts.put("sources." + id + ".title", source.title);
          texts.put("sources." + id + ".publisher", source.publisher);
          source.year.ifPresent(text -> texts.put("sources." + id + ".year", text));
          source.flaws.ifPresent(text -> texts.put("sources." + id + ".flaws", text));
        });
    facts
        .orElse(ImmutableMap.of())
        .forEach(
            (id, fact) ->
                fact.texts().forEach((key, text) -> texts.put("facts." + id + "." + key, text)));
    texts.forEach(
        (key, text) -> {
          int line = lines.at("/" + key.replaceAll("[.\\[]", "/").replace("]", ""));
          if (text.length() > LONGEST_TEXT) {
            problems.add(
                Problem.of(
                        ProblemCode.TOO_MUCH,
                        "`%s` has a text of %s characters; expected at most %s",
                        key,
                        text.length(),
                        LONGEST_TEXT)
                    .inFile(file, line));
          }
          OptionalInt at = PrintableText.firstInvisible(text);
          if (at.isPresent()) {
            int c = text.codePointAt(at.getAsInt());
            problems.add(
                Problem.of(ProblemCode.NOT_ALLOWED, "`%s` contains %s", key, Blanks.name(c))
                    .withHint(Invisible.hint(c))
                    .inFile(file, line));
          }
        });
  }

  private static void limit(
      String key, int count, int most, String file, int line, Problems problems) {
    if (count > most) {
      problems.add(
          Problem.of(
                  ProblemCode.TOO_MUCH,
                  "`%s` has %s entries; expected at most %s",
                  key,
                  count,
                  most)
              .inFile(file, line));
    }
  }

  private static Optional<Fact> fact(
      String id, FactEntry entry, String file, YamlLines lines, Problems problems) {
    String at = "/facts/" + id;
    List<String> kinds =
        List.of(FactKind.values()).stream()
            .map(kind -> kind.name().toLowerCase(Locale.ROOT).replace('_', '-'))
            .toList();
    if (!kinds.contains(entry.kind)) {
      problems.add(
          Problem.of(
                  ProblemCode.UNKNOWN_WORD,
                  "unknown kind `%s` of the fact `%s`; expected one of %s",
                  entry.kind,
                  id,
                  String.join(", ", kinds))
              .withHint(DidYouMean.hint(entry.kind, kinds))
              .inFile(file, lines.at(at + "/kind")));
      return Optional.empty();
    }
    if (Facts.isOfLibrary(id)) {
      problems.add(
          Problem.of(
                  ProblemCode.DUPLICATE,
                  "the fact `%s` belongs to the library; a pack cannot declare it",
                  id)
              .inFile(file, lines.at(at)));
      return Optional.empty();
    }
    limit(
        "choices` of the fact `" + id,
        entry.choices.map(List::size).orElse(0),
        MOST_ENTRIES,
        file,
        lines.at(at + "/choices"),
        problems);
    try {
      return Optional.of(
          entry.fact(id, FactKind.valueOf(entry.kind.toUpperCase(Locale.ROOT).replace('-', '_'))));
    } catch (InvalidInputException e) {
      e.problems()
          .forEach(
              problem ->
                  problems.add(
                      plain(problem).inFile(file, lines.at(at + problem.pointer().orElse("")))));
      return Optional.empty();
    }
  }
}
