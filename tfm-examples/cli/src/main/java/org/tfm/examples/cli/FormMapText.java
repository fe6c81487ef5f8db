package org.tfm.examples.cli;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tfm.model.intake.DayOrder;
import org.tfm.model.intake.FormProposal;
import org.tfm.model.intake.ProposedColumn;
import org.tfm.model.json.TfmJson;
import org.tfm.model.problem.PrintableText;
import org.tfm.model.programme.Offering;

/** A proposed form map as YAML, with comments for the person who checks it. */
final class FormMapText {

  private static final String TO_CHECK = "# check this, then delete the line `unsure: true`";

  /** Words that some readers of YAML take for something else than a text. */
  private static final ImmutableSet<String> RESERVED =
      ImmutableSet.of("true", "false", "null", "yes", "no", "on", "off", "y", "n");

  private FormMapText() {}

  /** Returns the text of the file. */
  static String of(FormDocument document, FormProposal proposal, Offering offering) {
    StringBuilder text = new StringBuilder();
    text.append(document.comment()).append("form: ").append(document.word()).append('\n');
    proposal
        .dates()
        .ifPresent(
            order ->
                text.append("dates: ")
                    .append(order == DayOrder.DAY_FIRST ? "day-first" : "month-first")
                    .append(" # the form has dates that cannot be read otherwise\n"));
    if (proposal.isRowEach()) {
      text.append("people: one-row-each\n");
    }
    constants(proposal, offering, text);
    text.append("columns:\n");
    proposal.columns().stream()
        .filter(column -> column.to().isPresent())
        .forEach(column -> column(column, text));
    notRead("ignore", proposal, true, text);
    notRead("carry", proposal, false, text);
    return text.toString();
  }

  /** Adds the offering, except what a column gives. */
  private static void constants(FormProposal proposal, Offering offering, StringBuilder text) {
    Map<String, String> constants = new LinkedHashMap<>();
    constants.put("offering.hub", offering.hub());
    constants.put("offering.type", offering.type());
    constants.put("offering.year", offering.year().toString());
    proposal.columns().forEach(column -> column.to().ifPresent(constants::remove));
    if (!constants.isEmpty()) {
      text.append("constants:\n");
      constants.forEach(
          (place, value) ->
              text.append("  ").append(place).append(": ").append(value).append('\n'));
    }
  }

  private static void column(ProposedColumn column, StringBuilder text) {
    text.append("  - heading: ")
        .append(quoted(column.heading()))
        .append("\n    to: ")
        .append(quoted(column.to().orElseThrow()))
        .append('\n');
    if (!column.values().isEmpty()) {
      text.append("    values:\n");
      column
          .values()
          .forEach(
              (word, value) ->
                  text.append("      ")
                      .append(quoted(word))
                      .append(": ")
                      .append(value.isTextual() ? quoted(value.asText()) : value.asText())
                      .append('\n'));
    }
    if (column.unsure()) {
      text.append("    ").append(TO_CHECK).append('\n').append("    unsure: true");
      comment(column, text);
    }
  }

  private static void notRead(
      String key, FormProposal proposal, boolean ignored, StringBuilder text) {
    List<ProposedColumn> columns =
        proposal.columns().stream()
            .filter(column -> column.to().isEmpty() && column.ignored() == ignored)
            .toList();
    if (!columns.isEmpty()) {
      text.append(key).append(":\n");
      for (ProposedColumn column : columns) {
        text.append("  - ").append(quoted(column.heading()));
        comment(column, text);
      }
    }
  }

  private static void comment(ProposedColumn column, StringBuilder text) {
    if (!column.comment().isEmpty()) {
      text.append(" # ").append(PrintableText.text(column.comment()));
    }
    text.append('\n');
  }

  /** Returns a text in quotes, as JSON and YAML have it; a plain word needs none. */
  private static String quoted(String text) {
    return text.matches("[A-Za-z][A-Za-z0-9.-]*( [A-Za-z0-9]+)*") && !isReserved(text)
        ? text
        : TfmJson.write(text);
  }

  private static boolean isReserved(String text) {
    return RESERVED.contains(Ascii.toLowerCase(text));
  }
}
