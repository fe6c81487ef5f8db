package org.tfm.examples.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;
import org.tfm.examples.batch.Batches.Written;
import org.tfm.model.document.Application;
import org.tfm.model.json.TfmJson;
import org.tfm.model.problem.InvalidInputException;

class BatchPropertyTest {

  @Provide
  Arbitrary<List<String>> lines() {
    return Batches.lines();
  }

  @Provide
  Arbitrary<String> badLines() {
    return Batches.badLines();
  }

  private static String text(List<String> lines) {
    return String.join("\n", lines);
  }

  @Property(tries = 100)
  void aBatchEqualsItsRowsAssessedOneByOne(@ForAll("lines") List<String> lines) {
    List<String> expected = new ArrayList<>();
    List<Long> bad = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      try {
        Application application = TfmJson.read(lines.get(i), Application.class);
        expected.add(
            TfmJson.write(
                new Assessed(
                    "in.jsonl",
                    i + 1,
                    application.school().urn(),
                    Batches.BOOK
                        .terms(application.offering(), application.school().kind())
                        .assess(application),
                    Optional.empty())));
      } catch (InvalidInputException e) {
        bad.add(i + 1L);
      }
    }
    Written written = Batches.run(text(lines), RowFormat.JSON, 2, 3);
    assertThat(written.rows().lines()).containsExactlyElementsOf(expected);
    assertThat(written.rejected()).extracting(Rejected::line).containsExactlyElementsOf(bad);
    assertThat(written.summary().assessed()).isEqualTo(expected.size());
    assertThat(written.summary().rejected()).isEqualTo(bad.size());
    Statistics.label("good and bad rows")
        .collect(!expected.isEmpty() && !bad.isEmpty())
        .coverage(checker -> checker.check(true).percentage(share -> share > 30));
  }

  @Property(tries = 60)
  void neitherTheSizeOfTheChunksNorTheNumberOfThreadsChangesAByte(
      @ForAll("lines") List<String> lines,
      @ForAll RowFormat format,
      @ForAll @IntRange(min = 1, max = 4) int threads,
      @ForAll @IntRange(min = 1, max = 13) int chunk) {
    Written alone = Batches.run(text(lines), format, 1, 1);
    Written written = Batches.run(text(lines), format, threads, chunk);
    assertThat(written.rows()).isEqualTo(alone.rows());
    assertThat(written.rejected()).isEqualTo(alone.rejected());
    assertThat(written.summary().page().text()).isEqualTo(alone.summary().page().text());
  }

  @Property(tries = 60)
  void aBadRowChangesNoOtherRow(
      @ForAll("lines") List<String> lines,
      @ForAll RowFormat format,
      @ForAll("badLines") String bad,
      @ForAll @IntRange(min = 0, max = 11) int at) {
    List<String> spoilt = new ArrayList<>(lines);
    if (at < lines.size()) {
      spoilt.set(at, bad);
    } else {
      spoilt.add(bad);
    }
    long line = Math.min(at, lines.size()) + 1L;
    List<String> others =
        Batches.run(text(lines), format, 2, 4)
            .rows()
            .lines()
            .filter(row -> !isOf(row, line))
            .toList();
    assertThat(Batches.run(text(spoilt), format, 2, 4).rows().lines())
        .containsExactlyElementsOf(others);
  }

  private static boolean isOf(String row, long line) {
    return row.startsWith("{\"file\":\"in.jsonl\",\"line\":" + line + ",")
        || row.startsWith("in.jsonl," + line + ",");
  }
}
