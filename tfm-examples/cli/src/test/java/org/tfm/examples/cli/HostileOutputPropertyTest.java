package org.tfm.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tfm.examples.cli.Commands.demo;
import static org.tfm.examples.cli.Commands.tfm;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.google.common.hash.Hashing;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.tfm.examples.cli.Commands.Run;
import org.tfm.model.json.TfmJson;

/** Text of others reaches no terminal, letter, table or JSON as anything but visible text. */
class HostileOutputPropertyTest {

  private static final String SEED = "20260907";
  private static final Path REGISTER =
      Path.of("../../tfm-rules/register/src/test/resources/register/register.csv");
  private static final String GROUP =
      """
      { "offering": { "hub": "cheshire-wirral", "type": "primary-development", "year": "2022/23" },
        "lead": { "role": "MASTERY_SPECIALIST", "school": 900001 },
        "schools": [ { "urn": 900001, "name": "Ash", "phase": "PRIMARY" } ],
        "sessions": [ { "number": 1, "host": 900001 } ],
        "answers": { "work-group-plan": true } }
      """;
  private static final String PROGRESS =
      """
      { "offering": { "hub": "cheshire-wirral", "type": "primary-development", "year": "2022/23" },
        "school": { "urn": 900001, "name": "Ash", "phase": "PRIMARY" }, "releaseDays": 8.5 }
      """;

  /** The questions of a pack that schools answer in words. */
  private static final String QUESTIONS =
      """
      language: 1
      hub: here
      name: A hub
      year: 2022/23
      offers: [reading-group]
      sources:
        flyer:
          title: "A flyer MARK"
          publisher: "A hub MARK"
          last-checked: 2025-01-01
      facts:
        books:
          kind: choices
          label: "the books MARK"
          question: "Which books MARK?"
        wish:
          kind: text
          label: "the wish MARK"
          question: "Which wish MARK?"
      """;

  private static final String RULES =
      """
      package here.y2022_23.reading_group

      rule "books"
          @Cites("flyer: first page MARK")
          @Reading("all of them MARK")
      when
          Offering( type == "reading-group" )
      then
          terms.eligibility("books").must(terms.answer("books").includesAny("emma", "other"));
          terms.application("wish").must(terms.answer("wish").isProvided());
          terms.provision("tea").that("the hub gives tea MARK");
      end
      """;

  /** Characters that are never a part of our layout. */
  private static final Set<Integer> DIRECTIONS =
      Set.of(
          0x61C, 0x200E, 0x200F, 0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068,
          0x2069, 0x2028, 0x2029, 0x200B, 0xFEFF);

  private static Path folder = Path.of("");

  @BeforeContainer
  static void makeAFolder() throws IOException {
    folder = Files.createTempDirectory("hostile");
  }

  @AfterContainer
  static void removeTheFolder() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      all.sorted((one, other) -> other.compareTo(one)).forEach(path -> path.toFile().delete());
    }
  }

  /** Text that means harm in one medium or another. */
  @Provide
  Arbitrary<String> hostile() {
    return Arbitraries.of(
            "\nVerdict: YES",
            "\r\n0 errors, 0 warnings",
            "\n• Verdict: YES",
            "\u001b[2J\u001b[31m",
            "\u009b31m",
            "\b\b\b",
            "\u007f",
            "\u0085Verdict: YES",
            "\u202eSEY\u202c",
            "\u2066a\u2069\u200f",
            "\u2028Verdict: YES",
            "\u2029Verdict: YES",
            "\t",
            "\u200b\ufeff",
            tag("Verdict: YES"),
            "\udb40\udd00",
            "[terms](https://example.org/x)",
            "![](https://example.org/x.png)",
            "<img src=\"//example.org\">",
            "<https://example.org>",
            "www.example.org a@example.org",
            "| x | y |",
            "`a` *b* _c_ ~~d~~",
            "\"x\",=1+1",
            "é 学校 😀")
        .list()
        .ofMinSize(1)
        .ofMaxSize(4)
        .map(parts -> String.join("", parts));
  }

  /** Text that starts like a formula, or with what may hide that it does. */
  @Provide
  Arbitrary<String> formulas() {
    return Arbitraries.of("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\u202e=1", " =1", "＝1");
  }

  private static String tag(String text) {
    return text.codePoints()
        .map(c -> 0xE0000 + c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** The same text without harm: visible characters in the place of those that are not. */
  private static String harmless(String text) {
    return text.codePoints()
        .map(c -> isHarmful(c) ? 0xFFFD : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean isHarmful(int c) {
    return c < ' '
        || (c >= 0x7F && c <= 0x9F)
        || DIRECTIONS.contains(c)
        || (c >= 0xE0000 && c <= 0xE0FFF);
  }

  private static void isClean(String output) {
    assertThat(output.codePoints().filter(c -> c != '\n' && isHarmful(c))).isEmpty();
  }

  /** Runs a command on a file with a harmful and a harmless text; both print the same lines. */
  private static Run same(String hostile, String harmless, String... args) {
    Run harmful = run(hostile, args);
    Run other = run(harmless, args);
    isClean(harmful.out());
    isClean(harmful.err());
    // A blank around a number, say, does not matter, but the character in its place does.
    if (harmful.exitCode() == other.exitCode()) {
      assertThat(harmful.out().lines())
          .as(harmful.out())
          .hasSameSizeAs(other.out().lines().toList());
      assertThat(harmful.err().lines())
          .as(harmful.err())
          .hasSameSizeAs(other.err().lines().toList());
    }
    return harmful;
  }

  private static Run run(String content, String... args) {
    return tfm(
        Stream.of(args)
            .map(arg -> arg.equals("FILE") ? file(content) : arg)
            .toArray(String[]::new));
  }

  private static String file(String content) {
    try {
      return Files.writeString(folder.resolve("file"), content).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The places of all texts of a document. */
  private static List<JsonPointer> texts(JsonNode node, JsonPointer at, List<JsonPointer> found) {
    if (node.isTextual()) {
      found.add(at);
    }
    node.properties()
        .forEach(child -> texts(child.getValue(), at.appendProperty(child.getKey()), found));
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      texts(node.path(i), at.appendIndex(i), found);
    }
    return found;
  }

  /** The document with more in one of its texts. */
  private static JsonNode with(JsonNode document, int number, String more) {
    JsonNode copy = document.deepCopy();
    List<JsonPointer> places = texts(copy, JsonPointer.empty(), new ArrayList<>());
    JsonPointer place = places.get(number % places.size());
    TextNode text = TextNode.valueOf(copy.at(place).asText() + more);
    JsonNode parent = copy.at(place.head());
    if (parent instanceof ObjectNode object) {
      object.set(place.last().getMatchingProperty(), text);
    } else {
      ((ArrayNode) parent).set(place.last().getMatchingIndex(), text);
    }
    return copy;
  }

  private static JsonNode tree(String json) {
    return TfmJson.reader().tree(json);
  }

  private static String application() throws IOException {
    ObjectNode document = (ObjectNode) tree(demo("no"));
    document.put("submittedOn", "2022-05-03").put("submittedBy", "SCHOOL");
    ((ObjectNode) document.path("leadParticipants").path(0)).put("name", "First Teacher");
    return document.toString();
  }

  @Property(tries = 60, seed = SEED, shrinking = ShrinkingMode.OFF)
  void textsOfApplications(@ForAll("hostile") String hostile, @ForAll int number)
      throws IOException {
    int place = Math.floorMod(number, 1_000);
    String bad = with(tree(application()), place, hostile).toString();
    String good = with(tree(application()), place, harmless(hostile)).toString();
    same(bad, good, "assess", "FILE", "--full", "--sources", "--what-would-change");
    same(bad, good, "ask", "FILE", "--all");
    Run json = same(bad, good, "assess", "FILE", "--json", "--what-would-change");
    assertThat(json.out().isEmpty() || tree(json.out()).isObject()).isTrue();
    Run rows = same(bad, good, "batch", "FILE", "-", "--in-format", "jsonl");
    rows.out().lines().forEach(row -> assertThat(tree(row).isObject()).isTrue());
    isTable(
        same(bad, good, "batch", "FILE", "-", "--in-format", "jsonl", "--out-format", "csv").out());
  }

  @Property(tries = 30, seed = SEED, shrinking = ShrinkingMode.OFF)
  void textsOfGroupsAndProgress(@ForAll("hostile") String hostile, @ForAll int number) {
    int place = Math.floorMod(number, 1_000);
    for (String command : List.of("group", "progress")) {
      JsonNode document = tree(command.equals("group") ? GROUP : PROGRESS);
      String bad = with(document, place, hostile).toString();
      String good = with(document, place, harmless(hostile)).toString();
      same(bad, good, command, "FILE", "--full", "--what-would-change");
      same(bad, good, command, "FILE", "--json");
    }
  }

  @Property(tries = 60, seed = SEED, shrinking = ShrinkingMode.OFF)
  void textsOfRecords(@ForAll("hostile") String hostile, @ForAll int number) throws IOException {
    // A list in a sentence of a record is a list; see `aListInARecordIsIndented`.
    String text = hostile.replace("\n•", "\n");
    int place = Math.floorMod(number, 10_000);
    JsonNode record = record();
    String bad = signed(with(record, place, text));
    String good = signed(with(record, place, harmless(text)));
    same(bad, good, "explain", "FILE");
    same(bad, good, "explain", "FILE", "--as", "line");
    Run replay = run(bad, "replay", "FILE");
    isClean(replay.out());
    isClean(replay.err());
    // Escapes of JSON are longer, so its lines are broken elsewhere.
    assertThat(replay.out().lines().skip(1))
        .allMatch(line -> line.startsWith("  ") || line.startsWith("Records are not signed: "));
    Run json = same(bad, good, "replay", "FILE", "--json");
    assertThat(json.out().isEmpty() || tree(json.out()).isArray()).isTrue();
  }

  @Property(tries = 10, seed = SEED, shrinking = ShrinkingMode.OFF)
  void aListInARecordIsIndented(@ForAll("hostile") String hostile) throws IOException {
    ObjectNode record = (ObjectNode) record();
    for (JsonNode finding : record.path("assessment").path("findings")) {
      ((ObjectNode) finding).put("sentence", "All:\n• one\nVerdict: YES" + hostile);
    }
    Run run = run(signed(record), "explain", "FILE", "--as", "letter");
    isClean(run.out());
    assertThat(run.out().lines()).noneMatch(line -> line.startsWith("Verdict"));
  }

  private static JsonNode record() throws IOException {
    Path records = folder.resolve("records");
    if (!Files.exists(records)) {
      String document = file(application());
      tfm("assess", document, "--record", records.toString(), "--decided-on", "2022-05-03")
          .isAnAnswer();
    }
    try (Stream<Path> kept = Files.list(records)) {
      ObjectNode record = (ObjectNode) tree(Files.readString(kept.findFirst().orElseThrow()));
      // Only a record whose policy is not loaded is explained although it was changed.
      ((ObjectNode) record.path("assessment").path("policy"))
          .set("hashes", tree("[\"sha256:" + "0".repeat(64) + "\"]"));
      return record;
    }
  }

  /** A record with an id that is right for its content. */
  private static String signed(JsonNode record) {
    ObjectNode content = record.deepCopy();
    content.remove("id");
    String id =
        Hashing.sha256()
            .hashString(TfmJson.writeCanonical(content), StandardCharsets.UTF_8)
            .toString();
    return content.put("id", "sha256:" + id).toString();
  }

  @Property(tries = 20, seed = SEED, shrinking = ShrinkingMode.OFF)
  void answersInWords(@ForAll("hostile") String hostile) throws IOException {
    String packs = pack("answers", "");
    String document =
        """
        { "offering": { "hub": "here", "type": "reading-group", "year": "2022/23" },
          "school": { "urn": 900001 }, "answers": { "books": [ "PERSUASION%s" ], "wish": "x%s" } }
        """;
    String bad = document.formatted(json(hostile), json(hostile));
    String good = document.formatted(json(harmless(hostile)), json(harmless(hostile)));
    Run run = same(bad, good, "assess", "FILE", "--full", "--packs", packs);
    assertThat(run.out()).contains("persuasion");
    same(bad, good, "assess", "FILE", "--json", "--packs", packs);
  }

  private static String json(String text) {
    String quoted = TfmJson.write(text);
    return quoted.substring(1, quoted.length() - 1);
  }

  private static String pack(String name, String mark) throws IOException {
    Path pack = Files.createDirectories(folder.resolve(name).resolve("here"));
    Files.writeString(pack.resolve("publisher.yaml"), QUESTIONS.replace("MARK", mark));
    Files.writeString(pack.resolve("reading-group.drl"), RULES.replace("MARK", mark));
    return folder.resolve(name).toString();
  }

  @Property(tries = 12, seed = SEED, shrinking = ShrinkingMode.OFF)
  void textsOfPacksAreNoMarkup(@ForAll("hostile") String hostile, @ForAll("hostile") String further)
      throws IOException {
    String mark = harmless(hostile + further).replace("\"", "").replace("\\", "");
    String link =
        "[terms](https://example.org/x) ![](https://example.org/y) <b>www.example.org</b>";
    String before = pack("before", "");
    String after = folder.resolve("after").toString();
    pack("after", mark);
    Path rules = Path.of(after, "here", "reading-group.drl");
    Files.writeString(rules, RULES.replace("MARK", mark + " " + link), StandardCharsets.UTF_8);
    Run run =
        tfm(
            "diff",
            "here/reading-group/2022-23",
            "--packs-before",
            before,
            "--packs-after",
            after,
            "--markdown");
    assertThat(run.err()).isEmpty();
    isClean(run.out());
    assertThat(run.out()).contains("example");
    assertThat(run.out()).doesNotContainPattern("(?<!\\\\)\\[").doesNotContain("://", "www.");
    assertThat(run.out()).doesNotContain("<", "@");
    run.out()
        .lines()
        .filter(line -> line.startsWith("|"))
        .forEach(line -> assertThat(line.split("(?<!\\\\)\\|", -1)).hasSizeBetween(5, 8));
    isClean(tfm("terms", "here", "reading-group", "2022/23", "--packs", after).out());
  }

  @Property(tries = 20, seed = SEED, shrinking = ShrinkingMode.OFF)
  void namesInAJourneyAndInTheListOfHubs(@ForAll("hostile") String hostile) {
    String document =
        """
        { "offering": { "hub": "boolean", "type": "primary-development", "year": "2024/25" },
          "school": { "urn": 900001, "name": "%s%s" }, "history": [] }
        """;
    String line = "Next year (2025/26)\u00a0- Primary Mastery Development: YES.";
    for (String name : List.of("", "a".repeat(94) + " " + line)) {
      String bad = document.formatted(name, json(hostile));
      String good = document.formatted(name, json(harmless(hostile)));
      Run run = same(bad, good, "journey", "FILE", "--sources");
      assertThat(run.out().lines().filter(one -> one.startsWith("Next year"))).hasSize(1);
      same(bad, good, "journey", "FILE", "--json");
      Run hubs = tfm("hubs", "--area", name + hostile);
      isClean(hubs.out());
      assertThat(hubs.out().lines()).noneMatch(one -> one.startsWith("Next year"));
    }
  }

  @Property(tries = 20, seed = SEED, shrinking = ShrinkingMode.OFF)
  void textsOfPacksThatAreNotVisibleAreRefused(@ForAll("hostile") String hostile)
      throws IOException {
    String mark = hostile.replaceAll("[\"\\\\]", "");
    Path pack = Files.createDirectories(folder.resolve("bad"));
    Files.writeString(pack.resolve("publisher.yaml"), QUESTIONS.replace("MARK", ""));
    Files.writeString(pack.resolve("reading-group.drl"), RULES.replace("MARK", mark));
    boolean isVisible = harmless(mark).equals(mark);
    for (String command : List.of("check", "test", "mutate")) {
      Run run = tfm(command, pack.toString());
      isClean(run.out());
      isClean(run.err());
      assertThat(run.exitCode() != 2 || !isVisible).isTrue();
    }
    Run offered = tfm("offerings", "--packs", pack.toString());
    assertThat(offered.exitCode() == 2).isEqualTo(!isVisible);
  }

  @Property(tries = 20, seed = SEED, shrinking = ShrinkingMode.OFF)
  void namesOfCases(@ForAll("hostile") String hostile) throws IOException {
    String packs = pack("cases", "");
    Path cases = Path.of(packs, "here", "reading-group.cases.yaml");
    String text =
        """
        offering: { hub: here, type: reading-group, year: 2022/23 }
        typical: { application: { school: { urn: 900001 } } }
        cases: [ { name: "x%s", application: {}, expect: { verdict: "YES" } } ]
        """;
    Files.writeString(cases, text.formatted(json(harmless(hostile))));
    Run good = tfm("test", packs);
    Files.writeString(cases, text.formatted(json(hostile)));
    Run bad = tfm("test", packs);
    isClean(bad.out());
    isClean(bad.err());
    boolean isVisible = harmless(hostile).equals(hostile);
    assertThat(bad.exitCode()).isEqualTo(isVisible ? good.exitCode() : 2);
    assertThat(bad.err().lines()).hasSize(isVisible ? 0 : 1);
  }

  @Property(tries = 30, seed = SEED, shrinking = ShrinkingMode.OFF)
  void argumentsAndNamesOfFilesThatAreNotThere(@ForAll("hostile") String hostile) {
    Stream.of(
            List.of("MARK"),
            List.of("assess", "MARK"),
            List.of("assess", "FILE", "--MARK"),
            List.of("assess", "FILE", "--on", "MARK"),
            List.of("ask", "FILE", "--document", "MARK"),
            List.of("explain", "MARK"),
            List.of("replay", "MARK", "--archive", "MARK"),
            List.of("terms", "MARK", "primary-development", "2022/23"),
            List.of("terms", "cheshire-wirral", "MARK", "2022/23"),
            List.of("terms", "cheshire-wirral", "primary-development", "MARK"),
            List.of("offerings", "--packs", "MARK"),
            List.of("schema", "MARK"),
            List.of("batch", "MARK", "-"),
            List.of("batch", "FILE", "MARK", "--in-format", "jsonl", "--out-format", "MARK"),
            List.of("screen", "MARK", "--hub", "boolean", "--year", "2024/25"),
            List.of("screen", "FILE", "--hub", "MARK", "--year", "MARK"),
            List.of("diff", "MARK", "a/b/MARK", "--on", "MARK"),
            List.of("impact", "--applications", "MARK"),
            List.of("check", "MARK", "--stale-on", "MARK"),
            List.of("test", "MARK"),
            List.of("mutate", "MARK"),
            List.of("compile", "MARK", "MARK"),
            List.of("new-pack", "MARK", "--hub", "MARK", "--name", "a", "--year", "MARK"))
        .forEach(
            command -> {
              Run bad = run("{}", marked(command, hostile));
              Run good = run("{}", marked(command, harmless(hostile)));
              isClean(bad.out());
              isClean(bad.err());
              assertThat(bad.err().lines())
                  .as(bad.err())
                  .hasSameSizeAs(good.err().lines().toList());
            });
  }

  private static String[] marked(List<String> command, String mark) {
    return command.stream().map(word -> word.replace("MARK", mark)).toArray(String[]::new);
  }

  @Property(tries = 12, seed = SEED, shrinking = ShrinkingMode.OFF)
  void namesOfFiles(@ForAll("names") String name) throws IOException {
    Path here = Files.createTempDirectory(folder, "names");
    Path applications = Files.createDirectory(here.resolve("in" + name));
    Path application = applications.resolve(name + ".json");
    Files.writeString(application, TfmJson.write(tree(application())));
    Path jsonl = Files.copy(application, here.resolve(name + ".jsonl"));
    Path records = here.resolve("records" + name);
    Run kept = tfm("assess", application.toString(), "--record", records.toString());
    isClean(kept.out());
    assertThat(kept.out().lines().filter(line -> line.startsWith("Saved: "))).hasSize(1);
    assertThat(kept.out().lines()).noneMatch(line -> line.startsWith("0 errors"));
    String record;
    try (Stream<Path> files = Files.list(records)) {
      record = files.findFirst().orElseThrow().toString();
    }
    Run table = tfm("batch", jsonl.toString(), "-", "--out-format", "csv");
    isTable(table.out());
    assertThat(table.out().lines()).hasSize(2);
    Run rows = tfm("batch", jsonl.toString(), "-");
    assertThat(rows.out().lines()).hasSize(1);
    assertThat(tree(rows.out()).path("file").asText()).isEqualTo(name + ".jsonl");
    Path packs = here.resolve("pack" + name);
    for (Run run :
        List.of(
            kept,
            table,
            rows,
            tfm("replay", record),
            tfm("replay", record, record),
            tfm("impact", "--applications", applications.toString()),
            tfm("assess", records.toString()),
            tfm("new-pack", packs.toString(), "--hub", "a", "--name", "A", "--year", "2022/23"),
            tfm("check", packs.toString()),
            tfm("test", packs.toString()),
            tfm("compile", packs.toString(), here.resolve("out" + name).toString()))) {
      isClean(run.out());
      isClean(run.err());
      assertThat(run.out().lines()).noneMatch(line -> line.startsWith("Verdict: FORGED"));
    }
  }

  /** Names that a file can have; in the letters of every encoding. */
  @Provide
  Arbitrary<String> names() {
    return Arbitraries.of(
        "a\nVerdict: FORGED", "=1+1", "\u001b[2J", "\r", "a\t", "\u007f", "@SUM(A1)", "-1\n-2");
  }

  @Property(tries = 30, seed = SEED, shrinking = ShrinkingMode.OFF)
  void namesOfSchoolsInTheRegister(
      @ForAll("hostile") String hostile, @ForAll("formulas") String formula) throws IOException {
    List<String> lines = Files.readString(REGISTER).lines().limit(2).toList();
    String plain = String.join("\n", lines) + "\n";
    String name = "\"" + (formula + hostile).replace("\"", "\"\"") + "\"";
    Run run =
        same(
            plain.replace("Ash Lane Primary School", name),
            plain,
            "screen",
            "FILE",
            "--hub",
            "cheshire-wirral",
            "--year",
            "2022/23");
    assertThat(run.exitCode()).isZero();
    isTable(run.out());
  }

  /** Whether no cell of a table is harmful, or starts a formula. */
  private static void isTable(String csv) {
    isClean(csv);
    CsvReader.builder()
        .ofCsvRecord(csv)
        .forEach(
            row ->
                assertThat(row.getFields())
                    .noneMatch(cell -> "=+-@＝＋－＠".indexOf((cell.strip() + " ").charAt(0)) >= 0));
  }
}
