package org.tfm.examples.batch;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tfm.examples.csv.CsvOutput;
import org.tfm.model.assessment.Assessment;
import org.tfm.model.assessment.Finding;
import org.tfm.model.assessment.Verdict;
import org.tfm.model.criterion.MissingFact;
import org.tfm.model.json.TfmJson;
import org.tfm.model.programme.Offering;
import org.tfm.register.RegisterFindings;

/** How assessed rows are written: always the same bytes for the same row. Thread-safe. */
public enum RowFormat {
  /** JSON Lines: the whole assessment of each row. */
  JSON {
    @Override
    public void write(Assessed row, OutputStream out) throws IOException {
      line(row, out);
    }
  },

  /** JSON Lines: the verdicts of each row. */
  JSON_VERDICTS {
    @Override
    public void write(Assessed row, OutputStream out) throws IOException {
      Assessment assessment = row.assessment();
      line(
          new Verdicts(
              row.file(),
              row.line(),
              row.urn(),
              assessment.offering(),
              assessment.verdict(),
              assessment.eligibility(),
              assessment.application(),
              assessment.commitments(),
              row.register()),
          out);
    }
  },

  /** CSV: the verdicts of each row, and the ids of the terms that prevent a yes. */
  CSV {
    @Override
    public byte[] head() {
      return record(Iterables.concat(VERDICT_COLUMNS, REASON_COLUMNS));
    }

    @Override
    public void write(Assessed row, OutputStream out) throws IOException {
      Assessment assessment = row.assessment();
      out.write(
          record(
              Iterables.concat(
                  verdicts(row),
                  List.of(
                      terms(assessment.unmet()),
                      terms(assessment.referred()),
                      terms(assessment.silent()),
                      words(assessment.missing().stream().map(MissingFact::fact)),
                      terms(assessment.advice())))));
    }
  },

  /** CSV: the verdicts of each row. */
  CSV_VERDICTS {
    @Override
    public byte[] head() {
      return record(VERDICT_COLUMNS);
    }

    @Override
    public void write(Assessed row, OutputStream out) throws IOException {
      out.write(record(verdicts(row)));
    }
  };

  private static final ImmutableList<String> VERDICT_COLUMNS =
      ImmutableList.of(
          "file",
          "line",
          "urn",
          "hub",
          "type",
          "year",
          "verdict",
          "eligibility",
          "application",
          "commitments");
  private static final ImmutableList<String> REASON_COLUMNS =
      ImmutableList.of("unmet", "referred", "silent", "missing", "advice");

  /** The verdicts on a row, as JSON has them. */
  private record Verdicts(
      String file,
      long line,
      int urn,
      Offering offering,
      Verdict verdict,
      Verdict eligibility,
      Verdict application,
      Verdict commitments,
      @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<RegisterFindings> register) {}

  /** The header before the first row. */
  public byte[] head() {
    return new byte[0];
  }

  /** Writes a row, its line break included. */
  public abstract void write(Assessed row, OutputStream out) throws IOException;

  /** Writes a value as a line of JSON. */
  static void line(Object value, OutputStream out) throws IOException {
    out.write((TfmJson.write(value) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> verdicts(Assessed row) {
    Assessment assessment = row.assessment();
    Offering offering = assessment.offering();
    return List.of(
        row.file(),
        Long.toString(row.line()),
        Integer.toString(row.urn()),
        offering.hub(),
        offering.type(),
        offering.year().toString(),
        assessment.verdict().name(),
        assessment.eligibility().name(),
        assessment.application().name(),
        assessment.commitments().name());
  }

  private static String terms(List<Finding> findings) {
    return words(findings.stream().map(Finding::term));
  }

  private static String words(Stream<String> words) {
    return words.distinct().collect(Collectors.joining(" "));
  }

  private static byte[] record(Iterable<String> cells) {
    return CsvOutput.record(cells).getBytes(StandardCharsets.UTF_8);
  }
}
