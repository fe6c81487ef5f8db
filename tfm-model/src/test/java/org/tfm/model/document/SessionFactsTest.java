package org.tfm.model.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tfm.model.criterion.AnyOf;
import org.tfm.model.criterion.CountOfMembers;
import org.tfm.model.criterion.Criterion;
import org.tfm.model.criterion.During;
import org.tfm.model.criterion.Evidence;
import org.tfm.model.criterion.Fact;
import org.tfm.model.criterion.ForMembers;
import org.tfm.model.criterion.Members;
import org.tfm.model.criterion.Moment;
import org.tfm.model.criterion.Not;
import org.tfm.model.criterion.OneOf;
import org.tfm.model.criterion.Prospect;
import org.tfm.model.criterion.Value;
import org.tfm.model.criterion.Within;
import org.tfm.model.json.TfmJson;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.Offering;
import org.tfm.model.programme.ReleaseTime;

/** Facts of the sessions of a group: their days, modes and lengths. */
class SessionFactsTest {

  private static final Offering OFFERING =
      Offering.of("cheshire-wirral", "primary-development", AcademicYear.startingIn(2022));
  private static final Criterion ONLINE = new OneOf(Facts.SESSION_MODE, ImmutableSet.of("ONLINE"));
  private static final Criterion IN_AUTUMN =
      new During(
          Facts.SESSION_DATE,
          Optional.of(Moment.parse("2022-09-01")),
          Optional.of(Moment.parse("2022-12-31")));

  private static WorkGroup group(Session... sessions) {
    return WorkGroup.builder().offering(OFFERING).sessions(List.of(sessions)).build();
  }

  private static Session.Builder edit(Session session) {
    return Session.builder().from(session);
  }

  private static Session session(int number, @Nullable SessionMode mode) {
    return Session.builder().number(number).mode(Optional.ofNullable(mode)).build();
  }

  private static Session on(int number, String day) {
    return Session.builder().number(number).date(LocalDate.parse(day)).build();
  }

  private static Prospect of(Criterion criterion, WorkGroup group) {
    Evidence evidence = DocumentEvidence.of(group);
    assertThat(criterion.evaluate(evidence).prospect()).isEqualTo(criterion.prospect(evidence));
    return criterion.prospect(evidence);
  }

  private static Criterion atMost(int number) {
    return new CountOfMembers(Members.SESSIONS, ONLINE, Optional.empty(), Optional.of(number));
  }

  @Test
  void aSessionOfUnknownModeMayBeOnline() {
    WorkGroup group =
        group(session(1, SessionMode.ONLINE), session(2, null), session(3, SessionMode.IN_PERSON));
    assertThat(of(atMost(2), group)).isEqualTo(Prospect.TRUE);
    assertThat(of(atMost(1), group)).isEqualTo(Prospect.TRUE_OR_FALSE);
    assertThat(of(atMost(0), group)).isEqualTo(Prospect.FALSE);
    assertThat(of(new ForMembers(Members.SESSIONS, false, ONLINE), group)).isEqualTo(Prospect.TRUE);
    assertThat(of(new ForMembers(Members.SESSIONS, true, ONLINE), group)).isEqualTo(Prospect.FALSE);
  }

  @Test
  void sessionsThatAreNotListedStayUnknown() {
    WorkGroup unknown = WorkGroup.builder().offering(OFFERING).build();
    assertThat(of(atMost(1), unknown)).isEqualTo(Prospect.TRUE_OR_FALSE);
    assertThat(of(new ForMembers(Members.SESSIONS, true, ONLINE), group()))
        .isEqualTo(Prospect.TRUE_OR_FALSE);
  }

  @Test
  void aTermBeginsAndEndsOnDaysThatBelongToIt() {
    Criterion some = new ForMembers(Members.SESSIONS, false, IN_AUTUMN);
    assertThat(of(some, group(on(1, "2022-08-31"), on(2, "2023-01-01")))).isEqualTo(Prospect.FALSE);
    assertThat(of(some, group(on(1, "2022-09-01")))).isEqualTo(Prospect.TRUE);
    assertThat(of(some, group(on(1, "2022-12-31")))).isEqualTo(Prospect.TRUE);
    assertThat(of(some, group(session(1, null)))).isEqualTo(Prospect.TRUE_OR_FALSE);
  }

  @ParameterizedTest
  @CsvSource({
    "2022-02-09, 13:00, TRUE",
    "2022-02-09, 12:59, FALSE",
    "2022-02-09, 13:01, FALSE",
    "2022-02-08, 13:00, FALSE",
    "2022-02-10, 13:00, FALSE",
    "2022-02-09, , TRUE_OR_FALSE",
    "2022-02-10, , FALSE",
    ", , TRUE_OR_FALSE"
  })
  void aSessionStartsAtATimeOfItsDay(
      @Nullable LocalDate day, @Nullable LocalTime time, Prospect expected) {
    Optional<Moment> start = Optional.of(Moment.parse("2022-02-09 13:00"));
    Session session =
        Session.builder()
            .number(1)
            .date(Optional.ofNullable(day))
            .startsAt(Optional.ofNullable(time))
            .build();
    assertThat(
            of(
                new ForMembers(
                    Members.SESSIONS, false, new During(Facts.SESSION_DATE, start, start)),
                group(session)))
        .isEqualTo(expected);
  }

  @Test
  void aTimeDoesNotMatterToADay() {
    Session late = edit(on(1, "2022-12-31")).startsAt(LocalTime.of(23, 59)).build();
    Session early = edit(on(2, "2022-09-01")).startsAt(LocalTime.MIDNIGHT).build();
    assertThat(of(new ForMembers(Members.SESSIONS, true, IN_AUTUMN), group(late, early)))
        .isEqualTo(Prospect.TRUE);
  }

  @Test
  void aTimeNeedsADayAndHasNoSeconds() {
    assertThatThrownBy(() -> Session.builder().number(1).startsAt(LocalTime.of(13, 0)).build())
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("startsAt: `startsAt` needs the day in `date`");
    assertThatThrownBy(() -> edit(on(1, "2022-02-09")).startsAt(LocalTime.of(13, 0, 30)).build())
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("startsAt: expected hours and minutes such as `17:05`");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"startsAt\": \"13:00\"",
        "\"date\": \"2022-02-09\", \"startsAt\": \"1 p.m.\"",
        "\"date\": \"2022-02-09\", \"startsAt\": \"24:00\"",
        "\"date\": \"2022-02-09\", \"startsAt\": \"13:00:01\"",
        "\"date\": \"2022-02-09\", \"startsAt\": 13"
      })
  void aTimeThatIsNoneIsNamed(String written) {
    assertThatThrownBy(() -> TfmJson.read("{\"number\": 1, " + written + "}", Session.class))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("startsAt");
  }

  private static OneOf named(Fact fact, String... names) {
    return new OneOf(fact, ImmutableSet.copyOf(names));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "Burscough Priory Academy, TRUE",
        "  BURSCOUGH  priory academy, TRUE",
        "Burscough Priory, FALSE",
        "Burscough Priory Academy 2, FALSE",
        "Salt & Pepper School, TRUE",
        "Salt and Pepper School, TRUE",
        "' ', TRUE_OR_FALSE",
        "-, TRUE_OR_FALSE"
      })
  void aVenueIsComparedAsPeopleWriteIt(@Nullable String venue, Prospect expected) {
    Session session = Session.builder().number(1).venue(Optional.ofNullable(venue)).build();
    Criterion there =
        named(Facts.SESSION_VENUE, "Burscough Priory Academy", "Salt &\u00a0Pepper School");
    assertThat(of(new ForMembers(Members.SESSIONS, true, there), group(session)))
        .isEqualTo(expected);
  }

  @Test
  void sessionsOfAKindAreCounted() {
    Criterion maths =
        new CountOfMembers(
            Members.SESSIONS, named(Facts.SESSION_KIND, "maths"), Optional.of(2), Optional.of(2));
    Session one = Session.builder().number(1).kind("Maths").build();
    Session other = Session.builder().number(2).kind("pedagogy").build();
    assertThat(of(maths, group(one, other))).isEqualTo(Prospect.FALSE);
    assertThat(of(maths, group(one, other, Session.builder().number(3).build())))
        .isEqualTo(Prospect.TRUE_OR_FALSE);
    assertThat(of(maths, group(one, other, edit(one).number(3).build()))).isEqualTo(Prospect.TRUE);
  }

  @Test
  void theFirstSessionIsKnownByItsNumber() {
    Criterion first =
        new Within(Facts.SESSION_NUMBER, Optional.of(BigDecimal.ONE), Optional.of(BigDecimal.ONE));
    Criterion firstOnline =
        new ForMembers(Members.SESSIONS, true, new AnyOf(ImmutableList.of(new Not(first), ONLINE)));
    assertThat(of(firstOnline, group(session(1, SessionMode.ONLINE), session(2, null))))
        .isEqualTo(Prospect.TRUE);
    assertThat(of(firstOnline, group(session(2, SessionMode.ONLINE), session(1, null))))
        .isEqualTo(Prospect.TRUE_OR_FALSE);
    assertThat(of(firstOnline, group(session(1, SessionMode.IN_PERSON)))).isEqualTo(Prospect.FALSE);
  }

  @Test
  void aLengthInHoursSaysNothingAboutDays() {
    Session threeHours = Session.builder().number(1).hours(new BigDecimal("3.0")).build();
    Criterion halfADay = each(Facts.SESSION_DAYS, "0.5");
    assertThat(of(halfADay, group(threeHours))).isEqualTo(Prospect.TRUE_OR_FALSE);
    assertThat(of(each(Facts.SESSION_HOURS, "3"), group(threeHours))).isEqualTo(Prospect.TRUE);
    assertThat(of(each(Facts.SESSION_HOURS, "3.25"), group(threeHours))).isEqualTo(Prospect.FALSE);
    Session halfDay = edit(on(1, "2022-10-03")).days(ReleaseTime.ofHalfDays(1)).build();
    assertThat(of(halfADay, group(halfDay))).isEqualTo(Prospect.TRUE);
  }

  @ParameterizedTest
  @CsvSource({
    "1;2.5, 3.5, TRUE",
    "1;2.5, 4, FALSE",
    "1;?, 1, TRUE",
    "1;?, 1.5, TRUE_OR_FALSE",
    "?;?, 0.5, TRUE_OR_FALSE",
    "'', 0.5, TRUE_OR_FALSE"
  })
  void theTimeOfAllSessionsIsALowerBoundWhileALengthIsUnknown(
      String lengths, String least, Prospect expected) {
    assertThat(of(inAll(Facts.SESSION_TIME_DAYS, least, null), lasting(lengths)))
        .isEqualTo(expected);
  }

  /** Returns a group with sessions of these lengths in days, where “?” is an unknown length. */
  private static WorkGroup lasting(String lengths) {
    List<String> each = Splitter.on(';').omitEmptyStrings().splitToList(lengths);
    return group(
        IntStream.range(0, each.size())
            .mapToObj(i -> lasting(i + 1, each.get(i)))
            .toArray(Session[]::new));
  }

  private static Session lasting(int number, String days) {
    Session session = on(number, "2022-10-03");
    return days.equals("?")
        ? session
        : edit(session).days(ReleaseTime.ofDays(new BigDecimal(days))).build();
  }

  private static Criterion inAll(Fact fact, @Nullable String least, @Nullable String most) {
    return new Within(
        fact,
        Optional.ofNullable(least).map(BigDecimal::new),
        Optional.ofNullable(most).map(BigDecimal::new));
  }

  @Test
  void timeBeyondTheMostIsTooMuchWhateverTheOthersLast() {
    WorkGroup group = lasting("4.5;?");
    assertThat(of(inAll(Facts.SESSION_TIME_DAYS, null, "4"), group)).isEqualTo(Prospect.FALSE);
    assertThat(of(inAll(Facts.SESSION_TIME_DAYS, null, "4.5"), group))
        .isEqualTo(Prospect.TRUE_OR_FALSE);
  }

  @Test
  void hoursAndDaysAreNeverAddedUp() {
    Session threeHours = edit(on(2, "2022-11-03")).hours(new BigDecimal("3")).build();
    WorkGroup group = group(lasting(1, "1"), threeHours);
    assertThat(DocumentEvidence.of(group).find(Facts.SESSION_TIME_DAYS))
        .contains(new Value.Quantity(BigDecimal.ONE, true));
    assertThat(DocumentEvidence.of(group).find(Facts.SESSION_TIME_HOURS))
        .contains(new Value.Quantity(new BigDecimal("3"), true));
  }

  @ParameterizedTest
  @CsvSource({
    // The sessions without a length take the rest, the longest first.
    "?;?, 3.5, 2;1.5",
    "1;?, 3.5, 1;2.5",
    // Where nothing is left over, all are shared out again.
    "3;?, 2.5, 1.5;1",
    "1;1, 3.5, 2;1.5",
    "1;1, 0, 0;0"
  })
  void aTimeIsSharedOutInHalfDays(String lengths, String together, String expected) {
    WorkGroup changed =
        Sessions.withDays(lasting(lengths), Value.Quantity.of(new BigDecimal(together)))
            .orElseThrow();
    assertThat(
            changed.sessions().orElseThrow().stream()
                .map(session -> session.days().orElseThrow().days().toPlainString())
                .collect(Collectors.joining(";")))
        .isEqualTo(expected);
  }

  @Test
  void aTimeThatTheSessionsCannotLastIsNotWritten() {
    Value tooMuch = Value.Quantity.of(new BigDecimal("24.5"));
    assertThat(Sessions.withHours(group(on(1, "2022-10-03")), tooMuch)).isEmpty();
    assertThat(Sessions.withHours(group(), Value.Quantity.of(1))).isEmpty();
    Value third = Value.Quantity.of(new BigDecimal("0.3"));
    assertThat(Sessions.withDays(group(on(1, "2022-10-03")), third)).isEmpty();
  }

  private static Criterion each(Fact fact, String least) {
    return new ForMembers(
        Members.SESSIONS,
        true,
        new Within(fact, Optional.of(new BigDecimal(least)), Optional.empty()));
  }

  @Test
  void schoolsAndSessionsAreListsOfTheirOwn() {
    WorkGroup group = group(session(1, SessionMode.ONLINE), session(2, null));
    Evidence evidence = DocumentEvidence.of(group);
    assertThat(evidence.members(Members.SCHOOLS)).isEmpty();
    assertThat(evidence.members(Members.SESSIONS))
        .extracting(Evidence::describes)
        .containsExactly("session 1", "session 2");
    assertThat(evidence.members(Members.LEAD_PARTICIPANTS)).isEmpty();
  }

  @Test
  void anAnswerAboutASessionKeepsTheRestOfIt() {
    EditedDocument group = EditedDocument.of(group(on(1, "2022-10-03"), on(2, "2022-11-03")), 0);
    WorkGroup changed =
        (WorkGroup)
            group
                .with(
                    group.location("session 2", Facts.SESSION_MODE),
                    Value.Words.of(SessionMode.ONLINE))
                .flatMap(
                    one ->
                        one.with(
                            one.location("session 2", Facts.SESSION_DATE),
                            new Value.Day(Moment.parse("2022-11-04"))))
                .flatMap(
                    one ->
                        one.with(
                            one.location("session 2", Facts.SESSION_DAYS),
                            Value.Quantity.of(new BigDecimal("0.5"))))
                .flatMap(
                    one ->
                        one.with(
                            one.location("session 2", Facts.SESSION_HOURS), Value.Quantity.of(3)))
                .orElseThrow()
                .document();
    assertThat(changed.sessions().orElseThrow())
        .containsExactly(
            on(1, "2022-10-03"),
            Session.builder()
                .number(2)
                .date(LocalDate.of(2022, 11, 4))
                .mode(SessionMode.ONLINE)
                .days(ReleaseTime.ofHalfDays(1))
                .hours(new BigDecimal("3"))
                .build());
  }

  @Test
  void anotherHostOfTheFirstSessionKeepsItsDay() {
    WorkGroup group = group(on(1, "2022-10-03"));
    WorkGroup changed = Sessions.withFirstAtLeadsSchool(group, true);
    assertThat(changed.sessions().orElseThrow().get(0))
        .isEqualTo(edit(on(1, "2022-10-03")).host(100_000).build());
  }

  @Test
  void oldFormsOfSessionsAreRead() {
    WorkGroup read =
        TfmJson.reader()
            .read(
                """
                {"offering": {"hub": "cheshire-wirral", "type": "primary-development", "year": "2022/23"},
                 "sessions": [{"number": 1, "host": 100001}, {"number": 2, "date": "2022-11-03"}]}
                """,
                WorkGroup.class);
    assertThat(read.sessions().orElseThrow())
        .isEqualTo(
            ImmutableList.of(
                Session.builder().number(1).host(100_001).build(), on(2, "2022-11-03")));
  }

  @Test
  void aSessionIsCalledByItsNumberWhereverItIsInTheList() {
    WorkGroup group = group(session(3, SessionMode.ONLINE), session(1, SessionMode.IN_PERSON));
    assertThat(DocumentEvidence.of(group).members(Members.SESSIONS))
        .extracting(Evidence::describes)
        .containsExactly("session 3", "session 1");
    EditedDocument edited = EditedDocument.of(group, 0);
    assertThat(edited.evidence("session 1").orElseThrow().find(Facts.SESSION_MODE))
        .contains(Value.Words.of(SessionMode.IN_PERSON));
    assertThat(edited.evidence("session 2")).isEmpty();
    assertThat(
            edited
                .with(
                    edited.location("session 3", Facts.SESSION_MODE),
                    Value.Words.of(SessionMode.IN_PERSON))
                .orElseThrow()
                .document())
        .isEqualTo(group(session(3, SessionMode.IN_PERSON), session(1, SessionMode.IN_PERSON)));
  }

  @Test
  void aDayBeforeTheYear1000IsRefused() {
    assertThatThrownBy(() -> on(1, "0999-12-31"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("date: `0999-12-31` is out of range; expected a day in a year of four digits");
    assertThat(on(1, "1000-01-01").date()).isPresent();
  }

  @ParameterizedTest
  @CsvSource({"2026-03-29, 01:00", "2026-03-29, 01:59", "2027-03-28, 01:30"})
  void aTimeThatTheClocksInLondonSkipIsRefused(LocalDate day, LocalTime time) {
    assertThatThrownBy(() -> edit(on(1, day.toString())).startsAt(time).build())
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            "startsAt: there was no `"
                + time
                + "` in London on `"
                + day
                + "`, when the clocks went forward. Expected a time before `01:00`, or from"
                + " `02:00`");
  }

  @ParameterizedTest
  @CsvSource({"2026-03-29, 00:59", "2026-03-29, 02:00", "2026-10-25, 01:30", "2026-03-30, 01:30"})
  void everyOtherTimeIsAccepted(LocalDate day, LocalTime time) {
    assertThat(edit(on(1, day.toString())).startsAt(time).build().startsAt()).contains(time);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-0.5", "24.01", "1.125", "25"})
  void aLengthThatNoSessionHasIsRejected(String hours) {
    assertThatThrownBy(() -> edit(on(1, "2022-10-03")).hours(new BigDecimal(hours)).build())
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            "hours: `" + hours + "` hours; expected 0 to 24 with at most two decimal places");
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "24, 24", "1.50, 1.5", "3.0, 3"})
  void hoursAreNormalised(String written, String kept) {
    assertThat(edit(on(1, "2022-10-03")).hours(new BigDecimal(written)).build().hours())
        .contains(new BigDecimal(kept));
  }
}
