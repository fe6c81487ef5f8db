package org.tfm.model.style;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a type or method that is public only for other packages of this library. It is not part of
 * the API and may change or disappear in any version.
 *
 * <p>The tag {@code @hidden} keeps it out of the published Javadoc.
 */
@Documented
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.CONSTRUCTOR})
@Retention(RetentionPolicy.CLASS)
public @interface Internal {}
