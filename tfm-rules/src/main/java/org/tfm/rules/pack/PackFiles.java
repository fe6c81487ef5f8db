package org.tfm.rules.pack;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;

/**
 * The files of a pack as text, by name: {@code publisher.yaml}, rule files and worked cases.
 *
 * @param name how the pack is called in messages: its folder
 * @param texts the texts by file name, with {@code \n} at the ends of lines
 */
public record PackFiles(String name, ImmutableSortedMap<String, String> texts) {

  /** The name of the file in which a pack says what it is. */
  public static final String PUBLISHER = "publisher.yaml";

  static final int LARGEST = 1_000_000;
  private static final int MOST_FILES = 500;

  /**
   * The files, line ends made equal.
   *
   * @throws InvalidInputException if a file is too large
   */
  public static PackFiles of(String name, Map<String, String> texts) {
    ImmutableSortedMap.Builder<String, String> normal = ImmutableSortedMap.naturalOrder();
    texts.forEach(
        (file, text) -> {
          checkSize(name, file, text.length());
          normal.put(file, text.replace("\r\n", "\n"));
        });
    return new PackFiles(name, normal.buildOrThrow());
  }

  /**
   * The files of a folder. Sub-folders, links and files of other kinds are left alone.
   *
   * @throws InvalidInputException if the folder holds no pack, or a file is too large or not UTF-8
   */
  public static PackFiles read(Path folder) {
    String name = folder.toString();
    ImmutableSortedMap.Builder<String, String> texts = ImmutableSortedMap.naturalOrder();
    int count = 0;
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file :
          files
              .filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
              .filter(path -> isOfPack(path.getFileName().toString()))
              .sorted()
              .limit(MOST_FILES + 1L)
              .toList()) {
        if (++count > MOST_FILES) {
          throw new InvalidInputException(
              Problem.of(name, "more than " + MOST_FILES + " files are in the folder"));
        }
        texts.put(file.getFileName().toString(), text(name, file));
      }
    } catch (IOException e) {
      throw new InvalidInputException(Problem.of(name, "the folder of the pack cannot be read"));
    }
    PackFiles pack = of(name, texts.buildOrThrow());
    if (!pack.texts.containsKey(PUBLISHER)) {
      throw new InvalidInputException(
          Problem.of(name, "no `" + PUBLISHER + "` is in the folder, so it holds no pack"));
    }
    return pack;
  }

  static boolean isOfPack(String file) {
    return file.equals(PUBLISHER) || file.endsWith(".drl") || file.endsWith(".cases.yaml");
  }

  private static void checkSize(String pack, String file, long size) {
    if (size > LARGEST) {
      throw new InvalidInputException(
          Problem.of(pack + "/" + file, "the file is larger than a megabyte"));
    }
  }

  private static String text(String pack, Path file) {
    try {
      checkSize(pack, file.getFileName().toString(), Files.size(file));
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
          .toString();
    } catch (CharacterCodingException e) {
      throw new InvalidInputException(
          Problem.of(pack + "/" + file.getFileName(), "the file is not UTF-8 text"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The packs in a zip or jar file, in the order of their folders.
   *
   * @throws InvalidInputException if it is no archive, holds no pack, or holds too much
   */
  public static ImmutableList<PackFiles> readArchive(Path archive) {
    return PackArchive.read(archive);
  }

  /**
   * The packs on the class path: those whose files are listed, a path on each line, in a resource
   * {@code META-INF/tfm-packs}.
   *
   * @throws InvalidInputException if a listed file is not there or cannot be read
   */
  public static ImmutableList<PackFiles> readClassPath(ClassLoader loader) {
    return ClassPathPacks.read(loader);
  }

  /** The SHA-256 of what decides: names and texts of all files but the worked cases. */
  public String hash() {
    Hasher hasher = Hashing.sha256().newHasher();
    texts.forEach(
        (file, text) -> {
          if (!file.endsWith(".cases.yaml")) {
            hasher.putString(file, StandardCharsets.UTF_8).putByte((byte) 0);
            hasher.putString(text, StandardCharsets.UTF_8).putByte((byte) 0);
          }
        });
    return "sha256:" + hasher.hash();
  }
}
