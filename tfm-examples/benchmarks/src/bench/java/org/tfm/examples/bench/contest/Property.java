package org.tfm.examples.bench.contest;

import com.google.common.base.CaseFormat;
import org.tfm.model.criterion.Fact;
import org.tfm.model.criterion.FactKind;

/**
 * A fact as a property of a Java bean.
 *
 * @param fact the fact
 * @param form what plain Java holds it in
 */
public record Property(Fact fact, Form form) {

  /** What plain Java holds a fact in; null where it is not known. */
  public enum Form {
    /** An enum of the library. */
    ENUM,
    /** A Boolean that is among the answers. */
    YES_NO,
    /** A Boolean that is worked out, with a text that says from what. */
    WORKED_OUT,
    /** A whole number. */
    COUNT,
    /** Half-days. */
    HALF_DAYS,
    /** A decimal number. */
    DECIMAL,
    /** A word that is among the answers. */
    WORD,
    /** A set of words. */
    WORDS,
    /** A set of roles. */
    ROLES,
    /** True where a text is given; else null. */
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
                case TEXT -> Form.TEXT;
              };
        });
  }

  /** The name of the property, such as {@code combinedRelease}. */
  public String name() {
    return CaseFormat.LOWER_HYPHEN.to(CaseFormat.LOWER_CAMEL, fact.id());
  }

  /** Whether it is found among the answers and nowhere else. */
  boolean isAnswer() {
    return fact.isAnswer() && form != Form.WORKED_OUT;
  }

  /** Whether only part of the number may be known, so that it may be greater. */
  boolean isOpen() {
    return fact.id().equals("combined-release");
  }

  /** Whether its value is one of few, so that what follows from it can be made beforehand. */
  boolean hasFewValues() {
    return form == Form.ENUM
        || (form == Form.YES_NO && fact.kind() == FactKind.YES_NO)
        || form == Form.TEXT;
  }
}
