package org.tfm.model.programme;

/** One of the three terms of an academic year; each has two {@linkplain HalfTerm half terms}. */
public enum SchoolTerm {
  /** September to December. */
  AUTUMN,
  /** January to Easter. */
  SPRING,
  /** Easter to July. */
  SUMMER
}
