package org.tfm.rules.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ListMultimap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.Offering;
import org.tfm.model.school.SchoolKind;
import org.tfm.model.term.Term;
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
  private static final ImmutableMap<String, Pages> HUBS =
      ImmutableMap.of(
          "boolean", new Pages("P", 23, 43),
          "east-midlands-south", new Pages("P", 65, 94),
          "south-yorkshire", new Pages("P", 130, 140),
          "west-yorkshire", new Pages("P", 141, 147),
          "yorkshire-and-the-humber", new Pages("P", 44, 64));

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
    HUBS.forEach(
        (hub, pages) ->
            assertThat(listed.get(hub)).as(hub).containsExactlyInAnyOrderElementsOf(pages.ids()));
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

  @Tag("slow")
  @Test
  void everyFactIsCarriedByATermThatCitesItsDocumentOrNamesAReason() throws IOException {
    for (Map.Entry<String, JsonNode> pack : coverage().properties()) {
      PackEntry entry =
          BOOK.packs().stream()
              .filter(one -> one.id().equals(pack.getKey()))
              .findFirst()
              .orElseThrow();
      for (Map.Entry<String, JsonNode> fact : pack.getValue().properties()) {
        String carrier = fact.getValue().asText();
        if (carrier.startsWith("not modelled: ")) {
          assertThat(carrier.length()).as(fact.getKey()).isGreaterThan(30);
        } else {
          assertThat(carrier).as(fact.getKey()).matches("[a-z0-9-]+/[a-z0-9-]+");
          String[] parts = carrier.split("/", -1);
          assertThat(terms(entry, parts[0]))
              .as("%s: %s", fact.getKey(), carrier)
              .anyMatch(
                  term ->
                      term.id().equals(parts[1])
                          && term.provenance().pack().equals(entry.id())
                          && entry.sources().stream()
                              .anyMatch(s -> s.id().equals(term.citation().source())));
        }
      }
    }
  }

  private static List<Term> terms(PackEntry pack, String type) {
    assertThat(pack.offers()).contains(type);
    Offering offering =
        Offering.of(pack.hub().id(), type, pack.year().orElse(AcademicYear.startingIn(2021)));
    return SchoolKind.all().stream()
        .flatMap(kind -> BOOK.terms(offering, kind).terms().stream())
        .distinct()
        .toList();
  }
}
