package org.tfm.register;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tfm.model.assessment.Finding;
import org.tfm.model.assessment.Status;
import org.tfm.model.assessment.Terms;
import org.tfm.model.assessment.UnsettledTerm;
import org.tfm.model.criterion.Fact;
import org.tfm.model.document.Application;
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
 * Screens schools against the offerings of one hub and year by their kind alone.
 *
 * <p>Only eligibility requirements that use nothing but the kind of the school are evaluated. There
 * are few kinds, so the decision for each is cached. Not thread-safe.
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

  private final PolicyBook book;
  private final ImmutableList<Offering> offerings;
  private final Map<PartialSchoolKind, ImmutableList<Judgement>> decided = new HashMap<>();

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
    ImmutableList<Judgement> judgements = decided.get(school.kind());
    if (judgements == null) {
      judgements =
          offerings.stream()
              .map(offering -> decide(offering, school))
              .collect(ImmutableList.toImmutableList());
      decided.put(school.kind(), judgements);
    }
    return judgements;
  }

  private Judgement decide(Offering offering, School school) {
    Terms terms = book.terms(offering, school.kind());
    Set<String> ofTheKind = termsOfTheKind(terms);
    List<Finding> findings =
        terms
            .assess(Application.builder().offering(offering).school(school).build())
            .findings()
            .stream()
            .filter(finding -> finding.aspect() == Aspect.ELIGIBILITY)
            .filter(finding -> finding.strength() != Strength.PREFERRED)
            .filter(finding -> ofTheKind.contains(finding.term()))
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

  /** The ids of the eligibility requirements that use nothing but the kind. */
  private static Set<String> termsOfTheKind(Terms terms) {
    return Stream.concat(
            terms.terms().stream(), terms.unsettled().stream().map(UnsettledTerm::term))
        .filter(Requirement.class::isInstance)
        .map(Requirement.class::cast)
        .filter(term -> term.aspect() == Aspect.ELIGIBILITY)
        .filter(term -> OF_THE_KIND.containsAll(term.facts()))
        .map(Requirement::id)
        .collect(ImmutableSet.toImmutableSet());
  }
}
