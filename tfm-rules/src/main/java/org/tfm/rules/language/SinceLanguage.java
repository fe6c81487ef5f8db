package org.tfm.rules.language;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.tfm.model.style.Internal;

/**
 * The version of the rule language that a word was added in; words without it are as old as the
 * language.
 *
 * @hidden
 */
@Internal
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface SinceLanguage {

  /** The version. */
  int value();
}
