package org.tfm.model.style;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.immutables.value.Value;

/**
 * The one style of our value types: the abstract type is public, the generated class hidden.
 *
 * <p>A builder is written by hand and passes on to the generated one. So each of its methods has a
 * text of its own and takes the collections of the JDK, and a method can be added without breaking
 * anybody. The generator must not look for it: it would have the one extend the other.
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
