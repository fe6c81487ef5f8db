package org.tfm.rules.pack;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.io.IOContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.JacksonYAMLParseException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.Reader;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tfm.model.json.DocumentReader;
import org.tfm.model.json.TfmJson;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;

/**
 * YAML without tags, anchors and aliases, in which words and numbers are read as written.
 *
 * <p>A tag would name a type. An alias would be read as text, or could make a short file huge. The
 * only numbers are decimal, such as {@code 400} and {@code 4.5}, and the only yes and no are {@code
 * true} and {@code false}: {@code 0400} is no octal number, {@code 12:30} no count of minutes and
 * {@code NO} no {@code false}. They are texts.
 */
final class PlainYaml extends YAMLFactory {

  private static final long serialVersionUID = 1L;

  private static final Pattern DECIMAL = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?");

  /** The part of the message of the parser for a document that is too long. */
  private static final String TOO_LONG = "exceeds the limit";

  private static final ObjectMapper MAPPER =
      YAMLMapper.builder(new PlainYaml())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /** A reader with the limits of the JSON reader. */
  static DocumentReader reader() {
    return TfmJson.reader(MAPPER, "YAML");
  }

  private PlainYaml() {
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
        check(next());
        JsonToken token = super.nextToken();
        if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
          // The next event of a new document is its start, so its first part is checked here.
          check(getTypeId() != null, getObjectId() != null, null);
        }
        return token;
      }

      @Override
      protected JsonToken _decodeScalar(ScalarEvent scalar) throws IOException {
        JsonToken token = super._decodeScalar(scalar);
        String written = scalar.getValue();
        if (isAsWritten(token, written)) {
          return token;
        }
        _textValue = written;
        _cleanedTextValue = written;
        return JsonToken.VALUE_STRING;
      }

      private Event next() throws IOException {
        try {
          return _yamlParser.peekEvent();
        } catch (MarkedYAMLException e) {
          throw new InvalidInputException(YamlMistake.of(e));
        } catch (YAMLException e) {
          if (String.valueOf(e.getMessage()).contains(TOO_LONG)) {
            throw new InvalidInputException(
                Problem.of(
                        ProblemCode.TOO_MUCH,
                        "the document has more than %s characters",
                        String.format(Locale.ROOT, "%,d", new LoaderOptions().getCodePointLimit()))
                    .withHint("Divide it, or leave out what is not needed"));
          }
          throw new JacksonYAMLParseException(this, e.getMessage(), e);
        }
      }
    };
  }

  /** Whether a value means what a reader who knows no YAML takes it for. */
  private static boolean isAsWritten(JsonToken token, String written) {
    return switch (token) {
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> DECIMAL.matcher(written).matches();
      case VALUE_TRUE -> written.equals("true");
      case VALUE_FALSE -> written.equals("false");
      case VALUE_NULL -> !written.equals("~");
      default -> true;
    };
  }

  private static void check(@Nullable Event event) {
    if (event instanceof NodeEvent node) {
      check(
          (node instanceof ScalarEvent scalar && scalar.getTag() != null)
              || (node instanceof CollectionStartEvent start && start.getTag() != null),
          node instanceof AliasEvent || node.getAnchor() != null,
          node.getStartMark());
    }
  }

  private static void check(boolean tag, boolean anchor, @Nullable Mark mark) {
    OptionalLong line = OptionalLong.of(mark == null ? 1 : mark.getLine() + 1);
    OptionalInt column = mark == null ? OptionalInt.empty() : OptionalInt.of(mark.getColumn() + 1);
    if (tag) {
      throw new InvalidInputException(
          Problem.of(ProblemCode.NOT_ALLOWED, "tags (`!name`) are not allowed")
              .withHint("Remove it, or put a text that starts with `!` in quotes")
              .inText(line, column));
    }
    if (anchor) {
      throw new InvalidInputException(
          Problem.of(
                  ProblemCode.NOT_ALLOWED,
                  "anchors (`&name`) and aliases (`*name`) are not allowed")
              .withHint("Write the part out, or put a text that starts with `&` or `*` in quotes")
              .inText(line, column));
    }
  }
}
