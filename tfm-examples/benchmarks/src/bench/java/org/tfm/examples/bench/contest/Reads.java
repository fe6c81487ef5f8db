package org.tfm.examples.bench.contest;

import com.google.common.collect.ImmutableList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tfm.model.criterion.MissingFact;

/** Collects the values read and the missing facts of one finding. Not thread-safe. */
public final class Reads {

  private final ImmutableList.Builder<Seen> seen = ImmutableList.builder();
  private ImmutableList.@Nullable Builder<MissingFact> missing;

  /** Adds a value; null if it is not given. */
  public Reads add(Wording wording, String of, @Nullable String text) {
    seen.add(new Seen(wording, of, text, false));
    return this;
  }

  /** Adds whether a value is given. */
  public Reads addGiven(Wording wording, String of, boolean given) {
    seen.add(Seen.given(wording, of, given));
    return this;
  }

  /** Adds a missing fact. */
  public Reads miss(MissingFact fact) {
    if (missing == null) {
      missing = ImmutableList.builder();
    }
    missing.add(fact);
    return this;
  }

  /** Adds everything that another has collected; its missing facts only if they decide. */
  public void addAll(Reads other, boolean deciding) {
    seen.addAll(other.seen());
    if (deciding) {
      other.missing().forEach(this::miss);
    }
  }

  /** The values. */
  public ImmutableList<Seen> seen() {
    return seen.build();
  }

  /** The missing facts. */
  public ImmutableList<MissingFact> missing() {
    return missing == null ? Layout.NOTHING : missing.build();
  }

  /** Returns the values as text: one alone, several with their names. */
  public static String text(ImmutableList<Seen> all) {
    if (all.isEmpty()) {
      return Seen.NOT_GIVEN;
    }
    if (all.size() == 1) {
      return named(all.get(0), true);
    }
    StringBuilder text = new StringBuilder(64);
    List<Seen> different = Seen.different(all);
    for (Seen one : different) {
      text.append(text.isEmpty() ? "" : "; ").append(named(one, different.size() == 1));
    }
    return text.toString();
  }

  /** Returns the number of people whose value is given. */
  public static String given(ImmutableList<Seen> all) {
    int given = 0;
    for (Seen one : all) {
      given += one.text() == null ? 0 : 1;
    }
    return all.isEmpty() ? Seen.NOT_GIVEN : given + " of " + all.size() + " given";
  }

  private static String named(Seen one, boolean isOnly) {
    if (!one.of().isEmpty()) {
      return one.of() + ": " + one.read();
    }
    return isOnly ? one.read() : one.wording().label() + ": " + one.read();
  }
}
