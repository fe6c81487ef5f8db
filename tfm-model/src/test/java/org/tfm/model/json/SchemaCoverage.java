package org.tfm.model.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;

/** Records which keys, words and kinds of a schema occur in documents. */
final class SchemaCoverage {

  private static final String DEFINITIONS = "#/$defs/";

  private final String name;
  private final JsonNode schema;
  private final Set<String> seen = new TreeSet<>();

  /**
   * Creates an empty coverage.
   *
   * @param name the name of the document as a whole
   */
  SchemaCoverage(String name, JsonNode schema) {
    this.name = name;
    this.schema = schema;
  }

  /**
   * Returns everything that can occur: {@code Type.key}, {@code Type=WORD} and types of answers.
   */
  Set<String> possible() {
    Set<String> all = new TreeSet<>();
    possible(name, schema, all);
    schema
        .path("$defs")
        .properties()
        .forEach(definition -> possible(definition.getKey(), definition.getValue(), all));
    return all;
  }

  private static void possible(String name, JsonNode type, Set<String> all) {
    type.path("properties").properties().forEach(key -> all.add(name + "." + key.getKey()));
    type.path("enum").forEach(word -> all.add(name + "=" + word.asText()));
    if (type.path("additionalProperties").isObject()) {
      all.addAll(Set.of(name + ":BOOLEAN", name + ":NUMBER", name + ":STRING", name + ":ARRAY"));
    }
  }

  Set<String> seen() {
    return seen;
  }

  void see(JsonNode document) {
    see(name, schema, document);
  }

  private void see(String name, JsonNode type, JsonNode value) {
    String ref = type.path("$ref").asText();
    if (ref.startsWith(DEFINITIONS)) {
      String referred = ref.substring(DEFINITIONS.length());
      see(referred, schema.path("$defs").path(referred), value);
      return;
    }
    if (type.has("enum")) {
      seen.add(name + "=" + value.asText());
    }
    type.path("anyOf").forEach(branch -> see(name, branch, value));
    for (JsonNode branch : type.path("oneOf")) {
      String kind = branch.path("$ref").asText().substring(DEFINITIONS.length());
      JsonNode expected =
          schema.path("$defs").path(kind).path("properties").path("kind").path("const");
      if (expected.equals(value.path("kind"))) {
        see(name, branch, value);
      }
    }
    if (value.isObject()) {
      for (var key : type.path("properties").properties()) {
        if (value.has(key.getKey())) {
          seen.add(name + "." + key.getKey());
          see("", key.getValue(), value.get(key.getKey()));
        }
      }
      if (type.path("additionalProperties").isObject()) {
        value.forEach(one -> seen.add(name + ":" + one.getNodeType()));
      }
    }
    if (value.isArray() && type.has("items")) {
      value.forEach(one -> see("", type.get("items"), one));
    }
  }
}
