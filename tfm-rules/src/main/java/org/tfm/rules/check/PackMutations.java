package org.tfm.rules.check;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tfm.model.assessment.Assessment;
import org.tfm.model.assessment.Evaluation;
import org.tfm.model.assessment.Status;
import org.tfm.model.criterion.Criterion;
import org.tfm.model.criterion.Evidence;
import org.tfm.model.criterion.Prospect;
import org.tfm.model.criterion.Truth;
import org.tfm.model.json.TfmJson;
import org.tfm.model.problem.Budget;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;
import org.tfm.model.school.SchoolKind;
import org.tfm.model.term.Entitlement;
import org.tfm.model.term.Requirement;
import org.tfm.model.term.Section;
import org.tfm.model.term.Strength;
import org.tfm.model.term.Term;
import org.tfm.rules.book.PolicyLayers;
import org.tfm.rules.pack.Pack;

/**
 * The result of mutation testing of the worked cases of packs.
 *
 * <p>Each mutant has one small change to one term: to a number, a strength, a word or an operator.
 * A case detects a mutant if its result changes. Changes that no document could show are not
 * counted as mutants.
 *
 * @param mutants the number of mutants
 * @param unseen the number of changes that no document could show
 * @param alive the mutants that no case detects, by pack and rule
 */
@TfmJson.Strict
public record PackMutations(int mutants, int unseen, ImmutableList<Alive> alive) {

  /** The limit of cases that are run on mutants, each term of the case counted. */
  static final long MOST_RUN = 20_000_000;

  /** Refuses null. */
  public PackMutations {
    requireNonNull(alive, "alive");
  }

  /**
   * A mutant that no case detects.
   *
   * @param where the file and line of the rule
   * @param type the type of work group
   * @param term the id of the term
   * @param change a description of the change
   */
  @TfmJson.Strict
  public record Alive(String where, String type, String term, String change) {
    /** Refuses null. */
    public Alive {
      requireNonNull(where, "where");
      requireNonNull(type, "type");
      requireNonNull(term, "term");
      requireNonNull(change, "change");
    }
  }

  /** A case and its result without changes. */
  private record Known(
      WorkedCases cases,
      int number,
      ImmutableList<String> differences,
      ImmutableSet<String> terms) {

    /** Whether the case can detect changes to the term; other cases need not run. */
    boolean concerns(Term term) {
      return terms.contains(term.section() + " " + term.id());
    }

    boolean notices(PolicyLayers policy) {
      return !cases
          .run(number, (kind, day) -> policy.terms(cases.offering(), kind, day))
          .differences()
          .equals(differences);
    }
  }

  /**
   * Runs the worked cases of all packs in a folder against all mutants.
   *
   * @throws InvalidInputException if worked cases cannot be read or run, or if there are too many
   *     for the mutants of a pack
   */
  public static PackMutations of(PackFolder folder) {
    return of(requireNonNull(folder, "folder"), MOST_RUN);
  }

  static PackMutations of(PackFolder folder, long mostRun) {
    List<Part> parts = new ArrayList<>();
    for (Pack pack : folder.packs()) {
      parts.addAll(parts(folder, pack, mostRun));
    }
    int mutants = 0;
    int unseen = 0;
    ImmutableList.Builder<Alive> alive = ImmutableList.builder();
    for (Part part : parts) {
      for (PolicyLayers.Written written : part.layers().written()) {
        List<Known> concerned = part.concerned(written);
        for (Mutation mutation : Mutation.of(written.term())) {
          PolicyLayers mutant = part.layers().with(written, mutation.term());
          boolean noticed = concerned.stream().anyMatch(one -> one.notices(mutant));
          boolean visible =
              noticed || isVisible(written.term(), mutation.term(), written.kinds(), part.budget());
          if (part.budget().isSpent()) {
            throw tooMuch(part.pack());
          }
          if (!visible) {
            unseen++;
            continue;
          }
          mutants++;
          if (!noticed) {
            alive.add(
                new Alive(
                    PackFolder.place(part.pack(), written.rule()).toString(),
                    part.type(),
                    written.term().id(),
                    mutation.change()));
          }
        }
      }
    }
    return new PackMutations(mutants, unseen, alive.build());
  }

  /**
   * The cases of a type of work group, run once without changes.
   *
   * @param budget what is left for the pack
   */
  private record Part(
      Pack pack, String type, PolicyLayers layers, ImmutableList<Known> known, Budget budget) {

    /** The cases that can detect changes to a term. */
    List<Known> concerned(PolicyLayers.Written written) {
      return known.stream().filter(one -> one.concerns(written.term())).toList();
    }

    /** How many terms are assessed if every case that can detect a mutant is run on it. */
    long work() {
      return layers.written().stream()
          .mapToLong(
              written ->
                  Mutation.of(written.term()).size()
                      * concerned(written).stream().mapToLong(one -> one.terms().size()).sum())
          .sum();
    }
  }

  /**
   * Returns the parts of a pack.
   *
   * @throws InvalidInputException if its cases are too many for its mutants; no mutant is tried
   */
  private static List<Part> parts(PackFolder folder, Pack pack, long mostRun) {
    Budget budget = Budget.of(mostRun);
    ImmutableList<WorkedCases> all = folder.cases(pack);
    List<Part> parts = new ArrayList<>();
    for (String type : pack.publisher().offers()) {
      PolicyLayers layers = folder.book().layers(pack.id(), type);
      Part part =
          new Part(
              pack,
              type,
              layers,
              all.stream()
                  .filter(cases -> cases.offering().type().equals(type))
                  .flatMap(cases -> known(cases, layers).stream())
                  .collect(ImmutableList.toImmutableList()),
              budget);
      if (!budget.take(part.work())) {
        throw tooMuch(pack);
      }
      parts.add(part);
    }
    return parts;
  }

  private static InvalidInputException tooMuch(Pack pack) {
    return new InvalidInputException(
        Problem.of(
                ProblemCode.TOO_MUCH,
                "the rules and worked cases are too many to try every mutant on every case")
            .withHint("Split the pack into several")
            .inFile(pack.files().name()));
  }

  private static List<Known> known(WorkedCases cases, PolicyLayers policy) {
    ImmutableList<CaseResult> results =
        cases.run((kind, day) -> policy.terms(cases.offering(), kind, day));
    return IntStream.range(0, results.size())
        .mapToObj(
            number ->
                new Known(
                    cases,
                    number,
                    results.get(number).differences(),
                    terms(results.get(number).assessment())))
        .toList();
  }

  private static ImmutableSet<String> terms(Assessment assessment) {
    return Stream.concat(
            assessment.findings().stream().map(f -> Section.of(f.aspect()) + " " + f.term()),
            assessment.entitlements().stream().map(e -> e.section() + " " + e.term()))
        .collect(ImmutableSet.toImmutableSet());
  }

  /**
   * Whether a case can distinguish the two terms on some document. For example, it cannot where the
   * hub decides whatever the strength, or where no number lies between two bounds. Also true if the
   * budget is spent.
   */
  static boolean isVisible(Term one, Term other, Set<SchoolKind> kinds, Budget budget) {
    Set<Criterion> criteria = new LinkedHashSet<>();
    criteria.addAll(PossibleWorlds.criteria(one));
    criteria.addAll(PossibleWorlds.criteria(other));
    return PossibleWorlds.shows(
        criteria, kinds, budget, world -> !visible(one, world).equals(visible(other, world)));
  }

  /** The parts of a term's result that a case can check: its list and its effect on the verdict. */
  private static List<Object> visible(Term term, Evidence world) {
    if (term instanceof Requirement requirement) {
      Evaluation evaluation = Evaluation.of(requirement, world);
      Status status = evaluation.status();
      if (requirement.strength() == Strength.PREFERRED) {
        return List.of(status == Status.UNMET ? "advice" : "");
      }
      Prospect verdict = evaluation.prospect();
      return status == Status.MET
          ? List.of("")
          : List.of(status, verdict.isSettled() ? verdict : Prospect.ANY);
    }
    return List.of(
        term instanceof Entitlement entitlement ? entitlement.amount() : Optional.empty(),
        term.when().map(when -> when.evaluate(world).truth()).orElse(Truth.TRUE));
  }
}
