package org.tfm.register;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tfm.model.assessment.Finding;
import org.tfm.model.assessment.Status;
import org.tfm.model.assessment.Terms;
import org.tfm.model.assessment.UnsettledTerm;
import org.tfm.model.criterion.Evidence;
import org.tfm.model.criterion.Fact;
import org.tfm.model.criterion.Value;
import org.tfm.model.document.Application;
import org.tfm.model.document.DocumentEvidence;
import org.tfm.model.document.Facts;
import org.tfm.model.problem.DidYouMean;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.Ids;
import org.tfm.model.programme.Offering;
import org.tfm.model.school.PartialSchoolKind;
import org.tfm.model.school.School;
import org.tfm.model.term.Aspect;
import org.tfm.model.term.Requirement;
import org.tfm.model.term.Strength;
import org.tfm.rules.book.PackEntry;
import org.tfm.rules.book.PolicyBook;

/**
 * Screens schools against the offerings of one hub and year by what the register says of them.
 *
 * <p>Only eligibility requirements that ask for nothing else are evaluated: the kind of the school,
 * its area, trust, ages, free school meals, number of pupils and Ofsted grade. Decisions are cached
 * by the facts that the policies ask for. Not thread-safe.
 */
public final class Screening {

  private static final ImmutableSet<Fact> OF_THE_KIND =
      ImmutableSet.of(
          Facts.PHASE,
          Facts.ESTABLISHMENT_TYPE,
          Facts.COUNTRY,
          Facts.SPECIAL,
          Facts.MAINSTREAM,
          Facts.STATE_FUNDED);

  /** The facts of single schools that the register has. */
  private static final ImmutableSet<Fact> OF_THE_SCHOOL =
      ImmutableSet.of(
          Facts.LOCAL_AUTHORITY,
          Facts.DISTRICT,
          Facts.REGION,
          Facts.TRUST,
          Facts.LOWEST_AGE,
          Facts.HIGHEST_AGE,
          Facts.SCHOOL_YEARS,
          Facts.NURSERY_PROVISION,
          Facts.FREE_MEAL_SHARE,
          Facts.PUPILS,
          Facts.OFSTED_GRADE,
          Facts.URN);

  /** The limit of decisions that are kept. */
  private static final int MOST_KEPT = 10_000;

  private final PolicyBook book;
  private final ImmutableList<Offering> offerings;
  private final Map<PartialSchoolKind, OfKind> kinds = new HashMap<>();
  private final Map<Key, ImmutableList<Judgement>> decided =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, ImmutableList<Judgement>> eldest) {
          return size() > MOST_KEPT;
        }
      };

  /**
   * The terms of an offering for a kind of school.
   *
   * @param offering the offering
   * @param terms the terms
   * @param requirements the ids of the requirements that the register can answer
   */
  private record Policy(Offering offering, Terms terms, ImmutableSet<String> requirements) {}

  /**
   * The policies for a kind of school.
   *
   * @param policies the terms of each offering
   * @param asked the facts of single schools that they ask for
   */
  private record OfKind(ImmutableList<Policy> policies, ImmutableList<Fact> asked) {}

  /**
   * The key of a cached judgement: the kind, and the values of the facts that are asked.
   *
   * @param kind the kind of school
   * @param values the values in the order of the facts
   */
  private record Key(PartialSchoolKind kind, ImmutableList<Optional<Value>> values) {}

  private Screening(PolicyBook book, ImmutableList<Offering> offerings) {
    this.book = book;
    this.offerings = offerings;
  }

  /**
   * Returns the screening for all offerings of a hub in a year.
   *
   * @throws InvalidInputException if the book does not have the hub, or no offering of it in that
   *     year
   */
  public static Screening of(PolicyBook book, String hub, AcademicYear year) {
    requireNonNull(book, "book");
    requireNonNull(hub, "hub");
    checkIsHub(hub);
    List<PackEntry> ofHub =
        book.packs().stream().filter(pack -> pack.hub().id().equals(hub)).toList();
    ImmutableList<Offering> offerings =
        ofHub.stream()
            .filter(pack -> pack.year().map(year::equals).orElse(true))
            .flatMap(pack -> pack.offers().stream())
            .distinct()
            .sorted()
            .map(type -> Offering.of(hub, type, year))
            .collect(ImmutableList.toImmutableList());
    if (ofHub.isEmpty()) {
      List<String> hubs = book.packs().stream().map(pack -> pack.hub().id()).distinct().toList();
      String hint = DidYouMean.hint(hub, hubs);
      throw new InvalidInputException(
          Problem.of(ProblemCode.NO_POLICY, "there is no policy of a hub `%s`", hub)
              .withHint(hint.isEmpty() ? known(hubs.stream()) : hint)
              .inPart("hub"));
    }
    if (offerings.isEmpty()) {
      throw new InvalidInputException(
          Problem.of(ProblemCode.NO_POLICY, "the hub `%s` has no policy for %s", hub, year)
              .withHint(
                  known(ofHub.stream().flatMap(p -> p.year().stream()).map(AcademicYear::toString)))
              .inPart("year"));
    }
    return new Screening(book, offerings);
  }

  private static void checkIsHub(String hub) {
    try {
      Ids.check("hub id", hub);
    } catch (InvalidInputException e) {
      throw new InvalidInputException(
          e.problems().stream().map(problem -> problem.inPart("hub")).toList());
    }
  }

  private static String known(Stream<String> words) {
    return words
        .distinct()
        .sorted()
        .map(word -> "`" + word + "`")
        .collect(Collectors.joining(", ", "Expected one of ", ""));
  }

  /** The offerings, in the order of the types. */
  public ImmutableList<Offering> offerings() {
    return offerings;
  }

  /** Returns the decisions on a school, in the order of the offerings. */
  public ImmutableList<Judgement> decide(School school) {
    requireNonNull(school, "school");
    OfKind ofKind = kinds.get(school.kind());
    if (ofKind == null) {
      ofKind = ofKind(school.kind());
      kinds.put(school.kind(), ofKind);
    }
    Key key = new Key(school.kind(), values(school, ofKind.asked()));
    ImmutableList<Judgement> judgements = decided.get(key);
    if (judgements == null) {
      judgements =
          ofKind.policies().stream()
              .map(policy -> decide(policy, school))
              .collect(ImmutableList.toImmutableList());
      decided.put(key, judgements);
    }
    return judgements;
  }

  private OfKind ofKind(PartialSchoolKind kind) {
    ImmutableList.Builder<Policy> policies = ImmutableList.builder();
    Set<Fact> asked = new LinkedHashSet<>();
    for (Offering offering : offerings) {
      Terms terms = book.terms(offering, kind);
      List<Requirement> requirements = answerable(terms);
      requirements.forEach(
          term -> term.facts().stream().filter(Screening::isOfTheSchool).forEach(asked::add));
      policies.add(
          new Policy(
              offering,
              terms,
              requirements.stream().map(Requirement::id).collect(ImmutableSet.toImmutableSet())));
    }
    return new OfKind(policies.build(), ImmutableList.copyOf(asked));
  }

  private ImmutableList<Optional<Value>> values(School school, ImmutableList<Fact> asked) {
    if (asked.isEmpty()) {
      return ImmutableList.of();
    }
    Evidence evidence = DocumentEvidence.of(application(offerings.get(0), school));
    return asked.stream().map(evidence::find).collect(ImmutableList.toImmutableList());
  }

  private static Application application(Offering offering, School school) {
    return Application.builder().offering(offering).school(school).build();
  }

  private static Judgement decide(Policy policy, School school) {
    Offering offering = policy.offering();
    List<Finding> findings =
        policy.terms().assess(application(offering, school)).findings().stream()
            .filter(finding -> finding.aspect() == Aspect.ELIGIBILITY)
            .filter(finding -> finding.strength() != Strength.PREFERRED)
            .filter(finding -> policy.requirements().contains(finding.term()))
            .toList();
    List<Finding> musts =
        findings.stream().filter(finding -> finding.strength() == Strength.MUST).toList();
    ImmutableList<Finding> unmet = with(musts, Status.UNMET);
    if (!unmet.isEmpty()) {
      return new Judgement(offering, Decision.REFUSES, unmet);
    }
    ImmutableList<Finding> open = with(musts, Status.EVIDENCE_MISSING);
    if (!open.isEmpty()) {
      return new Judgement(offering, Decision.MORE_INFORMATION, open);
    }
    ImmutableList<Finding> referred = with(findings, Status.REFERRED, Status.POLICY_SILENT);
    if (!referred.isEmpty()) {
      return new Judgement(offering, Decision.REFERS, referred);
    }
    return new Judgement(
        offering, findings.isEmpty() ? Decision.NOT_STATED : Decision.ADMITS, ImmutableList.of());
  }

  private static ImmutableList<Finding> with(List<Finding> findings, Status... statuses) {
    Set<Status> wanted = Set.of(statuses);
    return findings.stream()
        .filter(finding -> wanted.contains(finding.status()))
        .collect(ImmutableList.toImmutableList());
  }

  /** The eligibility requirements that ask only for what the register has. */
  private static List<Requirement> answerable(Terms terms) {
    return Stream.concat(
            terms.terms().stream(), terms.unsettled().stream().map(UnsettledTerm::term))
        .filter(Requirement.class::isInstance)
        .map(Requirement.class::cast)
        .filter(term -> term.aspect() == Aspect.ELIGIBILITY)
        .filter(
            term ->
                term.facts().stream()
                    .allMatch(fact -> OF_THE_KIND.contains(fact) || isOfTheSchool(fact)))
        .toList();
  }

  /** Whether the register can answer it of a single school; areas follow from its names. */
  private static boolean isOfTheSchool(Fact fact) {
    return OF_THE_SCHOOL.contains(fact) || fact.area().isPresent();
  }
}
