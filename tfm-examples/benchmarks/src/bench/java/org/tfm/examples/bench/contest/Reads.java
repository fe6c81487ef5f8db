package org.tfm.examples.bench.contest;

import org.jspecify.annotations.Nullable;

/** Values that were read, put together: a single one as it stands, several each with its name. */
public final class Reads {

  private @Nullable String single;
  private @Nullable StringBuilder several;

  /** Notes a value that has a name where there are several. */
  public void add(String name, String text) {
    if (single == null && several == null) {
      several = new StringBuilder(64).append(name).append(": ").append(text);
      single = text;
    } else if (several != null) {
      several.append("; ").append(name).append(": ").append(text);
      single = null;
    }
  }

  /** All of it. */
  public String text() {
    return single != null ? single : several == null ? "not given" : several.toString();
  }
}
