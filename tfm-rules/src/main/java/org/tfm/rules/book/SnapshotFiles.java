package org.tfm.rules.book;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Maps;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;
import org.tfm.rules.pack.ClassPathPacks;
import org.tfm.rules.pack.PackFiles;

/** Finds snapshots in folders and on the class path. */
final class SnapshotFiles {

  private static final int DEEPEST = 8;
  private static final long LARGEST = 100_000_000;

  private SnapshotFiles() {}

  /**
   * A pack on the class path.
   *
   * @param folder its folder
   * @param files its rule files; absent if only the snapshot is there
   * @param snapshot its snapshot; absent if it has to be compiled
   */
  record Found(String folder, Optional<PackFiles> files, Optional<PackSnapshot> snapshot) {}

  /**
   * Reads all snapshots in a folder and its subfolders, in the order of their paths.
   *
   * @throws InvalidInputException with all problems of all files, or if there is none
   */
  static ImmutableList<PackSnapshot> read(Path folder) {
    ImmutableList.Builder<PackSnapshot> snapshots = ImmutableList.builder();
    List<Problem> problems = new ArrayList<>();
    List<Path> files = files(folder);
    for (Path file : files) {
      try {
        snapshots.add(read(file, file.toString()));
      } catch (InvalidInputException e) {
        problems.addAll(e.problems());
      }
    }
    if (files.isEmpty()) {
      problems.add(
          Problem.of(
                  ProblemCode.NOT_FOUND,
                  "the folder contains no compiled pack; expected a file `NAME%s`",
                  PackSnapshot.SUFFIX)
              .inFile(folder.toString()));
    }
    if (!problems.isEmpty()) {
      throw new InvalidInputException(problems);
    }
    return snapshots.build();
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> all = Files.walk(folder, DEEPEST)) {
      return all.filter(file -> file.toString().endsWith(PackSnapshot.SUFFIX))
          .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
          .sorted()
          .toList();
    } catch (IOException | UncheckedIOException e) {
      throw new InvalidInputException(
          Problem.of(ProblemCode.NOT_READABLE, "the folder cannot be read")
              .inFile(folder.toString()));
    }
  }

  /**
   * Reads the snapshot in a file.
   *
   * @param name the name of the file in messages
   */
  static PackSnapshot read(Path file, String name) {
    try {
      if (Files.size(file) > LARGEST) {
        throw new InvalidInputException(
            Problem.of(ProblemCode.TOO_MUCH, "the file is larger than 100 megabytes"));
      }
      return PackSnapshot.parse(Files.readString(file));
    } catch (IOException e) {
      throw new InvalidInputException(
          Problem.of(ProblemCode.NOT_READABLE, "the file cannot be read as UTF-8 text")
              .inFile(name));
    } catch (InvalidInputException e) {
      throw e.in(name);
    }
  }

  /**
   * Returns the packs on the class path, in the order of their folders.
   *
   * @throws InvalidInputException with all problems of all snapshots, or if a listed file does not
   *     exist
   */
  static ImmutableList<Found> ofClassPath(ClassLoader loader) {
    ImmutableList.Builder<Found> all = ImmutableList.builder();
    List<Problem> problems = new ArrayList<>();
    ClassPathPacks.texts(loader)
        .forEach(
            (folder, texts) -> {
              try {
                all.add(found(folder, texts));
              } catch (InvalidInputException e) {
                problems.addAll(e.problems());
              }
            });
    if (!problems.isEmpty()) {
      throw new InvalidInputException(problems);
    }
    return all.build();
  }

  private static Found found(String folder, Map<String, String> texts) {
    Map<String, String> snapshots =
        Maps.filterKeys(texts, file -> file.endsWith(PackSnapshot.SUFFIX));
    Map<String, String> rules = Maps.filterKeys(texts, file -> !file.endsWith(PackSnapshot.SUFFIX));
    if (snapshots.size() > 1) {
      throw new InvalidInputException(
          Problem.of(ProblemCode.DUPLICATE, "the folder has more than one snapshot")
              .inFile(folder));
    }
    Optional<PackSnapshot> snapshot =
        snapshots.entrySet().stream().findFirst().map(one -> parse(folder, one));
    return new Found(
        folder,
        rules.isEmpty() ? Optional.empty() : Optional.of(PackFiles.of(folder, rules)),
        snapshot);
  }

  private static PackSnapshot parse(String folder, Map.Entry<String, String> file) {
    try {
      return PackSnapshot.parse(file.getValue());
    } catch (InvalidInputException e) {
      throw e.in(folder + "/" + file.getKey());
    }
  }
}
