package org.tfm.model.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.google.common.collect.ImmutableMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tfm.model.criterion.Fact;
import org.tfm.model.criterion.FactKind;

/** Looks at the cells of a column: a place whose cells would be refused is not sure. */
final class ColumnCheck {

  private static final int MOST_VALUES = 10;

  private final KnownHeadings known;
  private final CellCheck check;

  ColumnCheck(KnownHeadings known, CellCheck check) {
    this.known = known;
    this.check = check;
  }

  /** Returns a column with what its cells say. */
  ProposedColumn checked(ProposedColumn column, List<String> cells) {
    if (column.to().isEmpty()) {
      return column;
    }
    String place = column.to().get();
    Set<String> strange = new TreeSet<>();
    int bad = 0;
    int badInWords = 0;
    for (String text : cells) {
      CellCheck.Result result = check.read(place, text);
      strange.addAll(result.unknownWords());
      bad += result.isUnderstood() ? 0 : 1;
      badInWords += result.isUnderstood() || result.unknownWords().isEmpty() ? 0 : 1;
    }
    return bad == 0 ? column : explained(column, strange, bad, badInWords, cells.size());
  }

  private ProposedColumn explained(
      ProposedColumn column, Set<String> strange, int bad, int badInWords, int all) {
    String place = column.to().orElseThrow();
    Optional<Labels> labels = LabelCell.labels(cell(place));
    ImmutableMap<String, JsonNode> values =
        strange.size() > MOST_VALUES
            ? ImmutableMap.of()
            : labels.map(known -> words(strange, known)).orElseGet(() -> yesOrNo(strange));
    String expected = labels.map(known -> "; " + known.expected("")).orElse("");
    boolean isOpen = values.values().stream().anyMatch(value -> value.asText().isEmpty());
    boolean isExplained = values.size() == strange.size() && bad == badInWords && !isOpen;
    String count = bad + " of " + all + " cells are not understood";
    if (values.isEmpty()) {
      return column.unsure(
          count
              + (isYesNo(place) ? "; expected yes or no" : expected)
              + (strange.isEmpty() ? "" : "; add `values`"));
    }
    return column.withValues(
        values,
        (isExplained ? "" : count + "; ")
            + "check what these words stand for"
            + (isOpen ? ", and fill in each empty text" : "")
            + expected);
  }

  private boolean isYesNo(String place) {
    return known.fact(place).filter(fact -> fact.kind() == FactKind.YES_NO).isPresent();
  }

  private Cell cell(String place) {
    Optional<Fact> fact = known.fact(place).filter(any -> place.contains(Place.ANSWERS));
    return fact.map(Cells::of)
        .orElseGet(() -> Place.find(known.kind(), place).orElseThrow().cell());
  }

  /**
   * Returns the words of a form that have something of the words that are known, and nothing else
   * that can be a name. The value is the known word, or a text to be filled in if none is near.
   */
  private static ImmutableMap<String, JsonNode> words(Set<String> strange, Labels known) {
    ImmutableMap.Builder<String, JsonNode> values = ImmutableMap.builder();
    Set<String> folded = new HashSet<>();
    for (String word : strange) {
      if (PlainPhrases.isLike(known, word) && folded.add(Labels.fold(word))) {
        values.put(word, TextNode.valueOf(known.like(word).orElse("")));
      }
    }
    return values.buildOrThrow();
  }

  /** Returns what phrases that start with yes or no seem to stand for. */
  private static ImmutableMap<String, JsonNode> yesOrNo(Set<String> strange) {
    ImmutableMap.Builder<String, JsonNode> values = ImmutableMap.builder();
    for (String word : strange) {
      PlainPhrases.yesOrNo(word).ifPresent(yes -> values.put(word, BooleanNode.valueOf(yes)));
    }
    return values.buildOrThrow();
  }
}
