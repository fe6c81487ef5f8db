package org.tfm.examples.bench.contest;

import org.jspecify.annotations.Nullable;

/** Joins the values read: a single value alone, several values with their names. */
public final class Reads {

  private @Nullable String single;
  private @Nullable StringBuilder several;

  /** Adds a value with its name. */
  public void add(String name, String text) {
    if (single == null && several == null) {
      several = new StringBuilder(64).append(name).append(": ").append(text);
      single = text;
    } else if (several != null) {
      several.append("; ").append(name).append(": ").append(text);
      single = null;
    }
  }

  /** Returns the joined values. */
  public String text() {
    return single != null ? single : several == null ? "not given" : several.toString();
  }
}
