package org.tfm.rules.pack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.programme.Offering;
import org.tfm.model.school.SchoolKind;
import org.tfm.rules.language.CountExpression;
import org.tfm.rules.language.EntitlementWriter;
import org.tfm.rules.language.FactExpression;
import org.tfm.rules.language.PriorityWriter;
import org.tfm.rules.language.ProvisionWriter;
import org.tfm.rules.language.RequirementWriter;
import org.tfm.rules.language.TermsWriter;
import org.tfm.rules.language.UndertakingWriter;
import org.tfm.rules.language.Vocabulary;

class ConfinementPropertyTest {

  /** Every call of the language. */
  static final ImmutableList<String> CALLS =
      Stream.of(
              Vocabulary.class,
              FactExpression.class,
              CountExpression.class,
              TermsWriter.class,
              RequirementWriter.class,
              EntitlementWriter.class,
              UndertakingWriter.class,
              ProvisionWriter.class,
              PriorityWriter.class)
          .flatMap(type -> Words.callsOn(type).stream())
          .map(Method::getName)
          .distinct()
          .collect(ImmutableList.toImmutableList());

  /** All names that the rule engine may see. */
  private static final ImmutableSet<String> ALLOWED =
      ImmutableSet.<String>builder()
          .add("package", "global", "rule", "when", "then", "end", "true", "terms", "type")
          .add("policies._river_hub_y2022_23_primary_development")
          .add(TermsWriter.class.getName())
          .add(Offering.class.getName())
          .add(SchoolKind.class.getName())
          .addAll(Words.SCHOOL_KIND.keySet())
          .addAll(Words.CONSTANTS.keySet())
          .addAll(
              Words.CONSTANTS.values().stream()
                  .map(word -> word.getDeclaringClass().getName() + "." + word.name())
                  .toList())
          .addAll(CALLS.stream().map(call -> Vocabulary.class.getName() + "." + call).toList())
          .build();

  private static final Pattern TEXT = Pattern.compile("\"(?:[^\"\\\\\n]|\\\\u[0-9a-f]{4})*\"");
  private static final Pattern CHAIN =
      Pattern.compile("[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z_][A-Za-z0-9_]*)*");
  private static final Pattern REST = Pattern.compile("[\\s().,;!=&|0-9]*");

  private static final List<String> FRAGMENTS =
      List.of(
          "import java.io.File;",
          "global java.util.List x;",
          "function",
          "declare",
          "query",
          "eval(",
          "from",
          "accumulate(",
          "salience 1",
          "$x :",
          "not",
          "exists",
          "new",
          "java.lang.Runtime",
          ".getClass()",
          "org.tfm.rules.pack.Canary.sing()",
          "drools.halt();",
          "insert(",
          "->",
          "::",
          "\\u0022",
          "\"",
          "\\\"",
          "//",
          "/*",
          "*/",
          "'",
          "#",
          "\0",
          "\u202e",
          "£",
          "\n",
          ";",
          "(",
          ")",
          "{",
          "}",
          ",",
          ".",
          "@",
          "=",
          "==",
          "!=",
          "&&",
          "||",
          "!",
          "rule",
          "when",
          "then",
          "end",
          "terms",
          "Offering(",
          "SchoolKind(",
          "in",
          "0",
          "7",
          "2.5",
          "\"a\"",
          "\"mastery-begun\"",
          "\"primary-development\"");

  private static final List<String> CRITERIA =
      List.of(
          "phase().is(PRIMARY)",
          "country().in(ENGLAND, WALES)",
          "leadParticipants().isExactly(2)",
          "combinedRelease().isAtLeast(days(2.5))",
          "terms.answer(\"mastery-begun\").isConfirmed()",
          "everyLeadParticipant(roles().includesAny(MATHS_LEAD, SENCO))",
          "headteacherStatement().isProvided()",
          "not(special().isConfirmed())");

  private static final List<String> CONDITIONS =
      List.of(
          "special",
          "!mainstream",
          "phase == PRIMARY",
          "phase not in (PRIMARY, SECONDARY)",
          "(funding != STATE || special) && country in (ENGLAND)",
          "establishmentType == FREE_SCHOOL");

  private static Arbitrary<String> criteria(int depth) {
    Arbitrary<String> leaves = Arbitraries.of(CRITERIA);
    if (depth == 0) {
      return leaves;
    }
    Arbitrary<String> parts = criteria(depth - 1);
    return Arbitraries.oneOf(
        leaves,
        parts.map(part -> "not(" + part + ")"),
        Combinators.combine(Arbitraries.of("allOf", "anyOf"), parts, parts)
            .as((word, a, b) -> word + "(" + a + ", " + b + ")"));
  }

  @Provide
  Arbitrary<String> rules() {
    Arbitrary<String> texts =
        Arbitraries.strings()
            .withChars("ab £é;(){}$/*#'")
            .ofMinLength(1)
            .ofMaxLength(12)
            .filter(text -> !text.isBlank());
    Arbitrary<String> then =
        Arbitraries.oneOf(
            criteria(2).map(c -> "terms.eligibility(\"a\").must(" + c + ");"),
            criteria(1).map(c -> "terms.commitment(\"b\").should(" + c + ").referWhen(" + c + ");"),
            criteria(1)
                .map(
                    c ->
                        "terms.grant(\"c\").of(pounds(7)).perSchool().towards(TEXTBOOKS).when("
                            + c
                            + ");"),
            texts.map(text -> "terms.provision(\"d\").that(\"" + text + "\");"),
            Arbitraries.of("terms.withdraw(\"e\");"));
    return Combinators.combine(Arbitraries.of(CONDITIONS), then)
        .as((when, said) -> SmallPacks.rule("r", "SchoolKind( " + when + " )", said))
        .withoutEdgeCases();
  }

  /** A valid rule file with fragments inserted anywhere. */
  @Provide
  Arbitrary<String> ruleFiles() {
    Arbitrary<String> soup =
        Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.of(FRAGMENTS)),
                Tuple.of(1, Arbitraries.of(CALLS)),
                Tuple.of(1, Arbitraries.of(Words.CONSTANTS.keySet())))
            .list()
            .ofMaxSize(12)
            .map(words -> String.join(" ", words));
    Arbitrary<String> changed =
        Combinators.combine(
                rules(), Arbitraries.of(FRAGMENTS), Arbitraries.doubles().between(0, 0.99))
            .as(
                (rule, fragment, where) -> {
                  int at = (int) (where * rule.length());
                  return rule.substring(0, at) + fragment + rule.substring(at);
                });
    return Arbitraries.frequencyOf(
            Tuple.of(2, rules()),
            Tuple.of(6, changed),
            Tuple.of(1, soup),
            Tuple.of(1, soup.map(words -> SmallPacks.rule("r", words))))
        .withoutEdgeCases();
  }

  @Property(tries = 4_000)
  void aRuleFileIsRefusedOrTheEngineSeesOnlyNamesOfOurs(@ForAll("ruleFiles") String rules) {
    Optional<String> source = engineSource(rules);
    source.ifPresent(
        text -> {
          String code = TEXT.matcher(text).replaceAll("");
          Matcher names = CHAIN.matcher(code);
          while (names.find()) {
            String name = names.group();
            boolean called = names.start() > 1 && code.charAt(names.start() - 1) == '.';
            assertThat(called ? CALLS.contains(name) : isAllowed(name)).as(name).isTrue();
          }
          assertThat(CHAIN.matcher(code).replaceAll("")).matches(REST);
        });
    assertThat(Canary.isSilent()).isTrue();
  }

  @Property
  void aRuleOfOurWordsIsAccepted(@ForAll("rules") String rule) {
    assertThat(engineSource(rule)).isPresent();
  }

  private static boolean isAllowed(String name) {
    return ALLOWED.contains(name)
        || (name.startsWith("terms.") && CALLS.contains(name.substring("terms.".length())));
  }

  private static Optional<String> engineSource(String rules) {
    try {
      return Optional.ofNullable(
          Pack.parse(SmallPacks.files(SmallPacks.PUBLISHER, SmallPacks.PACKAGE + rules))
              .engineSource()
              .get("primary-development.drl"));
    } catch (InvalidInputException e) {
      assertThat(e.problems()).isNotEmpty();
      return Optional.empty();
    }
  }
}
