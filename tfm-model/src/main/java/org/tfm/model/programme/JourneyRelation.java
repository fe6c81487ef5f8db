package org.tfm.model.programme;

import java.util.Locale;
import org.tfm.model.json.TfmJson;

/** The place of a type of work group in the journey of a school, as a document states it. */
@TfmJson.Strict
public enum JourneyRelation {
  /** Schools join it after one of the other types. */
  FOLLOWS,
  /** Schools can start with it. */
  STARTS,
  /** Schools can take part in it year after year. */
  REPEATS,
  /** It replaces the other types. */
  REPLACES,
  /** Schools for which one of the other types comes too early can join it instead. */
  INSTEAD_OF,
  /** It lasts a number of years. */
  LASTS;

  /** The word in the files of a pack, such as {@code instead-of}. */
  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
