package org.tfm.examples.batch;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tfm.examples.text.Page;
import org.tfm.examples.text.Words;
import org.tfm.model.assessment.Verdict;
import org.tfm.register.RegisterFindings;

/** The number of rows, assessed and rejected. Not thread-safe. */
public final class BatchSummary {

  private final Map<Verdict, Long> verdicts = new EnumMap<>(Verdict.class);
  private String counted = "Rows";
  private long rejected;
  private long filled;
  private long contradicted;
  private long noted;
  private long repeated;
  private long shared;

  /** An empty summary. */
  BatchSummary() {}

  void count(RowResult result) {
    if (result instanceof Assessed assessed) {
      count(assessed.assessment().verdict(), assessed.register());
    } else {
      rejected++;
    }
  }

  /** Counts what was assessed, with what a register says of it. */
  void count(Verdict verdict, Optional<RegisterFindings> register) {
    verdicts.merge(verdict, 1L, Long::sum);
    register.ifPresent(
        findings -> {
          filled += findings.filled().isEmpty() ? 0 : 1;
          contradicted += findings.contradictions().isEmpty() ? 0 : 1;
          noted += findings.notes().isEmpty() ? 0 : 1;
        });
  }

  /** Says that work groups are counted, each with all its rows. */
  void ofGroups() {
    counted = "Work groups";
  }

  /** Counts a row whose school and offering are in an earlier row too. */
  void countRepeated() {
    repeated++;
  }

  /** Counts a row with a reference number that an earlier row of another school has. */
  void countShared() {
    shared++;
  }

  /** Returns how many rows have a verdict. */
  public long with(Verdict verdict) {
    return verdicts.getOrDefault(verdict, 0L);
  }

  void add(BatchSummary other) {
    other.verdicts.forEach((verdict, number) -> verdicts.merge(verdict, number, Long::sum));
    rejected += other.rejected;
    filled += other.filled;
    contradicted += other.contradicted;
    noted += other.noted;
    repeated += other.repeated;
    shared += other.shared;
  }

  /** Rows of either sort. */
  public long rows() {
    return assessed() + rejected;
  }

  /** Rows that were assessed. */
  public long assessed() {
    return verdicts.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Rows that could not be assessed. */
  public long rejected() {
    return rejected;
  }

  /** The summary as lines. */
  public Page page() {
    Page text = new Page();
    numbers().forEach((name, number) -> line(text, name, number));
    return text;
  }

  /** The numbers by their names, each part indented below its whole. */
  Map<String, Long> numbers() {
    Map<String, Long> numbers = new LinkedHashMap<>();
    numbers.put(counted, rows());
    numbers.put("  assessed", assessed());
    verdicts.forEach((verdict, number) -> numbers.put("    " + Words.verdict(verdict), number));
    numbers.put("  rejected", rejected);
    putIfAny(numbers, "Filled from the register", filled);
    putIfAny(numbers, "Contrary to the register", contradicted);
    putIfAny(numbers, "Not in it, or not open", noted);
    putIfAny(numbers, "Schools in an earlier row too", repeated);
    putIfAny(numbers, "People named by two schools", shared);
    return numbers;
  }

  private static void putIfAny(Map<String, Long> numbers, String name, long number) {
    if (number > 0) {
      numbers.put(name, number);
    }
  }

  private static void line(Page text, String name, long number) {
    text.line(String.format(Locale.ROOT, "%-29s %,14d", name, number));
  }
}
