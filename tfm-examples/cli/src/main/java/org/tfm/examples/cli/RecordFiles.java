package org.tfm.examples.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;
import org.tfm.model.record.DecisionRecord;

/** A folder of decision records, each in a file named after its id. */
final class RecordFiles {

  private RecordFiles() {}

  /**
   * Saves the records, each completely or not at all. A record that exists is not changed.
   *
   * @return their files
   * @throws InvalidInputException if the folder cannot be written to, or if a file of that name
   *     holds something else, which is not changed
   */
  static List<Path> write(Path folder, List<DecisionRecord> records) {
    if (!Files.exists(folder) && folder.toString().toLowerCase(Locale.ROOT).endsWith(".json")) {
      throw new InvalidInputException(
          Problem.of(ProblemCode.INVALID_VALUE, "this is the name of a file; expected a folder")
              .withHint("Each record in it has a name of its own")
              .inFile(folder.toString()));
    }
    try {
      Files.createDirectories(folder);
      List<Path> files = new ArrayList<>();
      for (DecisionRecord record : records) {
        Path file = folder.resolve(record.fileName());
        write(file, record.canonicalJson().getBytes(StandardCharsets.UTF_8));
        files.add(file);
      }
      return files;
    } catch (IOException e) {
      throw new InvalidInputException(
          Problem.of(ProblemCode.NOT_WRITABLE, "records cannot be saved in this folder")
              .inFile(folder.toString()));
    }
  }

  private static void write(Path file, byte[] bytes) throws IOException {
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      if (!Files.isRegularFile(file) || !Arrays.equals(Files.readAllBytes(file), bytes)) {
        throw new InvalidInputException(
            Problem.of(
                    ProblemCode.CONTRADICTION,
                    "the file exists and is not this record; it was not changed")
                .inFile(file.toString()));
      }
      return;
    }
    Path part = Files.createTempFile(file.toAbsolutePath().getParent(), ".record-", ".part");
    try {
      Files.write(part, bytes);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
