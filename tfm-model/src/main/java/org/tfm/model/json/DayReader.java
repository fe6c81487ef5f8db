package org.tfm.model.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/** Reads a day in ISO format only, such as {@code 2022-05-03}; Jackson accepts other forms. */
final class DayReader extends StdScalarDeserializer<LocalDate> {

  private static final long serialVersionUID = 1L;
  private static final int LENGTH = 10;

  DayReader() {
    super(LocalDate.class);
  }

  @Override
  public LocalDate deserialize(JsonParser parser, DeserializationContext context)
      throws IOException {
    if (!parser.hasToken(JsonToken.VALUE_STRING)) {
      throw context.wrongTokenException(parser, LocalDate.class, JsonToken.VALUE_STRING, "no day");
    }
    String text = parser.getText();
    try {
      if (text.length() == LENGTH) {
        return LocalDate.parse(text);
      }
    } catch (DateTimeParseException e) {
      // Reported below.
    }
    throw context.weirdStringException(text, LocalDate.class, "no day");
  }
}
