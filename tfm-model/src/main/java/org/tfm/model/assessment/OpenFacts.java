package org.tfm.model.assessment;

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
 * The spots of a requirement that are open, as long as it is not settled.
 *
 * @param draft the document
 * @param left the spots that will stay open
 */
record OpenFacts(Draft draft, Collection<FactLocation> left) {

  /** The open spots, in the order of the tree; none once the requirement is settled. */
  static Set<FactLocation> of(Requirement term, Draft draft, Collection<FactLocation> left) {
    return new OpenFacts(draft, left).of(term);
  }

  private Set<FactLocation> of(Requirement term) {
    Truth truth = truth(term.criterion(), "");
    Set<FactLocation> spots = new LinkedHashSet<>();
    if (truth == Truth.UNKNOWN) {
      collect(term.criterion(), "", spots);
    }
    if (truth != Truth.TRUE && term.strength() == Strength.MUST) {
      term.referral()
          .filter(when -> truth(when, "") == Truth.UNKNOWN)
          .ifPresent(when -> collect(when, "", spots));
    }
    return spots;
  }

  /** How it comes out, if an empty field may still be filled. */
  private Truth truth(Criterion criterion, String of) {
    if (criterion instanceof AllOf all) {
      return all.parts().stream().map(part -> truth(part, of)).reduce(Truth.TRUE, Truth::and);
    }
    if (criterion instanceof AnyOf any) {
      return any.parts().stream().map(part -> truth(part, of)).reduce(Truth.FALSE, Truth::or);
    }
    if (criterion instanceof Not not) {
      return truth(not.criterion(), of).negate();
    }
    if (criterion instanceof ForMembers each) {
      Stream<Truth> members =
          draft.evidence().members(each.members()).stream()
              .map(member -> truth(each.criterion(), member.describes()));
      return draft.evidence().members(each.members()).isEmpty()
          ? Truth.UNKNOWN
          : each.every()
              ? members.reduce(Truth.TRUE, Truth::and)
              : members.reduce(Truth.FALSE, Truth::or);
    }
    return criterion instanceof Provided provided && !spots(provided.fact(), of).isEmpty()
        ? Truth.UNKNOWN
        : evidence(of).map(one -> criterion.evaluate(one).truth()).orElse(Truth.UNKNOWN);
  }

  private void collect(Criterion criterion, String of, Set<FactLocation> spots) {
    if (criterion instanceof AllOf all) {
      all.parts().forEach(part -> collect(part, of, spots));
    } else if (criterion instanceof AnyOf any) {
      any.parts().forEach(part -> collect(part, of, spots));
    } else if (criterion instanceof Not not) {
      collect(not.criterion(), of, spots);
    } else if (criterion instanceof ForMembers each) {
      List<Evidence> members = draft.evidence().members(each.members());
      if (members.isEmpty()) {
        unlessLeft(list(each.members())).forEach(spots::add);
      }
      members.forEach(member -> collect(each.criterion(), member.describes(), spots));
    } else {
      criterion.facts().forEach(fact -> spots.addAll(spots(fact, of)));
    }
  }

  /** Where an answer would go: the list, if nobody is named yet; the people whose days are open. */
  private List<FactLocation> spots(Fact fact, String of) {
    Optional<Value> value = evidence(of).flatMap(one -> one.find(fact));
    if (value.isPresent() && !(value.get() instanceof Value.Quantity quantity && quantity.open())) {
      return List.of();
    }
    if (fact.equals(Facts.LEAD_PARTICIPANTS) || fact.equals(Facts.SCHOOLS)) {
      return unlessLeft(draft.spot("", fact)).toList();
    }
    if (fact.equals(Facts.COMBINED_RELEASE)) {
      List<Evidence> people = draft.evidence().members(Members.LEAD_PARTICIPANTS);
      return people.isEmpty()
          ? unlessLeft(list(Members.LEAD_PARTICIPANTS)).toList()
          : people.stream()
              .filter(person -> person.find(Facts.RELEASE_DAYS).isEmpty())
              .map(person -> draft.spot(person.describes(), Facts.RELEASE_DAYS))
              .flatMap(this::unlessLeft)
              .toList();
    }
    return unlessLeft(draft.spot(of, fact)).toList();
  }

  private Stream<FactLocation> unlessLeft(FactLocation spot) {
    return Stream.of(spot).filter(one -> !left.contains(one));
  }

  private Optional<Evidence> evidence(String of) {
    return draft.evidence(of);
  }

  /** Where the members of a list are named. */
  FactLocation list(Members members) {
    return draft.spot(
        "", members == Members.LEAD_PARTICIPANTS ? Facts.LEAD_PARTICIPANTS : Facts.SCHOOLS);
  }
}
