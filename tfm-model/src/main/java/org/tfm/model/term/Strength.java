package org.tfm.model.term;

import org.tfm.model.criterion.Mood;
import org.tfm.model.json.TfmJson;

/** The strength of a requirement, as its source words it. */
@TfmJson.Strict
public enum Strength {
  /** "Must", "minimum", "will". */
  MUST(Mood.MUST),
  /** "Should", "expected", "key characteristic": if it is not met, the hub decides. */
  SHOULD(Mood.SHOULD),
  /** "Ideally", "normally", "likely", "most suitable": advice, which does not affect verdicts. */
  PREFERRED(Mood.IDEALLY);

  private final Mood mood;

  Strength(Mood mood) {
    this.mood = mood;
  }

  /** The grammatical mood of requirements with this strength. */
  public Mood mood() {
    return mood;
  }
}
