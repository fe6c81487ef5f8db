package org.tfm.register;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sqlite.SQLiteDataSource;
import org.tfm.model.criterion.Truth;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.AreaCompleteness;
import org.tfm.model.programme.HubArea;
import org.tfm.model.school.OfstedGrade;
import org.tfm.rules.book.PolicyBook;
import org.tfm.rules.pack.PackFiles;

/**
 * Screens a large invented register, and counts the same in SQL from the raw cells.
 *
 * <p>The rows have the 120 columns of the published register. Every value is drawn from a fixed
 * seed.
 */
class ScreeningVolumeTest {

  private static final int ROWS = 20_000;
  private static final int SEED = 20_220_503;

  private static final ImmutableList<String> AUTHORITIES =
      ImmutableList.of(
          "Alpha Shire",
          "ALPHA  SHIRE",
          "Beta & Gamma",
          "Beta and Gamma",
          "Delta",
          "",
          "Not applicable");
  private static final ImmutableList<String> DISTRICTS =
      ImmutableList.of("Epsilon", "EPSILON", "Zeta", "Zeta", "");
  private static final ImmutableList<String> REGIONS =
      ImmutableList.of("North West", "London", "Wales (pseudo)", "");
  private static final ImmutableList<String> STATUSES =
      ImmutableList.of("1", "1", "1", "2", "3", "4");
  private static final ImmutableList<String> LOWEST =
      ImmutableList.of("3", "4", "7", "8", "9", "11", "");
  private static final ImmutableList<String> HIGHEST =
      ImmutableList.of("7", "8", "9", "11", "16", "");
  private static final ImmutableList<String> MEALS =
      ImmutableList.of("24.9", "25", "25.1", "0", "100", "..", "");

  private static final ImmutableList<String> PUPILS =
      ImmutableList.of("0", "79", "80", "81", "1200", "99999", "100000", "..", "");
  private static final ImmutableList<String> GRADES =
      ImmutableList.of(
          "Outstanding",
          "Good",
          "good",
          "Requires improvement",
          "Inadequate",
          "Serious Weaknesses",
          "Special Measures",
          "Satisfactory",
          "");

  private static final String RULES =
      """
      package river_hub.y2022_23.primary_development
      rule "area" @Cites("flyer: area") when Offering( type == "primary-development" ) then
        terms.eligibility("area").must(localAuthority().in("Alpha Shire", "Beta and Gamma"));
      end
      rule "year-4" @Cites("flyer: years") when Offering( type == "primary-development" ) then
        terms.eligibility("year-4").must(schoolYears().includesAny(YEAR_4));
      end
      rule "meals" @Cites("flyer: meals") when Offering( type == "primary-development" ) then
        terms.eligibility("meals").must(freeMealShare().isAtLeast(25));
      end
      rule "size" @Cites("flyer: size") when Offering( type == "primary-development" ) then
        terms.eligibility("size").must(pupils().isAtMost(80));
      end
      rule "grade" @Cites("flyer: grade") when Offering( type == "primary-development" ) then
        terms.eligibility("grade").must(not(ofsted().in(OUTSTANDING, GOOD)));
      end
      """;

  private static final String PUBLISHER =
      """
      language: 2
      hub: river-hub
      name: River Hub Maths Hub
      year: 2022/23
      offers: [primary-development]
      sources:
        flyer: {title: Flyer, publisher: river-hub, last-checked: 2022-05-03}
      """;

  /** The conditions of the rules and of the options, in SQL on the raw cells. */
  private static final String VIEW =
      """
      create view school as
      select urn,
        case when la in ('alpha shire', 'beta and gamma') then 1
             when la in ('', 'not applicable') then null else 0 end as area,
        case when low = '' or high = '' or cast(low as int) > cast(high as int) then null
             when cast(low as int) <= 8 and cast(high as int) >= 9 then 1 else 0 end as year4,
        case when meals in ('', '..') then null
             when cast(meals as real) >= 25 then 1 else 0 end as enough,
        case when pupils in ('', '..', '100000') then null
             when cast(pupils as int) < 81 then 1 else 0 end as small,
        case when grade in ('', 'satisfactory') then null
             when grade like '%improvement' or grade like 's%' or grade like 'in%' then 1
             else 0 end as weak,
        case when region in ('', 'Wales (pseudo)') then null
             when region = 'North West' then 1 else 0 end as northwest,
        case when la = 'alpha shire' or lower(district) = 'epsilon' then 1
             when la in ('', 'not applicable', 'beta and gamma') or district = '' then null
             else 0 end as hub
      from (select urn, status, low, high, meals, region, district, pupils, lower(grade) as grade,
              replace(replace(lower(la), '&', 'and'), '  ', ' ') as la from raw)
      where status in ('1', '3')
      """;

  private static Connection database;
  private static byte[] csv;

  @BeforeAll
  static void makeTheRegister() throws SQLException {
    SQLiteDataSource source = new SQLiteDataSource();
    source.setUrl("jdbc:sqlite::memory:");
    database = source.getConnection();
    update(
        "create table raw (urn int, status text, la text, low text, high text, meals text, region text, district text, pupils text, grade text)");
    update(VIEW);
    List<String> columns = Registers.table("register.csv").get(0).getHeader();
    List<List<String>> rows = new ArrayList<>();
    Random random = new Random(SEED);
    database.setAutoCommit(false);
    try (PreparedStatement insert =
        database.prepareStatement("insert into raw values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      for (int i = 0; i < ROWS; i++) {
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put("URN", Integer.toString(100_000 + i));
        cells.put("EstablishmentStatus (code)", one(STATUSES, random));
        cells.put("LA (name)", one(AUTHORITIES, random));
        cells.put("StatutoryLowAge", one(LOWEST, random));
        cells.put("StatutoryHighAge", one(HIGHEST, random));
        cells.put("PercentageFSM", one(MEALS, random));
        cells.put("GOR (name)", one(REGIONS, random));
        cells.put("DistrictAdministrative (name)", one(DISTRICTS, random));
        cells.put("NumberOfPupils", one(PUPILS, random));
        cells.put("OfstedRating (name)", one(GRADES, random));
        int parameter = 1;
        for (String cell : cells.values()) {
          insert.setString(parameter++, cell);
        }
        insert.addBatch();
        cells.put("EstablishmentName", "Invented School " + i);
        cells.put("TypeOfEstablishment (code)", "01");
        cells.put("PhaseOfEducation (code)", "2");
        rows.add(columns.stream().map(title -> cells.getOrDefault(title, "")).toList());
      }
      insert.executeBatch();
    }
    csv = Registers.csv(columns, rows).getBytes(StandardCharsets.UTF_8);
  }

  @AfterAll
  static void closeTheDatabase() throws SQLException {
    database.close();
  }

  private static String one(ImmutableList<String> values, Random random) {
    return values.get(random.nextInt(values.size()));
  }

  private static void update(String sql) throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(sql)) {
      statement.execute();
    }
  }

  private static long count(String condition) throws SQLException {
    try (PreparedStatement statement =
            database.prepareStatement("select count(*) from school where " + condition);
        ResultSet result = statement.executeQuery()) {
      return result.getLong(1);
    }
  }

  private static ScreenSummary screen(SchoolFilter filter) throws IOException {
    PolicyBook book =
        PolicyBook.builder()
            .files(
                PackFiles.of(
                    "folder",
                    Map.of(PackFiles.PUBLISHER, PUBLISHER, "primary-development.drl", RULES)))
            .build();
    Screening screening = Screening.of(book, "river-hub", AcademicYear.parse("2022/23"));
    ScreenSummary summary = new ScreenSummary();
    try (RegisterReader reader = new RegisterReader("made.csv", new ByteArrayInputStream(csv))) {
      while (reader.hasNext()) {
        RegisterRow row = reader.next();
        summary.count(row);
        if (row instanceof RegisterRow.Open open) {
          Truth matches = filter.matches(open.registered());
          if (matches == Truth.TRUE) {
            summary.count(screening.decide(open.school()));
          } else {
            summary.leaveOut(matches == Truth.FALSE);
          }
        }
      }
    }
    return summary;
  }

  private static Map<Decision, Long> decisions(ScreenSummary summary) {
    Map<Decision, Long> decisions = new LinkedHashMap<>();
    summary
        .judgements()
        .forEach((one, number) -> decisions.merge(one.decision(), number, Long::sum));
    return decisions;
  }

  private static SchoolFilter filter(String region, int age, String meals) {
    return new SchoolFilter(
        ImmutableSet.of(),
        ImmutableSet.of(),
        region.isEmpty() ? ImmutableSet.of() : ImmutableSet.of(region),
        ImmutableSet.of(),
        age < 0 ? ImmutableSet.of() : ImmutableSet.of(age),
        ImmutableSet.of(),
        Optional.of(meals).filter(text -> !text.isEmpty()).map(BigDecimal::new),
        ImmutableSet.of(),
        Optional.empty());
  }

  private static SchoolFilter filter(ImmutableSet<OfstedGrade> ofsted, Optional<Integer> pupils) {
    return new SchoolFilter(
        ImmutableSet.of(),
        ImmutableSet.of(),
        ImmutableSet.of(),
        ImmutableSet.of(),
        ImmutableSet.of(),
        ImmutableSet.of(),
        Optional.empty(),
        ofsted,
        pupils);
  }

  private static Map<Decision, Long> counted(String condition) throws SQLException {
    String refused = "(area = 0 or year4 = 0 or enough = 0 or small = 0 or weak = 0)";
    String unknown =
        "(area is null or year4 is null or enough is null or small is null or weak is null)";
    return ImmutableMap.of(
        Decision.ADMITS,
        count(condition + " and area = 1 and year4 = 1 and enough = 1 and small = 1 and weak = 1"),
        Decision.REFUSES,
        count(condition + " and coalesce(" + refused + ", 0)"),
        Decision.MORE_INFORMATION,
        count(condition + " and not coalesce(" + refused + ", 0) and " + unknown));
  }

  @Test
  void everyDecisionIsCountedLikeInSql() throws IOException, SQLException {
    ScreenSummary summary = screen(filter("", -1, ""));
    assertThat(summary.rows()).isEqualTo(ROWS);
    assertThat(summary.open()).isEqualTo(count("1 = 1"));
    assertThat(decisions(summary)).containsExactlyInAnyOrderEntriesOf(counted("1 = 1"));
    assertThat(decisions(summary).values()).allSatisfy(number -> assertThat(number).isPositive());
  }

  @Test
  void theOptionsChooseTheSchoolsThatSqlChooses() throws IOException, SQLException {
    ScreenSummary summary = screen(filter("north  west", 8, "25"));
    String chosen = "northwest = 1 and year4 = 1 and enough = 1";
    String leftOut = "coalesce(northwest = 0 or year4 = 0 or enough = 0, 0)";
    assertThat(decisions(summary))
        .containsExactlyInAnyOrderEntriesOf(
            ImmutableMap.copyOf(Maps.filterValues(counted(chosen), number -> number > 0)));
    assertThat(summary.leftOut()).isEqualTo(count(leftOut));
    assertThat(summary.notMatched()).isEqualTo(count("1 = 1") - count(chosen) - count(leftOut));
  }

  @Test
  void theNumberOfPupilsAndTheGradesChooseTheSchoolsThatSqlChooses()
      throws IOException, SQLException {
    ImmutableSet<OfstedGrade> weak =
        ImmutableSet.of(OfstedGrade.REQUIRES_IMPROVEMENT, OfstedGrade.INADEQUATE);
    areChosen(screen(filter(weak, Optional.empty())), "weak = 1", "weak = 0");
    areChosen(screen(filter(ImmutableSet.of(), Optional.of(80))), "small = 1", "small = 0");
    areChosen(
        screen(filter(weak, Optional.of(80))),
        "small = 1 and weak = 1",
        "coalesce(small = 0 or weak = 0, 0)");
    areChosen(
        screen(filter(ImmutableSet.of(OfstedGrade.OUTSTANDING, OfstedGrade.GOOD), Optional.of(80))),
        "small = 1 and weak = 0",
        "coalesce(small = 0 or weak = 1, 0)");
  }

  private static void areChosen(ScreenSummary summary, String chosen, String leftOut)
      throws SQLException {
    assertThat(decisions(summary))
        .containsExactlyInAnyOrderEntriesOf(
            ImmutableMap.copyOf(Maps.filterValues(counted(chosen), number -> number > 0)));
    assertThat(summary.leftOut()).isEqualTo(count(leftOut)).isPositive();
    assertThat(summary.notMatched())
        .isEqualTo(count("1 = 1") - count(chosen) - count(leftOut))
        .isPositive();
  }

  @Test
  void theAreaOfAHubChoosesTheSchoolsThatSqlChooses() throws IOException, SQLException {
    HubArea area =
        new HubArea(
            "river-hub",
            AreaCompleteness.COMPLETE,
            ImmutableList.of("Alpha Shire"),
            ImmutableList.of("Epsilon"),
            ImmutableList.of("Beta & Gamma"));
    ScreenSummary summary =
        screen(
            new SchoolFilter(
                ImmutableSet.of(),
                ImmutableSet.of(),
                ImmutableSet.of(),
                ImmutableSet.of(area),
                ImmutableSet.of(),
                ImmutableSet.of(),
                Optional.empty(),
                ImmutableSet.of(),
                Optional.empty()));
    assertThat(decisions(summary))
        .containsExactlyInAnyOrderEntriesOf(
            ImmutableMap.copyOf(Maps.filterValues(counted("hub = 1"), number -> number > 0)));
    assertThat(summary.leftOut()).isEqualTo(count("hub = 0")).isPositive();
    assertThat(summary.notMatched()).isEqualTo(count("hub is null")).isPositive();
  }
}
