package org.tfm.rules.check;

import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tfm.rules.check.FactCoverage.How;
import org.tfm.rules.pack.Pack;

/** How many facts of each kind are tested, asked, told, or not modelled. */
final class CoverageTable {

  static final Path FILE = Path.of("COVERAGE.md");

  private final ImmutableTable<String, How, Integer> counts;

  private CoverageTable(ImmutableTable<String, How, Integer> counts) {
    this.counts = counts;
  }

  static CoverageTable of(List<FactCoverage> facts) throws IOException {
    ImmutableListMultimap<String, String> kinds = kinds();
    Map<String, How> how =
        facts.stream().collect(Collectors.toMap(FactCoverage::fact, FactCoverage::how));
    return new CoverageTable(
        kinds.entries().stream()
            .filter(entry -> how.containsKey(entry.getValue()))
            .collect(
                ImmutableTable.toImmutableTable(
                    Map.Entry::getKey,
                    entry -> how.get(entry.getValue()),
                    any -> 1,
                    Integer::sum)));
  }

  /** The ids of the facts of each kind. */
  static ImmutableListMultimap<String, String> kinds() throws IOException {
    ImmutableListMultimap.Builder<String, String> kinds = ImmutableListMultimap.builder();
    Pack.yaml()
        .tree(Files.readString(Path.of("src/test/resources/org/tfm/rules/fact-kinds.yaml")))
        .properties()
        .forEach(
            kind ->
                kind.getValue()
                    .forEach(
                        range -> ids(range.asText()).forEach(id -> kinds.put(kind.getKey(), id))));
    return kinds.build();
  }

  private static Stream<String> ids(String range) {
    String[] ends = range.split(" to ", -1);
    String mark = ends[0].substring(0, ends[0].indexOf('-') + 1);
    int first = Integer.parseInt(ends[0].substring(mark.length()));
    int last = ends.length > 1 ? Integer.parseInt(ends[1]) : first;
    return IntStream.rangeClosed(first, last)
        .mapToObj(number -> mark + String.format(Locale.ROOT, "%03d", number));
  }

  private int count(String kind, How... some) {
    return Arrays.stream(some)
        .mapToInt(
            how -> {
              Integer count = counts.get(kind, how);
              return count == null ? 0 : count;
            })
        .sum();
  }

  private int count(How... some) {
    return counts.rowKeySet().stream().mapToInt(kind -> count(kind, some)).sum();
  }

  private int concern() {
    return count(How.values()) - count(How.NOT_ABOUT_SCHOOLS);
  }

  /** The share of the facts that concern schools and that a term tests or asks. */
  double shareTested() {
    return (double) count(How.TESTED, How.ASKED, How.IN_JOURNEY) / concern();
  }

  /** The share of one way among the facts that concern schools. */
  double share(How how) {
    return (double) count(how) / concern();
  }

  /** The table, in columns. */
  String text() {
    List<List<String>> rows = rows();
    int columns = rows.get(0).size();
    int[] widths =
        IntStream.range(0, columns)
            .map(i -> rows.stream().mapToInt(row -> row.get(i).length()).max().orElse(0))
            .toArray();
    return rows.stream()
        .map(
            row ->
                IntStream.range(0, columns)
                    .mapToObj(i -> pad(row.get(i), widths[i], i == 0))
                    .collect(Collectors.joining("  ")))
        .collect(Collectors.joining("\n"));
  }

  private static String pad(String text, int width, boolean left) {
    String blanks = " ".repeat(width - text.length());
    return left ? text + blanks : blanks + text;
  }

  private List<List<String>> rows() {
    List<List<String>> rows = new ArrayList<>();
    List<String> head = new ArrayList<>(List.of("facts about", "all"));
    Arrays.stream(How.values()).map(How::inWords).forEach(head::add);
    head.add("first three");
    rows.add(head);
    counts.rowKeySet().forEach(kind -> rows.add(row(kind, counts.row(kind))));
    rows.add(
        row(
            "all",
            Arrays.stream(How.values()).collect(Collectors.toMap(how -> how, how -> count(how)))));
    return rows;
  }

  private static List<String> row(String kind, Map<How, Integer> counts) {
    List<String> row = new ArrayList<>();
    row.add(kind);
    int all = counts.values().stream().mapToInt(Integer::intValue).sum();
    row.add(String.valueOf(all));
    Arrays.stream(How.values())
        .forEach(how -> row.add(String.valueOf(counts.getOrDefault(how, 0))));
    int concern = all - counts.getOrDefault(How.NOT_ABOUT_SCHOOLS, 0);
    int tested =
        Stream.of(How.TESTED, How.ASKED, How.IN_JOURNEY)
            .mapToInt(how -> counts.getOrDefault(how, 0))
            .sum();
    row.add(concern == 0 ? "" : Math.round(100.0 * tested / concern) + " %");
    return row;
  }

  /** The page that is under version control. */
  String page() {
    List<List<String>> rows = rows();
    StringBuilder page =
        new StringBuilder(
            """
            # How much of the documents is tested

            `coverage.yaml` lists every fact of the policy documents and pages, with the term that carries it or the
            reason why none does. This table is made from it by `CoverageTest`.

            *Tested*: a requirement compares what a document or the register says, or a grant or charge has an amount
            or a condition. *Asked*: a requirement on a yes or no that only the school can answer. *In the journey*: a
            statement of what follows what, which `tfm journey` uses. *Told*: a text that people read. The last column is
            the share of the first three among the facts that concern schools.

            """);
    page.append(line(rows.get(0)));
    page.append("|---|").append("---:|".repeat(rows.get(0).size() - 1)).append('\n');
    rows.stream().skip(1).map(CoverageTable::line).forEach(page::append);
    return page.toString();
  }

  private static String line(List<String> row) {
    return "| " + String.join(" | ", row) + " |\n";
  }
}
