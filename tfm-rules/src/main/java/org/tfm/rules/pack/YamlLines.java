package org.tfm.rules.pack;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.tfm.model.style.Internal;

/**
 * The lines on which the parts of a YAML text start, by JSON pointer. Immutable.
 *
 * @hidden
 */
@Internal
public final class YamlLines {

  private static final YAMLFactory YAML = new YAMLFactory();

  private final ImmutableMap<String, Integer> lines;

  private YamlLines(Map<String, Integer> lines) {
    this.lines = ImmutableMap.copyOf(lines);
  }

  /** Returns the lines of a text, as far as it is valid YAML. */
  public static YamlLines of(String text) {
    requireNonNull(text, "text");
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

  /** The line, from 1, on which the part starts, or else the nearest part around it. */
  public int at(String pointer) {
    requireNonNull(pointer, "pointer");
    String part = pointer;
    while (!part.isEmpty() && !lines.containsKey(part)) {
      part = part.substring(0, Math.max(0, part.lastIndexOf('/')));
    }
    return lines.getOrDefault(part, 1);
  }
}
