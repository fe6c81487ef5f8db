package org.tfm.rules.book;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.stream.Stream;
import org.tfm.rules.pack.PackRule;

/**
 * Checks that compiled rules refer only to the vocabulary, to values, and to what the rule engine
 * itself generates.
 *
 * <p>This is the second line of defence. {@code DrlWriter} writes rules from validated words, so no
 * rule should ever refer to anything else. Nothing of the rules runs before this check.
 */
final class CompiledRules {

  /** The packages and classes that compiled rules may refer to, with all their members. */
  private static final ImmutableList<String> PACKAGES =
      ImmutableList.of(
          PackRule.ROOT + ".",
          "org.drools.project.model.",
          "org.tfm.rules.language.",
          "org.tfm.model.criterion.",
          "org.tfm.model.document.",
          "org.tfm.model.programme.",
          "org.tfm.model.school.",
          "org.tfm.model.term.",
          "org.kie.api.builder.model.");

  private static final ImmutableSet<String> CLASSES =
      ImmutableSet.of(
          "java.lang.Boolean",
          "java.lang.Double",
          "java.lang.Enum",
          "java.lang.Exception",
          "java.lang.IllegalArgumentException",
          "java.lang.Integer",
          "java.lang.Long",
          "java.lang.Object",
          "java.lang.RuntimeException",
          "java.lang.String",
          "java.util.ArrayList",
          "java.util.List",
          "org.drools.model.DomainClassMetadata",
          "org.drools.model.Index",
          "org.drools.model.Index$ConstraintType",
          "org.drools.model.Model",
          "org.drools.model.PatternDSL",
          "org.drools.model.PatternDSL$PatternDef",
          "org.drools.model.PatternDSL$ReactOn",
          "org.drools.model.Rule",
          "org.drools.model.RuleItemBuilder",
          "org.drools.model.consequences.ConsequenceBuilder",
          "org.drools.model.functions.Block1",
          "org.drools.model.functions.Function1",
          "org.drools.model.functions.HashedExpression",
          "org.drools.model.functions.Predicate1",
          "org.drools.model.functions.PredicateInformation",
          "org.drools.model.impl.RuleBuilder",
          "org.drools.modelcompiler.CanonicalKieModuleModel",
          "org.drools.modelcompiler.util.EvaluationUtil",
          "org.kie.api.conf.EventProcessingOption",
          "org.kie.api.conf.KieBaseMutabilityOption",
          "org.kie.util.maven.support.ReleaseIdImpl");

  /** The only members that compiled rules may refer to in classes that can do more. */
  private static final ImmutableSet<String> MEMBERS =
      ImmutableSet.of(
          "java.lang.System.arraycopy",
          "java.lang.invoke.StringConcatFactory.makeConcatWithConstants",
          "java.time.format.DateTimeFormatterBuilder.<init>",
          "java.time.format.DateTimeFormatterBuilder.appendPattern",
          "java.time.format.DateTimeFormatterBuilder.parseCaseInsensitive",
          "java.time.format.DateTimeFormatterBuilder.toFormatter",
          "java.util.Arrays.asList",
          "java.util.Collections.emptyList",
          "java.util.Locale.ENGLISH",
          "org.drools.model.consequences.ConsequenceBuilder$_1.execute",
          "org.drools.modelcompiler.dsl.pattern.D.alphaIndexedBy",
          "org.drools.modelcompiler.dsl.pattern.D.declarationOf",
          "org.drools.modelcompiler.dsl.pattern.D.globalOf",
          "org.drools.modelcompiler.dsl.pattern.D.on",
          "org.drools.modelcompiler.dsl.pattern.D.pattern",
          "org.drools.modelcompiler.dsl.pattern.D.reactOn",
          "org.drools.modelcompiler.dsl.pattern.D.rule",
          "org.drools.util.DateUtils.getDateFormatMask",
          "org.kie.api.KieServices.get",
          "org.kie.api.KieServices.newKieModuleModel",
          "org.kie.api.runtime.conf.ClockTypeOption.get");

  /** Classes that the compiler names beside such a member; a class alone does nothing. */
  private static final ImmutableSet<String> NAMED =
      Stream.concat(
              MEMBERS.stream().map(member -> member.substring(0, member.lastIndexOf('.'))),
              Stream.of("java.lang.invoke.MethodHandles", "java.lang.invoke.MethodHandles$Lookup"))
          .collect(ImmutableSet.toImmutableSet());

  private CompiledRules() {}

  /**
   * Checks a compiled class.
   *
   * @throws IllegalStateException if it refers to anything else
   */
  static void check(byte[] classFile) {
    ImmutableSet<String> others =
        ClassReferences.of(classFile).stream()
            .filter(name -> !isAllowed(name))
            .collect(ImmutableSet.toImmutableSet());
    if (!others.isEmpty()) {
      throw new IllegalStateException("rules cannot refer to " + String.join(", ", others));
    }
  }

  private static boolean isAllowed(String name) {
    return CLASSES.contains(name)
        || MEMBERS.contains(name)
        || NAMED.contains(name)
        || CLASSES.contains(name.substring(0, Math.max(0, name.lastIndexOf('.'))))
        || PACKAGES.stream().anyMatch(name::startsWith);
  }
}
