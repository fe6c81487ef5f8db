package org.tfm.register;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.school.EstablishmentType;
import org.tfm.model.school.Phase;
import org.tfm.rules.book.PolicyBook;

class RegisterPropertyTest {

  private static final PolicyBook BOOK = PolicyBook.bundled();

  /** Rows with one URN each; most rows are valid. */
  @Provide
  Arbitrary<List<List<String>>> rows() {
    Arbitrary<Integer> urns = Arbitraries.integers().between(10_000, 999_999);
    Arbitrary<String> names =
        Arbitraries.strings().withChars("aé’ \",\n=").ofMinLength(0).ofMaxLength(8);
    Arbitrary<String> types =
        Arbitraries.of(
            Stream.concat(
                    Stream.of(EstablishmentType.values()).map(EstablishmentType::code),
                    Stream.of("01", "", "99"))
                .toList());
    Arbitrary<String> phases =
        Arbitraries.of(
            Stream.concat(Stream.of(Phase.values()).map(Phase::code), Stream.of("", "9")).toList());
    Arbitrary<String> statuses =
        Arbitraries.frequency(
            Tuple.of(8, "1"),
            Tuple.of(1, "2"),
            Tuple.of(1, "3"),
            Tuple.of(1, "4"),
            Tuple.of(1, "x"));
    Arbitrary<String> places = Arbitraries.of("", "E06000049", "W06000015", "S12000036");
    return Combinators.combine(urns, names, types, statuses, phases, places)
        .as(
            (urn, name, type, status, phase, place) ->
                Registers.row(Integer.toString(urn), name, type, status, phase, "", "", place))
        .list()
        .uniqueElements(row -> row.get(0))
        .ofMaxSize(12);
  }

  private static Map<Integer, List<Judgement>> decisions(String csv) {
    Screening screening = Screening.of(BOOK, "east-midlands-west", AcademicYear.startingIn(2020));
    Map<Integer, List<Judgement>> decisions = new TreeMap<>();
    for (RegisterRow row : Registers.read(csv)) {
      if (row instanceof RegisterRow.Open open) {
        decisions.put(open.school().urn(), screening.decide(open.school()));
      }
    }
    return decisions;
  }

  @Property
  void theOrderOfColumnsAndRowsChangesNoDecision(
      @ForAll("rows") List<List<String>> rows, @ForAll Random random) {
    List<Integer> order =
        new ArrayList<>(IntStream.range(0, Registers.COLUMNS.size()).boxed().toList());
    Collections.shuffle(order, random);
    List<List<String>> shuffled = new ArrayList<>();
    rows.forEach(row -> shuffled.add(order.stream().map(row::get).toList()));
    Collections.shuffle(shuffled, random);
    Map<Integer, List<Judgement>> decisions = decisions(Registers.csv(rows));
    assertThat(
            decisions(Registers.csv(order.stream().map(Registers.COLUMNS::get).toList(), shuffled)))
        .isEqualTo(decisions);
    Statistics.label("decides on several schools")
        .collect(decisions.size() > 1)
        .coverage(checker -> checker.check(true).percentage(share -> share > 30));
  }

  @Property
  void everyRowIsScreenedSkippedOrReported(
      @ForAll("rows") List<List<String>> rows, @ForAll Random random) {
    List<List<String>> spoilt = new ArrayList<>(rows);
    rows.stream()
        .filter(row -> random.nextInt(4) == 0)
        .forEach(
            row -> spoilt.add(random.nextBoolean() ? row : row.subList(0, random.nextInt(1, 8))));
    Collections.shuffle(spoilt, random);
    ScreenSummary summary = new ScreenSummary();
    List<RegisterRow> read = Registers.read(Registers.csv(spoilt));
    read.forEach(summary::count);
    assertThat(summary.open() + summary.notOpen() + summary.bad()).isEqualTo(spoilt.size());
    assertThat(summary.rows()).isEqualTo(spoilt.size());
    assertThat(ImmutableList.copyOf(read)).extracting(RegisterRow::line).isSorted();
  }
}
