package org.tfm.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tfm.model.document.Application;
import org.tfm.model.document.Progress;
import org.tfm.model.document.WorkGroup;
import org.tfm.model.json.TfmJson;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.rules.book.PolicyBook;
import org.tfm.rules.check.WorkedCases;
import org.tfm.rules.pack.PackFiles;

/** Every listing of the guide for policy owners does what the guide says. */
class GuideTest {

  private static final Pattern LISTING =
      Pattern.compile("(?:<!-- in (\\S+) -->\\n)?```(\\w+)\\n(.*?)```", Pattern.DOTALL);
  private static final Pattern TYPE = Pattern.compile("type == \"([^\"]+)\"");
  private static final String PUBLISHER =
      """
      language: 2
      hub: river-valley
      name: River Valley Maths Hub
      year: 2025/26
      extends: [national]
      offers: [primary-development, primary-sustaining]
      """;
  private static final String RULE =
      """
      rule "a-rule"
          @Cites("policy-page: one")
      when
          Offering( type == "primary-development" )
      then
          terms.eligibility("release-time").leftToHub();
      end
      """;

  @TempDir Path folder;

  /** A listing; {@code file} is empty unless the reader is to save it. */
  record Listing(String file, String language, String text) {}

  private static String guide() {
    try {
      return Files.readString(Path.of("../../tfm-rules/WRITE-A-POLICY.md"));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Listing> listings() {
    return LISTING
        .matcher(guide())
        .results()
        .map(
            found ->
                new Listing(
                    found.group(1) == null ? "" : found.group(1), found.group(2), found.group(3)))
        .toList();
  }

  static Stream<String> ruleListings() {
    return listings().stream().filter(one -> one.language().equals("drl")).map(Listing::text);
  }

  private static String yaml(String start) {
    return listings().stream()
        .filter(one -> one.language().equals("yaml") && one.text().startsWith(start))
        .map(Listing::text)
        .findFirst()
        .orElseThrow();
  }

  /** A pack with the sources and facts of the guide, and these rules. */
  private static PackFiles pack(String type, String rules) {
    return PackFiles.of(
        "my-packs",
        Map.of(
            PackFiles.PUBLISHER,
            PUBLISHER
                + yaml("area:")
                + yaml("journey:")
                + yaml("sources:")
                + yaml("facts:")
                + yaml("types:"),
            type + ".drl",
            "package river_valley.y2025_26." + type.replace('-', '_') + "\n" + rules));
  }

  private static PolicyBook book(PackFiles files) {
    return PolicyBook.builder().bundledPacks().files(files).build();
  }

  @ParameterizedTest
  @MethodSource("ruleListings")
  void everyRuleListingLoads(String listing) {
    String rules = listing;
    if (listing.startsWith("terms.")) {
      List<String> lines = listing.lines().toList();
      rules =
          lines.stream()
              .map(
                  line ->
                      RULE.replace("a-rule", "rule-" + lines.indexOf(line))
                          .replaceAll("terms\\..*;", Matcher.quoteReplacement(line)))
              .collect(Collectors.joining("\n"));
    }
    Matcher type = TYPE.matcher(rules);
    assertThat(type.find()).isTrue();
    assertThat(book(pack(type.group(1), rules)).packs())
        .anyMatch(pack -> pack.id().equals("river-valley/2025-26"));
  }

  static Stream<List<String>> messages() {
    return guide()
        .lines()
        .dropWhile(line -> !line.startsWith("| You wrote"))
        .skip(2)
        .takeWhile(line -> line.startsWith("|"))
        .map(line -> List.of(line.substring(2).split(" \\| ", 3)));
  }

  @ParameterizedTest
  @MethodSource("messages")
  void everyMessageIsSaidOfItsMistake(List<String> row) {
    String wrote = row.get(0).substring(1, row.get(0).length() - 1);
    String rules = RULE;
    if (wrote.startsWith("@")) {
      rules = rules.replaceAll("@Cites.*", Matcher.quoteReplacement(wrote));
    } else if (wrote.startsWith("SchoolKind")) {
      rules = rules.replace("then", "    " + wrote + "\nthen");
    } else if (row.get(1).startsWith("already writes")) {
      rules = rules + rules.replace("a-rule", "b-rule").replaceAll("terms\\..*", wrote);
    } else {
      rules = rules.replaceAll("terms\\..*", Matcher.quoteReplacement(wrote));
    }
    PackFiles files = pack("primary-development", rules);
    assertThat(catchThrowableOfType(InvalidInputException.class, () -> book(files)))
        .hasMessageContaining(row.get(1));
  }

  @Test
  void followedFromTheTopItLeadsToAPackWhoseCasesHold() throws IOException {
    for (Listing listing : listings()) {
      if (listing.language().equals("console")) {
        shows(listing.text());
      } else if (!listing.file().isEmpty()) {
        save(folder.resolve(listing.file()), listing);
      }
    }
    PolicyBook book = book(PackFiles.read(folder.resolve("my-packs/river-valley")));
    Path cases = folder.resolve("my-packs/river-valley/primary-development.cases.yaml");
    assertThat(WorkedCases.read("cases", Files.readString(cases)).run(book))
        .hasSize(3)
        .allSatisfy(result -> assertThat(result.differences()).isEmpty());
  }

  @Test
  void theShapesOfDocumentsAreReadAsShown() throws IOException {
    JsonNode shapes = new YAMLMapper().readTree(yaml("application:"));
    JsonNode offering =
        new ObjectMapper()
            .readTree(
                "{\"hub\": \"river-valley\", \"type\": \"primary-development\", \"year\": \"2025/26\"}");
    shapes.forEach(shape -> ((ObjectNode) shape).set("offering", offering));
    assertThat(TfmJson.read(shapes.get("application").toString(), Application.class).place())
        .isPresent();
    assertThat(TfmJson.read(shapes.get("group").toString(), WorkGroup.class).schools())
        .hasValueSatisfying(schools -> assertThat(schools).hasSize(2));
    assertThat(TfmJson.read(shapes.get("progress").toString(), Progress.class).workshopsAttended())
        .contains(5);
  }

  /** Saves the listing; a rule takes the place of the rule of its name. */
  private static void save(Path file, Listing listing) throws IOException {
    if (!listing.language().equals("drl")) {
      Files.writeString(file, listing.text());
      return;
    }
    String name = listing.text().lines().findFirst().orElseThrow();
    String before = Files.readString(file);
    String after =
        before.replaceAll(
            "(?s)\\Q" + name + "\\E.*?\\nend\\n", Matcher.quoteReplacement(listing.text()));
    assertThat(after).isNotEqualTo(before);
    Files.writeString(file, after);
  }

  /** Runs a command and compares; a line with … matches any lines. */
  private void shows(String console) {
    String command = console.lines().findFirst().orElseThrow();
    assertThat(command).startsWith("$ tfm ");
    List<String> arguments = new ArrayList<>();
    Pattern.compile("\"([^\"]*)\"|(\\S+)")
        .matcher(command.substring("$ tfm ".length()))
        .results()
        .map(word -> word.group(1) != null ? word.group(1) : word.group(2))
        .map(
            word ->
                word.startsWith("my-packs") || word.endsWith(".json")
                    ? folder.resolve(word).toString()
                    : word)
        .forEach(arguments::add);
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exitCode =
        Tfm.run(new PrintWriter(out), new PrintWriter(err), arguments.toArray(String[]::new));
    assertThat(err.toString()).isEmpty();
    assertThat(exitCode).isZero();
    String printed = "\n" + out.toString().replace(folder + "/", "").replace("\r\n", "\n");
    String expected = console.substring(command.length());
    int from = 0;
    String[] parts = expected.split("(?<=\\n)…\\n", -1);
    for (String part : parts) {
      int at = printed.indexOf(part, from);
      assertThat(at).as("%s in%n%s", part, printed).isNotNegative();
      from = at + part.length();
    }
    if (parts.length == 1) {
      assertThat(printed).isEqualTo(expected);
    }
  }

  @Test
  void commandsInItsSentencesAreKnown() {
    Map<String, Integer> counted = new LinkedHashMap<>();
    Pattern.compile("`tfm ([a-z-]+)[^`]*`")
        .matcher(guide())
        .results()
        .forEach(found -> counted.merge(found.group(1), 1, Integer::sum));
    assertThat(counted.keySet())
        .isSubsetOf(
            "terms", "assess", "new-pack", "check", "test", "mutate", "schema", "hubs", "journey");
  }

  @Test
  void itStaysShort() {
    assertThat(guide().lines().count()).isLessThanOrEqualTo(400);
  }

  /** Returns the keys of the entries under a key of a YAML text. */
  private static List<String> keys(String yaml, String key) throws IOException {
    JsonNode entries = new YAMLMapper().readTree(yaml).path(key);
    List<String> keys = new ArrayList<>();
    entries.forEach(entry -> entry.fieldNames().forEachRemaining(keys::add));
    return keys;
  }

  @Test
  void aNewPackWritesSourcesAndQuestionsAsTheGuideDoes() throws IOException {
    Path pack = folder.resolve("river-valley");
    Tfm.run(
        new PrintWriter(new StringWriter()),
        new PrintWriter(new StringWriter()),
        "new-pack",
        pack.toString(),
        "--hub=river-valley",
        "--name=River Valley Maths Hub",
        "--year=2025/26");
    String made = Files.readString(pack.resolve("publisher.yaml"));
    String guide = guide();
    String question = guide.substring(guide.indexOf("  early-years-lead:"));
    String shown = "facts:\n" + question.substring(0, question.indexOf('\n'));
    String source = guide.substring(guide.indexOf("sources:\n"));
    assertThat(keys(made, "sources"))
        .containsExactlyElementsOf(keys(source.substring(0, source.indexOf("```")), "sources"));
    assertThat(keys(shown, "facts")).containsAll(keys(made, "facts"));
    assertThat(made)
        .contains(": { kind: yes-no, subject: the school, verb: has, complement: a maths");
  }

  @Test
  void aNewPackIsRefusedWithEveryProblemAndNothingIsWritten() throws IOException {
    Path full = Files.createDirectory(folder.resolve("full"));
    Files.writeString(full.resolve("mine.txt"), "mine");
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exitCode =
        Tfm.run(
            new PrintWriter(out),
            new PrintWriter(err),
            "new-pack",
            full.toString(),
            "--hub=River Valley",
            "--name=River Valley",
            "--year=2025/26",
            "--from=natoinal",
            "--type=primary-development");
    assertThat(exitCode).isEqualTo(2);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString().lines())
        .containsExactly(
            "`River Valley` is not a hub id; expected lower-case words joined by hyphens. For"
                + " example `cheshire-wirral`",
            "the library has no pack `natoinal`. Maybe `national`?",
            full
                + ": the folder is not empty; expected an empty folder or one that does not exist");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(full);
    }
  }
}
