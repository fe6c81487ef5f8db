package org.tfm.examples.bench.contest;

import com.google.common.collect.ImmutableList;
import java.util.List;
import org.tfm.model.criterion.AllOf;
import org.tfm.model.criterion.AnyOf;
import org.tfm.model.criterion.Confirmed;
import org.tfm.model.criterion.CountOfMembers;
import org.tfm.model.criterion.Criterion;
import org.tfm.model.criterion.Evidence;
import org.tfm.model.criterion.Fact;
import org.tfm.model.criterion.ForMembers;
import org.tfm.model.criterion.HubDecides;
import org.tfm.model.criterion.Includes;
import org.tfm.model.criterion.Not;
import org.tfm.model.criterion.OneOf;
import org.tfm.model.criterion.Provided;
import org.tfm.model.criterion.Truth;
import org.tfm.model.criterion.Unstated;
import org.tfm.model.criterion.Within;

/**
 * Derives the conditions under which a criterion is true or false.
 *
 * @param wanted the wanted truth
 */
record Kleene(boolean wanted) implements Criterion.Visitor<Condition> {

  static Condition isTrue(Criterion criterion) {
    return criterion.accept(new Kleene(true));
  }

  static Condition isFalse(Criterion criterion) {
    return criterion.accept(new Kleene(false));
  }

  @Override
  public Condition allOf(AllOf all) {
    return wanted ? Condition.and(children(all)) : Condition.or(children(all));
  }

  @Override
  public Condition anyOf(AnyOf any) {
    return wanted ? Condition.or(children(any)) : Condition.and(children(any));
  }

  @Override
  public Condition not(Not not) {
    return not.criterion().accept(new Kleene(!wanted));
  }

  @Override
  public Condition forMembers(ForMembers each) {
    Truth ofNobody = each.criterion().evaluate(Evidence.nothing("")).truth();
    Condition named = people(each.every() == wanted, each.criterion().accept(this));
    return ofNobody == Truth.of(wanted)
        ? Condition.or(ImmutableList.of(Condition.not(new Condition.PeopleGiven()), named))
        : Condition.and(ImmutableList.of(new Condition.PeopleGiven(), named));
  }

  @Override
  public Condition countOfMembers(CountOfMembers count) {
    throw new IllegalArgumentException("no policy of the contest counts people: " + count.says());
  }

  @Override
  public Condition leaf(Criterion leaf) {
    return leaf instanceof Unstated || leaf instanceof HubDecides
        ? new Condition.Constant(false)
        : comparison(leaf);
  }

  private List<Condition> children(Criterion node) {
    return node.children().stream().map(child -> child.accept(this)).toList();
  }

  /** The condition on all, or at least one, of a non-empty list of people. */
  static Condition people(boolean every, Condition condition) {
    return condition instanceof Condition.Constant
        ? condition
        : new Condition.People(every, condition);
  }

  private Condition comparison(Criterion criterion) {
    Fact fact = criterion.facts().iterator().next();
    Property property = Property.of(fact);
    Condition given = new Condition.Given(property);
    if (criterion instanceof Provided) {
      return wanted ? given : Condition.not(given);
    }
    if (criterion instanceof Within within) {
      return Condition.and(ImmutableList.of(given, number(property, within)));
    }
    Condition test;
    if (criterion instanceof OneOf one) {
      test = new Condition.Word(property, one.words());
    } else if (criterion instanceof Includes includes) {
      test = new Condition.Includes(property, includes.words(), includes.all());
    } else if (criterion instanceof Confirmed) {
      test = new Condition.Yes(property);
    } else {
      throw new IllegalArgumentException("no condition for " + criterion);
    }
    return Condition.and(ImmutableList.of(given, wanted ? test : Condition.not(test)));
  }

  /** The bound for a partly known number: it can be too large already, but not yet too small. */
  private Condition number(Property property, Within within) {
    Condition enough =
        within
            .least()
            .<Condition>map(least -> new Condition.AtLeast(property, least))
            .orElse(new Condition.Constant(true));
    Condition notTooMuch =
        within
            .most()
            .<Condition>map(most -> new Condition.AtMost(property, most))
            .orElse(new Condition.Constant(true));
    if (!property.isOpen()) {
      Condition both = Condition.and(ImmutableList.of(enough, notTooMuch));
      return wanted ? both : Condition.not(both);
    }
    Condition closed = Condition.not(new Condition.Open(property));
    if (!wanted) {
      return Condition.or(
          ImmutableList.of(
              Condition.not(notTooMuch),
              Condition.and(ImmutableList.of(closed, Condition.not(enough)))));
    }
    return within.most().isEmpty()
        ? enough
        : Condition.and(ImmutableList.of(closed, enough, notTooMuch));
  }
}
