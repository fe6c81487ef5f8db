package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tfm.model.assessment.Assessment;
import org.tfm.model.assessment.Finding;
import org.tfm.model.assessment.Verdict;
import org.tfm.model.json.TfmJson;
import org.tfm.model.problem.InvalidInputException;

class FrontEndTest {

  private static final String APPLICATION = FrontEnd.resource("application.json");

  private final FrontEnd frontEnd = new FrontEnd();

  @Test
  void tenDaysOfReleaseAreEnough() {
    assertEquals(Verdict.YES, frontEnd.assess(APPLICATION).verdict());
  }

  @Test
  void nineAndAHalfDaysAreNotTen() {
    Assessment assessment = frontEnd.assess(APPLICATION.replace("4.5", "4"));
    assertEquals(Verdict.NO, assessment.verdict());
    assertEquals(
        List.of("release-time"), assessment.unmet().stream().map(Finding::term).toList());
  }

  @Test
  void aSchoolOfAnotherKindIsRefused() {
    String secondary = APPLICATION.replace("PRIMARY", "SECONDARY");
    assertThrows(InvalidInputException.class, () -> frontEnd.assess(secondary));
  }

  @Test
  void anAssessmentGoesOutAsJsonAndComesBack() {
    Assessment assessment = frontEnd.assess(APPLICATION);
    assertEquals(assessment, TfmJson.read(TfmJson.write(assessment), Assessment.class));
  }

  @Test
  void aMisspellingIsRefusedWithAHint() {
    String misspelt = APPLICATION.replace("releaseDays", "releasDays");
    var refused = assertThrows(InvalidInputException.class, () -> frontEnd.assess(misspelt));
    assertTrue(refused.problems().get(0).hint().contains("releaseDays"), refused.getMessage());
  }

  @Test
  void noRuleEngineIsOnTheClassPath() {
    assertThrows(
        ClassNotFoundException.class, () -> Class.forName("org.kie.api.KieServices"));
    List<String> jars =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(path -> new File(path).getName())
            .toList();
    assertTrue(jars.stream().anyMatch(name -> name.startsWith("tfm-model")), jars::toString);
    assertEquals(
        List.of(),
        jars.stream().filter(name -> name.matches("(drools|kie|ecj|antlr|tfm-rules).*")).toList());
  }
}
