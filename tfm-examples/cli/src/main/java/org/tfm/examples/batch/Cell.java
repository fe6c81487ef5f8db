package org.tfm.examples.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import com.google.common.base.Splitter;
import java.util.regex.Pattern;
import org.tfm.model.criterion.FactKind;
import org.tfm.model.json.DocumentReader;
import org.tfm.model.json.TfmJson;
import org.tfm.model.problem.Blanks;

/**
 * What a cell holds.
 *
 * <p>A cell of another form stays a text, so that the reader of the document reports it, as it
 * would in JSON.
 */
enum Cell {
  /** Any text, spaces and all. */
  TEXT {
    @Override
    JsonNode value(String text) {
      return TextNode.valueOf(text);
    }
  },

  /** A word, an id, a year, a date. */
  WORD {
    @Override
    JsonNode value(String text) {
      return TextNode.valueOf(Blanks.strip(text));
    }
  },

  /** A number as JSON has it. */
  NUMBER {
    @Override
    JsonNode value(String text) {
      String number = Blanks.strip(text);
      return NUMBER_IN_JSON.matcher(number).matches()
          ? READER.tree(number)
          : TextNode.valueOf(number);
    }
  },

  /** {@code true} or {@code false}, in capitals too, as spreadsheets write it. */
  YES_NO {
    @Override
    JsonNode value(String text) {
      String word = Blanks.strip(text);
      return word.equalsIgnoreCase("true") || word.equalsIgnoreCase("false")
          ? BooleanNode.valueOf(word.equalsIgnoreCase("true"))
          : TextNode.valueOf(word);
    }
  },

  /** Words with semicolons between them; {@code none} is an empty list. */
  WORDS {
    @Override
    JsonNode value(String text) {
      return list(text, WORD);
    }
  },

  /** Numbers with semicolons between them; {@code none} is an empty list. */
  NUMBERS {
    @Override
    JsonNode value(String text) {
      return list(text, NUMBER);
    }
  };

  /** The word for an empty list, because an empty cell is a value that is not given. */
  static final String NONE = "none";

  /** A number that JSON has and that is no longer than JSON documents may have them. */
  private static final Pattern NUMBER_IN_JSON =
      Pattern.compile("(?=.{1,50}$)-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]{1,4})?");

  private static final Splitter SEMICOLONS = Splitter.on(';');
  private static final DocumentReader READER = TfmJson.reader();

  /** The value of a cell that is not blank. */
  abstract JsonNode value(String text);

  /** What the cell of an answer to such a question holds. */
  static Cell of(FactKind kind) {
    return switch (kind) {
      case YES_NO -> YES_NO;
      case NUMBER -> NUMBER;
      case CHOICE -> WORD;
      case CHOICES -> WORDS;
      case DAY, TEXT -> TEXT;
    };
  }

  private static JsonNode list(String text, Cell cell) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    if (!Blanks.strip(text).equals(NONE)) {
      SEMICOLONS.split(text).forEach(part -> list.add(cell.value(part)));
    }
    return list;
  }
}
