package org.tfm.rules.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.tfm.model.assessment.TermsTable;
import org.tfm.model.document.Answers;
import org.tfm.model.document.Application;
import org.tfm.model.document.Document;
import org.tfm.model.document.Progress;
import org.tfm.model.document.WorkGroup;
import org.tfm.model.json.TfmJson;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.Offering;
import org.tfm.model.record.DecisionRecord;
import org.tfm.model.school.PartialSchoolKind;
import org.tfm.model.school.School;
import org.tfm.rules.pack.SmallPacks;

/** The first calls of a program: reading, deciding and listing the offerings. */
class EntryTest {

  private static final PolicyBook BOOK = PolicyBook.bundled();
  private static final AcademicYear YEAR = AcademicYear.parse("2022/23");
  private static final Offering OFFERING =
      Offering.of("cheshire-wirral", "primary-development", YEAR);
  private static final Application APPLICATION =
      Application.builder()
          .offering(OFFERING)
          .school(School.builder().urn(100_008).build())
          .build();

  private static List<Problem> refused(String json) {
    return catchThrowableOfType(InvalidInputException.class, () -> BOOK.readApplication(json))
        .problems();
  }

  // Reading

  @Test
  void everyDocumentIsReadAsItWasWritten() {
    assertThat(BOOK.readApplication(TfmJson.write(APPLICATION))).isEqualTo(APPLICATION);
    WorkGroup group = WorkGroup.builder().offering(OFFERING).build();
    assertThat(BOOK.readGroup(TfmJson.write(group))).isEqualTo(group);
    Progress progress = Progress.builder().offering(OFFERING).school(APPLICATION.school()).build();
    assertThat(BOOK.readProgress(TfmJson.write(progress))).isEqualTo(progress);
  }

  @Test
  void formOfferingAndAnswersAreCheckedAtOnce() {
    assertThat(
            refused(
                """
                {
                  "offering": { "hub": "cheshire-wirral", "type": "primary-dvelopment",
                                "year": "2022/23" },
                  "school": { "urn": 100008, "phase": "PRIMRY" },
                  "leadParticipants": [ { "trn": "12" } ],
                  "answers": {
                    "capacity-for-development": "yes",
                    "comitted-to-mastery": true,
                    "full-year-commitment": true
                  },
                  "unknown": 1
                }
                """))
        .extracting(
            Problem::code,
            problem -> problem.pointer().orElse(""),
            problem -> problem.hint().startsWith("Expected") ? "" : problem.hint())
        .containsExactly(
            tuple(ProblemCode.NO_POLICY, "/offering/type", "Maybe `primary-development`?"),
            tuple(ProblemCode.UNKNOWN_WORD, "/school/phase", "Maybe `PRIMARY`?"),
            tuple(ProblemCode.INVALID_VALUE, "/leadParticipants/0/trn", ""),
            tuple(ProblemCode.WRONG_TYPE, "/answers/capacity-for-development", ""),
            tuple(
                ProblemCode.UNKNOWN_KEY,
                "/answers/comitted-to-mastery",
                "Maybe `committed-to-mastery`?"),
            tuple(ProblemCode.UNKNOWN_KEY, "/unknown", ""));
  }

  @Test
  void aPartOfTheOfferingThatCannotBeReadHidesNeitherTheOtherPartsNorTheAnswers() {
    assertThat(
            refused(
                "{\"offering\":{\"hub\":\"cheshire-wirrall\",\"type\":7,\"year\":\"2022\"},"
                    + "\"school\":{\"urn\":1},\"answers\":{\"nobody-asks\":1}}"))
        .extracting(Problem::code, problem -> problem.pointer().orElse(""))
        .containsExactly(
            tuple(ProblemCode.NO_POLICY, "/offering/hub"),
            tuple(ProblemCode.WRONG_TYPE, "/offering/type"),
            tuple(ProblemCode.INVALID_VALUE, "/offering/year"),
            tuple(ProblemCode.INVALID_VALUE, "/school/urn"),
            tuple(ProblemCode.UNKNOWN_KEY, "/answers/nobody-asks"));
    assertThat(refused("{\"answers\":{\"nobody-asks\":1}}"))
        .extracting(problem -> problem.pointer().orElse(""))
        .containsExactly("/offering", "/school", "/answers/nobody-asks");
  }

  @Test
  void everyProblemSaysOnWhichLineItIs() {
    assertThat(
            refused(
                """
                {
                  "offering": {
                    "hub": "west-yorkshire",
                    "type": "primary-development",
                    "year": "2021/22"
                  },
                  "school": { "urn": 100008 },
                  "answers": {
                    "nobody-asks": 1
                  }
                }
                """))
        .extracting(Problem::toString)
        .containsExactly(
            "`offering.year` (line 5): the hub `west-yorkshire` has no policy for"
                + " `primary-development` in 2021/22. Expected `2023/24`",
            "`answers.nobody-asks` (line 9): no policy asks for `nobody-asks`");
  }

  @Test
  void anAnswerThatOnlySomePoliciesAskIsNotRefusedWhereTheOfferingIsUnknown() {
    String own =
        BOOK.packs().stream()
            .flatMap(
                pack ->
                    pack.offers().stream()
                        .map(
                            type ->
                                BOOK.terms(
                                    Offering.of(pack.hub().id(), type, pack.year().orElse(YEAR)))))
            .flatMap(terms -> terms.ownFacts().stream())
            .findFirst()
            .orElseThrow()
            .id();
    assertThat(
            refused(
                "{\"offering\":{\"hub\":\"nowhere\",\"type\":\"t\",\"year\":\"2022/23\"},"
                    + "\"school\":{\"urn\":100008},\"answers\":{\""
                    + own
                    + "\":true,\"nobody-asks\":1}}"))
        .extracting(problem -> problem.pointer().orElse(""))
        .containsExactly("/offering/hub", "/answers/nobody-asks");
  }

  @Test
  void readingAndDecidingRefuseTheSameDocuments() {
    Application answering =
        Application.builder()
            .from(APPLICATION)
            .offering(Offering.of("nowhere", "primary-development", YEAR))
            .answers(Answers.of(Map.of("nobody-asks", 1)))
            .build();
    assertThatThrownBy(() -> BOOK.decide(answering))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContainingAll(
            "offering.hub: there is no policy of a hub `nowhere`", "nobody-asks");
    assertThat(BOOK.problems(answering)).hasSize(2);
    assertThat(BOOK.problems(APPLICATION)).isEmpty();
  }

  // Deciding

  @Test
  void theTermsAreThoseOfTheDocumentsOwnKind() {
    for (Document document :
        List.of(
            APPLICATION,
            WorkGroup.builder().offering(OFFERING).build(),
            Progress.builder().offering(OFFERING).school(APPLICATION.school()).build())) {
      Decision decision = BOOK.decide(document);
      assertThat(decision.terms()).isEqualTo(BOOK.terms(OFFERING, document.schoolKind()));
      assertThat(decision.assessment()).isEqualTo(decision.terms().assess(document));
      assertThat(decision.verdict()).isEqualTo(decision.assessment().verdict());
      assertThat(decision.document()).isEqualTo(document);
    }
  }

  @Test
  void theRecordIsThatOfTheDayThatWasAskedFor() {
    LocalDate spring = LocalDate.of(2022, 5, 3);
    Decision decision = BOOK.decide(APPLICATION, spring);
    assertThat(decision.record())
        .isEqualTo(DecisionRecord.of(decision.terms(), APPLICATION, spring));
    assertThat(decision.record(YEAR.firstDay()).decidedOn()).isEqualTo(YEAR.firstDay());
    assertThat(decision)
        .hasToString(
            decision.verdict() + " for cheshire-wirral primary-development 2022/23 on 2022-09-01");
  }

  // The day

  @Test
  void aDayBeforeTheYearIsItsFirstAndADayAfterItItsLast() {
    PolicyDay before = BOOK.decide(APPLICATION, LocalDate.of(2022, 5, 3)).day();
    assertThat(before.used()).isEqualTo(YEAR.firstDay());
    assertThat(before.isMoved()).isTrue();
    assertThat(before.notes())
        .containsExactly(
            "3 May 2022 is before the academic year 2022/23. This uses the policy of its first day,"
                + " 1 September 2022.");
    PolicyDay after = BOOK.decide(APPLICATION, LocalDate.of(2023, 9, 1)).day();
    assertThat(after.used()).isEqualTo(YEAR.lastDay());
    assertThat(after.notes())
        .containsExactly(
            "1 September 2023 is after the academic year 2022/23. This uses the policy of its last"
                + " day, 31 August 2023.");
    PolicyDay within = BOOK.decide(APPLICATION, YEAR.lastDay()).day();
    assertThat(within.isMoved()).isFalse();
    assertThat(within.notes()).isEmpty();
    assertThat(BOOK.terms(OFFERING, PartialSchoolKind.unknown(), LocalDate.MIN).policy().asOf())
        .isEqualTo(YEAR.firstDay());
  }

  @Test
  void withoutADayItIsTheDayOfHandingInOrElseTheFirstOfTheYear() {
    assertThat(BOOK.decide(APPLICATION).day().asked()).isEqualTo(YEAR.firstDay());
    LocalDate handedIn = LocalDate.of(2022, 10, 3);
    Application submitted = Application.builder().from(APPLICATION).submittedOn(handedIn).build();
    assertThat(BOOK.decide(submitted).day().asked()).isEqualTo(handedIn);
    assertThat(BOOK.decide(submitted).day().used()).isEqualTo(handedIn);
    assertThat(BOOK.decide(WorkGroup.builder().offering(OFFERING).build()).day().used())
        .isEqualTo(YEAR.firstDay());
  }

  @Test
  void aPolicyThatChangesWithinTheYearSaysOnWhichDays() {
    PolicyBook book =
        PolicyBook.builder()
            .files(
                SmallPacks.files(
                    "a-hub",
                    "2022/23",
                    "",
                    rule("one", "@EffectiveUntil(\"2022-12-31\")", "must"),
                    rule("two", "@EffectiveFrom(\"2023-01-01\")", "should")))
            .build();
    Application application =
        Application.builder()
            .offering(Offering.of("a-hub", "primary-development", YEAR))
            .school(APPLICATION.school())
            .build();
    PolicyDay day = book.decide(application, LocalDate.of(2023, 2, 1)).day();
    assertThat(day.changes()).containsExactly(LocalDate.of(2023, 1, 1));
    assertThat(day.notes())
        .containsExactly(
            "The policy changes within the academic year 2022/23, on 1 January 2023. This uses the"
                + " policy of 1 February 2023.");
    assertThat(
            new PolicyDay(
                    day.asked(),
                    day.used(),
                    ImmutableList.of(
                        LocalDate.of(2022, 10, 1),
                        LocalDate.of(2023, 1, 1),
                        LocalDate.of(2023, 3, 1)))
                .notes()
                .get(0))
        .contains("on 1 October 2022, 1 January 2023 and 1 March 2023.");
  }

  private static String rule(String name, String days, String strength) {
    return SmallPacks.rule(
            name,
            "terms.application(\"trn\")."
                + strength
                + "(everyLeadParticipant(trn().isProvided()));")
        .replace("    @Cites", "    " + days + "\n    @Cites");
  }

  // The list of offerings

  @Test
  void everyOfferingIsListedByHubYearAndType() {
    assertThat(BOOK.offerings())
        .hasSize(BOOK.packs().stream().mapToInt(pack -> pack.offers().size()).sum())
        .allSatisfy(
            entry -> assertThat(BOOK.isOffered(entry.in(entry.year().orElse(YEAR)))).isTrue());
    assertThat(BOOK.offerings())
        .extracting(OfferingEntry::offering)
        .contains(Optional.of(OFFERING));
    assertThat(BOOK.offerings())
        .extracting(entry -> entry.hub().id())
        .isSortedAccordingTo(String::compareTo);
  }

  @Test
  void anOfferingForAnyYearHasNoneOfItsOwn() {
    OfferingEntry national =
        BOOK.offerings().stream()
            .filter(entry -> entry.hub().id().equals("national"))
            .filter(entry -> entry.year().isEmpty())
            .findFirst()
            .orElseThrow();
    assertThat(national.offering()).isEmpty();
    assertThat(BOOK.isOffered(national.in(YEAR))).isTrue();
    OfferingEntry dated =
        BOOK.offerings().stream()
            .filter(entry -> entry.year().isPresent())
            .findFirst()
            .orElseThrow();
    AcademicYear other = dated.year().orElseThrow().next();
    assertThatThrownBy(() -> dated.in(other))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("offering.year: the policy is for %s, not for %s", dated.year().get(), other);
  }

  @Test
  void aWarmBookIsTheSameBook() {
    PolicyBook book = PolicyBook.bundled();
    assertThat(book.warmUp()).isSameAs(book);
    assertThat(book.decide(APPLICATION).assessment())
        .isEqualTo(BOOK.decide(APPLICATION).assessment());
  }

  // Texts

  @Test
  void theTextsOfBooksAreReadable() {
    assertThat(BOOK.toString())
        .matches("PolicyBook of \\d+ packs, \\d+ offerings, sha256:[0-9a-f]{12}");
    assertThat(BOOK.terms(OFFERING).toString())
        .matches("`cheshire-wirral primary-development 2022/23`: \\[phase, .*");
    assertThat(TermsTable.of(List.of(OFFERING), BOOK))
        .hasToString("terms of [cheshire-wirral primary-development 2022/23]");
    AtomicBoolean broken = new AtomicBoolean();
    LiveBook live =
        LiveBook.open(
            () -> {
              if (broken.get()) {
                throw new InvalidInputException(Problem.of(ProblemCode.MISSING, "missing"));
              }
              return BOOK;
            },
            Runnable::run);
    assertThat(live).hasToString("LiveBook with " + BOOK);
    broken.set(true);
    assertThatThrownBy(() -> live.reload().join()).isInstanceOf(CompletionException.class);
    assertThat(live).hasToString("LiveBook with " + BOOK + "; the last reload failed");
  }
}
