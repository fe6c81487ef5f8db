package org.tfm.rules.check;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIncludeProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tfm.model.json.TfmJson;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.school.SchoolKind;
import org.tfm.model.term.Provenance;
import org.tfm.model.term.Requirement;
import org.tfm.model.term.RulePlace;
import org.tfm.model.term.Term;
import org.tfm.rules.book.PolicyLayers;
import org.tfm.rules.pack.Pack;

/**
 * The results of running the worked cases of packs.
 *
 * @param cases the number of cases
 * @param failures the failed cases, by file, then in the order of the file
 * @param coverage the coverage of the requirements, by pack and type of work group
 * @param untested the packs and types whose rules no case tests, such as {@code
 *     cheshire-wirral/2022-23 primary-development}
 */
@TfmJson.Strict
public record CaseReport(
    int cases,
    ImmutableList<Failure> failures,
    ImmutableList<OfPack> coverage,
    ImmutableList<String> untested) {
  /** Refuses null. */
  public CaseReport {
    requireNonNull(failures, "failures");
    requireNonNull(coverage, "coverage");
    requireNonNull(untested, "untested");
  }

  /** Whether there are cases for the rules of every pack and type, and all pass. */
  public boolean passes() {
    return failures.isEmpty() && untested.isEmpty() && cases > 0;
  }

  /**
   * A failed case. Its JSON combines file and line in {@code where}.
   *
   * @param file the file of the case
   * @param line the line on which the case starts, from 1
   * @param name the name of the case
   * @param differences the differences from the expected result
   */
  @TfmJson.Strict
  @JsonIncludeProperties({"where", "name", "differences"})
  @JsonPropertyOrder({"where", "name", "differences"})
  public record Failure(String file, int line, String name, ImmutableList<String> differences) {
    /** Refuses null. */
    public Failure {
      requireNonNull(file, "file");
      requireNonNull(name, "name");
      requireNonNull(differences, "differences");
    }

    /** The file and line as one text, such as {@code here/grant.cases.yaml:12}. */
    @JsonProperty("where")
    public String where() {
      return FilePlace.of(file, line).toString();
    }
  }

  /**
   * The coverage of one type of work group of a pack.
   *
   * @param pack the id of the pack
   * @param coverage the coverage
   */
  @TfmJson.Strict
  public record OfPack(String pack, CaseCoverage coverage) {
    /** Refuses null. */
    public OfPack {
      requireNonNull(pack, "pack");
      requireNonNull(coverage, "coverage");
    }
  }

  /**
   * Runs the cases of all packs in a folder.
   *
   * @throws InvalidInputException if cases cannot be read or are not valid documents
   */
  public static CaseReport of(PackFolder folder) {
    requireNonNull(folder, "folder");
    int count = 0;
    ImmutableList.Builder<Failure> failures = ImmutableList.builder();
    ImmutableList.Builder<OfPack> coverage = ImmutableList.builder();
    ImmutableList.Builder<String> untested = ImmutableList.builder();
    for (Pack pack : folder.packs()) {
      Map<String, List<CaseResult>> byType = new HashMap<>();
      for (WorkedCases cases : folder.cases(pack)) {
        ImmutableList<CaseResult> results = cases.run(folder.book());
        count += results.size();
        failures.addAll(failures(cases, results));
        byType.computeIfAbsent(cases.offering().type(), type -> new ArrayList<>()).addAll(results);
      }
      for (String type : pack.publisher().offers()) {
        PolicyLayers layers = folder.book().layers(pack.id(), type);
        List<CaseResult> results = byType.getOrDefault(type, List.of());
        coverage.add(new OfPack(pack.id(), coverage(layers, results)));
        if (results.isEmpty() && !layers.firing().isEmpty()) {
          untested.add(pack.id() + " " + type);
        }
      }
    }
    return new CaseReport(count, failures.build(), coverage.build(), untested.build());
  }

  static List<Failure> failures(WorkedCases cases, List<CaseResult> results) {
    return results.stream()
        .filter(result -> !result.isAsExpected())
        .map(
            result -> new Failure(cases.file(), result.line(), result.name(), result.differences()))
        .toList();
  }

  /** Computes the coverage of all requirements, for all days and kinds of school. */
  static CaseCoverage coverage(PolicyLayers layers, List<CaseResult> results) {
    record Writer(RulePlace rule, String id) {}
    Map<Writer, Set<SchoolKind>> kinds = new HashMap<>();
    for (PolicyLayers.Written written : layers.written()) {
      kinds.put(new Writer(written.rule(), written.term().id()), written.kinds());
    }
    Map<Requirement, Set<SchoolKind>> requirements = new LinkedHashMap<>();
    for (LocalDate day : layers.days()) {
      for (SchoolKind kind : layers.kinds(day)) {
        for (Term term : layers.terms(kind, day)) {
          if (term instanceof Requirement requirement) {
            Provenance by = term.provenance();
            // The terms of extended packs count for all kinds of school.
            requirements.put(
                requirement, kinds.getOrDefault(new Writer(by.rule(), term.id()), Set.of()));
          }
        }
      }
    }
    return CaseCoverage.of(layers.type(), requirements, results);
  }
}
