package org.tfm.model.advice;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tfm.model.assessment.Evaluation;
import org.tfm.model.assessment.Terms;
import org.tfm.model.assessment.UnsettledTerm;
import org.tfm.model.criterion.AllOf;
import org.tfm.model.criterion.AnyOf;
import org.tfm.model.criterion.CountOfMembers;
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
import org.tfm.model.document.Total;
import org.tfm.model.problem.Budget;
import org.tfm.model.term.Aspect;
import org.tfm.model.term.Requirement;
import org.tfm.model.term.Strength;

/**
 * Finds the open questions whose answers can change the verdict.
 *
 * <p>The search goes from the verdict down to the leaves. A part matters if two of its possible
 * outcomes lead to different verdicts for some possible outcome of all other parts. Each part is
 * searched once with the same verdicts, so the work grows with the size of the criteria and of the
 * document, and not with their depth.
 */
final class OpenQuestions {

  /** The limit of visited parts of criteria, each on the document or on one member. */
  static final long MOST_VISITED = 2_000_000;

  private final EditedDocument document;
  private final Map<Aspect, Evidence> relevant = new EnumMap<>(Aspect.class);
  private final Set<FactLocation> found;
  private final ImmutableList<Requirement> required;
  private final ImmutableList<ImmutableList<UnsettledTerm>> alternatives;
  private final IdentityHashMap<Requirement, Prospect> prospects = new IdentityHashMap<>();
  private final IdentityHashMap<Requirement, String> sentences = new IdentityHashMap<>();
  private final IdentityHashMap<Requirement, Set<Prospect>> asked = new IdentityHashMap<>();
  private final IdentityHashMap<Criterion, IdentityHashMap<Evidence, Set<Verdicts>>> visited =
      new IdentityHashMap<>();
  private final Budget budget;

  OpenQuestions(Terms terms, Document document, Collection<Question> left, Budget budget) {
    this.document = EditedDocument.of(document, terms.peopleAsked());
    this.found =
        left.stream()
            .map(question -> this.document.location(question.of(), question.fact()))
            .collect(Collectors.toCollection(HashSet::new));
    this.required = terms.deciding(document);
    this.alternatives = terms.decidingAlternatives(document);
    this.budget = budget;
  }

  /**
   * Returns the questions that matter, each once: about the kind of school, then by requirement.
   * They are searched for as they are needed, once, and until the budget is spent.
   */
  Stream<Question> all() {
    return Stream.<Supplier<Stream<Question>>>of(
            this::ofKind, () -> sets().flatMap(OpenQuestions.this::ofSet))
        .flatMap(Supplier::get)
        .filter(question -> found.add(new FactLocation(question.of(), question.fact())));
  }

  /** Returns the alternative sets of requirements; one of them applies. */
  private Stream<List<Requirement>> sets() {
    return alternatives.isEmpty()
        ? Stream.of(required)
        : alternatives.stream()
            .map(
                alternative ->
                    Stream.concat(
                            required.stream(),
                            alternative.stream().map(open -> (Requirement) open.term()))
                        .toList());
  }

  private Prospect prospect(Requirement term) {
    return prospects.computeIfAbsent(term, any -> Evaluation.prospect(any, relevant(any)));
  }

  /** Returns the evidence for a requirement: one object for each aspect, to recognize it. */
  private Evidence relevant(Requirement term) {
    return relevant.computeIfAbsent(
        term.aspect(), any -> Evaluation.relevant(term, document.evidence()));
  }

  private Prospect all(Stream<Requirement> requirements) {
    return requirements.map(this::prospect).reduce(Prospect.TRUE, Prospect::and);
  }

  /**
   * Returns the questions about the kind of school, if the terms for some kind can change the
   * verdict.
   */
  private Stream<Question> ofKind() {
    Prospect any =
        alternatives.stream()
            .map(alternative -> all(alternative.stream().map(open -> (Requirement) open.term())))
            .reduce(Prospect::either)
            .orElse(Prospect.TRUE);
    boolean mayBeSilent = required.isEmpty() && alternatives.stream().anyMatch(List::isEmpty);
    if (!mayBeSilent && !matters(any, all(required.stream()), Verdicts.SAME)) {
      return Stream.empty();
    }
    return alternatives.stream()
        .flatMap(List::stream)
        .distinct()
        .flatMap(
            open ->
                open.dependsOn().stream()
                    .map(fact -> document.location("", fact))
                    .map(location -> question(location, (Requirement) open.term())));
  }

  /** Whether different outcomes of a part lead to different verdicts. */
  private static boolean matters(Prospect part, Prospect others, Verdicts verdicts) {
    return others.singles().anyMatch(other -> verdicts.and(other).differ(part));
  }

  private Stream<Question> ofSet(List<Requirement> set) {
    List<Prospect> others = others(set.stream().map(this::prospect).toList(), true);
    return IntStream.range(0, set.size()).boxed().flatMap(i -> of(set.get(i), others.get(i)));
  }

  /** Returns, for each part, the prospect of all other parts together. */
  private static List<Prospect> others(List<Prospect> parts, boolean every) {
    List<Prospect> others = new ArrayList<>(parts);
    Prospect before = Prospect.of(every);
    for (int i = 0; i < parts.size(); i++) {
      others.set(i, before);
      before = both(before, parts.get(i), every);
    }
    Prospect after = Prospect.of(every);
    for (int i = parts.size() - 1; i >= 0; i--) {
      others.set(i, both(others.get(i), after, every));
      after = both(after, parts.get(i), every);
    }
    return others;
  }

  private static Prospect both(Prospect one, Prospect other, boolean every) {
    return every ? one.and(other) : one.or(other);
  }

  private Stream<Question> of(Requirement term, Prospect others) {
    return others
        .singles()
        .filter(other -> asked.computeIfAbsent(term, any -> new HashSet<>()).add(other))
        .flatMap(other -> of(term, relevant(term), Verdicts.SAME.and(other)))
        .map(location -> question(location, term));
  }

  private Stream<FactLocation> of(Requirement term, Evidence evidence, Verdicts verdicts) {
    Criterion criterion = term.criterion();
    if (term.strength() == Strength.SHOULD) {
      return visit(criterion, evidence, verdicts.insteadOfFalse(Prospect.HUB));
    }
    if (term.referral().isEmpty()) {
      return visit(criterion, evidence, verdicts);
    }
    Criterion referral = term.referral().get();
    if (referral.isOppositeOf(criterion)) {
      return visit(criterion, evidence, verdicts.insteadOfFalse(Prospect.HUB));
    }
    Stream<FactLocation> inCriterion =
        referral
            .prospect(evidence)
            .and(Prospect.HUB)
            .singles()
            .flatMap(referred -> visit(criterion, evidence, verdicts.insteadOfFalse(referred)));
    return criterion.prospect(evidence).includes(Prospect.FALSE)
        ? Stream.of(inCriterion, visit(referral, evidence, verdicts.and(Prospect.HUB)))
            .flatMap(locations -> locations)
        : inCriterion;
  }

  /** Searches a part, unless it was searched with the same verdicts before. */
  private Stream<FactLocation> visit(Criterion part, Evidence evidence, Verdicts verdicts) {
    return Stream.of(part)
        .filter(
            one ->
                visited
                        .computeIfAbsent(one, any -> new IdentityHashMap<>())
                        .computeIfAbsent(evidence, any -> new HashSet<>())
                        .add(verdicts)
                    && budget.take(1))
        .flatMap(one -> one.accept(new Search(evidence, verdicts)));
  }

  private Question question(FactLocation location, Requirement term) {
    Fact fact = location.fact();
    return new Question(
        fact,
        location.of(),
        MissingFact.question(fact, document.evidence(location.of()).flatMap(one -> one.find(fact))),
        term.id(),
        term.aspect(),
        sentences.computeIfAbsent(term, Requirement::sentence),
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

  /** Searches for the open leaves that matter, on the document as a whole or a member. */
  private final class Search implements Criterion.Visitor<Stream<FactLocation>> {

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

    private Stream<FactLocation> in(List<Part> parts, boolean every) {
      List<Prospect> own = parts.stream().map(Part::prospect).toList();
      List<Prospect> others = others(own, every);
      return IntStream.range(0, parts.size())
          .boxed()
          .flatMap(
              i ->
                  others
                      .get(i)
                      .singles()
                      .map(other -> every ? verdicts.and(other) : verdicts.or(other))
                      .filter(below -> below.differ(own.get(i)))
                      .flatMap(
                          below ->
                              visit(parts.get(i).criterion(), parts.get(i).evidence(), below)));
    }

    private List<Part> parts(List<Criterion> criteria) {
      return criteria.stream().map(criterion -> new Part(criterion, evidence)).toList();
    }

    @Override
    public Stream<FactLocation> allOf(AllOf all) {
      return in(parts(all.parts()), true);
    }

    @Override
    public Stream<FactLocation> anyOf(AnyOf any) {
      return in(parts(any.parts()), false);
    }

    @Override
    public Stream<FactLocation> not(Not not) {
      return visit(not.criterion(), evidence, verdicts.negated());
    }

    @Override
    public Stream<FactLocation> forMembers(ForMembers each) {
      List<Part> parts = new ArrayList<>();
      evidence
          .members(each.members())
          .forEach(member -> parts.add(new Part(each.criterion(), member)));
      Stream<FactLocation> ofMembers = in(parts, each.every());
      boolean mayBeMore = parts.isEmpty() || evidence.mayGrow(each.members());
      return mayBeMore && verdicts.differ(each.prospect(evidence))
          ? Stream.concat(ofMembers, Stream.of(document.list(each.members())))
          : ofMembers;
    }

    /**
     * A member matters where one more or less decides: with one fewer than the lower bound without
     * it, or with as many as the upper bound.
     */
    @Override
    public Stream<FactLocation> countOfMembers(CountOfMembers count) {
      if (!verdicts.differ(count.prospect(evidence))) {
        return Stream.empty();
      }
      List<ImmutableList<Evidence>> members = count.different(evidence);
      List<Prospect> own =
          members.stream()
              .map(
                  entries ->
                      entries.stream()
                          .map(count.where()::prospect)
                          .reduce(Prospect.FALSE, Prospect::or))
              .toList();
      boolean mayBeMore = members.isEmpty() || evidence.mayGrow(count.members());
      long fewest = own.stream().filter(one -> one == Prospect.TRUE).count();
      long most =
          mayBeMore
              ? Long.MAX_VALUE
              : own.stream().filter(one -> one != Prospect.FALSE).count() - 1;
      Stream<FactLocation> ofMembers =
          IntStream.range(0, members.size())
              .filter(i -> !own.get(i).isSettled())
              .boxed()
              .flatMap(i -> members.get(i).stream())
              .flatMap(
                  entry ->
                      Stream.concat(
                          isWithin(count.least().map(bound -> bound - 1), fewest, most)
                              ? visit(count.where(), entry, verdicts)
                              : Stream.empty(),
                          isWithin(count.most(), fewest, most)
                              ? visit(count.where(), entry, verdicts.negated())
                              : Stream.empty()));
      return mayBeMore
          ? Stream.concat(ofMembers, Stream.of(document.list(count.members())))
          : ofMembers;
    }

    private static boolean isWithin(Optional<Integer> number, long least, long most) {
      return number.isPresent() && number.get() >= least && number.get() <= most;
    }

    @Override
    public Stream<FactLocation> leaf(Criterion leaf) {
      return verdicts.differ(leaf.prospect(evidence))
          ? leaf.facts().stream().flatMap(this::locations)
          : Stream.empty();
    }

    /**
     * Returns the location of an answer; for a total, of each member without its part; for trusts,
     * of each school without one; for the attendance, of the numbers that are not given.
     */
    private Stream<FactLocation> locations(Fact fact) {
      if (fact.equals(Facts.ATTENDANCE) || fact.equals(Facts.ATTENDED_ALL)) {
        return Stream.of(Facts.WORKSHOPS_PLANNED, Facts.WORKSHOPS_ATTENDED)
            .filter(number -> evidence.find(number).isEmpty())
            .map(number -> document.location("", number));
      }
      if (fact.equals(Facts.TRUSTS)) {
        return ofEach(Members.SCHOOLS, Facts.TRUST);
      }
      return Total.of(fact)
          .map(total -> ofEach(total.members(), total.part()))
          .orElseGet(() -> Stream.of(document.location(evidence.describes(), fact)));
    }

    /** Returns the location of a fact of each member without it, and of a list that may grow. */
    private Stream<FactLocation> ofEach(Members members, Fact fact) {
      return Stream.concat(
          evidence.members(members).stream()
              .filter(one -> one.find(fact).isEmpty())
              .map(one -> document.location(one.describes(), fact)),
          evidence.members(members).isEmpty() || evidence.mayGrow(members)
              ? Stream.of(document.list(members))
              : Stream.empty());
    }
  }
}
