package org.tfm.rules.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.tfm.model.assessment.Assessment;
import org.tfm.model.assessment.Terms;
import org.tfm.model.document.Application;
import org.tfm.model.document.ExpressionOfInterest;
import org.tfm.model.document.Progress;
import org.tfm.model.document.WorkGroup;
import org.tfm.model.intake.FormMap;
import org.tfm.model.json.TfmJson;
import org.tfm.model.problem.Problem;
import org.tfm.model.record.DecisionRecord;
import org.tfm.rules.journey.Journey;

/**
 * A published schema and its file.
 *
 * @param name the name of the schema
 * @param title the title
 * @param type the class of the document
 * @param beyond the reader's further checks
 */
record SchemaFile(String name, String title, String type, String beyond) {

  private static final List<Path> SOURCES =
      List.of(Path.of("../tfm-model/src/main/java"), Path.of("src/main/java"));
  private static final SchemaWriter WRITER = new SchemaWriter(SourceTexts.of(SOURCES));

  private static final String OF_EVERY_DOCUMENT =
      "The reader also checks that no key is duplicated, that a whole number has no decimal point,"
          + " that an academic year ends in the year after it starts (1990/91 to 2098/99), that a"
          + " text has at most 200,000 characters, and that a number has at most 60 characters, or"
          + " 20 digits in an answer or a bound.";
  private static final String OF_ANSWERS =
      " Answers must not contradict each other or the type of the school. The assessment rejects"
          + " answers that the policy does not ask for.";

  static final List<SchemaFile> ALL =
      List.of(
          of("application", "Application", Application.class, OF_ANSWERS),
          of("expression-of-interest", "Expression of interest", ExpressionOfInterest.class, ""),
          of(
              "group",
              "Work group",
              WorkGroup.class,
              " No two sessions have the same number. The assessment rejects answers that the policy"
                  + " does not ask for."),
          of("progress", "Progress of a year", Progress.class, OF_ANSWERS),
          of(
              "terms",
              "Terms of a policy",
              Terms.class,
              " The fact of a criterion has a suitable kind, its words are choices of the fact, and"
                  + " its lower bound is not above its upper bound."),
          of("assessment", "Assessment", Assessment.class, ""),
          of(
              "decision-record",
              "Decision record",
              DecisionRecord.class,
              " There is exactly one of `application`, `group` and `progress`, and the id matches"
                  + " the content."),
          of(
              "problem",
              "Problem of an input",
              Problem.class,
              "Problems are only written, never read."),
          new SchemaFile(
              "publisher",
              "publisher.yaml: the description of a pack",
              "org.tfm.rules.pack.PublisherFile",
              " The facts of the pack have ids that the library does not use, the base pack exists,"
                  + " and every offered type has rules."),
          new SchemaFile(
              "cases",
              "NAME.cases.yaml: worked cases",
              "org.tfm.rules.check.CaseFile",
              " A case changes one of the typical documents of the file, and the changed document is"
                  + " valid."),
          new SchemaFile(
              "form-map",
              "NAME.form.yaml: the map of a form",
              FormMap.class.getName(),
              " Every place exists in the document and is given once, and the URN, or the name of the"
                  + " work group, and the offering are given. A constant, and the value of a word, can be read at its place."),
          of(
              "journey",
              "Journey of a school",
              Journey.class,
              " The library writes it and never reads it."));

  private static SchemaFile of(String name, String title, Class<?> type, String beyond) {
    return new SchemaFile(name, title, type.getName(), beyond);
  }

  /** The path of the file, relative to this module. */
  Path path() {
    // A form map is YAML, like the files of a pack.
    boolean isOfModel = type.startsWith("org.tfm.model.") && !name.equals("form-map");
    String module = isOfModel ? "../tfm-model/" : "";
    return Path.of(module + "src/main/resources/schema/tfm/1/" + name + ".schema.json");
  }

  /** The expected content of the file. */
  String text() {
    ObjectNode body = body();
    ObjectNode schema = Json.NODES.objectNode();
    schema.set("$schema", body.remove("$schema"));
    schema.put("$id", "urn:tfm:schema:" + name + ":1").put("title", title);
    schema.set("description", body.remove("description"));
    schema.put("$comment", (name.equals("problem") ? "" : OF_EVERY_DOCUMENT) + beyond);
    JsonNode definitions = body.remove("$defs");
    schema.setAll(body);
    schema.set("$defs", definitions);
    return TfmJson.writePretty(schema) + "\n";
  }

  private ObjectNode body() {
    ObjectNode body = WRITER.write(javaType());
    if (name.equals("cases")) {
      Map<String, JsonNode> definitions = new TreeMap<>();
      Map.of("Application", "application", "WorkGroup", "group", "Progress", "progress")
          .forEach(
              (type, key) -> {
                definitions.putAll(ChangedDocuments.of(type, named(key).body()));
                ObjectNode change = Json.orNull(Json.ref(type + "Change"));
                for (String part : List.of("Documents", "Case")) {
                  ((ObjectNode) body.at("/$defs/" + part + "/properties/" + key)).setAll(change);
                }
              });
      body.path("$defs").properties().forEach(e -> definitions.put(e.getKey(), e.getValue()));
      definitions.keySet().retainAll(used(body, definitions, new HashSet<>()));
      body.putObject("$defs").setAll(definitions);
    }
    return body;
  }

  private static Set<String> used(
      JsonNode node, Map<String, JsonNode> definitions, Set<String> found) {
    String name = Json.referred(node);
    if (!name.isEmpty() && found.add(name)) {
      used(Objects.requireNonNull(definitions.get(name)), definitions, found);
    }
    node.properties().stream()
        .filter(part -> !part.getKey().equals("$defs"))
        .forEach(part -> used(part.getValue(), definitions, found));
    if (node.isArray()) {
      node.forEach(part -> used(part, definitions, found));
    }
    return found;
  }

  static SchemaFile named(String name) {
    return ALL.stream().filter(file -> file.name().equals(name)).findFirst().orElseThrow();
  }

  private Class<?> javaType() {
    try {
      return Class.forName(type);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
