package org.tfm.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tfm.examples.cli.Commands.tfm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The hubs and their areas on the command line. */
class HubsCommandTest {

  private static final Path REGISTER =
      Path.of("../../tfm-rules/register/src/test/resources/register/published.csv");

  @Test
  void theHubsAreListedWithTheirAreas() {
    String out = tfm("hubs").isAnAnswer().out();
    assertThat(out)
        .contains(
            "boolean: Boolean Maths Hub",
            "  Area: Bath and North East Somerset; Bristol, City of; North Somerset; Somerset; South",
            "glow: GLOW Maths Hub\n  Area: not known",
            "  Area: Blackburn with Darwen; Blackpool\n  In part or perhaps: Lancashire",
            "  Area: Kent; Medway; perhaps others",
            "  Also called North West Two Maths Hub");
    assertThat(out).doesNotContain("http", "Source:");
    assertThat(out.lines().toList())
        .doesNotContain("  Also called Salop and Herefordshire Maths Hub")
        .anyMatch(line -> line.endsWith(": Salop and Herefordshire Maths Hub"));
  }

  @Test
  void theSourcesAreShownIfTheyAreWanted() {
    assertThat(tfm("hubs", "--area", "Ashfield", "--sources").isAnAnswer().out())
        .startsWith("Hubs that serve Ashfield:\neast-midlands-west: East Midlands West Maths Hub")
        .contains(
            "  Source: The hub's page on the site of the NCETM",
            "  Of Nottinghamshire the source names two districts only.")
        .doesNotContain("not known as a whole");
  }

  @Test
  void aHubMayServeAPlace() {
    assertThat(tfm("hubs", "--area", "lancashire").isAnAnswer().out())
        .startsWith("No hub is known to serve lancashire.\n\nHubs that may serve it:\n")
        .contains("abacus-nw: Abacus NW Maths Hub", "nnw: NNW Maths Hub")
        .contains("The area of these hubs is not known as a whole: Archimedes NE Maths Hub,");
  }

  @Test
  void aMisspeltPlaceIsSuggested() {
    assertThat(tfm("hubs", "--area", "Bradfrod").isAnAnswer().out())
        .startsWith("No hub is known to serve Bradfrod. Maybe `Bradford`?");
  }

  @Test
  void theHubsOfASchoolFollowFromTheRegister() {
    assertThat(
            tfm("hubs", "--urn", "900001", "--register", REGISTER.toString(), "--json")
                .isAnAnswer()
                .json()
                .path("localAuthority")
                .asText())
        .isNotEmpty();
    assertThat(tfm("hubs", "--urn", "900001", "--register", REGISTER.toString()).isAnAnswer().out())
        .contains("(URN 900001)");
  }

  @Test
  void aPackThatRenamesAHubOfTheLibraryIsAWarning(@TempDir Path folder) throws IOException {
    Path pack = Files.createDirectories(folder.resolve("mine"));
    Files.writeString(
        pack.resolve("publisher.yaml"),
        """
        language: 2
        hub: boolean
        name: "Another Maths Hub"
        year: 2030/31
        offers: [tea-party]
        types: { tea-party: { title: Tea Party } }
        sources:
          flyer: { title: Flyer, publisher: Boolean Maths Hub, last-checked: 2026-11-22 }
        """);
    Files.writeString(
        pack.resolve("tea-party.drl"),
        """
        package boolean.y2030_31.tea_party

        rule "phase"
            @Cites("flyer: first page")
        when
            Offering( type == "tea-party" )
        then
            terms.eligibility("phase").must(phase().is(PRIMARY));
        end
        """);
    String warning =
        "the library knows the hub `boolean` as “Boolean Maths Hub”, and this pack changes its name"
            + " for all years";
    assertThat(tfm("hubs", "--packs", folder.toString()).err())
        .contains("warning: boolean/2030-31: " + warning);
    assertThat(tfm("check", pack.toString()).out().replaceAll("\\s+", " ")).contains(warning);
  }

  @Test
  void theAnswerIsDataToo() {
    assertThat(tfm("hubs", "--json").isAnAnswer().json()).hasSize(40);
    assertThat(tfm("hubs", "--area", "Kent", "--json").isAnAnswer().json().path("serve"))
        .extracting(node -> node.asText())
        .containsExactly("kent-medway");
  }

  @Test
  void mistakesAreNamed() {
    tfm("hubs", "--urn", "900001").isRefused("`--urn` needs the register of schools");
    tfm("hubs", "--urn", "999999", "--register", REGISTER.toString())
        .isRefused("the register has no school with the URN 999999");
    tfm("hubs", "--urn", "900001", "--area", "Kent")
        .isRefused("use only one of `--area` and `--urn`");
  }
}
