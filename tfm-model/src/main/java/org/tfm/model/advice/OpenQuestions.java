package org.tfm.model.advice;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tfm.model.assessment.Evaluation;
import org.tfm.model.assessment.Terms;
import org.tfm.model.assessment.UnsettledTerm;
import org.tfm.model.criterion.AllOf;
import org.tfm.model.criterion.AnyOf;
import org.tfm.model.criterion.Criterion;
import org.tfm.model.criterion.Evidence;
import org.tfm.model.criterion.Fact;
import org.tfm.model.criterion.ForMembers;
import org.tfm.model.criterion.Members;
import org.tfm.model.criterion.MissingFact;
import org.tfm.model.criterion.Not;
import org.tfm.model.criterion.Prospect;
import org.tfm.model.document.Document;
import org.tfm.model.document.EditedDocument;
import org.tfm.model.document.FactLocation;
import org.tfm.model.document.Facts;
import org.tfm.model.term.Requirement;
import org.tfm.model.term.Strength;

/**
 * Finds the open questions whose answers can change the verdict.
 *
 * <p>The search goes from the verdict down to the leaves. A part matters if two of its possible
 * outcomes lead to different verdicts for some possible outcome of all other parts.
 */
final class OpenQuestions {

  private final EditedDocument document;
  private final ImmutableSet<FactLocation> left;
  private final ImmutableList<Requirement> required;
  private final ImmutableList<ImmutableList<UnsettledTerm>> alternatives;

  OpenQuestions(Terms terms, Document document, Collection<Question> left) {
    this.document = EditedDocument.of(document, terms.peopleAsked());
    this.left =
        left.stream()
            .map(question -> this.document.location(question.of(), question.fact()))
            .collect(ImmutableSet.toImmutableSet());
    this.required = terms.deciding(document);
    this.alternatives = terms.decidingAlternatives(document);
  }

  /** Returns the first question that matters: about the kind of school, then by requirement. */
  Optional<Question> first() {
    return ofKind()
        .or(
            () ->
                sets().stream()
                    .flatMap(
                        set ->
                            IntStream.range(0, set.size())
                                .mapToObj(i -> of(i, set))
                                .flatMap(Optional::stream))
                    .findFirst());
  }

  /** Returns the alternative sets of requirements, one of which applies. */
  private List<List<Requirement>> sets() {
    if (alternatives.isEmpty()) {
      return List.of(required);
    }
    List<List<Requirement>> sets = new ArrayList<>();
    for (List<UnsettledTerm> alternative : alternatives) {
      List<Requirement> set = new ArrayList<>(required);
      alternative.forEach(open -> set.add((Requirement) open.term()));
      sets.add(set);
    }
    return sets;
  }

  private Prospect prospect(Requirement term) {
    return Evaluation.prospect(term, document.evidence());
  }

  private Prospect all(Stream<Requirement> requirements) {
    return requirements.map(this::prospect).reduce(Prospect.TRUE, Prospect::and);
  }

  /**
   * Returns the question about the kind of school, if the terms for some kind can change the
   * verdict.
   */
  private Optional<Question> ofKind() {
    Prospect any =
        alternatives.stream()
            .map(alternative -> all(alternative.stream().map(open -> (Requirement) open.term())))
            .reduce(Prospect::either)
            .orElse(Prospect.TRUE);
    boolean mayBeSilent = required.isEmpty() && alternatives.stream().anyMatch(List::isEmpty);
    if (!mayBeSilent && !matters(any, all(required.stream()), Verdicts.SAME)) {
      return Optional.empty();
    }
    return alternatives.stream()
        .flatMap(List::stream)
        .flatMap(
            open ->
                open.dependsOn().stream()
                    .map(fact -> document.location("", fact))
                    .filter(location -> !left.contains(location))
                    .map(location -> question(location, (Requirement) open.term())))
        .findFirst();
  }

  /** Whether different outcomes of a part lead to different verdicts. */
  private static boolean matters(Prospect part, Prospect others, Verdicts verdicts) {
    return others.singles().anyMatch(other -> verdicts.and(other).differ(part));
  }

  private Optional<Question> of(int place, List<Requirement> set) {
    Requirement term = set.get(place);
    Evidence evidence = Evaluation.relevant(term, document.evidence());
    Prospect others =
        all(IntStream.range(0, set.size()).filter(i -> i != place).mapToObj(set::get));
    return others
        .singles()
        .flatMap(other -> of(term, evidence, Verdicts.SAME.and(other)).stream())
        .findFirst()
        .map(location -> question(location, term));
  }

  private Optional<FactLocation> of(Requirement term, Evidence evidence, Verdicts verdicts) {
    Criterion criterion = term.criterion();
    if (term.strength() == Strength.SHOULD) {
      return criterion.accept(new Search(evidence, verdicts.insteadOfFalse(Prospect.HUB)));
    }
    if (term.referral().isEmpty()) {
      return criterion.accept(new Search(evidence, verdicts));
    }
    Criterion referral = term.referral().get();
    if (referral.isOppositeOf(criterion)) {
      return criterion.accept(new Search(evidence, verdicts.insteadOfFalse(Prospect.HUB)));
    }
    Optional<FactLocation> inCriterion =
        referral
            .prospect(evidence)
            .and(Prospect.HUB)
            .singles()
            .flatMap(
                referred ->
                    criterion
                        .accept(new Search(evidence, verdicts.insteadOfFalse(referred)))
                        .stream())
            .findFirst();
    return inCriterion.isPresent() || !criterion.prospect(evidence).includes(Prospect.FALSE)
        ? inCriterion
        : referral.accept(new Search(evidence, verdicts.and(Prospect.HUB)));
  }

  private Question question(FactLocation location, Requirement term) {
    Fact fact = location.fact();
    return new Question(
        fact,
        location.of(),
        location.of().isEmpty()
            ? MissingFact.question(fact, document.evidence().find(fact))
            : fact.question(),
        term.id(),
        term.aspect(),
        term.sentence(),
        term.citation(),
        term.provenance());
  }

  /**
   * The verdicts that the outcomes of a part lead to.
   *
   * @param ifTrue the verdict if the part is true
   * @param ifHub the verdict if the part is left to the hub
   * @param ifFalse the verdict if the part is false
   */
  private record Verdicts(Prospect ifTrue, Prospect ifHub, Prospect ifFalse) {

    static final Verdicts SAME = new Verdicts(Prospect.TRUE, Prospect.HUB, Prospect.FALSE);

    private Prospect of(Prospect single) {
      return single == Prospect.TRUE ? ifTrue : single == Prospect.HUB ? ifHub : ifFalse;
    }

    /** Whether two outcomes of the prospect lead to different verdicts. */
    boolean differ(Prospect prospect) {
      return prospect.singles().map(this::of).distinct().count() > 1;
    }

    /** Returns the verdicts for a part in a conjunction with another. */
    Verdicts and(Prospect other) {
      return new Verdicts(
          of(Prospect.TRUE.and(other)), of(Prospect.HUB.and(other)), of(Prospect.FALSE));
    }

    /** Returns the verdicts for a part in a disjunction with another. */
    Verdicts or(Prospect other) {
      return new Verdicts(
          of(Prospect.TRUE), of(Prospect.HUB.or(other)), of(Prospect.FALSE.or(other)));
    }

    Verdicts negated() {
      return new Verdicts(/* ifTrue= */ ifFalse, ifHub, /* ifFalse= */ ifTrue);
    }

    Verdicts insteadOfFalse(Prospect other) {
      return new Verdicts(ifTrue, ifHub, of(other));
    }
  }

  /** Searches for the first open leaf that matters, on the document as a whole or a member. */
  private final class Search implements Criterion.Visitor<Optional<FactLocation>> {

    private final Evidence evidence;
    private final Verdicts verdicts;

    Search(Evidence evidence, Verdicts verdicts) {
      this.evidence = evidence;
      this.verdicts = verdicts;
    }

    /** A part of a node with the evidence for it. */
    private record Part(Criterion criterion, Evidence evidence) {
      Prospect prospect() {
        return criterion.prospect(evidence);
      }
    }

    private Optional<FactLocation> in(List<Part> parts, boolean every) {
      for (int i = 0; i < parts.size(); i++) {
        int place = i;
        Part part = parts.get(place);
        Prospect others =
            IntStream.range(0, parts.size())
                .filter(other -> other != place)
                .mapToObj(other -> parts.get(other).prospect())
                .reduce(Prospect.of(every), (one, other) -> every ? one.and(other) : one.or(other));
        Optional<FactLocation> found =
            others
                .singles()
                .map(other -> every ? verdicts.and(other) : verdicts.or(other))
                .filter(below -> below.differ(part.prospect()))
                .flatMap(
                    below -> part.criterion().accept(new Search(part.evidence(), below)).stream())
                .findFirst();
        if (found.isPresent()) {
          return found;
        }
      }
      return Optional.empty();
    }

    private List<Part> parts(List<Criterion> criteria) {
      return criteria.stream().map(criterion -> new Part(criterion, evidence)).toList();
    }

    @Override
    public Optional<FactLocation> allOf(AllOf all) {
      return in(parts(all.parts()), true);
    }

    @Override
    public Optional<FactLocation> anyOf(AnyOf any) {
      return in(parts(any.parts()), false);
    }

    @Override
    public Optional<FactLocation> not(Not not) {
      return not.criterion().accept(new Search(evidence, verdicts.negated()));
    }

    @Override
    public Optional<FactLocation> forMembers(ForMembers each) {
      List<Part> parts = new ArrayList<>();
      evidence
          .members(each.members())
          .forEach(member -> parts.add(new Part(each.criterion(), member)));
      Optional<FactLocation> found = in(parts, each.every());
      boolean mayBeMore = parts.isEmpty() || evidence.mayGrow(each.members());
      return found.isEmpty() && mayBeMore && verdicts.differ(each.prospect(evidence))
          ? unlessLeft(document.list(each.members())).findFirst()
          : found;
    }

    @Override
    public Optional<FactLocation> leaf(Criterion leaf) {
      return verdicts.differ(leaf.prospect(evidence))
          ? leaf.facts().stream().flatMap(this::locations).findFirst()
          : Optional.empty();
    }

    /** Returns the location of an answer; for combined days, the first person without days. */
    private Stream<FactLocation> locations(Fact fact) {
      if (!fact.equals(Facts.COMBINED_RELEASE)) {
        return unlessLeft(document.location(evidence.describes(), fact));
      }
      return Stream.concat(
          evidence.members(Members.LEAD_PARTICIPANTS).stream()
              .filter(person -> person.find(Facts.RELEASE_DAYS).isEmpty())
              .map(person -> document.location(person.describes(), Facts.RELEASE_DAYS))
              .flatMap(OpenQuestions.this::unlessLeft),
          evidence.members(Members.LEAD_PARTICIPANTS).isEmpty()
                  || evidence.mayGrow(Members.LEAD_PARTICIPANTS)
              ? unlessLeft(document.list(Members.LEAD_PARTICIPANTS))
              : Stream.empty());
    }
  }

  private Stream<FactLocation> unlessLeft(FactLocation location) {
    return Stream.of(location).filter(one -> !left.contains(one));
  }
}
