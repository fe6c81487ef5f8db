package org.tfm.model.term;

/**
 * The language of rule files.
 *
 * <p>It has its own version number, because most releases of the library do not change the
 * language.
 */
public final class RuleLanguage {

  /** The version that the library reads, as declared in {@code publisher.yaml}. */
  public static final int VERSION = 1;

  private RuleLanguage() {}
}
