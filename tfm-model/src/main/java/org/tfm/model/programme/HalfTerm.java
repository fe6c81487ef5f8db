package org.tfm.model.programme;

import com.google.common.collect.ImmutableList;
import java.util.List;

/** One of the six half terms of an academic year, in order. */
public enum HalfTerm {
  /** The first half of the autumn term. */
  AUTUMN_1(SchoolTerm.AUTUMN),
  /** The second half of the autumn term. */
  AUTUMN_2(SchoolTerm.AUTUMN),
  /** The first half of the spring term. */
  SPRING_1(SchoolTerm.SPRING),
  /** The second half of the spring term. */
  SPRING_2(SchoolTerm.SPRING),
  /** The first half of the summer term. */
  SUMMER_1(SchoolTerm.SUMMER),
  /** The second half of the summer term. */
  SUMMER_2(SchoolTerm.SUMMER);

  private final SchoolTerm term;

  HalfTerm(SchoolTerm term) {
    this.term = term;
  }

  /** The term this is a half of. */
  public SchoolTerm term() {
    return term;
  }

  /** The half terms of a term, in order. */
  public static ImmutableList<HalfTerm> of(SchoolTerm term) {
    return List.of(values()).stream()
        .filter(half -> half.term == term)
        .collect(ImmutableList.toImmutableList());
  }
}
