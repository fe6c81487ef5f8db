package org.tfm.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tfm.examples.cli.Commands.demo;
import static org.tfm.examples.cli.Commands.tfm;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tfm.model.json.TfmJson;

class SchemaCommandTest {

  private static final JsonSchemaFactory FACTORY =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

  @TempDir Path folder;

  private static JsonSchema schema(String name) {
    return FACTORY.getSchema(
        tfm("schema", name).isAnAnswer().out(),
        SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build());
  }

  @Test
  void withoutANameAllAreListedWithTheirTitles() {
    assertThat(tfm("schema").isAnAnswer().out().lines())
        .hasSize(12)
        .contains(
            "application              Application",
            "cases                    NAME.cases.yaml: worked cases");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application",
        "expression-of-interest",
        "group",
        "progress",
        "terms",
        "assessment",
        "publisher",
        "cases",
        "form-map",
        "journey"
      })
  void eachIsPrintedAsItIsInTheJar(String name) {
    JsonNode schema = tfm("schema", name).isAnAnswer().json();
    assertThat(schema.path("$id").asText()).isEqualTo("urn:tfm:schema:" + name + ":1");
    assertThat(schema.path("$schema").asText())
        .isEqualTo("https://json-schema.org/draft/2020-12/schema");
  }

  @Test
  void aNameThatIsMisspeltIsAnsweredWithTheNearest() {
    tfm("schema", "aplication")
        .isRefused("`aplication` is not the name of a schema. Maybe `application`?");
    tfm("schema", "x")
        .isRefused("`x` is not the name of a schema. Expected one of `application`, ");
  }

  @Test
  void theDocumentsOfTheDemoAreValid() throws IOException {
    JsonSchema schema = schema("application");
    for (String name : List.of("yes", "no", "more")) {
      assertThat(schema.validate(TfmJson.reader().tree(demo(name)))).isEmpty();
    }
  }

  @Test
  void theOutputForEveryBundledOfferingIsValid() throws IOException {
    JsonSchema terms = schema("terms");
    List<String> applications = new ArrayList<>(List.of("assess", "--json"));
    List<String> groups = new ArrayList<>(List.of("group", "--json"));
    List<String> years = new ArrayList<>(List.of("progress", "--json"));
    JsonNode offerings = tfm("offerings", "--json").isAnAnswer().json();
    for (JsonNode line : offerings) {
      String hub = line.path("hub").asText();
      String type = line.path("type").asText();
      String year = line.path("year").isNull() ? "2025/26" : line.path("year").asText();
      assertThat(terms.validate(tfm("terms", hub, type, year, "--json").isAnAnswer().json()))
          .as("%s %s %s", hub, type, year)
          .isEmpty();
      String offering =
          "{\"offering\":{\"hub\":\"%s\",\"type\":\"%s\",\"year\":\"%s\"}"
              .formatted(hub, type, year);
      String school = ",\"school\":{\"urn\":900001,\"phase\":\"PRIMARY\"}}";
      applications.add(write(applications.size(), "a", offering + school));
      groups.add(write(groups.size(), "g", offering + "}"));
      years.add(write(years.size(), "p", offering + school));
    }
    JsonSchema assessment = schema("assessment");
    for (List<String> command : List.of(applications, groups, years)) {
      JsonNode results = tfm(command.toArray(String[]::new)).isAnAnswer().json();
      assertThat(results).hasSameSizeAs(offerings);
      for (JsonNode result : results) {
        assertThat(assessment.validate(result)).as("%s", result.path("offering")).isEmpty();
      }
    }
  }

  private String write(int number, String kind, String json) throws IOException {
    return Files.writeString(folder.resolve(kind + number + ".json"), json).toString();
  }
}
