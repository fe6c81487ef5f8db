package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.tfm.rules.pack.ClassPathPacks;
import com.google.common.collect.ImmutableList;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.tfm.model.document.Application;
import org.tfm.model.document.LeadParticipant;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.Offering;
import org.tfm.model.programme.ReleaseTime;
import org.tfm.model.school.School;
import org.tfm.rules.check.CaseReport;
import org.tfm.rules.check.CheckFinding;
import org.tfm.rules.check.PackCheck;
import org.tfm.rules.check.PackFolder;
import org.tfm.rules.pack.PackFiles;
import org.tfm.testkit.PackInvariants;
import org.tfm.testkit.RuleVerifier;

/** Tests the pack with the library's test kit. */
class RiverValleyPackTest {

  private static final Path FOLDER =
      Path.of("src/main/resources/com/example/river-valley/2025-26");

  private static final Offering OFFERING =
      Offering.of("river-valley", "primary-sustaining", AcademicYear.parse("2025/26"));

  private static Application released(ReleaseTime days) {
    return Application.builder()
        .offering(OFFERING)
        .school(School.builder().urn(900_001).build())
        .leadParticipants(ImmutableList.of(LeadParticipant.builder().releaseDays(days).build()))
        .build();
  }

  @Test
  void fiveAndAHalfDaysAreNotSix() {
    var term = RuleVerifier.forPack(FOLDER).offering(OFFERING).term("release-time");
    term.given(released(ReleaseTime.ofHalfDays(11))).isUnmet();
    term.given(released(ReleaseTime.ofHalfDays(12))).isMet();
  }

  @TestFactory
  Stream<DynamicTest> thePolicyHoldsTheInvariants() {
    return PackInvariants.forPack(FOLDER).tries(25).tests(OFFERING);
  }

  @Test
  void theWorkedCasesComeOutAsExpected() {
    CaseReport report = CaseReport.of(PackFolder.read(FOLDER));
    assertEquals(5, report.cases());
    assertEquals(List.of(), report.failures());
  }

  @Test
  void theCheckFindsNoMistake() {
    assertEquals(
        List.of(),
        PackCheck.check(FOLDER, Optional.empty()).stream()
            .filter(finding -> finding.severity() == CheckFinding.Severity.ERROR)
            .toList());
  }

  @Test
  void theListInTheJarNamesEveryFile() {
    assertEquals(
        List.of(PackFiles.read(FOLDER).texts()),
        ClassPathPacks.read(RiverValleyPackTest.class.getClassLoader()).stream()
            .map(PackFiles::texts)
            .toList());
  }
}
