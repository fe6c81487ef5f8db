package org.tfm.examples.bench.peers.drools;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tfm.examples.bench.contest.Condition;
import org.tfm.examples.bench.contest.Language;
import org.tfm.examples.bench.contest.Peoples;
import org.tfm.examples.bench.contest.Policy;
import org.tfm.examples.bench.contest.Row;
import org.tfm.model.assessment.Status;

/**
 * Writes rule files.
 *
 * <p>In the usual form, conditions on people read the list with {@code from}. With single facts,
 * they are properties of the applicant that Java computes.
 */
final class Drl extends Language {

  private final Policy policy;

  private Drl(Policy policy) {
    super(" && ", " || ");
    this.policy = policy;
  }

  /** Returns the rule file of a policy over beans of a class. */
  static String of(Policy policy, Class<?> bean, boolean singleFacts) {
    Drl drl = new Drl(policy);
    StringBuilder rules = new StringBuilder();
    rules.append("package policy").append(policy.number()).append('\n');
    rules.append("import ").append(bean.getName()).append('\n');
    rules.append("import org.tfm.examples.bench.contest.Person\n");
    rules.append("import ").append(Status.class.getName()).append('\n');
    for (Row row : policy.rows()) {
      for (Map.Entry<Status, Condition> one : row.cases().entrySet()) {
        int variant = 0;
        for (String when : drl.left(one.getValue(), bean.getSimpleName(), singleFacts)) {
          rules.append(
              """
              rule "%s %s %s %d"
              when
                  %s
              then
                  $a.found(%d, Status.%s);
              end
              """
                  .formatted(
                      row.term().aspect(),
                      row.term().id(),
                      one.getKey(),
                      variant++,
                      when,
                      row.number(),
                      one.getKey()));
        }
      }
    }
    return rules.toString();
  }

  /** The left-hand sides of rules that together equal the condition; at most one fires. */
  private List<String> left(Condition condition, String bean, boolean singleFacts) {
    Condition normal = normal(condition);
    if (singleFacts || !asksPeople(normal)) {
      return List.of(pattern(bean, parts(normal)));
    }
    List<String> all = new ArrayList<>();
    for (Condition one : either(ImmutableList.of(normal), ImmutableList.of())) {
      List<Condition> plain = new ArrayList<>();
      StringBuilder people = new StringBuilder();
      for (Condition part : parts(one)) {
        if (part instanceof Condition.People some) {
          people.append("\n    ").append(from(some));
        } else {
          plain.add(part);
        }
      }
      all.add(pattern(bean, plain) + people);
    }
    return all;
  }

  /** Splits a conjunction so that no condition on people is nested; at most one result holds. */
  private static List<Condition> either(List<Condition> open, List<Condition> done) {
    if (open.isEmpty()) {
      Condition whole = Condition.and(possible(done));
      return isContradiction(parts(whole)) ? ImmutableList.of() : ImmutableList.of(whole);
    }
    Condition first = open.get(0);
    List<Condition> rest = open.subList(1, open.size());
    if (first instanceof Condition.And and) {
      return either(joined(and.parts(), rest), done);
    }
    if (!(first instanceof Condition.Or or) || !asksPeople(first)) {
      return either(rest, joined(done, ImmutableList.of(first)));
    }
    List<Condition> all = new ArrayList<>();
    List<Condition> notBefore = new ArrayList<>();
    for (Condition part : or.parts()) {
      List<Condition> others = joined(notBefore, rest);
      all.addAll(either(joined(ImmutableList.of(part), others), done));
      notBefore.add(normal(Condition.not(part)));
    }
    return all;
  }

  /** Removes the alternatives that another part of the conjunction rules out. */
  private static List<Condition> possible(List<Condition> parts) {
    return parts.stream()
        .map(
            part ->
                part instanceof Condition.Or or
                    ? Condition.or(
                        or.parts().stream()
                            .filter(one -> !parts.contains(normal(Condition.not(one))))
                            .toList())
                    : part)
        .toList();
  }

  private static boolean isContradiction(List<Condition> parts) {
    return parts.stream()
        .anyMatch(
            part ->
                part.equals(new Condition.Constant(false))
                    || parts.contains(normal(Condition.not(part))));
  }

  private static List<Condition> joined(List<Condition> some, List<Condition> others) {
    return ImmutableList.<Condition>builder().addAll(some).addAll(others).build();
  }

  private static List<Condition> parts(Condition condition) {
    return condition instanceof Condition.And and ? and.parts() : ImmutableList.of(condition);
  }

  private String pattern(String bean, List<Condition> parts) {
    return "$a : " + bean + "( " + String.join(", ", parts.stream().map(this::of).toList()) + " )";
  }

  private String from(Condition.People people) {
    return people.every()
        ? "not( Person( " + of(Condition.not(people.condition())) + " ) from $a.people )"
        : "exists( Person( " + of(people.condition()) + " ) from $a.people )";
  }

  private static boolean asksPeople(Condition condition) {
    if (condition instanceof Condition.And and) {
      return and.parts().stream().anyMatch(Drl::asksPeople);
    }
    if (condition instanceof Condition.Or or) {
      return or.parts().stream().anyMatch(Drl::asksPeople);
    }
    return condition instanceof Condition.People;
  }

  @Override
  protected String person() {
    return "";
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
    return words.size() == 1
        ? name + (holds ? " == " : " != ") + literals(words)
        : name + (holds ? " in (" : " not in (") + literals(words) + ")";
  }

  @Override
  protected String includes(String name, String word, boolean holds) {
    return name + (holds ? " contains " : " not contains ") + literals(ImmutableSet.of(word));
  }

  @Override
  protected String number(BigDecimal number) {
    return number.toPlainString();
  }

  @Override
  protected String peopleGiven(boolean holds) {
    return flag("peopleGiven", holds);
  }

  @Override
  protected String people(Condition.People people, String each) {
    return Peoples.property(policy, people);
  }
}
