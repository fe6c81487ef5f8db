package org.tfm.rules.book;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.tfm.model.criterion.Fact;
import org.tfm.model.document.Facts;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.Hub;
import org.tfm.model.programme.Ids;
import org.tfm.model.programme.WorkGroupType;
import org.tfm.model.term.Source;
import org.tfm.model.term.Term;
import org.tfm.rules.pack.CitedArea;
import org.tfm.rules.pack.CitedLink;

/**
 * The policy of a compiled pack as data: the contributions of its rules for every kind of school.
 *
 * @param id the id of the pack
 * @param hash the hash of its files
 * @param language the version of the rule language that it uses
 * @param hub the hub that the policy belongs to
 * @param area the area of the hub; absent if the pack does not state it
 * @param year the academic year; absent for any year
 * @param bases the ids of the packs that it extends, nearest first
 * @param types the types of work group that it gives a title, codes or other names, by id
 * @param journey what it says about the journey of schools
 * @param sources the documents that it cites
 * @param facts the facts that it declares
 * @param contributions the contributions of its rules, by type of work group
 */
record PackPolicy(
    String id,
    String hash,
    int language,
    Hub hub,
    Optional<CitedArea> area,
    Optional<AcademicYear> year,
    ImmutableList<String> bases,
    ImmutableMap<String, WorkGroupType> types,
    ImmutableList<CitedLink> journey,
    ImmutableList<Source> sources,
    ImmutableList<Fact> facts,
    ImmutableMap<String, ImmutableList<Contribution>> contributions) {

  /** The name of the pack among those of its hub and year, which ends its id; empty if none. */
  Optional<String> part() {
    return Optional.of(id.substring(id.lastIndexOf('/') + 1))
        .filter(last -> !last.equals(id) && Ids.isId(last));
  }

  /** The contributions to a type; none if the pack does not offer it. */
  ImmutableList<Contribution> to(String type) {
    return Objects.requireNonNullElse(contributions.get(type), ImmutableList.of());
  }

  /** The facts that can be answered: those that it declares, and what its duties ask. */
  Stream<Fact> answers() {
    return contributions.keySet().stream()
        .flatMap(type -> answersFor(type, ImmutableList.of()))
        .distinct();
  }

  /**
   * The facts that can be answered for a type of work group.
   *
   * @param above the contributions of the packs that extend it; what they no longer check has no
   *     answer
   */
  Stream<Fact> answersFor(String type, List<Contribution> above) {
    return Stream.concat(
        facts.stream(),
        to(type).stream()
            .flatMap(
                contribution ->
                    contribution.terms().stream()
                        .flatMap(term -> term.facts().stream())
                        .filter(
                            fact ->
                                fact.isAnswer()
                                    && !Facts.answers().containsKey(fact.id())
                                    && above.stream()
                                        .noneMatch(
                                            other -> other.endsCheck(fact.id(), contribution)))));
  }

  /** The ids of the terms of a type, for all kinds of school. */
  ImmutableSet<String> termIds(String type) {
    return to(type).stream()
        .flatMap(contribution -> contribution.terms().stream())
        .map(Term::id)
        .collect(ImmutableSet.toImmutableSet());
  }

  /** Returns the same policy with its types in this order. */
  PackPolicy in(ImmutableList<String> offers) {
    return with(Maps.toMap(offers, this::to));
  }

  /** Returns the same policy with other contributions. */
  PackPolicy with(ImmutableMap<String, ImmutableList<Contribution>> others) {
    return new PackPolicy(
        id, hash, language, hub, area, year, bases, types, journey, sources, facts, others);
  }

  /** The entry of the pack in the list of a book. */
  PackEntry entry() {
    return new PackEntry(
        id, hash, hub, area, year, bases, contributions.keySet().asList(), types, journey, sources);
  }
}
