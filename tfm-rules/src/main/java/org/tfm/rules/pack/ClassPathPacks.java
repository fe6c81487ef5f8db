package org.tfm.rules.pack;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Maps;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;
import org.tfm.model.style.Internal;

/**
 * Reads packs from the class path, where they are published as artifacts of their own.
 *
 * <p>An artifact lists the files of its packs in {@value #MARKER}, one path a line.
 */
public final class ClassPathPacks {

  /** The resource that lists the files of packs. */
  public static final String MARKER = "META-INF/tfm-packs";

  private static final Comparator<Folder> FOLDERS =
      Comparator.comparing(Folder::path).thenComparing(Folder::marker);

  /** A folder of a pack in the artifact of a marker; two artifacts may have the same folder. */
  private record Folder(String path, String marker) {}

  private ClassPathPacks() {}

  /**
   * Returns the packs that the class loader finds, in the order of their folders.
   *
   * @throws InvalidInputException if a listed file does not exist or cannot be read
   */
  public static ImmutableList<PackFiles> read(ClassLoader loader) {
    return texts(loader).entrySet().stream()
        .map(
            folder ->
                PackFiles.of(
                    folder.getKey(), Maps.filterKeys(folder.getValue(), PackFiles::isOfPack)))
        .filter(files -> !files.texts().isEmpty())
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * Returns the texts of all listed files by name, for each folder in order.
   *
   * @throws InvalidInputException if a listed file does not exist or cannot be read
   * @hidden
   */
  @Internal
  public static ImmutableSortedMap<String, ImmutableSortedMap<String, String>> texts(
      ClassLoader loader) {
    requireNonNull(loader, "loader");
    Map<Folder, Map<String, String>> folders = new TreeMap<>(FOLDERS);
    try {
      for (URL marker : Collections.list(loader.getResources(MARKER))) {
        String artifact = marker.toString();
        for (String path : lines(marker)) {
          int slash = path.lastIndexOf('/');
          Optional<URL> resource = resource(loader, artifact, path);
          if (slash < 0 || resource.isEmpty()) {
            throw new InvalidInputException(
                Problem.of(
                        ProblemCode.NOT_FOUND, "`%s` is listed but is not on the class path", path)
                    .inFile(MARKER));
          }
          folders
              .computeIfAbsent(
                  new Folder(path.substring(0, slash), artifact), any -> new TreeMap<>())
              .put(path.substring(slash + 1), text(path, resource.get()));
        }
      }
    } catch (IOException e) {
      throw new InvalidInputException(
          Problem.of(ProblemCode.NOT_READABLE, "the files of a pack cannot be read")
              .inFile(MARKER));
    }
    ImmutableSortedMap.Builder<String, ImmutableSortedMap<String, String>> texts =
        ImmutableSortedMap.naturalOrder();
    folders.forEach(
        (folder, files) ->
            texts.put(name(folder, folders.keySet()), ImmutableSortedMap.copyOf(files)));
    return texts.buildOrThrow();
  }

  /** Finds a listed file in the artifact of the marker, else in another one. */
  private static Optional<URL> resource(ClassLoader loader, String marker, String path)
      throws IOException {
    List<URL> all = Collections.list(loader.getResources(path));
    String artifact = marker.substring(0, marker.length() - MARKER.length());
    return all.stream()
        .filter(url -> url.toString().startsWith(artifact))
        .findFirst()
        .or(() -> all.stream().findFirst());
  }

  /** The folder; with its artifact if another artifact has a folder of this name. */
  private static String name(Folder folder, Set<Folder> all) {
    return all.stream().filter(other -> other.path().equals(folder.path())).count() == 1
        ? folder.path()
        : folder.marker().substring(0, folder.marker().length() - MARKER.length()) + folder.path();
  }

  private static List<String> lines(URL marker) throws IOException {
    return text(MARKER, marker)
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .toList();
  }

  private static String text(String path, URL resource) throws IOException {
    try (InputStream in = resource.openStream()) {
      return PackFiles.text(path, in.readNBytes(PackFiles.LARGEST + 1));
    }
  }
}
