package org.tfm.model.advice;

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
import org.tfm.model.assessment.Evaluation;
import org.tfm.model.assessment.Verdict;
import org.tfm.model.criterion.Criterion;
import org.tfm.model.criterion.Members;
import org.tfm.model.criterion.Observation;
import org.tfm.model.criterion.Provided;
import org.tfm.model.criterion.Value;
import org.tfm.model.document.Draft;
import org.tfm.model.document.FactLocation;
import org.tfm.model.document.Facts;
import org.tfm.model.term.Requirement;

/** Every way to answer the open questions of some requirements, and what comes of each. */
final class PossibleAnswers {

  private static final int MOST = 4_096;
  private static final int MOST_MEMBERS = 12;

  /** One way to answer, and the verdict on these requirements. */
  private record Completion(ImmutableMap<FactLocation, String> answers, Verdict verdict) {

    /** The answers but the one at this location; whom a list names is part of its answer. */
    Map<FactLocation, String> without(FactLocation location) {
      Map<FactLocation, String> others = new LinkedHashMap<>(answers);
      others.remove(location);
      if (location.of().isEmpty() && isList(location)) {
        others.keySet().removeIf(other -> !other.of().isEmpty());
      }
      return others;
    }
  }

  private final List<Requirement> terms;
  private final Map<Requirement, Set<FactLocation>> open;
  private final Collection<FactLocation> left;
  private final List<Completion> all = new ArrayList<>();
  private boolean tooMany;

  PossibleAnswers(
      List<Requirement> terms,
      Map<Requirement, Set<FactLocation>> open,
      Draft draft,
      Collection<FactLocation> left) {
    this.terms = terms;
    this.open = open;
    this.left = left;
    complete(draft, toAnswer(draft, Set.of()), Map.of());
  }

  List<Requirement> terms() {
    return terms;
  }

  /** The open locations of a requirement. */
  Set<FactLocation> open(Requirement term) {
    return open.getOrDefault(term, Set.of());
  }

  /** The best that can come of it. */
  Verdict best() {
    return tooMany
        ? Verdict.YES
        : all.stream().map(Completion::verdict).max(Comparator.naturalOrder()).orElse(Verdict.YES);
  }

  /** Whether the answer at this location can decide, if the best of all the rest is this. */
  boolean matters(FactLocation location, Verdict rest) {
    if (tooMany) {
      return rest != Verdict.NO;
    }
    Map<Map<FactLocation, String>, EnumSet<Verdict>> byOthers = new HashMap<>();
    for (Completion one : all) {
      byOthers
          .computeIfAbsent(one.without(location), any -> EnumSet.noneOf(Verdict.class))
          .add(one.verdict());
    }
    return byOthers.values().stream()
        .anyMatch(
            verdicts -> verdicts.size() > 1 && verdicts.iterator().next().compareTo(rest) < 0);
  }

  private void complete(
      Draft draft, List<FactLocation> toAnswer, Map<FactLocation, String> answers) {
    tooMany |= all.size() > MOST;
    if (tooMany) {
      return;
    }
    if (toAnswer.isEmpty()) {
      all.add(new Completion(ImmutableMap.copyOf(answers), verdict(draft)));
      return;
    }
    FactLocation location = toAnswer.get(0);
    List<FactLocation> rest = toAnswer.subList(1, toAnswer.size());
    if (isList(location)) {
      sizes(location).forEach(size -> resized(draft, location, size, answers));
      return;
    }
    List<LeafGoal> leaves = leaves(location, draft);
    boolean isAnswered = false;
    for (Value value : CandidateValues.of(location, leaves, draft)) {
      Optional<Draft> answered = draft.with(location, value).filter(one -> isGiven(location, one));
      if (answered.isPresent()) {
        complete(answered.get(), rest, with(answers, location, value.text(location.fact())));
        isAnswered = true;
      }
    }
    if (!isAnswered || leaves.stream().anyMatch(leaf -> leaf.leaf() instanceof Provided)) {
      complete(draft, rest, with(answers, location, Observation.NOT_GIVEN));
    }
  }

  private static boolean isGiven(FactLocation location, Draft draft) {
    return draft.evidence(location.of()).flatMap(one -> one.find(location.fact())).isPresent();
  }

  private void resized(
      Draft draft, FactLocation list, int size, Map<FactLocation, String> answers) {
    Members members = MemberLists.countedBy(list.fact()).orElseThrow();
    draft
        .resized(members, size)
        .forEach(
            resized -> {
              Map<FactLocation, String> named = with(answers, list, String.valueOf(size));
              complete(resized.draft(), toAnswer(resized.draft(), named.keySet()), named);
            });
  }

  private static Map<FactLocation, String> with(
      Map<FactLocation, String> answers, FactLocation location, String answer) {
    Map<FactLocation, String> more = new LinkedHashMap<>(answers);
    more.put(location, answer);
    return more;
  }

  /** The open locations, lists of members first: whom they name is asked about next. */
  private List<FactLocation> toAnswer(Draft draft, Set<FactLocation> answered) {
    return terms.stream()
        .flatMap(term -> OpenFacts.of(term, draft, left).stream())
        .distinct()
        .filter(location -> !answered.contains(location))
        .sorted(Comparator.comparing(location -> !isList(location)))
        .toList();
  }

  private Verdict verdict(Draft draft) {
    return terms.stream()
        .map(term -> Verdict.of(term.strength(), Evaluation.of(term, draft.evidence()).status()))
        .min(Comparator.naturalOrder())
        .orElse(Verdict.YES);
  }

  private static boolean isList(FactLocation location) {
    return MemberLists.countedBy(location.fact()).isPresent();
  }

  private Set<Integer> sizes(FactLocation list) {
    Set<Integer> sizes = new TreeSet<>(Set.of(1));
    LeafGoal.sizes(list.fact(), terms)
        .forEach(bound -> sizes.addAll(List.of(bound - 1, bound, bound + 1)));
    if (list.fact().equals(Facts.LEAD_PARTICIPANTS)) {
      sizes.addAll(LeafGoal.sharing(terms));
    }
    tooMany |= sizes.removeIf(size -> size > MOST_MEMBERS);
    sizes.removeIf(size -> size < 1);
    return sizes;
  }

  /** Every leaf of these requirements that the value at the location can change. */
  private List<LeafGoal> leaves(FactLocation location, Draft draft) {
    Set<LeafGoal> leaves = new LinkedHashSet<>();
    for (Requirement term : terms) {
      List<Criterion> criteria = new ArrayList<>(List.of(term.criterion()));
      term.referral().ifPresent(criteria::add);
      for (Criterion criterion : criteria) {
        LeafGoal.at(location, criterion, draft).forEach(leaves::add);
      }
    }
    return List.copyOf(leaves);
  }
}
