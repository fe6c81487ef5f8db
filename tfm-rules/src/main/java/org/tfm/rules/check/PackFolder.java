package org.tfm.rules.check;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;
import org.tfm.model.term.RulePlace;
import org.tfm.rules.book.BundledPacks;
import org.tfm.rules.book.PackEntry;
import org.tfm.rules.book.PolicyBook;
import org.tfm.rules.pack.Pack;
import org.tfm.rules.pack.PackFiles;

/**
 * The packs in a folder and its subfolders, in one book with the bundled packs.
 *
 * <p>A pack in the folder replaces a bundled pack with the same id. Immutable.
 */
public final class PackFolder {

  private static final String CASES = ".cases.yaml";

  private final PolicyBook book;
  private final ImmutableList<Pack> packs;

  private PackFolder(PolicyBook book, List<Pack> packs) {
    this.book = book;
    this.packs = ImmutableList.copyOf(packs);
  }

  /**
   * Reads a folder.
   *
   * @throws InvalidInputException if the folder does not exist or contains no pack, or with all
   *     problems of all packs
   */
  public static PackFolder read(Path folder) {
    requireNonNull(folder, "folder");
    checkThereArePacks(folder);
    PackFolder packs = readLoadable(folder);
    if (!packs.book.notLoaded().isEmpty()) {
      throw new InvalidInputException(packs.book.notLoaded());
    }
    return packs;
  }

  /**
   * Reads the packs of a folder that load; the book has the problems of the others.
   *
   * @throws InvalidInputException if the folder does not exist, contains no pack, or has problems
   *     that are not those of one pack
   */
  static PackFolder readLoadable(Path folder) {
    checkThereArePacks(folder);
    PolicyBook book = PolicyBook.builder().bundledPacks().replacing(folder).buildLoadable();
    Set<String> loaded = book.packs().stream().map(PackEntry::hash).collect(Collectors.toSet());
    return new PackFolder(
        book,
        BundledPacks.folders(folder).stream()
            .flatMap(path -> parse(path, loaded).stream())
            .toList());
  }

  /** Parses the pack of a folder if it is one of those that load. */
  private static Optional<Pack> parse(Path folder, Set<String> loaded) {
    try {
      PackFiles files = PackFiles.read(folder);
      return loaded.contains(files.hash()) ? Optional.of(Pack.parse(files)) : Optional.empty();
    } catch (InvalidInputException e) {
      // The book has these problems.
      return Optional.empty();
    }
  }

  /**
   * Checks that a folder exists and contains a pack, valid or not.
   *
   * @throws InvalidInputException if it does not
   */
  static void checkThereArePacks(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new InvalidInputException(
          Problem.of(ProblemCode.NOT_FOUND, "the folder does not exist").inFile(folder.toString()));
    }
    if (BundledPacks.areThereNone(folder)) {
      throw new InvalidInputException(
          Problem.of(
                  ProblemCode.NOT_FOUND,
                  "the folder contains no pack; expected a `%s`",
                  PackFiles.PUBLISHER)
              .inFile(folder.toString()));
    }
  }

  /** The book of these packs and the bundled ones. */
  public PolicyBook book() {
    return book;
  }

  /** The packs of the folder, in the order of their paths. */
  ImmutableList<Pack> packs() {
    return packs;
  }

  /**
   * Returns the worked cases of a pack, by file.
   *
   * @throws InvalidInputException with all problems of all files of cases
   */
  ImmutableList<WorkedCases> cases(Pack pack) {
    ImmutableList.Builder<WorkedCases> cases = ImmutableList.builder();
    List<Problem> problems = new ArrayList<>();
    for (String file : caseFiles(pack).keySet()) {
      try {
        cases.add(cases(pack, file));
      } catch (InvalidInputException e) {
        problems.addAll(e.problems());
      }
    }
    if (!problems.isEmpty()) {
      throw new InvalidInputException(problems);
    }
    return cases.build();
  }

  static ImmutableMap<String, String> caseFiles(Pack pack) {
    ImmutableMap.Builder<String, String> files = ImmutableMap.builder();
    for (Map.Entry<String, String> file : pack.files().texts().entrySet()) {
      if (file.getKey().endsWith(CASES)) {
        files.put(file);
      }
    }
    return files.buildOrThrow();
  }

  /**
   * Returns the cases in one file of a pack.
   *
   * @throws InvalidInputException if they cannot be read or are not for an offering of the pack
   */
  static WorkedCases cases(Pack pack, String file) {
    String name = pack.files().name() + "/" + file;
    WorkedCases cases = WorkedCases.read(name, pack.files().texts().getOrDefault(file, ""));
    if (!isOffering(pack, cases)) {
      throw new InvalidInputException(
          Problem.of(
                  ProblemCode.CONTRADICTION,
                  "the cases are for %s, which the pack `%s` does not offer",
                  cases.offering(),
                  pack.id())
              .inFile(name, 1));
    }
    return cases;
  }

  private static boolean isOffering(Pack pack, WorkedCases cases) {
    return pack.publisher().hub().id().equals(cases.offering().hub())
        && pack.publisher().offers().contains(cases.offering().type())
        && pack.publisher().year().map(cases.offering().year()::equals).orElse(true);
  }

  /** The path and line of a rule of any pack; those of a bundled pack start with its id. */
  String where(RulePlace rule) {
    return packs.stream()
        .filter(pack -> pack.id().equals(rule.pack()))
        .findFirst()
        .map(pack -> place(pack, rule).toString())
        .orElse(rule.toString());
  }

  /** The path and line of a rule of a pack; the folder of a pack can differ from its id. */
  static FilePlace place(Pack pack, RulePlace rule) {
    return FilePlace.of(pack.files().name() + "/" + rule.file(), rule.line());
  }
}
