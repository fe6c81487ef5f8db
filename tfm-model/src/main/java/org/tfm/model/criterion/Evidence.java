package org.tfm.model.criterion;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.Optional;

/** What is known: the source of values for facts. Implementations are immutable. */
public interface Evidence {

  /** Evidence that knows nothing. */
  static Evidence nothing(String describes) {
    requireNonNull(describes, "describes");
    return new Evidence() {
      @Override
      public Optional<Value> find(Fact fact) {
        return Optional.empty();
      }

      @Override
      public ImmutableList<Evidence> members(Members members) {
        return ImmutableList.of();
      }

      @Override
      public String describes() {
        return describes;
      }
    };
  }

  /** The value of a fact; empty when it was not given. */
  Optional<Value> find(Fact fact);

  /** The evidence on each member; empty when the list was not given, or was given empty. */
  ImmutableList<Evidence> members(Members members);

  /** Whether a fact was given, whatever its value. */
  default boolean isGiven(Fact fact) {
    requireNonNull(fact, "fact");
    return find(fact).isPresent();
  }

  /** Whether members may still be added to a list that is given. */
  default boolean mayGrow(Members members) {
    requireNonNull(members, "members");
    return false;
  }

  /** Whether what is not given stays so, since the document has been handed in without it. */
  default boolean isHandedIn() {
    return false;
  }

  /**
   * The same evidence as it counts for what must be handed in: once the document has been handed
   * in, what is not given is a gap.
   */
  default Evidence forWhatIsHandedIn() {
    return this;
  }

  /** Whom it is about, such as {@code lead participant 2}; empty for the whole. */
  String describes();
}
