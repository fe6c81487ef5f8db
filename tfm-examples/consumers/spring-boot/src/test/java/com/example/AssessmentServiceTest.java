package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.guava.GuavaModule;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tfm.model.assessment.Assessment;
import org.tfm.model.assessment.Verdict;
import org.tfm.model.json.TfmJson;

/** Tests the service over HTTP, with a module for Guava that Spring adds to its mapper. */
class AssessmentServiceTest {

  private static ServletWebServerApplicationContext server;

  /** Another part of the program, which adds a module to the mapper. */
  @Configuration
  static class OtherPart {
    @Bean
    Module guava() {
      return new GuavaModule();
    }
  }

  @BeforeAll
  static void start() {
    server =
        (ServletWebServerApplicationContext)
            new SpringApplication(AssessmentService.class, OtherPart.class)
                .run("--server.port=0", "--server.address=127.0.0.1");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static String application(String days) {
    return """
        {
          "offering": {"hub": "cheshire-wirral", "type": "primary-development", "year": "2022/23"},
          "school": {"urn": 900001, "phase": "PRIMARY", "establishmentType": "COMMUNITY_SCHOOL",
            "country": "ENGLAND"},
          "leadParticipants": [{"releaseDays": %s}, {"releaseDays": 5}]
        }
        """
        .formatted(days);
  }

  private static HttpResponse<String> post(String body) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(
                    URI.create(
                        "http://127.0.0.1:" + server.getWebServer().getPort() + "/assessments"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build(),
            HttpResponse.BodyHandlers.ofString());
  }

  private static JsonNode problem(HttpResponse<String> response) throws Exception {
    assertEquals(400, response.statusCode(), response.body());
    JsonNode problems = new ObjectMapper().readTree(response.body()).get("problems");
    assertEquals(1, problems.size(), response.body());
    return problems.get(0);
  }

  @Test
  void anApplicationIsAnsweredWithItsAssessment() throws Exception {
    HttpResponse<String> response = post(application("4.5"));
    assertEquals(200, response.statusCode(), response.body());
    Assessment assessment = TfmJson.read(response.body(), Assessment.class);
    assertEquals(Verdict.NO, assessment.verdict());
    assertEquals(TfmJson.write(assessment), response.body());
  }

  @Test
  void aMisspeltKeyIsBadInput() throws Exception {
    JsonNode problem = problem(post(application("5").replaceFirst("releaseDays", "releasDays")));
    assertEquals("/leadParticipants/0/releasDays", problem.get("pointer").asText());
    assertEquals("unknown key", problem.get("what").asText());
    assertEquals("Maybe `releaseDays`?", problem.get("hint").asText());
  }

  @Test
  void aNumberAsTextIsBadInput() throws Exception {
    assertEquals("expected a number", problem(post(application("\"5\""))).get("what").asText());
  }

  @Test
  void anOfferingThatNobodyHasIsBadInput() throws Exception {
    JsonNode problem = problem(post(application("5").replace("cheshire-wirral", "cheshire")));
    assertEquals("/offering/hub", problem.get("pointer").asText());
  }
}
