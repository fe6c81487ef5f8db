package org.tfm.rules.book;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;
import org.tfm.rules.pack.ClassPathPacks;
import org.tfm.rules.pack.PackFiles;

/**
 * Compiles all packs in a folder to snapshots; builds of jars with packs use it.
 *
 * <p>For the pack in {@code DIR/FOLDER} it writes {@code OUT/FOLDER/pack.snapshot.json}. It lists
 * the snapshots, and the rule files that are in {@code OUT} too, in {@code OUT/META-INF/tfm-packs},
 * where {@link PolicyBook.Builder#classPathPacks} looks for them.
 */
public final class SnapshotCompiler {

  private static final String SNAPSHOT = "pack" + PackSnapshot.SUFFIX;

  private SnapshotCompiler() {}

  /**
   * Compiles the packs in a folder, which may extend bundled packs and each other.
   *
   * @param packs further folders of packs that they extend
   * @return the file of each snapshot by the id of its pack
   * @throws InvalidInputException with all problems of all packs, before anything is written; or if
   *     a file cannot be written
   */
  public static ImmutableMap<String, Path> compile(Path folder, Path out, List<Path> packs) {
    requireNonNull(folder, "folder");
    requireNonNull(out, "out");
    PolicyBook.Builder builder = PolicyBook.builder().bundledPacks();
    requireNonNull(packs, "packs").forEach(builder::directory);
    PolicyBook book = builder.replacing(folder).build();
    Map<String, PackFiles> files = new TreeMap<>();
    for (Path pack : BundledPacks.folders(folder)) {
      files.put(folder.relativize(pack).toString().replace('\\', '/'), PackFiles.read(pack));
    }
    try {
      return write(book, files, out);
    } catch (IOException e) {
      throw new InvalidInputException(
          Problem.of(ProblemCode.NOT_WRITABLE, "the files cannot be written. Is the disk full?")
              .inFile(out.toString()));
    }
  }

  private static ImmutableMap<String, Path> write(
      PolicyBook book, Map<String, PackFiles> files, Path out) throws IOException {
    ImmutableMap.Builder<String, Path> written = ImmutableMap.builder();
    List<String> listed = new ArrayList<>();
    for (Map.Entry<String, PackFiles> pack : files.entrySet()) {
      PackSnapshot snapshot = book.snapshot(id(book, pack.getValue()));
      Path target = out.resolve(pack.getKey());
      String path = pack.getKey().isEmpty() ? "" : pack.getKey() + "/";
      Files.createDirectories(target);
      PolicyArchive.write(target.resolve(SNAPSHOT), snapshot.write());
      listed.add(path + SNAPSHOT);
      for (String name : pack.getValue().texts().keySet()) {
        if (Files.exists(target.resolve(name))) {
          listed.add(path + name);
        }
      }
      written.put(snapshot.id(), target.resolve(SNAPSHOT));
    }
    Path marker = out.resolve(ClassPathPacks.MARKER);
    Files.createDirectories(requireNonNull(marker.getParent()));
    PolicyArchive.write(marker, String.join("\n", listed) + "\n");
    return written.buildOrThrow();
  }

  private static String id(PolicyBook book, PackFiles files) {
    String hash = files.hash();
    return book.packs().stream()
        .filter(pack -> pack.hash().equals(hash))
        .findFirst()
        .orElseThrow()
        .id();
  }

  /**
   * Compiles the packs in one folder to another; for builds.
   *
   * @param folders the folder of the packs and the folder to write to
   * @throws InvalidInputException with all problems of all packs
   */
  public static void main(String... folders) {
    requireNonNull(folders, "folders");
    if (folders.length != 2) {
      throw new InvalidInputException(
          Problem.of(
              ProblemCode.MISSING,
              "expected two arguments: the folder of the packs and the folder to write to"));
    }
    compile(Path.of(folders[0]), Path.of(folders[1]), ImmutableList.of());
  }
}
