package org.tfm.rules.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tfm.model.assessment.Assessment;
import org.tfm.model.json.TfmJson;
import org.tfm.model.programme.Offering;
import org.tfm.model.school.PartialSchoolKind;
import org.tfm.rules.book.PolicyBook;
import org.tfm.rules.check.CaseResult;
import org.tfm.rules.check.WorkedCases;
import org.tfm.rules.pack.Pack;
import org.tfm.rules.pack.PackFiles;

/** An independent validator accepts all files of the bundled packs and all their results. */
class BundledFilesTest {

  private static final Path RESOURCES = Path.of("src/main/resources");
  private static final PackValidator PUBLISHER = PackValidator.of(PackFiles.schemas(), "publisher");
  private static final PackValidator CASES = PackValidator.of(PackFiles.schemas(), "cases");

  private static List<Path> files(String end) throws IOException {
    try (Stream<Path> files = Files.walk(RESOURCES.resolve("policies"))) {
      return files.filter(file -> file.toString().endsWith(end)).sorted().toList();
    }
  }

  private static JsonNode yaml(Path file) throws IOException {
    return Pack.yaml().tree(Files.readString(file));
  }

  static List<Path> publishers() throws IOException {
    return files("publisher.yaml");
  }

  static List<Path> cases() throws IOException {
    return files(".cases.yaml");
  }

  @ParameterizedTest
  @MethodSource("publishers")
  void everyPublisherFileIsValid(Path file) throws IOException {
    assertThat(PUBLISHER.faults(yaml(file))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void workedCasesAreValid(Path file) throws IOException {
    assertThat(CASES.faults(yaml(file))).isEmpty();
  }

  @Test
  void everyAssessmentOfACaseAndTheTermsBehindItAreValid() throws IOException {
    PackValidator assessments = PackValidator.of(TfmJson.schemas(), "assessment");
    PackValidator terms = PackValidator.of(TfmJson.schemas(), "terms");
    Set<Offering> offerings = new LinkedHashSet<>();
    List<String> faults = new ArrayList<>();
    PolicyBook book = PolicyBook.bundled();
    for (Path file : cases()) {
      WorkedCases cases = WorkedCases.read(file.toString(), Files.readString(file));
      offerings.add(cases.offering());
      for (CaseResult result : cases.run(book)) {
        Assessment assessment = result.assessment();
        assessments
            .faults(TfmJson.tree(assessment))
            .forEach(fault -> faults.add(file + ": " + result.name() + ": " + fault));
      }
    }
    for (Offering offering : offerings) {
      terms
          .faults(
              TfmJson.tree(
                  book.terms(offering, PartialSchoolKind.unknown(), offering.year().firstDay())))
          .forEach(fault -> faults.add(offering + ": " + fault));
    }
    assertThat(faults).isEmpty();
    assertThat(offerings).hasSameSizeAs(cases());
  }
}
