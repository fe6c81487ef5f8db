package org.tfm.examples.bench.contest;

import com.google.common.collect.ImmutableList;
import java.util.List;
import org.tfm.model.criterion.AllOf;
import org.tfm.model.criterion.AnyOf;
import org.tfm.model.criterion.Confirmed;
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

/** When a criterion is certainly true, and when it is certainly false. */
final class Kleene {

  private Kleene() {}

  static Condition isTrue(Criterion criterion) {
    return when(criterion, true);
  }

  static Condition isFalse(Criterion criterion) {
    return when(criterion, false);
  }

  private static Condition when(Criterion criterion, boolean wanted) {
    if (criterion instanceof Not not) {
      return when(not.criterion(), !wanted);
    }
    if (criterion instanceof AllOf all) {
      return wanted
          ? Condition.and(each(all.parts(), true))
          : Condition.or(each(all.parts(), false));
    }
    if (criterion instanceof AnyOf any) {
      return wanted
          ? Condition.or(each(any.parts(), true))
          : Condition.and(each(any.parts(), false));
    }
    if (criterion instanceof ForMembers members) {
      Truth ofNobody = members.criterion().evaluate(Evidence.nothing("")).truth();
      Condition named = people(members.every() == wanted, when(members.criterion(), wanted));
      return ofNobody == Truth.of(wanted)
          ? Condition.or(ImmutableList.of(Condition.not(new Condition.PeopleGiven()), named))
          : Condition.and(ImmutableList.of(new Condition.PeopleGiven(), named));
    }
    if (criterion instanceof Unstated || criterion instanceof HubDecides) {
      return new Condition.Constant(false);
    }
    return leaf(criterion, wanted);
  }

  /** That it holds for every, or some, of the people, of whom there is one at least. */
  static Condition people(boolean every, Condition condition) {
    return condition instanceof Condition.Constant
        ? condition
        : new Condition.People(every, condition);
  }

  private static List<Condition> each(List<Criterion> parts, boolean wanted) {
    return parts.stream().map(part -> when(part, wanted)).toList();
  }

  private static Condition leaf(Criterion criterion, boolean wanted) {
    Fact fact = criterion.facts().iterator().next();
    Property property = Property.of(fact);
    Condition given = new Condition.Given(property);
    if (criterion instanceof Provided) {
      return wanted ? given : Condition.not(given);
    }
    if (criterion instanceof Within within) {
      return Condition.and(ImmutableList.of(given, number(property, within, wanted)));
    }
    Condition test;
    if (criterion instanceof OneOf one) {
      test = new Condition.Word(property, one.words());
    } else if (criterion instanceof Includes includes) {
      test = new Condition.Includes(property, includes.words(), includes.all());
    } else if (criterion instanceof Confirmed) {
      test = new Condition.Yes(property);
    } else {
      throw new IllegalArgumentException("no condition is known for " + criterion);
    }
    return Condition.and(ImmutableList.of(given, wanted ? test : Condition.not(test)));
  }

  /** An open number may be greater: it can be too great already, and too small not yet. */
  private static Condition number(Property property, Within within, boolean wanted) {
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
