package org.tfm.rules.book;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tfm.model.problem.Nearest;
import org.tfm.model.problem.Problem;
import org.tfm.model.school.SchoolKind;
import org.tfm.model.terms.Section;
import org.tfm.model.terms.Term;

/**
 * Checks that packs fit on each other: no contradictions within one, nothing overridden in vain.
 */
final class Layers {

  private static final ImmutableList<Section> ONE_LIST =
      ImmutableList.of(Section.ELIGIBILITY, Section.APPLICATION, Section.COMMITMENT);

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
                Nearest.hint(
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
    pack.contributions()
        .forEach(
            (type, contributions) -> {
              conflicts(contributions, problems);
              withdrawals(pack, type, contributions, all, problems);
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

  private static void conflicts(List<Contribution> contributions, List<Problem> problems) {
    Map<String, Problem> found = new LinkedHashMap<>();
    for (SchoolKind kind : SchoolKind.all()) {
      Map<String, Contribution> seen = new LinkedHashMap<>();
      for (Contribution contribution : contributions) {
        if (contribution.kinds().contains(kind)) {
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
    for (Contribution contribution : contributions) {
      found.values().stream()
          .filter(problem -> problem.where().equals(contribution.rule().toString()))
          .forEach(problems::add);
    }
  }

  /** The findings of an application are one list, so an id stands in it once. */
  static String list(Term term) {
    return ONE_LIST.contains(term.section()) ? "APPLICATION" : term.section().name();
  }

  private static void withdrawals(
      PackPolicy pack,
      String type,
      List<Contribution> contributions,
      Map<String, PackPolicy> all,
      List<Problem> problems) {
    List<String> known =
        chain(pack, all).stream()
            .filter(layer -> !layer.id().equals(pack.id()))
            .flatMap(layer -> OfferingPolicy.ids(layer, type).stream())
            .distinct()
            .toList();
    for (Contribution contribution : contributions) {
      for (String id : contribution.withdraws()) {
        if (!known.contains(id)) {
          problems.add(
              new Problem(
                  contribution.rule().toString(),
                  "`withdraw` names the term `" + id + "`, which no underlying pack has",
                  Nearest.hint(id, known)));
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
