package org.tfm.examples.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.rules.pack.Pack;
import org.tfm.rules.pack.PackArchive;

/** Fuzzes zip files: their packs are read or the archive is refused. */
public final class ArchiveFuzz {

  private static final Path FILE = Path.of("input.zip");

  private ArchiveFuzz() {}

  /** Tests one input. */
  public static void fuzzerTestOneInput(byte[] data) throws IOException {
    Files.write(FILE, data);
    try {
      PackArchive.read(FILE).forEach(Pack::parse);
    } catch (InvalidInputException e) {
      Promises.check(e, new String(data, StandardCharsets.ISO_8859_1));
    }
  }
}
