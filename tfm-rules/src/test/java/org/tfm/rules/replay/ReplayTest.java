package org.tfm.rules.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tfm.model.assessment.PolicyVersion;
import org.tfm.model.assessment.Terms;
import org.tfm.model.assessment.Verdict;
import org.tfm.model.comparison.FindingChange;
import org.tfm.model.document.Answers;
import org.tfm.model.document.Application;
import org.tfm.model.document.LeadParticipant;
import org.tfm.model.document.Progress;
import org.tfm.model.document.Role;
import org.tfm.model.document.Trn;
import org.tfm.model.document.WorkGroup;
import org.tfm.model.json.TfmJson;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.Offering;
import org.tfm.model.programme.ReleaseTime;
import org.tfm.model.record.DecisionRecord;
import org.tfm.model.school.Country;
import org.tfm.model.school.EstablishmentType;
import org.tfm.model.school.Phase;
import org.tfm.model.school.School;
import org.tfm.rules.book.PolicyBook;
import org.tfm.rules.pack.PackFiles;

class ReplayTest {

  private static final Path PACK = Path.of("src/main/resources/policies/cheshire-wirral/2022-23");
  private static final Offering OFFERING =
      Offering.of("cheshire-wirral", "primary-development", AcademicYear.parse("2022/23"));
  private static final LocalDate DAY = LocalDate.of(2022, 6, 1);
  private static final PolicyBook BOOK = PolicyBook.bundled();
  private static final School SCHOOL =
      School.builder()
          .urn(100_008)
          .phase(Phase.PRIMARY)
          .establishmentType(EstablishmentType.COMMUNITY_SCHOOL)
          .country(Country.ENGLAND)
          .build();

  @TempDir Path folder;

  private static LeadParticipant person(String trn, Role role) {
    return LeadParticipant.builder()
        .trn(Trn.parse(trn))
        .roles(ImmutableSet.of(role))
        .releaseDays(ReleaseTime.ofHalfDays(9))
        .build();
  }

  private static Application application() {
    return Application.builder()
        .offering(OFFERING)
        .school(SCHOOL)
        .leadParticipants(
            ImmutableList.of(
                person("7654321", Role.MATHS_LEAD), person("2345678", Role.CLASS_TEACHER)))
        .headteacherStatement("Our staff would learn a lot from this.")
        .answers(Answers.of(Map.of("committed-to-mastery", true, "capacity-for-development", true)))
        .build();
  }

  private static DecisionRecord record(PolicyBook book) {
    return DecisionRecord.of(book.terms(OFFERING, SCHOOL.kind()), application(), DAY);
  }

  /** The bundled book with one text of the rules replaced. */
  private PolicyBook changed(String text, String other) throws IOException {
    PackFiles files = PackFiles.read(PACK);
    Path pack = Files.createTempDirectory(folder, "packs");
    boolean found = false;
    for (Map.Entry<String, String> file : files.texts().entrySet()) {
      found |= file.getValue().contains(text);
      Files.writeString(pack.resolve(file.getKey()), file.getValue().replace(text, other));
    }
    assertThat(found).as(text).isTrue();
    return PolicyBook.builder().bundledPacks().replacing(pack).build();
  }

  @Test
  void withTheSamePacksItIsTheSameByteForByte() {
    Replay replay = Replay.of(record(BOOK), PolicyBook.bundled());
    assertThat(replay.isEqual()).isTrue();
    assertThat(replay.again()).isEqualTo(replay.record());
    assertThat(replay.policy()).isEmpty();
    assertThat(replay.outcome().isEmpty()).isTrue();
    assertThat(replay.differences()).isEmpty();
  }

  @Test
  void aChangedTermIsShownAndNoOther() throws IOException {
    Replay replay = Replay.of(record(BOOK), changed("days(10)", "days(9)"));
    assertThat(replay.isEqual()).isFalse();
    assertThat(replay.policy())
        .extracting(PolicyChange::what)
        .containsExactly("book", "pack cheshire-wirral/2022-23");
    assertThat(replay.outcome().findings())
        .extracting(FindingChange::term)
        .containsExactly("release-time");
    assertThat(replay.outcome().verdicts())
        .allSatisfy(
            verdict -> {
              assertThat(verdict.before()).isEqualTo(Verdict.NO);
              assertThat(verdict.after()).isEqualTo(Verdict.YES);
            })
        .hasSize(2);
    assertThat(replay.differences())
        .filteredOn(difference -> difference.part().equals("entitlements"))
        .extracting(Difference::term)
        .containsOnly("grant", "charge");
    assertThat(replay.differences())
        .filteredOn(difference -> !difference.part().equals("entitlements"))
        .containsExactly(
            new Difference("commitments", "", "", Optional.of("NO"), Optional.of("YES")),
            new Difference(
                "findings",
                "commitment/release-time",
                "demand.least",
                Optional.of("10"),
                Optional.of("9")),
            new Difference(
                "findings",
                "commitment/release-time",
                "needed",
                Optional.of("the lead participants are released for at least 10 days between them"),
                Optional.of("the lead participants are released for at least 9 days between them")),
            new Difference(
                "findings",
                "commitment/release-time",
                "sentence",
                Optional.of(
                    "The lead participants must be released for at least 10 days between them; they are released for 9 days between them."),
                Optional.of(
                    "The lead participants are released for 9 days between them (needed: at least 9 days).")),
            new Difference(
                "findings",
                "commitment/release-time",
                "status",
                Optional.of("UNMET"),
                Optional.of("MET")),
            new Difference("verdict", "", "", Optional.of("NO"), Optional.of("YES")));
  }

  @Test
  void aReadingThatChangedIsADifferenceThoughTheDecisionIsTheSame() throws IOException {
    Replay replay =
        Replay.of(
            record(BOOK),
            changed("added together, and the meetings count", "added up, meetings included"));
    assertThat(replay.outcome().isEmpty()).isTrue();
    assertThat(replay.differences())
        .extracting(Difference::part, Difference::term, Difference::key)
        .containsExactly(tuple("findings", "commitment/release-time", "citation.reading"));
  }

  @Test
  void aPackThatSaysTheSameInOtherBytesDiffersInItsVersionOnly() throws IOException {
    Replay replay = Replay.of(record(BOOK), changed("days(10)));", "days(10)) );"));
    assertThat(replay.isEqual()).isFalse();
    assertThat(replay.policy())
        .extracting(PolicyChange::what)
        .containsExactly("book", "pack cheshire-wirral/2022-23");
    assertThat(replay.differences()).isEmpty();
  }

  @Test
  void aTermMoreAndATermLessAreShownWhole() throws IOException {
    PolicyBook renamed = changed("\"headteacher-statement\"", "\"statement-of-support\"");
    Replay replay = Replay.of(record(BOOK), renamed);
    assertThat(replay.differences())
        .extracting(Difference::term, Difference::key)
        .containsExactly(
            tuple("application/headteacher-statement", ""),
            tuple("application/statement-of-support", ""));
    assertThat(replay.differences().get(0).after()).isEmpty();
    assertThat(replay.differences().get(1).before()).isEmpty();
  }

  @Test
  void anotherLibraryIsNamed() {
    Terms terms = BOOK.terms(OFFERING, SCHOOL.kind());
    PolicyVersion policy = terms.policy();
    Terms older =
        Terms.of(
            terms.offering(),
            terms.terms(),
            terms.unsettled(),
            terms.ownFacts(),
            new PolicyVersion(
                policy.book(),
                policy.packs(),
                policy.hashes(),
                "0.0.9",
                policy.asOf(),
                policy.language()));
    Replay replay = Replay.of(DecisionRecord.of(older, application(), DAY), BOOK);
    assertThat(replay.policy())
        .containsExactly(
            new PolicyChange("library", Optional.of("0.0.9"), Optional.of(policy.library())));
    assertThat(replay.differences()).isEmpty();
  }

  @Test
  void termsInAnotherOrderAreADifference() {
    Terms terms = BOOK.terms(OFFERING, SCHOOL.kind());
    Terms turned =
        Terms.of(
            terms.offering(),
            terms.terms().reverse(),
            terms.unsettled(),
            terms.ownFacts(),
            terms.policy());
    Replay replay = Replay.of(DecisionRecord.of(turned, application(), DAY), BOOK);
    assertThat(replay.outcome().isEmpty()).isTrue();
    assertThat(replay.differences()).extracting(Difference::key).containsOnly("order");
    assertThat(replay.differences()).extracting(Difference::part).contains("findings");
  }

  @Test
  void groupsAndProgressAreDecidedAgainToo() throws IOException {
    WorkGroup group =
        WorkGroup.builder().offering(OFFERING).schools(ImmutableList.of(SCHOOL)).build();
    DecisionRecord ofGroup = DecisionRecord.of(BOOK.terms(OFFERING), group, DAY);
    assertThat(Replay.of(ofGroup, BOOK).isEqual()).isTrue();
    Progress progress =
        Progress.builder()
            .offering(OFFERING)
            .school(SCHOOL)
            .releaseDays(ReleaseTime.ofDays(9))
            .build();
    DecisionRecord ofProgress =
        DecisionRecord.of(BOOK.terms(OFFERING, SCHOOL.kind()), progress, DAY);
    assertThat(Replay.of(ofProgress, BOOK).isEqual()).isTrue();
    Replay smaller = Replay.of(ofGroup, changed("isBetween(6, 7)", "isBetween(1, 7)"));
    assertThat(smaller.outcome().findings())
        .extracting(FindingChange::term)
        .containsExactly("group-size");
  }

  @Test
  void theDayWhosePolicyIsMeantIsThatOfTheRecord() {
    LocalDate later = LocalDate.of(2023, 3, 1);
    DecisionRecord record =
        DecisionRecord.of(BOOK.terms(OFFERING, SCHOOL.kind(), later), application(), DAY);
    assertThat(record.assessment().policy().asOf()).isEqualTo(later);
    assertThat(Replay.of(record, BOOK).isEqual()).isTrue();
  }

  @Test
  void aBookWithoutTheOfferingCannotDecideAgain() {
    PolicyBook none = PolicyBook.builder().build();
    assertThatThrownBy(() -> Replay.of(record(BOOK), none))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("there is no policy of a hub `cheshire-wirral`");
  }

  @Test
  void itsJsonSaysWhetherItIsEqual() {
    assertThat(TfmJson.tree(Replay.of(record(BOOK), BOOK)).path("equal").booleanValue()).isTrue();
  }
}
