package org.tfm.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tfm.examples.cli.Commands.tfm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tfm.examples.cli.Commands.Run;

/** Questions of a pack that the hub answers from its own records, and not the school. */
class QuestionsToTheHubTest {

  private static final String QUESTION = "Has the evaluator put the school in the trial group?";

  @TempDir Path folder;
  private Path publisher;

  @BeforeEach
  void aPackOfATrial() throws IOException {
    Path packs = Files.createDirectories(folder.resolve("packs/trial"));
    publisher =
        Files.writeString(
            packs.resolve("publisher.yaml"),
            """
            language: 2
            hub: river-valley
            name: River Valley Maths Hub
            year: 2025/26
            offers: [primary-development]
            sources:
              page:
                title: The trial
                publisher: River Valley Maths Hub
                last-checked: 2026-11-30
            facts:
              in-trial-group:
                kind: yes-no
                known-to: hub
                subject: the evaluator
                verb: has put
                complement: the school in the trial group
              keen: { kind: yes-no, subject: the school, verb: is, complement: keen to take part }
            """);
    Files.writeString(
        packs.resolve("primary-development.drl"),
        """
        package river_valley.y2025_26.primary_development
        rule "trial"
            @Cites("page: who takes part")
        when
            Offering( type == "primary-development" )
        then
            terms.eligibility("trial").must(terms.answer("in-trial-group").isConfirmed());
            terms.commitment("keen").must(terms.answer("keen").isConfirmed());
        end
        """);
  }

  private Run with(String... args) {
    return tfm(
        Stream.concat(Stream.of(args), Stream.of("--packs", folder.resolve("packs").toString()))
            .toArray(String[]::new));
  }

  private String application(String answers) throws IOException {
    return Files.writeString(
            folder.resolve("school.json"),
            """
            { "offering": { "hub": "river-valley", "type": "primary-development", "year": "2025/26" },
              "school": { "urn": 900001, "phase": "PRIMARY" }, "answers": { %s } }
            """
                .formatted(answers))
        .toString();
  }

  @Test
  void theReportListsThemApart() throws IOException {
    assertThat(with("assess", application("")).isAnAnswer().out())
        .contains(
            "To answer\n  - Is the school keen to take part?",
            "For the hub to answer\n  - " + QUESTION,
            "Answer the questions above");
    assertThat(with("assess", application("\"keen\": true")).isAnAnswer().out())
        .doesNotContain("To answer", "Answer the questions above")
        .contains(
            "For the hub to answer\n  - " + QUESTION, "The hub answers from its own records.");
  }

  @Test
  void aLetterDoesNotAskTheSchoolForThem() throws IOException {
    Path records = folder.resolve("records");
    with("assess", application("\"keen\": true"), "--record", records.toString()).isAnAnswer();
    try (Stream<Path> files = Files.list(records)) {
      String record = files.findFirst().orElseThrow().toString();
      assertThat(
              with("explain", record, "--as", "letter").isAnAnswer().out().replaceAll("\\s+", " "))
          .contains(
              "Before we can answer, we have to look up what we list below.",
              "What we look up in our own records - " + QUESTION)
          .doesNotContain("What we still need to know");
    }
  }

  @Test
  void askSaysThatTheHubAnswers() throws IOException {
    String all = with("ask", application(""), "--all").isAnAnswer().out();
    assertThat(all.replaceAll("\\s+", " "))
        .contains("in `answers.in-trial-group`. The hub answers from its own records.")
        .contains("in `answers.keen`. Why");
  }

  @Test
  void aRowOfAFormNamesWhomToAsk() throws IOException {
    Path in =
        Files.writeString(
            folder.resolve("form.csv"),
            "URN,Keen,Group\n900001,Yes,\n900002,,Yes\n900003,,\n900004,Yes,Yes\n");
    Path map =
        Files.writeString(
            folder.resolve("form.yaml"),
            """
            constants:
              offering.hub: river-valley
              offering.type: primary-development
              offering.year: 2025/26
            columns:
              - { heading: URN, to: school.urn }
              - { heading: Keen, to: answers.keen }
              - { heading: Group, to: answers.in-trial-group }
            """);
    Path out = folder.resolve("out.csv");
    with("batch", in.toString(), out.toString(), "--form", map.toString());
    assertThat(Files.readAllLines(out))
        .anySatisfy(row -> assertThat(row).contains("900001", "The hub.", "Add what the hub has"))
        .anySatisfy(row -> assertThat(row).contains("900002", "The school.", "Ask the school 1"))
        .anySatisfy(row -> assertThat(row).contains("900003", "The school and the hub."))
        .anySatisfy(row -> assertThat(row).contains("900004", "Nobody."));
  }

  @Test
  void anotherHolderIsRefused() throws IOException {
    Files.writeString(
        publisher, Files.readString(publisher).replace("known-to: hub", "known-to: evaluator"));
    with("assess", application(""))
        .isRefused(
            "publisher.yaml:12",
            "the fact `in-trial-group` is known to `evaluator`; expected `hub`. Leave `known-to` out"
                + " if the school answers");
  }

  @Test
  void aPackOfTheFirstLanguageDoesNotKnowTheKey() throws IOException {
    Files.writeString(publisher, Files.readString(publisher).replace("language: 2", "language: 1"));
    with("assess", application("")).isRefused("`known-to` of the fact `in-trial-group`");
  }
}
