package org.tfm.examples.screen;

import java.io.Flushable;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tfm.examples.csv.CsvOutput;
import org.tfm.model.assessment.Finding;
import org.tfm.model.school.School;
import org.tfm.register.Judgement;

/** The decisions as CSV: one line for each school and offering. */
public final class ScreenReport implements Flushable {

  private final CsvOutput csv;

  /** The report as this CSV, its first line with the column names written. */
  public ScreenReport(CsvOutput csv) {
    this.csv = csv;
    csv.write(List.of("urn", "name", "type", "decision", "terms", "reasons", "authority"));
  }

  /** Writes the decisions on a school. */
  public void write(School school, List<Judgement> judgements) {
    String urn = Integer.toString(school.urn());
    String name = school.name().orElse("");
    String authority = school.localAuthority().orElse("");
    for (Judgement judgement : judgements) {
      csv.write(
          List.of(
              urn,
              name,
              judgement.offering().type(),
              judgement.decision().name(),
              joined(judgement, Finding::term),
              joined(judgement, Finding::sentence),
              authority));
    }
  }

  private static String joined(Judgement judgement, Function<Finding, String> part) {
    return judgement.findings().stream().map(part).distinct().collect(Collectors.joining(" "));
  }

  @Override
  public void flush() throws IOException {
    csv.flush();
  }
}
