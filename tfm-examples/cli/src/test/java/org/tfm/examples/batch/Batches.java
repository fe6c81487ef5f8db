package org.tfm.examples.batch;

import com.google.common.collect.ImmutableList;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;
import org.tfm.model.json.TfmJson;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.Offering;
import org.tfm.rules.book.PolicyBook;
import org.tfm.testkit.TfmArbitraries;

/** Small batches for tests. */
final class Batches {

  static final PolicyBook BOOK = PolicyBook.bundled();
  static final RowAssessor ASSESSOR = new RowAssessor(BOOK::terms);
  static final ImmutableList<Offering> OFFERINGS =
      ImmutableList.of(
          Offering.of("cheshire-wirral", "primary-development", AcademicYear.startingIn(2022)),
          Offering.of("archimedes-ne", "primary-sustaining", AcademicYear.startingIn(2021)),
          Offering.of("boolean", "primary-development", AcademicYear.startingIn(2024)));

  private Batches() {}

  /** The output of a run. */
  record Written(String rows, List<Rejected> rejected, BatchSummary summary) {}

  static Written run(String text, RowFormat format, int threads, int chunk) {
    try (JsonLines rows = jsonLines(text)) {
      return run(rows, format, threads, chunk);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Written run(RowSource rows, RowFormat format, int threads, int chunk) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    List<Rejected> rejected = new ArrayList<>();
    BatchSummary summary =
        new Batch(ASSESSOR, format, threads, chunk)
            .run(
                rows,
                (some, bad, soFar) -> {
                  out.write(some);
                  rejected.addAll(bad);
                });
    return new Written(out.toString(StandardCharsets.UTF_8), rejected, summary);
  }

  static JsonLines jsonLines(String text) {
    return new JsonLines(
        "in.jsonl", "in.jsonl", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  static CsvRows csvRows(String text) {
    try {
      return new CsvRows(
          "in.csv",
          "in.csv",
          new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
          Optional.empty());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lines with an application each. */
  static Arbitrary<String> goodLines() {
    return Arbitraries.oneOf(
        OFFERINGS.stream()
            .map(offering -> TfmArbitraries.of(BOOK, offering).applications().map(TfmJson::write))
            .toList());
  }

  /** Lines that are no application to any policy. */
  static Arbitrary<String> badLines() {
    return Arbitraries.of(
        "{",
        "no JSON",
        "[]",
        "{\"offering\":{},\"school\":{\"urn\":\"100008\"}}",
        "{\"offering\":{\"hub\":\"nowhere\",\"type\":\"primary-development\",\"year\":\"2022/23\"},"
            + "\"school\":{\"urn\":100008}}",
        "{\"offering\":{\"hub\":\"boolean\",\"type\":\"primary-development\",\"year\":\"2024/25\"},"
            + "\"school\":{\"urn\":100008},\"answers\":{\"comitted-to-mastery\":true}}");
  }

  /** Lines that are mostly good. */
  static Arbitrary<List<String>> lines() {
    return Arbitraries.frequencyOf(Tuple.of(4, goodLines()), Tuple.of(1, badLines()))
        .list()
        .ofMaxSize(12);
  }
}
