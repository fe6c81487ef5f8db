package org.tfm.rules.book;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.tfm.model.criterion.Fact;
import org.tfm.model.problem.DidYouMean;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;
import org.tfm.model.school.SchoolKind;
import org.tfm.model.term.RulePlace;
import org.tfm.model.term.Term;
import org.tfm.rules.pack.PackFiles;

/**
 * Validates a pack together with the packs that it extends: no duplicate terms, no protected term
 * relaxed, no unknown term withdrawn.
 */
final class Layers {

  private static final String DEROGATION_HINT =
      "Make it stricter, or cite the source that allows it: `@Derogation(\"source: place\")`";

  /** A rule and the term that it gets wrong. */
  private record Fault(RulePlace rule, String term) {}

  private Layers() {}

  /** Returns the problems of a pack among all packs of its book. */
  static List<Problem> problems(PackPolicy pack, Map<String, PackPolicy> all, PackPlaces places) {
    List<Problem> problems = new ArrayList<>();
    String publisher = places.folder(pack.id()) + "/" + PackFiles.PUBLISHER;
    for (String base : pack.bases()) {
      if (!all.containsKey(base)) {
        problems.add(
            places
                .missing(base, all.keySet().stream().filter(id -> !id.equals(pack.id())).toList())
                .inFile(publisher));
      } else if (reaches(base, pack.id(), all, new HashSet<>())) {
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
    if (isOnBases) {
      facts(pack, chain, publisher, problems);
    }
    pack.contributions()
        .forEach(
            (type, contributions) -> {
              Map<Fault, Problem> found = new LinkedHashMap<>();
              for (LocalDate day : days(chain, type)) {
                for (SchoolKind kind : representatives(chain, type, day)) {
                  conflicts(contributions, kind, day, places, found);
                  Overlay.terms(
                      chain,
                      type,
                      kind,
                      day,
                      (layer, change) -> {
                        if (layer.id().equals(pack.id())) {
                          guarded(change, places, found);
                        }
                      });
                }
              }
              // In the order of the files, not of the kinds of school.
              for (Contribution contribution : contributions) {
                found.forEach(
                    (fault, problem) -> {
                      if (fault.rule().equals(contribution.rule())) {
                        problems.add(at(fault.rule(), places, problem));
                      }
                    });
              }
              if (isOnBases) {
                withdrawals(pack, chain, type, places, problems);
              }
            });
    return problems;
  }

  /** Rejects a fact that a base declares with other answers: a document has one answer for both. */
  private static void facts(
      PackPolicy pack, List<PackPolicy> chain, String publisher, List<Problem> problems) {
    for (Fact fact : pack.facts()) {
      chain.stream()
          .filter(layer -> !layer.id().equals(pack.id()))
          .filter(layer -> layer.facts().stream().anyMatch(other -> isClash(fact, other)))
          .findFirst()
          .ifPresent(
              base ->
                  problems.add(
                      Problem.of(
                              ProblemCode.CONTRADICTION,
                              "the fact `%s` takes other answers than in the extended pack `%s`",
                              fact.id(),
                              base.id())
                          .withHint(
                              "Use another id, or the same `kind`, `unit`, `choices` and `fixed`")
                          .inFile(publisher)));
    }
  }

  private static boolean isClash(Fact fact, Fact other) {
    return fact.id().equals(other.id())
        && !(fact.kind() == other.kind()
            && fact.unit().equals(other.unit())
            && fact.choices().equals(other.choices())
            && fact.fixed() == other.fixed());
  }

  private static boolean reaches(
      String from, String to, Map<String, PackPolicy> all, Set<String> seen) {
    PackPolicy pack = all.get(from);
    return from.equals(to)
        || (pack != null
            && seen.add(from)
            && pack.bases().stream().anyMatch(base -> reaches(base, to, all, seen)));
  }

  /** The days on which the terms can change: a rule starts, or ended the day before. */
  static ImmutableSortedSet<LocalDate> turns(List<PackPolicy> layers, String type) {
    return layers.stream()
        .flatMap(layer -> layer.to(type).stream())
        .flatMap(
            c -> Stream.concat(c.from().stream(), c.until().stream().map(last -> last.plusDays(1))))
        .collect(ImmutableSortedSet.toImmutableSortedSet(Comparator.naturalOrder()));
  }

  /** One day for each period between two changes. */
  static ImmutableList<LocalDate> days(List<PackPolicy> layers, String type) {
    return ImmutableList.<LocalDate>builder()
        .add(LocalDate.MIN)
        .addAll(turns(layers, type))
        .build();
  }

  /** One kind of school for each distinct set of applicable rules. */
  static ImmutableList<SchoolKind> representatives(
      List<PackPolicy> layers, String type, LocalDate day) {
    List<Contribution> all =
        layers.stream()
            .flatMap(layer -> layer.to(type).stream())
            .filter(c -> c.isEffective(day))
            .toList();
    Map<BitSet, SchoolKind> representatives = new LinkedHashMap<>();
    for (SchoolKind kind : SchoolKind.all()) {
      BitSet applicable = new BitSet(all.size());
      for (int i = 0; i < all.size(); i++) {
        applicable.set(i, all.get(i).kinds().contains(kind));
      }
      representatives.putIfAbsent(applicable, kind);
    }
    return ImmutableList.copyOf(representatives.values());
  }

  private static void conflicts(
      List<Contribution> contributions,
      SchoolKind kind,
      LocalDate day,
      PackPlaces places,
      Map<Fault, Problem> found) {
    Map<Overlay.Key, Contribution> seen = new LinkedHashMap<>();
    for (Contribution contribution : contributions) {
      if (contribution.kinds().contains(kind) && contribution.isEffective(day)) {
        for (Term term : contribution.terms()) {
          Contribution other = seen.putIfAbsent(Overlay.Key.of(term), contribution);
          if (other != null) {
            found.putIfAbsent(
                new Fault(contribution.rule(), term.id()),
                Problem.of(
                    ProblemCode.DUPLICATE,
                    "the rule at %s already writes the term `%s` for the same schools",
                    places.of(other.rule()),
                    term.id()));
          }
        }
      }
    }
  }

  private static void guarded(Overlay.Change change, PackPlaces places, Map<Fault, Problem> found) {
    Term before = change.before().term();
    if (!change.before().guarded() || change.by().derogates()) {
      return;
    }
    Fault fault = new Fault(change.by().rule(), before.id());
    if (change.after().isEmpty()) {
      found.putIfAbsent(
          fault,
          Problem.of(
                  ProblemCode.PROTECTED_TERM,
                  "the term `%s` is protected by the rule at %s and cannot be withdrawn",
                  before.id(),
                  places.of(before.provenance().rule()))
              .withHint(DEROGATION_HINT));
    } else if (!change.after().get().isAtLeastAsStrictAs(before)) {
      found.putIfAbsent(
          fault,
          Problem.of(
                  ProblemCode.PROTECTED_TERM,
                  "the term `%s` is protected by the rule at %s, which says: %s This rule may be"
                      + " less strict: %s",
                  before.id(),
                  places.of(before.provenance().rule()),
                  before.sentence(),
                  change.after().get().sentence())
              .withHint(DEROGATION_HINT));
    }
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
    List<String> known =
        chain.stream()
            .filter(layer -> !layer.id().equals(pack.id()))
            .flatMap(layer -> layer.termIds(type).stream())
            .distinct()
            .toList();
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

  /** The pack and all packs that it extends, each once, bases first. */
  static ImmutableList<PackPolicy> chain(PackPolicy pack, Map<String, PackPolicy> all) {
    Map<String, PackPolicy> chain = new LinkedHashMap<>();
    climb(pack, all, chain, new ArrayList<>());
    return ImmutableMap.copyOf(chain).values().asList();
  }

  private static void climb(
      PackPolicy pack,
      Map<String, PackPolicy> all,
      Map<String, PackPolicy> chain,
      List<String> open) {
    if (open.contains(pack.id()) || chain.containsKey(pack.id())) {
      return;
    }
    open.add(pack.id());
    for (String base : pack.bases().reverse()) {
      PackPolicy below = all.get(base);
      if (below != null) {
        climb(below, all, chain, open);
      }
    }
    chain.put(pack.id(), pack);
  }
}
