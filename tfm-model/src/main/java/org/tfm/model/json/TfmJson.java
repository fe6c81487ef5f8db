package org.tfm.model.json;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.guava.GuavaModule;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.google.common.collect.ImmutableList;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import org.tfm.model.problem.InvalidInputException;

/**
 * The JSON form of every value of this library.
 *
 * <p>Strict: an unknown or repeated key, a text for a number, a fraction for a whole number are
 * refused. A document has at most 16,000,000 characters and 1,000,000 keys, values and brackets, 60
 * levels, texts of 200,000 characters, keys of 200 and numbers of 60. Output is deterministic.
 * Thread-safe.
 */
public final class TfmJson {

  /** No document of this library comes near any of these. */
  private static final StreamReadConstraints LIMITS =
      StreamReadConstraints.builder()
          .maxDocumentLength(16_000_000)
          .maxTokenCount(1_000_000)
          .maxNestingDepth(60)
          .maxStringLength(200_000)
          .maxNameLength(200)
          .maxNumberLength(60)
          .build();

  private static final Schemas SCHEMAS =
      Schemas.beside(
          TfmJson.class,
          ImmutableList.of(
              "application",
              "expression-of-interest",
              "group",
              "progress",
              "terms",
              "assessment",
              "decision-record",
              "problem"));

  private static final ObjectMapper MAPPER =
      configure(JsonMapper.builder(JsonFactory.builder().streamReadConstraints(LIMITS).build()))
          .build();

  private TfmJson() {}

  private static JsonMapper.Builder configure(JsonMapper.Builder builder) {
    return builder
        .addModules(
            new GuavaModule(),
            new Jdk8Module(),
            new JavaTimeModule(),
            new SimpleModule("tfm").addDeserializer(LocalDate.class, new DayReader()))
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
        .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
        .withCoercionConfig(
            LogicalType.Textual,
            text ->
                text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                    .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                    .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
        .withCoercionConfig(
            LogicalType.Enum,
            word ->
                word.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                    .setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail))
        .withCoercionConfigDefaults(
            other -> other.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail))
        .defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL))
        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
        .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
        .defaultPropertyInclusion(
            JsonInclude.Value.construct(
                JsonInclude.Include.NON_ABSENT, JsonInclude.Include.NON_ABSENT));
  }

  /** A copy of the mapper, for embedding values of this library in JSON of one's own. */
  public static ObjectMapper mapper() {
    return MAPPER.copy();
  }

  /** The schemas of the documents that this mapper reads and writes. */
  public static Schemas schemas() {
    return SCHEMAS;
  }

  /** A reader of JSON documents. */
  public static DocumentReader reader() {
    return new DocumentReader(MAPPER, MAPPER, "JSON");
  }

  /**
   * A reader of documents in another notation with the same content.
   *
   * @param notation a mapper that can read the notation into a tree
   * @param name the name of the notation, for messages
   */
  public static DocumentReader reader(ObjectMapper notation, String name) {
    requireNonNull(notation, "notation");
    requireNonNull(name, "name");
    return new DocumentReader(MAPPER, notation, name);
  }

  /**
   * The value of a JSON document.
   *
   * @throws InvalidInputException with every problem of the document
   */
  public static <T> T read(String json, Class<T> type) {
    requireNonNull(json, "json");
    return reader().read(json, type);
  }

  /** The value as a tree. */
  public static JsonNode tree(Object value) {
    requireNonNull(value, "value");
    return MAPPER.valueToTree(value);
  }

  /** The value as one line of JSON. */
  public static String write(Object value) {
    requireNonNull(value, "value");
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The value as canonical JSON: of all its forms the one that is hashed and compared byte by byte.
   *
   * <p>One line in UTF-8 without a line break at its end; keys sorted by their UTF-16 code units;
   * no white space outside of texts; numbers in plain decimal notation; in texts, only the quote,
   * the backslash and control characters are escaped, with the short form where there is one; keys
   * without a value are left out.
   */
  public static String writeCanonical(Object value) {
    requireNonNull(value, "value");
    try {
      return MAPPER
          .writer()
          .with(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
          .writeValueAsString(tree(value));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The value as indented JSON. */
  public static String writePretty(Object value) {
    requireNonNull(value, "value");
    try {
      return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
