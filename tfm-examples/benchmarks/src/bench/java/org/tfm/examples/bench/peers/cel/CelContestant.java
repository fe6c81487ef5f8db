package org.tfm.examples.bench.peers.cel;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.SimpleType;
import dev.cel.common.values.NullValue;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.math.BigDecimal;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tfm.examples.bench.contest.Applicant;
import org.tfm.examples.bench.contest.Condition;
import org.tfm.examples.bench.contest.Contest;
import org.tfm.examples.bench.contest.Contestant;
import org.tfm.examples.bench.contest.Language;
import org.tfm.examples.bench.contest.Policy;
import org.tfm.examples.bench.contest.Row;
import org.tfm.model.assessment.Status;

/** Evaluates one compiled expression for each requirement, whose value is the status. */
public final class CelContestant implements Contestant {

  private record Compiled(Row row, CelRuntime.Program program) {}

  private static final String NO_FINDING = "";

  private final CelRuntime runtime = CelRuntimeFactory.plannerRuntimeBuilder().build();
  private final ImmutableList<ImmutableList<Compiled>> byPolicy;
  private final IdentityHashMap<Applicant, Map<String, Object>> prepared = new IdentityHashMap<>();

  /** Creates the contestant for the policies of a contest. */
  public CelContestant(Contest contest) {
    byPolicy =
        contest.policies().stream().map(this::compiled).collect(ImmutableList.toImmutableList());
  }

  private ImmutableList<Compiled> compiled(Policy policy) {
    CelCompilerBuilder builder =
        CelCompilerFactory.standardCelCompilerBuilder()
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS);
    policy.names().forEach(name -> builder.addVar(name, SimpleType.DYN));
    CelCompiler compiler = builder.build();
    return policy.rows().stream()
        .map(row -> new Compiled(row, program(compiler, expression(row))))
        .collect(ImmutableList.toImmutableList());
  }

  private static String expression(Row row) {
    Cel cel = new Cel();
    return row.cases().entrySet().stream()
        .map(one -> cel.of(one.getValue()) + " ? '" + one.getKey() + "' : ")
        .collect(Collectors.joining("", "", "'" + NO_FINDING + "'"));
  }

  private CelRuntime.Program program(CelCompiler compiler, String expression) {
    try {
      return runtime.createProgram(compiler.compile(expression).getAst());
    } catch (CelValidationException | CelEvaluationException e) {
      throw new IllegalStateException(expression, e);
    }
  }

  @Override
  public void prepare(List<Applicant> applicants) {
    applicants.forEach(applicant -> prepared.put(applicant, known(applicant.map())));
  }

  /** The same with the language's own null. */
  @SuppressWarnings("unchecked")
  private static Map<String, Object> known(Map<String, @Nullable Object> facts) {
    Map<String, Object> known = new LinkedHashMap<>();
    facts.forEach(
        (name, value) -> {
          if (name.equals("people")) {
            List<Map<String, @Nullable Object>> people =
                (List<Map<String, @Nullable Object>>) Objects.requireNonNull(value);
            known.put(name, people.stream().map(CelContestant::known).toList());
          } else {
            known.put(name, value == null ? NullValue.NULL_VALUE : value);
          }
        });
    return known;
  }

  @Override
  public void judge(List<Applicant> applicants) {
    for (Applicant applicant : applicants) {
      applicant.begin();
      Map<String, Object> facts = Objects.requireNonNull(prepared.get(applicant));
      for (Compiled compiled : byPolicy.get(applicant.policy())) {
        try {
          String status = (String) compiled.program().eval(facts);
          if (!status.equals(NO_FINDING)) {
            applicant.found(compiled.row(), Status.valueOf(status));
          }
        } catch (CelEvaluationException e) {
          throw new IllegalStateException(e);
        }
      }
    }
  }

  /** The syntax of CEL. */
  private static final class Cel extends Language {

    Cel() {
      super(" && ", " || ");
    }

    @Override
    protected String person() {
      return "p.";
    }

    @Override
    protected String given(String name, boolean holds) {
      return name + (holds ? " != null" : " == null");
    }

    @Override
    protected String flag(String name, boolean holds) {
      return name + (holds ? " == true" : " == false");
    }

    @Override
    protected String word(String name, ImmutableSet<String> words, boolean holds) {
      return (holds ? "" : "!") + "(" + name + " in [" + literals(words) + "])";
    }

    @Override
    protected String includes(String name, String word, boolean holds) {
      return (holds ? "" : "!") + "('" + word + "' in " + name + ")";
    }

    @Override
    protected String number(BigDecimal number) {
      return Double.toString(number.doubleValue());
    }

    @Override
    protected String peopleGiven(boolean holds) {
      return "people.size() " + (holds ? "> 0" : "== 0");
    }

    @Override
    protected String people(Condition.People people, String each) {
      return "people." + (people.every() ? "all" : "exists") + "(p, " + each + ")";
    }
  }
}
