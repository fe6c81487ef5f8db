package org.tfm.model.advice;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tfm.model.criterion.AllOf;
import org.tfm.model.criterion.AnyOf;
import org.tfm.model.criterion.Criterion;
import org.tfm.model.criterion.Evidence;
import org.tfm.model.criterion.Fact;
import org.tfm.model.criterion.ForMembers;
import org.tfm.model.criterion.Members;
import org.tfm.model.criterion.Not;
import org.tfm.model.criterion.Provided;
import org.tfm.model.criterion.Truth;
import org.tfm.model.criterion.Value;
import org.tfm.model.document.Draft;
import org.tfm.model.document.FactLocation;
import org.tfm.model.document.Facts;
import org.tfm.model.term.Requirement;
import org.tfm.model.term.Strength;

/**
 * The locations of a requirement that are open, as long as it is not settled.
 *
 * @param draft the document
 * @param left the locations that will stay open
 */
record OpenFacts(Draft draft, Collection<FactLocation> left) {

  /** The open locations, in the order of the tree; none once the requirement is settled. */
  static Set<FactLocation> of(Requirement term, Draft draft, Collection<FactLocation> left) {
    return new OpenFacts(draft, left).of(term);
  }

  private Set<FactLocation> of(Requirement term) {
    Truth truth = truth(term.criterion(), "");
    Set<FactLocation> locations = new LinkedHashSet<>();
    if (truth == Truth.UNKNOWN) {
      collect(term.criterion(), "", locations);
    }
    if (truth != Truth.TRUE && term.strength() == Strength.MUST) {
      term.referral()
          .filter(when -> truth(when, "") == Truth.UNKNOWN)
          .ifPresent(when -> collect(when, "", locations));
    }
    return locations;
  }

  /** How it comes out, if an empty field may still be filled. */
  private Truth truth(Criterion criterion, String of) {
    return criterion.accept(new Open(of));
  }

  private final class Open implements Criterion.Visitor<Truth> {

    private final String of;

    Open(String of) {
      this.of = of;
    }

    @Override
    public Truth allOf(AllOf all) {
      return all.parts().stream().map(part -> part.accept(this)).reduce(Truth.TRUE, Truth::and);
    }

    @Override
    public Truth anyOf(AnyOf any) {
      return any.parts().stream().map(part -> part.accept(this)).reduce(Truth.FALSE, Truth::or);
    }

    @Override
    public Truth not(Not not) {
      return not.criterion().accept(this).negate();
    }

    @Override
    public Truth forMembers(ForMembers each) {
      List<Evidence> members = draft.evidence().members(each.members());
      if (members.isEmpty()) {
        return Truth.UNKNOWN;
      }
      Stream<Truth> truths =
          members.stream().map(member -> truth(each.criterion(), member.describes()));
      return each.every()
          ? truths.reduce(Truth.TRUE, Truth::and)
          : truths.reduce(Truth.FALSE, Truth::or);
    }

    @Override
    public Truth leaf(Criterion leaf) {
      return leaf instanceof Provided provided && !locations(provided.fact(), of).isEmpty()
          ? Truth.UNKNOWN
          : draft.evidence(of).map(one -> leaf.evaluate(one).truth()).orElse(Truth.UNKNOWN);
    }
  }

  private void collect(Criterion criterion, String of, Set<FactLocation> locations) {
    if (criterion instanceof ForMembers each) {
      List<Evidence> members = draft.evidence().members(each.members());
      if (members.isEmpty()) {
        unlessLeft(list(each.members())).forEach(locations::add);
      }
      members.forEach(member -> collect(each.criterion(), member.describes(), locations));
    } else if (criterion.children().isEmpty()) {
      criterion.facts().forEach(fact -> locations.addAll(locations(fact, of)));
    } else {
      criterion.children().forEach(child -> collect(child, of, locations));
    }
  }

  /** Where an answer would go: the list, if nobody is named yet; the people whose days are open. */
  private List<FactLocation> locations(Fact fact, String of) {
    Optional<Value> value = draft.evidence(of).flatMap(one -> one.find(fact));
    if (value.isPresent() && !(value.get() instanceof Value.Quantity quantity && quantity.open())) {
      return List.of();
    }
    if (MemberLists.countedBy(fact).isPresent()) {
      return unlessLeft(draft.location("", fact)).toList();
    }
    if (fact.equals(Facts.COMBINED_RELEASE)) {
      List<Evidence> people = draft.evidence().members(Members.LEAD_PARTICIPANTS);
      return people.isEmpty()
          ? unlessLeft(list(Members.LEAD_PARTICIPANTS)).toList()
          : people.stream()
              .filter(person -> person.find(Facts.RELEASE_DAYS).isEmpty())
              .map(person -> draft.location(person.describes(), Facts.RELEASE_DAYS))
              .flatMap(this::unlessLeft)
              .toList();
    }
    return unlessLeft(draft.location(of, fact)).toList();
  }

  private Stream<FactLocation> unlessLeft(FactLocation location) {
    return Stream.of(location).filter(one -> !left.contains(one));
  }

  /** Where the members of a list are named. */
  FactLocation list(Members members) {
    return draft.location("", MemberLists.counted(members));
  }
}
