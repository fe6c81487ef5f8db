package org.tfm.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tfm.examples.cli.Commands.tfm;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The journey of a school on the command line. */
class JourneyCommandTest {

  @TempDir private Path folder;
  private String school;

  @BeforeEach
  void write() throws IOException {
    school =
        Files.writeString(
                folder.resolve("school.json"),
                """
                {"offering": {"hub": "yorkshire-and-the-humber", "type": "primary-readiness",
                              "year": "2024/25"},
                 "school": {"urn": 900001, "phase": "PRIMARY",
                            "establishmentType": "COMMUNITY_SCHOOL", "country": "ENGLAND"},
                 "history": [{"type": "primary-readiness", "year": "2023/24"}]}
                """)
            .toString();
  }

  @Test
  void theJourneyHasFiveParts() {
    assertThat(tfm("journey", school).isAnAnswer().out())
        .startsWith(
            "The school (URN 900001): Yorkshire and the Humber Maths Hub, 2024/25 and 2025/26\n")
        .contains(
            "\nThis year (2024/25)\n",
            "  - Primary Mastery Readiness: YES.\n      Primary Mastery Readiness lasts 1 year.\n",
            "  - Primary Mastery Sustaining: NO.\n      The school must have taken part in",
            "\nNext year (2025/26)\n",
            "\nWhat usually follows\n",
            "  - Schools join Primary Mastery Development after Primary Mastery Readiness.\n",
            "\nFirst\n  - Mastering Number at Key Stage 2, 2024/25: The school must have",
            "\nWhat has changed since 2023/24\n")
        .doesNotContain("[", "primary-sustaining-page");
  }

  @Test
  void eachSentenceHasItsSource() {
    assertThat(tfm("journey", school, "--sources").isAnAnswer().out())
        .contains(
            "      [Primary Mastery Readiness Work Group (Yorkshire and the Humber Maths Hub, 2024/25):");
  }

  @Test
  void whatTwoDocumentsSayIsSaidOnceWithBothSources() throws IOException {
    String secondary =
        Files.writeString(
                folder.resolve("secondary.json"),
                """
                {"offering": {"hub": "east-midlands-south", "type": "secondary-development",
                              "year": "2024/25"},
                 "school": {"urn": 900001, "phase": "SECONDARY",
                            "establishmentType": "COMMUNITY_SCHOOL", "country": "ENGLAND"},
                 "history": [{"type": "secondary-development", "year": "2022/23"}]}
                """)
            .toString();
    assertThat(tfm("journey", secondary, "--sources").isAnAnswer().out())
        .containsPattern(
            "What usually follows\n  - Schools join Secondary Mastery Sustaining after [^\\[]*"
                + "\\[[^\\]]*phases of the programme[^\\]]*]\\s*"
                + "\\[[^\\]]*what\\s+follows[^\\]]*]");
  }

  @Test
  void theHubAndTheYearCanBeOthers() {
    assertThat(tfm("journey", school, "--hub", "boolean", "--year", "2025/26").isAnAnswer().out())
        .startsWith("The school (URN 900001): Boolean Maths Hub, 2025/26 and 2026/27\n")
        .contains("(all hubs)");
  }

  @Test
  void changesAreSaidWithoutIds() {
    assertThat(
            tfm("journey", school, "--hub", "east-midlands-south", "--year", "2025/26")
                .isAnAnswer()
                .out())
        .contains(
            """
                  Before: All sessions together must last at most 4 days.
                  Now: All sessions together must last exactly 4 days.
            """,
            "      New: No charge for taking part.\n",
            "  - Mastering Number: the policy of all hubs now counts; the one before was the"
                + " hub's own.\n",
            "  - Primary Mastery Readiness: we have no policy for 2025/26.\n")
        .doesNotContain("session-days", "charge:", "→");
  }

  @Test
  void anUnknownHistoryIsSaid() throws IOException {
    String text = Files.readString(Path.of(school)).replaceFirst("(?s),\\s*\"history.*", "}");
    Files.writeString(Path.of(school), text);
    assertThat(tfm("journey", school).isAnAnswer().out())
        .contains("The file does not say which Work Groups the school has taken part in.")
        .doesNotContain("\nFirst\n");
  }

  @Test
  void theJsonSuitsItsSchema() {
    JsonNode journey = tfm("journey", school, "--json").isAnAnswer().json();
    assertThat(journey.path("thisYear").isEmpty()).isFalse();
    assertThat(
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(tfm("schema", "journey").isAnAnswer().out())
                .validate(journey))
        .isEmpty();
  }

  @Test
  void aPackThatDoesNotLoadIsShownWithItsProblems() throws IOException {
    Path pack = Files.createDirectories(Path.of(school).resolveSibling("packs"));
    tfm("new-pack", "--hub=river-hub", "--name=River Hub", "--year=2024/25", pack.toString())
        .isAnAnswer();
    Path rules = pack.resolve("primary-development.drl");
    Files.writeString(rules, Files.readString(rules).replace("phase()", "phse()"));
    tfm("journey", school, "--hub", "river-hub", "--packs", pack.toString())
        .isRefused("unknown word `phse`", "with the policy of the hub `river-hub`, does not load");
    assertThat(tfm("journey", school, "--packs", pack.toString()).exitCode()).isZero();
  }

  @Test
  void mistakesAreNamed() {
    tfm("journey", "nowhere.json").isRefused("there is no such file");
    tfm("journey", school, "--year", "2025").isRefused("year: `2025` is not an academic year");
    tfm("journey", school, "--hub", "booleen")
        .isRefused("there is no policy of a hub `booleen`", "Maybe `boolean`?");
  }
}
