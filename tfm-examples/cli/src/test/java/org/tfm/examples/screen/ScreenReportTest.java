package org.tfm.examples.screen;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tfm.examples.csv.CsvOutput;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.Offering;
import org.tfm.model.school.EstablishmentType;
import org.tfm.model.school.Phase;
import org.tfm.model.school.School;
import org.tfm.register.Decision;
import org.tfm.register.Judgement;
import org.tfm.register.Screening;
import org.tfm.rules.book.PolicyBook;

class ScreenReportTest {

  private static final Offering OFFERING =
      Offering.of("cheshire-wirral", "primary-development", AcademicYear.parse("2022/23"));

  private static String report(String name, Judgement... judgements) throws IOException {
    StringWriter out = new StringWriter();
    ScreenReport report = new ScreenReport(CsvOutput.buffered(out));
    report.write(School.builder().urn(100001).name(name).build(), List.of(judgements));
    report.flush();
    return out.toString();
  }

  private static Judgement admits() {
    return new Judgement(OFFERING, Decision.ADMITS, ImmutableList.of());
  }

  private static Judgement referred() {
    return Screening.of(PolicyBook.bundled(), OFFERING.hub(), OFFERING.year())
        .decide(
            School.builder()
                .urn(100001)
                .phase(Phase.NOT_APPLICABLE)
                .establishmentType(EstablishmentType.COMMUNITY_SPECIAL_SCHOOL)
                .build())
        .get(0);
  }

  @Test
  void eachSchoolAndOfferingIsALine() throws IOException {
    assertThat(report("Ash Lane, Upper Site", admits(), referred()))
        .isEqualTo(
            """
            urn,name,type,decision,terms,reasons,authority
            100001,"Ash Lane, Upper Site",primary-development,ADMITS,,,
            100001,"Ash Lane, Upper Site",primary-development,REFERS,phase school-type,%s,
            """
                .formatted(
                    "The school must be a primary school; it is a school without a phase. The hub"
                        + " decides. The hub decides: the document mentions neither special schools"
                        + " nor school funding."));
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@x", "\t=1"})
  void aNameIsNeverAFormula(String name) throws IOException {
    assertThat(report(name, admits())).contains("100001,'" + name.replace('\t', ' ') + ",");
  }

  @Test
  void aNameSteersNoTerminalAndBreaksNoLine() throws IOException {
    assertThat(report("Ash\u001b[2J\nLane", admits())).contains("100001,Ash [2J Lane,");
  }
}
