package org.tfm.rules.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;
import org.tfm.rules.book.PolicyBook;

/** The full messages that a pack author reads after common mistakes. */
class RuleFileMessagesTest {

  private static final String GOOD =
      """
      package river_hub.y2022_23.primary_development

      rule "phase"
          @Cites("flyer: who can apply")
      when
          Offering( type == "primary-development" )
          SchoolKind( special )
      then
          terms.eligibility("phase").must(phase().is(PRIMARY));
      end
      """;

  private static List<String> messages(PackFiles files) {
    InvalidInputException refused =
        catchThrowableOfType(
            InvalidInputException.class, () -> PolicyBook.builder().files(files).build());
    assertThat(refused).isNotNull();
    List<String> messages = refused.problems().stream().map(Problem::toString).toList();
    assertThat(messages)
        .allSatisfy(
            message ->
                assertThat(message)
                    .doesNotContainPattern("org\\.|java\\.|(?i)drools|Exception|``"));
    return messages;
  }

  private static String changed(String text, String from, String to) {
    assertThat(text).contains(from);
    return text.replace(from, to);
  }

  /** Asserts the messages for the valid rule file with one change. */
  private static void mistake(String from, String to, String... expected) {
    assertThat(messages(SmallPacks.files(SmallPacks.PUBLISHER, changed(GOOD, from, to))))
        .containsExactly(
            Stream.of(expected)
                .map(line -> "folder/primary-development.drl:" + line)
                .toArray(String[]::new));
  }

  /** Asserts the messages for the valid publisher.yaml with one change. */
  private static void publisherMistake(String from, String to, String... expected) {
    assertThat(
            messages(SmallPacks.files(changed(SmallPacks.PUBLISHER, from, to), GOOD)).stream()
                .map(text -> text.replaceFirst("publisher.yaml:[0-9]+: ", "publisher.yaml: ")))
        .containsExactly(
            Stream.of(expected)
                .map(line -> "folder/publisher.yaml: " + line)
                .toArray(String[]::new));
  }

  @Test
  void aTypoInAPropertyIsNamedWithTheNearestOne() {
    mistake(
        "special",
        "specail",
        "7:17: unknown property `specail` of a `SchoolKind`. Maybe `special`?");
  }

  @Test
  void aPropertyFarFromAllListsThem() {
    mistake(
        "special",
        "hub == \"x\"",
        "7:17: unknown property `hub` of a `SchoolKind`. Expected one of `special`, `mainstream`, `phase`, `establishmentType`, `country`, `funding`");
  }

  @Test
  void hubAndYearAreNoPropertiesOfAnOffering() {
    mistake(
        "type ==",
        "hub ==",
        "6:15: unknown property `hub` of an `Offering`; expected `type`. The pack sets the hub and the year");
  }

  @Test
  void aTypoInAConstantOfTheThenPart() {
    mistake("PRIMARY", "PRIMRAY", "9:48: unknown word `PRIMRAY`. Maybe `PRIMARY`?");
  }

  @Test
  void aTypoInAConstantOfTheWhenPart() {
    mistake(
        "special",
        "phase in (PRIMARY, SECONDRY)",
        "7:36: unknown phase `SECONDRY`. Maybe `SECONDARY`?");
  }

  @Test
  void aTypoInAWordOfTheVocabulary() {
    mistake("phase()", "phse()", "9:37: unknown word `phse`. Maybe `phase`?");
  }

  @Test
  void aYearOutsideTheProgrammeCanBeInNoHistory() {
    mistake(
        "phase().is(PRIMARY)",
        "participationIn(\"1817/18\").includesAny(\"lesson-design\")",
        "9:53: `1817` is not a year of the programme; expected 1990 to 2098");
  }

  @Test
  void anInvalidYearIsReportedWithItsPlace() {
    mistake(
        "phase().is(PRIMARY)",
        "participationIn(\"2017\").includesAny(\"lesson-design\")",
        "9:53: `2017` is not an academic year; expected one such as `2022/23`");
  }

  @Test
  void aDayThatIsNoneIsReportedWithItsPlace() {
    String expected = "expected a day such as `2025-05-23`, or a time such as `2025-05-23 17:00`";
    for (String day : List.of("27 May 2022", "27/05/2022", "2022-02-30", "2022-05-27T17:00")) {
      mistake(
          "phase().is(PRIMARY)",
          "submitted().isBy(\"" + day + "\")",
          "9:54: `\"" + day + "\"` is not a day; " + expected);
    }
    mistake(
        "phase().is(PRIMARY)",
        "submitted().isBetween(\"2022-05-27\", \"x\")",
        "9:73: `\"x\"` is not a day; " + expected);
  }

  @Test
  void aDayIsComparedWithADayAndNothingElseIs() {
    mistake(
        "phase().is(PRIMARY)",
        "submitted().isBy(27)",
        "9:49: `isBy` does not take a whole number. Expected a text");
    mistake(
        "phase().is(PRIMARY)",
        "submitted().isAtMost(27)",
        "3: in the rule `phase`, `submitted()` is a day; expected `isBy`, `isFrom` or `isBetween` with days");
    mistake(
        "phase().is(PRIMARY)",
        "phase().isBy(\"2022-05-27\")",
        "3: in the rule `phase`, `phase()` is one word; expected `is` or `in`");
    mistake(
        "phase().is(PRIMARY)",
        "submitted().isBetween(\"2022-05-27\", \"2022-05-26\")",
        "3: in the rule `phase`, no day is from `2022-05-27` and by `2022-05-26`");
    mistake(
        "phase().is(PRIMARY)",
        "ifThen(phase().is(PRIMARY))",
        "9:37: `ifThen` does not take a criterion. Expected two criteria");
  }

  @Test
  void aYearAfterThatOfThePackCanBeInNoHistory() {
    mistake(
        "phase().is(PRIMARY)",
        "participationIn(\"2023/24\").includesAny(\"lesson-design\")",
        "9:53: `\"2023/24\"` is after the year of the pack; expected `2022/23` or an earlier year");
  }

  @Test
  void aPackForAnyYearMayAskForEveryYear() {
    String rule =
        SmallPacks.rule(
            "asks",
            "terms.eligibility(\"x\")"
                + ".must(participationIn(\"2098/99\").includesAny(\"lesson-design\"));");
    assertThat(
            PolicyBook.builder().files(SmallPacks.files("river-hub", "", "", rule)).build().packs())
        .hasSize(1);
  }

  @Test
  void aBlankThatIsNoSpaceIsNamed() {
    mistake(
        "phase().is(PRIMARY)",
        "phase().is(\u00A0PRIMARY)",
        "9:48: unexpected character: a no-break space (U+00A0). Replace it with a space");
    mistake(
        "\"phase\")",
        "\"prior\u00A0place\")",
        "3: in the rule `phase`, `prior\u00A0place` is not a term id; expected lower-case words joined"
            + " by hyphens; it contains a no-break space (U+00A0) at position 6");
    mistake(
        "flyer: who can apply",
        "flyer: \u00A0",
        "4:12: the citation names no place in the source. Write `\"source: place in it\"`");
  }

  @Test
  void aTypoInACallOnTerms() {
    mistake(
        "terms.eligibility",
        "terms.eligability",
        "9:11: unexpected word `eligability`. Maybe `eligibility`?");
  }

  @Test
  void aCallOnTermsFarFromAllListsThem() {
    assertThat(
            messages(
                SmallPacks.files(
                    SmallPacks.PUBLISHER, changed(GOOD, "terms.eligibility(", "terms.whatever("))))
        .singleElement()
        .asString()
        .startsWith(
            "folder/primary-development.drl:9:11: unexpected word `whatever`."
                + " Expected one of `")
        .contains("`answer`", "`eligibility`", "`withdraw`");
  }

  @Test
  void aTypoInTerms() {
    mistake("terms.", "term.", "9:5: unexpected `term`; expected `terms` or `end`. Maybe `terms`?");
  }

  @Test
  void aWordThatBelongsToAnotherSortOfTermNamesThatSort() {
    mistake(
        "eligibility(",
        "grant(",
        "9:26: unexpected word `must`. Only a requirement or an undertaking has `must`");
  }

  @Test
  void aTypoInAnAnnotation() {
    mistake(
        "@Cites",
        "@Cite",
        "4:11: unknown annotation `@Cite`. Maybe `Cites`?",
        "3:6: the rule `\"phase\"` has no citation. Add `@Cites(\"source: place\")`");
  }

  @Test
  void aTypoInASourceId() {
    mistake("flyer:", "flier:", "4:12: publisher.yaml has no source `flier`. Maybe `flyer`?");
  }

  @Test
  void aTypoInTheTypeOfWorkGroup() {
    mistake(
        "== \"primary-development\"",
        "== \"primary-developmnet\"",
        "6:23: this pack does not offer the type `\"primary-developmnet\"`. Maybe `primary-development`?");
  }

  @Test
  void aTypoInTheTypeOfFact() {
    mistake(
        "Offering(",
        "Ofering(",
        "6:5: unexpected `Ofering`; expected `Offering` or `SchoolKind`. Maybe `Offering`?");
  }

  @Test
  void aTypoInPackage() {
    mistake("package", "pakage", "1:1: unexpected `pakage`; expected `package`. Maybe `package`?");
  }

  @Test
  void aTypoInRule() {
    mistake(
        "rule \"phase\"", "rul \"phase\"", "3:1: unexpected `rul`; expected `rule`. Maybe `rule`?");
  }

  @Test
  void aTypoInThen() {
    mistake(
        "then\n",
        "than\n",
        "8:1: unexpected `than`; expected `Offering(…)`, `SchoolKind(…)` or `then`. Maybe `then`?");
  }

  @Test
  void aTypoInEnd() {
    mistake("end\n", "ned\n", "10:1: unexpected `ned`; expected `terms` or `end`. Maybe `end`?");
  }

  @Test
  void aMissingBracketInTheThenPart() {
    mistake("PRIMARY));", "PRIMARY);", "9:56: unexpected `;`; expected `)`");
  }

  @Test
  void aMissingBracketInTheWhenPart() {
    mistake("special", "!(special", "8:1: unexpected `then`; expected `)`");
  }

  @Test
  void aMissingSemicolon() {
    mistake("));", "))", "10:1: unexpected `end`; expected `;`");
  }

  @Test
  void aMissingEndAtTheEndOfTheFile() {
    mistake("end\n", "", "10:1: unexpected end of the file; expected `terms` or `end`");
  }

  @Test
  void aMissingEndBeforeTheNextRule() {
    mistake(
        "end\n",
        "rule \"two\"\n    @Cites(\"flyer: page 2\")\nwhen\n    Offering()\nthen\n    terms.provision(\"focus\").that(\"it is laid on\");\nend\n",
        "10:1: unexpected `rule`; expected `terms` or `end`");
  }

  @Test
  void anEndTooMany() {
    mistake("end\n", "end\nend\n", "11:1: unexpected `end`; expected `rule`");
  }

  @Test
  void aMissingQuote() {
    mistake(
        "apply\")",
        "apply)",
        "4:12: a text starts with `\"` but has no closing `\"` on the same line",
        "5:1: unexpected `when`; expected `)`");
  }

  @Test
  void aMissingThen() {
    mistake(
        "then\n", "", "8:5: unexpected `terms`; expected `Offering(…)`, `SchoolKind(…)` or `then`");
  }

  @Test
  void aMissingWhen() {
    mistake("when\n", "", "5:5: unexpected `Offering`; expected `when`");
  }

  @Test
  void oneEqualsSignForTwo() {
    mistake("==", "=", "6:20: unexpected `=`; expected `==`. Maybe `==`?");
  }

  @Test
  void aTextForANumber() {
    mistake(
        "phase().is(PRIMARY)",
        "leadParticipants().isAtLeast(\"2\")",
        "9:56: `isAtLeast` does not take a text. Expected a whole number or a time such as `days(10)` or a length such as `hours(3)`");
  }

  @Test
  void aFractionForAWholeNumber() {
    mistake(
        "phase().is(PRIMARY)",
        "leadParticipants().isAtLeast(2.5)",
        "9:56: `isAtLeast` does not take a number with a fraction. Expected a whole number or a time such as `days(10)` or a length such as `hours(3)`");
  }

  @Test
  void aNegativeNumber() {
    mistake("phase().is(PRIMARY)", "leadParticipants().isAtLeast(-2)", "9:66: unexpected `-`");
  }

  @Test
  void aNumberThatStartsWithAZero() {
    mistake(
        "phase().is(PRIMARY)",
        "leadParticipants().isAtLeast(010)",
        "9:66: `010` starts with a zero. Remove the zero");
  }

  @Test
  void aWordInQuotesInTheWhenPart() {
    mistake(
        "special",
        "phase == \"PRIMARY\"",
        "7:26: `\"PRIMARY\"` cannot be compared with `phase`. Write it without quotes");
  }

  @Test
  void aTypeWithoutQuotes() {
    mistake(
        "\"primary-development\"",
        "primary-development",
        "6:30: unexpected `-`. Is a quote missing?",
        "6:31: unexpected `development`; expected `)`");
  }

  @Test
  void quotesOfAWordProcessor() {
    mistake(
        "rule \"phase\"",
        "rule “phase”",
        "3:6: unexpected `“`. Maybe `\"`?",
        "3:12: unexpected `”`. Maybe `\"`?",
        "3:7: unexpected `phase`; expected the name of the rule in quotes");
  }

  @Test
  void aYesNoPropertyThatIsCompared() {
    mistake(
        "special",
        "special == true",
        "7:17: `special` is a yes/no property. Write `special` or `!special`");
  }

  @Test
  void aPropertyWithWordsThatIsNotCompared() {
    mistake(
        "special",
        "phase",
        "7:17: `phase` is not a yes/no property. Compare it, as in `phase == NURSERY`");
  }

  @Test
  void aCitationWithoutAPlace() {
    mistake(
        ": who can apply",
        "",
        "4:12: the citation names no place in the source. Write `\"source: place in it\"`");
  }

  @Test
  void aCitationWithAnEmptyPlace() {
    mistake(
        "who can apply",
        "  ",
        "4:12: the citation names no place in the source. Write `\"source: place in it\"`");
  }

  @Test
  void anEmptyCitation() {
    mistake("flyer: who can apply", "", "4:12: `@Cites` is empty");
  }

  @Test
  void noCitation() {
    mistake(
        "    @Cites(\"flyer: who can apply\")\n",
        "",
        "3:6: the rule `\"phase\"` has no citation. Add `@Cites(\"source: place\")`");
  }

  @Test
  void aDuplicateAnnotation() {
    mistake(
        "apply\")\n", "apply\")\n    @Cites(\"flyer: page 2\")\n", "5:6: `@Cites` appears twice");
  }

  @Test
  void twoRulesOfOneName() {
    mistake(
        "end\n",
        "end\n\nrule \"phase\"\n    @Cites(\"flyer: page 2\")\nwhen\n    Offering()\nthen\n    terms.provision(\"focus\").that(\"it is laid on\");\nend\n",
        "12:6: two rules in this file are named `\"phase\"`");
  }

  @Test
  void aRuleWithASentenceForAName() {
    mistake(
        "rule \"phase\"",
        "rule \"Phase of the school\"",
        "3:6: `\"Phase of the school\"` is not a valid name of a rule. Use lower-case words joined by hyphens");
  }

  @Test
  void aRuleWithoutANameInQuotes() {
    mistake(
        "rule \"phase\"",
        "rule phase",
        "3:6: unexpected `phase`; expected the name of the rule in quotes");
  }

  @Test
  void theWrongPackage() {
    mistake(
        "2022_23",
        "2023_24",
        "1:1: the package is `river_hub.y2023_24.primary_development`; expected `river_hub.y2022_23.primary_development`. The name of a package is made of hub, year and file name");
  }

  @Test
  void oneFactMatchedTwice() {
    mistake(
        "SchoolKind( special )",
        "Offering()",
        "7:5: `Offering` appears twice in one rule. Put all its conditions in one pair of brackets");
  }

  @Test
  void aQuestionWithoutItsComparison() {
    mistake(
        "phase().is(PRIMARY)",
        "leadParticipants()",
        "9:32: `must` does not take a fact without a comparison. Expected a criterion");
  }

  @Test
  void aQuestionWithoutItsBrackets() {
    mistake("phase()", "phase", "9:37: unknown word `phase`. Maybe `phase()`?");
  }

  @Test
  void anAnswerThatIsNotAskedOfTerms() {
    mistake(
        "phase().is(PRIMARY)",
        "answer(\"mastery-begun\").isConfirmed()",
        "9:37: unknown word `answer`. Maybe `terms.answer`?");
  }

  @Test
  void emptyBrackets() {
    mistake(
        "must(phase().is(PRIMARY))",
        "must()",
        "9:32: the brackets of `must` are empty. Expected a criterion");
  }

  @Test
  void aStatementThatWritesNoTerm() {
    mistake(
        "terms.eligibility(\"phase\").must(phase().is(PRIMARY));",
        "terms.answer(\"mastery-begun\").isConfirmed();",
        "9:35: this is not a term; it belongs inside one. As in `terms.eligibility(\"…\").must(…)`");
  }

  @Test
  void anEmptyThenPart() {
    mistake(
        "    terms.eligibility(\"phase\").must(phase().is(PRIMARY));\n",
        "",
        "3:6: the rule `\"phase\"` has no term after `then`");
  }

  @Test
  void aWithdrawalThatGoesOn() {
    mistake(
        "terms.elig",
        "terms.withdraw(\"focus\").must(1); terms.elig",
        "9:29: unexpected `must`; nothing can follow here");
  }

  @Test
  void aCommentThatIsNotClosed() {
    mistake(
        "end\n", "end\n/* and so on\n", "11:1: a comment starts with `/*` but has no closing `*/`");
  }

  @Test
  void aPublisherFileInAnotherLanguageVersion() {
    publisherMistake("language: 2", "language: 3", "`language` is 3; expected 1 to 2");
    publisherMistake("language: 2", "language: 0", "`language` is 0; expected 1 to 2");
  }

  @Test
  void aWordOfALaterLanguageThanThatOfThePack() {
    String first = changed(SmallPacks.PUBLISHER, "language: 2", "language: 1");
    assertThat(
            messages(
                SmallPacks.files(
                    first, changed(GOOD, "phase().is(PRIMARY)", "applicant().is(SCHOOL)"))))
        .containsExactly(
            "folder/primary-development.drl:9:37: `applicant` is a word of rule language 2; the"
                + " pack uses language 1. Write `language: 2` in publisher.yaml");
    assertThat(
            messages(
                SmallPacks.files(
                    first
                        + "types: { primary-development: { title: Our title } }\n"
                        + "facts: { late: { kind: day, label: a day, question: \"When?\" } }\n",
                    GOOD)))
        .containsExactly(
            "folder/publisher.yaml:12: `types` belongs to rule language 2; the pack uses language 1."
                + " Write `language: 2`",
            "folder/publisher.yaml:13: the fact `late` of kind `day` belongs to rule language 2; the"
                + " pack uses language 1. Write `language: 2`");
  }

  @Test
  void aProblemInThePublisherFileHasTheLineOfItsPart() {
    String publisher =
        changed(SmallPacks.PUBLISHER, "development]", "development, Primary]")
            + "  Other Page:\n    title: Page\n    publisher: hub\n    last-checked: 2025-06-30\n"
            + "types:\n  primary-development:\n    codes: [A]\n    title: \" \"\n";
    assertThat(messages(SmallPacks.files(publisher, GOOD)))
        .containsExactly(
            "folder/publisher.yaml:6: `Primary` in `offers` is not the id of a work group type. Use"
                + " lower-case words joined by hyphens",
            "folder/publisher.yaml:19: the `title` of `primary-development` is empty",
            "folder/publisher.yaml:12: `Other Page` in `sources` is not an id. Use lower-case words"
                + " joined by hyphens");
  }

  @Test
  void theLengthOfSessionsNeedsItsUnit() {
    mistake(
        "terms.eligibility(\"phase\").must(phase().is(PRIMARY))",
        "terms.group(\"length\").must(sessionTime().isAtLeast(18))",
        "3: in the rule `phase`, `sessionTime()` is a time, so `18` needs a unit; expected"
            + " `days(18)` or `hours(18)`");
    mistake(
        "terms.eligibility(\"phase\").must(phase().is(PRIMARY))",
        "terms.group(\"length\").must(someSession(sessionLength().isBetween(1, 2)))",
        "3: in the rule `phase`, `sessionLength()` is a time, so `1` needs a unit; expected"
            + " `days(1)` or `hours(1)`");
  }

  @Test
  void aGrantCannotAskForThePlaceAndTheYear() {
    mistake(
        "terms.eligibility(\"phase\").must(phase().is(PRIMARY))",
        "terms.grant(\"supply\").of(pounds(500)).perSchool().towards(RELEASE_TIME)"
            + ".when(allOf(place().is(ACCEPTED), tasksCompleted().includesAny(EVALUATION)))",
        "3: in the rule `phase`, the term `supply` asks for the hub's decision about a place, which"
            + " only an application records, and also about the year. Leave one of them out, or ask"
            + " for it with `terms.answer(…)`, which an application and a year's progress can both"
            + " have");
  }

  @Test
  void aWordInCapitalsWithTheSamePartsIsSuggested() {
    mistake(
        "phase().is(PRIMARY)",
        "someLeadParticipant(careerStage().is(EARLY_CAREER))",
        "9:74: unknown word `EARLY_CAREER`. Maybe `EARLY_CAREER_YEAR_1` or `EARLY_CAREER_YEAR_2` or"
            + " `EARLY_CAREER_YEAR_3`?");
  }

  @Test
  void aPackOfTheFirstLanguageLoads() {
    PolicyBook.builder()
        .files(SmallPacks.files(changed(SmallPacks.PUBLISHER, "language: 2", "language: 1"), GOOD))
        .build();
  }

  @Test
  void aPublisherFileWithoutAKey() {
    publisherMistake("language: 2\n", "", "`language`: missing");
  }

  @Test
  void aDuplicateKey() {
    publisherMistake(
        "language: 2\n", "language: 2\nlanguage: 2\n", "line 2, column 9: duplicate key");
  }

  @Test
  void aSecondDocumentInAPublisherFile() {
    publisherMistake(
        "    last-checked: 2026-11-22\n",
        "    last-checked: 2026-11-22\n---\nlanguage: 1\n",
        "line 13, column 1: this is not YAML: unexpected character or word");
  }

  @Test
  void aYearThatIsNone() {
    publisherMistake(
        "2022/23",
        "2022/24",
        "`year` (line 4): `2022/24` is not an academic year: it must end in the year after it starts");
  }

  @Test
  void aHubThatIsNoId() {
    publisherMistake(
        "hub: river-hub\n",
        "hub: River Hub\n",
        "`hub` must be an id and `name` must not be empty. Write `hub` in lower case, such as `hub: cheshire-wirral`");
  }

  @Test
  void aTypeThatIsOfferedTwice() {
    publisherMistake(
        "[primary-development]",
        "[primary-development, primary-development]",
        "`primary-development` appears twice in `offers`");
  }

  @Test
  void aTypeThatIsNoId() {
    publisherMistake(
        "[primary-development]",
        "[primary-development, Reading Group]",
        "`Reading Group` in `offers` is not the id of a work group type. Use lower-case words joined by hyphens");
  }

  @Test
  void aSourceThatIsNoId() {
    publisherMistake(
        "  flyer:\n",
        "  The Flyer:\n",
        "`The Flyer` in `sources` is not an id. Use lower-case words joined by hyphens");
  }

  @Test
  void aListThatIsNone() {
    publisherMistake(
        "[primary-development]", "primary-development", "`offers` (line 6): expected a list");
  }

  @Test
  void aDateThatIsNone() {
    publisherMistake(
        "2026-11-22",
        "today",
        "`sources.flyer.last-checked` (line 11): expected a date such as `2022-05-03`");
  }

  @Test
  void aFactThatIsTheLibrarys() {
    publisherMistake(
        "sources:\n",
        "facts:\n  phase:\n    kind: yes-no\n    label: it is so\n    question: Is it so?\nsources:\n",
        "the fact `phase` belongs to the library; a pack cannot declare it");
  }

  @Test
  void aFactOfAnUnknownKind() {
    publisherMistake(
        "sources:\n",
        "facts:\n  own:\n    kind: yesno\n    label: it is so\n    question: Is it so?\nsources:\n",
        "unknown kind `yesno` of the fact `own`; expected one of yes-no, number, choice, choices, day, text. Maybe `yes-no`?");
  }

  @Test
  void aFactThatIsNoId() {
    publisherMistake(
        "sources:\n",
        "facts:\n  Own Fact:\n    kind: yes-no\n    label: it is so\n    question: Is it so?\nsources:\n",
        "`Own Fact` is not a fact id; expected lower-case words joined by hyphens");
  }

  @Test
  void aFactWithoutAQuestion() {
    publisherMistake(
        "sources:\n",
        "facts:\n  own:\n    kind: yes-no\n    label: it is so\n    question: ' '\nsources:\n",
        "the fact `own` has no label or no question");
  }

  @Test
  void aMisspeltKeyOfThePublisherFile() {
    assertThat(
            messages(SmallPacks.files(changed(SmallPacks.PUBLISHER, "extends:", "extnds:"), GOOD)))
        .singleElement()
        .asString()
        .startsWith("folder/publisher.yaml: ")
        .endsWith("unknown key. Maybe `extends`?");
  }

  @Test
  void anEmptyRuleFile() {
    assertThat(messages(SmallPacks.files(SmallPacks.PUBLISHER, "")))
        .containsExactly(
            "folder/primary-development.drl:1:1: unexpected end of the file;"
                + " expected `package`");
  }

  @Test
  void anEmptyPublisherFile() {
    assertThat(messages(SmallPacks.files("", GOOD)))
        .containsExactly("folder/publisher.yaml: the document is empty");
  }

  @Test
  void aRuleFileWithAnOddName() {
    assertThat(
            messages(
                PackFiles.of(
                    "folder",
                    Map.of(
                        PackFiles.PUBLISHER,
                        SmallPacks.PUBLISHER,
                        "Primary Development.drl",
                        GOOD))))
        .containsExactly(
            "folder/Primary Development.drl:1:1: `Primary Development` is not a valid name of a rule file."
                + " Use lower-case words joined by hyphens");
  }

  @Test
  void severalMistakesInOneFileComeTogether() {
    mistake(
        "end\n",
        """
        end

        rule "two"
        when
            Offering( type = "x" )
        then
        end

        rule "three"
            @Cites("flyer: page 3")
        when
            Offering( typ == "x" )
        then
            terms.comitment("a").must(phase().is(PRIMARY));
        end
        """,
        "14:20: unexpected `=`; expected `==`. Maybe `==`?",
        "21:15: unknown property `typ` of an `Offering`; expected `type`. The pack sets the hub and the year",
        "23:11: unexpected word `comitment`. Maybe `commitment`?");
  }

  @Test
  void mistakesInThreeFilesComeTogether() {
    assertThat(
            messages(
                PackFiles.of(
                    "folder",
                    Map.of(
                        PackFiles.PUBLISHER,
                        changed(SmallPacks.PUBLISHER, "[primary", "[secondary-x, primary"),
                        "primary-development.drl",
                        changed(GOOD, "special", "specail"),
                        "secondary-x.drl",
                        changed(GOOD, "));", "))")))))
        .containsExactly(
            "folder/primary-development.drl:7:17: unknown property `specail` of a `SchoolKind`."
                + " Maybe `special`?",
            "folder/secondary-x.drl:10:1: unexpected `end`; expected `;`",
            "folder/secondary-x.drl:1:1: the package is"
                + " `river_hub.y2022_23.primary_development`; expected"
                + " `river_hub.y2022_23.secondary_x`. The name of a package is made of hub, year and"
                + " file name");
  }

  @Test
  void mistakesInPublisherFileAndRulesComeTogether() {
    assertThat(
            messages(
                SmallPacks.files(
                    changed(SmallPacks.PUBLISHER, "language: 2", "language: 3"),
                    changed(GOOD, "));", "))"))))
        .containsExactly(
            "folder/publisher.yaml:1: `language` is 3; expected 1 to 2",
            "folder/primary-development.drl:10:1: unexpected `end`; expected `;`");
  }

  @Test
  void aRuleWithoutCitationBesideABrokenPublisherFileIsNoCrash() {
    assertThat(
            messages(
                SmallPacks.files(
                    changed(SmallPacks.PUBLISHER, "language: 2", "language: 3"),
                    changed(GOOD, "    @Cites(\"flyer: who can apply\")\n", ""))))
        .containsExactly("folder/publisher.yaml:1: `language` is 3; expected 1 to 2");
  }

  @Test
  void mistakesThatShowWhenTheRulesRunComeTogether() {
    String[] then = {
      "terms.commitment(\"a\").referWhen(phase().is(PRIMARY));",
      "terms.commitment(\"c\").must(leadParticipants().isAtLeast(days(2)));",
      "terms.commitment(\"d\").must(terms.answer(\"mastery-begn\").isConfirmed());",
      "terms.commitment(\"e\").must(terms.answer(\"x\").isConfirmed());",
      "terms.commitment(\"f\").must(phase().is(\"primary\"));",
      "terms.commitment(\"G\").leftToHub();",
      "terms.commitment(\"h\").must(combinedRelease().isAtLeast(days(1.3)));",
      "terms.commitment(\"i\").must(combinedRelease().isAtLeast(days(367)));",
      "terms.grant(\"j\").perSchool();",
      "terms.grant(\"k\").of(pounds(1)).perSchool();",
      "terms.priority(\"l\").of(\"schools\").goFirstFor(\"x\").inYear(\"2017/19\");",
      "terms.commitment(\"m\").must(phase().isConfirmed());",
      "terms.provision(\"n\");"
    };
    StringBuilder rules = new StringBuilder(SmallPacks.PACKAGE);
    for (int i = 0; i < then.length; i++) {
      rules.append(SmallPacks.rule("rule-" + i, then[i]));
    }
    String[] expected = {
      "the term `a` needs `must`, `should` or `preferred`",
      "`leadParticipants()` is not a time; compare it with a plain number",
      "unknown answer `mastery-begn`; a pack declares its own under `facts` in publisher.yaml."
          + " Maybe `mastery-begun`?",
      "unknown answer `x`; a pack declares its own under `facts` in publisher.yaml",
      "`primary` is not a choice of `phase()`. Maybe `PRIMARY`?",
      "`G` is not a term id; expected lower-case words joined by hyphens",
      "`1.3` days is not a whole number of half-days",
      "`367` days of release time; expected 0 to 366",
      "the term `j` needs one of `of(pounds(…))`, `upTo(pounds(…))`, `actualCost()` and"
          + " `amountNotStated()`",
      "the term `k` needs `towards(…)`",
      "`2017/19` is not an academic year: it must end in the year after it starts",
      "`phase()` is one word; expected `is` or `in`",
      "the term `n` needs `that`"
    };
    String[] lines = new String[expected.length];
    for (int i = 0; i < expected.length; i++) {
      lines[i] =
          "folder/primary-development.drl:"
              + (2 + 8 * i)
              + ": in the rule `rule-"
              + i
              + "`, "
              + expected[i];
    }
    assertThat(messages(SmallPacks.files(SmallPacks.PUBLISHER, rules.toString())))
        .containsExactly(lines);
  }

  @Test
  void mistakesThatShowAmongAllPacksComeTogether() {
    assertThat(
            messages(
                SmallPacks.files(
                    "river-hub",
                    "2022/23",
                    "natinal, river-hub/2022-24",
                    SmallPacks.rule("one", "terms.eligibility(\"phase\").leftToHub();"),
                    SmallPacks.rule("two", "terms.commitment(\"phase\").leftToHub();"),
                    SmallPacks.rule("three", "terms.withdraw(\"focus\");"))))
        .containsExactly(
            "river-hub/2022-23/publisher.yaml: `extends` names the unknown pack `natinal`"
                + ". Load its folder too; the library has only its own packs",
            "river-hub/2022-23/publisher.yaml: `extends` names the unknown pack `river-hub/2022-24`"
                + ". Load its folder too; the library has only its own packs",
            "river-hub/2022-23/primary-development.drl:10: the rule at"
                + " river-hub/2022-23/primary-development.drl:2 already writes the term `phase` for"
                + " the same schools");
  }

  private static void cited(String annotation, String... expected) {
    mistake("@Cites(\"flyer: who can apply\")", "@Cites(\"flyer: who\") " + annotation, expected);
  }

  @Test
  void aDayThatIsNoneOrOfAnotherYear() {
    cited(
        "@EffectiveFrom(\"next week\")",
        "4:41: `@EffectiveFrom` is `\"next week\"`, which is not a date. Write a date such as `\"2023-01-31\"`");
    cited(
        "@EffectiveUntil(\"+999999999-12-31\")",
        "4:42: `@EffectiveUntil` is `\"+999999999-12-31\"`, which is not a date. Write a date such as `\"2023-01-31\"`");
    cited(
        "@EffectiveUntil(\"2023-09-01\")",
        "4:42: `@EffectiveUntil` is 2023-09-01, which is not in 2022/23. The academic year runs from 1 September to 31 August");
  }

  @Test
  void aRuleThatEndsBeforeItStarts() {
    cited(
        "@EffectiveFrom(\"2023-02-01\") @EffectiveUntil(\"2023-01-31\")",
        "3:6: the rule `\"phase\"` ends on 2023-01-31, before it starts on 2023-02-01");
  }

  @Test
  void aDerogationCitesASourceToo() {
    cited(
        "@Derogation(\"fleyr: exceptions\")",
        "4:38: publisher.yaml has no source `fleyr`. Maybe `flyer`?");
  }

  @Test
  void aCitationWithoutASource() {
    mistake(
        "flyer: who can apply",
        ": who can apply",
        "4:12: the citation names no source. Write `\"source: place in it\"`");
  }

  @Test
  void aTypoInsideNotAndOr() {
    mistake(
        "special",
        "special || phase == SECONDRY",
        "7:37: unknown phase `SECONDRY`. Maybe `SECONDARY`?");
    mistake(
        "special", "!( phase == SECONDRY )", "7:29: unknown phase `SECONDRY`. Maybe `SECONDARY`?");
  }

  @Test
  void aNumberOfTenDigits() {
    String rule = "terms.eligibility(\"phase\").must(combinedRelease().isAtLeast(days(%s)));";
    String phase = "terms.eligibility(\"phase\").must(phase().is(PRIMARY));";
    mistake(
        phase,
        String.format(rule, "1000000000"),
        "9:70: `1000000000` is not a number, or is too long");
    mistake(phase, String.format(rule, "1.2.3"), "9:70: `1.2.3` is not a number, or is too long");
  }

  @Test
  void theArgumentsOfAWordAreDescribedInPlainEnglish() {
    String word =
        "a word in capitals or a text; a number is compared with `isExactly`, a day with"
            + " `isBetween`";
    taken("phase().is(1)", "9:45: `is`", "a whole number", word);
    taken("phase().is(1.5)", "9:45: `is`", "a number with a fraction", word);
    taken("phase().is(PRIMARY, 1)", "9:45: `is`", "a word in capitals and a whole number", word);
    taken("phase().is(phase().is(PRIMARY))", "9:45: `is`", "a criterion", word);
    taken(
        "combinedRelease().isAtLeast(PRIMARY)",
        "9:55: `isAtLeast`",
        "a word in capitals",
        "a whole number or a time such as `days(10)` or a length such as `hours(3)`");
    taken("not(PRIMARY)", "9:37: `not`", "a word in capitals", "a criterion");
    taken(
        "allOf(phase())",
        "9:37: `allOf`",
        "a fact without a comparison",
        "a criterion, or several");
    taken(
        "allOf(pounds(10))",
        "9:37: `allOf`",
        "an amount such as `pounds(1000)`",
        "a criterion, or several");
    taken("allOf(terms)", "9:37: `allOf`", "`terms`", "a criterion, or several");
    taken(
        "allOf(terms.withdraw(\"phase\"))",
        "9:37: `allOf`",
        "a withdrawal",
        "a criterion, or several");
    taken("allOf(terms.grant(\"a\"))", "9:37: `allOf`", "a term", "a criterion, or several");
  }

  /** Asserts the message for a word with the wrong kind of argument. */
  private static void taken(String then, String word, String given, String expected) {
    mistake(
        "phase().is(PRIMARY)", then, word + " does not take " + given + ". Expected " + expected);
  }

  @Test
  void aByteOrderMarkTabsAndWindowsLineEndsAreAccepted() {
    Pack pack =
        Pack.parse(
            SmallPacks.files(
                "\uFEFF" + SmallPacks.PUBLISHER.replace("\n", "\r\n"),
                "\uFEFF" + GOOD.replace("    ", "\t").replace("\n", "\r\n")));
    assertThat(pack.rules()).singleElement().extracting(PackRule::line).isEqualTo(3);
    assertThat(pack.id()).isEqualTo("river-hub/2022-23");
  }

  @Test
  void aByteOrderMarkShiftsNoColumn() {
    assertThat(messages(SmallPacks.files(SmallPacks.PUBLISHER, "\uFEFFpakage a")))
        .containsExactly(
            "folder/primary-development.drl:1:1: unexpected `pakage`; expected `package`."
                + " Maybe `package`?");
  }

  @Test
  void aProblemHasItsPartsBesideItsText() {
    InvalidInputException refused =
        catchThrowableOfType(
            InvalidInputException.class,
            () ->
                PolicyBook.builder()
                    .files(
                        SmallPacks.files(SmallPacks.PUBLISHER, changed(GOOD, "special", "specail")))
                    .build());
    Problem problem = refused.problems().get(0);
    assertThat(problem.code()).isEqualTo(ProblemCode.UNKNOWN_WORD);
    assertThat(problem.file()).contains("folder/primary-development.drl");
    assertThat(problem.line()).hasValue(7);
    assertThat(problem.column()).hasValue(17);
    assertThat(problem.arguments()).containsExactly("`specail`");
    assertThat(problem.hint()).isEqualTo("Maybe `special`?");
  }

  @Test
  void aProblemOfWhatThePackSaysOfItselfHasItsParts() {
    InvalidInputException refused =
        catchThrowableOfType(
            InvalidInputException.class,
            () ->
                Pack.parse(
                    SmallPacks.files(
                        changed(SmallPacks.PUBLISHER, "language: 2", "language: 7"), GOOD)));
    Problem problem = refused.problems().get(0);
    assertThat(problem.code()).isEqualTo(ProblemCode.INVALID_VALUE);
    assertThat(problem.file()).contains("folder/publisher.yaml");
    assertThat(problem.line()).hasValue(1);
    assertThat(problem.arguments()).startsWith("7");
  }

  private static final String PHASE = "terms.eligibility(\"phase\").must(phase().is(PRIMARY));";

  @Test
  void aWordThatATermCanHaveOnceIsRefusedTheSecondTime() {
    mistake(
        PHASE,
        "terms.grant(\"a\").of(pounds(1)).towards(TEXTBOOKS).towards(RELEASE_TIME);",
        "9:55: unexpected `towards`; the term already has `towards`. Write two terms for two"
            + " purposes");
    mistake(
        PHASE,
        "terms.grant(\"a\").of(pounds(1)).of(pounds(2)).towards(TEXTBOOKS);",
        "9:36: unexpected `of`; the term already has `of`. Write two terms for two amounts");
    mistake(
        PHASE,
        "terms.charge(\"a\").of(pounds(1)).amountNotStated().towards(TEXTBOOKS);",
        "9:37: unexpected `amountNotStated`; the term already has `of`. Write two terms for two"
            + " amounts");
    mistake(
        PHASE,
        "terms.grant(\"a\").perSchool().of(pounds(1)).perDay().towards(TEXTBOOKS);",
        "9:48: unexpected `perDay`; the term already has `perSchool`. Write two terms for two"
            + " amounts");
    mistake(
        PHASE,
        "terms.grant(\"a\").of(pounds(1)).towards(TEXTBOOKS)\n.when(place().is(ACCEPTED))\n"
            + ".when(special().isConfirmed());",
        "11:2: unexpected `when`; the term already has `when`. Join criteria with `allOf`");
    mistake(
        PHASE,
        PHASE.replace(";", ".should(special().isConfirmed());"),
        "9:58: unexpected `should`; the term already has `must`. Join criteria with `allOf`, or"
            + " write two terms");
    mistake(
        PHASE,
        PHASE.replace(
            ";", ".referWhen(special().isConfirmed()).referWhen(special().isConfirmed());"),
        "9:93: unexpected `referWhen`; the term already has `referWhen`. Join criteria with"
            + " `anyOf`");
    mistake(
        PHASE,
        "terms.undertaking(\"a\").must(\"do this\").should(\"do that\");",
        "9:44: unexpected `should`; the term already has `must`. Write two terms");
    mistake(
        PHASE,
        "terms.provision(\"a\").that(\"it is so\").that(\"it is not\");",
        "9:43: unexpected `that`; the term already has `that`. Write two terms");
    mistake(
        PHASE,
        "terms.priority(\"a\").of(\"x\").goFirstFor(\"b\").goFirstFor(\"c\");",
        "9:49: unexpected `goFirstFor`; the term already has `goFirstFor`. Write two terms");
  }

  @Test
  void aTextThatMakesNoSentenceWithTheWordsAroundItIsRefused() {
    String open =
        "9:35: the text completes \"The school will …\", so `%s` cannot open it. Start with"
            + " the verb, such as `answer the questionnaire`";
    String hint = "\"); //";
    for (String text :
        List.of(
            "The school will answer the questionnaire.",
            "the school answers",
            "will answer",
            "to answer the questionnaire",
            "teachers must come")) {
      mistake(
          PHASE,
          "terms.undertaking(\"abc\").must(\"" + text + hint,
          open.formatted(text.substring(0, text.indexOf(' '))));
    }
    mistake(
        PHASE,
        "terms.undertaking(\"abc\").must(\"Answer the questionnaire" + hint,
        "9:35: the text completes \"The school will …\", so `Answer` has a small letter there."
            + " Write `answer`");
    mistake(
        PHASE,
        "terms.undertaking(\"a\").should(\"The school should come\");",
        "9:35: the text completes \"The school is expected to …\", so `The` cannot open it. Start"
            + " with the verb, such as `answer the questionnaire`");
    mistake(
        PHASE,
        "terms.provision(\"a\").that(\"to run workshops\");",
        "9:31: the text makes no sentence: `to run workshops`. Write a whole clause, such as `the"
            + " hub runs 6 workshops`");
    mistake(
        PHASE,
        "terms.eligibility(\"a\").leftToHub(\"because nobody knows\");",
        "9:38: the text makes no sentence: `because nobody knows`. Write the reason alone, such as"
            + " `special schools are not mentioned`");
    mistake(
        PHASE,
        "terms.priority(\"a\").of(\"new schools go first\").goFirstFor(\"b\");",
        "9:28: the text makes no sentence: `new schools go first`. Name the schools alone, such as"
            + " `schools that finish the year`");
    mistake(PHASE, "terms.provision(\"a\").that(\" \");", "9:31: the text of `that` is empty");
  }

  @Test
  void anAmountAsPeopleWriteItIsReportedOnceWithWhatToWrite() {
    String grant = "terms.grant(\"a\").of(%s).towards(TEXTBOOKS);";
    mistake(PHASE, grant.formatted("£1,000"), "9:25: unexpected `£1,000`. Write `pounds(1000)`");
    mistake(
        PHASE,
        grant.formatted("pounds(£12,500)"),
        "9:32: unexpected `£12,500`. Write `pounds(12500)`");
    mistake(PHASE, grant.formatted("£ 5"), "9:25: unexpected `£ 5`. Write `pounds(5)`");
    mistake(
        PHASE,
        grant.formatted("pounds(1,500)"),
        "9:32: the number `1,500` has a comma. Write `1500`");
    mistake(
        PHASE,
        "terms.progress(\"a\").must(visits().isAtLeast(1,000));",
        "9:49: the number `1,000` has a comma. Write `1000`");
    mistake(
        PHASE,
        "terms.progress(\"a\").must(visits().isAtLeast(80%));",
        "9:51: unexpected `%`. Write the number alone; the fact says what it counts");
    mistake(
        PHASE,
        "terms.commitment(\"a\").must(combinedRelease().isAtLeast(8 days));",
        "9:62: unexpected `days`; expected `days(8)`");
    mistake(
        "who can apply",
        "who\tcan apply",
        "4:23: a text contains a tab (U+0009). Replace it with a space");
  }

  @Test
  void aCommaBetweenTwoNumbersNeedsNoSpace() {
    assertThat(
            Pack.parse(
                    SmallPacks.files(
                        SmallPacks.PUBLISHER,
                        changed(
                            GOOD, PHASE, "terms.progress(\"a\").must(visits().isBetween(6,700));")))
                .rules())
        .hasSize(1);
  }
}
