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
import org.tfm.model.problem.DidYouMean;
import org.tfm.model.problem.Problem;
import org.tfm.model.school.SchoolKind;
import org.tfm.model.term.Section;
import org.tfm.model.term.Term;

/**
 * Checks that packs fit on each other: no contradictions within one, nothing overridden in vain.
 */
final class Layers {

  private static final ImmutableList<Section> ONE_LIST =
      ImmutableList.of(Section.ELIGIBILITY, Section.APPLICATION, Section.COMMITMENT);

  private static final String DEROGATION_HINT =
      "Make it stricter, or add `@Derogation(\"source: place\")` that allows it";

  private Layers() {}

  /** The problems of a pack among all packs of its book. */
  static List<Problem> problems(PackPolicy pack, Map<String, PackPolicy> all) {
    List<Problem> problems = new ArrayList<>();
    for (String base : pack.bases()) {
      if (!all.containsKey(base)) {
        problems.add(
            new Problem(
                pack.id() + "/publisher.yaml",
                "`extends` names the pack `" + base + "`, which is not in the book",
                DidYouMean.hint(
                    base, all.keySet().stream().filter(id -> !id.equals(pack.id())).toList())));
      } else if (reaches(base, pack.id(), all, new HashSet<>())) {
        problems.add(
            Problem.of(
                pack.id() + "/publisher.yaml",
                base.equals(pack.id())
                    ? "`extends` names the pack itself"
                    : "`extends` goes in a circle: `"
                        + base
                        + "` rests on `"
                        + pack.id()
                        + "` in its turn"));
      }
    }
    ImmutableList<PackPolicy> chain = chain(pack, all);
    pack.contributions()
        .forEach(
            (type, contributions) -> {
              Map<String, Problem> found = new LinkedHashMap<>();
              for (LocalDate day : days(chain, type)) {
                for (SchoolKind kind : representatives(chain, type, day)) {
                  conflicts(contributions, kind, day, found);
                  Overlay.terms(
                      chain,
                      type,
                      kind,
                      day,
                      (layer, change) -> {
                        if (layer.id().equals(pack.id())) {
                          guarded(change, found);
                        }
                      });
                }
              }
              // In the order of the files, whichever kind of school showed it first.
              for (Contribution contribution : contributions) {
                found.values().stream()
                    .filter(problem -> problem.where().equals(contribution.rule().toString()))
                    .forEach(problems::add);
              }
              withdrawals(pack, chain, type, problems);
            });
    return problems;
  }

  private static boolean reaches(
      String from, String to, Map<String, PackPolicy> all, Set<String> seen) {
    PackPolicy pack = all.get(from);
    return from.equals(to)
        || (pack != null
            && seen.add(from)
            && pack.bases().stream().anyMatch(base -> reaches(base, to, all, seen)));
  }

  /** The days on which some rule starts to hold, or has ceased to. */
  static ImmutableSortedSet<LocalDate> turns(List<PackPolicy> layers, String type) {
    return layers.stream()
        .flatMap(layer -> layer.to(type).stream())
        .flatMap(
            c -> Stream.concat(c.from().stream(), c.until().stream().map(last -> last.plusDays(1))))
        .collect(ImmutableSortedSet.toImmutableSortedSet(Comparator.naturalOrder()));
  }

  /** A day of every stretch between two turns. */
  static ImmutableList<LocalDate> days(List<PackPolicy> layers, String type) {
    return ImmutableList.<LocalDate>builder()
        .add(LocalDate.MIN)
        .addAll(turns(layers, type))
        .build();
  }

  /** A kind of school for each set of rules that some kind of school is concerned by. */
  static ImmutableList<SchoolKind> representatives(
      List<PackPolicy> layers, String type, LocalDate day) {
    List<Contribution> all =
        layers.stream()
            .flatMap(layer -> layer.to(type).stream())
            .filter(c -> c.isEffective(day))
            .toList();
    Map<BitSet, SchoolKind> representatives = new LinkedHashMap<>();
    for (SchoolKind kind : SchoolKind.all()) {
      BitSet concerning = new BitSet(all.size());
      for (int i = 0; i < all.size(); i++) {
        concerning.set(i, all.get(i).kinds().contains(kind));
      }
      representatives.putIfAbsent(concerning, kind);
    }
    return ImmutableList.copyOf(representatives.values());
  }

  private static void conflicts(
      List<Contribution> contributions,
      SchoolKind kind,
      LocalDate day,
      Map<String, Problem> found) {
    Map<String, Contribution> seen = new LinkedHashMap<>();
    for (Contribution contribution : contributions) {
      if (contribution.kinds().contains(kind) && contribution.isEffective(day)) {
        for (Term term : contribution.terms()) {
          Contribution other = seen.putIfAbsent(list(term) + " " + term.id(), contribution);
          if (other != null) {
            String where = contribution.rule().toString();
            found.putIfAbsent(
                where + term.id(),
                Problem.of(
                    where,
                    "the term `"
                        + term.id()
                        + "` is already written by the rule at "
                        + other.rule()
                        + " for the same schools"));
          }
        }
      }
    }
  }

  private static void guarded(Overlay.Change change, Map<String, Problem> found) {
    Term before = change.before().term();
    if (!change.before().guarded() || change.by().derogates()) {
      return;
    }
    String what =
        "the term `" + before.id() + "` is protected by the rule at " + before.provenance().rule();
    String where = change.by().rule().toString();
    if (change.after().isEmpty()) {
      found.putIfAbsent(
          where + before.id(),
          new Problem(where, what + " and cannot be withdrawn", DEROGATION_HINT));
    } else if (!change.after().get().isAtLeastAsStrictAs(before)) {
      found.putIfAbsent(
          where + before.id(),
          new Problem(
              where,
              what
                  + ", which says: "
                  + before.sentence()
                  + " This rule is not certainly as strict: "
                  + change.after().get().sentence(),
              DEROGATION_HINT));
    }
  }

  /** The findings of an application are one list, so an id stands in it once. */
  static String list(Term term) {
    return ONE_LIST.contains(term.section()) ? "APPLICATION" : term.section().name();
  }

  private static void withdrawals(
      PackPolicy pack, List<PackPolicy> chain, String type, List<Problem> problems) {
    List<String> known =
        chain.stream()
            .filter(layer -> !layer.id().equals(pack.id()))
            .flatMap(layer -> OfferingPolicy.ids(layer, type).stream())
            .distinct()
            .toList();
    for (Contribution contribution : pack.to(type)) {
      for (String id : contribution.withdraws()) {
        if (!known.contains(id)) {
          problems.add(
              new Problem(
                  contribution.rule().toString(),
                  "`withdraw` names the term `" + id + "`, which no underlying pack has",
                  DidYouMean.hint(id, known)));
        }
      }
    }
  }

  /** The pack and all it extends, the underlying ones first; each once. */
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
