package org.tfm.rules.pack;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;

/**
 * Reads packs from a zip or jar file.
 *
 * <p>Nothing is unpacked to disk, and the limits on the size of a pack hold whatever sizes the
 * archive declares.
 */
public final class PackArchive {

  static final int MOST_ENTRIES = 20_000;
  static final int MOST_PACKS = 200;

  private final Path archive;
  private int left = PackFiles.LARGEST_TOGETHER;

  private PackArchive(Path archive) {
    this.archive = archive;
  }

  /**
   * Returns the packs of an archive, in the order of their folders.
   *
   * @throws InvalidInputException if it is not an archive, contains no pack, or is too large
   */
  public static ImmutableList<PackFiles> read(Path archive) {
    requireNonNull(archive, "archive");
    return new PackArchive(archive).packs();
  }

  private ImmutableList<PackFiles> packs() {
    Map<String, Map<String, String>> folders = new TreeMap<>();
    try (ZipFile zip = new ZipFile(archive.toFile(), StandardCharsets.UTF_8)) {
      if (zip.size() > MOST_ENTRIES) {
        throw refused(
            ProblemCode.TOO_MUCH, "", "the archive has more than " + MOST_ENTRIES + " entries");
      }
      for (ZipEntry entry : zip.stream().map(ZipEntry.class::cast).toList()) {
        String path = entry.getName();
        int slash = path.lastIndexOf('/');
        String file = path.substring(slash + 1);
        if (!entry.isDirectory() && PackFiles.isOfPack(file)) {
          if (List.of(path.split("/", -1)).contains("..")
              || path.startsWith("/")
              || path.contains("\\")) {
            throw refused(ProblemCode.NOT_ALLOWED, path, "the entry points outside the archive");
          }
          String folder = slash < 0 ? "" : path.substring(0, slash);
          String text = text(zip, entry, path);
          if (folders.computeIfAbsent(folder, any -> new TreeMap<>()).put(file, text) != null) {
            throw refused(ProblemCode.DUPLICATE, path, "two entries of the archive have this name");
          }
        }
      }
    } catch (ZipException e) {
      throw refused(ProblemCode.MALFORMED, "", "this is not a zip or jar file, or it is damaged");
    } catch (IOException e) {
      throw refused(ProblemCode.NOT_READABLE, "", "the archive cannot be read");
    }
    ImmutableList<PackFiles> packs =
        folders.entrySet().stream()
            .filter(folder -> folder.getValue().containsKey(PackFiles.PUBLISHER))
            .map(folder -> PackFiles.of(archive + "!" + folder.getKey(), folder.getValue()))
            .collect(ImmutableList.toImmutableList());
    if (packs.size() > MOST_PACKS) {
      throw refused(
          ProblemCode.TOO_MUCH,
          "",
          "the archive has " + packs.size() + " packs; expected at most " + MOST_PACKS);
    }
    if (packs.isEmpty()) {
      throw refused(
          ProblemCode.NOT_FOUND,
          "",
          "the archive contains no pack; expected a `" + PackFiles.PUBLISHER + "`");
    }
    return packs;
  }

  private String text(ZipFile zip, ZipEntry entry, String path) throws IOException {
    int most = Math.min(PackFiles.LARGEST, left);
    byte[] bytes;
    try (InputStream in = zip.getInputStream(entry)) {
      bytes = in.readNBytes(most + 1);
    }
    if (bytes.length > most) {
      throw refused(
          ProblemCode.TOO_MUCH,
          path,
          bytes.length > PackFiles.LARGEST
              ? "the file is larger than a megabyte"
              : "the packs in the archive are larger than 20 megabytes in total");
    }
    left -= bytes.length;
    return PackFiles.text(archive + "!" + path, bytes);
  }

  private InvalidInputException refused(ProblemCode code, String path, String what) {
    return new InvalidInputException(
        Problem.of(code, what).inFile(path.isEmpty() ? archive.toString() : archive + "!" + path));
  }
}
