package org.tfm.rules.book;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.tfm.model.json.TfmJson;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;
import org.tfm.model.style.Internal;
import org.tfm.rules.pack.Pack;
import org.tfm.rules.pack.PackFiles;
import org.tfm.rules.pack.PublisherSketch;
import org.tfm.rules.pack.StrayFiles;

/**
 * The packs that come with the library.
 *
 * <p>The build runs their rules and ships the results, so nothing is compiled when a program
 * starts. A test compares the shipped results with the rules.
 *
 * @hidden
 */
@Internal
public final class BundledPacks {

  private static final String INDEX = "bundled/index.json";
  private static final String FOLDERS = "bundled/folders.json";
  private static final int DEEPEST = 8;
  private static final int MOST_PATHS = 100_000;

  private BundledPacks() {}

  /** The list of all shipped packs. */
  record Index(ImmutableList<PackEntry> packs) {}

  /** The folder of each pack below {@code policies/}, by the id of the pack. */
  record Folders(ImmutableMap<String, String> folders) {}

  /** The text of a file of a bundled pack. */
  static String text(String id, String file) {
    String folder = TfmJson.read(resource(FOLDERS), Folders.class).folders().get(id);
    return resource("/policies/" + folder + "/" + file);
  }

  /** The list of the bundled packs. */
  static ImmutableList<PackEntry> entries() {
    return TfmJson.read(resource(INDEX), Index.class).packs();
  }

  /** The policy of a bundled pack, compiled when the library was built. */
  static PackPolicy policy(String id) {
    return TfmJson.read(resource(file(id)), PackPolicy.class);
  }

  private static String file(String id) {
    return "bundled/" + id.replace('/', '_') + ".json";
  }

  static String resource(String name) {
    try (InputStream in = BundledPacks.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the library was built without " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Compiles all packs in a folder and its subfolders.
   *
   * @throws InvalidInputException with all problems of all packs
   */
  static ImmutableMap<String, PackPolicy> compile(Path folder) {
    Map<String, PackPolicy> policies = new TreeMap<>();
    Map<String, String> places = new TreeMap<>();
    List<Problem> problems = new ArrayList<>();
    for (Path pack : folders(folder)) {
      try {
        PackPolicy policy = PackCompiler.compile(Pack.parse(PackFiles.read(pack)));
        places.put(policy.id(), pack.toString());
        if (policies.put(policy.id(), policy) != null) {
          problems.add(
              Problem.of(ProblemCode.DUPLICATE, "another pack also has the id `%s`", policy.id())
                  .inFile(pack.toString()));
        }
      } catch (InvalidInputException e) {
        problems.addAll(e.problems());
      }
    }
    policies
        .values()
        .forEach(
            policy ->
                problems.addAll(
                    Layers.problems(policy, policies, ImmutableList.of(), PackPlaces.of(places))));
    problems.addAll(
        Parts.problems(
            policies.values().stream().map(PackPolicy::entry).toList(),
            policies.keySet(),
            PackPlaces.of(places)));
    if (!problems.isEmpty()) {
      throw new InvalidInputException(problems);
    }
    return ImmutableMap.copyOf(policies);
  }

  /**
   * Returns the folders that contain a pack: this one and its subfolders.
   *
   * @throws InvalidInputException if the folder cannot be read or has too many entries
   */
  public static ImmutableList<Path> folders(Path folder) {
    List<Path> packs = new ArrayList<>();
    int seen = 0;
    try (Stream<Path> files = Files.walk(folder, DEEPEST)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        if (++seen > MOST_PATHS) {
          throw new InvalidInputException(
              Problem.of(
                      ProblemCode.TOO_MUCH,
                      "the folder has more than %s files and subfolders",
                      MOST_PATHS)
                  .inFile(folder.toString()));
        }
        if (file.endsWith(PackFiles.PUBLISHER) && !file.equals(folder)) {
          packs.add(file.getParent());
        }
      }
      return ImmutableList.sortedCopyOf(packs);
    } catch (IOException | UncheckedIOException e) {
      throw new InvalidInputException(
          Problem.of(
                  ProblemCode.NOT_READABLE, "the folder cannot be read; expected a folder of packs")
              .inFile(folder.toString()));
    }
  }

  /**
   * Returns the folders whose description of a pack has nearly its name, as packs that do not load.
   */
  static ImmutableList<BrokenPack> misnamed(Path folder) {
    try (Stream<Path> files = Files.walk(folder, DEEPEST)) {
      return files
          .filter(file -> !file.equals(folder) && isPublisher(file))
          .filter(file -> !Files.exists(file.resolveSibling(PackFiles.PUBLISHER)))
          .sorted()
          .flatMap(
              file ->
                  StrayFiles.misnamed(file).stream()
                      .map(
                          problem ->
                              new BrokenPack(
                                  file.resolveSibling("").toString(),
                                  publisher(file),
                                  ImmutableList.of(problem))))
          .collect(ImmutableList.toImmutableList());
    } catch (IOException | UncheckedIOException e) {
      // Reading the packs reports it.
      return ImmutableList.of();
    }
  }

  /** Whether no folder contains a pack, valid or not. */
  public static boolean areThereNone(Path folder) {
    return folders(folder).isEmpty() && misnamed(folder).isEmpty();
  }

  private static boolean isPublisher(Path file) {
    return file.getFileName().toString().toLowerCase(Locale.ROOT).startsWith("publisher.");
  }

  /** The readable part of the description of a pack that does not load. */
  static PublisherSketch publisher(Path file) {
    try {
      return PublisherSketch.of(Files.readString(file));
    } catch (IOException e) {
      return PublisherSketch.of("");
    }
  }

  /**
   * Compiles the packs in one folder and writes the policies to another; the build runs this.
   *
   * @param folders the folder of the packs and the folder to write to
   * @throws IOException if the results cannot be written
   */
  public static void main(String... folders) throws IOException {
    ImmutableMap<String, PackPolicy> policies = compile(Path.of(folders[0]));
    Path target = Path.of(folders[1]);
    Files.createDirectories(target.resolve("bundled"));
    for (PackPolicy policy : policies.values()) {
      Files.writeString(target.resolve(file(policy.id())), TfmJson.write(policy));
    }
    Index index =
        new Index(
            policies.values().stream()
                .map(PackPolicy::entry)
                .collect(ImmutableList.toImmutableList()));
    Files.writeString(target.resolve(INDEX), TfmJson.write(index));
    Map<String, String> places = new TreeMap<>();
    Path policiesFolder = Path.of(folders[0]);
    for (Path pack : folders(policiesFolder)) {
      places.put(
          Pack.parse(PackFiles.read(pack)).id(),
          policiesFolder.relativize(pack).toString().replace('\\', '/'));
    }
    Files.writeString(
        target.resolve(FOLDERS), TfmJson.write(new Folders(ImmutableMap.copyOf(places))));
  }
}
