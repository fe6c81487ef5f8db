package org.tfm.model.criterion;

import org.tfm.model.json.TfmJson;

/** The type of the value of a fact. */
@TfmJson.Strict
public enum FactKind {
  /** Yes or no. */
  YES_NO("an answer of yes or no"),
  /** A number in the unit of the fact. */
  NUMBER("a number"),
  /** One word of a list. */
  CHOICE("one word"),
  /** Any words of a list. */
  CHOICES("a list of words"),
  /** A day, or a time of a day. */
  DAY("a day"),
  /** Free text; criteria can only ask whether it is given. */
  TEXT("a text");

  private final String inWords;

  FactKind(String inWords) {
    this.inWords = inWords;
  }

  /** The kind as messages say it, such as {@code a number}. */
  String inWords() {
    return inWords;
  }
}
