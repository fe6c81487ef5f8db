package org.tfm.rules.book;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
      shadows(pack, chain, bundled, publisher, problems);
    }
    pack.contributions()
        .forEach(
            (type, contributions) -> {
              Map<Fault, Problem> found = new LinkedHashMap<>();
              Set<Problem> combined = new LinkedHashSet<>();
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
                        } else if (!isOwn(change, layer, all, type, kind, day)) {
                          combined.add(merged(change, places));
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
              combined.forEach(problem -> problems.add(problem.inFile(publisher)));
              if (isOnBases) {
                withdrawals(pack, chain, type, places, problems);
              }
            });
    return problems;
  }

  /**
   * Rejects a fact that a base declares with other answers, because a document has one answer for
   * both, and any other wording of a fact that a protected term uses.
   */
  private static void facts(
      PackPolicy pack, List<PackPolicy> chain, String publisher, List<Problem> problems) {
    List<PackPolicy> bases = chain.stream().filter(layer -> !layer.id().equals(pack.id())).toList();
    ImmutableSet<String> guarded = guardedFacts(bases);
    for (Fact fact : pack.facts()) {
      for (PackPolicy base : bases) {
        Optional<Fact> other =
            base.facts().stream()
                .filter(one -> one.id().equals(fact.id()) && !one.equals(fact))
                .findFirst();
        if (other.isPresent() && !takesSameAnswers(fact, other.get())) {
          problems.add(
              Problem.of(
                      ProblemCode.CONTRADICTION,
                      "the fact `%s` takes other answers than in the extended pack `%s`",
                      fact.id(),
                      base.id())
                  .withHint("Use another id, or the same `kind`, `unit`, `choices` and `fixed`")
                  .inFile(publisher));
          break;
        }
        if (other.isPresent() && guarded.contains(fact.id())) {
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

  private static boolean takesSameAnswers(Fact fact, Fact other) {
    return fact.kind() == other.kind()
        && fact.unit().equals(other.unit())
        && fact.choices().equals(other.choices())
        && fact.fixed() == other.fixed();
  }

  /** Rejects a pack for a year that would hide the pack of the library for any year. */
  private static void shadows(
      PackPolicy pack,
      List<PackPolicy> chain,
      Collection<PackEntry> bundled,
      String publisher,
      List<Problem> problems) {
    if (pack.year().isEmpty()) {
      return;
    }
    for (PackEntry other : bundled) {
      if (other.year().isEmpty()
          && other.hub().id().equals(pack.hub().id())
          && other.offers().stream().anyMatch(pack.contributions()::containsKey)
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

  /** Whether a layer makes this change on its own bases too, where it was validated. */
  private static boolean isOwn(
      Overlay.Change change,
      PackPolicy layer,
      Map<String, PackPolicy> all,
      String type,
      SchoolKind kind,
      LocalDate day) {
    if (!relaxes(change)) {
      return true;
    }
    List<Overlay.Change> own = new ArrayList<>();
    Overlay.terms(chain(layer, all), type, kind, day, (by, changed) -> own.add(changed));
    return own.contains(change);
  }

  /** Whether a change makes a protected term less strict, or withdraws it. */
  private static boolean relaxes(Overlay.Change change) {
    Term before = change.before().term();
    return change.before().guarded()
        && !change.after().map(after -> after.isAtLeastAsStrictAs(before)).orElse(false);
  }

  /** Returns the problem of two bases, of which one relaxes what the other protects. */
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

  private static void guarded(Overlay.Change change, PackPlaces places, Map<Fault, Problem> found) {
    if (change.by().derogates() || !relaxes(change)) {
      return;
    }
    Term before = change.before().term();
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
    } else {
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
