package org.tfm.examples.screen;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tfm.examples.text.Names;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.Offering;
import org.tfm.model.school.School;
import org.tfm.register.Decision;
import org.tfm.register.Judgement;
import org.tfm.register.RegisterRow;
import org.tfm.register.ScreenSummary;
import org.tfm.rules.book.PolicyBook;

class SummaryTextTest {

  private static final Offering OFFERING =
      Offering.of("cheshire-wirral", "primary-development", AcademicYear.parse("2022/23"));

  private static Judgement judgement(Decision decision, String... reasons) {
    return new Judgement(OFFERING, decision, ImmutableList.copyOf(reasons));
  }

  @Test
  void decisionsAreCountedByReasonTheMostFrequentFirst() {
    ScreenSummary summary = new ScreenSummary();
    School school = School.builder().urn(100001).build();
    for (int i = 0; i < 1_200; i++) {
      summary.count(new RegisterRow.Open(i, school));
      summary.count(
          List.of(
              i < 1_100
                  ? judgement(Decision.REFERS, "school-type")
                  : judgement(Decision.REFERS, "phase", "school-type")));
    }
    summary.count(new RegisterRow.Open(1_200, school));
    summary.count(List.of(judgement(Decision.ADMITS)));
    summary.count(new RegisterRow.NotOpen(1_201));
    summary.count(new RegisterRow.Bad(1_202, "bad"));
    assertThat(SummaryText.of(summary, List.of(OFFERING), new Names(PolicyBook.bundled())))
        .isEqualTo(
            """
            Schools in the register     1,203
              open                      1,201
              closed or not yet open        1
              rows that cannot be used      1

            Primary Mastery Development, Cheshire & Wirral Maths Hub, 2022/23
              could join                    1
              the hub decides           1,200
                school-type             1,200
                phase                     100
            """);
  }
}
