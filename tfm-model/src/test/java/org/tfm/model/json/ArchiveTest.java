package org.tfm.model.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tfm.model.assessment.Assessment;
import org.tfm.model.assessment.Terms;
import org.tfm.model.document.Application;
import org.tfm.model.document.ExpressionOfInterest;
import org.tfm.model.document.Progress;
import org.tfm.model.document.WorkGroup;
import org.tfm.model.record.DecisionRecord;

/**
 * Documents written by earlier versions can still be read.
 *
 * <p>The archive has a folder for each version. It contains a folder for each kind of document that
 * the version wrote, and {@code other-forms} for other forms that it read. Files are never changed
 * or removed.
 */
class ArchiveTest {

  private static final Path ARCHIVE = Path.of("src/test/resources/archive");
  private static final String OTHER_FORMS = "other-forms";

  private static final ImmutableMap<String, Class<?>> KINDS =
      ImmutableMap.of(
          "application", Application.class,
          "expression-of-interest", ExpressionOfInterest.class,
          "group", WorkGroup.class,
          "progress", Progress.class,
          "terms", Terms.class,
          "assessment", Assessment.class,
          "decision-record", DecisionRecord.class);

  static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(ARCHIVE)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  static List<Path> written() throws IOException {
    return files().stream().filter(file -> !file.toString().contains(OTHER_FORMS)).toList();
  }

  private static String kind(Path file) {
    return file.getName(file.getNameCount() - 2).toString();
  }

  private static Object read(Path file) throws IOException {
    return TfmJson.read(Files.readString(file), Objects.requireNonNull(KINDS.get(kind(file))));
  }

  private static JsonNode tree(Path file) throws IOException {
    return TfmJson.reader().tree(Files.readString(file));
  }

  @ParameterizedTest
  @MethodSource("files")
  void everyFileIsReadableAndValid(Path file) throws IOException {
    assertThat(read(file)).isNotNull();
    assertThat(Validator.of(kind(file)).errors(tree(file))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("written")
  void everyFileIsWrittenAsItWasRead(Path file) throws IOException {
    assertThat(TfmJson.writePretty(read(file)) + "\n").isEqualTo(Files.readString(file));
  }

  @Test
  void theArchiveCoversEveryKeyWordAndKindOfADocument() throws IOException {
    Set<String> possible = new TreeSet<>();
    Set<String> seen = new TreeSet<>();
    for (String kind : KINDS.keySet()) {
      SchemaCoverage coverage = new SchemaCoverage(kind, Validator.of(kind).schema());
      for (Path file : files()) {
        if (kind(file).equals(kind)) {
          coverage.see(tree(file));
        }
      }
      possible.addAll(coverage.possible());
      seen.addAll(coverage.seen());
    }
    assertThat(seen).as("add files with the missing keys and words").containsAll(possible);
    assertThat(possible).contains("FactKind=CHOICES", "Not.criterion", "application.answers");
  }

  @Test
  void everyKindOfDocumentHasAType() {
    assertThat(TfmJson.schemas().names())
        .containsAll(KINDS.keySet())
        .hasSize(KINDS.size() + 1)
        .contains("problem"); // which is never read
  }
}
