package org.tfm.rules.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.collect.ImmutableSortedMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tfm.model.assessment.Verdict;
import org.tfm.model.document.Application;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.HubProfile;
import org.tfm.model.programme.Hubs;
import org.tfm.model.programme.Offering;
import org.tfm.rules.pack.PackFiles;
import org.tfm.rules.pack.SmallPacks;

/** The area of the hub whose offering it is: that of its packs, or that of the library. */
class HubAreasTest {

  private static final String AREA =
      """
      area:
        cites: "flyer: the map"
        complete: true
        local-authorities: [Kent]
      """;

  private static PackFiles pack(String hub, String year, String bases, String more, String rule) {
    PackFiles files = SmallPacks.files(hub, year, bases, rule);
    Map<String, String> texts = new TreeMap<>(files.texts());
    texts.merge(PackFiles.PUBLISHER, more, String::concat);
    return new PackFiles(files.name(), ImmutableSortedMap.copyOf(texts));
  }

  private static final String IN_AREA =
      SmallPacks.rule("area", "terms.eligibility(\"area\").must(inHubArea().isConfirmed());");

  private static final String OTHER =
      SmallPacks.rule("full-year", "terms.commitment(\"x\").leftToHub();");

  private static Verdict verdict(PolicyBook book, String hub, String school) {
    Application application =
        book.readApplication(
            """
            {"offering": {"hub": "%s", "type": "primary-development", "year": "2022/23"},
             "school": {"urn": 100008, "phase": "PRIMARY", "establishmentType": "COMMUNITY_SCHOOL",
                        "country": "ENGLAND", %s}}
            """
                .formatted(hub, school));
    return book.decide(application).assessment().verdict();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "localAuthority": "Leeds" | YES
          "localAuthority": "Kent" | NO
          "localAuthority": "Kent", "hubs": ["west-yorkshire"] | NO
          "region": "South East" | MORE_INFORMATION_NEEDED
          """)
  void theLibraryKnowsTheArea(String school, Verdict expected) {
    PolicyBook book =
        PolicyBook.builder().files(pack("west-yorkshire", "2022/23", "", "", IN_AREA)).build();
    assertThat(verdict(book, "west-yorkshire", school)).isEqualTo(expected);
  }

  @Test
  void aPackCorrectsTheAreaOfItsHub() {
    PolicyBook book =
        PolicyBook.builder().files(pack("west-yorkshire", "2022/23", "", AREA, IN_AREA)).build();
    assertThat(verdict(book, "west-yorkshire", "\"localAuthority\": \"Leeds\""))
        .isEqualTo(Verdict.NO);
    assertThat(verdict(book, "west-yorkshire", "\"localAuthority\": \"Kent\""))
        .isEqualTo(Verdict.YES);
  }

  @Test
  void aHubThatTheLibraryDoesNotKnowHasAnUnknownArea() {
    PolicyBook book = PolicyBook.builder().files(pack("hub", "2022/23", "", "", IN_AREA)).build();
    assertThat(verdict(book, "hub", "\"localAuthority\": \"Kent\""))
        .isEqualTo(Verdict.MORE_INFORMATION_NEEDED);
    assertThat(verdict(book, "hub", "\"hubs\": [\"hub\"]")).isEqualTo(Verdict.YES);
    assertThat(verdict(book, "hub", "\"hubs\": [\"glow\"]")).isEqualTo(Verdict.NO);
  }

  @Test
  void aPackThatOthersExtendAsksForTheAreaOfTheirHub() {
    PolicyBook book =
        PolicyBook.builder()
            .files(pack("national", "", "", "", IN_AREA))
            .files(pack("west-yorkshire", "2022/23", "national", "", OTHER))
            .files(pack("boolean", "2022/23", "national", AREA, OTHER))
            .build();
    String leeds = "\"localAuthority\": \"Leeds\"";
    assertThat(verdict(book, "west-yorkshire", leeds)).isEqualTo(Verdict.REFER_TO_HUB);
    assertThat(verdict(book, "boolean", leeds)).isEqualTo(Verdict.NO);
    assertThat(verdict(book, "boolean", "\"localAuthority\": \"Kent\""))
        .isEqualTo(Verdict.REFER_TO_HUB);
    assertThat(verdict(book, "national", leeds)).isEqualTo(Verdict.MORE_INFORMATION_NEEDED);
    assertThat(verdict(book, "national", "\"hubs\": [\"glow\"]")).isEqualTo(Verdict.YES);
  }

  @Test
  void thisYearsPackInheritsTheAreaOfLastYears() {
    PolicyBook book =
        PolicyBook.builder()
            .files(pack("west-yorkshire", "2021/22", "", AREA, IN_AREA))
            .files(pack("west-yorkshire", "2022/23", "west-yorkshire/2021-22", "", OTHER))
            .build();
    assertThat(verdict(book, "west-yorkshire", "\"localAuthority\": \"Kent\""))
        .isEqualTo(Verdict.REFER_TO_HUB);
    assertThat(verdict(book, "west-yorkshire", "\"localAuthority\": \"Leeds\""))
        .isEqualTo(Verdict.NO);
  }

  @Test
  void aSnapshotKeepsTheArea() {
    PolicyBook book =
        PolicyBook.builder().files(pack("west-yorkshire", "2022/23", "", AREA, IN_AREA)).build();
    PackSnapshot snapshot = PackSnapshot.parse(book.snapshot("west-yorkshire/2022-23").write());
    PolicyBook other = PolicyBook.builder().snapshot(snapshot).build();
    Offering offering =
        Offering.of("west-yorkshire", "primary-development", AcademicYear.startingIn(2022));
    assertThat(other.terms(offering)).isEqualTo(book.terms(offering));
    assertThat(other.hubs()).isEqualTo(book.hubs());
  }

  @Test
  void theBookKnowsTheHubsOfTheLibraryAndThoseOfItsPacks() {
    PolicyBook book =
        PolicyBook.builder()
            .files(pack("west-yorkshire", "2022/23", "", AREA, IN_AREA))
            .files(pack("hub", "2022/23", "", "", IN_AREA))
            .files(pack("national", "", "", "", IN_AREA))
            .build();
    assertThat(book.hubs()).hasSize(Hubs.known().size() + 1).doesNotContainKey("national");
    HubProfile corrected = Optional.ofNullable(book.hubs().get("west-yorkshire")).orElseThrow();
    assertThat(corrected.hub().name()).isEqualTo("west-yorkshire Maths Hub");
    assertThat(corrected.area().localAuthorities()).containsExactly("Kent");
    assertThat(corrected.source().orElseThrow().title()).isEqualTo("Flyer");
    assertThat(corrected.leadSchools()).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          sussex | The Sussex Maths Hub has no pack here
          susex | there is no policy of a hub `susex`. Maybe `sussex`?
          """)
  void aHubWithoutAPackIsNamed(String hub, String message) {
    PolicyBook book =
        PolicyBook.builder().files(pack("west-yorkshire", "2022/23", "", "", IN_AREA)).build();
    InvalidInputException refused =
        catchThrowableOfType(
            InvalidInputException.class, () -> verdict(book, hub, "\"region\": \"London\""));
    assertThat(refused.problems().stream().map(Problem::toString))
        .anySatisfy(problem -> assertThat(problem).endsWith(message));
  }

  @Test
  void unknownHubsInADocumentAreWarnedOf() {
    PolicyBook book =
        PolicyBook.builder().files(pack("west-yorkshire", "2022/23", "", "", IN_AREA)).build();
    Application application =
        book.readApplication(
            """
            {"offering": {"hub": "west-yorkshire", "type": "primary-development", "year": "2022/23"},
             "school": {"urn": 100008, "hubs": ["west-yorkshire", "mobuis"]},
             "history": [{"type": "primary-readiness", "year": "2021/22", "hub": "sussex"},
                         {"type": "primary-readiness", "year": "2020/21", "hub": "susex"}]}
            """);
    assertThat(book.warnings(application).stream().map(Problem::toString))
        .containsExactly(
            "history[1].hub: unknown hub `susex`. Maybe `sussex`?",
            "school.hubs[1]: unknown hub `mobuis`. Maybe `mobius`?");
  }
}
