package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.Javalin;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tfm.model.assessment.Assessment;
import org.tfm.model.assessment.Verdict;
import org.tfm.model.json.TfmJson;
import org.tfm.rules.book.LiveBook;
import org.tfm.rules.book.PolicyBook;

/** Tests the service over HTTP. */
class AssessmentServiceTest {

  @TempDir Path packs;

  private final HttpClient client = HttpClient.newHttpClient();
  private LiveBook book;
  private Javalin server;

  @BeforeEach
  void start() {
    book =
        LiveBook.open(
            () -> {
              PolicyBook.Builder builder = PolicyBook.builder().bundledPacks();
              return Files.exists(packs.resolve("publisher.yaml"))
                  ? builder.directory(packs).build()
                  : builder.build();
            },
            ForkJoinPool.commonPool());
    server = new AssessmentService(book).start(0);
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  private static String application(String hub, String days) {
    return """
        {
          "offering": {"hub": "%s", "type": "primary-development", "year": "2022/23"},
          "school": {"urn": 900001, "phase": "PRIMARY", "establishmentType": "COMMUNITY_SCHOOL",
            "country": "ENGLAND"},
          "leadParticipants": [{"releaseDays": %s}, {"releaseDays": 5}]
        }
        """
        .formatted(hub, days);
  }

  private HttpRequest request(String body) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/assessments"))
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build();
  }

  private HttpResponse<String> post(String body) throws Exception {
    return client.send(request(body), HttpResponse.BodyHandlers.ofString());
  }

  private static Assessment assessment(HttpResponse<String> response) {
    assertEquals(200, response.statusCode(), response.body());
    assertEquals("application/json", response.headers().firstValue("Content-Type").orElseThrow());
    return TfmJson.read(response.body(), Assessment.class);
  }

  private static boolean hasReleaseTimeUnmet(Assessment assessment) {
    return assessment.unmet().stream()
        .anyMatch(finding -> finding.term().equals("release-time"));
  }

  private static List<JsonNode> problems(HttpResponse<String> response) throws Exception {
    assertEquals(400, response.statusCode(), response.body());
    JsonNode problems = TfmJson.mapper().readTree(response.body()).get("problems");
    return IntStream.range(0, problems.size()).mapToObj(problems::get).toList();
  }

  @Test
  void anApplicationIsAnsweredWithItsAssessment() throws Exception {
    Assessment tooLittle = assessment(post(application("cheshire-wirral", "4.5")));
    assertEquals(Verdict.NO, tooLittle.verdict());
    assertTrue(hasReleaseTimeUnmet(tooLittle));
    assertTrue(!hasReleaseTimeUnmet(assessment(post(application("cheshire-wirral", "5")))));
  }

  @Test
  void everyProblemOfABadInputIsNamed() throws Exception {
    List<JsonNode> problems =
        problems(
            post(application("cheshire-wirral", "5").replace("urn", "urm").replace("phase", "phas")));
    assertTrue(problems.size() >= 2, problems::toString);
    assertTrue(
        problems.stream().anyMatch(problem -> problem.get("hint").asText().contains("`urn`")),
        problems::toString);
  }

  @Test
  void anOfferingThatNobodyHasIsABadInput() throws Exception {
    List<JsonNode> problems = problems(post(application("cheshire-wirrall", "5")));
    assertEquals("/offering/hub", problems.get(0).get("pointer").asText());
    assertTrue(problems.get(0).get("hint").asText().contains("`cheshire-wirral`"));
  }

  @Test
  void invalidJsonIsBadInput() throws Exception {
    assertEquals(1, problems(post("{")).size());
    assertEquals(1, problems(post("")).size());
  }

  @Test
  void manyAtOnceGetTheSameAnswer() throws Exception {
    String body = application("cheshire-wirral", "4.5");
    String alone = post(body).body();
    List<CompletableFuture<HttpResponse<String>>> together =
        IntStream.range(0, 64)
            .mapToObj(
                i -> client.sendAsync(request(body), HttpResponse.BodyHandlers.ofString()))
            .toList();
    for (CompletableFuture<HttpResponse<String>> answer : together) {
      assertEquals(alone, answer.get().body());
    }
  }

  @Test
  void aPackThatIsAddedWhileTheServiceRunsIsUsedAfterAReload() throws Exception {
    problems(post(application("river-valley", "2")));
    Files.writeString(
        packs.resolve("publisher.yaml"),
        """
        language: 1
        hub: river-valley
        name: River Valley Maths Hub
        year: 2022/23
        offers: [primary-development]
        sources:
          policy-page:
            title: Primary Development work groups
            publisher: River Valley Maths Hub
            year: 2022/23
            last-checked: 2022-09-01
            flaws: this pack is an example that is not based on a document
        """);
    Files.writeString(
        packs.resolve("primary-development.drl"),
        """
        package river_valley.y2022_23.primary_development

        rule "release-time"
            @Cites("policy-page: what schools commit to")
        when
            Offering( type == "primary-development" )
        then
            terms.commitment("release-time").must(combinedRelease().isAtLeast(days(8)));
        end
        """);
    book.reload().get();
    assertTrue(hasReleaseTimeUnmet(assessment(post(application("river-valley", "2")))));
    assertTrue(!hasReleaseTimeUnmet(assessment(post(application("river-valley", "3")))));
  }
}
