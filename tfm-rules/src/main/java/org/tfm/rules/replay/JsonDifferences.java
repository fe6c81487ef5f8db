package org.tfm.rules.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Sets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tfm.model.json.TfmJson;

/**
 * Compares two assessments as JSON.
 *
 * <p>The elements of a list of terms are matched by aspect and id, so an added or removed term does
 * not shift the rest.
 */
final class JsonDifferences {

  /** The key of the policy's version, which {@link PolicyChange} compares. */
  private static final String POLICY = "policy";

  private final ImmutableList.Builder<Difference> found = ImmutableList.builder();

  private JsonDifferences() {}

  static ImmutableList<Difference> of(JsonNode before, JsonNode after) {
    JsonDifferences differences = new JsonDifferences();
    for (String part : keys(before, after)) {
      if (!part.equals(POLICY)) {
        differences.part(part, before.get(part), after.get(part));
      }
    }
    return differences.found.build();
  }

  private void part(String part, @Nullable JsonNode before, @Nullable JsonNode after) {
    if (!(before instanceof ArrayNode) || !(after instanceof ArrayNode)) {
      value(part, "", "", before, after);
      return;
    }
    Map<String, JsonNode> old = byTerm(before);
    Map<String, JsonNode> current = byTerm(after);
    for (String term : Sets.union(old.keySet(), current.keySet())) {
      value(part, term, "", old.get(term), current.get(term));
    }
    if (old.keySet().equals(current.keySet())) {
      String order = String.join(", ", old.keySet());
      String now = String.join(", ", current.keySet());
      if (!order.equals(now)) {
        found.add(new Difference(part, "", "order", Optional.of(order), Optional.of(now)));
      }
    }
  }

  /** The elements by aspect and id; a repeated id gets a number. */
  private static Map<String, JsonNode> byTerm(JsonNode list) {
    Map<String, JsonNode> byTerm = new LinkedHashMap<>();
    for (JsonNode one : list) {
      String aspect = one.path("aspect").asText().toLowerCase(Locale.ROOT);
      String term = (aspect.isEmpty() ? "" : aspect + "/") + one.path("term").asText();
      String key = term;
      for (int again = 2; byTerm.containsKey(key); again++) {
        key = term + " (" + again + ")";
      }
      byTerm.put(key, one);
    }
    return byTerm;
  }

  private void value(
      String part, String term, String key, @Nullable JsonNode before, @Nullable JsonNode after) {
    if (before != null && after != null && before.isObject() && after.isObject()) {
      for (String inner : keys(before, after)) {
        value(
            part,
            term,
            key.isEmpty() ? inner : key + "." + inner,
            before.get(inner),
            after.get(inner));
      }
      return;
    }
    Optional<String> old = text(before);
    Optional<String> current = text(after);
    if (!old.equals(current)) {
      found.add(new Difference(part, term, key, old, current));
    }
  }

  private static Set<String> keys(JsonNode before, JsonNode after) {
    Set<String> keys = new TreeSet<>();
    before.fieldNames().forEachRemaining(keys::add);
    after.fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  private static Optional<String> text(@Nullable JsonNode value) {
    return Optional.ofNullable(value)
        .map(node -> node.isTextual() ? node.textValue() : TfmJson.writeCanonical(node));
  }
}
