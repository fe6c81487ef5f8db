package org.tfm.rules.book;

import static java.util.Objects.requireNonNull;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tfm.model.criterion.Fact;
import org.tfm.model.problem.Budget;
import org.tfm.model.problem.DidYouMean;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;
import org.tfm.model.programme.Hubs;
import org.tfm.model.school.SchoolKind;
import org.tfm.model.term.Priority;
import org.tfm.model.term.Provision;
import org.tfm.model.term.RuleLanguage;
import org.tfm.model.term.RulePlace;
import org.tfm.model.term.Term;
import org.tfm.rules.pack.CitedLink;
import org.tfm.rules.pack.PackFiles;

/**
 * Validates a pack together with the packs that it extends: no duplicate terms, no protected term
 * relaxed, no unknown term withdrawn.
 */
final class Layers {

  private static final String DEROGATION_HINT =
      "Make it stricter, or cite the source that allows it: `@Derogation(\"source: place\")`";

  private static final String TEXT_HINT =
      "Leave it as it is, or cite the source that allows it: `@Derogation(\"source: place\")`";

  /** The limit of days × distinguishable kinds of school × rules, over the types of a pack. */
  static final long MOST_COMPARED = 50_000_000;

  /** The limit of packs that a pack extends, directly or through others. */
  static final int MOST_BELOW = 40;

  private static final int MOST_PROBLEMS = 200;

  /** A change of a term, which is compared once and not on every day for every kind of school. */
  private record Proof(
      RulePlace before, Overlay.Key term, boolean guarded, RulePlace by, boolean withdrawn) {

    static Proof of(Overlay.Change change) {
      Term before = change.before().term();
      return new Proof(
          before.provenance().rule(),
          Overlay.Key.of(before),
          change.before().guarded(),
          change.by().rule(),
          change.after().isEmpty());
    }
  }

  private Layers() {}

  /**
   * Returns the problems of a pack among all packs of its book.
   *
   * @param all the policies of the pack, and of the packs that it extends
   * @param bundled the packs of the library in the book
   */
  static List<Problem> problems(
      PackPolicy pack,
      Map<String, PackPolicy> all,
      Collection<PackEntry> bundled,
      PackPlaces places) {
    List<Problem> problems = new ArrayList<>();
    String publisher = places.folder(pack.id()) + "/" + PackFiles.PUBLISHER;
    for (String base : pack.bases()) {
      if (!all.containsKey(base)) {
        problems.add(
            places
                .missing(base, all.keySet().stream().filter(id -> !id.equals(pack.id())).toList())
                .inFile(publisher));
      } else if (reaches(base, pack.id(), all)) {
        problems.add(
            (base.equals(pack.id())
                    ? Problem.of(ProblemCode.CONTRADICTION, "`extends` names the pack itself")
                    : Problem.of(
                        ProblemCode.CONTRADICTION,
                        "`extends` is circular: `%s` also extends `%s`",
                        base,
                        pack.id()))
                .inFile(publisher));
      }
    }
    // Without its bases, problems with what it inherits would only follow from these.
    boolean isOnBases = problems.isEmpty();
    ImmutableList<PackPolicy> chain = chain(pack, all);
    if (chain.size() > MOST_BELOW + 1) {
      problems.add(
          Problem.of(
                  ProblemCode.TOO_MUCH,
                  "`extends` leads to more than %s packs, with those that they extend",
                  MOST_BELOW)
              .inFile(publisher));
      return problems;
    }
    if (isOnBases) {
      facts(pack, chain, publisher, problems);
      factsOfBases(pack, chain, publisher, problems);
      shadows(pack, chain, bundled, publisher, problems);
    }
    Budget budget = Budget.of(MOST_COMPARED);
    Set<List<ImmutableList<Contribution>>> seen = new HashSet<>();
    pack.contributions()
        .forEach(
            (type, contributions) -> {
              if (!seen.add(chain.stream().map(layer -> layer.to(type)).toList())) {
                // Types with the same rules have the same problems.
                return;
              }
              Map<RulePlace, Map<String, Problem>> found = new HashMap<>();
              Set<Problem> combined = new LinkedHashSet<>();
              Map<Proof, Boolean> relaxing = new HashMap<>();
              KindGroups groups = KindGroups.of(chain, type);
              for (KindGroups.Situation one : groups.situations(budget)) {
                conflicts(contributions, one.kind(), one.day(), places, found);
                Overlay.terms(
                    chain,
                    type,
                    one.kind(),
                    one.day(),
                    (layer, change) -> {
                      boolean relaxes =
                          relaxing.computeIfAbsent(
                              Proof.of(change), any -> relaxes(change, budget));
                      if (relaxes && layer.id().equals(pack.id())) {
                        guarded(change, places, found);
                      } else if (relaxes
                          && budget.take(groups.terms())
                          && !(agree(pack, change, layer, all)
                              && isOwn(change, layer, all, type, one))) {
                        combined.add(merged(change, places));
                      }
                    });
              }
              // In the order of the files, not of the kinds of school.
              for (Contribution contribution : contributions) {
                found
                    .getOrDefault(contribution.rule(), Map.of())
                    .values()
                    .forEach(problem -> problems.add(at(contribution.rule(), places, problem)));
              }
              combined.forEach(problem -> problems.add(problem.inFile(publisher)));
              if (isOnBases) {
                withdrawals(pack, chain, type, places, problems);
              }
            });
    if (budget.isSpent()) {
      return List.of(
          Problem.of(
                  ProblemCode.TOO_MUCH,
                  "the rules are too much to compare, for the days, kinds of school and types that"
                      + " they distinguish")
              .withHint("Split the pack into several, or use fewer days")
              .inFile(places.folder(pack.id())));
    }
    return problems.subList(0, Math.min(MOST_PROBLEMS, problems.size()));
  }

  /**
   * Rejects a fact that a base declares with other answers, because a document has one answer for
   * both, and any other wording of a fact that a protected term uses.
   */
  private static void facts(
      PackPolicy pack, List<PackPolicy> chain, String publisher, List<Problem> problems) {
    List<PackPolicy> bases = chain.stream().filter(layer -> !layer.id().equals(pack.id())).toList();
    ImmutableSet<String> guarded = guardedFacts(bases);
    area(pack, bases, publisher, problems);
    for (Fact fact : pack.answers().toList()) {
      for (PackPolicy base : bases) {
        Optional<Fact> other =
            base.answers()
                .filter(one -> one.id().equals(fact.id()) && !one.equals(fact))
                .findFirst();
        if (other.isPresent() && !takesSameAnswers(fact, other.get())) {
          problems.add(
              Problem.of(
                      ProblemCode.CONTRADICTION,
                      "the fact `%s` takes other answers than in the extended pack `%s`",
                      fact.id(),
                      base.id())
                  .withHint(
                      "Use another id, or the same `kind`, `unit`, `choices`, `fixed` and `known-to`")
                  .inFile(publisher));
          break;
        }
        // The text of a duty is protected with its term.
        boolean isDeclared =
            pack.facts().contains(fact) || base.facts().contains(other.orElse(fact));
        if (other.isPresent() && guarded.contains(fact.id()) && isDeclared) {
          problems.add(
              Problem.of(
                      ProblemCode.PROTECTED_TERM,
                      "a protected term uses the fact `%s` of the extended pack `%s`; other words"
                          + " for it would change what is asked",
                      fact.id(),
                      base.id())
                  .withHint("Use another id, or leave the fact out: it is inherited")
                  .inFile(publisher));
          break;
        }
      }
    }
  }

  /** Rejects another area of the hub than a protected term of its own base asks for. */
  private static void area(
      PackPolicy pack, List<PackPolicy> bases, String publisher, List<Problem> problems) {
    List<PackPolicy> own =
        bases.stream().filter(base -> base.hub().id().equals(pack.hub().id())).toList();
    Optional<PackPolicy> guarding = own.stream().filter(Layers::guardsOwnArea).findFirst();
    if (pack.area().isPresent()
        && guarding.isPresent()
        && !pack.area().get().area().equals(OwnArea.of(pack.hub().id(), own))) {
      problems.add(
          Problem.of(
                  ProblemCode.PROTECTED_TERM,
                  "a protected term of the extended pack `%s` asks whether the school is in the"
                      + " area of the hub; another area would change what is asked",
                  guarding.get().id())
              .withHint("Leave `area` out: it is inherited")
              .inFile(publisher));
    }
  }

  private static boolean guardsOwnArea(PackPolicy layer) {
    return layer.contributions().values().stream()
        .flatMap(List::stream)
        .filter(Contribution::guarded)
        .flatMap(contribution -> contribution.terms().stream())
        .flatMap(term -> term.facts().stream())
        .anyMatch(fact -> OwnArea.isOf(layer.hub().id(), fact));
  }

  /**
   * Rejects bases that ask differently for a fact that a protected term uses, or that take other
   * answers to a fact: a document has one answer for both.
   */
  private static void factsOfBases(
      PackPolicy pack, List<PackPolicy> chain, String publisher, List<Problem> problems) {
    List<PackPolicy> bases = chain.stream().filter(layer -> !layer.id().equals(pack.id())).toList();
    ImmutableSet<String> guarded = guardedFacts(bases);
    Map<String, PackPolicy> first = new HashMap<>();
    Map<String, Fact> known = new HashMap<>();
    for (PackPolicy base : bases) {
      for (Fact fact : base.answers().toList()) {
        Fact other = known.putIfAbsent(fact.id(), fact);
        PackPolicy of = first.putIfAbsent(fact.id(), base);
        if (other != null
            && of != null
            && pack.language() > RuleLanguage.OLDEST
            && !takesSameAnswers(other, fact)) {
          problems.add(
              Problem.of(
                      ProblemCode.CONTRADICTION,
                      "`extends` combines packs that do not agree: the fact `%s` takes other"
                          + " answers in `%s` than in `%s`",
                      fact.id(),
                      of.id(),
                      base.id())
                  .withHint("Extend only one of them")
                  .inFile(publisher));
          return;
        }
        if (other != null && of != null && !other.equals(fact) && guarded.contains(fact.id())) {
          problems.add(
              Problem.of(
                      ProblemCode.PROTECTED_TERM,
                      "`extends` combines packs that do not agree: a protected term uses the fact"
                          + " `%s`, and `%s` and `%s` have different words for it",
                      fact.id(),
                      of.id(),
                      base.id())
                  .withHint("Extend only one of them")
                  .inFile(publisher));
        }
      }
    }
  }

  /** The ids of the facts that protected terms use. */
  private static ImmutableSet<String> guardedFacts(List<PackPolicy> layers) {
    return layers.stream()
        .flatMap(layer -> layer.contributions().values().stream())
        .flatMap(List::stream)
        .filter(Contribution::guarded)
        .flatMap(contribution -> contribution.terms().stream())
        .flatMap(term -> term.facts().stream())
        .map(Fact::id)
        .collect(ImmutableSet.toImmutableSet());
  }

  private static boolean takesSameAnswers(Fact one, Fact another) {
    return one.kind() == another.kind()
        && one.unit().equals(another.unit())
        && one.choices().equals(another.choices())
        && one.fixed() == another.fixed()
        && one.knownToHub() == another.knownToHub();
  }

  /** Rejects a national pack for a year that would hide that of the library for any year. */
  private static void shadows(
      PackPolicy pack,
      List<PackPolicy> chain,
      Collection<PackEntry> bundled,
      String publisher,
      List<Problem> problems) {
    // A hub's own pack of a year takes the place of its page without a year.
    if (pack.year().isEmpty() || !pack.hub().id().equals(Hubs.NATIONAL)) {
      return;
    }
    for (PackEntry other : bundled) {
      if (other.year().isEmpty()
          && other.hub().id().equals(Hubs.NATIONAL)
          && !Collections.disjoint(spokenOf(other), spokenOf(pack))
          && chain.stream().noneMatch(layer -> layer.id().equals(other.id()))) {
        problems.add(
            Problem.of(
                    ProblemCode.CONTRADICTION,
                    "the pack `%s` of the library is for any year, and this pack would hide it",
                    other.id())
                .withHint("Build on it: `extends: [" + other.id() + "]`")
                .inFile(publisher));
      }
    }
  }

  /** The types that a pack offers, gives a title to or places in the journey. */
  private static Set<String> spokenOf(PackEntry pack) {
    return spokenOf(pack.offers(), pack.types().keySet(), pack.journey());
  }

  private static Set<String> spokenOf(PackPolicy pack) {
    return spokenOf(pack.contributions().keySet(), pack.types().keySet(), pack.journey());
  }

  private static Set<String> spokenOf(
      Collection<String> offered, Collection<String> named, Collection<CitedLink> journey) {
    Set<String> types = new HashSet<>(offered);
    types.addAll(named);
    journey.forEach(cited -> types.add(cited.link().type()));
    return types;
  }

  private static boolean reaches(String from, String to, Map<String, PackPolicy> all) {
    Set<String> seen = new HashSet<>(Set.of(from));
    Deque<String> open = new ArrayDeque<>(seen);
    while (!open.isEmpty()) {
      String next = open.remove();
      PackPolicy pack = all.get(next);
      if (next.equals(to)) {
        return true;
      }
      if (pack != null) {
        pack.bases().stream().filter(seen::add).forEach(open::add);
      }
    }
    return false;
  }

  private static void conflicts(
      List<Contribution> contributions,
      SchoolKind kind,
      LocalDate day,
      PackPlaces places,
      Map<RulePlace, Map<String, Problem>> found) {
    Map<Overlay.Key, Contribution> seen = new LinkedHashMap<>();
    for (Contribution contribution : contributions) {
      if (contribution.kinds().contains(kind) && contribution.isEffective(day)) {
        for (Term term : contribution.terms()) {
          Contribution other = seen.putIfAbsent(Overlay.Key.of(term), contribution);
          if (other != null) {
            found
                .computeIfAbsent(contribution.rule(), any -> new LinkedHashMap<>())
                .computeIfAbsent(
                    term.id(),
                    id ->
                        Problem.of(
                            ProblemCode.DUPLICATE,
                            "the rule at %s already writes the term `%s` for the same schools",
                            places.of(other.rule()),
                            id));
          }
        }
      }
    }
  }

  /**
   * Whether no pack that a pack names itself inherits the protected term without the layer that
   * changes it. The derogation of one of them does not speak for another.
   */
  private static boolean agree(
      PackPolicy pack, Overlay.Change change, PackPolicy layer, Map<String, PackPolicy> all) {
    String protects = change.before().term().provenance().rule().pack();
    return pack.bases().stream()
        .filter(all::containsKey)
        .map(base -> chain(requireNonNull(all.get(base)), all))
        .filter(below -> below.stream().anyMatch(one -> one.id().equals(protects)))
        .allMatch(below -> below.stream().anyMatch(one -> one.id().equals(layer.id())));
  }

  /** Whether a layer makes this change on its own bases too, where it was validated. */
  private static boolean isOwn(
      Overlay.Change change,
      PackPolicy layer,
      Map<String, PackPolicy> all,
      String type,
      KindGroups.Situation on) {
    List<Overlay.Change> own = new ArrayList<>();
    Overlay.terms(chain(layer, all), type, on.kind(), on.day(), (by, changed) -> own.add(changed));
    return own.contains(change);
  }

  /** Whether a change makes a protected term less strict, or withdraws it. */
  private static boolean relaxes(Overlay.Change change, Budget budget) {
    Term before = change.before().term();
    return change.before().guarded()
        && !change.after().map(after -> after.isAtLeastAsStrictAs(before, budget)).orElse(false);
  }

  /** Returns the problem of two bases if one relaxes what the other protects. */
  private static Problem merged(Overlay.Change change, PackPlaces places) {
    Term before = change.before().term();
    return Problem.of(
            ProblemCode.PROTECTED_TERM,
            "`extends` combines packs that do not agree: the term `%s` is protected by the rule at"
                + " %s, and the rule at %s %s",
            before.id(),
            places.of(before.provenance().rule()),
            places.of(change.by().rule()),
            change.after().isEmpty() ? "withdraws it" : "may be less strict")
        .withHint("Change the order of `extends`, or extend only one of them");
  }

  private static void guarded(
      Overlay.Change change, PackPlaces places, Map<RulePlace, Map<String, Problem>> found) {
    if (change.by().derogates()) {
      return;
    }
    Map<String, Problem> ofRule =
        found.computeIfAbsent(change.by().rule(), any -> new LinkedHashMap<>());
    Term before = change.before().term();
    if (change.after().isEmpty()) {
      ofRule.putIfAbsent(
          before.id(),
          Problem.of(
                  ProblemCode.PROTECTED_TERM,
                  "the term `%s` is protected by the rule at %s and cannot be withdrawn",
                  before.id(),
                  places.of(before.provenance().rule()))
              .withHint(DEROGATION_HINT));
    } else {
      ofRule.putIfAbsent(
          before.id(),
          Problem.of(
                  ProblemCode.PROTECTED_TERM,
                  "the term `%s` is protected by the rule at %s, which says “%s”; this rule %s: “%s”",
                  before.id(),
                  places.of(before.provenance().rule()),
                  quoted(before),
                  hasStrictness(before) ? "may be less strict" : "says something else",
                  quoted(change.after().get()))
              .withHint(hasStrictness(before) ? DEROGATION_HINT : TEXT_HINT));
    }
  }

  /** Whether the term has a stricter form: another priority or provision is just another. */
  private static boolean hasStrictness(Term term) {
    return !(term instanceof Priority || term instanceof Provision);
  }

  private static String quoted(Term term) {
    return CharMatcher.is('.').trimTrailingFrom(term.sentence());
  }

  private static Problem at(RulePlace rule, PackPlaces places, Problem problem) {
    return problem.inFile(places.folder(rule.pack()) + "/" + rule.file(), rule.line());
  }

  private static void withdrawals(
      PackPolicy pack,
      List<PackPolicy> chain,
      String type,
      PackPlaces places,
      List<Problem> problems) {
    ImmutableSet<String> known =
        chain.stream()
            .filter(layer -> !layer.id().equals(pack.id()))
            .flatMap(layer -> layer.termIds(type).stream())
            .collect(ImmutableSet.toImmutableSet());
    for (Contribution contribution : pack.to(type)) {
      for (String id : contribution.withdraws()) {
        if (!known.contains(id)) {
          problems.add(
              at(
                  contribution.rule(),
                  places,
                  Problem.of(
                          ProblemCode.UNKNOWN_WORD,
                          "`withdraw` names the term `%s`, which no extended pack has",
                          id)
                      .withHint(DidYouMean.hint(id, known))));
        }
      }
    }
  }

  /**
   * The pack and all packs that it extends, each once, bases first; too many packs are cut off at
   * one more than {@link #MOST_BELOW}.
   */
  static ImmutableList<PackPolicy> chain(PackPolicy pack, Map<String, PackPolicy> all) {
    Map<String, PackPolicy> chain = new LinkedHashMap<>();
    climb(pack, all, chain, new HashSet<>());
    return ImmutableMap.copyOf(chain).values().asList();
  }

  private static void climb(
      PackPolicy pack,
      Map<String, PackPolicy> all,
      Map<String, PackPolicy> chain,
      Set<String> open) {
    if (open.size() > MOST_BELOW + 1 || !open.add(pack.id())) {
      return;
    }
    for (String base : pack.bases().reverse()) {
      PackPolicy below = all.get(base);
      if (below != null) {
        climb(below, all, chain, open);
      }
    }
    chain.put(pack.id(), pack);
  }
}
