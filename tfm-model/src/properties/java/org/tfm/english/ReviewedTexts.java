package org.tfm.english;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Texts for people, by heading, in a file that is reviewed like code. It is written with {@code
 * -Dtfm.phrasebook=write}.
 */
public final class ReviewedTexts {

  private static final Pattern MESSAGE =
      Pattern.compile(
          "Problem\\.of\\(\\s*ProblemCode\\.\\w+,\\s*(\"(?:[^\"\\\\]|\\\\.)*\"(?:\\s*\\+\\s*\"(?:[^\"\\\\]|\\\\.)*\")*)");
  private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

  private final Map<String, Set<String>> texts;

  /** The texts by heading, each once. */
  public ReviewedTexts(Map<String, Set<String>> texts) {
    this.texts = texts;
  }

  /** Returns all texts as one. */
  @Override
  public String toString() {
    return texts.entrySet().stream()
        .map(one -> "# " + one.getKey() + "\n\n" + String.join("\n", one.getValue()) + "\n")
        .collect(Collectors.joining("\n"));
  }

  /** Returns the contents of the reviewed file, after writing it if that is asked for. */
  public String reviewed(Path file) throws IOException {
    if (System.getProperty("tfm.phrasebook", "").equals("write")) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, toString());
    }
    return Files.readString(file);
  }

  /** Returns the texts under some headings. */
  public List<String> under(Predicate<String> heading) {
    return texts.entrySet().stream()
        .filter(one -> heading.test(one.getKey()))
        .flatMap(one -> one.getValue().stream())
        .toList();
  }

  /** Returns the messages in source files as the code has them, with the places of arguments. */
  public static Set<String> messages(Path folder) throws IOException {
    Set<String> messages = new TreeSet<>();
    for (String source : files(folder, ".java").values()) {
      for (MatchResult message : MESSAGE.matcher(source).results().toList()) {
        messages.add(
            LITERAL
                .matcher(message.group(1))
                .results()
                .map(part -> part.group(1).replace("\\\"", "\""))
                .collect(Collectors.joining()));
      }
    }
    return messages;
  }

  /** Returns the contents of all files in a folder whose names have an ending, by path. */
  public static Map<String, String> files(Path folder, String ending) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(one -> one.toString().endsWith(ending)).toList()) {
        files.put(file.toString(), Files.readString(file));
      }
    }
    return files;
  }
}
