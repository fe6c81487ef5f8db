package org.tfm.model.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.function.Function;

/** Reads a day or a time in one ISO format only; Jackson accepts other forms. */
final class IsoReader<T> extends StdScalarDeserializer<T> {

  private static final long serialVersionUID = 1L;

  private final int length;
  private final Parser<T> parse;

  /** Parses a text. */
  private interface Parser<T> extends Function<String, T>, Serializable {}

  private IsoReader(Class<T> type, String example, Parser<T> parse) {
    super(type);
    this.length = example.length();
    this.parse = parse;
  }

  /** Returns the reader of days such as {@code 2022-05-03}. */
  static IsoReader<LocalDate> ofDays() {
    return new IsoReader<>(LocalDate.class, "2022-05-03", LocalDate::parse);
  }

  /** Returns the reader of times to the minute, such as {@code 17:05}. */
  static IsoReader<LocalTime> ofTimes() {
    return new IsoReader<>(LocalTime.class, "17:05", LocalTime::parse);
  }

  @Override
  public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
    if (!parser.hasToken(JsonToken.VALUE_STRING)) {
      throw context.wrongTokenException(
          parser, handledType(), JsonToken.VALUE_STRING, "not an ISO format");
    }
    String text = parser.getText();
    try {
      if (text.length() == length) {
        return parse.apply(text);
      }
    } catch (DateTimeParseException e) {
      // Reported below.
    }
    throw context.weirdStringException(text, handledType(), "not an ISO format");
  }
}
