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
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.school.SchoolKind;
import org.tfm.model.term.Provenance;
import org.tfm.model.term.Requirement;
import org.tfm.model.term.RulePlace;
import org.tfm.model.term.Term;
import org.tfm.rules.book.PolicyLayers;
import org.tfm.rules.pack.Pack;

/**
 * The worked cases of packs, run.
 *
 * @param cases the number of cases
 * @param failures the cases that do not hold, by file, then in its order
 * @param coverage how far the cases exercise each requirement
 */
public record CaseReport(
    int cases, ImmutableList<Failure> failures, ImmutableList<OfPack> coverage) {
  /** Refuses null. */
  public CaseReport {
    requireNonNull(failures, "failures");
    requireNonNull(coverage, "coverage");
  }

  /**
   * A case that does not hold. JSON has file and line as one text, {@code where}.
   *
   * @param file the file of the case
   * @param line the line of the file at which it starts, from 1
   * @param name its name
   * @param differences what came out otherwise than expected
   */
  @JsonIncludeProperties({"where", "name", "differences"})
  @JsonPropertyOrder({"where", "name", "differences"})
  public record Failure(String file, int line, String name, ImmutableList<String> differences) {
    /** Refuses null. */
    public Failure {
      requireNonNull(file, "file");
      requireNonNull(name, "name");
      requireNonNull(differences, "differences");
    }

    /** File and line in words, such as {@code here/grant.cases.yaml:12}. */
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
  public record OfPack(String pack, CaseCoverage coverage) {
    /** Refuses null. */
    public OfPack {
      requireNonNull(pack, "pack");
      requireNonNull(coverage, "coverage");
    }
  }

  /**
   * The cases of every pack of a folder, run.
   *
   * @throws InvalidInputException if cases cannot be read, or are no valid documents
   */
  public static CaseReport of(PackFolder folder) {
    requireNonNull(folder, "folder");
    int count = 0;
    ImmutableList.Builder<Failure> failures = ImmutableList.builder();
    ImmutableList.Builder<OfPack> coverage = ImmutableList.builder();
    for (Pack pack : folder.packs()) {
      Map<String, List<CaseResult>> byType = new HashMap<>();
      for (WorkedCases cases : folder.cases(pack)) {
        ImmutableList<CaseResult> results = cases.run(folder.book());
        count += results.size();
        failures.addAll(failures(cases, results));
        byType.computeIfAbsent(cases.offering().type(), type -> new ArrayList<>()).addAll(results);
      }
      for (String type : pack.publisher().offers()) {
        coverage.add(
            new OfPack(
                pack.id(),
                coverage(
                    folder.book().layers(pack.id(), type), byType.getOrDefault(type, List.of()))));
      }
    }
    return new CaseReport(count, failures.build(), coverage.build());
  }

  static List<Failure> failures(WorkedCases cases, List<CaseResult> results) {
    return results.stream()
        .filter(result -> !result.isAsExpected())
        .map(
            result -> new Failure(cases.file(), result.line(), result.name(), result.differences()))
        .toList();
  }

  /** The coverage of every requirement that holds on some day for some kind of school. */
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
            // Of a term of an underlying pack, any kind of school is thought of.
            requirements.put(
                requirement, kinds.getOrDefault(new Writer(by.rule(), term.id()), Set.of()));
          }
        }
      }
    }
    return CaseCoverage.of(layers.type(), requirements, results);
  }
}
