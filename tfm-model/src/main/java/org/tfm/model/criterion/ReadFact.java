package org.tfm.model.criterion;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A fact as it was read.
 *
 * <p>Immutable and thread-safe. The text is rendered when first asked for: most are never looked
 * at.
 */
public final class ReadFact {

  private final Fact fact;
  private final String of;
  private final @Nullable Value value;
  // Written without a lock: whoever comes second renders the same text again.
  private @Nullable String text;

  private ReadFact(Fact fact, String of, @Nullable Value value, @Nullable String text) {
    this.fact = fact;
    this.of = of;
    this.value = value;
    this.text = text;
  }

  /** The fact, read as this value of whom the evidence describes. */
  static ReadFact of(Fact fact, Evidence evidence, Value value) {
    return new ReadFact(fact, evidence.describes(), value, null);
  }

  /** The fact, read as this text of whom the evidence describes. */
  static ReadFact of(Fact fact, Evidence evidence, String text) {
    return new ReadFact(fact, evidence.describes(), null, text);
  }

  /** The fact. */
  public Fact fact() {
    return fact;
  }

  /** Whom it is about, such as {@code lead participant 2}; empty for the whole. */
  public String of() {
    return of;
  }

  /** The value as a person would write it, or {@code not given}. */
  public String text() {
    String rendered = text;
    if (rendered == null) {
      rendered = Objects.requireNonNull(value).text(fact);
      text = rendered;
    }
    return rendered;
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof ReadFact read
            && fact.equals(read.fact)
            && of.equals(read.of)
            && text().equals(read.text()));
  }

  @Override
  public int hashCode() {
    return 31 * fact.id().hashCode() + of.hashCode();
  }

  @Override
  public String toString() {
    return "ReadFact[fact=" + fact + ", of=" + of + ", text=" + text() + "]";
  }
}
