package org.tfm.model.style;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.immutables.value.Value;

/**
 * The style of the library's value types: the abstract type is public and the generated class is
 * hidden.
 *
 * <p>Builders are written by hand and delegate to the generated ones, so that every method has its
 * own Javadoc, takes JDK collections, and can be added compatibly. {@code typeInnerBuilder} hides
 * them from the generator, which would otherwise make the generated builder extend them.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
@Value.Style(
    visibility = Value.Style.ImplementationVisibility.PACKAGE,
    overshadowImplementation = true,
    defaultAsDefault = false,
    typeInnerBuilder = "None",
    forceJacksonPropertyNames = true,
    passAnnotations = {})
public @interface ValueType {}
