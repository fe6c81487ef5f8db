package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.Offering;
import org.tfm.rules.book.PolicyBook;

class QuickStartTest {

  @Test
  void itPrintsTheVerdictTheReasonsTheQuestionsAndTheGrant() {
    List<String> lines = printed();
    assertEquals("MORE_INFORMATION_NEEDED", lines.get(0));
    assertTrue(
        lines.contains("Is the school committed to using teaching for mastery approaches?"),
        lines.toString());
    assertTrue(
        lines.stream().anyMatch(line -> line.contains("£1,000 towards release time")),
        lines.toString());
  }

  @Test
  void theLibrarysOwnPacksAreThere() {
    PolicyBook book = PolicyBook.bundled();
    assertTrue(book.packs().size() > 10, () -> book.packs().size() + " packs");
    assertFalse(
        book.isOffered(
            Offering.of("abacus-nw", "primary-development", AcademicYear.parse("2022/23"))));
  }

  private static List<String> printed() {
    PrintStream before = System.out;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    try {
      QuickStart.main();
    } finally {
      System.setOut(before);
    }
    return bytes.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
