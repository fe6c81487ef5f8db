package org.tfm.rules.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.rules.check.CheckFinding.Code;
import org.tfm.rules.check.CheckFinding.Severity;

/** A pack with all mistakes that the check finds, and the same pack without them. */
class PackCheckTest {

  private static final Path BUNDLED = Path.of("src/main/resources/policies");
  private static final LocalDate DAY = LocalDate.of(2026, 1, 2);

  private static final String BASE =
      """
      language: 2
      hub: base
      name: A base
      offers: [primary-development]
      sources:
        page: { title: A page, publisher: A base, last-checked: 2025-01-02 }
      """;

  private static final String BASE_RULES =
      """
      package base.primary_development
      rule "phase" @Cites("page: one") when Offering( type == "primary-development" ) then
          terms.eligibility("phase").must(phase().is(PRIMARY));
      end
      rule "size" @Cites("page: two") when Offering( type == "primary-development" ) then
          terms.group("size").must(schools().isAtLeast(6));
      end
      rule "visits" @Cites("page: three") when Offering( type == "primary-development" ) then
          terms.progress("visits").must(visits().isAtLeast(3));
          terms.undertaking("plan").must("write a plan");
      end
      """;

  private static final String BASE_CASES =
      """
      offering: { hub: base, type: primary-development, year: 2024/25 }
      typical:
        application: { school: { urn: 900001, phase: PRIMARY } }
        group: {}
        progress: { school: { urn: 900001 }, visits: 3 }
      cases:
        - { name: primary, application: {}, expect: { verdict: "YES" } }
        - { name: no phase, application: { school: { phase: null } }, expect: { missing: [phase] } }
        - { name: secondary, application: { school: { phase: SECONDARY } }, expect: { unmet: [phase] } }
        - { name: not said, group: {}, expect: { missing: [size] } }
        - { name: small, group: { schools: [{ urn: 900001 }] }, expect: { unmet: [size] } }
        - name: six schools
          group: { schools: [{ urn: 900001 }, { urn: 900002 }, { urn: 900003 }, { urn: 900004 }, { urn: 900005 }, { urn: 900006 }] }
          expect: { verdict: "YES" }
        - { name: three, progress: {}, expect: { verdict: "YES" } }
        - { name: two, progress: { visits: 2 }, expect: { unmet: [visits] } }
        - { name: unknown, progress: { visits: null }, expect: { missing: [visits] } }
      """;

  private static final String PUBLISHER =
      """
      language: 2
      hub: here
      name: boolean  maths HUB
      year: 2024/25
      extends: [base]
      offers: [primary-development, nothing-said, reading-group]
      sources:
        flyer: { title: A flyer, publisher: A hub, last-checked: 2025-01-01 }
        leaflet: { title: A leaflet, publisher: A hub, last-checked: 2025-12-01 }
      facts:
        own-question: { kind: yes-no, label: everybody agrees, question: "Does everybody agree?" }
      """;

  private static final String RULES =
      """
      package here.y2024_25.primary_development
      rule "phase" @Cites("flyer: 1") when Offering( type == "primary-development" ) then
          terms.eligibility("phase").must(phase().is(PRIMARY));
      end
      rule "visits" @Cites("flyer: 2") when Offering( type == "primary-development" ) then
          terms.progress("visits").must(visits().isAtLeast(2));
          terms.undertaking("plan").should("write a plan");
      end
      rule "no-size" @Cites("flyer: 3") when Offering( type == "primary-development" ) then
          terms.withdraw("size");
      end
      rule "nowhere" @Cites("flyer: 4") when Offering( type == "primary-development" ) SchoolKind( special, mainstream ) then
          terms.eligibility("nowhere").leftToHub();
      end
      rule "days" @Cites("flyer: 5") when Offering( type == "primary-development" ) then
          terms.commitment("days").must(allOf(combinedRelease().isAtLeast(days(10)), combinedRelease().isAtMost(days(5))));
      end
      rule "one-person" @Cites("flyer: 6") when Offering( type == "primary-development" ) then
          terms.commitment("one-person").must(leadParticipants().isAtMost(1));
      end
      rule "two-people" @Cites("flyer: 7") when Offering( type == "primary-development" ) SchoolKind( phase == SECONDARY ) then
          terms.commitment("two-people").must(leadParticipants().isAtLeast(2));
      end
      rule "country" @Cites("flyer: 8") when Offering( type == "primary-development" ) then
          terms.eligibility("country").must(country().in(ENGLAND, WALES)).referWhen(country().is(WALES));
      end
      rule "kind" @Cites("flyer: 9") when Offering( type == "primary-development" ) then
          terms.eligibility("kind").must(anyOf(country().in(ENGLAND, WALES), country().is(WALES)));
      end
      rule "grant" @Cites("flyer: 10") when Offering( type == "primary-development" ) then
          terms.grant("grant").of(pounds(100)).perSchool().towards(RELEASE_TIME).when(allOf(place().is(ACCEPTED), place().is(NOT_OFFERED)));
      end
      rule "meetings" @Cites("flyer: 11") when Offering( type == "primary-development" ) then
          terms.provision("meetings").that("there are regular meetings");
          terms.priority("next").of("schools that finish").goFirstFor("primary-embeding");
      end
      rule "either" @Cites("flyer: 12") when Offering( type == "primary-development" ) then
          terms.commitment("either").should(anyOf(headteacherStatement().isUnstated(), terms.answer("action-plan").isConfirmed(), not(terms.answer("action-plan").isConfirmed())));
      end
      rule "books" @Cites("flyer: 13") when Offering( type == "primary-development" ) then
          terms.grant("books").amountNotStated().towards(TEXTBOOKS);
      end
      """;

  private static final String READING =
      """
      package here.y2024_25.reading_group
      rule "books" @Cites("flyer: 13") when Offering( type == "reading-group" ) then
          terms.provision("books").that("the hub brings books");
          terms.application("form").must(submitted().isBy("2024-05-01"));
          terms.application("page").must(submitted().isBy("2024-05-02"));
          terms.group("dates").must(someSession(date().isBetween("2025-08-31", "2025-09-02")));
          terms.undertaking("reports").must("send reports").checkedInProgress();
      end
      """;

  private static final String CASES =
      """
      offering: { hub: here, type: primary-development, year: 2024/25 }
      typical:
        application: { school: { urn: 900001, phase: PRIMARY } }
      cases:
        - { name: right, application: { school: { phase: SECONDARY } },
            expect: { unmet: [phase], missing: [days, one-person, two-people, country, kind, either] } }
        - name: wrong
          application: {}
          expect: { verdict: "YES", missing: [days, one-person, country, kind, either] }
      """;

  private static final String CORRECT =
      """
      package here.y2024_25.primary_development
      rule "phase" @Cites("flyer: 1") when Offering( type == "primary-development" ) then
          terms.eligibility("phase").must(allOf(phase().is(PRIMARY), country().is(ENGLAND)));
      end
      rule "visits" @Cites("flyer: 2") @Reading("regular is once a term") when Offering( type == "primary-development" ) then
          terms.progress("visits").must(visits().isAtLeast(4));
          terms.undertaking("plan").must("write down a plan");
          terms.provision("meetings").that("there are regular meetings");
      end
      rule "grant" @Cites("leaflet: 3") when Offering( type == "primary-development" ) then
          terms.grant("grant").of(pounds(100)).perSchool().towards(RELEASE_TIME).when(terms.answer("own-question").isConfirmed());
      end
      rule "few" @Cites("flyer: 4") when Offering( type == "primary-development" ) SchoolKind( phase == PRIMARY ) then
          terms.commitment("people").must(leadParticipants().isAtMost(2)).referWhen(leadParticipants().isAtMost(3));
      end
      """;

  private static final String CORRECT_CASES =
      """
      offering: { hub: here, type: primary-development, year: 2024/25 }
      typical:
        application:
          school: { urn: 900001, phase: PRIMARY, country: ENGLAND }
          leadParticipants: [{ roles: [MATHS_LEAD] }]
        group: {}
        progress: { school: { urn: 900001 }, visits: 4 }
      cases:
        - { name: met, application: {}, expect: { verdict: "YES" } }
        - { name: unknown, application: { school: { country: null }, leadParticipants: null }, expect: { missing: [phase, people] } }
        - { name: secondary, application: { school: { phase: SECONDARY } }, expect: { unmet: [phase] } }
        - { name: three, application: { leadParticipants: [{}, {}, {}] }, expect: { referred: [people] } }
        - { name: not said, group: {}, expect: { missing: [size] } }
        - { name: small, group: { schools: [{ urn: 900001 }] }, expect: { unmet: [size] } }
        - name: six schools
          group: { schools: [{ urn: 900001 }, { urn: 900002 }, { urn: 900003 }, { urn: 900004 }, { urn: 900005 }, { urn: 900006 }] }
          expect: { verdict: "YES" }
        - { name: four, progress: {}, expect: { verdict: "YES" } }
        - { name: three visits, progress: { visits: 3 }, expect: { unmet: [visits] } }
        - { name: visits not said, progress: { visits: null }, expect: { missing: [visits] } }
      """;

  private static final String FORM =
      """
      constants: { offering.hub: here, offering.type: primary-development, offering.year: 2024/25 }
      columns:
        - { heading: URN, to: school.urn }
        - { heading: "Does everybody agree?", to: answers.own-question }
      """;

  @TempDir private static Path folder;

  private final ImmutableList<CheckFinding> faulty =
      PackCheck.check(folder.resolve("faulty"), Optional.of(Staleness.afterAYear(DAY)));
  private final ImmutableList<CheckFinding> correct =
      PackCheck.check(folder.resolve("correct"), Optional.of(Staleness.afterAYear(DAY)));

  @BeforeAll
  static void write() throws IOException {
    base(folder.resolve("faulty"));
    Path here = Files.createDirectories(folder.resolve("faulty/here"));
    Files.writeString(here.resolve("publisher.yaml"), PUBLISHER);
    Files.writeString(here.resolve("primary-development.drl"), RULES);
    Files.writeString(here.resolve("primary-development.cases.yaml"), CASES);
    Files.writeString(here.resolve("reading-group.drl"), READING);
    Files.writeString(here.resolve("own.form.yaml"), FORM.replace("school.urn", "school.urm"));
    Files.writeString(
        here.resolve("other.form.yaml"), FORM.replace("own-question", "own-questions"));
    base(folder.resolve("correct"));
    here = Files.createDirectories(folder.resolve("correct/here"));
    Files.writeString(
        here.resolve("publisher.yaml"),
        PUBLISHER
            .replace("boolean  maths HUB", "A hub")
            .replace(", nothing-said, reading-group]", "]")
            .replace("2025-01-01", "2025-01-02")
            .replace("everybody agrees", "the school is ready"));
    Files.writeString(here.resolve("primary-development.drl"), CORRECT);
    Files.writeString(here.resolve("primary-development.cases.yaml"), CORRECT_CASES);
    Files.writeString(here.resolve("own.form.yaml"), FORM);
  }

  private static void base(Path where) throws IOException {
    Path base = Files.createDirectories(where.resolve("base"));
    Files.writeString(base.resolve("publisher.yaml"), BASE);
    Files.writeString(base.resolve("primary-development.drl"), BASE_RULES);
    Files.writeString(base.resolve("primary-development.cases.yaml"), BASE_CASES);
  }

  private void isFound(Code code, String file, int line, String... words) {
    assertThat(faulty)
        .anySatisfy(
            finding -> {
              assertThat(finding.code()).isEqualTo(code);
              assertThat(finding.file())
                  .isEqualTo(folder.resolve("faulty/here/" + file).toString());
              assertThat(finding.line()).hasValue(line);
              assertThat(finding.where()).isEqualTo(finding.file() + ":" + line);
              assertThat(finding.what()).contains(words);
            });
  }

  private CheckFinding only(Code code) {
    List<CheckFinding> all = faulty.stream().filter(f -> f.code() == code).toList();
    assertThat(all).hasSize(1);
    return all.get(0);
  }

  private static final String DRL = "primary-development.drl";

  @Test
  void aCorrectPackHasNoFindings() {
    assertThat(correct).isEmpty();
  }

  @Test
  void aTypeThatNoRuleSaysAnythingAboutIsAnError() {
    isFound(
        Code.NO_TERMS,
        "publisher.yaml",
        6,
        "`offers` names `nothing-said`, but no rule says anything about it, so every answer would be"
            + " \"not stated\"; write its rules in a file `nothing-said.drl`, or remove it from"
            + " `offers`");
    assertThat(only(Code.NO_TERMS).severity()).isEqualTo(Severity.ERROR);
    assertThat(faulty)
        .noneMatch(
            finding ->
                finding.code() == Code.NO_ELIGIBILITY && finding.what().contains("nothing-said"));
  }

  @Test
  void aGrantThatWaitsForNoPlaceIsAWarning() {
    isFound(
        Code.NO_PLACE,
        DRL,
        40,
        "the grant `books` does not wait for a place, so a school without a place gets it too; add"
            + " `.when(place().is(ACCEPTED))`");
    assertThat(only(Code.NO_PLACE).severity()).isEqualTo(Severity.WARNING);
  }

  @Test
  void aRuleForNoKindOfSchoolNeverFires() {
    isFound(Code.NEVER_FIRES, DRL, 12, "`nowhere`");
    assertThat(only(Code.NEVER_FIRES).severity()).isEqualTo(Severity.ERROR);
  }

  @Test
  void disjointRangesCannotHold() {
    isFound(Code.CANNOT_HOLD, DRL, 15, "`days`", "at least 10 days");
  }

  @Test
  void aConditionOfTwoDecisionsAtOnceCannotHold() {
    isFound(Code.CANNOT_HOLD, DRL, 30, "the condition of `grant`");
  }

  @Test
  void twoRequirementsThatExcludeEachOtherAreAContradictionForTheSchoolsTheyBothConcern() {
    isFound(Code.CONTRADICTION, DRL, 21, "`two-people`", "`one-person`", DRL + ":18");
    assertThat(only(Code.CONTRADICTION).example().orElseThrow().phase().name())
        .isEqualTo("SECONDARY");
  }

  @Test
  void aReferralOfWhatIsMetAnywayIsNeedless() {
    isFound(Code.NEEDLESS_REFERRAL, DRL, 24, "`country`");
    assertThat(only(Code.NEEDLESS_REFERRAL).severity()).isEqualTo(Severity.WARNING);
  }

  @Test
  void aPartWithinAnotherIsNeedless() {
    isFound(Code.NEEDLESS_PART, DRL, 27, "`kind`", "Wales");
  }

  @Test
  void anOverrideWithTheSameWordsChangesNothing() {
    isFound(Code.CHANGES_NOTHING, DRL, 2, "`phase`");
    only(Code.CHANGES_NOTHING);
  }

  @Test
  void fewerVisitsLoosenTheBaseAndSoDoesAWithdrawal() {
    isFound(Code.LOOSENS, DRL, 5, "base/primary-development.drl:8", "at least 3", "at least 2");
    isFound(Code.LOOSENS, DRL, 5, "`plan`", "is expected to");
    isFound(Code.LOOSENS, DRL, 9, "withdraws `size`");
  }

  @Test
  void unusedEntriesOfPublisherYamlAreFound() {
    isFound(Code.UNUSED_FACT, "publisher.yaml", 11, "`own-question`");
    isFound(Code.UNUSED_SOURCE, "publisher.yaml", 9, "`leaflet`");
  }

  @Test
  void theNameOfAnotherHubIsFoundWhateverItsCaseAndBlanks() {
    isFound(Code.SAME_NAME, "publisher.yaml", 3, "the name of the hub `boolean`");
  }

  @Test
  void aFactThatIsSaidOnlyAsItsQuestionIsFound() {
    isFound(Code.SAID_AS_QUESTION, "publisher.yaml", 11, "`own-question`");
  }

  @Test
  void aSourceIsStaleAfterAYearAndADayAndOnlyWhereADayIsNamed() throws IOException {
    isFound(Code.STALE_SOURCE, "publisher.yaml", 8, "`flyer`", "2025-01-01");
    only(Code.STALE_SOURCE);
    assertThat(PackCheck.check(folder.resolve("faulty"), Optional.empty()))
        .isNotEmpty()
        .noneMatch(finding -> finding.code() == Code.STALE_SOURCE);
  }

  @Test
  void anAmbiguousWordWithoutAReadingIsFound() {
    isFound(Code.NO_READING, DRL, 33, "`regular`", "`meetings`");
    only(Code.NO_READING);
  }

  @Test
  void aWordOfTheLibraryNeedsNoReading() throws IOException {
    String leader =
        "terms.eligibility(\"lead\").must(someLeadParticipant(roles().includesAny(SYSTEM_LEADER)));";
    assertThat(onBase("leader", baseRule("lead", leader)))
        .noneMatch(finding -> finding.code() == Code.NO_READING);
    String meetings = "terms.provision(\"meetings\").that(\"several meetings take place\");";
    assertThat(onBase("meetings", baseRule("meetings", meetings)))
        .anyMatch(finding -> finding.code() == Code.NO_READING);
  }

  @Test
  void aDayOfASessionOutsideTheAcademicYearIsFound() {
    assertThat(only(Code.NOT_IN_YEAR).what())
        .isEqualTo("`dates` names 2 September 2025, which is not in the academic year 2024/25");
  }

  @Test
  void aDutyWithTheIdOfAQuestionOfTheLibraryIsFound() {
    assertThat(only(Code.OTHER_QUESTION).what())
        .startsWith(
            "the undertaking `reports` has the id of a question of the library, which is asked"
                + " instead of its own words: ")
        .endsWith("Use another id if that is not meant");
  }

  @Test
  void anOfferedTypeThatIsNearlyOneOfTheLibraryIsFound() throws IOException {
    Path here = Files.createDirectories(folder.resolve("typo/base"));
    String typo = BASE.replace("[primary-development]", "[primary-developement]");
    Files.writeString(here.resolve("publisher.yaml"), typo);
    Files.writeString(
        here.resolve("primary-developement.drl"),
        BASE_RULES
            .replace("primary_development", "primary_developement")
            .replace("primary-development", "primary-developement"));
    assertThat(PackCheck.check(folder.resolve("typo"), Optional.empty()))
        .filteredOn(finding -> finding.code() == Code.UNKNOWN_TYPE)
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.line()).hasValue(4);
              assertThat(finding.what())
                  .isEqualTo(
                      "unknown work group type `primary-developement` in `offers`. Maybe"
                          + " `primary-development`? If it is right, give it a title under"
                          + " `types`");
            });
    Files.writeString(
        here.resolve("publisher.yaml"),
        typo + "types: { primary-developement: { title: Something else } }\n");
    assertThat(PackCheck.check(folder.resolve("typo"), Optional.empty()))
        .noneMatch(finding -> finding.code() == Code.UNKNOWN_TYPE);
  }

  @Test
  void aWorkGroupTypeThatNobodyKnowsIsFoundWithTheNearest() throws IOException {
    isFound(Code.UNKNOWN_TYPE, DRL, 33, "`primary-embeding` in `next`. Maybe `primary-embedding`?");
    assertThat(only(Code.UNKNOWN_TYPE).severity()).isEqualTo(Severity.WARNING);

    Path where = folder.resolve("types");
    base(where);
    Files.writeString(
        where.resolve("base/publisher.yaml"),
        BASE.replace("[primary-development]", "[primary-development, reading-group]"));
    Files.writeString(
        where.resolve("base/primary-development.drl"),
        BASE_RULES
            + """
            rule "more" @Cites("page: four") when Offering( type == "primary-development" ) then
                terms.eligibility("before").must(earlierParticipation().includesAny("primary-readines", "reading-group", "lesson-design"));
                terms.eligibility("in-a-year").must(not(participationIn("2017/18").includesAll("quite-another")));
                terms.eligibility("ever").must(phase().is(PRIMARY)).referWhen(participation().includesAny("reading-grup"));
                terms.grant("grant").amountNotStated().towards(TEXTBOOKS).when(participation().includesAny("lesson-desing"));
            end
            """);
    assertThat(PackCheck.check(where, Optional.empty()))
        .filteredOn(finding -> finding.code() == Code.UNKNOWN_TYPE)
        .extracting(CheckFinding::what)
        .containsExactly(
            "unknown work group type `primary-readines` in `before`; no school has taken part in it,"
                + " unless another hub calls one so. Maybe `primary-readiness`?",
            "unknown work group type `quite-another` in `in-a-year`; no school has taken part in it,"
                + " unless another hub calls one so. If it is right, give it a title under `types`",
            "unknown work group type `reading-grup` in `ever`; no school has taken part in it,"
                + " unless another hub calls one so. Maybe `reading-group`?",
            "unknown work group type `lesson-desing` in `grant`; no school has taken part in it,"
                + " unless another hub calls one so. Maybe `lesson-design`?");
  }

  @Test
  void anOfferingThatSaysNothingOfWhoMayJoinIsFoundWithAKindOfSchool() {
    isFound(Code.NO_ELIGIBILITY, "reading-group.drl", 1, "`reading-group`");
    assertThat(only(Code.NO_ELIGIBILITY).example()).isPresent();
  }

  @Test
  void mistakesOfAFormMapAreFound() {
    isFound(Code.FORM_MAP, "own.form.yaml", 3, "`school.urm` is not a place", "`school.urn`");
    assertThat(faulty)
        .filteredOn(finding -> finding.file().endsWith("other.form.yaml"))
        .extracting(CheckFinding::what)
        .containsExactly("the policy does not ask for `own-questions`. Maybe `own-question`?");
  }

  @Test
  void aRuleFileWithoutCasesIsFound() {
    isFound(Code.NO_CASES, "reading-group.drl", 1, "`reading-group.cases.yaml`");
    only(Code.NO_CASES);
  }

  @Test
  void aCaseThatDoesNotHoldIsFoundWithItsLine() {
    isFound(
        Code.CASE_FAILS,
        "primary-development.cases.yaml",
        7,
        "`wrong`",
        "`verdict` is MORE_INFORMATION_NEEDED instead of YES");
    only(Code.CASE_FAILS);
  }

  @Test
  void outcomesWithoutACaseAreFoundIfADocumentCanShowThem() {
    isFound(Code.NOT_EXERCISED, DRL, 5, "`visits` met, or unmet or left to the hub, or with");
    isFound(Code.NOT_EXERCISED, DRL, 15, "`days` unmet or left to the hub");
    assertThat(faulty)
        .noneMatch(f -> f.code() == Code.NOT_EXERCISED && f.what().contains("`days` met"));
  }

  @Test
  void everyCodeButThoseOfWholePacksIsAmongTheFindings() {
    assertThat(faulty)
        .extracting(CheckFinding::code)
        .contains(
            List.of(Code.values()).stream()
                .filter(code -> code != Code.DOES_NOT_LOAD && code != Code.TOO_MUCH)
                .toArray(Code[]::new));
    assertThat(faulty).noneMatch(finding -> finding.where().contains("faulty/base"));
  }

  @Test
  void theFindingsOnAFileComeInTheOrderOfItsLines() {
    List<Long> lines =
        faulty.stream()
            .filter(finding -> finding.file().endsWith(DRL))
            .map(finding -> finding.line().orElseThrow())
            .toList();
    assertThat(lines).hasSizeGreaterThan(5).isSorted();
  }

  @Test
  void requirementsContradictEachOtherWhereOneDocumentAnswersThem() throws IOException {
    Path where = folder.resolve("contradictions");
    base(where);
    Files.writeString(
        where.resolve("base/primary-development.drl"),
        BASE_RULES
            + """
            rule "more" @Cites("page: four") when Offering( type == "primary-development" ) then
                terms.application("phase-again").must(phase().is(SECONDARY));
                terms.group("few").must(schools().isAtMost(1));
                terms.progress("other-phase").must(phase().is(SECONDARY));
                terms.eligibility("maybe").should(phase().is(SECONDARY));
            end
            """);
    assertThat(PackCheck.check(where, Optional.empty()))
        .filteredOn(finding -> finding.code() == Code.CONTRADICTION)
        .extracting(finding -> finding.what().replaceAll(" of .*", ""))
        .containsExactly(
            "no document can meet both `phase-again` and `phase`",
            "no document can meet both `few` and `size`");
  }

  @Test
  void aGroupCanMeetOnAllDaysOfAList() throws IOException {
    Path where = folder.resolve("days");
    base(where);
    Files.writeString(
        where.resolve("base/primary-development.drl"),
        BASE_RULES
            + """
            rule "dates" @Cites("page: four") when Offering( type == "primary-development" ) then
                terms.group("dates").must(allOf(
                    someSession(date().isBetween("2022-09-20", "2022-09-20")),
                    someSession(date().isBetween("2022-11-15", "2022-11-15")),
                    someSession(date().isBetween("2023-01-17", "2023-01-17")),
                    someSession(date().isBetween("2023-03-14", "2023-03-14")),
                    someSession(date().isBetween("2023-06-20", "2023-06-20"))));
            end
            """);
    assertThat(PackCheck.check(where, Optional.empty()))
        .filteredOn(finding -> finding.what().contains("dates"))
        .extracting(CheckFinding::code)
        .doesNotContain(Code.CANNOT_HOLD, Code.NEEDLESS_PART);
  }

  private static final String KINDS =
      """
          terms.grant("grant").of(pounds(100)).perSchool().towards(RELEASE_TIME);
          terms.provision("meetings").that("three meetings are held");
          terms.priority("need").of("schools in most need").goFirstFor("primary-development").inYear("2024/25");
          terms.undertaking("plan").must("write a plan");
          terms.eligibility("phase").must(phase().is(PRIMARY));
      """;

  private List<CheckFinding> replacing(String name, String before, String after)
      throws IOException {
    Path where = folder.resolve(name);
    for (String hub : List.of("base", "here")) {
      Path pack = Files.createDirectories(where.resolve(hub));
      Files.writeString(
          pack.resolve("publisher.yaml"),
          BASE.replace("hub: base", "hub: " + hub)
              + (hub.equals("here") ? "extends: [base]\nyear: 2024/25\n" : ""));
      Files.writeString(
          pack.resolve("primary-development.drl"),
          (hub.equals("here")
                  ? "package here.y2024_25.primary_development\n"
                  : "package base.primary_development\n")
              + "rule \"all\" @Cites(\"page: one\") when"
              + " Offering( type == \"primary-development\" ) then\n"
              + (hub.equals("here") ? after : before)
              + "end\n");
    }
    return PackCheck.check(where, Optional.empty()).stream()
        .filter(finding -> finding.where().contains("/here/"))
        .filter(f -> f.code() == Code.CHANGES_NOTHING || f.code() == Code.LOOSENS)
        .toList();
  }

  @Test
  void aTermOfAnyKindThatSaysTheSameChangesNothing() throws IOException {
    assertThat(replacing("same", KINDS, KINDS))
        .extracting(finding -> finding.code() + " " + finding.what().replaceAll(" .*", ""))
        .containsExactlyInAnyOrder(
            "CHANGES_NOTHING `grant`",
            "CHANGES_NOTHING `meetings`",
            "CHANGES_NOTHING `need`",
            "CHANGES_NOTHING `plan`",
            "CHANGES_NOTHING `phase`");
  }

  @Test
  void otherWordsLoosenNothingButALesserDutyOrGrantDoes() throws IOException {
    String others =
        KINDS
            .replace("three meetings", "two meetings")
            .replace("most need", "some need")
            .replace("pounds(100)", "pounds(90)")
            .replace("must(\"write a plan\")", "should(\"write a plan\")");
    assertThat(replacing("others", KINDS, others))
        .extracting(
            finding -> finding.code() + " " + finding.what().replaceAll(".*?`(.*?)`.*", "$1"))
        .containsExactlyInAnyOrder("LOOSENS grant", "LOOSENS plan", "CHANGES_NOTHING phase");
    assertThat(replacing("back", others, KINDS))
        .extracting(
            finding -> finding.code() + " " + finding.what().replaceAll(".*?`(.*?)`.*", "$1"))
        .contains("CHANGES_NOTHING phase")
        .doesNotContain("LOOSENS plan", "LOOSENS meetings", "LOOSENS need");
  }

  @Test
  void aPackThatDoesNotLoadIsFoundWithFileAndLine() throws IOException {
    Path broken = folder.resolve("broken");
    base(broken);
    Files.writeString(
        broken.resolve("base/primary-development.drl"),
        BASE_RULES.replace("isAtLeast(6)", "isAtLest(6)").replace("PRIMARY", "PRIMERY"));
    ImmutableList<CheckFinding> findings = PackCheck.check(broken, Optional.empty());
    String rules = broken.resolve("base/primary-development.drl").toString();
    assertThat(findings)
        .extracting(CheckFinding::where)
        .containsExactly(rules + ":3", rules + ":6");
    assertThat(findings)
        .allSatisfy(
            finding -> {
              assertThat(finding.code()).isEqualTo(Code.DOES_NOT_LOAD);
              assertThat(finding.severity()).isEqualTo(Severity.ERROR);
              assertThat(finding.file()).isEqualTo(rules);
              assertThat(finding.what()).doesNotContain(":3", ":6").contains(". Maybe `");
            });
    base(broken);
    Path publisher = broken.resolve("base/publisher.yaml");
    Files.writeString(publisher, BASE + "extra: 1\n");
    assertThat(PackCheck.check(broken, Optional.empty()))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.where()).isEqualTo(publisher + ":7");
              assertThat(finding.what()).startsWith("`extra`: unknown key");
            });
  }

  private static String baseRule(String name, String then) {
    return "rule \""
        + name
        + "\" @Cites(\"page: more\") when Offering( type == \"primary-development\" ) then "
        + then
        + " end\n";
  }

  /** The findings on the base pack with these rules and no cases. */
  private List<CheckFinding> onBase(String name, String rules) throws IOException {
    Path where = Files.createDirectories(folder.resolve(name).resolve("base"));
    Files.writeString(where.resolve("publisher.yaml"), BASE);
    Files.writeString(where.resolve(DRL), "package base.primary_development\n" + rules);
    return PackCheck.check(folder.resolve(name), Optional.empty());
  }

  @Test
  void aNeedlessPartIsFoundInAConditionAndInAReferralToo() throws IOException {
    String either = "anyOf(country().in(ENGLAND, WALES), country().is(WALES))";
    assertThat(
            onBase(
                "parts",
                baseRule(
                        "grant",
                        "terms.grant(\"grant\").of(pounds(1)).perSchool().towards(RELEASE_TIME)"
                            + ".when("
                            + either
                            + ");")
                    + baseRule(
                        "referred",
                        "terms.eligibility(\"referred\").must(phase().is(PRIMARY)).referWhen("
                            + either
                            + ");")))
        .filteredOn(finding -> finding.code() == Code.NEEDLESS_PART)
        .extracting(finding -> finding.what().replaceAll(",.*", ""))
        .containsExactly("in `grant`", "in `referred`");
  }

  @Test
  void termsThatStayOpenAlthoughEveryAnswerLeadsToOneVerdictAreNamed() throws IOException {
    String committed = "terms.answer(\"committed-to-mastery\").isConfirmed()";
    assertThat(
            onBase(
                "open",
                baseRule(
                        "twice",
                        "terms.eligibility(\"twice\").must(anyOf("
                            + committed
                            + ", not("
                            + committed
                            + ")));")
                    + baseRule("either", "terms.commitment(\"either\").should(" + committed + ");")
                    + baseRule("or", "terms.commitment(\"or\").should(not(" + committed + "));")))
        .filteredOn(finding -> finding.code() == Code.STAYS_OPEN)
        .extracting(finding -> finding.what().replaceAll(" (asks|of) .*", ""))
        .containsExactlyInAnyOrder("`twice`", "`or` and `either`");
    assertThat(
            onBase(
                "settled",
                baseRule("once", "terms.eligibility(\"once\").must(" + committed + ");")
                    + baseRule("again", "terms.commitment(\"again\").should(" + committed + ");")))
        .filteredOn(finding -> finding.code() == Code.STAYS_OPEN)
        .isEmpty();
  }

  @Test
  void twoLastDaysForOneThingAreFound() throws IOException {
    String form = "terms.application(\"form\").must(submitted().isBy(\"2024-05-27\"));";
    String page = "terms.application(\"page\").should(submitted().isBy(\"2024-05-30\"));";
    assertThat(onBase("two", baseRule("form", form) + baseRule("page", page)))
        .filteredOn(finding -> finding.code() == Code.TWO_DEADLINES)
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.what())
                  .isEqualTo(
                      "`form` and `page` give two days for one thing: on or before 27 May 2024, and"
                          + " on or before 30 May 2024");
              assertThat(finding.example())
                  .hasToString(
                      "Optional[SchoolKind[phase=PRIMARY, establishmentType=COMMUNITY_SCHOOL,"
                          + " country=ENGLAND]]");
            });
    String opens = "terms.application(\"opens\").must(submitted().isFrom(\"2024-05-01\"));";
    assertThat(onBase("span", baseRule("form", form) + baseRule("opens", opens)))
        .noneMatch(finding -> finding.code() == Code.TWO_DEADLINES);
  }

  @Test
  void aPackThatSaysWhoMayJoinForSomeSchoolsOrOnSomeDaysIsFound() throws IOException {
    String phase =
        baseRule("phase", "terms.eligibility(\"phase\").must(phase().is(PRIMARY));")
            .replace(") then", ") SchoolKind( special ) then");
    String forAll =
        baseRule("days", "terms.commitment(\"days\").must(leadParticipants().isAtLeast(3));");
    assertThat(onBase("some", phase + forAll))
        .filteredOn(finding -> finding.code() == Code.NO_ELIGIBILITY)
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.what())
                  .isEqualTo(
                      "no rule says who may join `primary-development`,"
                          + " for some kinds of school");
              assertThat(finding.example().orElseThrow().isSpecial()).isFalse();
            });
    String untilEaster =
        baseRule("phase", "terms.eligibility(\"phase\").must(phase().is(PRIMARY));")
            .replace("when", "@EffectiveUntil(\"2025-03-31\") when");
    assertThat(onBase("until", untilEaster))
        .filteredOn(finding -> finding.code() == Code.NO_ELIGIBILITY)
        .extracting(CheckFinding::what)
        .containsExactly("no rule says who may join `primary-development`, from 2025-04-01");
  }

  @Test
  void aContradictionOfTheUnderlyingPackIsNotThatOfThePackOnTop() throws IOException {
    Path where = folder.resolve("below");
    base(where);
    Files.writeString(
        where.resolve("base").resolve(DRL),
        BASE_RULES
            + baseRule("again", "terms.application(\"again\").must(phase().is(SECONDARY));"));
    Path here = Files.createDirectories(where.resolve("here"));
    Files.writeString(here.resolve("publisher.yaml"), PUBLISHER.replace(", reading-group]", "]"));
    Files.writeString(
        here.resolve(DRL),
        "package here.y2024_25.primary_development\n"
            + baseRule("third", "terms.eligibility(\"third\").must(phase().is(NURSERY));")
                .replace("page:", "flyer:"));
    assertThat(PackCheck.check(where, Optional.empty()))
        .filteredOn(finding -> finding.code() == Code.CONTRADICTION)
        .extracting(finding -> finding.where() + " " + finding.what().replaceAll(": .*", ""))
        .containsExactly(
            where.resolve("base").resolve(DRL)
                + ":12 no document can meet both `again` and `phase` of "
                + where.resolve("base").resolve(DRL)
                + ":2",
            here.resolve(DRL)
                + ":2 no document can meet both `third` and `phase` of "
                + where.resolve("base").resolve(DRL)
                + ":2",
            here.resolve(DRL)
                + ":2 no document can meet both `third` and `again` of "
                + where.resolve("base").resolve(DRL)
                + ":12");
  }

  @Test
  void aSourceThatOnlyADerogationCitesIsUsed() throws IOException {
    assertThat(
            onBase(
                "derogation",
                baseRule("open", "terms.eligibility(\"open\").leftToHub();")
                    .replace("when", "@Derogation(\"letter: all of it\") when")))
        .filteredOn(finding -> finding.code() == Code.DOES_NOT_LOAD)
        .hasSize(1);
    Path publisher = folder.resolve("derogation/base/publisher.yaml");
    Files.writeString(
        publisher,
        BASE + "  letter: { title: A letter, publisher: A base, last-checked: 2025-01-02 }\n");
    assertThat(PackCheck.check(folder.resolve("derogation"), Optional.empty()))
        .extracting(CheckFinding::code)
        .doesNotContain(Code.DOES_NOT_LOAD, Code.UNUSED_SOURCE);
  }

  @Test
  void casesThatCannotBeReadAreFoundWithTheirLine() throws IOException {
    onBase("cases", baseRule("open", "terms.eligibility(\"open\").leftToHub();"));
    Path cases = folder.resolve("cases/base/primary-development.cases.yaml");
    Files.writeString(cases, BASE_CASES.replaceFirst("verdict", "verdikt"));
    assertThat(PackCheck.check(folder.resolve("cases"), Optional.empty()))
        .filteredOn(finding -> finding.code() == Code.CASE_FAILS)
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.where()).isEqualTo(cases + ":7");
              assertThat(finding.what()).contains("verdikt").contains("Maybe `verdict`");
            });
  }

  @Test
  void aFaultOfAWholeFileIsReportedOnItsFirstLine() throws IOException {
    Path publisher = folder.resolve("whole/base/publisher.yaml");
    onBase("whole", baseRule("open", "terms.eligibility(\"open\").leftToHub();"));
    Files.writeString(publisher, BASE.replace("language: 2", "language: 7"));
    assertThat(PackCheck.check(folder.resolve("whole"), Optional.empty()))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.where()).isEqualTo(publisher + ":1");
              assertThat(finding.what()).startsWith("`language` is 7");
            });
  }

  @Test
  void aFaultOfAPackIsReportedWithItsId() throws IOException {
    String open = baseRule("open", "terms.eligibility(\"open\").leftToHub();");
    onBase("twice", open);
    onBase("twice/again", open);
    assertThat(PackCheck.check(folder.resolve("twice"), Optional.empty()))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.code()).isEqualTo(Code.DOES_NOT_LOAD);
              assertThat(finding.where()).isEqualTo(folder.resolve("twice/base").toString());
              assertThat(finding.what()).startsWith("two packs have the id `");
            });
  }

  @Test
  void aFolderThatIsNotThereOrHoldsNoPackIsRefused() throws IOException {
    Path empty = Files.createDirectories(folder.resolve("empty"));
    assertThatThrownBy(() -> PackCheck.check(folder.resolve("nowhere"), Optional.empty()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("the folder does not exist");
    assertThatThrownBy(() -> PackCheck.check(empty, Optional.empty()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("the folder contains no pack");
  }

  @Tag("slow")
  @Test
  void theBundledPacksHaveNoErrorsAndTheirCasesShowEverything() {
    ImmutableList<CheckFinding> findings = PackCheck.check(BUNDLED, Optional.empty());
    assertThat(findings).filteredOn(f -> f.severity() == Severity.ERROR).isEmpty();
    assertThat(findings)
        .extracting(CheckFinding::code)
        .containsOnly(Code.CHANGES_NOTHING, Code.LOOSENS);
  }
}
