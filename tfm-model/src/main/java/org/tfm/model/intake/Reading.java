package org.tfm.model.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.tfm.model.problem.Blanks;
import org.tfm.model.problem.Problem;

/** The problems and remarks from reading the cells of a row. Not thread-safe. */
final class Reading {

  private final DayOrder order;
  private final boolean isOrderStated;
  private final boolean isOfForm;
  private final List<Problem> problems = new ArrayList<>();
  private final List<Problem> remarks = new ArrayList<>();
  private final Set<String> refused = new HashSet<>();
  private final Set<String> unknownWords = new LinkedHashSet<>();
  private String pointer = "";

  /**
   * Creates a reading without problems.
   *
   * @param order the order of day and month
   * @param isOrderStated whether somebody has stated that order
   * @param isOfForm whether people have written the cells, and read what is wrong with them
   */
  Reading(DayOrder order, boolean isOrderStated, boolean isOfForm) {
    this.order = order;
    this.isOrderStated = isOrderStated;
    this.isOfForm = isOfForm;
  }

  /** Moves on to the cell of a place. */
  void moveTo(String place) {
    pointer = place;
  }

  /** The place whose cell is read. */
  String pointer() {
    return pointer;
  }

  DayOrder order() {
    return order;
  }

  boolean isOrderStated() {
    return isOrderStated;
  }

  /** Records a problem of the present cell, which then gives no value. */
  JsonNode refuse(Problem problem) {
    problem(problem);
    refused.add(pointer);
    return MissingNode.getInstance();
  }

  /**
   * Refuses a cell of another form in words for people; in a table with the names of places, its
   * text is the value: the reader of the document reports it as it would in JSON.
   */
  JsonNode refuseInForm(String text, Problem problem) {
    return isOfForm ? refuse(problem) : TextNode.valueOf(Blanks.strip(text));
  }

  /** Refuses a word that is not in a list, like {@link #refuseInForm}, and remembers it. */
  JsonNode refuseWord(String word, Problem problem) {
    unknownWords.add(Blanks.strip(word));
    return refuseInForm(word, problem);
  }

  /** The words that were expected to be in a list. They can be personal. */
  Set<String> unknownWords() {
    return unknownWords;
  }

  /** Records a problem of the present cell. */
  void problem(Problem problem) {
    problems.add(problem.atKey(pointer));
  }

  /** Records what somebody should look at, though the cell could be read. */
  void remark(Problem problem) {
    remarks.add(problem.atKey(pointer));
  }

  /** Whether a place has no value because its cell was refused. */
  boolean isRefused(String place) {
    return refused.contains(place);
  }

  /** Whether the present cell was refused. */
  boolean isRefused() {
    return isRefused(pointer);
  }

  List<Problem> problems() {
    return problems;
  }

  List<Problem> remarks() {
    return remarks;
  }
}
