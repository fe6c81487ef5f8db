package org.tfm.examples.cli;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tfm.examples.batch.WholeFile;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;

/**
 * The files that a command reads: it refuses to write to them.
 *
 * @param inputs the files, and folders of files
 * @param packs the folders of packs, with all that is below them
 */
record ReadFiles(ImmutableList<String> inputs, ImmutableList<Path> packs) {

  /** The files that a command without packs reads. */
  static ReadFiles of(String... inputs) {
    return new ReadFiles(ImmutableList.copyOf(inputs), ImmutableList.of());
  }

  /**
   * Refuses a file if writing it would change what is read.
   *
   * @throws InvalidInputException if it would
   */
  void check(Path written) throws IOException {
    boolean isRead = isOfPacks(written);
    for (String input : inputs) {
      isRead |= isIn(written, input);
    }
    if (isRead) {
      throw new InvalidInputException(
          Problem.of(ProblemCode.CONTRADICTION, "the input cannot be written to")
              .inFile(written.toString()));
    }
  }

  /** Whether writing a file would change the input, or one in the folder that is the input. */
  private static boolean isIn(Path file, String input) throws IOException {
    Path read = Path.of(input);
    if (!Files.isDirectory(read)) {
      return Files.isRegularFile(read) && WholeFile.wouldChange(file, read);
    }
    Path folder = file.toAbsolutePath().normalize().getParent();
    if (folder != null && Files.isDirectory(folder) && Files.isSameFile(folder, read)) {
      return true;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(read)) {
      for (Path one : files) {
        if (Files.isRegularFile(one) && WholeFile.wouldChange(file, one)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether a file is below one of the folders of packs. */
  private boolean isOfPacks(Path file) throws IOException {
    Path real = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath().normalize();
    for (Path folder : packs) {
      if (Files.exists(folder) && real.startsWith(folder.toRealPath())) {
        return true;
      }
    }
    return false;
  }
}
