package org.tfm.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tfm.model.json.TfmJson;

/** SECURITY.md names only tests that exist, and its figures are those of the code. */
class SecurityPageTest {

  private static final Path ROOT = Path.of("../..");
  private static final ImmutableList<String> MODULES =
      ImmutableList.of(
          "tfm-model",
          "tfm-rules",
          "tfm-rules/testkit",
          "tfm-rules/register",
          "tfm-examples/quickstart",
          "tfm-examples/cli");
  private static final Pattern TEST = Pattern.compile("`([A-Z][A-Za-z]*Test)`");
  private static final Pattern LIMIT =
      Pattern.compile(
          "\\| ([0-9,]+) \\| `([a-z.]+\\.[A-Z][A-Za-z]+)\\.([A-Za-z_]+)` \\| `\\w+Test` \\|");

  private static String page() throws IOException {
    return Files.readString(ROOT.resolve("SECURITY.md"));
  }

  private static List<MatchResult> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().toList();
  }

  @Test
  void everyTestThatIsNamedIsThere() throws IOException {
    TreeSet<String> there = new TreeSet<>();
    for (String module : MODULES) {
      try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/test/java"))) {
        there.addAll(
            files
                .map(file -> file.getFileName().toString())
                .filter(name -> name.endsWith(".java"))
                .map(name -> name.substring(0, name.length() - ".java".length()))
                .collect(Collectors.toSet()));
      }
    }
    List<String> named =
        found(TEST, page()).stream().map(match -> String.valueOf(match.group(1))).toList();
    assertThat(named).hasSizeGreaterThan(30);
    assertThat(there).containsAll(named);
  }

  @Test
  void everyLimitIsThatOfTheCode() throws Exception {
    String page = page();
    String limits =
        page.substring(page.indexOf("## Limits"), page.indexOf("The mapper of a web framework"));
    long rows = limits.lines().filter(line -> line.startsWith("| ")).count() - 1;
    List<MatchResult> figures = found(LIMIT, limits);
    assertThat(figures).hasSize((int) rows).hasSizeGreaterThan(15);
    for (MatchResult figure : figures) {
      assertThat(figure(String.valueOf(figure.group(2)), String.valueOf(figure.group(3))))
          .as(figure.group(3))
          .isEqualTo(Long.parseLong(String.valueOf(figure.group(1)).replace(",", "")));
    }
  }

  /** A constant of ours, or what our mapper is set to. */
  private static long figure(String type, String name) throws ReflectiveOperationException {
    if (name.startsWith("get")) {
      Method limit = Class.forName(type).getMethod(name);
      StreamReadConstraints limits = TfmJson.mapper().getFactory().streamReadConstraints();
      return ((Number) Objects.requireNonNull(limit.invoke(limits))).longValue();
    }
    Field constant = Class.forName(type).getDeclaredField(name);
    constant.setAccessible(true);
    return ((Number) Objects.requireNonNull(constant.get(null))).longValue();
  }

  @Test
  void everyLayerAndEveryLimitNamesItsTest() throws IOException {
    assertThat(
            page()
                .lines()
                .filter(
                    line ->
                        line.startsWith("| ")
                            && !line.startsWith("| layer")
                            && !line.startsWith("| what")))
        .allSatisfy(line -> assertThat(line).containsPattern("`\\w+Test`[^|]*\\|$"));
    assertThat(page().lines()).hasSizeLessThanOrEqualTo(160);
  }
}
