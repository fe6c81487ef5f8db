package org.tfm.rules.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tfm.model.programme.Hubs;
import org.tfm.model.term.Strength;
import org.tfm.rules.book.PackEntry;

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

  private record Facts(String mark, int count) {
    List<String> ids() {
      return IntStream.rangeClosed(1, count)
          .mapToObj(number -> String.format(Locale.ROOT, "%s-%03d", mark, number))
          .toList();
    }
  }

  @Test
  void theFactsOfADocumentAreListedWithItsPack() throws IOException {
    JsonNode coverage = FactCoverage.file();
    DOCUMENTS.forEach(
        (pack, facts) -> {
          List<String> listed =
              coverage.path(pack).properties().stream()
                  .map(Map.Entry::getKey)
                  .filter(fact -> fact.startsWith("S"))
                  .sorted()
                  .toList();
          assertThat(listed).as(pack).isEqualTo(facts.ids());
        });
  }

  @Test
  void noFactIsListedTwiceAndNoPackIsWithoutFacts() throws IOException {
    Set<String> seen = new TreeSet<>();
    Set<String> packs = new TreeSet<>();
    for (Map.Entry<String, JsonNode> pack : FactCoverage.file().properties()) {
      packs.add(pack.getKey());
      assertThat(pack.getValue()).as(pack.getKey()).isNotEmpty();
      pack.getValue()
          .properties()
          .forEach(fact -> assertThat(seen.add(fact.getKey())).as(fact.getKey()).isTrue());
    }
    assertThat(packs)
        .containsExactlyElementsOf(
            new TreeSet<>(FactCoverage.BOOK.packs().stream().map(PackEntry::id).toList()));
  }

  private static final int MOST_WORDS = 5;

  @Tag("slow")
  @Test
  void everyFactIsCarriedByATermThatCitesItsDocumentOrNamesAReason() throws IOException {
    for (FactCoverage entry : FactCoverage.all()) {
      if (entry.journey().isPresent()) {
        assertThat(entry.isInJourney()).as(entry.fact()).isTrue();
      }
      if (entry.carrier().isEmpty()) {
        assertThat(entry.says().asText().length()).as(entry.fact()).isGreaterThan(30);
      } else if (entry.hasTerm()) {
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
    for (FactCoverage entry : FactCoverage.all()) {
      ImmutableMap<String, String> strengths =
          entry.hasTerm() ? entry.strengths() : ImmutableMap.of();
      assertThat(entry.says().has("strength")).as(entry.fact()).isEqualTo(!strengths.isEmpty());
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
    for (FactCoverage entry : FactCoverage.all()) {
      if (entry.says().has("strength")) {
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

  @Test
  void theReadmeCountsHubsAndFacts() throws IOException {
    long hubs =
        FactCoverage.BOOK.packs().stream()
            .map(pack -> pack.hub().id())
            .filter(hub -> !hub.equals(Hubs.NATIONAL))
            .distinct()
            .count();
    assertThat(Path.of("../README.md"))
        .content(StandardCharsets.UTF_8)
        .contains(
            "The bundled packs, of " + hubs + " hubs and the network,",
            "for each of the " + FactCoverage.all().size() + " facts");
  }

  @Test
  void everyFactHasAKind() throws IOException {
    assertThat(CoverageTable.kinds().values().stream().sorted().toList())
        .isEqualTo(FactCoverage.all().stream().map(FactCoverage::fact).sorted().toList());
  }

  /** Written again with {@code -Dtfm.phrasebook=write}. */
  @Tag("slow")
  @Test
  void theTableOfWhatIsTestedIsPrintedAndReviewed() throws IOException {
    CoverageTable table = CoverageTable.of(FactCoverage.all());
    System.out.println(table.text());
    if ("write".equals(System.getProperty("tfm.phrasebook"))) {
      Files.writeString(CoverageTable.FILE, table.page());
    }
    assertThat(CoverageTable.FILE).hasContent(table.page());
  }

  @Tag("slow")
  @Test
  void ofTheFactsOfMoreHubsThatConcernSchoolsMostAreTestedAndFewCannotBeSaid() throws IOException {
    CoverageTable table =
        CoverageTable.of(
            FactCoverage.all().stream().filter(entry -> !entry.fact().startsWith("S")).toList());
    assertThat(table.shareTested()).isGreaterThanOrEqualTo(0.85);
    assertThat(table.share(FactCoverage.How.TESTED) + table.share(FactCoverage.How.IN_JOURNEY))
        .isGreaterThanOrEqualTo(0.85);
    assertThat(table.share(FactCoverage.How.NOT_SAYABLE)).isLessThanOrEqualTo(0.05);
  }
}
