package org.tfm.rules.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.tfm.model.document.Application;
import org.tfm.model.document.Progress;
import org.tfm.model.document.WorkGroup;
import org.tfm.model.json.TfmJson;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.Offering;
import org.tfm.model.record.DecisionRecord;
import org.tfm.rules.book.PolicyBook;
import org.tfm.testkit.TfmArbitraries;

class ReplayPropertyTest {

  private static final LocalDate DAY = LocalDate.of(2022, 6, 1);
  private static final PolicyBook BOOK = PolicyBook.bundled();

  @Provide
  Arbitrary<Offering> offerings() {
    return Arbitraries.of(
        Offering.of("cheshire-wirral", "primary-development", AcademicYear.parse("2022/23")),
        Offering.of("archimedes-ne", "primary-sustaining", AcademicYear.parse("2021/22")),
        Offering.of("east-midlands-west", "primary-development", AcademicYear.parse("2020/21")),
        Offering.of("london-south-west", "primary-readiness", AcademicYear.parse("2018/19")));
  }

  @Provide
  Arbitrary<Application> applications() {
    return offerings().flatMap(offering -> TfmArbitraries.of(BOOK, offering).applications());
  }

  @Provide
  Arbitrary<WorkGroup> groups() {
    return offerings().flatMap(offering -> TfmArbitraries.of(BOOK, offering).groups());
  }

  @Provide
  Arbitrary<Progress> progress() {
    return offerings().flatMap(offering -> TfmArbitraries.of(BOOK, offering).progress());
  }

  private static DecisionRecord record(Application application) {
    return DecisionRecord.of(
        BOOK.terms(application.offering(), application.school().kind()), application, DAY);
  }

  private static void isTheSame(DecisionRecord record) {
    DecisionRecord read = DecisionRecord.parse(record.canonicalJson());
    Replay replay = Replay.of(read, BOOK);
    assertThat(replay.again()).isEqualTo(record.id());
    assertThat(replay.isEqual()).isTrue();
    assertThat(replay.policy()).isEmpty();
    assertThat(replay.outcome().isEmpty()).isTrue();
    assertThat(replay.differences()).isEmpty();
  }

  @Property(tries = 50)
  void aRecordDecidedAgainWithItsOwnBookIsTheSame(
      @ForAll("applications") Application application,
      @ForAll("groups") WorkGroup group,
      @ForAll("progress") Progress progress) {
    isTheSame(record(application));
    isTheSame(DecisionRecord.of(BOOK.terms(group.offering()), group, DAY));
    isTheSame(
        DecisionRecord.of(
            BOOK.terms(progress.offering(), progress.school().kind()), progress, DAY));
  }

  @Property(tries = 50)
  void twoAssessmentsDifferInJsonIfAndOnlyIfADifferenceIsShown(
      @ForAll("applications") Application one, @ForAll("applications") Application other) {
    DecisionRecord before = record(one);
    DecisionRecord after = record(other);
    boolean same =
        TfmJson.write(before.assessment().findings())
                .equals(TfmJson.write(after.assessment().findings()))
            && TfmJson.write(before.assessment().entitlements())
                .equals(TfmJson.write(after.assessment().entitlements()))
            && before.assessment().offering().equals(after.assessment().offering());
    assertThat(
            JsonDifferences.of(TfmJson.tree(before.assessment()), TfmJson.tree(after.assessment()))
                .isEmpty())
        .isEqualTo(same);
  }
}
