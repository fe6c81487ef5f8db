package org.tfm.rules.book;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableMap;
import java.util.Base64;
import java.util.BitSet;
import org.tfm.model.school.SchoolKind;

/** A set of kinds of school. Immutable. Its JSON is {@code all} or the bits in Base64. */
final class KindSet {

  private static final String ALL = "all";
  private static final int SIZE = SchoolKind.all().size();
  private static final ImmutableMap<SchoolKind, Integer> INDEX = index();

  private final BitSet bits;

  private KindSet(BitSet bits) {
    this.bits = bits;
  }

  private static ImmutableMap<SchoolKind, Integer> index() {
    ImmutableMap.Builder<SchoolKind, Integer> index = ImmutableMap.builder();
    for (int i = 0; i < SIZE; i++) {
      index.put(SchoolKind.all().get(i), i);
    }
    return index.buildOrThrow();
  }

  static KindSet of(Iterable<SchoolKind> kinds) {
    BitSet bits = new BitSet(SIZE);
    kinds.forEach(kind -> bits.set(indexOf(kind)));
    return new KindSet(bits);
  }

  /** Returns the kinds that are in one of the sets. */
  static KindSet union(Iterable<KindSet> sets) {
    BitSet bits = new BitSet(SIZE);
    sets.forEach(set -> bits.or(set.bits));
    return new KindSet(bits);
  }

  /** Whether it contains every kind. */
  boolean isAll() {
    return bits.cardinality() == SIZE;
  }

  /** Whether it contains every kind of another set. */
  boolean containsAll(KindSet other) {
    BitSet others = (BitSet) other.bits.clone();
    others.andNot(bits);
    return others.isEmpty();
  }

  private static int indexOf(SchoolKind kind) {
    Integer index = INDEX.get(kind);
    if (index == null) {
      throw new IllegalArgumentException("unknown kind of school: " + kind);
    }
    return index;
  }

  boolean contains(SchoolKind kind) {
    return bits.get(indexOf(kind));
  }

  /** Whether it contains the kind with this index in {@link SchoolKind#all}. */
  boolean contains(int index) {
    return bits.get(index);
  }

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static KindSet parse(String text) {
    if (text.equals(ALL)) {
      BitSet bits = new BitSet(SIZE);
      bits.set(0, SIZE);
      return new KindSet(bits);
    }
    BitSet bits = BitSet.valueOf(Base64.getDecoder().decode(text));
    if (bits.length() > SIZE) {
      throw new IllegalArgumentException("a set of more than all kinds of school");
    }
    return new KindSet(bits);
  }

  @JsonValue
  @Override
  public String toString() {
    return isAll() ? ALL : Base64.getEncoder().encodeToString(bits.toByteArray());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof KindSet set && set.bits.equals(bits);
  }

  @Override
  public int hashCode() {
    return bits.hashCode();
  }
}
