package org.tfm.examples.bench.peers.dmn;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.html.HtmlEscapers;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.kie.dmn.api.core.DMNContext;
import org.kie.dmn.api.core.DMNDecisionResult;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNResult;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.internal.io.ResourceFactory;
import org.tfm.examples.bench.contest.Applicant;
import org.tfm.examples.bench.contest.Condition;
import org.tfm.examples.bench.contest.Contest;
import org.tfm.examples.bench.contest.Contestant;
import org.tfm.examples.bench.contest.Language;
import org.tfm.examples.bench.contest.Policy;
import org.tfm.examples.bench.contest.Row;
import org.tfm.model.assessment.Status;

/** Uses a model for each policy with a FEEL expression for each requirement. */
public final class DmnContestant implements Contestant {

  private static final String NO_FINDING = "NONE";

  private record Model(DMNRuntime runtime, DMNModel model, ImmutableList<Row> rows) {}

  private final ImmutableList<Model> byPolicy;

  /** Creates the contestant for the policies of a contest. */
  public DmnContestant(Contest contest) {
    byPolicy =
        contest.policies().stream()
            .map(DmnContestant::model)
            .collect(ImmutableList.toImmutableList());
  }

  private static Model model(Policy policy) {
    DMNRuntime runtime =
        DMNRuntimeBuilder.fromDefaults()
            .buildConfiguration()
            .fromResources(
                List.of(ResourceFactory.newReaderResource(new StringReader(xml(policy)), "UTF-8")))
            .getOrElseThrow(IllegalStateException::new);
    DMNModel model = runtime.getModels().get(0);
    if (model.hasErrors()) {
      throw new IllegalStateException(model.getMessages().toString());
    }
    return new Model(runtime, model, policy.rows());
  }

  private static String xml(Policy policy) {
    StringBuilder xml = new StringBuilder(10_000);
    xml.append(
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="policy"
            name="policy%d" namespace="https://example.org/policy%d">
        """
            .formatted(policy.number(), policy.number()));
    for (String name : policy.names()) {
      xml.append(
          "<inputData id=\"%1$s\" name=\"%1$s\"><variable name=\"%1$s\"/></inputData>%n"
              .formatted(name));
    }
    Feel feel = new Feel();
    for (Row row : policy.rows()) {
      String expression =
          row.cases().entrySet().stream()
              .map(one -> "if " + feel.of(one.getValue()) + " then \"" + one.getKey() + "\" else ")
              .collect(Collectors.joining("", "", "\"" + NO_FINDING + "\""));
      xml.append(
          "<decision id=\"d%1$d\" name=\"row%1$d\"><variable name=\"row%1$d\"/>%n"
              .formatted(row.number()));
      for (String name : policy.names()) {
        xml.append(
            "<informationRequirement><requiredInput href=\"#%s\"/></informationRequirement>%n"
                .formatted(name));
      }
      xml.append("<literalExpression><text>")
          .append(HtmlEscapers.htmlEscaper().escape(expression))
          .append("</text></literalExpression></decision>\n");
    }
    return xml.append("</definitions>\n").toString();
  }

  @Override
  public void judge(List<Applicant> applicants) {
    for (Applicant applicant : applicants) {
      applicant.begin();
      Model model = byPolicy.get(applicant.policy());
      DMNContext context = model.runtime().newContext();
      applicant.map().forEach(context::set);
      DMNResult result = model.runtime().evaluateAll(model.model(), context);
      for (DMNDecisionResult decision : result.getDecisionResults()) {
        String status = String.valueOf(decision.getResult());
        if (!status.equals(NO_FINDING)) {
          int row = Integer.parseInt(decision.getDecisionName().substring("row".length()));
          applicant.found(model.rows().get(row), Status.valueOf(status));
        }
      }
    }
  }

  /** The syntax of FEEL. */
  private static final class Feel extends Language {

    Feel() {
      super(" and ", " or ");
    }

    @Override
    protected String person() {
      return "p.";
    }

    @Override
    protected String given(String name, boolean holds) {
      return name + (holds ? " != null" : " = null");
    }

    @Override
    protected String flag(String name, boolean holds) {
      return name + (holds ? " = true" : " = false");
    }

    @Override
    protected String word(String name, ImmutableSet<String> words, boolean holds) {
      String in = name + " in (" + literals(words) + ")";
      return holds ? in : "not(" + in + ")";
    }

    @Override
    protected String includes(String name, String word, boolean holds) {
      String contains = "list contains(" + name + ", \"" + word + "\")";
      return holds ? contains : "not(" + contains + ")";
    }

    @Override
    protected String number(BigDecimal number) {
      return number.toPlainString();
    }

    @Override
    protected String peopleGiven(boolean holds) {
      return "count(people) " + (holds ? "> 0" : "= 0");
    }

    @Override
    protected String people(Condition.People people, String each) {
      return "(" + (people.every() ? "every" : "some") + " p in people satisfies (" + each + "))";
    }
  }
}
