package org.tfm.rules.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tfm.model.document.Facts;
import org.tfm.rules.language.EntitlementWriter;
import org.tfm.rules.language.FactExpression;
import org.tfm.rules.language.PriorityWriter;
import org.tfm.rules.language.ProvisionWriter;
import org.tfm.rules.language.RequirementWriter;
import org.tfm.rules.language.TermsWriter;
import org.tfm.rules.language.UndertakingWriter;
import org.tfm.rules.language.Vocabulary;

/** The guide lists exactly the words of the language. */
class GuideWordsTest {

  private static final Pattern WORD = Pattern.compile("`([A-Za-z][A-Za-z0-9_-]*)(?:\\([^`]*\\))?`");

  private static String guide() throws IOException {
    return Files.readString(Path.of("RULE-WORDS.md"));
  }

  /** The cells of the table under a heading, without its head. */
  private static List<List<String>> rows(String heading) throws IOException {
    String text = guide();
    int start = text.indexOf("\n### " + heading + "\n");
    assertThat(start).as(heading).isPositive();
    return text.substring(start + 1)
        .lines()
        .skip(1)
        .takeWhile(line -> !line.startsWith("#"))
        .filter(line -> line.startsWith("| "))
        .skip(1)
        .map(line -> Arrays.stream(line.split("\\|")).skip(1).map(String::strip).toList())
        .toList();
  }

  private static Set<String> words(String heading, int column, Predicate<List<String>> which)
      throws IOException {
    List<String> all =
        rows(heading).stream()
            .filter(which)
            .flatMap(row -> WORD.matcher(row.get(column)).results())
            .map(found -> found.group(1))
            .toList();
    assertThat(all).doesNotHaveDuplicates().isNotEmpty();
    return new TreeSet<>(all);
  }

  private static Set<String> calls(Class<?> type) {
    return Words.callsOn(type).stream()
        .map(Method::getName)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  static Class<?> writer(String name) {
    return Stream.of(
            RequirementWriter.class,
            EntitlementWriter.class,
            UndertakingWriter.class,
            ProvisionWriter.class,
            PriorityWriter.class)
        .filter(type -> type.getSimpleName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void itListsWhatCanBeAskedAndCompared() throws IOException {
    assertThat(words("What a rule asks", 0, row -> true)).isEqualTo(calls(Vocabulary.class));
    assertThat(words("How it is compared", 0, row -> true)).isEqualTo(calls(FactExpression.class));
    assertThat(words("What terms there are", 0, row -> true)).isEqualTo(calls(TermsWriter.class));
  }

  @ParameterizedTest
  @CsvSource({
    "a requirement, RequirementWriter",
    "a grant or charge, EntitlementWriter",
    "an undertaking, UndertakingWriter",
    "a provision, ProvisionWriter",
    "a priority, PriorityWriter"
  })
  void itListsWhatFollowsATerm(String after, String writer) throws IOException {
    assertThat(words("What follows a term", 1, row -> row.get(0).equals(after)))
        .isEqualTo(calls(writer(writer)));
  }

  @Test
  void itListsTheWordsInCapitalsTheAnswersAndTheProperties() throws IOException {
    assertThat(words("Words in capitals", 1, row -> true)).isEqualTo(Words.CONSTANTS.keySet());
    assertThat(words("Answers, for `terms.answer(\"…\")`", 1, row -> true))
        .isEqualTo(Facts.answers().keySet());
    assertThat(words("Properties of a SchoolKind, in the when-part", 0, row -> true))
        .isEqualTo(Words.SCHOOL_KIND.keySet());
  }

  @Test
  void itsGrammarIsTheParsers() throws IOException {
    String source = Files.readString(Path.of("src/main/java/org/tfm/rules/pack/RuleParser.java"));
    String grammar =
        source
            .substring(source.indexOf("<pre>\n") + 6, source.indexOf(" * </pre>"))
            .lines()
            .map(line -> line.substring(3).replace("&amp;", "&"))
            .collect(Collectors.joining("\n"));
    assertThat(guide()).contains("```text\n" + grammar + "\n```");
  }
}
