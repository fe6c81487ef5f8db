package org.tfm.model.term;

/**
 * The language of rule files.
 *
 * <p>It has its own version number, because most releases of the library do not change the
 * language.
 */
public final class RuleLanguage {

  /** The newest version that the library reads, as declared in {@code publisher.yaml}. */
  public static final int VERSION = 2;

  /** The oldest version that the library reads. Each version has all words of the one before. */
  public static final int OLDEST = 1;

  private RuleLanguage() {}
}
