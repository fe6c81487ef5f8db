package org.tfm.rules.pack;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.tfm.model.json.Schemas;
import org.tfm.model.json.TfmJson;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;

/**
 * The files of a pack as text: {@code publisher.yaml}, rule files, worked cases and form maps.
 *
 * @param name the name of the pack in messages: its folder
 * @param texts the texts by file name; lines end with {@code \n}
 */
@TfmJson.Strict
public record PackFiles(String name, ImmutableSortedMap<String, String> texts) {
  /** Refuses null. */
  public PackFiles {
    requireNonNull(name, "name");
    requireNonNull(texts, "texts");
  }

  /** The name of the file that describes a pack. */
  public static final String PUBLISHER = "publisher.yaml";

  /** The end of the name of a form map. */
  public static final String FORM_MAP = ".form.yaml";

  private static final Schemas SCHEMAS =
      Schemas.beside(
          PackFiles.class, ImmutableList.of("publisher", "cases", "form-map", "journey"));

  /** The most bytes, or characters, of one file. */
  static final int LARGEST = 1_000_000;

  /** The most bytes, or characters, of all files of a pack or of an archive. */
  static final int LARGEST_TOGETHER = 20_000_000;

  /** The most files of a pack. */
  static final int MOST_FILES = 500;

  /** The JSON Schemas of the YAML files of a pack, and of the journey of a school. */
  public static Schemas schemas() {
    return SCHEMAS;
  }

  /**
   * Returns the files of a pack with normalised line ends and without byte-order marks, so that
   * they have the same hash whatever the editor.
   *
   * @throws InvalidInputException if there are too many files, or they are too large
   */
  public static PackFiles of(String name, Map<String, String> texts) {
    requireNonNull(name, "name");
    requireNonNull(texts, "texts");
    checkCount(name, texts.size());
    ImmutableSortedMap.Builder<String, String> normal = ImmutableSortedMap.naturalOrder();
    long size = 0;
    for (Map.Entry<String, String> file : texts.entrySet()) {
      checkSize(name, file.getKey(), file.getValue().length());
      size += file.getValue().length();
      normal.put(file.getKey(), normal(file.getValue()));
    }
    checkSum(name, size);
    return new PackFiles(name, normal.buildOrThrow());
  }

  /** Returns the text without what an editor adds: a byte-order mark and other line ends. */
  private static String normal(String text) {
    return (text.startsWith("\uFEFF") ? text.substring(1) : text)
        .replace("\r\n", "\n")
        .replace('\r', '\n');
  }

  /**
   * Reads the pack in a folder. Subfolders, links and other kinds of file are ignored.
   *
   * @throws InvalidInputException if the folder is not a pack, or a file is too large or not UTF-8
   */
  public static PackFiles read(Path folder) {
    requireNonNull(folder, "folder");
    String name = folder.toString();
    ImmutableSortedMap.Builder<String, String> texts = ImmutableSortedMap.naturalOrder();
    long size = 0;
    try (Stream<Path> all = Files.list(folder)) {
      List<Path> files =
          all.filter(path -> isOfPack(path.getFileName().toString()))
              .filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
              .sorted()
              .limit(MOST_FILES + 1L)
              .toList();
      checkCount(name, files.size());
      for (Path file : files) {
        byte[] bytes = bytes(name, file);
        size += bytes.length;
        checkSum(name, size);
        texts.put(file.getFileName().toString(), text(name + "/" + file.getFileName(), bytes));
      }
    } catch (IOException | UncheckedIOException e) {
      throw new InvalidInputException(
          Problem.of(ProblemCode.NOT_READABLE, "the folder of the pack cannot be read")
              .inFile(name));
    }
    PackFiles pack = of(name, texts.buildOrThrow());
    ImmutableList<Problem> strays = strays(folder);
    if (!strays.isEmpty()) {
      throw new InvalidInputException(strays);
    }
    if (!pack.texts.containsKey(PUBLISHER)) {
      throw new InvalidInputException(
          Problem.of(ProblemCode.NOT_FOUND, "the folder has no `%s` and is not a pack", PUBLISHER)
              .inFile(name));
    }
    if (pack.lacksRules()) {
      throw new InvalidInputException(StrayFiles.noRules(name, StrayFiles.rulesNear(folder)));
    }
    return pack;
  }

  private static ImmutableList<Problem> strays(Path folder) {
    try (Stream<Path> all = Files.list(folder)) {
      return all.sorted()
          .flatMap(file -> StrayFiles.misnamed(file).stream())
          .collect(ImmutableList.toImmutableList());
    } catch (IOException | UncheckedIOException e) {
      return ImmutableList.of();
    }
  }

  /** Whether there is neither a rule file nor a base pack whose rules serve. */
  boolean lacksRules() {
    return texts.keySet().stream().noneMatch(file -> file.endsWith(".drl"))
        && !PublisherSketch.of(texts.getOrDefault(PUBLISHER, "")).extendsOthers();
  }

  static boolean isOfPack(String file) {
    return file.equals(PUBLISHER) || file.endsWith(".drl") || isBeside(file);
  }

  /** Whether a file of a pack changes nothing that the rules say: worked cases and form maps. */
  private static boolean isBeside(String file) {
    return file.endsWith(".cases.yaml") || file.endsWith(FORM_MAP);
  }

  private static void checkCount(String pack, int count) {
    if (count > MOST_FILES) {
      throw new InvalidInputException(
          Problem.of(ProblemCode.TOO_MUCH, "the folder has more than %s files", MOST_FILES)
              .inFile(pack));
    }
  }

  private static void checkSize(String pack, String file, long size) {
    if (size > LARGEST) {
      throw new InvalidInputException(
          Problem.of(ProblemCode.TOO_MUCH, "the file is larger than a megabyte")
              .inFile(pack + "/" + file));
    }
  }

  private static void checkSum(String pack, long size) {
    if (size > LARGEST_TOGETHER) {
      throw new InvalidInputException(
          Problem.of(
                  ProblemCode.TOO_MUCH,
                  "the files of the pack are larger than 20 megabytes in total")
              .inFile(pack));
    }
  }

  /** Reads a file up to the limit, even if the file grows while it is read. */
  private static byte[] bytes(String pack, Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      byte[] bytes = in.readNBytes(LARGEST + 1);
      checkSize(pack, file.getFileName().toString(), bytes.length);
      return bytes;
    }
  }

  /**
   * Decodes the bytes.
   *
   * @param where the file, for the message
   * @throws InvalidInputException if they are not UTF-8
   */
  static String text(String where, byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new InvalidInputException(
          Problem.of(ProblemCode.MALFORMED, "the file is not UTF-8 text").inFile(where));
    }
  }

  /** The SHA-256 of the names and texts of all files except worked cases and form maps. */
  public String hash() {
    Hasher hasher = Hashing.sha256().newHasher();
    texts.forEach(
        (file, text) -> {
          if (!isBeside(file)) {
            hasher.putString(file, StandardCharsets.UTF_8).putByte((byte) 0);
            hasher.putString(text, StandardCharsets.UTF_8).putByte((byte) 0);
          }
        });
    return "sha256:" + hasher.hash();
  }
}
