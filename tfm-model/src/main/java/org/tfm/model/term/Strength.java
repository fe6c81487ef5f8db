package org.tfm.model.term;

import org.tfm.model.criterion.Mood;

/** How strongly a source puts a requirement. */
public enum Strength {
  /** "Must", "minimum", "will". */
  MUST(Mood.MUST),
  /** "Should", "expected", "key characteristic": the hub decides where it is not met. */
  SHOULD(Mood.SHOULD),
  /** "Ideally", "normally", "likely", "most suitable": advice, which changes no verdict. */
  PREFERRED(Mood.IDEALLY);

  private final Mood mood;

  Strength(Mood mood) {
    this.mood = mood;
  }

  /** The mood in which a requirement of this strength is put. */
  public Mood mood() {
    return mood;
  }
}
