package org.tfm.model.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.util.NameTransformer;
import java.io.IOException;

/** Writes a value with this library's mapper, for a mapper that is configured differently. */
class FrameworkWriter extends JsonSerializer<Object> {

  private static final JsonGenerator.Feature PLAIN =
      JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN;

  private final ObjectWriter writer;

  FrameworkWriter(ObjectMapper mapper) {
    this.writer = mapper.writer().without(SerializationFeature.FLUSH_AFTER_WRITE_VALUE);
  }

  @Override
  public void serialize(Object value, JsonGenerator json, SerializerProvider serializers)
      throws IOException {
    boolean wasPlain = json.isEnabled(PLAIN);
    json.enable(PLAIN);
    try {
      writer.writeValue(json, value);
    } finally {
      json.configure(PLAIN, wasPlain);
    }
  }

  /** Refuses to mix the keys of a value with others, which could not be read again. */
  @Override
  public JsonSerializer<Object> unwrappingSerializer(NameTransformer names) {
    throw new IllegalArgumentException(FrameworkReader.UNWRAPPED);
  }

  /** Writes a value of a sealed type too, whose JSON names the kind itself. */
  @Override
  public void serializeWithType(
      Object value, JsonGenerator json, SerializerProvider serializers, TypeSerializer kinds)
      throws IOException {
    serialize(value, json, serializers);
  }
}
