package org.tfm.model.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.tfm.model.ModelArbitraries;
import org.tfm.model.criterion.CountOfMembers;
import org.tfm.model.criterion.Criterion;
import org.tfm.model.criterion.Fact;
import org.tfm.model.criterion.Members;
import org.tfm.model.criterion.OneOf;
import org.tfm.model.criterion.Prospect;
import org.tfm.model.criterion.Value;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.Offering;
import org.tfm.model.school.School;

/** Invariants of sessions, attendance, programme years and completed work groups. */
class YearPropertyTest {

  private static final Offering OFFERING =
      Offering.of("cheshire-wirral", "primary-development", AcademicYear.startingIn(2022));
  private static final Criterion ONLINE = new OneOf(Facts.SESSION_MODE, ImmutableSet.of("ONLINE"));

  @Provide
  Arbitrary<WorkGroup> groups() {
    return ModelArbitraries.workGroups(OFFERING);
  }

  @Provide
  Arbitrary<Integer> counts() {
    return Arbitraries.integers().between(0, 12);
  }

  @Provide
  Arbitrary<LeadParticipant> people() {
    return ModelArbitraries.leadParticipants()
        .filter(people -> !people.isEmpty())
        .map(people -> people.get(0));
  }

  private static Prospect of(Criterion criterion, WorkGroup group) {
    return criterion.prospect(DocumentEvidence.of(group));
  }

  private static WorkGroup with(WorkGroup group, List<Session> sessions) {
    return WorkGroup.builder().from(group).sessions(sessions).build();
  }

  @Property
  void oneMoreOnlineSessionNeverBreaksALowerBound(
      @ForAll("groups") WorkGroup group, @ForAll @IntRange(min = 1, max = 3) int least) {
    List<Session> planned = group.sessions().orElse(ImmutableList.of());
    Criterion online =
        new CountOfMembers(Members.SESSIONS, ONLINE, Optional.of(least), Optional.empty());
    List<Session> more = new ArrayList<>(planned);
    more.add(Session.builder().number(planned.size() + 1).mode(SessionMode.ONLINE).build());
    if (of(online, group) == Prospect.TRUE) {
      assertThat(of(online, with(group, more))).isEqualTo(Prospect.TRUE);
    }
    assertThat(of(online, with(group, more)) == Prospect.FALSE)
        .isEqualTo(
            planned.stream()
                        .filter(one -> !one.mode().equals(Optional.of(SessionMode.IN_PERSON)))
                        .count()
                    + 1
                < least);
  }

  @Property
  void theOrderOfSessionsDoesNotMatter(
      @ForAll("groups") WorkGroup group, @ForAll @IntRange(min = 0, max = 3) int most) {
    List<Session> reversed = new ArrayList<>(group.sessions().orElse(ImmutableList.of()));
    Collections.reverse(reversed);
    Criterion online =
        new CountOfMembers(Members.SESSIONS, ONLINE, Optional.empty(), Optional.of(most));
    assertThat(of(online, with(group, reversed))).isEqualTo(of(online, group));
  }

  @Property
  void attendingOneWorkshopMoreRaisesTheAttendance(
      @ForAll("counts") int attended, @ForAll("counts") int missed) {
    Progress.Builder progress =
        Progress.builder()
            .offering(OFFERING)
            .school(School.builder().urn(100_008).build())
            .workshopsPlanned(attended + missed + 1);
    Progress fewer = progress.workshopsAttended(attended).build();
    Progress more = progress.workshopsAttended(attended + 1).build();
    assertThat(share(more)).isGreaterThan(share(fewer));
    assertThat(read(Facts.ATTENDED_ALL, more)).contains(Value.YesNo.of(missed == 0));
    assertThat(read(Facts.ATTENDED_ALL, fewer)).contains(Value.YesNo.of(false));
  }

  private static BigDecimal share(Progress progress) {
    return ((Value.Quantity) read(Facts.ATTENDANCE, progress).orElseThrow()).amount();
  }

  private static Optional<Value> read(Fact fact, Document document) {
    return DocumentEvidence.of(document).find(fact);
  }

  @Property
  void theYearOfTheProgrammeIsTheSameFactBeforeAndInTheYear(
      @ForAll @IntRange(min = 1, max = 10) int year) {
    School school = School.builder().urn(100_008).build();
    Application application =
        Application.builder().offering(OFFERING).school(school).programmeYear(year).build();
    Progress progress =
        Progress.builder().offering(OFFERING).school(school).programmeYear(year).build();
    assertThat(read(Facts.PROGRAMME_YEAR, application))
        .isPresent()
        .isEqualTo(read(Facts.PROGRAMME_YEAR, progress));
  }

  @Property
  void whatAPersonCompletedIsAmongWhatTheyTookPartIn(@ForAll("people") LeadParticipant person) {
    Optional<Value> completed = History.completed(person);
    boolean isKnown =
        person.history().isPresent()
            && person.history().get().stream().allMatch(one -> one.completed().isPresent());
    assertThat(completed.isPresent()).isEqualTo(isKnown);
    completed.ifPresent(
        some ->
            assertThat(((Value.Words) History.types(person).orElseThrow()).words())
                .containsAll(((Value.Words) some).words()));
  }
}
