package org.tfm.examples.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tfm.examples.text.Names;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.Offering;
import org.tfm.model.school.EstablishmentType;
import org.tfm.model.school.Phase;
import org.tfm.model.school.School;
import org.tfm.register.RegisterRow;
import org.tfm.register.RegisterStatus;
import org.tfm.register.RegisteredSchool;
import org.tfm.register.ScreenSummary;
import org.tfm.register.Screening;
import org.tfm.rules.book.PolicyBook;

class SummaryTextTest {

  private static final Offering OFFERING =
      Offering.of("cheshire-wirral", "primary-development", AcademicYear.parse("2022/23"));

  private static final PolicyBook BOOK = PolicyBook.bundled();

  private static School school(Phase phase, EstablishmentType type) {
    return School.builder().urn(100001).phase(phase).establishmentType(type).build();
  }

  @Test
  void decisionsAreCountedByReasonTheMostFrequentFirst() {
    Screening screening = Screening.of(BOOK, OFFERING.hub(), OFFERING.year());
    School special = school(Phase.PRIMARY, EstablishmentType.COMMUNITY_SPECIAL_SCHOOL);
    School specialWithoutPhase =
        school(Phase.NOT_APPLICABLE, EstablishmentType.COMMUNITY_SPECIAL_SCHOOL);
    School primary = school(Phase.PRIMARY, EstablishmentType.COMMUNITY_SCHOOL);
    ScreenSummary summary = new ScreenSummary();
    for (int i = 0; i < 1_201; i++) {
      School school = i == 0 ? primary : i <= 1_100 ? special : specialWithoutPhase;
      summary.count(new RegisterRow.Open(i, RegisteredSchool.of(school, RegisterStatus.OPEN)));
      summary.count(screening.decide(school));
    }
    summary.count(
        new RegisterRow.NotOpen(1_201, RegisteredSchool.of(primary, RegisterStatus.CLOSED)));
    summary.count(new RegisterRow.Bad(1_202, "bad"));
    assertThat(SummaryText.of(summary, List.of(OFFERING), new Names(BOOK)).text())
        .isEqualTo(
            """
            Schools in the register     1,203
              open                      1,201
              closed or not yet open        1
              rows that cannot be used      1

            Primary Mastery Development, Cheshire & Wirral Maths Hub, 2022/23
              could join                    1
              the hub decides           1,200
                    1,200  The hub decides: the document mentions neither special schools nor school funding.
                      100  The school must be a primary school.""");
  }
}
