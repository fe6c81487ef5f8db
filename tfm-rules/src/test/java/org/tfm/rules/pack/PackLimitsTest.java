package org.tfm.rules.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tfm.model.problem.InvalidInputException;

/** The limits on the size of a pack. */
class PackLimitsTest {

  private static String rules(int from, int count) {
    return IntStream.range(from, from + count)
        .mapToObj(
            i -> SmallPacks.rule("r" + i, "terms.provision(\"r" + i + "\").that(\"it is so\");"))
        .collect(Collectors.joining());
  }

  private static PackFiles pack(int rulesOfTheLastFile) {
    Map<String, String> files = new LinkedHashMap<>();
    files.put(
        PackFiles.PUBLISHER,
        SmallPacks.PUBLISHER.replace(
            "offers: [primary-development]", "offers: [primary-development, one, two]"));
    files.put("primary-development.drl", SmallPacks.PACKAGE + rules(0, 500));
    files.put(
        "one.drl", SmallPacks.PACKAGE.replace("primary_development", "one") + rules(500, 399));
    files.put(
        "two.drl",
        SmallPacks.PACKAGE.replace("primary_development", "two")
            + rules(2_000, rulesOfTheLastFile));
    return PackFiles.of("folder", files);
  }

  @Test
  void aPackHasAtMostNineHundredRules() {
    assertThat(Pack.parse(pack(1)).rules()).hasSize(900);
    assertThatThrownBy(() -> Pack.parse(pack(2)))
        .hasMessage("folder: the pack has 901 rules; expected at most 900");
  }

  @Test
  void aPackOffersAtMostAHundredTypes() {
    String types =
        IntStream.rangeClosed(1, 101).mapToObj(i -> "t" + i).collect(Collectors.joining(", "));
    String publisher = SmallPacks.PUBLISHER.replace("[primary-development]", "[" + types + "]");
    assertThatThrownBy(() -> Pack.parse(SmallPacks.files(publisher, SmallPacks.PACKAGE)))
        .hasMessageContaining("`offers` has 101 types; expected at most 100");
    assertThat(
            Pack.parse(SmallPacks.files(publisher.replace(", t101", ""), SmallPacks.PACKAGE))
                .publisher()
                .offers())
        .hasSize(100);
  }

  private static String refusal(String rules) {
    return String.valueOf(
        catchThrowableOfType(
                InvalidInputException.class,
                () ->
                    Pack.parse(SmallPacks.files(SmallPacks.PUBLISHER, SmallPacks.PACKAGE + rules)))
            .getMessage());
  }

  private static List<PackRule> accepted(String rules) {
    return Pack.parse(SmallPacks.files(SmallPacks.PUBLISHER, SmallPacks.PACKAGE + rules)).rules();
  }

  @Test
  void aNumberHasAtMostNineDigits() {
    String people = "terms.commitment(\"a\").must(leadParticipants().isAtLeast(%d));";
    assertThat(accepted(SmallPacks.rule("many", people.formatted(999_999_999)))).hasSize(1);
    assertThat(refusal(SmallPacks.rule("many", people.formatted(1_000_000_000))))
        .contains("`1000000000` is not a number, or is too long");
  }

  private static String comparing(int words) {
    return SmallPacks.rule(
        "wide",
        "SchoolKind( "
            + IntStream.range(1, words)
                .mapToObj(i -> i % 2 == 0 ? "special" : "phase == PRIMARY")
                .collect(Collectors.joining(" || "))
            + " )",
        "terms.withdraw(\"a\");");
  }

  @Test
  void aRuleComparesWithAtMostAHundredWords() {
    assertThat(refusal(comparing(101)))
        .isEqualTo(
            "folder/primary-development.drl:2:1: the rule compares with 101 words; expected at"
                + " most 100. Split it into several rules");
    assertThat(
            Pack.parse(SmallPacks.files(SmallPacks.PUBLISHER, SmallPacks.PACKAGE + comparing(100)))
                .rules())
        .hasSize(1);
  }

  @Test
  void negatedConditionsAreComparedToo() {
    String negated =
        comparing(101).replace("SchoolKind( ", "SchoolKind( !(").replace(" )\nthen", ") )\nthen");
    assertThat(refusal(negated)).contains("the rule compares with 101 words");
  }

  @Test
  void theRulesOfAPackAreAtMostSoMuchToCompile() {
    // A hundred comparisons, the rule, and `terms`, `withdraw` and its text.
    int each = 100 * 11 + 15 + 3;
    int most = 28_000 / each;
    String many =
        IntStream.range(0, most)
            .mapToObj(i -> comparing(100).replace("\"wide\"", "\"wide-" + i + "\""))
            .collect(Collectors.joining());
    assertThat(accepted(many)).hasSize(most);
    assertThat(refusal(many + comparing(100)))
        .isEqualTo(
            "folder: the rules of the pack are too much to compile: "
                + (most + 1) * each
                + " words of then-parts, where a comparison counts as 11 and a rule as 15; expected"
                + " at most 28000. Split the pack into several");
  }

  @Test
  void manyConditionsAreHandedToTheEngineAsAShallowTree() {
    String source =
        Pack.parse(SmallPacks.files(SmallPacks.PUBLISHER, SmallPacks.PACKAGE + comparing(100)))
            .engineSource()
            .getOrDefault("primary-development.drl", "");
    assertThat(source.lines().filter(line -> line.contains("SchoolKind(")).findFirst())
        .hasValueSatisfying(
            line -> {
              assertThat(line.split(" \\|\\| ", -1)).hasSize(99);
              for (String row : line.split("[()]", -1)) {
                assertThat(row.split(" \\|\\| ", -1)).hasSizeLessThanOrEqualTo(17);
              }
            });
  }

  @Test
  void aSentenceAndItsBracketsHaveAnEnd() {
    assertThat(
            refusal(
                SmallPacks.rule("long", "terms.grant(\"a\")" + ".perSchool()".repeat(60) + ";")))
        .contains("a sentence has at most 60 words joined by `.`");
    assertThat(
            refusal(
                SmallPacks.rule("long", "terms.grant(\"a\")" + ".perSchool()".repeat(59) + ";")))
        .contains("unexpected `perSchool`")
        .doesNotContain("a sentence has at most");
    assertThat(
            refusal(
                SmallPacks.rule(
                    "deep",
                    "terms.eligibility(\"a\").must("
                        + "not(".repeat(5_000)
                        + "special().isConfirmed()"
                        + ")".repeat(5_000)
                        + ");")))
        .contains("brackets are nested too deeply");
    assertThat(
            refusal(
                SmallPacks.rule(
                    "deep",
                    "SchoolKind( " + "!".repeat(5_000) + "special )",
                    "terms.withdraw(\"a\");")))
        .contains("brackets are nested too deeply");
    String twelve =
        SmallPacks.rule(
            "deep", "SchoolKind( " + "!".repeat(12) + "special )", "terms.withdraw(\"a\");");
    assertThat(accepted(twelve)).hasSize(1);
    assertThat(refusal(twelve.replace("special", "!special")))
        .contains("brackets are nested too deeply");
    assertThat(
            refusal(
                SmallPacks.rule(
                    "long",
                    "terms.eligibility(\"a\").must(allOf("
                        + "special().isConfirmed(), ".repeat(1_000)
                        + "special().isConfirmed()));")))
        .contains("the rule is longer than 2000 words");
    assertThat(accepted(words(2_000))).hasSize(1);
    assertThat(refusal(words(2_001))).contains("the rule is longer than 2000 words");
  }

  /** A rule of this many words: 20 of its own, 7 for each statement, and the rest negations. */
  private static String words(int number) {
    return SmallPacks.rule(
        "long",
        "SchoolKind( " + "!".repeat((number - 20) % 7) + "special )",
        "terms.withdraw(\"a\");".repeat((number - 20) / 7));
  }

  @Test
  void aPackHasAtMostFiveHundredFilesAndTwentyMegabytes() {
    Map<String, String> many =
        IntStream.rangeClosed(0, 500)
            .boxed()
            .collect(Collectors.toMap(i -> "t" + i + ".cases.yaml", i -> ""));
    assertThatThrownBy(() -> PackFiles.of("folder", many))
        .hasMessage("folder: the folder has more than 500 files");
    many.remove("t500.cases.yaml");
    assertThat(PackFiles.of("folder", many).texts()).hasSize(500);
    String megabyte = " ".repeat(1_000_000);
    Map<String, String> large =
        IntStream.range(0, 20)
            .boxed()
            .collect(Collectors.toMap(i -> "t" + i + ".cases.yaml", i -> megabyte));
    assertThat(PackFiles.of("folder", large).texts()).hasSize(20);
    large.put("one-more.cases.yaml", " ");
    assertThatThrownBy(() -> PackFiles.of("folder", large))
        .hasMessage("folder: the files of the pack are larger than 20 megabytes in total");
    assertThatThrownBy(() -> PackFiles.of("folder", Map.of("a.drl", megabyte + " ")))
        .hasMessage("folder/a.drl: the file is larger than a megabyte");
  }

  @Test
  void publisherTextCannotFakeALine() {
    String faked = SmallPacks.PUBLISHER.replace("title: Flyer", "title: \"Fl\\e[2Jyer\"");
    assertThatThrownBy(() -> Pack.parse(SmallPacks.files(faked, SmallPacks.PACKAGE)))
        .hasMessage(
            "folder/publisher.yaml:9: `sources.flyer.title` contains an escape (U+001B). Delete it");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name",
        "sources.flyer.title",
        "sources.flyer.publisher",
        "sources.flyer.year",
        "sources.flyer.flaws",
        "facts.tea.label",
        "facts.tea.question",
        "facts.tea.unit",
        "facts.cake.choices"
      })
  void noTextThatPeopleSeeCanFakeALine(String key) {
    String mark = "MARK";
    String publisher =
        """
        language: 1
        hub: river-hub
        name: River {name}
        year: 2022/23
        offers: [primary-development]
        sources:
          flyer:
            title: Flyer {sources.flyer.title}
            publisher: River {sources.flyer.publisher}
            year: Autumn {sources.flyer.year}
            flaws: Torn {sources.flyer.flaws}
            last-checked: 2026-11-22
        facts:
          tea:
            kind: number
            label: the tea {facts.tea.label}
            question: How much tea? {facts.tea.question}
            unit: cup {facts.tea.unit}
          cake:
            kind: choice
            label: the cake
            question: Which cake?
            choices: [PLAIN, "RICH {facts.cake.choices}"]
        """
            .replace("{" + key + "}", mark)
            .replaceAll(" \\{[a-z.]+\\}", "");
    PackFiles plain = SmallPacks.files(publisher.replace(mark, ""), SmallPacks.PACKAGE);
    assertThat(Pack.parse(plain).publisher().facts()).containsOnlyKeys("tea", "cake");
    String faked =
        publisher.replaceFirst("(.*: (?:\\[PLAIN, )?)\"?([^\"\n]*)MARK\"?", "$1\"$2\\\\u202E\"");
    assertThat(faked).contains("\\u202E\"");
    assertThatThrownBy(() -> Pack.parse(SmallPacks.files(faked, SmallPacks.PACKAGE)))
        .hasMessageMatching(
            "folder/publisher.yaml:[0-9]+: `%s` contains a right-to-left override \\(U\\+202E\\). Delete it"
                .formatted(key));
  }

  private static String withPlaces(String title, String place, String reading) {
    return SmallPacks.PUBLISHER.replace("language: 1", "language: 2")
        + """
        types:
          firm-foundations: { title: "Firm %s" }
        area: { cites: "flyer: map", local-authorities: ["Kent %s"] }
        journey:
          - { type: firm-foundations, starts: true, cites: "flyer: road", reading: "so %s" }
        """
            .formatted(title, place, reading);
  }

  @Test
  void noTextOfAPublisherIsLongerThanSixHundredCharacters() {
    String plain = withPlaces("x".repeat(595), "x".repeat(595), "x".repeat(597));
    assertThat(Pack.parse(SmallPacks.files(plain, SmallPacks.PACKAGE)).publisher().journey())
        .hasSize(1);
    String long1 = withPlaces("x".repeat(596), "x".repeat(596), "x".repeat(598));
    assertThatThrownBy(() -> Pack.parse(SmallPacks.files(long1, SmallPacks.PACKAGE)))
        .hasMessageContaining("`area` has a text of 601 characters; expected at most 600")
        .hasMessageContaining("`journey[0].reading` has a text of 601 characters")
        .hasMessageContaining("`types.firm-foundations.title` has a text of 601 characters");
  }

  @Test
  void noPlaceAndNoReadingCanFakeALine() {
    String faked = withPlaces("\\u202E", "\\u202E", "\\u202E");
    assertThatThrownBy(() -> Pack.parse(SmallPacks.files(faked, SmallPacks.PACKAGE)))
        .hasMessageContaining("`area` contains a right-to-left override (U+202E). Delete it")
        .hasMessageContaining("`journey[0].reading` contains a right-to-left override")
        .hasMessageContaining("`types.firm-foundations.title` contains a right-to-left override");
  }

  @ParameterizedTest
  @CsvSource({
    "202E, a right-to-left override (U+202E). Delete it",
    "2028, a line separator (U+2028). Replace it with a space",
    "2029, a paragraph separator (U+2029). Replace it with a space",
    "E0041, a tag latin capital letter a (U+E0041). Delete it",
    "200B, a zero width space (U+200B). Delete it"
  })
  void noFileOfAPackHidesACharacter(String code, String problem) {
    String hidden = Character.toString(Integer.parseInt(code, 16));
    String publisher = SmallPacks.PUBLISHER.replace("title: Fl", "title: Fl" + hidden);
    assertThatThrownBy(() -> Pack.parse(SmallPacks.files(publisher, SmallPacks.PACKAGE)))
        .hasMessage("folder/publisher.yaml: line 9, column 14: the line contains " + problem);
    String comment = SmallPacks.PUBLISHER + "# a" + hidden + "\n";
    assertThatThrownBy(() -> Pack.parse(SmallPacks.files(comment, SmallPacks.PACKAGE)))
        .hasMessageContaining("column 4: the line contains " + problem);
    String rules =
        SmallPacks.PACKAGE
            + SmallPacks.rule("tea", "terms.provision(\"tea\").that(\"tea" + hidden + "\");");
    assertThatThrownBy(() -> Pack.parse(SmallPacks.files(SmallPacks.PUBLISHER, rules)))
        .hasMessageContaining("a text contains " + problem);
  }
}
