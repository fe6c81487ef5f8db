package org.tfm.rules.check;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** The lines at which the parts of a YAML text start, by their JSON pointer. Immutable. */
final class YamlLines {

  private static final YAMLFactory YAML = new YAMLFactory();

  private final ImmutableMap<String, Integer> lines;

  private YamlLines(Map<String, Integer> lines) {
    this.lines = ImmutableMap.copyOf(lines);
  }

  /** The lines of a text; of one that is no YAML, as far as it can be read. */
  static YamlLines of(String text) {
    Map<String, Integer> lines = new HashMap<>();
    try (JsonParser parser = YAML.createParser(text)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        String pointer =
            token.isStructStart()
                ? parser.getParsingContext().getParent().pathAsPointer().toString()
                : parser.getParsingContext().pathAsPointer().toString();
        lines.putIfAbsent(pointer, parser.currentTokenLocation().getLineNr());
      }
    } catch (IOException e) {
      // What could be read is better than nothing: the text was read before, and complained of.
      return new YamlLines(lines);
    }
    return new YamlLines(lines);
  }

  /** The line, from 1, at which the part starts; the first line if there is no such part. */
  int at(String pointer) {
    return lines.getOrDefault(pointer, 1);
  }
}
