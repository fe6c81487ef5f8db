package org.tfm.examples.fuzz;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.tfm.examples.csv.CsvOutput;
import org.tfm.examples.screen.ScreenReport;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.programme.AcademicYear;
import org.tfm.register.RegisterReader;
import org.tfm.register.RegisterRow;
import org.tfm.register.Screening;
import org.tfm.rules.book.PolicyBook;

/** Fuzzes registers in CSV: each row is screened or reported as bad, or the whole is refused. */
public final class RegisterFuzz {

  private static final Screening SCREENING =
      Screening.of(PolicyBook.bundled(), "cheshire-wirral", AcademicYear.startingIn(2022));
  private static final int LONGEST_COMPLAINT = 200;

  private RegisterFuzz() {}

  /** Tests one input. */
  public static void fuzzerTestOneInput(byte[] data) throws IOException {
    String text = new String(data, StandardCharsets.ISO_8859_1);
    try (RegisterReader register = new RegisterReader("register", new ByteArrayInputStream(data))) {
      ScreenReport report = new ScreenReport(CsvOutput.buffered(new StringWriter()));
      long line = 0;
      while (register.hasNext()) {
        RegisterRow row = register.next();
        if (row.line() <= line) {
          throw new AssertionError("line " + row.line() + " after line " + line);
        }
        line = row.line();
        if (row instanceof RegisterRow.Open open) {
          report.write(open.school(), SCREENING.decide(open.school()));
        } else if (row instanceof RegisterRow.Bad bad) {
          check(bad.what(), text);
        }
      }
      report.flush();
    } catch (InvalidInputException e) {
      Promises.check(e, text);
    }
  }

  private static void check(String what, String text) {
    Promises.check(what, text);
    if (what.length() > LONGEST_COMPLAINT || what.contains(Promises.PERSONAL)) {
      throw new AssertionError("a message repeats the row: " + what);
    }
  }
}
