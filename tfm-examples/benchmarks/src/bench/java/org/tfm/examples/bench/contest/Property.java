package org.tfm.examples.bench.contest;

import com.google.common.base.CaseFormat;
import org.tfm.model.criterion.Fact;
import org.tfm.model.criterion.FactKind;

/**
 * A fact as a property of a Java bean.
 *
 * @param fact the fact
 * @param form its representation in plain Java
 */
public record Property(Fact fact, Form form) {

  /** The representations of facts in plain Java; null if unknown. */
  public enum Form {
    /** An enum of the library. */
    ENUM,
    /** A Boolean answer. */
    YES_NO,
    /** A computed Boolean, with a text about its origin. */
    WORKED_OUT,
    /** A whole number. */
    COUNT,
    /** Half-days. */
    HALF_DAYS,
    /** A decimal number. */
    DECIMAL,
    /** A word among the answers. */
    WORD,
    /** A set of words. */
    WORDS,
    /** A set of roles. */
    ROLES,
    /** True if there is a text; otherwise null. */
    TEXT
  }

  static Property of(Fact fact) {
    return new Property(
        fact,
        switch (fact.id()) {
          case "phase", "establishment-type", "country" -> Form.ENUM;
          case "state-funded", "most-teachers-using-mastery" -> Form.WORKED_OUT;
          case "lead-participants" -> Form.COUNT;
          case "combined-release", "release-days" -> Form.HALF_DAYS;
          case "roles" -> Form.ROLES;
          default ->
              switch (fact.kind()) {
                case YES_NO -> Form.YES_NO;
                case NUMBER -> Form.DECIMAL;
                case CHOICE -> Form.WORD;
                case CHOICES -> Form.WORDS;
                case DAY, TEXT -> Form.TEXT;
              };
        });
  }

  /** The name of the property, such as {@code combinedRelease}. */
  public String name() {
    return CaseFormat.LOWER_HYPHEN.to(CaseFormat.LOWER_CAMEL, fact.id());
  }

  /** Whether it is only among the answers. */
  boolean isAnswer() {
    return fact.isAnswer() && form != Form.WORKED_OUT;
  }

  /** Whether the number may be partly known, so that it can be larger. */
  boolean isOpen() {
    return fact.id().equals("combined-release");
  }

  /** Whether it has few enough values for their findings to be computed in advance. */
  boolean hasFewValues() {
    return form == Form.ENUM
        || (form == Form.YES_NO && fact.kind() == FactKind.YES_NO)
        || form == Form.TEXT;
  }
}
