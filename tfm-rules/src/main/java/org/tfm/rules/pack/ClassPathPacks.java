package org.tfm.rules.pack;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Maps;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.List;
import java.util.Map;
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
    Map<String, Map<String, String>> folders = new TreeMap<>();
    try {
      for (URL marker : Collections.list(loader.getResources(MARKER))) {
        for (String path : lines(marker)) {
          int slash = path.lastIndexOf('/');
          URL resource = loader.getResource(path);
          if (slash < 0 || resource == null) {
            throw new InvalidInputException(
                Problem.of(
                        ProblemCode.NOT_FOUND, "`%s` is listed but is not on the class path", path)
                    .inFile(MARKER));
          }
          folders
              .computeIfAbsent(path.substring(0, slash), any -> new TreeMap<>())
              .put(path.substring(slash + 1), text(path, resource));
        }
      }
    } catch (IOException e) {
      throw new InvalidInputException(
          Problem.of(ProblemCode.NOT_READABLE, "the files of a pack cannot be read")
              .inFile(MARKER));
    }
    return ImmutableSortedMap.copyOf(
        Maps.transformValues(folders, files -> ImmutableSortedMap.copyOf(files)));
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
