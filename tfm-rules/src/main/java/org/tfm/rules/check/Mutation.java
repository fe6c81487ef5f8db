package org.tfm.rules.check;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.joda.money.Money;
import org.tfm.model.criterion.AllOf;
import org.tfm.model.criterion.AnyOf;
import org.tfm.model.criterion.CountOfMembers;
import org.tfm.model.criterion.Criterion;
import org.tfm.model.criterion.During;
import org.tfm.model.criterion.Fact;
import org.tfm.model.criterion.ForMembers;
import org.tfm.model.criterion.Includes;
import org.tfm.model.criterion.Moment;
import org.tfm.model.criterion.Not;
import org.tfm.model.criterion.OneOf;
import org.tfm.model.criterion.Within;
import org.tfm.model.term.Entitlement;
import org.tfm.model.term.Priority;
import org.tfm.model.term.Requirement;
import org.tfm.model.term.Strength;
import org.tfm.model.term.Term;

/**
 * A term with one small change, such as an author could make by mistake.
 *
 * @param term the changed term
 * @param change a description of the change
 */
record Mutation(Term term, String change) {

  private static final BigDecimal HALF = new BigDecimal("0.5");

  /** A criterion with one small change. */
  private record Variant(Criterion criterion, String change) {}

  /** The changes to a node that keep its children. */
  private static final Criterion.Visitor<List<Variant>> OF_NODE =
      new Criterion.Visitor<>() {
        @Override
        public List<Variant> allOf(AllOf all) {
          return ofSeveral(all, new AnyOf(all.parts()), "`allOf` changed to `anyOf`");
        }

        @Override
        public List<Variant> anyOf(AnyOf any) {
          return ofSeveral(any, new AllOf(any.parts()), "`anyOf` changed to `allOf`");
        }

        @Override
        public List<Variant> not(Not not) {
          return List.of(new Variant(not.criterion(), "a `not` removed"));
        }

        @Override
        public List<Variant> forMembers(ForMembers each) {
          return List.of(
              new Variant(
                  new ForMembers(each.members(), !each.every(), each.criterion()),
                  each.every() ? "every changed to some" : "some changed to every"));
        }

        @Override
        public List<Variant> countOfMembers(CountOfMembers count) {
          return ofCount(count);
        }

        @Override
        public List<Variant> leaf(Criterion leaf) {
          return ofLeaf(leaf);
        }
      };

  /** Returns all small changes to what a worked case can check, and none to other terms. */
  static ImmutableList<Mutation> of(Term term) {
    if (term instanceof Requirement requirement) {
      return of(requirement);
    }
    ImmutableList.Builder<Mutation> all = ImmutableList.builder();
    if (term instanceof Entitlement entitlement) {
      amounts(entitlement, all);
    }
    term.when().ifPresent(when -> conditions(term, when, all));
    return all.build();
  }

  private static ImmutableList<Mutation> of(Requirement term) {
    ImmutableList.Builder<Mutation> all = ImmutableList.builder();
    // A MUST that is referred wherever it does not hold is equivalent to a SHOULD.
    boolean isShould =
        term.strength() == Strength.SHOULD
            || term.referral().filter(when -> when.isOppositeOf(term.criterion())).isPresent();
    Strength other = isShould ? Strength.PREFERRED : Strength.SHOULD;
    all.add(
        new Mutation(
            with(term, other, term.criterion(), term.referral()),
            "the strength " + term.strength() + " changed to " + other));
    for (Variant variant : variants(term.criterion())) {
      all.add(
          new Mutation(
              with(term, term.strength(), variant.criterion(), term.referral()), variant.change()));
    }
    term.referral()
        .ifPresent(
            when -> {
              all.add(
                  new Mutation(
                      with(term, term.strength(), term.criterion(), Optional.empty()),
                      "the referral removed"));
              for (Variant variant : variants(when)) {
                all.add(
                    new Mutation(
                        with(
                            term,
                            term.strength(),
                            term.criterion(),
                            Optional.of(variant.criterion())),
                        "in the referral, " + variant.change()));
              }
            });
    return all.build();
  }

  private static Requirement with(
      Requirement term, Strength strength, Criterion criterion, Optional<Criterion> referral) {
    return new Requirement(
        term.id(),
        term.aspect(),
        strength,
        criterion,
        referral,
        term.citation(),
        term.provenance());
  }

  private static void amounts(Entitlement term, ImmutableList.Builder<Mutation> all) {
    term.amount()
        .ifPresent(
            amount -> {
              List<Money> others = new ArrayList<>();
              if (amount.isPositive()) {
                others.add(amount.minus(BigDecimal.ONE));
              }
              others.add(amount.plus(BigDecimal.ONE));
              for (Money other : others) {
                all.add(
                    new Mutation(
                        with(term, Optional.of(other), term.when()),
                        amount + " changed to " + other));
              }
              all.add(
                  new Mutation(
                      with(term, Optional.empty(), term.when()),
                      amount + " changed to not stated"));
            });
  }

  private static void conditions(Term term, Criterion when, ImmutableList.Builder<Mutation> all) {
    if (term instanceof Priority priority && priority.order().isPresent()) {
      return; // Cases do not compare schools, so that none could notice another order.
    }
    all.add(new Mutation(with(term, Optional.empty()), "the condition removed"));
    for (Variant variant : variants(when)) {
      all.add(
          new Mutation(
              with(term, Optional.of(variant.criterion())),
              "in the condition, " + variant.change()));
    }
  }

  /** Returns the entitlement or priority with another condition. */
  private static Term with(Term term, Optional<Criterion> when) {
    return term instanceof Priority priority
        ? priority.with(when)
        : with((Entitlement) term, ((Entitlement) term).amount(), when);
  }

  private static Entitlement with(
      Entitlement term, Optional<Money> amount, Optional<Criterion> when) {
    return new Entitlement(
        term.id(),
        term.charge(),
        amount,
        term.unit(),
        term.purpose(),
        term.payment(),
        when,
        term.citation(),
        term.provenance());
  }

  /** Returns the variants of a criterion with one change in its tree, the root first. */
  private static List<Variant> variants(Criterion criterion) {
    List<Variant> all = new ArrayList<>(criterion.accept(OF_NODE));
    List<Criterion> children = criterion.children();
    for (int i = 0; i < children.size(); i++) {
      for (Variant variant : variants(children.get(i))) {
        List<Criterion> changed = new ArrayList<>(children);
        changed.set(i, variant.criterion());
        all.add(new Variant(criterion.withChildren(changed), variant.change()));
      }
    }
    return all;
  }

  private static List<Variant> ofSeveral(Criterion node, Criterion other, String change) {
    return node.children().size() > 1 ? List.of(new Variant(other, change)) : List.of();
  }

  private static List<Variant> ofLeaf(Criterion criterion) {
    List<Variant> all = new ArrayList<>();
    if (criterion instanceof OneOf leaf) {
      fewer(leaf.fact(), leaf.words(), words -> new OneOf(leaf.fact(), words), all);
    } else if (criterion instanceof Includes leaf) {
      if (leaf.words().size() > 1) {
        all.add(
            new Variant(
                new Includes(leaf.fact(), leaf.words(), !leaf.all()),
                leaf.all()
                    ? "`includesAll` changed to `includesAny`"
                    : "`includesAny` changed to `includesAll`"));
      }
      fewer(leaf.fact(), leaf.words(), words -> new Includes(leaf.fact(), words, leaf.all()), all);
    } else if (criterion instanceof Within leaf) {
      bounds(leaf, all);
    } else if (criterion instanceof During leaf) {
      days(leaf, all);
    }
    return all;
  }

  private static void fewer(
      Fact fact,
      ImmutableSet<String> words,
      Function<ImmutableSet<String>, Criterion> leaf,
      List<Variant> all) {
    if (words.size() < 2) {
      return;
    }
    for (String word : words) {
      ImmutableSet<String> others =
          words.stream()
              .filter(other -> !other.equals(word))
              .collect(ImmutableSet.toImmutableSet());
      all.add(
          new Variant(leaf.apply(others), "`" + word + "` removed from the words of " + fact.id()));
    }
  }

  /** Moves the first and the last day by one. */
  private static void days(During leaf, List<Variant> all) {
    for (int by : List.of(-1, 1)) {
      leaf.from().ifPresent(from -> add(leaf, Optional.of(moved(from, by)), leaf.until(), all));
      leaf.until().ifPresent(until -> add(leaf, leaf.from(), Optional.of(moved(until, by)), all));
    }
  }

  private static Moment moved(Moment moment, int days) {
    return new Moment(moment.day().plusDays(days), moment.time());
  }

  private static void add(
      During leaf, Optional<Moment> from, Optional<Moment> until, List<Variant> all) {
    if (from.isEmpty() || until.isEmpty() || !until.get().day().isBefore(from.get().day())) {
      During other = new During(leaf.fact(), from, until);
      all.add(new Variant(other, "`" + leaf.says() + "` changed to `" + other.says() + "`"));
    }
  }

  private static void bounds(Within leaf, List<Variant> all) {
    BigDecimal step = leaf.fact().unit().equals(Optional.of("day")) ? HALF : BigDecimal.ONE;
    for (BigDecimal by : List.of(step.negate(), step)) {
      leaf.least().ifPresent(least -> add(leaf, Optional.of(least.add(by)), leaf.most(), all));
      leaf.most().ifPresent(most -> add(leaf, leaf.least(), Optional.of(most.add(by)), all));
    }
    if (leaf.least().isPresent() && leaf.most().isPresent()) {
      add(leaf, leaf.least(), Optional.empty(), all);
      add(leaf, Optional.empty(), leaf.most(), all);
    } else {
      add(leaf, leaf.most(), leaf.least(), all);
    }
  }

  /** Adds a variant with these bounds unless they are negative or exclude every number. */
  private static void add(
      Within leaf, Optional<BigDecimal> least, Optional<BigDecimal> most, List<Variant> all) {
    if (least.map(BigDecimal::signum).orElse(0) >= 0
        && most.map(BigDecimal::signum).orElse(0) >= 0
        && (least.isEmpty() || most.isEmpty() || least.get().compareTo(most.get()) <= 0)) {
      Within other = new Within(leaf.fact(), least, most);
      all.add(new Variant(other, "`" + leaf.says() + "` changed to `" + other.says() + "`"));
    }
  }

  private static List<Variant> ofCount(CountOfMembers count) {
    List<Variant> all = new ArrayList<>();
    for (int by : List.of(-1, 1)) {
      count.least().ifPresent(least -> add(count, Optional.of(least + by), count.most(), all));
      count.most().ifPresent(most -> add(count, count.least(), Optional.of(most + by), all));
    }
    if (count.least().isPresent() && count.most().isPresent()) {
      add(count, count.least(), Optional.empty(), all);
      add(count, Optional.empty(), count.most(), all);
    } else {
      add(count, count.most(), count.least(), all);
    }
    return all;
  }

  /** Adds a variant with these bounds unless they are out of range or exclude every number. */
  private static void add(
      CountOfMembers count, Optional<Integer> least, Optional<Integer> most, List<Variant> all) {
    if (least.orElse(1) >= 1
        && Math.max(least.orElse(0), most.orElse(0)) <= CountOfMembers.MOST
        && most.orElse(CountOfMembers.MOST) >= least.orElse(0)) {
      CountOfMembers other = new CountOfMembers(count.members(), count.where(), least, most);
      all.add(new Variant(other, "`" + count.says() + "` changed to `" + other.says() + "`"));
    }
  }
}
