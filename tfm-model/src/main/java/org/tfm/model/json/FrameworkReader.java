package org.tfm.model.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.jsontype.TypeDeserializer;
import com.fasterxml.jackson.databind.util.NameTransformer;
import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.StringWriter;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;

/**
 * Reads a value with this library's reader, for a mapper that is configured differently.
 *
 * <p>The tokens of the other mapper's parser are written as JSON and read again: a tree would lose
 * keys that are given twice.
 */
class FrameworkReader extends JsonDeserializer<Object> implements ContextualDeserializer {

  static final String UNWRAPPED =
      "`@JsonUnwrapped` is not possible for a value of this library; write it under a key of its"
          + " own";

  /** Writes without checks; the reader makes them. */
  private static final JsonFactory COPIES = new JsonFactory();

  private final DocumentReader reader;
  private final Class<?> type;

  FrameworkReader(DocumentReader reader, Class<?> type) {
    this.reader = reader;
    this.type = type;
  }

  @Override
  public JsonDeserializer<?> createContextual(
      DeserializationContext context, BeanProperty property) {
    return new FrameworkReader(reader, context.getContextualType().getRawClass());
  }

  @Override
  public Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
    String place = parser.getParsingContext().pathAsPointer().toString();
    String json = copy(parser);
    try {
      return reader.read(json, type);
    } catch (InvalidInputException e) {
      InvalidInputException placed = placed(e, place);
      MismatchedInputException refused =
          MismatchedInputException.from(parser, type, placed.getMessage());
      refused.initCause(placed);
      throw refused;
    }
  }

  /** Reads a value of a sealed type too, whose JSON names the kind itself. */
  @Override
  public Object deserializeWithType(
      JsonParser parser, DeserializationContext context, TypeDeserializer kinds)
      throws IOException {
    return deserialize(parser, context);
  }

  /** Refuses to mix the keys of a document with others, which nobody could check. */
  @Override
  public JsonDeserializer<Object> unwrappingDeserializer(NameTransformer names) {
    throw new IllegalArgumentException(UNWRAPPED);
  }

  private static String copy(JsonParser parser) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = COPIES.createGenerator(text)) {
      int open = 0;
      do {
        copy(parser, json);
        open += parser.currentToken().isStructStart() ? 1 : 0;
        open -= parser.currentToken().isStructEnd() ? 1 : 0;
      } while (open > 0 && parser.nextToken() != null);
    }
    return text.toString();
  }

  private static void copy(JsonParser parser, JsonGenerator json) throws IOException {
    try {
      json.copyCurrentEventExact(parser);
    } catch (NumberFormatException e) {
      // An exponent that is out of range; the reader reports it.
      json.writeNumber(parser.getText());
    }
  }

  /** Returns the problems at their places in the whole input, without the lines of the copy. */
  private static InvalidInputException placed(InvalidInputException e, String place) {
    return new InvalidInputException(
        e.problems().stream()
            .map(
                problem ->
                    new Problem(
                            problem.code(),
                            ImmutableList.of(),
                            problem.what(),
                            problem.arguments(),
                            problem.hint())
                        .atKey(place + problem.pointer().orElse("")))
            .toList());
  }
}
