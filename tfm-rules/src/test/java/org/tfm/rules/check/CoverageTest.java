package org.tfm.rules.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ListMultimap;
import com.google.common.collect.Maps;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.Offering;
import org.tfm.model.school.SchoolKind;
import org.tfm.model.term.Requirement;
import org.tfm.model.term.Strength;
import org.tfm.model.term.Term;
import org.tfm.model.term.Undertaking;
import org.tfm.rules.book.PackEntry;
import org.tfm.rules.book.PolicyBook;
import org.tfm.rules.pack.Pack;

/** Each fact of the policy documents and pages has a term, or a stated reason for having none. */
class CoverageTest {

  /** The facts of each document: the prefix of their ids and their number. */
  private static final ImmutableMap<String, Facts> DOCUMENTS =
      ImmutableMap.of(
          "archimedes-ne/2021-22", new Facts("S0", 39),
          "national", new Facts("S1", 34),
          "cheshire-wirral/2022-23", new Facts("S2", 46),
          "east-midlands-west/2020-21", new Facts("S3", 29),
          "london-south-west/2018-19", new Facts("S4", 54));

  /** The facts of the pages of each hub, shared by its packs: the first and the last number. */
  private static final ImmutableListMultimap<String, Pages> HUBS =
      ImmutableListMultimap.<String, Pages>builder()
          .put("boolean", new Pages("P", 23, 43))
          .put("code", new Pages("P", 214, 214))
          .put("east-midlands-east", new Pages("H", 116, 117))
          .put("east-midlands-south", new Pages("P", 65, 94))
          .put("east-midlands-south", new Pages("H", 201, 205))
          .put("nnw", new Pages("H", 119, 121))
          .put("south-yorkshire", new Pages("P", 130, 140))
          .put("south-yorkshire", new Pages("H", 115, 115))
          .put("west-yorkshire", new Pages("P", 141, 147))
          .put("yorkshire-and-the-humber", new Pages("P", 44, 64))
          .put("yorkshire-and-the-humber", new Pages("H", 1, 5))
          .put("yorkshire-and-the-humber", new Pages("H", 123, 123))
          .build();

  private record Facts(String mark, int count) {
    List<String> ids() {
      return new Pages(mark, 1, count).ids();
    }
  }

  private record Pages(String mark, int first, int last) {
    List<String> ids() {
      return IntStream.rangeClosed(first, last)
          .mapToObj(number -> String.format("%s-%03d", mark, number))
          .toList();
    }
  }

  private static final PolicyBook BOOK = PolicyBook.bundled();

  private static JsonNode coverage() throws IOException {
    return Pack.yaml().tree(Files.readString(Path.of("src/main/resources/policies/coverage.yaml")));
  }

  @Test
  void everyFactOfEveryDocumentIsListedOnce() throws IOException {
    JsonNode coverage = coverage();
    DOCUMENTS.forEach(
        (pack, facts) -> {
          TreeSet<String> listed = new TreeSet<>();
          coverage
              .path(pack)
              .properties()
              .forEach(entry -> assertThat(listed.add(entry.getKey())).isTrue());
          assertThat(listed).as(pack).containsExactlyElementsOf(facts.ids());
        });
  }

  @Test
  void thePacksOfAHubShareOutTheFactsOfItsPages() throws IOException {
    ListMultimap<String, String> listed = ArrayListMultimap.create();
    for (Map.Entry<String, JsonNode> pack : coverage().properties()) {
      String hub = pack.getKey().split("/", -1)[0];
      pack.getValue().properties().forEach(fact -> listed.put(hub, fact.getKey()));
    }
    HUBS.asMap()
        .forEach(
            (hub, pages) ->
                assertThat(listed.get(hub))
                    .as(hub)
                    .containsExactlyInAnyOrderElementsOf(
                        pages.stream().flatMap(one -> one.ids().stream()).toList()));
  }

  @Test
  void noFactIsListedTwiceAndNoPackIsWithoutFacts() throws IOException {
    Set<String> seen = new TreeSet<>();
    Set<String> packs = new TreeSet<>();
    for (Map.Entry<String, JsonNode> pack : coverage().properties()) {
      packs.add(pack.getKey());
      assertThat(pack.getValue()).as(pack.getKey()).isNotEmpty();
      pack.getValue()
          .properties()
          .forEach(fact -> assertThat(seen.add(fact.getKey())).as(fact.getKey()).isTrue());
    }
    assertThat(packs)
        .containsExactlyElementsOf(
            new TreeSet<>(BOOK.packs().stream().map(PackEntry::id).toList()));
  }

  /** What the file says of one fact of one pack. */
  private record Entry(PackEntry pack, String fact, JsonNode says) {

    Optional<String> carrier() {
      return Optional.of(says.path("term").asText(says.asText()))
          .filter(carrier -> !carrier.startsWith(NOT_MODELLED));
    }

    /** The terms of the pack that carry the fact. */
    List<Term> terms() {
      String[] parts = carrier().orElseThrow().split("/", -1);
      return TERMS.computeIfAbsent(pack.id() + " " + parts[0], id -> all(pack, parts[0])).stream()
          .filter(term -> term.id().equals(parts[1]))
          .filter(term -> term.provenance().pack().equals(pack.id()))
          .toList();
    }

    /** The strengths of these terms by section, such as {@code progress}. */
    ImmutableMap<String, String> strengths() {
      return terms().stream()
          .filter(term -> strength(term).isPresent())
          .collect(
              ImmutableMap.toImmutableMap(
                  term -> term.section().name().toLowerCase(Locale.ROOT),
                  term -> strength(term).orElseThrow().name(),
                  (one, other) -> one.equals(other) ? one : one + " and " + other));
    }
  }

  private static final String NOT_MODELLED = "not modelled: ";
  private static final int MOST_WORDS = 5;
  private static final Map<String, List<Term>> TERMS = new ConcurrentHashMap<>();

  private static Optional<Strength> strength(Term term) {
    if (term instanceof Requirement requirement) {
      return Optional.of(requirement.strength());
    }
    return term instanceof Undertaking undertaking
        ? Optional.of(undertaking.strength())
        : Optional.empty();
  }

  private static List<Term> all(PackEntry pack, String type) {
    assertThat(pack.offers()).contains(type);
    Offering offering =
        Offering.of(pack.hub().id(), type, pack.year().orElse(AcademicYear.startingIn(2021)));
    return SchoolKind.all().stream()
        .flatMap(kind -> BOOK.terms(offering, kind).terms().stream())
        .distinct()
        .toList();
  }

  private static List<Entry> entries() throws IOException {
    List<Entry> entries = new ArrayList<>();
    for (Map.Entry<String, JsonNode> pack : coverage().properties()) {
      PackEntry entry =
          BOOK.packs().stream()
              .filter(one -> one.id().equals(pack.getKey()))
              .findFirst()
              .orElseThrow();
      pack.getValue()
          .properties()
          .forEach(fact -> entries.add(new Entry(entry, fact.getKey(), fact.getValue())));
    }
    return entries;
  }

  @Tag("slow")
  @Test
  void everyFactIsCarriedByATermThatCitesItsDocumentOrNamesAReason() throws IOException {
    for (Entry entry : entries()) {
      if (entry.carrier().isEmpty()) {
        assertThat(entry.says().asText().length()).as(entry.fact()).isGreaterThan(30);
      } else {
        String carrier = entry.carrier().orElseThrow();
        assertThat(carrier).as(entry.fact()).matches("[a-z0-9-]+/[a-z0-9-]+");
        assertThat(entry.terms())
            .as("%s: %s", entry.fact(), carrier)
            .anyMatch(
                term ->
                    entry.pack().sources().stream()
                        .anyMatch(source -> source.id().equals(term.citation().source())));
      }
    }
  }

  @Tag("slow")
  @Test
  void everyFactOfARequirementOrAnUndertakingNamesItsStrengthAndTheWordsThatCarryIt()
      throws IOException {
    for (Entry entry : entries()) {
      ImmutableMap<String, String> strengths =
          entry.carrier().isEmpty() ? ImmutableMap.of() : entry.strengths();
      assertThat(entry.says().isObject()).as(entry.fact()).isEqualTo(!strengths.isEmpty());
      if (!strengths.isEmpty()) {
        assertThat(written(entry.says().path("strength"), strengths.keySet()))
            .as(entry.fact())
            .isEqualTo(strengths);
        assertThat(entry.says().path("by").asText().split(" "))
            .as(entry.fact())
            .hasSizeBetween(1, MOST_WORDS)
            .doesNotContain("");
      }
    }
  }

  /** The strength that is written down, for each section. */
  private static Map<String, String> written(JsonNode strength, Set<String> sections) {
    return strength.isObject()
        ? strength.properties().stream()
            .collect(ImmutableMap.toImmutableMap(Map.Entry::getKey, one -> one.getValue().asText()))
        : Maps.toMap(sections, section -> strength.asText());
  }

  @Test
  void everyStrengthWasReadTwiceAndADifferenceIsResolved() throws IOException {
    for (Entry entry : entries()) {
      if (entry.says().isObject()) {
        String again = entry.says().path("again").asText();
        assertThat(Strength.valueOf(again)).as(entry.fact()).isNotNull();
        if (!entry.says().path("strength").asText().equals(again)) {
          assertThat(entry.says().path("outcome").asText().length())
              .as(entry.fact())
              .isGreaterThan(30);
        }
      }
    }
  }
}
