package org.tfm.model.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.tfm.model.problem.Blanks;

/**
 * A list with semicolons, line breaks, or commas and spaces between its items; {@code none} is an
 * empty list.
 *
 * @param item how an item is read
 * @param isKnown whether a text is an item, which may itself contain commas
 * @param ends what is between items, beside commas and spaces
 */
record ListCell(Cell item, Predicate<String> isKnown, Splitter ends) implements Cell {

  private static final Splitter SEMICOLONS = Splitter.on(CharMatcher.anyOf(";\n\r"));

  /** The separators of numbers, which have neither commas nor words inside. */
  private static final Splitter BETWEEN_NUMBERS = Splitter.onPattern("[;,&\n\r]|(?i)\\band\\b");

  private static final Splitter COMMAS = Splitter.on(", ");
  private static final int MOST_ITEMS_WITH_COMMAS = 50;

  ListCell(Cell item, Predicate<String> isKnown) {
    this(item, isKnown, SEMICOLONS);
  }

  /** Returns a list of numbers, which people also write with {@code and} or commas alone. */
  static ListCell ofNumbers(Cell number) {
    return new ListCell(number, text -> false, BETWEEN_NUMBERS);
  }

  /** Returns this list with further items. */
  ListCell with(UnaryOperator<Cell> other, Predicate<String> isOther) {
    return new ListCell(other.apply(item), isOther.or(isKnown), ends);
  }

  @Override
  public JsonNode value(String text, Reading reading) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    if (Labels.fold(text).equals(Cells.NONE)) {
      return list;
    }
    for (String part : ends.split(text)) {
      for (String one : apart(part)) {
        JsonNode value = item.value(one, reading);
        if (!value.isMissingNode()) {
          list.add(value);
        }
      }
    }
    return list;
  }

  /** Splits at commas, except those within a known item: the longest known item counts. */
  private List<String> apart(String text) {
    if (Blanks.isBlank(text)) {
      return List.of();
    }
    List<String> parts = COMMAS.splitToList(text);
    if (parts.size() > MOST_ITEMS_WITH_COMMAS) {
      return parts;
    }
    List<String> items = new ArrayList<>();
    int start = 0;
    while (start < parts.size()) {
      int end = parts.size();
      while (end > start + 1 && !isKnown.test(String.join(", ", parts.subList(start, end)))) {
        end--;
      }
      items.add(String.join(", ", parts.subList(start, end)));
      start = end;
    }
    return items;
  }
}
