package org.tfm.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tfm.examples.cli.Commands.Run;
import org.tfm.examples.csv.CsvOutput;

/** Every listing of the page about forms is what the commands do. */
class FormsPageTest {

  private static final Pattern LISTING =
      Pattern.compile(
          "(?:<!-- (in|out|sheet) (\\S+)(?: (\\S+))? -->\\n)?```(\\w+)\\n(.*?)```", Pattern.DOTALL);
  private static final Pattern UNSURE = Pattern.compile("(?m)^ *unsure: true.*\\n");

  @TempDir Path folder;

  @Test
  void theListingsAreWhatTheCommandsDo() throws IOException {
    Matcher listing = LISTING.matcher(Files.readString(Path.of("FORMS.md")));
    String printed = "";
    int compared = 0;
    while (listing.find()) {
      String text = listing.group(5);
      if ("in".equals(listing.group(1))) {
        Files.writeString(folder.resolve(listing.group(2)), text);
        workbook(listing.group(2).replace(".csv", ".xlsx"), text);
      } else if ("sheet".equals(listing.group(1))) {
        List<List<Object>> rows =
            Workbooks.sheet(folder.resolve(listing.group(2)), listing.group(3));
        assertThat(
                rows.stream()
                    .map(row -> CsvOutput.record(row.stream().map(Object::toString).toList()))
                    .collect(Collectors.joining()))
            .isEqualTo(text);
        compared++;
      } else if ("out".equals(listing.group(1))) {
        Path file = folder.resolve(listing.group(2));
        assertThat(Files.readString(file)).isEqualTo(text);
        Files.writeString(file, UNSURE.matcher(text).replaceAll(""));
        compared++;
      } else if (listing.group(4).equals("sh")) {
        printed = run(text.strip());
      } else {
        assertThat(printed).isEqualTo(text);
        compared++;
      }
    }
    assertThat(compared).isEqualTo(9);
  }

  /** The same form as a workbook. */
  private void workbook(String name, String csv) throws IOException {
    try (CsvReader<CsvRecord> rows = CsvReader.builder().ofCsvRecord(csv)) {
      Workbooks.write(folder.resolve(name), rows.stream().map(CsvRecord::getFields).toList());
    }
  }

  private String run(String command) {
    List<String> args = new ArrayList<>();
    for (String word : command.split(" ", -1)) {
      args.add(word.matches("[a-z.]+\\.(csv|xlsx|yaml)") ? folder.resolve(word).toString() : word);
    }
    assertThat(args.remove(0)).isEqualTo("tfm");
    Run run = Commands.tfm(args.toArray(String[]::new));
    assertThat(run.exitCode()).as(run.err()).isZero();
    return (run.out() + run.err()).replace(folder + "/", "");
  }
}
