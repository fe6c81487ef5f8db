package org.tfm.examples.fuzz;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.register.RegisteredSchool;
import org.tfm.register.SchoolRegister;

/**
 * Fuzzes indexes of the register, as they are and with a right checksum: each gives schools or is
 * refused.
 */
public final class RegisterIndexFuzz {

  private static final Path FILE = file();

  private RegisterIndexFuzz() {}

  private static Path file() {
    try {
      Path file = Files.createTempFile("register", ".index");
      file.toFile().deleteOnExit();
      return file;
    } catch (IOException e) {
      throw new IllegalStateException("no file can be made", e);
    }
  }

  /** Tests one input. */
  public static void fuzzerTestOneInput(byte[] data) throws IOException {
    read(data);
    if (data.length > Integer.BYTES) {
      byte[] forged = data.clone();
      int end = data.length - Integer.BYTES;
      CRC32C sum = new CRC32C();
      sum.update(forged, 0, end);
      ByteBuffer.wrap(forged).putInt(end, (int) sum.getValue());
      read(forged);
    }
  }

  private static void read(byte[] data) throws IOException {
    Files.write(FILE, data);
    try {
      SchoolRegister register = SchoolRegister.open(FILE);
      register.schools().forEach(school -> check(register, school));
    } catch (InvalidInputException e) {
      Promises.check(e, new String(data, StandardCharsets.ISO_8859_1) + FILE);
    }
  }

  private static void check(SchoolRegister register, RegisteredSchool school) {
    if (!register.find(school.urn()).equals(Optional.of(school))
        || !register.urnsOf(school.urn()).contains(school.urn())) {
      throw new AssertionError("the school " + school.urn() + " is not found by its number");
    }
  }
}
