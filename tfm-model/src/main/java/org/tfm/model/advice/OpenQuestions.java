package org.tfm.model.advice;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tfm.model.assessment.Evaluation;
import org.tfm.model.assessment.Status;
import org.tfm.model.assessment.Terms;
import org.tfm.model.assessment.Verdict;
import org.tfm.model.document.Document;
import org.tfm.model.document.Draft;
import org.tfm.model.document.FactLocation;
import org.tfm.model.term.Requirement;
import org.tfm.model.term.Strength;

/**
 * Which open questions can still change the verdict.
 *
 * <p>Requirements that ask about the same locations are looked at together: every way to answer
 * their open questions is tried. A question matters if two ways that differ in its answer alone
 * come out differently, and no other requirement is sure to come out worse than both. Where there
 * are too many ways to try, every open question is taken to matter.
 */
final class OpenQuestions {

  private final Terms terms;
  private final Document document;
  private final Draft draft;
  private final ImmutableSet<FactLocation> left;

  OpenQuestions(Terms terms, Document document, Collection<Question> left) {
    this.terms = terms;
    this.document = document;
    this.draft = Draft.of(document);
    this.left =
        left.stream()
            .map(question -> draft.location(question.of(), question.fact()))
            .collect(ImmutableSet.toImmutableSet());
  }

  Optional<Question> first() {
    ImmutableList<Requirement> required = terms.deciding(document);
    List<PossibleAnswers> groups = groups(required);
    Verdict settled =
        required.stream()
            .filter(term -> groups.stream().noneMatch(group -> group.terms().contains(term)))
            .map(
                term -> Verdict.of(term.strength(), Evaluation.of(term, draft.evidence()).status()))
            .min(Comparator.naturalOrder())
            .orElse(Verdict.YES);
    Optional<Question> kind = ofKind(best(groups, settled));
    if (kind.isPresent()) {
      return kind;
    }
    for (Requirement term : required) {
      for (PossibleAnswers group : groups) {
        if (group.terms().contains(term)) {
          Verdict rest = best(groups.stream().filter(other -> other != group).toList(), settled);
          Optional<Question> question =
              group.open(term).stream()
                  .filter(location -> group.matters(location, rest))
                  .findFirst()
                  .map(location -> question(location, term));
          if (question.isPresent()) {
            return question;
          }
        }
      }
    }
    return Optional.empty();
  }

  /** The best that can still come of it. */
  private static Verdict best(Collection<PossibleAnswers> groups, Verdict settled) {
    return Stream.concat(groups.stream().map(PossibleAnswers::best), Stream.of(settled))
        .min(Comparator.naturalOrder())
        .orElse(Verdict.YES);
  }

  /** What decides whether a requirement holds at all is asked first, unless all is lost. */
  private Optional<Question> ofKind(Verdict best) {
    List<Requirement> deciding = terms.decidingUnsettled(document);
    return terms.unsettled().stream()
        .filter(open -> deciding.contains(open.term()))
        .filter(open -> best.compareTo(worst((Requirement) open.term())) > 0)
        .flatMap(
            open ->
                open.dependsOn().stream()
                    .map(fact -> draft.location("", fact))
                    .filter(location -> !left.contains(location))
                    .map(location -> question(location, (Requirement) open.term())))
        .findFirst();
  }

  private static Verdict worst(Requirement term) {
    return Verdict.of(
        term.strength(), term.strength() == Strength.MUST ? Status.UNMET : Status.REFERRED);
  }

  private static Question question(FactLocation location, Requirement term) {
    return new Question(
        location.fact(), location.of(), term.id(), term.aspect(), term.sentence(), term.citation());
  }

  /** Requirements with open questions, together with all that ask about the same locations. */
  private List<PossibleAnswers> groups(List<Requirement> required) {
    Map<Requirement, Set<FactLocation>> open = new HashMap<>();
    for (Requirement term : required) {
      Set<FactLocation> locations = OpenFacts.of(term, draft, left);
      if (!locations.isEmpty()) {
        open.put(term, locations);
      }
    }
    List<PossibleAnswers> groups = new ArrayList<>();
    Set<Requirement> placed = new LinkedHashSet<>();
    for (Requirement term : required) {
      if (open.containsKey(term) && placed.add(term)) {
        Set<Requirement> group = new LinkedHashSet<>(Set.of(term));
        Set<FactLocation> locations = new LinkedHashSet<>(open.get(term));
        boolean grown = true;
        while (grown) {
          grown = false;
          for (Map.Entry<Requirement, Set<FactLocation>> other : open.entrySet()) {
            if (!group.contains(other.getKey())
                && other.getValue().stream().anyMatch(locations::contains)) {
              group.add(other.getKey());
              placed.add(other.getKey());
              locations.addAll(other.getValue());
              grown = true;
            }
          }
        }
        groups.add(
            new PossibleAnswers(
                required.stream().filter(group::contains).toList(),
                ImmutableMap.copyOf(open),
                draft,
                left));
      }
    }
    return groups;
  }
}
