package org.tfm.rules.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.tfm.model.programme.Offering;
import org.tfm.rules.book.PackEntry;
import org.tfm.rules.book.PolicyBook;

/** The worked cases of the bundled packs. */
class BundledCasesTest {

  private static final Path POLICIES = Path.of("src/main/resources/policies");
  private static final PolicyBook BOOK = PolicyBook.bundled();

  private static List<Path> files(String ending) throws IOException {
    try (Stream<Path> files = Files.walk(POLICIES)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }

  private static WorkedCases cases(Path file) throws IOException {
    return WorkedCases.read(POLICIES.relativize(file).toString(), Files.readString(file));
  }

  @TestFactory
  Stream<DynamicNode> everyWorkedCaseHolds() throws IOException {
    return files(".cases.yaml").stream()
        .map(
            file -> {
              try {
                return dynamicContainer(
                    POLICIES.relativize(file).toString(),
                    cases(file).run(BOOK).stream()
                        .map(
                            result ->
                                dynamicTest(
                                    result.name(),
                                    () -> assertThat(result.differences()).isEmpty())));
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
  }

  @Test
  void besideEveryRuleFileStandCasesForItsOwnType() throws IOException {
    for (Path rules : files(".drl")) {
      String type = rules.getFileName().toString().replace(".drl", "");
      Path beside = rules.resolveSibling(type + ".cases.yaml");
      assertThat(beside).exists();
      assertThat(cases(beside).offering().type()).isEqualTo(type);
    }
  }

  @Test
  void everyRequirementIsSeenMetAndMissedAndUnknownAsFarAsItCanBe() throws IOException {
    for (Path file : files(".cases.yaml")) {
      WorkedCases cases = cases(file);
      PackEntry pack = pack(cases.offering());
      CaseCoverage coverage =
          CaseReport.coverage(BOOK.layers(pack.id(), cases.offering().type()), cases.run(BOOK));
      assertThat(coverage.lines()).as(file.toString()).isNotEmpty();
      assertThat(coverage.lines())
          .as(file.toString())
          .filteredOn(line -> !line.missing().isEmpty())
          .isEmpty();
    }
  }

  /** The pack of the year, or else the one for any year. */
  private static PackEntry pack(Offering offering) {
    return BOOK.packs().stream()
        .filter(one -> one.hub().id().equals(offering.hub()))
        .filter(one -> one.offers().contains(offering.type()))
        .filter(one -> one.year().map(offering.year()::equals).orElse(true))
        .max(Comparator.comparing(one -> one.year().isPresent()))
        .orElseThrow();
  }
}
