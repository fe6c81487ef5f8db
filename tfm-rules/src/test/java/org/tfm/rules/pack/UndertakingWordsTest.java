package org.tfm.rules.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Maps;
import com.google.common.collect.MoreCollectors;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tfm.model.assessment.Assessment;
import org.tfm.model.assessment.Finding;
import org.tfm.model.document.Progress;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.Offering;
import org.tfm.model.term.Section;
import org.tfm.rules.book.PolicyBook;

/** What a school agrees to do is checked in its progress if the rule says so. */
class UndertakingWordsTest {

  private static final Offering OFFERING =
      Offering.of("hub", "primary-development", AcademicYear.startingIn(2022));

  private static final String SESSION =
      "terms.undertaking(\"session\").must(\"hold a session every day\").checkedInProgress();";

  private static PackFiles pack(String hub, String base, String annotations, String then) {
    String rule = SmallPacks.rule("rule-of-" + hub, then);
    return SmallPacks.files(
        hub,
        "2022/23",
        base,
        annotations.isEmpty() ? rule : rule.replace("    @Cites", annotations + "\n    @Cites"));
  }

  private static PolicyBook book(PackFiles... packs) {
    PolicyBook.Builder builder = PolicyBook.builder();
    List.of(packs).forEach(builder::files);
    return builder.build();
  }

  private static PolicyBook hub(String then) {
    return book(pack("hub", "", "", then));
  }

  private static Assessment assessed(PolicyBook book, String answers) {
    Progress progress =
        book.readProgress(
            """
            {"offering": {"hub": "hub", "type": "primary-development", "year": "2022/23"},
             "school": {"urn": 100008, "phase": "PRIMARY", "establishmentType": "COMMUNITY_SCHOOL",
                        "country": "ENGLAND"}, "answers": {%s}}
            """
                .formatted(answers));
    return book.decide(progress, LocalDate.of(2022, 9, 1)).assessment();
  }

  private static List<String> sentencesOf(PolicyBook book, Section section) {
    return book.terms(OFFERING).terms().stream()
        .filter(term -> term.section() == section)
        .map(term -> term.sentence())
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          must   | "session": true  | MET              | The school holds a session every day.
          must   | "session": false | UNMET            | The school must hold a session every day; it does not.
          must   |                  | EVIDENCE_MISSING | The school must hold a session every day. Please answer: Does the school hold a session every day?
          should | "session": true  | MET              | The school holds a session every day.
          should | "session": false | REFERRED         | The school should hold a session every day; it does not. The hub decides.
          """)
  void theProgressIsAskedWhetherTheSchoolDoesIt(
      String strength, String answers, String status, String sentence) {
    Finding finding =
        assessed(hub(SESSION.replace("must", strength)), answers == null ? "" : answers)
            .findings()
            .stream()
            .collect(MoreCollectors.onlyElement());
    assertThat(finding.status()).hasToString(status);
    assertThat(finding.sentence()).isEqualTo(sentence);
  }

  @Test
  void theApplicationStillListsItAsSomethingTheSchoolWillDo() {
    assertThat(sentencesOf(hub(SESSION), Section.UNDERTAKING))
        .containsExactly("The school will hold a session every day.");
    assertThat(sentencesOf(hub(SESSION), Section.PROGRESS))
        .containsExactly("The school must hold a session every day.");
  }

  @Test
  void anUndertakingIsNotCheckedUnlessTheRuleSaysSo() {
    PolicyBook book = hub(SESSION.replace(".checkedInProgress()", ""));
    assertThat(assessed(book, "").findings()).isEmpty();
    assertThatThrownBy(() -> assessed(book, "\"session\": true"))
        .hasMessageContaining("no policy asks for");
  }

  @Test
  void aQuestionOfTheLibraryWithTheSameIdIsAsked() {
    String reports = "terms.undertaking(\"reports\").must(\"send reports\").checkedInProgress();";
    assertThat(sentencesOf(hub(reports), Section.PROGRESS))
        .containsExactly("The school must have provided the reports that the hub asked for.");
  }

  @ParameterizedTest
  @CsvSource({
    "write a plan, The school writes a plan.",
    "carry it out, The school carries it out.",
    "play a part, The school plays a part.",
    "have its leads meet, The school has its leads meet.",
    "be host once, The school is host once.",
    "teach in pairs, The school teaches in pairs.",
    "do it daily, The school does it daily.",
    "discuss it, The school discusses it.",
    "collaborate, The school collaborates.",
  })
  void aDutyThatIsMetIsSaidInThePresent(String duty, String sentence) {
    PolicyBook book = hub(SESSION.replace("hold a session every day", duty));
    assertThat(assessed(book, "\"session\": true").findings().get(0).sentence())
        .isEqualTo(sentence);
    assertThat(assessed(book, "\"session\": false").findings().get(0).sentence())
        .startsWith("The school must " + duty + "; it ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "also take part",
        "regularly meet",
        "still work with its group",
        "in each term hold a session",
        "send, by May, a plan",
        "provide: reports"
      })
  void aDutyThatIsCheckedStartsWithItsVerb(String duty) {
    assertThatThrownBy(() -> hub(SESSION.replace("hold a session every day", duty)))
        .hasMessageContaining("but a duty that is checked starts with its verb");
  }

  @ParameterizedTest
  @ValueSource(strings = {"focus on fluency", "tie its work to the plan"})
  void aVerbWhoseFormsAreNotKnownIsRefused(String duty) {
    assertThatThrownBy(() -> hub(SESSION.replace("hold a session every day", duty)))
        .hasMessageContaining("which makes no question; use another verb");
  }

  @Test
  void anotherRequirementOfTheYearStaysWhenTheDutyIsReplaced() {
    String both =
        "terms.undertaking(\"session\").must(\"attend workshops\");"
            + " terms.progress(\"session\").must(workshopsAttended().isAtLeast(3));";
    String own = "terms.undertaking(\"session\").must(\"attend all workshops\");";
    PolicyBook book = book(pack("base", "", "", both), pack("hub", "base/2022-23", "", own));
    assertThat(sentencesOf(book, Section.PROGRESS)).hasSize(1);
  }

  @Test
  void aDutyDoesNotAskSomethingElseForTheFactOfAProtectedTerm() {
    PackFiles base =
        SmallPacks.files(
            SmallPacks.publisher("base", "2022/23", "")
                + """
                facts:
                  session: { kind: yes-no, subject: the school, verb: has, complement: a plan }
                """,
            "package base.y2022_23.primary_development\n"
                + SmallPacks.rule(
                        "plan",
                        "terms.progress(\"plan\").must(terms.answer(\"session\").isConfirmed());")
                    .replace("    @Cites", "    @Protected(\"agreed\")\n    @Cites"));
    PackFiles named = new PackFiles("base/2022-23", base.texts());
    assertThatThrownBy(() -> book(named, pack("hub", "base/2022-23", "", SESSION)))
        .hasMessageContaining("a protected term uses the fact `session`");
  }

  @Test
  void aDutyThatIsCheckedIsNoSentence() {
    String full = SESSION.replace("every day", "every day.");
    assertThatThrownBy(() -> hub(full))
        .hasMessageContaining("the undertaking `session` ends like a sentence");
    assertThat(sentencesOf(hub(full.replace(".checkedInProgress()", "")), Section.UNDERTAKING))
        .containsExactly("The school will hold a session every day.");
  }

  @Test
  void aVerbThatEndsLikeAnAdverbIsOne() {
    assertThat(
            sentencesOf(
                hub(SESSION.replace("hold a session every day", "apply the approach")),
                Section.PROGRESS))
        .containsExactly("The school must apply the approach.");
  }

  @Test
  void anotherTextTakesThePlaceOfTheDutyAndOfItsCheck() {
    String own = "terms.undertaking(\"session\").should(\"hold two sessions a week\");";
    PolicyBook book = book(pack("base", "", "", SESSION), pack("hub", "base/2022-23", "", own));
    assertThat(sentencesOf(book, Section.UNDERTAKING))
        .containsExactly("The school is expected to hold two sessions a week.");
    assertThat(sentencesOf(book, Section.PROGRESS)).isEmpty();
    PolicyBook checked =
        book(
            pack("base", "", "", SESSION),
            pack("hub", "base/2022-23", "", own.replace(";", ".checkedInProgress();")));
    assertThat(sentencesOf(checked, Section.PROGRESS))
        .containsExactly("The school should hold two sessions a week.");
  }

  @Test
  void theCheckOfAProtectedDutyStays() {
    PackFiles base = pack("base", "", "    @Protected(\"agreed\")", SESSION);
    assertThatThrownBy(
            () ->
                book(
                    base,
                    pack("hub", "base/2022-23", "", SESSION.replace(".checkedInProgress()", ""))))
        .hasMessageContaining("the term `session` is protected");
    assertThat(sentencesOf(book(base, pack("hub", "base/2022-23", "", SESSION)), Section.PROGRESS))
        .hasSize(1);
  }

  @Test
  void aDutyAndANumberDoNotShareOneAnswer() {
    String publisher =
        SmallPacks.PUBLISHER
            + """
            facts:
              session: { kind: number, label: the sessions, question: "How many sessions are held?" }
            """;
    PackFiles numbers =
        SmallPacks.files(publisher, SmallPacks.PACKAGE + SmallPacks.rule("a", SESSION));
    assertThatThrownBy(() -> book(numbers))
        .hasMessageContaining("the answer `session` is not yes or no");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "read and discuss the report",
        "write a plan and send it",
        "write a plan, then share the plan",
        "hold a session or watch the film"
      })
  void aDutyThatIsCheckedHasOneVerb(String duty) {
    String rule = SESSION.replace("hold a session every day", duty);
    assertThatThrownBy(() -> hub(rule)).hasMessageContaining("Write two undertakings");
    assertThat(sentencesOf(hub(rule.replace(".checkedInProgress()", "")), Section.UNDERTAKING))
        .containsExactly("The school will " + duty + ".");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "write a plan and a report",
        "take part in meetings and workshops",
        "teach reading and spelling the same way",
        "meet in school and with the lead",
        "teach an hour of maths and an hour of English a week",
        "share plans and results with the hub",
        "have its leads plan and run a day",
        "help its teachers plan and teach the lessons",
        "encourage its teachers to plan and teach the lessons"
      })
  void aNounAfterAndIsNoVerb(String duty) {
    assertThat(
            sentencesOf(hub(SESSION.replace("hold a session every day", duty)), Section.PROGRESS))
        .containsExactly("The school must " + duty + ".");
  }

  @Test
  void aDutyThatIsNoLongerCheckedHasNoAnswer() {
    String own = "terms.undertaking(\"session\").should(\"hold two sessions a week\");";
    for (String other : List.of("terms.withdraw(\"session\");", own)) {
      PolicyBook book = book(pack("base", "", "", SESSION), pack("hub", "base/2022-23", "", other));
      assertThatThrownBy(() -> assessed(book, "\"session\": true"))
          .as(other)
          .hasMessageContaining("no policy asks for");
    }
    PolicyBook checked =
        book(
            pack("base", "", "", SESSION),
            pack("hub", "base/2022-23", "", own.replace(";", ".checkedInProgress();")));
    assertThat(assessed(checked, "\"session\": true").findings()).hasSize(1);
  }

  @Test
  void onlyUndertakingsAreChecked() {
    assertThatThrownBy(
            () -> hub("terms.provision(\"a\").that(\"the hub runs a day\").checkedInProgress();"))
        .hasMessageContaining(
            "unexpected word `checkedInProgress`. Only an undertaking has `checkedInProgress`");
    assertThatThrownBy(() -> hub("terms.provision(\"a\").must(phase().is(PRIMARY));"))
        .hasMessageContaining("Only a requirement or an undertaking has `must`");
  }

  @Test
  void aDutyStartsWithASmallLetter() {
    assertThatThrownBy(() -> hub(SESSION.replace("hold", "Hold")))
        .hasMessageContaining(
            "the text completes \"The school will …\", so `Hold` has a small letter there. Write"
                + " `hold`");
  }

  private static PackFiles asking(String hub, String base, String fact) {
    return new PackFiles(
        hub + "/2022-23",
        SmallPacks.files(
                SmallPacks.publisher(hub, "2022/23", base) + fact,
                "package "
                    + hub
                    + ".y2022_23.primary_development\n"
                    + SmallPacks.rule(
                        "a-" + hub, "terms.eligibility(\"a-" + hub + "\").leftToHub();"))
            .texts());
  }

  @Test
  void twoPacksThatAskDifferentlyForOneAnswerAreNotExtendedTogether() {
    String yesNo =
        """
        facts:
          plan: { kind: yes-no, subject: the school, verb: has, complement: a plan }
        """;
    String number =
        """
        facts:
          plan: { kind: number, label: the plans, question: "How many?" }
        """;
    PackFiles both = asking("hub", "one/2022-23, two/2022-23", "");
    assertThatThrownBy(() -> book(asking("one", "", yesNo), asking("two", "", number), both))
        .hasMessageContaining(
            "`extends` combines packs that do not agree: the fact `plan` takes other answers in"
                + " `two/2022-23` than in `one/2022-23`");
    assertThat(book(asking("one", "", yesNo), asking("two", "", yesNo), both).packs()).hasSize(3);
    PackFiles older =
        new PackFiles(
            both.name(),
            ImmutableSortedMap.copyOf(
                Maps.transformValues(
                    both.texts(), text -> text.replace("language: 2", "language: 1"))));
    assertThat(book(asking("one", "", yesNo), asking("two", "", number), older).packs()).hasSize(3);
  }
}
