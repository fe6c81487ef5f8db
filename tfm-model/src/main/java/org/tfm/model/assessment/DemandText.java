package org.tfm.model.assessment;

import static com.google.common.collect.ImmutableMap.toImmutableMap;
import static com.google.common.collect.Iterables.getOnlyElement;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ListMultimap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tfm.model.criterion.AllOf;
import org.tfm.model.criterion.AnyOf;
import org.tfm.model.criterion.CountOfMembers;
import org.tfm.model.criterion.Criterion;
import org.tfm.model.criterion.Fact;
import org.tfm.model.criterion.ForMembers;
import org.tfm.model.criterion.HubDecides;
import org.tfm.model.criterion.Includes;
import org.tfm.model.criterion.Not;
import org.tfm.model.criterion.Sentences;
import org.tfm.model.criterion.Within;
import org.tfm.model.document.Facts;
import org.tfm.model.term.Strength;

/**
 * The demand of a requirement in plain English, independent of any document. The texts are cached.
 * Thread-safe.
 */
final class DemandText {

  private final Criterion demand;
  private final Strength strength;
  private final ImmutableList<Fact> facts;
  private final boolean asksWhetherGiven;
  private final boolean ofAll;
  // Written without a lock: threads that race create equal texts.
  private @Nullable String needed;
  private @Nullable String notApplying;
  private @Nullable String must;
  private @Nullable String demanded;
  private @Nullable ImmutableMap<String, String> bounds;

  DemandText(Criterion demand, Strength strength) {
    this.demand = demand;
    this.strength = strength;
    this.facts = demand.facts().asList();
    this.ofAll = isOfAll(demand, false);
    this.asksWhetherGiven = Evaluation.asksOfEachWhetherGiven(demand);
  }

  /** Whether the demand is a decision of the hub. */
  boolean isLeftToHub() {
    return demand instanceof HubDecides;
  }

  /** Returns the reason why the demand is a decision of the hub; empty if it is none. */
  Optional<String> leftToHubBecause() {
    return demand instanceof HubDecides hub ? hub.why() : Optional.empty();
  }

  /** Whether the demand is that every member of a list gives some fact. */
  boolean asksOfEachWhetherGiven() {
    return asksWhetherGiven;
  }

  /** Whether the demand is about every member of a list. */
  boolean isOfAll() {
    return ofAll;
  }

  private static boolean isOfAll(Criterion demand, boolean negated) {
    return demand.accept(
        new Criterion.Visitor<>() {
          @Override
          public Boolean allOf(AllOf all) {
            return !negated && all.parts().stream().allMatch(part -> isOfAll(part, false));
          }

          @Override
          public Boolean anyOf(AnyOf any) {
            return negated && any.parts().stream().allMatch(part -> isOfAll(part, true));
          }

          @Override
          public Boolean not(Not not) {
            return isOfAll(not.criterion(), !negated);
          }

          @Override
          public Boolean forMembers(ForMembers each) {
            return each.every() != negated;
          }

          @Override
          public Boolean countOfMembers(CountOfMembers count) {
            return false;
          }

          @Override
          public Boolean leaf(Criterion leaf) {
            return false;
          }
        });
  }

  /** Whether the demand is on the number of members who meet a condition. */
  boolean isOfCount() {
    return demand instanceof CountOfMembers;
  }

  boolean isOfOneFact() {
    return facts.size() == 1;
  }

  /** Returns a fact of the demand, or the fact that counts a list of its members, by id. */
  Fact fact(String id) {
    Fact asked = asked(id);
    if (asked != null) {
      return asked;
    }
    Fact counted = Facts.all().get(id);
    if (counted == null) {
      throw new IllegalArgumentException("no demand on the fact `" + id + "`");
    }
    return counted;
  }

  /** Whether the demand asks for a fact. */
  boolean asks(Fact fact) {
    return asked(fact.id()) != null;
  }

  private @Nullable Fact asked(String id) {
    for (int i = 0; i < facts.size(); i++) {
      if (facts.get(i).id().equals(id)) {
        return facts.get(i);
      }
    }
    return null;
  }

  /** Returns the words that the demand names of a list. */
  ImmutableSet<String> words(String fact) {
    return demand
        .leaves()
        .filter(Includes.class::isInstance)
        .map(Includes.class::cast)
        .filter(list -> list.fact().id().equals(fact))
        .flatMap(list -> list.words().stream())
        .collect(ImmutableSet.toImmutableSet());
  }

  /** The demand as a statement, a clause. */
  String needed() {
    String text = needed;
    if (text == null) {
      text = demand.says();
      needed = text;
    }
    return text;
  }

  /** The statement that no member has the number that the demand is about; empty if it has none. */
  String notApplying() {
    String text = notApplying;
    if (text == null) {
      text = demand instanceof ForMembers each ? each.saysNoneNumbered() : "";
      notApplying = text;
    }
    return text;
  }

  /** The demand with the strength of the source, a clause. */
  String must() {
    String text = must;
    if (text == null) {
      text = demand.says(strength.mood(), false);
      must = text;
    }
    return text;
  }

  /** The demand with the strength of the source, a sentence. */
  String demanded() {
    String text = demanded;
    if (text == null) {
      text = Sentences.of(must());
      demanded = text;
    }
    return text;
  }

  /**
   * Returns the bounds of a number, such as {@code at least 10 days}; empty if they are obvious.
   *
   * @param fact the id of the fact
   */
  String bounds(String fact) {
    ImmutableMap<String, String> texts = bounds;
    if (texts == null) {
      texts = allBounds();
      bounds = texts;
    }
    return texts.getOrDefault(fact, "");
  }

  /** Returns the leaves that have to hold: without conditions, and what members are counted by. */
  private static Stream<Criterion> demanded(Criterion demand) {
    return demand.accept(
        new Criterion.Visitor<>() {
          @Override
          public Stream<Criterion> allOf(AllOf all) {
            return ofParts(all.parts());
          }

          @Override
          public Stream<Criterion> anyOf(AnyOf any) {
            return ofParts(any.parts());
          }

          @Override
          public Stream<Criterion> not(Not not) {
            return Stream.empty();
          }

          @Override
          public Stream<Criterion> forMembers(ForMembers each) {
            return ofParts(each.children());
          }

          @Override
          public Stream<Criterion> countOfMembers(CountOfMembers count) {
            return Stream.empty();
          }

          @Override
          public Stream<Criterion> leaf(Criterion leaf) {
            return Stream.of(leaf);
          }

          private Stream<Criterion> ofParts(List<Criterion> parts) {
            return parts.stream().flatMap(DemandText::demanded);
          }
        });
  }

  private ImmutableMap<String, String> allBounds() {
    ListMultimap<String, String> texts = ArrayListMultimap.create();
    demanded(demand)
        .filter(Within.class::isInstance)
        .map(Within.class::cast)
        .filter(bound -> !bound.least().equals(bound.most()))
        .forEach(bound -> texts.put(bound.fact().id(), bound.stated()));
    return texts.asMap().entrySet().stream()
        .filter(entry -> entry.getValue().size() == 1)
        .collect(toImmutableMap(Map.Entry::getKey, entry -> getOnlyElement(entry.getValue())));
  }
}
