package org.tfm.rules.check;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** The lines on which the parts of a YAML text start, by JSON pointer. Immutable. */
final class YamlLines {

  private static final YAMLFactory YAML = new YAMLFactory();

  private final ImmutableMap<String, Integer> lines;

  private YamlLines(Map<String, Integer> lines) {
    this.lines = ImmutableMap.copyOf(lines);
  }

  /** Returns the lines of a text, as far as it is valid YAML. */
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
      // The reader of the text reports the problem; the lines up to here are still useful.
      return new YamlLines(lines);
    }
    return new YamlLines(lines);
  }

  /** The line, from 1, on which the part starts; 1 if it does not exist. */
  int at(String pointer) {
    return lines.getOrDefault(pointer, 1);
  }
}
