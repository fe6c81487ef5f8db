package org.tfm.examples.batch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableList;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.tfm.model.document.Application;
import org.tfm.model.json.TfmJson;
import org.tfm.model.problem.Blanks;
import org.tfm.testkit.TfmArbitraries;

class CsvRowsPropertyTest {

  @Provide
  Arbitrary<List<Application>> applications() {
    return Arbitraries.oneOf(
            Batches.OFFERINGS.stream()
                .map(offering -> TfmArbitraries.of(Batches.BOOK, offering).applications())
                .toList())
        .filter(CsvRowsPropertyTest::isFlat)
        .list()
        .ofMinSize(1)
        .ofMaxSize(5);
  }

  /** A person of whom nothing is known, and a blank text, have no place in a table. */
  private static boolean isFlat(Application application) {
    JsonNode tree = TfmJson.tree(application);
    return cells(tree).values().stream().noneMatch(Blanks::isBlank)
        && noneIsEmpty(tree.path("leadParticipants"));
  }

  private static boolean noneIsEmpty(JsonNode people) {
    for (JsonNode person : people) {
      if (person.isEmpty()) {
        return false;
      }
    }
    return !people.isArray() || !people.isEmpty();
  }

  /** The cells of an application, made from its JSON by another way than the one tested. */
  private static Map<String, String> cells(JsonNode application) {
    Map<String, String> cells = new LinkedHashMap<>();
    flatten("", application, cells);
    return cells;
  }

  private static void flatten(String path, JsonNode node, Map<String, String> cells) {
    if (node.isObject()) {
      node.properties()
          .forEach(
              property ->
                  flatten(
                      (path.isEmpty() ? "" : path + ".") + property.getKey(),
                      property.getValue(),
                      cells));
    } else if (node.isArray() && node.isEmpty()) {
      cells.put(path, "none");
    } else if (node.isArray() && node.get(0).isObject()) {
      for (int i = 0; i < node.size(); i++) {
        flatten(path + "[" + i + "]", node.get(i), cells);
      }
    } else if (node.isArray()) {
      List<String> words = new ArrayList<>();
      node.forEach(word -> words.add(word.asText()));
      cells.put(path, String.join("; ", words));
    } else {
      cells.put(path, node.asText());
    }
  }

  private static String csv(List<Map<String, String>> rows, Random random) {
    TreeSet<String> names = new TreeSet<>();
    rows.forEach(row -> names.addAll(row.keySet()));
    List<String> columns = new ArrayList<>(names);
    Collections.shuffle(columns, random);
    StringWriter text = new StringWriter();
    CsvWriter csv = CsvWriter.builder().bufferSize(0).build(text);
    csv.writeRecord(columns);
    rows.forEach(
        row -> csv.writeRecord(columns.stream().map(name -> row.getOrDefault(name, "")).toList()));
    return text.toString();
  }

  @Property(tries = 150)
  void anApplicationSurvivesAsARow(
      @ForAll("applications") List<Application> applications, @ForAll Random random) {
    String csv =
        csv(
            applications.stream().map(TfmJson::tree).map(CsvRowsPropertyTest::cells).toList(),
            random);
    List<Application> read =
        ImmutableList.copyOf(Batches.csvRows(csv)).stream()
            .map(row -> row.application(Batches.BOOK::terms))
            .toList();
    assertThat(read).isEqualTo(applications);
  }
}
