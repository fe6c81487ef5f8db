package org.tfm.register;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tfm.model.programme.AcademicYear;
import org.tfm.rules.book.PolicyBook;

class MillionRowsTest {

  private static final int ROWS = 1_000_000;
  private static final int FIRST_URN = 10_000;
  private static final int URNS = 990_000;

  /** A register that is generated while it is read: all URNs, then the first ones again. */
  private static final class MadeRegister extends InputStream {

    /** A row as wide as in the published register; most columns are ignored. */
    private static final String REST = ",01,1,2,E06000049," + "x".repeat(1_100) + "\n";

    private byte[] row =
        "URN,TypeOfEstablishment (code),EstablishmentStatus (code),PhaseOfEducation (code),GSSLACode (name),Rest\n"
            .getBytes(StandardCharsets.UTF_8);
    private final byte[] rest = REST.getBytes(StandardCharsets.UTF_8);
    private int at;
    private int made;
    private long bytes;

    @Override
    public int read() {
      throw new UnsupportedOperationException("it is read in blocks");
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
      if (at == row.length) {
        if (made == ROWS) {
          return -1;
        }
        byte[] urn = Integer.toString(FIRST_URN + made % URNS).getBytes(StandardCharsets.UTF_8);
        row = new byte[urn.length + rest.length];
        System.arraycopy(urn, 0, row, 0, urn.length);
        System.arraycopy(rest, 0, row, urn.length, rest.length);
        at = 0;
        made++;
      }
      int some = Math.min(length, row.length - at);
      System.arraycopy(row, at, buffer, offset, some);
      at += some;
      bytes += some;
      return some;
    }
  }

  @Test
  void aMillionRowsAreScreenedThoughTheyAreMoreThanTheMemoryHolds() throws IOException {
    Screening screening =
        Screening.of(PolicyBook.bundled(), "cheshire-wirral", AcademicYear.parse("2022/23"));
    ScreenSummary summary = new ScreenSummary();
    MadeRegister made = new MadeRegister();
    try (RegisterReader register = new RegisterReader("register.csv", made)) {
      while (register.hasNext()) {
        RegisterRow row = register.next();
        summary.count(row);
        if (row instanceof RegisterRow.Open open) {
          summary.count(screening.decide(open.school()));
        }
      }
    }
    assertThat(summary.rows()).isEqualTo(ROWS);
    assertThat(summary.open()).isEqualTo(URNS);
    assertThat(summary.bad()).isEqualTo(ROWS - URNS);
    assertThat(summary.judgements())
        .contains(
            Map.entry(
                new Judgement(screening.offerings().get(0), Decision.ADMITS, ImmutableList.of()),
                (long) URNS));
    assertThat(made.bytes).isGreaterThan(ROWS * 1_000L);
  }
}
