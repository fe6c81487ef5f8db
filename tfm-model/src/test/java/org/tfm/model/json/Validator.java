package org.tfm.model.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** An independent validator with the published schemas. */
public final class Validator {

  private static final JsonSchemaFactory FACTORY =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
  private static final SchemaValidatorsConfig FORMATS_COUNT =
      SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
  private static final Map<String, Validator> ALL =
      TfmJson.schemas().names().stream()
          .collect(Collectors.toMap(Function.identity(), Validator::new));

  private final JsonSchema schema;

  private Validator(String name) {
    this.schema = FACTORY.getSchema(TfmJson.schemas().find(name).orElseThrow(), FORMATS_COUNT);
  }

  /** Returns the validator for a schema. */
  public static Validator of(String name) {
    return Objects.requireNonNull(ALL.get(name));
  }

  /** The schema. */
  JsonNode schema() {
    return schema.getSchemaNode();
  }

  /** Returns the errors of a document; empty if it is valid. */
  public List<String> errors(JsonNode document) {
    return schema.validate(document).stream().map(ValidationMessage::getMessage).toList();
  }
}
