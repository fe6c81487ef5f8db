package org.tfm.rules.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.util.List;
import org.tfm.model.json.Schemas;

/** An independent validator with a shipped schema. */
public final class PackValidator {

  private static final JsonSchemaFactory FACTORY =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
  private static final SchemaValidatorsConfig FORMATS_COUNT =
      SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

  private final JsonSchema schema;

  private PackValidator(JsonSchema schema) {
    this.schema = schema;
  }

  /** Returns the validator of a schema. */
  public static PackValidator of(Schemas schemas, String name) {
    return new PackValidator(FACTORY.getSchema(schemas.find(name).orElseThrow(), FORMATS_COUNT));
  }

  /** Returns the errors in a document; empty if it is valid. */
  public List<String> faults(JsonNode document) {
    return schema.validate(document).stream().map(ValidationMessage::getMessage).toList();
  }
}
