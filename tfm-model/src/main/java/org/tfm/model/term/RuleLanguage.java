package org.tfm.model.term;

/**
 * The language that rule files are written in.
 *
 * <p>Its version and the version of the library are two numbers: most releases of the library
 * change nothing about how a rule is written.
 */
public final class RuleLanguage {

  /** The version that this library reads, as {@code publisher.yaml} names it. */
  public static final int VERSION = 1;

  private RuleLanguage() {}
}
