package org.tfm.model.assessment;

import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tfm.model.application.Draft;
import org.tfm.model.application.Facts;
import org.tfm.model.application.Spot;
import org.tfm.model.criterion.Criterion;
import org.tfm.model.criterion.Members;
import org.tfm.model.criterion.Provided;
import org.tfm.model.criterion.Value;
import org.tfm.model.terms.Requirement;

/** Every way to answer the open questions of some requirements, and what comes of each. */
final class Completions {

  private static final int MOST = 4_096;
  private static final int MOST_MEMBERS = 12;

  /** One way to answer, and the verdict on these requirements. */
  private record Completion(ImmutableMap<Spot, String> answers, Verdict verdict) {

    /** The answers but the one at this spot; whom a list names is part of its answer. */
    Map<Spot, String> without(Spot spot) {
      Map<Spot, String> others = new LinkedHashMap<>(answers);
      others.remove(spot);
      if (spot.of().isEmpty() && isList(spot)) {
        others.keySet().removeIf(other -> !other.of().isEmpty());
      }
      return others;
    }
  }

  private final List<Requirement> terms;
  private final Map<Requirement, Set<Spot>> open;
  private final Collection<Spot> left;
  private final List<Completion> all = new ArrayList<>();
  private boolean tooMany;

  Completions(
      List<Requirement> terms,
      Map<Requirement, Set<Spot>> open,
      Draft draft,
      Collection<Spot> left) {
    this.terms = terms;
    this.open = open;
    this.left = left;
    complete(draft, toAnswer(draft, Set.of()), Map.of());
  }

  List<Requirement> terms() {
    return terms;
  }

  /** The open spots of a requirement. */
  Set<Spot> open(Requirement term) {
    return open.getOrDefault(term, Set.of());
  }

  /** The best that can come of it. */
  Verdict best() {
    return tooMany
        ? Verdict.YES
        : all.stream().map(Completion::verdict).max(Comparator.naturalOrder()).orElse(Verdict.YES);
  }

  /** Whether the answer at this spot can decide, if the best of all the rest is this. */
  boolean matters(Spot spot, Verdict rest) {
    if (tooMany) {
      return rest != Verdict.NO;
    }
    Map<Map<Spot, String>, EnumSet<Verdict>> byOthers = new HashMap<>();
    for (Completion one : all) {
      byOthers
          .computeIfAbsent(one.without(spot), any -> EnumSet.noneOf(Verdict.class))
          .add(one.verdict());
    }
    return byOthers.values().stream()
        .anyMatch(
            verdicts -> verdicts.size() > 1 && verdicts.iterator().next().compareTo(rest) < 0);
  }

  private void complete(Draft draft, List<Spot> toAnswer, Map<Spot, String> answers) {
    tooMany |= all.size() > MOST;
    if (tooMany) {
      return;
    }
    if (toAnswer.isEmpty()) {
      all.add(new Completion(ImmutableMap.copyOf(answers), verdict(draft)));
      return;
    }
    Spot spot = toAnswer.get(0);
    List<Spot> rest = toAnswer.subList(1, toAnswer.size());
    if (isList(spot)) {
      sizes(spot).forEach(size -> resized(draft, spot, size, answers));
      return;
    }
    List<Demand> leaves = leaves(spot, draft);
    boolean isAnswered = false;
    for (Value value : Candidates.of(spot, leaves, draft)) {
      Optional<Draft> answered = draft.with(spot, value).filter(one -> isGiven(spot, one));
      if (answered.isPresent()) {
        complete(answered.get(), rest, with(answers, spot, value.text(spot.fact())));
        isAnswered = true;
      }
    }
    if (!isAnswered || leaves.stream().anyMatch(leaf -> leaf.leaf() instanceof Provided)) {
      complete(draft, rest, with(answers, spot, "not given"));
    }
  }

  private static boolean isGiven(Spot spot, Draft draft) {
    return draft.evidence(spot.of()).flatMap(one -> one.find(spot.fact())).isPresent();
  }

  private void resized(Draft draft, Spot list, int size, Map<Spot, String> answers) {
    Members members =
        list.fact().equals(Facts.SCHOOLS) ? Members.SCHOOLS : Members.LEAD_PARTICIPANTS;
    draft
        .resized(members, size)
        .forEach(
            resized -> {
              Map<Spot, String> named = with(answers, list, String.valueOf(size));
              complete(resized.draft(), toAnswer(resized.draft(), named.keySet()), named);
            });
  }

  private static Map<Spot, String> with(Map<Spot, String> answers, Spot spot, String answer) {
    Map<Spot, String> more = new LinkedHashMap<>(answers);
    more.put(spot, answer);
    return more;
  }

  /** The open spots, lists of members first: whom they name is asked about next. */
  private List<Spot> toAnswer(Draft draft, Set<Spot> answered) {
    return terms.stream()
        .flatMap(term -> OpenSpots.of(term, draft, left).stream())
        .distinct()
        .filter(spot -> !answered.contains(spot))
        .sorted(Comparator.comparing(spot -> !isList(spot)))
        .toList();
  }

  private Verdict verdict(Draft draft) {
    return terms.stream()
        .map(term -> Verdict.of(term.strength(), Evaluation.of(term, draft.evidence()).status()))
        .min(Comparator.naturalOrder())
        .orElse(Verdict.YES);
  }

  private static boolean isList(Spot spot) {
    return spot.fact().equals(Facts.LEAD_PARTICIPANTS) || spot.fact().equals(Facts.SCHOOLS);
  }

  private Set<Integer> sizes(Spot list) {
    Set<Integer> sizes = new TreeSet<>(Set.of(1));
    Demand.sizes(list.fact(), terms)
        .forEach(bound -> sizes.addAll(List.of(bound - 1, bound, bound + 1)));
    if (list.fact().equals(Facts.LEAD_PARTICIPANTS)) {
      sizes.addAll(Demand.sharing(terms));
    }
    tooMany |= sizes.removeIf(size -> size > MOST_MEMBERS);
    sizes.removeIf(size -> size < 1);
    return sizes;
  }

  /** Every leaf of these requirements whose outcome the value at the spot bears on. */
  private List<Demand> leaves(Spot spot, Draft draft) {
    Set<Demand> leaves = new LinkedHashSet<>();
    for (Requirement term : terms) {
      List<Criterion> criteria = new ArrayList<>(List.of(term.criterion()));
      term.referral().ifPresent(criteria::add);
      for (Criterion criterion : criteria) {
        Demand.at(spot, criterion, draft, "").forEach(leaves::add);
      }
    }
    return List.copyOf(leaves);
  }
}
