package org.tfm.rules.pack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.LinkedListMultimap;
import com.google.common.collect.ListMultimap;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.rules.book.PolicyBook;
import org.tfm.rules.language.CountExpression;
import org.tfm.rules.language.EntitlementWriter;
import org.tfm.rules.language.FactExpression;
import org.tfm.rules.language.PriorityWriter;
import org.tfm.rules.language.RequirementWriter;
import org.tfm.rules.language.SinceLanguage;
import org.tfm.rules.language.TermsWriter;
import org.tfm.rules.language.UndertakingWriter;
import org.tfm.rules.language.Vocabulary;

/** Ten mistakes and more with each word of rule language 2, each with its message. */
class WordMistakesTest {

  private static final Path FILE = Path.of("src/test/resources/org/tfm/rules/word-mistakes.txt");

  private static final String FOLDER = "folder/primary-development.drl:";

  /**
   * A line of the file.
   *
   * @param right whether the statement loads
   * @param message what is said of a wrong one
   */
  private record Line(boolean right, String statement, String message) {}

  private static ImmutableListMultimap<String, Line> lines() throws IOException {
    ListMultimap<String, Line> lines = LinkedListMultimap.create();
    String word = "";
    List<String> all = Files.readAllLines(FILE);
    for (int i = 0; i < all.size(); i++) {
      String line = all.get(i);
      if (line.startsWith("right: ")) {
        lines.put(word, new Line(true, line.substring("right: ".length()), ""));
      } else if (line.startsWith("wrong: ")) {
        lines.put(
            word, new Line(false, line.substring("wrong: ".length()), all.get(i + 1).strip()));
      } else if (!line.isBlank() && !line.startsWith("#") && !line.startsWith(" ")) {
        word = line;
      }
    }
    return ImmutableListMultimap.copyOf(lines);
  }

  /** The problems of a pack with one statement; empty if it loads. */
  private static String said(String statement) {
    try {
      PolicyBook.builder()
          .files(
              SmallPacks.files(
                  SmallPacks.PUBLISHER, SmallPacks.PACKAGE + SmallPacks.rule("a", statement)))
          .build();
      return "";
    } catch (InvalidInputException e) {
      return e.problems().stream()
          .map(problem -> problem.toString().replace(FOLDER, ""))
          .collect(Collectors.joining(" / "));
    }
  }

  @Test
  void everyWordHasARightStatementThatLoads() throws IOException {
    for (Line line : lines().values()) {
      if (line.right()) {
        assertThat(said(line.statement())).as(line.statement()).isEmpty();
      }
    }
  }

  @Test
  void everyMistakeHasItsMessage() throws IOException {
    ImmutableListMultimap<String, Line> lines = lines();
    if ("write".equals(System.getProperty("tfm.phrasebook"))) {
      Files.writeString(FILE, written(lines));
    }
    for (Line line : lines().values()) {
      if (!line.right()) {
        assertThat(said(line.statement()))
            .as(line.statement())
            .isNotEmpty()
            .isEqualTo(line.message());
      }
    }
  }

  private static String written(ImmutableListMultimap<String, Line> lines) throws IOException {
    List<String> text = new ArrayList<>(Files.readAllLines(FILE).stream().limit(2).toList());
    for (String word : lines.keySet()) {
      text.add("");
      text.add(word);
      for (Line line : lines.get(word)) {
        text.add((line.right() ? "right: " : "wrong: ") + line.statement());
        if (!line.right()) {
          text.add("  " + said(line.statement()));
        }
      }
    }
    return String.join("\n", text) + "\n";
  }

  @Test
  void everyWordOfTheLanguageHasTenMistakes() throws IOException {
    ImmutableListMultimap<String, Line> lines = lines();
    assertThat(lines.keySet()).isEqualTo(words());
    lines
        .asMap()
        .forEach(
            (word, some) ->
                assertThat(some.stream().filter(line -> !line.right()))
                    .as(word)
                    .hasSizeGreaterThanOrEqualTo(10));
  }

  /** The words that came with language 2. */
  private static Set<String> words() {
    return Stream.of(
            Vocabulary.class,
            FactExpression.class,
            CountExpression.class,
            TermsWriter.class,
            RequirementWriter.class,
            EntitlementWriter.class,
            PriorityWriter.class,
            UndertakingWriter.class)
        .flatMap(type -> Words.callsOn(type).stream())
        .filter(method -> method.isAnnotationPresent(SinceLanguage.class))
        .map(Method::getName)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
