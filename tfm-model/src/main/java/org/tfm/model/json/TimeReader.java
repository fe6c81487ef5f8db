package org.tfm.model.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;

/** Reads a time to the minute only, such as {@code 17:05}; Jackson accepts other forms. */
final class TimeReader extends StdScalarDeserializer<LocalTime> {

  private static final long serialVersionUID = 1L;
  private static final int LENGTH = 5;

  TimeReader() {
    super(LocalTime.class);
  }

  @Override
  public LocalTime deserialize(JsonParser parser, DeserializationContext context)
      throws IOException {
    if (!parser.hasToken(JsonToken.VALUE_STRING)) {
      throw context.wrongTokenException(parser, LocalTime.class, JsonToken.VALUE_STRING, "no time");
    }
    String text = parser.getText();
    try {
      if (text.length() == LENGTH) {
        return LocalTime.parse(text);
      }
    } catch (DateTimeParseException e) {
      // Reported below.
    }
    throw context.weirdStringException(text, LocalTime.class, "no time");
  }
}
