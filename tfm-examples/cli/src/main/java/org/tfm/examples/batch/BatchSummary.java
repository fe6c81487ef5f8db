package org.tfm.examples.batch;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.tfm.examples.text.Page;
import org.tfm.examples.text.Words;
import org.tfm.model.assessment.Verdict;

/** The number of rows, assessed and rejected. Not thread-safe. */
public final class BatchSummary {

  private final Map<Verdict, Long> verdicts = new EnumMap<>(Verdict.class);
  private long rejected;
  private long repeated;
  private long shared;

  /** An empty summary. */
  BatchSummary() {}

  void count(RowResult result) {
    if (result instanceof Assessed assessed) {
      verdicts.merge(assessed.assessment().verdict(), 1L, Long::sum);
    } else {
      rejected++;
    }
  }

  /** Counts a row whose school applied for the same offering in an earlier row. */
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
    numbers.put("Rows", rows());
    numbers.put("  assessed", assessed());
    verdicts.forEach((verdict, number) -> numbers.put("    " + Words.verdict(verdict), number));
    numbers.put("  rejected", rejected);
    if (repeated > 0) {
      numbers.put("Schools that applied again", repeated);
    }
    if (shared > 0) {
      numbers.put("People named by two schools", shared);
    }
    return numbers;
  }

  private static void line(Page text, String name, long number) {
    text.line(String.format(Locale.ROOT, "%-29s %,14d", name, number));
  }
}
