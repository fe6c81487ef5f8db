package org.tfm.examples.bench.contest;

import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import java.util.LinkedHashSet;
import java.util.Set;
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
    Set<Seen> different = new LinkedHashSet<>(all);
    different.removeIf(one -> one.isSaidBy(all));
    boolean isOnly = different.size() == 1;
    return different.stream().map(one -> named(one, isOnly)).collect(joining("; "));
  }

  /** Returns the number of people whose value is given. */
  public static String given(ImmutableList<Seen> all) {
    long given = all.stream().filter(one -> one.text() != null).count();
    return all.isEmpty() ? Seen.NOT_GIVEN : given + " of " + all.size() + " given";
  }

  private static String named(Seen one, boolean isOnly) {
    if (!one.of().isEmpty()) {
      return one.of() + ": " + one.read();
    }
    return isOnly ? one.read() : one.wording().label() + ": " + one.read();
  }
}
