package org.tfm.model.json;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
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
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.guava.GuavaModule;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.google.common.collect.ImmutableList;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.LocalDate;
import java.time.LocalTime;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.PrintableText;

/**
 * Reads and writes the library's values as JSON.
 *
 * <p>Reading is strict: unknown and duplicate keys, a text for a number, or a fraction for a whole
 * number are errors. A document has at most 16,000,000 characters, 1,000,000 keys, values and
 * brackets, and 60 levels; a text has at most 200,000 characters, a key 200 and a number 60. Output
 * is deterministic. Thread-safe.
 *
 * <p>Other mappers of Jackson 2, such as that of a web framework, read and write the library's
 * values in the same way, also as a part of other values: see {@link Strict}.
 */
public final class TfmJson {

  static {
    LibraryVersions.check();
  }

  /** Limits far above the size of any real document. */
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
        .annotationIntrospector(new WithoutStrict())
        .addModules(
            new GuavaModule(),
            new Jdk8Module(),
            new JavaTimeModule(),
            new SimpleModule("tfm")
                .addDeserializer(LocalDate.class, IsoReader.ofDays())
                .addDeserializer(LocalTime.class, IsoReader.ofTimes())
                .addSerializer(LocalTime.class, ToStringSerializer.instance))
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

  /** Returns a copy of the mapper, for embedding the library's values in other JSON. */
  public static ObjectMapper mapper() {
    return MAPPER.copy();
  }

  /** The schemas of the documents that the library reads and writes. */
  public static Schemas schemas() {
    return SCHEMAS;
  }

  /** Returns a reader of JSON documents. */
  public static DocumentReader reader() {
    return new DocumentReader(MAPPER, MAPPER, "JSON");
  }

  /**
   * Returns a reader of documents with the same content in another notation, such as YAML.
   *
   * @param notation a mapper that reads the notation into a tree
   * @param name the name of the notation, for messages
   */
  public static DocumentReader reader(ObjectMapper notation, String name) {
    requireNonNull(notation, "notation");
    requireNonNull(name, "name");
    return new DocumentReader(MAPPER, notation, name);
  }

  /**
   * Reads a JSON document.
   *
   * @throws InvalidInputException with every problem of the document
   */
  public static <T> T read(String json, Class<T> type) {
    requireNonNull(json, "json");
    return reader().read(json, type);
  }

  /** Converts a value to a tree. */
  public static JsonNode tree(Object value) {
    requireNonNull(value, "value");
    return MAPPER.valueToTree(value);
  }

  /** Writes a value as one line of JSON, with invisible characters of texts escaped. */
  public static String write(Object value) {
    requireNonNull(value, "value");
    try {
      return PrintableText.json(MAPPER.writeValueAsString(value));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Writes a value as canonical JSON, the form for hashes and comparisons byte by byte.
   *
   * <p>Canonical JSON is one line of UTF-8 without a final line break. Keys are sorted by UTF-16
   * code units, and keys without a value are left out. There is no white space outside texts.
   * Numbers are in plain decimal notation. In texts only quotes, backslashes and control characters
   * are escaped, in the short form if there is one.
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

  /** Writes a value as indented JSON, with invisible characters of texts escaped. */
  public static String writePretty(Object value) {
    requireNonNull(value, "value");
    try {
      return PrintableText.json(MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Marks a type whose JSON is that of {@link TfmJson} in every mapper of Jackson 2, whatever the
   * modules and features of the mapper. All values of the library have it.
   *
   * <p>Reading throws the same problems, as a {@code MismatchedInputException} whose message lists
   * them and whose cause is an {@link InvalidInputException}: web frameworks answer it with status
   * 400. JSON pointers start at the root of the mapper's input, and there are no line numbers.
   *
   * <p>The mapper parses the input, so its own syntax and limits apply first. What it has lost
   * cannot be checked: a key that is given twice is a problem, but not if the input was converted
   * from a tree or a map, which has each key once. A {@code null} in place of a whole value is left
   * to the mapper, and {@code @JsonUnwrapped} is refused. When writing, indentation and escapes are
   * those of the mapper.
   *
   * <p>Put it before other annotations of Jackson on the type: the first one counts.
   */
  @Documented
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.TYPE)
  @JacksonAnnotationsInside
  @JsonSerialize(using = Writer.class)
  @JsonDeserialize(using = Reader.class)
  public @interface Strict {}

  /** Reads a value for another mapper. */
  static final class Reader extends FrameworkReader {
    Reader() {
      super(reader(), Object.class);
    }
  }

  /** Writes a value for another mapper. */
  static final class Writer extends FrameworkWriter {
    Writer() {
      super(MAPPER);
    }
  }

  /** Ignores {@link Strict}, because the other mappers delegate to this one. */
  private static final class WithoutStrict extends JacksonAnnotationIntrospector {

    private static final long serialVersionUID = 1L;

    @Override
    public boolean isAnnotationBundle(Annotation annotation) {
      return annotation.annotationType() != Strict.class && super.isAnnotationBundle(annotation);
    }
  }
}
