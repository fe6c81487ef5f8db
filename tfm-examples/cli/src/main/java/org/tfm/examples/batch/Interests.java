package org.tfm.examples.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tfm.examples.text.Words;
import org.tfm.model.document.Application;
import org.tfm.model.document.Document;
import org.tfm.model.document.ExpressionOfInterest;
import org.tfm.model.intake.FormMap;
import org.tfm.model.problem.InvalidInputException;

/**
 * The expressions of interest that came before applications, by URN and offering. Not thread-safe.
 */
public final class Interests {

  /** The heading of what is said about them. */
  static final String HEADING = "Expression of interest";

  private final Map<String, String> sentences = new HashMap<>();
  private final Set<String> unanswered = new HashSet<>();
  private int unreadable;

  private Interests() {}

  /**
   * Reads a form of expressions of interest. Rows that cannot be read are counted.
   *
   * @throws InvalidInputException if the file cannot be read, or its headings are not those of the
   *     map
   */
  public static Interests read(String file, FormMap map, Policies policies) {
    Interests interests = new Interests();
    try (InputFiles rows = InputFiles.of(file, Optional.empty(), Optional.of(map))) {
      while (rows.hasNext()) {
        interests.add((CsvRow) rows.next(), policies);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return interests;
  }

  private void add(CsvRow row, Policies policies) {
    try {
      row.check();
      ExpressionOfInterest read =
          row.form()
              .read(row.cells(), ExpressionOfInterest.class, policies, any -> List.of())
              .document();
      String key = read.school().urn() + " " + read.offering();
      sentences.putIfAbsent(
          key,
          "Yes, in row "
              + row.line()
              + read.submittedOn().map(day -> " on " + Words.day(day)).orElse("")
              + ".");
      unanswered.add(key);
    } catch (InvalidInputException e) {
      unreadable++;
    }
  }

  /** Returns the sentence about an application. */
  String of(Document application) {
    String key = ((Application) application).school().urn() + " " + application.offering();
    unanswered.remove(key);
    return sentences.getOrDefault(key, "None.");
  }

  /** How many expressions of interest no application followed. */
  public int withoutApplication() {
    return unanswered.size();
  }

  /** How many rows could not be read. */
  public int unreadable() {
    return unreadable;
  }
}
