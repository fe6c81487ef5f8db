package org.tfm.model.style;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A type or a method that is public only because another package of this library needs it: it is no
 * part of the API, and may change or go in any version.
 *
 * <p>Its Javadoc has the tag {@code @hidden}, so that the published pages do not show it.
 */
@Documented
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.CONSTRUCTOR})
@Retention(RetentionPolicy.CLASS)
public @interface Internal {}
