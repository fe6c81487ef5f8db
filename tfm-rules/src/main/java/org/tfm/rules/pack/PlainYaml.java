package org.tfm.rules.pack;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.IOContext;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.Reader;
import org.tfm.model.json.TfmJson;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;

/**
 * YAML as far as packs need it: without tags, anchors and aliases.
 *
 * <p>A tag would name a type, and an alias would be read as a text or could blow a short file up.
 */
final class PlainYaml extends YAMLFactory {

  private static final long serialVersionUID = 1L;

  PlainYaml() {
    super(
        YAMLFactory.builder()
            .streamReadConstraints(TfmJson.mapper().getFactory().streamReadConstraints()));
  }

  @Override
  protected YAMLParser _createParser(Reader text, IOContext context) {
    return new YAMLParser(
        context, _parserFeatures, _yamlParserFeatures, _loaderOptions, _objectCodec, text) {

      @Override
      public JsonToken nextToken() throws IOException {
        JsonToken token = super.nextToken();
        if (token != null) {
          refuse(this, _currentIsAlias);
        }
        return token;
      }
    };
  }

  private static void refuse(YAMLParser parser, boolean alias) throws IOException {
    if (parser.getTypeId() != null) {
      throw refused(parser, "a tag (`!name`) has no meaning here", "Leave it out");
    }
    if (alias || parser.getObjectId() != null) {
      throw refused(
          parser,
          "an anchor (`&name`) or alias (`*name`) has no meaning here",
          "Write the part out, or put a text that starts so in quotes");
    }
  }

  private static InvalidInputException refused(YAMLParser parser, String what, String hint) {
    return new InvalidInputException(
        new Problem(
            "line "
                + parser.currentTokenLocation().getLineNr()
                + ", column "
                + parser.currentTokenLocation().getColumnNr(),
            what,
            hint));
  }
}
