package org.tfm.rules.schema;

import com.fasterxml.classmate.ResolvedType;
import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.CustomDefinition.AttributeInclusion;
import com.github.victools.jsonschema.generator.CustomDefinition.DefinitionType;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.generator.impl.DefinitionKey;
import com.github.victools.jsonschema.generator.naming.SchemaDefinitionNamingStrategy;
import com.google.common.reflect.TypeToken;
import java.lang.reflect.Field;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tfm.model.json.TfmJson;

/**
 * Writes the schema of a type as the JSON mapper reads and writes it.
 *
 * <p>The keys of an object are those that Jackson sees, whatever the implementation of the type. A
 * key is required if the reader requires it; other keys may also be null.
 */
final class SchemaWriter {

  private final ObjectMapper mapper = TfmJson.mapper();
  private final SerializationConfig config = mapper.getSerializationConfig();
  private final SourceTexts texts;
  private final SchemaGenerator generator;
  private final Set<Class<?>> open = new HashSet<>();

  SchemaWriter(SourceTexts texts) {
    this.texts = texts;
    SchemaGeneratorConfigBuilder builder =
        new SchemaGeneratorConfigBuilder(
                new ObjectMapper(), SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
            .with(Option.DEFINITIONS_FOR_ALL_OBJECTS);
    builder
        .forTypesInGeneral()
        .withCustomDefinitionProvider(this::definition)
        .withDefinitionNamingStrategy(new SimpleNames());
    this.generator = new SchemaGenerator(builder.build());
  }

  private static final class SimpleNames implements SchemaDefinitionNamingStrategy {
    @Override
    public String getDefinitionNameForKey(DefinitionKey key, SchemaGenerationContext context) {
      return key.getType().getErasedType().getSimpleName();
    }
  }

  /** Returns the schema of a type, with its definitions in the order of their names. */
  ObjectNode write(Class<?> type) {
    ObjectNode schema = generator.generateSchema(type);
    Json.simplify(schema);
    Map<String, JsonNode> definitions = new TreeMap<>();
    schema.path("$defs").properties().forEach(e -> definitions.put(e.getKey(), e.getValue()));
    schema.remove("$defs");
    schema.putObject("$defs").setAll(definitions);
    return schema;
  }

  private CustomDefinition definition(ResolvedType resolved, SchemaGenerationContext context) {
    Class<?> type = resolved.getErasedType();
    open.add(type);
    ObjectNode schema = schema(type, context);
    open.remove(type);
    return new CustomDefinition(
        schema,
        type.getName().startsWith("org.tfm.") ? DefinitionType.STANDARD : DefinitionType.INLINE,
        AttributeInclusion.NO);
  }

  private ObjectNode schema(Class<?> type, SchemaGenerationContext context) {
    ObjectNode schema = Json.NODES.objectNode();
    texts.of(type).ifPresent(text -> schema.put("description", text));
    Optional<ObjectNode> form = Rules.type(type);
    if (form.isPresent()) {
      schema.setAll(form.get());
    } else if (type.isEnum()) {
      schema.put("type", "string").set("enum", words(type));
    } else if (type.isAnnotationPresent(JsonSubTypes.class)) {
      ArrayNode kinds = schema.putArray("oneOf");
      for (JsonSubTypes.Type kind : type.getAnnotation(JsonSubTypes.class).value()) {
        kinds.add(reference(kind.value(), context));
      }
    } else {
      bean(type, schema, context);
    }
    return schema;
  }

  private static ArrayNode words(Class<?> type) {
    ArrayNode words = Json.NODES.arrayNode();
    for (Field constant : type.getFields()) {
      if (constant.isEnumConstant()) {
        words.add(constant.getName());
        JsonAlias alias = constant.getAnnotation(JsonAlias.class);
        if (alias != null) {
          Arrays.stream(alias.value()).forEach(words::add);
        }
      }
    }
    return words;
  }

  private void bean(Class<?> type, ObjectNode schema, SchemaGenerationContext context) {
    if (!type.getName().startsWith("org.tfm.")) {
      throw new IllegalStateException("no schema is declared for " + type);
    }
    ObjectNode properties = Json.NODES.objectNode();
    ArrayNode required = Json.NODES.arrayNode();
    if (type.isAnnotationPresent(JsonTypeName.class)) {
      String key =
          TypeToken.of(type).getTypes().interfaces().rawTypes().stream()
              .filter(one -> one.isAnnotationPresent(JsonTypeInfo.class))
              .map(one -> one.getAnnotation(JsonTypeInfo.class).property())
              .findFirst()
              .orElseThrow();
      properties.putObject(key).put("const", type.getAnnotation(JsonTypeName.class).value());
      required.add(key);
    }
    JavaType written = written(type);
    Map<String, BeanPropertyDefinition> read =
        mapper.getDeserializationConfig().introspect(read(type)).findProperties().stream()
            .collect(Collectors.toMap(BeanPropertyDefinition::getName, Function.identity()));
    for (BeanPropertyDefinition key : config.introspect(written).findProperties()) {
      JavaType value = key.getPrimaryType();
      boolean optional = value.hasRawClass(Optional.class);
      BeanPropertyDefinition readKey = read.get(key.getName());
      boolean insists =
          key.isRequired()
              || (readKey != null
                  && readKey.hasConstructorParameter()
                  && !optional
                  && readKey.getMetadata().getValueNulls() != Nulls.AS_EMPTY);
      ObjectNode node = value(optional ? value.getContentType() : value, context);
      Rules.key(type, key.getName()).ifPresent(node::setAll);
      if (insists) {
        required.add(key.getName());
      } else {
        node = Json.orNull(node);
      }
      properties.set(key.getName(), described(node, texts.of(type, key.getAccessor().getName())));
    }
    schema.put("type", "object").set("properties", properties);
    if (!required.isEmpty()) {
      schema.set("required", required);
    }
    schema.put("additionalProperties", false);
    Rules.object(type).ifPresent(schema::setAll);
  }

  /**
   * Adds the description to a reference; the node must stay the same because it is completed later.
   */
  private static ObjectNode described(ObjectNode node, Optional<String> text) {
    if (text.isEmpty()) {
      return node;
    }
    if (node.isEmpty()) {
      return node.put("description", text.get());
    }
    return Json.NODES.objectNode().put("description", text.get()).setAll(node);
  }

  /** The type that the reader creates: the annotated one, or else the type itself. */
  private JavaType read(Class<?> type) {
    return type.isAnnotationPresent(JsonDeserialize.class)
        ? written(type)
        : mapper.constructType(type);
  }

  /** The type that Jackson writes: the generated class of a value type. */
  private JavaType written(Class<?> type) {
    JavaType plain = mapper.constructType(type);
    try {
      return config
          .getAnnotationIntrospector()
          .refineSerializationType(
              config, config.introspectClassAnnotations(plain).getClassInfo(), plain);
    } catch (JsonMappingException e) {
      throw new IllegalStateException(e);
    }
  }

  private ObjectNode value(JavaType type, SchemaGenerationContext context) {
    Class<?> raw = type.getRawClass();
    if (raw == String.class) {
      return Json.ofType("string");
    }
    if (raw == boolean.class || raw == Boolean.class) {
      return Json.ofType("boolean");
    }
    if (raw == int.class || raw == Integer.class) {
      return Json.ofType("integer")
          .put("minimum", Integer.MIN_VALUE)
          .put("maximum", Integer.MAX_VALUE);
    }
    if (raw == OptionalInt.class || raw == OptionalLong.class) {
      return Json.ofType("integer");
    }
    if (raw == BigDecimal.class) {
      return Json.ofType("number");
    }
    if (JsonNode.class.isAssignableFrom(raw)) {
      return Json.NODES.objectNode();
    }
    if (type.isMapLikeType()) {
      return Json.ofType("object")
          .set("additionalProperties", value(type.getContentType(), context));
    }
    if (type.isCollectionLikeType()) {
      return Json.ofType("array").set("items", value(type.getContentType(), context));
    }
    return reference(raw, context);
  }

  /** Refers to a recursive type by the future name of its definition. */
  private ObjectNode reference(Class<?> type, SchemaGenerationContext context) {
    return open.contains(type)
        ? Json.ref(type.getSimpleName())
        : context.createDefinitionReference(context.getTypeContext().resolve(type));
  }
}
