package org.tfm.examples.bench.contest;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tfm.model.assessment.Status;
import org.tfm.model.assessment.Terms;
import org.tfm.model.assessment.Verdict;
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
import org.tfm.model.criterion.Unstated;
import org.tfm.model.criterion.Within;
import org.tfm.model.programme.Offering;
import org.tfm.model.school.Country;
import org.tfm.model.school.EstablishmentType;
import org.tfm.model.school.Funding;
import org.tfm.model.school.PartialSchoolKind;
import org.tfm.model.school.Phase;
import org.tfm.model.school.ProvisionType;
import org.tfm.model.term.Aspect;
import org.tfm.model.term.Requirement;
import org.tfm.model.term.Strength;
import org.tfm.rules.book.PolicyBook;

/**
 * The requirements of an offering on an application.
 *
 * @param number its index among the policies
 * @param offering the offering
 * @param rows the requirements
 * @param answers the facts that an application may answer
 */
public record Policy(
    int number, Offering offering, ImmutableList<Row> rows, ImmutableMap<String, Fact> answers) {

  private static final List<Aspect> ASPECTS =
      List.of(Aspect.ELIGIBILITY, Aspect.APPLICATION, Aspect.COMMITMENT);

  /** Returns the policy of an offering in a book. */
  static Policy of(int number, PolicyBook book, Offering offering) {
    Terms terms = book.terms(offering);
    ImmutableList.Builder<Row> rows = ImmutableList.builder();
    int row = 0;
    for (Aspect aspect : ASPECTS) {
      List<Requirement> asked = new ArrayList<>();
      terms.terms().stream()
          .flatMap(term -> term instanceof Requirement r ? Stream.of(r) : Stream.empty())
          .forEach(asked::add);
      terms.unsettled().stream()
          .flatMap(open -> open.term() instanceof Requirement r ? Stream.of(r) : Stream.empty())
          .forEach(asked::add);
      for (Requirement term : asked) {
        if (term.aspect() == aspect) {
          rows.add(row(row++, term, holdsFor(term, terms, book)));
        }
      }
    }
    return new Policy(number, offering, rows.build(), terms.answerFacts());
  }

  /** The condition on the schools that a term applies to; throws if it cannot be expressed. */
  private static Condition holdsFor(Requirement term, Terms terms, PolicyBook book) {
    if (terms.terms().contains(term)) {
      return new Condition.Constant(true);
    }
    ImmutableSet<EstablishmentType> types =
        Stream.of(EstablishmentType.values())
            .filter(type -> book.terms(terms.offering(), kind(type)).terms().contains(term))
            .collect(ImmutableSet.toImmutableSet());
    if (types.equals(all(type -> type.provision() == ProvisionType.SPECIAL))) {
      return new Condition.Special();
    }
    if (types.equals(all(type -> type.funding() != Funding.STATE))) {
      return Condition.not(new Condition.StateByType());
    }
    if (types.equals(
        all(
            type ->
                type.provision() == ProvisionType.SPECIAL || type.funding() != Funding.STATE))) {
      return Condition.or(
          List.of(new Condition.Special(), Condition.not(new Condition.StateByType())));
    }
    throw new IllegalStateException(
        "the schools that `" + term.id() + "` holds for have no simple name: " + types);
  }

  private static ImmutableSet<EstablishmentType> all(
      java.util.function.Predicate<EstablishmentType> which) {
    return Stream.of(EstablishmentType.values())
        .filter(which)
        .collect(ImmutableSet.toImmutableSet());
  }

  private static PartialSchoolKind kind(EstablishmentType type) {
    return new PartialSchoolKind(
        Optional.of(Phase.PRIMARY), Optional.of(type), Optional.of(Country.ENGLAND));
  }

  private static Row row(int number, Requirement term, Condition holdsFor) {
    Condition isTrue = Kleene.isTrue(term.criterion());
    Condition isFalse = Kleene.isFalse(term.criterion());
    Condition referred =
        term.strength() == Strength.SHOULD
            ? new Condition.Constant(true)
            : term.referral().map(Kleene::isTrue).orElse(new Condition.Constant(false));
    Condition notReferred =
        term.strength() == Strength.SHOULD
            ? new Condition.Constant(false)
            : term.referral().map(Kleene::isFalse).orElse(new Condition.Constant(true));
    Condition unknown = unknown(term.criterion());
    Condition referralUnknown =
        Condition.and(List.of(isFalse, Condition.not(referred), Condition.not(notReferred)));
    ImmutableMap.Builder<Status, Condition> cases = ImmutableMap.builder();
    boolean always = holdsFor.equals(new Condition.Constant(true));
    put(cases, Status.MET, always, holdsFor, isTrue);
    put(cases, Status.UNMET, always, holdsFor, Condition.and(List.of(isFalse, notReferred)));
    Condition toHub = Condition.and(List.of(isFalse, referred));
    Status whenUnknown = whenUnknown(term.criterion());
    if (term.referral().filter(r -> whenUnknown(r) != Status.EVIDENCE_MISSING).isPresent()) {
      throw new IllegalStateException("a referral that is always unknown: " + term.id());
    }
    put(
        cases,
        Status.REFERRED,
        always,
        holdsFor,
        whenUnknown == Status.REFERRED ? Condition.or(List.of(toHub, unknown)) : toHub);
    Condition missing =
        Condition.or(
            List.of(
                whenUnknown == Status.EVIDENCE_MISSING ? unknown : new Condition.Constant(false),
                referralUnknown));
    Condition typeMissing = Condition.not(new Condition.TypeGiven());
    Condition open =
        always
            ? missing
            : Condition.or(
                List.of(
                    typeMissing,
                    Condition.and(List.of(new Condition.TypeGiven(), holdsFor, missing))));
    if (!open.equals(new Condition.Constant(false))) {
      cases.put(Status.EVIDENCE_MISSING, open);
    }
    if (whenUnknown == Status.POLICY_SILENT) {
      put(cases, Status.POLICY_SILENT, always, holdsFor, unknown);
    }
    String must = term.criterion().says(term.strength().mood(), false);
    return new Row(
        number,
        term,
        holdsFor,
        cases.buildOrThrow(),
        worst(term),
        term.criterion().says(),
        must,
        SentenceText.sentence(must),
        Wording.of(term.criterion()),
        isOfAll(term.criterion(), false));
  }

  /** Whether a criterion, or its negation, is about every person. */
  private static boolean isOfAll(Criterion criterion, boolean negated) {
    if (criterion instanceof Not not) {
      return isOfAll(not.criterion(), !negated);
    }
    if (criterion instanceof ForMembers members) {
      return members.every() != negated;
    }
    return (negated ? criterion instanceof AnyOf : criterion instanceof AllOf)
        && criterion.children().stream().allMatch(part -> isOfAll(part, negated));
  }

  /** The worst verdict that an open requirement can lead to. */
  private static Verdict worst(Requirement term) {
    boolean neverNo =
        term.strength() == Strength.SHOULD
            || term.criterion() instanceof HubDecides
            || term.referral().filter(when -> when.isOppositeOf(term.criterion())).isPresent();
    return neverNo ? Verdict.REFER_TO_HUB : Verdict.NO;
  }

  private static Condition unknown(Criterion criterion) {
    if (isPlain(criterion)) {
      return Condition.not(new Condition.Given(Property.of(criterion.facts().iterator().next())));
    }
    if (criterion instanceof ForMembers members) {
      Condition isTrue = Kleene.isTrue(members.criterion());
      Condition isFalse = Kleene.isFalse(members.criterion());
      boolean every = members.every();
      Condition ofThem =
          Condition.and(
              List.of(
                  new Condition.PeopleGiven(),
                  Condition.not(Kleene.people(every, isTrue)),
                  Condition.not(Kleene.people(!every, isFalse))));
      return members.criterion().evaluate(Evidence.nothing("")).truth().isKnown()
          ? ofThem
          : Condition.or(List.of(Condition.not(new Condition.PeopleGiven()), ofThem));
    }
    return Condition.and(
        List.of(Condition.not(Kleene.isTrue(criterion)), Condition.not(Kleene.isFalse(criterion))));
  }

  /** Whether it is unknown exactly when its only fact is absent. */
  private static boolean isPlain(Criterion criterion) {
    return (criterion instanceof OneOf
            || criterion instanceof Includes
            || criterion instanceof Confirmed
            || criterion instanceof Within
            || (criterion instanceof Not not && isPlain(not.criterion())))
        && criterion.facts().stream().map(Property::of).noneMatch(Property::isOpen);
  }

  private static void put(
      ImmutableMap.Builder<Status, Condition> cases,
      Status status,
      boolean always,
      Condition holdsFor,
      Condition when) {
    Condition whole =
        always ? when : Condition.and(List.of(new Condition.TypeGiven(), holdsFor, when));
    if (!whole.equals(new Condition.Constant(false))) {
      cases.put(status, whole);
    }
  }

  /** The meaning of an unknown criterion; throws if the contest does not support it. */
  static Status whenUnknown(Criterion criterion) {
    Criterion inner = criterion instanceof ForMembers members ? members.criterion() : criterion;
    return inner instanceof HubDecides
        ? Status.REFERRED
        : inner instanceof Unstated ? Status.POLICY_SILENT : Status.EVIDENCE_MISSING;
  }

  /** The distinct properties of the school and its application that the rows use. */
  ImmutableSet<Property> properties() {
    return rows.stream()
        .flatMap(row -> criteria(row).stream())
        .flatMap(criterion -> criterion.facts().stream())
        .filter(fact -> !ofPerson(fact))
        .map(Property::of)
        .collect(ImmutableSet.toImmutableSet());
  }

  /** The names of all properties in an applicant's map. */
  public ImmutableSet<String> names() {
    ImmutableSet.Builder<String> names = ImmutableSet.builder();
    properties().forEach(property -> names.add(property.name()));
    if (properties().stream().anyMatch(Property::isOpen)) {
      names.add("releaseOpen");
    }
    return names.add("establishmentType", "special", "stateByType", "people").build();
  }

  static List<Criterion> criteria(Row row) {
    List<Criterion> criteria = new ArrayList<>();
    criteria.add(row.term().criterion());
    row.term().referral().ifPresent(criteria::add);
    return criteria;
  }

  static boolean ofPerson(Fact fact) {
    return fact.at().startsWith("leadParticipants[].") && !fact.id().equals("combined-release");
  }
}
