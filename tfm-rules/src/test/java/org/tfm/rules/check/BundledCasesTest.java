package org.tfm.rules.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.tfm.model.assessment.Finding;
import org.tfm.model.assessment.Status;
import org.tfm.model.criterion.AllOf;
import org.tfm.model.criterion.AnyOf;
import org.tfm.model.criterion.Criterion;
import org.tfm.model.criterion.ForMembers;
import org.tfm.model.criterion.HubDecides;
import org.tfm.model.criterion.Not;
import org.tfm.model.criterion.Provided;
import org.tfm.model.criterion.Unstated;
import org.tfm.model.school.SchoolKind;
import org.tfm.model.terms.Requirement;
import org.tfm.rules.book.PolicyBook;

/** The worked cases beside the bundled rules. */
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
      Map<String, Set<Status>> seen = new TreeMap<>();
      cases.run(BOOK).stream()
          .flatMap(result -> result.assessment().findings().stream())
          .forEach(
              finding ->
                  seen.computeIfAbsent(key(finding), k -> EnumSet.noneOf(Status.class))
                      .add(finding.status()));
      SchoolKind.all().stream()
          .flatMap(kind -> BOOK.terms(cases.offering(), kind).terms().stream())
          .filter(Requirement.class::isInstance)
          .map(Requirement.class::cast)
          .distinct()
          .forEach(
              requirement ->
                  isExercised(
                      key(requirement) + " in " + POLICIES.relativize(file),
                      requirement,
                      seen.getOrDefault(key(requirement), Set.of())));
    }
  }

  private static String key(Finding finding) {
    return finding.aspect() + " " + finding.term();
  }

  private static String key(Requirement requirement) {
    return requirement.aspect() + " " + requirement.id();
  }

  private static void isExercised(String what, Requirement requirement, Set<Status> seen) {
    Criterion criterion = requirement.criterion();
    if (criterion instanceof HubDecides) {
      assertThat(seen).as(what).contains(Status.REFERRED);
      return;
    }
    if (has(criterion, Unstated.class)) {
      assertThat(seen).as(what).contains(Status.POLICY_SILENT);
      return;
    }
    assertThat(seen).as(what).containsAnyOf(Status.UNMET, Status.REFERRED);
    // A rule that concerns only schools for which it cannot hold is never met.
    if (!requirement.id().equals("state-funded")) {
      assertThat(seen).as(what).contains(Status.MET);
    }
    if (!has(criterion, Provided.class) && !requirement.id().equals("individual-application")) {
      assertThat(seen).as(what).contains(Status.EVIDENCE_MISSING);
    }
  }

  private static boolean has(Criterion criterion, Class<? extends Criterion> kind) {
    if (kind.isInstance(criterion)) {
      return true;
    }
    if (criterion instanceof AllOf all) {
      return all.parts().stream().anyMatch(part -> has(part, kind));
    }
    if (criterion instanceof AnyOf any) {
      return any.parts().stream().anyMatch(part -> has(part, kind));
    }
    if (criterion instanceof Not not) {
      return has(not.criterion(), kind);
    }
    return criterion instanceof ForMembers each && has(each.criterion(), kind);
  }
}
