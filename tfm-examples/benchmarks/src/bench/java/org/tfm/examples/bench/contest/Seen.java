package org.tfm.examples.bench.contest;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value that was read.
 *
 * @param wording the words for it
 * @param of the person that it is about; empty for the application
 * @param text the value in plain English; null if it is not given
 * @param given whether it is given, where only that was read
 */
public record Seen(Wording wording, String of, @Nullable String text, boolean given) {

  static final String NOT_GIVEN = "not given";

  /** A value of the application; null if it is not given. */
  public static Seen of(Wording wording, @Nullable String text) {
    return new Seen(wording, "", text, false);
  }

  /** Whether a value of the application is given. */
  public static Seen given(Wording wording, boolean given) {
    return given(wording, "", given);
  }

  static Seen given(Wording wording, String of, boolean given) {
    return new Seen(wording, of, given ? "given" : null, given);
  }

  /** The value in plain English. */
  String read() {
    return text == null ? NOT_GIVEN : text;
  }

  /** Whether it has a value, as opposed to a text that is given or nothing. */
  boolean isValue() {
    return text != null && !given;
  }

  /** Returns the values without those that say nothing more, in their order. */
  static List<Seen> different(List<Seen> all) {
    List<Seen> different = new ArrayList<>(all.size());
    for (Seen one : all) {
      if (!different.contains(one) && !one.isSaidBy(all)) {
        different.add(one);
      }
    }
    return different;
  }

  /** Whether a value of the same fact was read too, so that this says nothing more. */
  private boolean isSaidBy(List<Seen> others) {
    if (isValue()) {
      return false;
    }
    for (Seen other : others) {
      if (other.isValue() && other.wording == wording && other.of.equals(of)) {
        return true;
      }
    }
    return false;
  }

  /** The value without the values that it was derived from; null if it is not given. */
  @Nullable String answer() {
    return text != null && wording.isYesNo() && text.endsWith(")")
        ? text.substring(0, text.indexOf(' '))
        : text;
  }
}
