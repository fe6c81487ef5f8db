package org.tfm.rules.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableSortedMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tfm.model.assessment.Verdict;
import org.tfm.model.comparison.ChangeKind;
import org.tfm.model.document.Application;
import org.tfm.model.json.TfmJson;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.Hubs;
import org.tfm.model.programme.JourneyRelation;
import org.tfm.model.programme.Offering;
import org.tfm.model.term.Citation;
import org.tfm.rules.book.PackEntry;
import org.tfm.rules.book.PolicyBook;
import org.tfm.rules.pack.CitedLink;
import org.tfm.rules.pack.PackFiles;
import org.tfm.rules.pack.SmallPacks;

/** The journey of a school for each history that the documents tell of. */
class JourneyTest {

  private static final List<String> STAGES =
      List.of(
          "primary-readiness", "primary-development", "primary-embedding", "primary-sustaining");

  private static final String JOURNEY =
      """
      types:
        primary-development: { title: Development, also-called: [teacher-research-group] }
        firm-foundations: { title: Firm Foundations }
        primary-sustaining: { title: Refinement }
      journey:
        - { type: primary-readiness, starts: true, lasts: 1, cites: "flyer: readiness" }
        - { type: primary-development, follows: [primary-readiness], starts: true, cites: "flyer: development" }
        - { type: primary-embedding, follows: [primary-development], cites: "flyer: embedding" }
        - { type: primary-sustaining, follows: [primary-embedding], repeats: true, cites: "flyer: sustaining" }
        - { type: primary-development, replaces: [teacher-research-group-of-old], cites: "flyer: what is new" }
        - { type: firm-foundations, instead-of: [primary-readiness], cites: "flyer: too early" }
      """
          .replace("teacher-research-group-of-old", "primary-mastery");

  /** A pack that offers all stages; Development needs Readiness only if the pack says so. */
  private static PackFiles pack(String hub, String year, String more, String people) {
    Map<String, String> texts = new TreeMap<>();
    texts.put(
        PackFiles.PUBLISHER,
        SmallPacks.publisher(hub, year, "")
                .replace("[primary-development]", "[" + String.join(", ", STAGES) + "]")
            + more);
    String start =
        "package "
            + hub.replace('-', '_')
            + (year.isEmpty() ? "" : ".y" + year.replaceAll("[/-]", "_"))
            + ".";
    for (String stage : STAGES) {
      String rule =
          switch (stage) {
            case "primary-embedding" -> must("includesAny(\"primary-development\")");
            case "primary-sustaining" ->
                "anyOf("
                    + earlier("includesAny(\"primary-embedding\")")
                    + ", terms.answer(\"mastery-specialist-school\").isConfirmed())";
            default -> "phase().is(PRIMARY)";
          };
      texts.put(
          stage + ".drl",
          start
              + stage.replace('-', '_')
              + "\n"
              + rule(stage, "who", "terms.eligibility(\"who\").must(" + rule + ");")
              + rule(
                  stage,
                  "people",
                  "terms.commitment(\"people\").must(leadParticipants().isExactly("
                      + people
                      + "));"));
    }
    return new PackFiles("folder", ImmutableSortedMap.copyOf(texts));
  }

  private static String must(String history) {
    return earlier(history);
  }

  private static String earlier(String history) {
    return "earlierParticipation()." + history;
  }

  private static String rule(String type, String name, String then) {
    return SmallPacks.rule(name, then).replace("primary-development\" )", type + "\" )");
  }

  private static final PolicyBook BOOK =
      PolicyBook.builder()
          .files(pack("river-hub", "2024/25", "", "1"))
          .files(pack("river-hub", "2025/26", JOURNEY, "2"))
          .files(pack("river-hub", "2026/27", JOURNEY, "2"))
          .build();

  private static Journey journey(PolicyBook book, String rest) {
    return Journey.of(
        book,
        TfmJson.read(
            """
            {"offering": {"hub": "river-hub", "type": "primary-development", "year": "2025/26"},
             "school": {"urn": 900001, "phase": "PRIMARY", "establishmentType": "COMMUNITY_SCHOOL",
                        "country": "ENGLAND"}%s}
            """
                .formatted(rest),
            Application.class));
  }

  private static Journey journey(String rest) {
    return journey(BOOK, rest);
  }

  private static String history(String type) {
    return ", \"history\": [{\"type\": \"" + type + "\", \"year\": \"2024/25\"}]";
  }

  private static Verdict verdict(List<JourneyStep> steps, String type) {
    return steps.stream()
        .filter(step -> step.offering().type().equals(type))
        .findFirst()
        .orElseThrow()
        .verdict();
  }

  private static List<String> firsts(Journey journey) {
    return journey.first().stream()
        .map(
            first ->
                first.title()
                    + " "
                    + first.offering().year()
                    + (first.required() ? " needs " : " after ")
                    + first.types()
                    + first.now())
        .toList();
  }

  @Test
  void aSchoolWithoutAHistoryCanStart() {
    Journey journey = journey(", \"history\": []");
    assertThat(verdict(journey.thisYear(), "primary-readiness")).isEqualTo(Verdict.YES);
    assertThat(verdict(journey.thisYear(), "primary-development")).isEqualTo(Verdict.YES);
    assertThat(verdict(journey.thisYear(), "primary-embedding")).isEqualTo(Verdict.NO);
    assertThat(verdict(journey.nextYear(), "primary-embedding")).isEqualTo(Verdict.NO);
    assertThat(firsts(journey))
        .containsExactly(
            "Primary Mastery Embedding 2025/26 needs [primary-development, teacher-research-group][]",
            "Refinement 2025/26 after [primary-embedding][]",
            "Primary Mastery Embedding 2026/27 needs [primary-development, teacher-research-group][Development]",
            "Refinement 2026/27 after [primary-embedding][]");
    assertThat(journey.usual()).isEmpty();
  }

  @Test
  void aYearThatIsOverIsNothingToDoFirst() {
    assertThat(firsts(journey(of("2025/26"), ", \"history\": []")))
        .contains("Primary Mastery Embedding 2025/26 needs [primary-development][]");
    assertThat(firsts(journey(of("2024/25"), ", \"history\": []")))
        .noneMatch(first -> first.startsWith("Primary Mastery Embedding 2025/26"));
  }

  @Test
  void whatASchoolMustNotHaveDoneIsNothingToDoFirst() {
    String before = "earlierParticipation().includesAny(\"primary-development\")";
    PolicyBook book = embedding(before, "not(" + before + ")");
    Journey journey = journey(book, history("primary-development"));
    assertThat(verdict(journey.thisYear(), "primary-embedding")).isEqualTo(Verdict.NO);
    assertThat(firsts(journey)).noneMatch(first -> first.startsWith("Primary Mastery Embedding"));
  }

  /** A book in which Embedding needs Development in one year. */
  private static PolicyBook of(String year) {
    return embedding("earlierParticipation()", "participationIn(\"" + year + "\")");
  }

  private static PolicyBook embedding(String criterion, String other) {
    PackFiles files = pack("river-hub", "2025/26", "", "1");
    Map<String, String> texts = new TreeMap<>(files.texts());
    texts.computeIfPresent(
        "primary-embedding.drl", (name, rules) -> rules.replace(criterion, other));
    return PolicyBook.builder()
        .files(new PackFiles("folder", ImmutableSortedMap.copyOf(texts)))
        .build();
  }

  @Test
  void afterReadinessComesDevelopment() {
    Journey journey = journey(history("primary-readiness"));
    assertThat(journey.usual().stream().map(StatedLink::sentence))
        .containsExactly("Schools join Development after Primary Mastery Readiness.");
    assertThat(verdict(journey.thisYear(), "primary-development")).isEqualTo(Verdict.YES);
    assertThat(verdict(journey.thisYear(), "primary-embedding")).isEqualTo(Verdict.NO);
  }

  @Test
  void developmentUnderItsOldNameCounts() {
    Journey journey = journey(history("teacher-research-group"));
    assertThat(verdict(journey.thisYear(), "primary-embedding")).isEqualTo(Verdict.YES);
    assertThat(journey.usual().stream().map(StatedLink::sentence))
        .containsExactly("Schools join Primary Mastery Embedding after Development.");
    assertThat(firsts(journey))
        .containsExactly(
            "Refinement 2025/26 after [primary-embedding][]",
            "Refinement 2026/27 after [primary-embedding][Primary Mastery Embedding]");
  }

  @Test
  void afterEmbeddingTheSchoolSustains() {
    Journey journey = journey(history("primary-embedding"));
    assertThat(journey.usual().stream().map(StatedLink::sentence))
        .containsExactly("Schools join Refinement after Primary Mastery Embedding.");
    assertThat(verdict(journey.thisYear(), "primary-sustaining")).isEqualTo(Verdict.YES);
    JourneyStep sustaining = journey.thisYear().get(3);
    assertThat(sustaining.title()).isEqualTo("Refinement");
    assertThat(sustaining.links().stream().map(StatedLink::sentence))
        .containsExactly(
            "Schools join Refinement after Primary Mastery Embedding.",
            "Schools can take part in Refinement year after year.");
    assertThat(sustaining.reasons()).hasSize(1);
    assertThat(sustaining.reasons().get(0).citation().source()).isEqualTo("flyer");
  }

  @Test
  void aSchoolWithASpecialistNeedsNoHistory() {
    Journey journey =
        journey(", \"history\": [], \"answers\": {\"mastery-specialist-school\": true}");
    assertThat(verdict(journey.thisYear(), "primary-sustaining")).isEqualTo(Verdict.YES);
    assertThat(verdict(journey.thisYear(), "primary-embedding")).isEqualTo(Verdict.NO);
  }

  @Test
  void anUnknownHistoryIsNotAnEmptyOne() {
    Journey journey = journey("");
    assertThat(verdict(journey.thisYear(), "primary-embedding"))
        .isEqualTo(Verdict.MORE_INFORMATION_NEEDED);
    assertThat(journey.first()).isEmpty();
    assertThat(journey.usual()).isEmpty();
  }

  @Test
  void whatHasChangedSinceTheYearBeforeIsShown() {
    Journey journey = journey(", \"history\": []");
    assertThat(journey.changed())
        .hasSize(4)
        .allSatisfy(
            change -> {
              assertThat(change.kind()).isEqualTo(ChangeKind.CHANGED);
              assertThat(change.terms())
                  .anySatisfy(
                      term ->
                          assertThat(term.says())
                              .contains(
                                  "people",
                                  "exactly 1 lead participant",
                                  "exactly 2 lead participants"));
            });
    JourneyChange development =
        journey.changed().stream()
            .filter(change -> change.offering().type().equals("primary-development"))
            .findFirst()
            .orElseThrow();
    assertThat(development.replaces().map(StatedLink::sentence))
        .contains("Development replaces Primary Teaching for Mastery.");
    assertThat(development.replaces().map(StatedLink::citation))
        .contains(new Citation("flyer", "what is new", Optional.empty()));
  }

  @Test
  void anOfferingWithoutAPolicyInTheYearBeforeIsNew() {
    PolicyBook book =
        PolicyBook.builder()
            .files(SmallPacks.groupsOfAtLeast("river-hub", 6))
            .files(pack("river-hub", "2025/26", JOURNEY, "2"))
            .build();
    Journey journey = journey(book, ", \"history\": []");
    assertThat(journey.changed()).extracting(JourneyChange::kind).containsOnly(ChangeKind.ADDED);
    assertThat(journey.nextYear()).isEmpty();
  }

  @Test
  void aPolicyThatMovesToTheNetworkIsNoListOfChangedTerms() {
    PolicyBook book =
        PolicyBook.builder()
            .files(pack("river-hub", "2024/25", "", "1"))
            .files(pack(Hubs.NATIONAL, "2025/26", "", "3"))
            .build();
    List<JourneyChange> changes = journey(book, ", \"history\": []").changed();
    assertThat(changes)
        .hasSize(4)
        .allSatisfy(
            change -> {
              assertThat(change.kind()).isEqualTo(ChangeKind.CHANGED);
              assertThat(change.offering().hub()).isEqualTo(Hubs.NATIONAL);
              assertThat(change.earlier().map(Offering::hub)).contains("river-hub");
              assertThat(change.terms()).isEmpty();
            });
  }

  @Test
  void whatIsNotForTheKindOfSchoolIsNeitherFirstNorAChange() {
    Journey journey =
        Journey.of(
            BOOK,
            TfmJson.read(
                """
                {"offering": {"hub": "river-hub", "type": "primary-development", "year": "2025/26"},
                 "school": {"urn": 900001, "phase": "SECONDARY", "country": "ENGLAND",
                            "establishmentType": "COMMUNITY_SCHOOL"},
                 "history": []}
                """,
                Application.class));
    assertThat(journey.changed())
        .extracting(change -> change.offering().type())
        .containsExactly("primary-embedding", "primary-sustaining");
    assertThat(journey.first())
        .extracting(first -> first.offering().type())
        .doesNotContain("primary-development", "primary-readiness")
        .contains("primary-embedding");
  }

  @Test
  void anAnswerThatDoesNotSuitItsQuestionIsRefused() {
    assertThatThrownBy(() -> journey(", \"answers\": {\"mastery-specialist-school\": \"Ann\"}"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("answers.mastery-specialist-school")
        .hasMessageNotContaining("Ann");
    assertThat(
            verdict(
                journey(", \"history\": [], \"answers\": {\"of-another-offering\": \"x\"}")
                    .thisYear(),
                "primary-readiness"))
        .isEqualTo(Verdict.YES);
  }

  @Test
  void anAnswerCountsForTheOfferingsThatItSuits() {
    PolicyBook book =
        PolicyBook.builder()
            .files(asking("river-hub", "2025/26", "kind: number, unit: class", "isAtLeast(3)"))
            .files(asking("river-hub", "2026/27", "kind: yes-no", "isConfirmed()"))
            .build();
    Journey number = journey(book, ", \"answers\": {\"classes\": 2}");
    assertThat(number.thisYear().get(0).verdict()).isEqualTo(Verdict.NO);
    assertThat(number.nextYear().get(0).verdict()).isEqualTo(Verdict.MORE_INFORMATION_NEEDED);
    Journey word = journey(book, ", \"answers\": {\"classes\": true}");
    assertThat(word.thisYear().get(0).verdict()).isEqualTo(Verdict.MORE_INFORMATION_NEEDED);
    assertThat(word.nextYear().get(0).verdict()).isEqualTo(Verdict.YES);
    assertThatThrownBy(() -> journey(book, ", \"answers\": {\"classes\": \"three\"}"))
        .hasMessageContaining("answers.classes");
  }

  private static PackFiles asking(String hub, String year, String kind, String compared) {
    return SmallPacks.files(
        SmallPacks.publisher(hub, year, "")
            + "facts: { classes: { "
            + kind
            + ", label: the classes, subject: the school, verb: has, complement: ready,"
            + " question: \"Which classes?\" } }\n",
        "package river_hub.y"
            + year.replace('/', '_')
            + ".primary_development\n"
            + SmallPacks.rule(
                "classes",
                "terms.eligibility(\"classes\").must(terms.answer(\"classes\")."
                    + compared
                    + ");"));
  }

  @Test
  void aJourneyHasAYearBeforeAndAfter() {
    for (String year : List.of("1990/91", "2098/99")) {
      Application edge =
          TfmJson.read(
              "{\"offering\": {\"hub\": \"river-hub\", \"type\": \"primary-development\","
                  + " \"year\": \""
                  + year
                  + "\"}, \"school\": {\"urn\": 900001}}",
              Application.class);
      assertThatThrownBy(() -> Journey.of(BOOK, edge))
          .hasMessageContaining("offering.year: `" + year + "` is the first or the last");
    }
  }

  @Test
  void aJourneyThatIsCutShortSaysSo() {
    Application application =
        TfmJson.read(
            """
            {"offering": {"hub": "river-hub", "type": "primary-development", "year": "2025/26"},
             "school": {"urn": 900001, "phase": "PRIMARY"}, "history": []}
            """,
            Application.class);
    JourneySearch whole = new JourneySearch(BOOK, application, 8);
    assertThat(whole.first()).hasSize(4);
    assertThat(whole.isCutShort()).isFalse();
    JourneySearch cut = new JourneySearch(BOOK, application, 1);
    cut.first();
    assertThat(cut.isCutShort()).isTrue();
    assertThat(journey(", \"history\": []").cutShort()).isFalse();
  }

  @Test
  void aFullHistoryIsNoFault() {
    String full =
        IntStream.range(0, 1_000)
            .mapToObj(
                i ->
                    "{\"type\": \"firm-foundations\", \"year\": \"2023/24\", \"hub\": \"h"
                        + i
                        + "\"}")
            .collect(Collectors.joining(", "));
    Journey journey = journey(", \"history\": [" + full + "]");
    assertThat(verdict(journey.thisYear(), "primary-embedding")).isEqualTo(Verdict.NO);
    assertThat(journey.cutShort()).isTrue();
  }

  @Test
  void anInterruptedJourneyEnds() {
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(() -> journey(", \"history\": []"))
          .isInstanceOf(CancellationException.class);
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void whatTheNearestPackSaysReplacesWhatOthersSay() {
    String national =
        """
        journey:
          - { type: primary-embedding, follows: [primary-readiness], cites: "flyer: one" }
          - { type: primary-embedding, lasts: 2, at-least: true, cites: "flyer: two" }
          - { type: primary-embedding, lasts: 3, cites: "flyer: three" }
        """;
    PolicyBook book =
        PolicyBook.builder()
            .files(pack("river-hub", "2025/26", JOURNEY, "2"))
            .files(pack(Hubs.NATIONAL, "", national, "3"))
            .build();
    Journey journey = journey(book, ", \"history\": []");
    assertThat(journey.thisYear()).hasSize(4);
    assertThat(journey.thisYear().get(1).offering().type()).isEqualTo("primary-embedding");
    assertThat(journey.thisYear().get(1).links().stream().map(StatedLink::sentence))
        .containsExactly(
            "Schools join Primary Mastery Embedding after Development.",
            "Primary Mastery Embedding lasts at least 2 years.",
            "Primary Mastery Embedding lasts 3 years.");
    assertThat(journey.nextYear()).allMatch(step -> step.offering().hub().equals(Hubs.NATIONAL));
  }

  @Test
  void theBundledPacksTellTheUsualRoad() {
    Journey journey =
        Journey.of(
            PolicyBook.bundled(),
            TfmJson.read(
                """
                {"offering": {"hub": "yorkshire-and-the-humber", "type": "primary-readiness",
                              "year": "2024/25"},
                 "school": {"urn": 900001, "phase": "PRIMARY",
                            "establishmentType": "COMMUNITY_SCHOOL", "country": "ENGLAND"},
                 "history": [{"type": "primary-readiness", "year": "2023/24"}],
                 "answers": {"mastery-specialist-school": true}}
                """,
                Application.class));
    assertThat(journey.usual().stream().map(StatedLink::sentence))
        .containsExactly(
            "Schools join Primary Mastery Development after Primary Mastery Readiness.");
    assertThat(verdict(journey.thisYear(), "primary-readiness")).isEqualTo(Verdict.YES);
    assertThat(verdict(journey.thisYear(), "primary-sustaining")).isEqualTo(Verdict.NO);
    assertThat(TfmJson.write(journey)).contains("\"first\":[{");
  }

  private record Road(PackEntry pack, String before, String after) {
    @Override
    public String toString() {
      return pack.id() + ": " + before + ", " + after;
    }
  }

  /** What follows what, as far as the bundled packs of a hub and a year say it. */
  static Stream<Road> roads() {
    return PolicyBook.bundled().packs().stream()
        .filter(pack -> pack.year().isPresent() && !pack.hub().id().equals(Hubs.NATIONAL))
        .flatMap(
            pack ->
                pack.journey().stream()
                    .map(CitedLink::link)
                    .filter(link -> link.relation() == JourneyRelation.FOLLOWS)
                    .flatMap(
                        link ->
                            link.others().stream().map(one -> new Road(pack, one, link.type()))));
  }

  @ParameterizedTest
  @MethodSource("roads")
  void aSchoolWithTheHistoryOfADocumentReadsWhatFollows(Road road) {
    AcademicYear year = road.pack().year().orElseThrow();
    Journey journey =
        Journey.of(
            PolicyBook.bundled(),
            TfmJson.read(
                """
                {"offering": {"hub": "%s", "type": "%s", "year": "%s"}, "school": {"urn": 900001},
                 "history": [{"type": "%s", "year": "%s", "completed": true}]}
                """
                    .formatted(
                        road.pack().hub().id(), road.after(), year, road.before(), year.previous()),
                Application.class));
    assertThat(journey.usual().stream().map(stated -> stated.link().type())).contains(road.after());
  }
}
