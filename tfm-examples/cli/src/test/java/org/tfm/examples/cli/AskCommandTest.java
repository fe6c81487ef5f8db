package org.tfm.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tfm.examples.cli.Commands.demo;
import static org.tfm.examples.cli.Commands.tfm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tfm.examples.cli.Commands.Run;
import org.tfm.model.assessment.Verdict;
import org.tfm.model.json.TfmJson;

class AskCommandTest {

  private static final String OFFERING =
      "{\"offering\":{\"hub\":\"cheshire-wirral\",\"type\":\"primary-development\","
          + "\"year\":\"2022/23\"}";

  @TempDir Path folder;

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  @Test
  void theNextQuestionNamesTheTermThatNeedsItAndWhereTheAnswerGoes() throws IOException {
    Run run = tfm("ask", file("more.json", demo("more"))).isAnAnswer();
    assertThat(run.out())
        .containsSubsequence(
            "Which work groups has the school taken part in, in which years?",
            "  Answer: ",
            "in `history`.",
            "  Why: ",
            "  Source: Primary Teaching for Mastery - Sustaining, flyer of the hub")
        .doesNotContain("full academic year");
    JsonNode json = tfm("ask", "--json", folder.resolve("more.json").toString()).json();
    assertThat(json.path("verdict").asText()).isEqualTo("MORE_INFORMATION_NEEDED");
    assertThat(json.path("questions")).hasSize(1);
    JsonNode question = json.path("questions").get(0);
    assertThat(question.path("term").asText()).isEqualTo("prior-participation");
    assertThat(question.path("fact").path("at").asText()).isEqualTo("history");
    assertThat(question.path("clause").asText()).isNotBlank();
    assertThat(question.path("citation").path("source").asText()).isNotBlank();
  }

  @Test
  void allOfThemAreListedIfNobodyAnswers() throws IOException {
    String more = file("more.json", demo("more"));
    assertThat(tfm("ask", "--all", more).out())
        .containsSubsequence(
            "Which work groups",
            "Is the school's leadership",
            "Does the school commit to the full",
            "Which teachers would take part?");
    assertThat(tfm("ask", "--json", "--all", more).json().path("questions")).hasSize(4);
  }

  @Test
  void aQuestionThatIsLeftIsNotAsked() throws IOException {
    String more = file("more.json", demo("more"));
    assertThat(tfm("ask", more, "--leave", "earlier-participation").out())
        .startsWith("Is the school's leadership strongly committed");
    assertThat(
            tfm(
                    "ask",
                    more,
                    "--leave",
                    "earlier-participation",
                    "--leave",
                    "school-leadership-commitment",
                    "--leave",
                    "full-year-commitment",
                    "--leave",
                    "lead-participants")
                .out())
        .startsWith(
            "No other question is left. Verdict without the skipped answers: MORE INFORMATION NEEDED.");
  }

  @Test
  void theFormOfAnAnswerIsOneThatTheDocumentTakes() throws IOException {
    assertThat(
            tfm("ask", "--all", file("new.json", OFFERING + ",\"school\":{\"urn\":100008}}")).out())
        .contains(
            "one of `NURSERY`, `PRIMARY`,",
            "`true` or `false`, in `answers.committed-to-mastery`.",
            "a list with an entry for each person, such as `[{}, {}]` for two, in")
        .doesNotContain("one of Nursery", "a whole number");
    String group = OFFERING + "}";
    assertThat(tfm("ask", "--document", "group", "--all", file("group.json", group)).out())
        .contains("a list with an entry for each school, such as `[{\"urn\": 100010}]`");
    String filled =
        OFFERING
            + ",\"school\":{\"urn\":100008,\"phase\":\"PRIMARY\"},\"leadParticipants\":[{}, {}],"
            + "\"history\":[],\"answers\":{\"committed-to-mastery\":true}}";
    tfm("assess", file("filled.json", filled)).isAnAnswer();
  }

  @Test
  void nothingIsAskedOnceTheVerdictIsSettled() throws IOException {
    assertThat(tfm("ask", file("yes.json", demo("yes"))).isAnAnswer().out().strip())
        .isEqualTo("No question is left. Verdict: YES.");
    String secondary = demo("more").replace("\"PRIMARY\"", "\"SECONDARY\"");
    assertThat(tfm("ask", file("secondary.json", secondary)).out())
        .startsWith("No question is left. Verdict: NO.");
  }

  @Test
  void answeringWhatIsAskedLeadsToASettledVerdict() throws IOException {
    ObjectNode known =
        (ObjectNode) TfmJson.reader().tree(OFFERING + ",\"school\":{\"urn\":100008}}");
    int asked = 0;
    JsonNode next = ask(known);
    while (!next.isEmpty()) {
      assertThat(asked++).isLessThan(30);
      answer(known, next.get(0));
      next = ask(known);
    }
    assertThat(asked).isGreaterThan(5);
    Run settled = tfm("assess", "--json", file("known.json", known.toString()));
    assertThat(settled.json().path("verdict").asText()).isEqualTo(Verdict.YES.name());
  }

  private JsonNode ask(ObjectNode known) throws IOException {
    return tfm("ask", "--json", file("known.json", known.toString()))
        .isAnAnswer()
        .json()
        .path("questions");
  }

  /** Puts an answer where the question says, one that a fitting school would give. */
  private static void answer(ObjectNode known, JsonNode question) {
    String at = question.path("fact").path("at").asText();
    String fact = question.path("fact").path("id").asText();
    switch (fact) {
      case "phase" -> ((ObjectNode) known.get("school")).put("phase", "PRIMARY");
      case "establishment-type" ->
          ((ObjectNode) known.get("school")).put("establishmentType", "COMMUNITY_SCHOOL");
      case "country" -> ((ObjectNode) known.get("school")).put("country", "ENGLAND");
      case "lead-participants", "trn", "roles", "release-days", "combined-release" ->
          known.set(
              "leadParticipants",
              TfmJson.reader()
                  .tree(
                      "[{\"trn\":\"7654321\",\"roles\":[\"MATHS_LEAD\"],\"releaseDays\":5},"
                          + "{\"trn\":\"2345678\",\"roles\":[\"CLASS_TEACHER\"],"
                          + "\"releaseDays\":5}]"));
      case "headteacher-statement" -> known.put("headteacherStatement", "We would like to.");
      default -> {
        assertThat(at).isEqualTo("answers." + fact);
        known.withObject("/answers").put(fact, true);
      }
    }
  }

  @Test
  void groupsAndProgressAreAskedAboutToo() throws IOException {
    assertThat(tfm("ask", "--document", "group", file("group.json", OFFERING + "}")).out())
        .contains("  Why: ", "in `schools`");
    assertThat(
            tfm(
                    "ask",
                    "--document",
                    "progress",
                    file("progress.json", OFFERING + ",\"school\":{\"urn\":100008}}"))
                .out())
        .contains("  Why: ", "in `releaseDays`");
    tfm("ask", "--document", "letter", file("group.json", OFFERING + "}")).isRefused("letter");
  }

  @Test
  void whatIsBadIsRefusedWithItsFile() throws IOException {
    tfm("ask", file("bad.json", "{}")).isRefused("bad.json");
    String other = demo("yes").replace("\"committed-to-mastery\"", "\"comitted-to-mastery\"");
    tfm("ask", file("other.json", other))
        .isRefused(
            "other.json: `answers.comitted-to-mastery` (line ", "Maybe `committed-to-mastery`?");
  }

  @Test
  void whatWouldChangeIsSaidBesideTheAssessment() throws IOException {
    String no = file("no.json", demo("no"));
    assertThat(tfm("assess", no, "--what-would-change").isAnAnswer().out())
        .containsSubsequence(
            "What would lead to yes",
            "- Lead participant 2 has a teacher reference number (TRN; not given yet).",
            "- The lead participants are released for 10 days between them (now: 9 days).");
    JsonNode json = tfm("assess", "--json", "--what-would-change", no).json();
    assertThat(json.path("verdict").asText()).isEqualTo("NO");
    assertThat(json.path("whatWouldChange").path("ways").get(0))
        .extracting(change -> change.path("fact").asText())
        .containsExactly("trn", "combined-release");
    assertThat(tfm("assess", "--json", no).json().has("whatWouldChange")).isFalse();
    String yes = file("yes.json", demo("yes"));
    assertThat(tfm("assess", "--what-would-change", yes).out())
        .contains("Nothing needs to change: the answer is yes.");
    String secondary = demo("yes").replace("\"PRIMARY\"", "\"SECONDARY\"");
    assertThat(tfm("assess", "--what-would-change", file("secondary.json", secondary)).out())
        .contains(
            "What prevents a yes, whatever else changes",
            "  - The school must be a primary school. This cannot be changed.");
  }

  @Test
  void severalWaysAreNumbered() throws IOException {
    String group =
        file(
            "group.json",
            OFFERING
                + ",\"lead\":{\"role\":\"MASTERY_SPECIALIST\"},\"schools\":["
                + "{\"urn\":100101,"
                + "\"establishmentType\":\"COMMUNITY_SCHOOL\",\"phase\":\"SECONDARY\"},"
                + "{\"urn\":100102,"
                + "\"establishmentType\":\"COMMUNITY_SCHOOL\",\"phase\":\"PRIMARY\"},{\"urn\":100103,"
                + "\"establishmentType\":\"COMMUNITY_SCHOOL\",\"phase\":\"PRIMARY\"},"
                + "{\"urn\":100104,"
                + "\"establishmentType\":\"COMMUNITY_SCHOOL\",\"phase\":\"PRIMARY\"},{\"urn\":100105,"
                + "\"establishmentType\":\"COMMUNITY_SCHOOL\",\"phase\":\"PRIMARY\"},"
                + "{\"urn\":100106,"
                + "\"establishmentType\":\"COMMUNITY_SCHOOL\",\"phase\":\"PRIMARY\"},{\"urn\":100107,"
                + "\"establishmentType\":\"COMMUNITY_SCHOOL\",\"phase\":\"PRIMARY\"}]}");
    assertThat(tfm("group", group, "--what-would-change").isAnAnswer().out())
        .contains("What would lead to yes: any one of these", "  Way 1", "  Way 2");
  }
}
