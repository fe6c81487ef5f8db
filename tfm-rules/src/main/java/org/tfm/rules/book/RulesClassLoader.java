package org.tfm.rules.book;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.net.URL;
import org.jspecify.annotations.Nullable;
import org.tfm.rules.pack.PackRule;

/**
 * The class loader with which rules are compiled. It hides the classes that rules do not need, so
 * that a rule that names one does not compile.
 *
 * <p>It cannot hide what stands in packages with values, such as {@code java.util}; {@link
 * CompiledRules} checks every reference.
 */
final class RulesClassLoader extends ClassLoader {

  private static final ImmutableList<String> FOUND =
      ImmutableList.of(
          "org.tfm.model.",
          "org.tfm.rules.language.",
          "org.drools.",
          "org.kie.",
          "org.joda.money.",
          "com.google.common.collect.",
          "java.util.",
          "java.math.",
          "java.time.",
          "java.io.Serializable");

  /** The classes of {@code java.lang} for values, exceptions and lambdas. */
  private static final ImmutableSet<String> OF_LANGUAGE =
      ImmutableSet.of(
          "Object",
          "String",
          "CharSequence",
          "Comparable",
          "Iterable",
          "Number",
          "Boolean",
          "Byte",
          "Character",
          "Short",
          "Integer",
          "Long",
          "Float",
          "Double",
          "Void",
          "Enum",
          "Record",
          "Math",
          "StringBuilder",
          "AbstractStringBuilder",
          "Override",
          "Deprecated",
          "SafeVarargs",
          "FunctionalInterface",
          "Cloneable",
          "AutoCloseable",
          "Throwable",
          "Exception",
          "Error",
          "RuntimeException",
          "IllegalArgumentException",
          "IllegalStateException",
          "NullPointerException",
          "Class",
          "annotation.Annotation",
          "annotation.Retention",
          "annotation.RetentionPolicy",
          "annotation.Target",
          "annotation.ElementType",
          "annotation.Documented",
          "annotation.Inherited",
          "invoke.MethodHandles",
          "invoke.MethodHandles$Lookup",
          "invoke.MethodType",
          "invoke.MethodHandle",
          "invoke.CallSite",
          "invoke.LambdaMetafactory",
          "invoke.SerializedLambda",
          "invoke.StringConcatFactory",
          "invoke.TypeDescriptor");

  private static final String LANGUAGE = "java.lang.";

  RulesClassLoader(ClassLoader all) {
    super("rules", all);
  }

  /**
   * Finds no resource of the rules themselves: other loaders never have one, and would keep the
   * name of each that they looked for.
   */
  @Override
  public @Nullable URL getResource(String name) {
    return name.startsWith(PackRule.ROOT + "/") ? null : super.getResource(name);
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    boolean found =
        name.startsWith(LANGUAGE)
            ? OF_LANGUAGE.contains(name.substring(LANGUAGE.length()))
            : FOUND.stream().anyMatch(name::startsWith);
    if (!found) {
      throw new ClassNotFoundException("rules cannot use " + name);
    }
    return super.loadClass(name, resolve);
  }
}
