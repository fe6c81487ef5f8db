package org.tfm.rules.check;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tfm.model.assessment.Evaluation;
import org.tfm.model.assessment.Finding;
import org.tfm.model.assessment.Status;
import org.tfm.model.criterion.Criterion;
import org.tfm.model.criterion.Evidence;
import org.tfm.model.json.TfmJson;
import org.tfm.model.school.SchoolKind;
import org.tfm.model.term.Aspect;
import org.tfm.model.term.Requirement;
import org.tfm.model.term.RulePlace;

/**
 * The coverage of the requirements of one type of work group by worked cases.
 *
 * @param type the type of work group
 * @param lines one line for each requirement, by aspect, then in the order of the rule files
 */
@TfmJson.Strict
public record CaseCoverage(String type, ImmutableList<Line> lines) {
  /** Refuses null. */
  public CaseCoverage {
    requireNonNull(type, "type");
    requireNonNull(lines, "lines");
  }

  /** The outcomes of a requirement that a case can show. */
  @TfmJson.Strict
  public enum Side {
    /** The requirement is met. */
    MET,
    /** The requirement is not met, or the hub decides. */
    UNMET_OR_REFERRED,
    /** The evidence is missing. */
    EVIDENCE_MISSING,
    /** The policy gives no figure. */
    POLICY_SILENT;

    private static Side of(Status status) {
      return switch (status) {
        case MET -> MET;
        case UNMET, REFERRED -> UNMET_OR_REFERRED;
        case EVIDENCE_MISSING -> EVIDENCE_MISSING;
        case POLICY_SILENT -> POLICY_SILENT;
      };
    }
  }

  /**
   * The coverage of one requirement.
   *
   * @param aspect the aspect of the requirement
   * @param term the id of the requirement
   * @param rule the place of the rule that writes it
   * @param cases the number of cases for each outcome; outcomes without cases are absent
   * @param missing the possible outcomes that no case shows
   */
  @TfmJson.Strict
  public record Line(
      Aspect aspect,
      String term,
      RulePlace rule,
      Map<Side, Integer> cases,
      ImmutableSet<Side> missing) {
    /** Refuses null. */
    public Line {
      requireNonNull(aspect, "aspect");
      requireNonNull(term, "term");
      requireNonNull(rule, "rule");
      requireNonNull(cases, "cases");
      requireNonNull(missing, "missing");
    }
  }

  private record Key(Aspect aspect, String term) {}

  /**
   * Computes the coverage of requirements from the results of cases.
   *
   * @param requirements the requirements with the kinds of school that they apply to; a term id may
   *     have several
   */
  static CaseCoverage of(
      String type, Map<Requirement, Set<SchoolKind>> requirements, List<CaseResult> results) {
    Map<Key, Map<Side, Integer>> seen = new LinkedHashMap<>();
    for (CaseResult result : results) {
      for (Finding finding : result.assessment().findings()) {
        seen.computeIfAbsent(
                new Key(finding.aspect(), finding.term()), key -> new EnumMap<>(Side.class))
            .merge(Side.of(finding.status()), 1, Integer::sum);
      }
    }
    Map<Key, Set<Side>> reachable = new LinkedHashMap<>();
    Map<Key, RulePlace> places = new LinkedHashMap<>();
    requirements.forEach(
        (requirement, kinds) -> {
          Key key = new Key(requirement.aspect(), requirement.id());
          places.putIfAbsent(key, requirement.provenance().rule());
          reachable
              .computeIfAbsent(key, k -> EnumSet.noneOf(Side.class))
              .addAll(reachable(requirement, kinds));
        });
    ImmutableList.Builder<Line> lines = ImmutableList.builder();
    for (Aspect aspect : Aspect.values()) {
      reachable.forEach(
          (key, sides) -> {
            if (key.aspect() == aspect) {
              Map<Side, Integer> cases = seen.getOrDefault(key, Map.of());
              lines.add(
                  new Line(
                      aspect,
                      key.term(),
                      place(places, key),
                      cases,
                      ImmutableSet.copyOf(Sets.difference(sides, cases.keySet()))));
            }
          });
    }
    return new CaseCoverage(type, lines.build());
  }

  private static RulePlace place(Map<Key, RulePlace> places, Key key) {
    return Optional.ofNullable(places.get(key)).orElseThrow();
  }

  /** The outcomes of a requirement that are possible for these kinds of school. */
  static Set<Side> reachable(Requirement requirement, Set<SchoolKind> kinds) {
    Collection<Criterion> criteria = new LinkedHashSet<>();
    criteria.add(requirement.criterion());
    requirement.referral().ifPresent(criteria::add);
    Set<Side> sides = EnumSet.noneOf(Side.class);
    for (Evidence world : PossibleWorlds.of(criteria, kinds).orElse(ImmutableList.of())) {
      sides.add(Side.of(Evaluation.of(requirement, world).status()));
    }
    return sides;
  }
}
