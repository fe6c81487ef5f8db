package org.tfm.model.criterion;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.Optional;

/** The source of the values of facts. Implementations are immutable. */
public interface Evidence {

  /** Returns evidence without any values. */
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

  /** Returns the value of a fact; empty if it is not given. */
  Optional<Value> find(Fact fact);

  /** Returns the evidence about each member of a list; empty if the list is absent or empty. */
  ImmutableList<Evidence> members(Members members);

  /** Whether a fact is given, with any value. */
  default boolean isGiven(Fact fact) {
    requireNonNull(fact, "fact");
    return find(fact).isPresent();
  }

  /** Returns how many members can still be added to a list. */
  default int mostAdded(Members members) {
    requireNonNull(members, "members");
    return 0;
  }

  /** Whether members can still be added to a list. */
  default boolean mayGrow(Members members) {
    return mostAdded(members) > 0;
  }

  /**
   * Returns a value that is the same for all entries of a list about the same person or school;
   * empty if it is not known.
   */
  default Optional<Object> identity() {
    return Optional.empty();
  }

  /** Whether absent values are gaps, because the document has been submitted. */
  default boolean isHandedIn() {
    return false;
  }

  /**
   * Returns this evidence for requirements on the contents of the application: in a submitted
   * document, absent values are gaps.
   */
  default Evidence forWhatIsHandedIn() {
    return this;
  }

  /**
   * The member that it is about, such as {@code lead participant 2}; empty for the whole document.
   */
  String describes();
}
