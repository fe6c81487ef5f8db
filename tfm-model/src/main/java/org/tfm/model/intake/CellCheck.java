package org.tfm.model.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.tfm.model.assessment.TermsLookup;
import org.tfm.model.document.Document;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.programme.Offering;

/**
 * Reads cells as the form would, one by one, each in a document that has nothing else. Not
 * thread-safe.
 */
final class CellCheck {

  private static final int ANY_URN = 100_000;
  private static final String HEADING = "cell";

  private final FormKind kind;
  private final Offering offering;
  private final TermsLookup policies;
  private final Function<? super Document, ? extends List<Problem>> check;
  private final Optional<DayOrder> dates;
  private final Map<String, Result> results = new HashMap<>();

  /**
   * The result of the check of a cell.
   *
   * @param isUnderstood whether the form would be read
   * @param unknownWords the words that were expected to be in a list
   */
  record Result(boolean isUnderstood, Set<String> unknownWords) {}

  CellCheck(
      FormKind kind,
      Offering offering,
      TermsLookup policies,
      Function<? super Document, ? extends List<Problem>> check,
      Optional<DayOrder> dates) {
    this.kind = kind;
    this.offering = offering;
    this.policies = policies;
    this.check = check;
    this.dates = dates;
  }

  /** Reads a cell of a column that stands for a place. */
  Result read(String place, String text) {
    String first = place.replaceAll("\\[[0-9]*]", "[0]");
    return results.computeIfAbsent(first + " " + text, any -> readFirst(first, text));
  }

  private Result readFirst(String place, String text) {
    FormReader form = FormReader.of(map(place), ImmutableList.of(HEADING));
    FormRow row = new FormRow(1, ImmutableList.of(text));
    try {
      form.read(row, kind.type(), policies, this::problems);
      return new Result(true, ImmutableSet.of());
    } catch (InvalidInputException e) {
      if (e.problems().stream().noneMatch(problem -> problem.column().isPresent())) {
        return new Result(true, ImmutableSet.of());
      }
      FormRows rows = new FormRows(form.layout(), ImmutableList.of(row));
      rows.document(policies);
      return new Result(false, ImmutableSet.copyOf(rows.unknownWords()));
    }
  }

  private List<Problem> problems(Object read) {
    return read instanceof Document document ? check.apply(document) : List.of();
  }

  private FormMap map(String place) {
    Map<String, JsonNode> constants = new HashMap<>();
    constants.put("offering.hub", TextNode.valueOf(offering.hub()));
    constants.put("offering.type", TextNode.valueOf(offering.type()));
    constants.put("offering.year", TextNode.valueOf(offering.year().toString()));
    if (kind == FormKind.GROUP) {
      constants.put(Place.GROUP, TextNode.valueOf(HEADING));
    } else {
      constants.put(Place.URN, IntNode.valueOf(ANY_URN));
    }
    if (place.startsWith("schools[")) {
      constants.put("schools[0].urn", IntNode.valueOf(ANY_URN));
    }
    if (place.equals("lead.school")) {
      constants.put("lead.role", TextNode.valueOf("COHORT_LEAD"));
    }
    if (place.equals("sessions[0].startsAt")) {
      constants.put("sessions[0].date", TextNode.valueOf(offering.year().firstDay().toString()));
    }
    int history = place.indexOf(Place.HISTORY + "[");
    if (history >= 0) {
      String own = place.substring(0, history) + Place.HISTORY + "[0].";
      constants.put(own + "type", TextNode.valueOf(offering.type()));
      constants.put(own + "year", TextNode.valueOf(offering.year().previous().toString()));
    }
    constants.remove(place);
    return new FormMap(
        Optional.of(kind),
        dates,
        Optional.empty(),
        Optional.of(ImmutableMap.copyOf(constants)),
        ImmutableList.of(FormColumn.of(HEADING, place)),
        Optional.empty(),
        Optional.empty());
  }
}
