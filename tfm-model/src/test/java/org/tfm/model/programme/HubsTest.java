package org.tfm.model.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tfm.model.json.TfmJson;
import org.tfm.model.problem.InvalidInputException;

/** The list of hubs, and what follows from what is known of an area. */
class HubsTest {

  private static HubArea area(String json) {
    return TfmJson.read(json.replace('\'', '"'), HubArea.class);
  }

  private static final HubArea WHOLE =
      area(
          "{'hub': 'one', 'completeness': 'COMPLETE', 'localAuthorities': ['Derby'],"
              + " 'districts': ['Ashfield'], 'partly': ['Lancashire']}");

  private static final HubArea PARTIAL =
      area(
          "{'hub': 'one', 'completeness': 'PARTIAL', 'localAuthorities': ['Kent'],"
              + " 'districts': [], 'partly': []}");

  private static Optional<String> name(@Nullable String name) {
    return Optional.ofNullable(name);
  }

  @Test
  void fortyHubsAreKnownInTheOrderOfTheirIds() {
    assertThat(Hubs.known()).hasSize(40);
    assertThat(ImmutableList.copyOf(Hubs.known().keySet()))
        .isSorted()
        .doesNotContain(Hubs.NATIONAL);
    Hubs.known().forEach((id, hub) -> assertThat(hub.hub().id()).isEqualTo(id));
  }

  @Test
  void eachHubSaysWhereItsAreaIsFromAndWhatIsDoubtful() {
    assertThat(Hubs.known().values())
        .allSatisfy(
            hub -> {
              assertThat(hub.hub().name()).endsWith(" Maths Hub");
              AreaCompleteness completeness = hub.area().completeness();
              assertThat(hub.source().isPresent() || completeness == AreaCompleteness.NOT_FOUND)
                  .isTrue();
              assertThat(hub.remarks().isPresent() || completeness == AreaCompleteness.COMPLETE)
                  .isTrue();
            });
  }

  @Test
  void noPlaceBelongsToTwoHubsAsAWhole() {
    Map<String, String> hubOf = new HashMap<>();
    for (HubProfile hub : Hubs.known().values()) {
      Stream.of(hub.area().localAuthorities(), hub.area().districts())
          .flatMap(Collection::stream)
          .forEach(place -> assertThat(hubOf.put(place, hub.hub().id())).as(place).isNull());
    }
  }

  @Test
  void anAreaThatWasNotFoundIsUnknownAndNotEmpty() {
    HubArea area = Hubs.find("glow").orElseThrow().area();
    assertThat(area).isEqualTo(HubArea.unknown("glow"));
    assertThat(area.contains(name("Kent"), name("Ashford"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          Derby          | -         | true
          City of Derby  | -         | true
          Derby, City of | -         | true
          DERBY          | Elsewhere | true
          Nottinghamshire| Ashfield  | true
          -              | Ashfield  | true
          Nottinghamshire| Mansfield | false
          Nottinghamshire| -         | -
          -              | Mansfield | -
          -              | -         | -
          Lancashire     | Preston   | -
          """)
  void aSchoolIsOutsideOnlyIfAllNamesThatTheAreaDependsOnAreKnown(
      String authority, String district, Boolean expected) {
    assertThat(WHOLE.contains(name(authority), name(district)))
        .isEqualTo(Optional.ofNullable(expected));
  }

  @Test
  void anAreaWithoutDistrictsDependsOnTheLocalAuthorityAlone() {
    HubArea area = Hubs.find("west-yorkshire").orElseThrow().area();
    assertThat(area.contains(name("Leeds"), name(null))).contains(true);
    assertThat(area.contains(name("Kent"), name(null))).contains(false);
    assertThat(area.dependsOnDistrict()).isFalse();
  }

  @Test
  void noSchoolIsOutsideAnAreaThatIsPartlyKnown() {
    assertThat(PARTIAL.contains(name("Kent"), name(null))).contains(true);
    assertThat(PARTIAL.contains(name("Derby"), name("Derby"))).isEmpty();
  }

  @Test
  void aPartOfALocalAuthorityMayBelongToTheArea() {
    assertThat(WHOLE.mayContain(name("lancashire"), name("Preston"))).isTrue();
    assertThat(WHOLE.mayContain(name("Derby"), name(null))).isFalse();
    assertThat(WHOLE.mayContain(name("Kent"), name("Ashford"))).isFalse();
    assertThat(PARTIAL.mayContain(name("Derby"), name(null))).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          St. Helens | north-west-three
          Bristol, City of | boolean
          Kingston upon Hull, City of | yorkshire-and-the-humber
          Herefordshire, County of | shaw
          Westminster | london-central-and-north-west
          City of London | london-south-east-plus
          """)
  void namesAreFoundAsTheRegisterWritesThem(String authority, String hub) {
    List<String> serving =
        Hubs.known().values().stream()
            .filter(one -> one.area().contains(name(authority), name(null)).orElse(false))
            .map(one -> one.hub().id())
            .toList();
    assertThat(serving).containsExactly(hub);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          mobius | mobius
          Mobius Maths Hub | mobius
          the MOBIUS maths hub | mobius
          Cheshire and Wirral | cheshire-wirral
          Surrey Plus Maths Hub | ne-hants-and-surrey
          Nowhere | -
          """)
  void aHubIsFoundByItsNames(String name, String id) {
    assertThat(Hubs.findId(name)).isEqualTo(Optional.ofNullable(id));
  }

  @Test
  void aMistypedIdIsSuggested() {
    assertThat(Hubs.suggestion("mobuis")).isEqualTo("Maybe `mobius`?");
    assertThat(Hubs.suggestion("somewhere-else-entirely")).isEmpty();
    assertThat(Hubs.find("mobuis")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          one | COMPLETE  | ''     | ''   | `COMPLETE` is said of an area without a name; expected `NOT_FOUND`, or names
          one | NOT_FOUND | Kent   | ''   | `NOT_FOUND` is said of an area with names; expected `COMPLETE` or `PARTIAL`
          one | PARTIAL   | Kent;KENT | '' | the place `KENT` is named twice
          one | PARTIAL   | Kent   | Kent | the place `Kent` is named twice
          one | PARTIAL   | ' '    | ''   | the name of a place is empty
          Two | PARTIAL   | Kent   | ''   | `Two` is not a hub id; expected lower-case words joined by hyphens
          """)
  void badAreasAreRefused(
      String hub, AreaCompleteness completeness, String whole, String part, String message) {
    assertThatThrownBy(
            () -> new HubArea(hub, completeness, names(whole), ImmutableList.of(), names(part)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(message);
  }

  private static ImmutableList<String> names(String list) {
    return list.isEmpty() ? ImmutableList.of() : ImmutableList.copyOf(list.split(";"));
  }

  @Test
  void aProfileHasTheAreaOfItsOwnHub() {
    assertThatThrownBy(
            () ->
                new HubProfile(
                    new Hub("two", "Two"),
                    ImmutableList.of(),
                    ImmutableList.of(),
                    WHOLE,
                    Optional.empty(),
                    Optional.empty()))
        .hasMessageContaining("`one` is not the hub of the profile; expected `two`");
  }
}
