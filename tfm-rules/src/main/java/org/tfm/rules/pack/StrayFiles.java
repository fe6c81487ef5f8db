package org.tfm.rules.pack;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;
import org.tfm.model.style.Internal;

/**
 * Files that are meant for a pack but that no pack reads, because of their name or their folder.
 *
 * @hidden
 */
@Internal
public final class StrayFiles {

  private static final String RULES = ".drl";
  private static final String PUBLISHER = "publisher.yaml";

  /** Names that editors and file managers make of those of a pack. */
  private static final Pattern MISNAMED =
      Pattern.compile(
          "(?:(.+)(\\.drl)|(.+)(\\.(?:cases|form))\\.ya?ml|(publisher)\\.ya?ml)(\\.txt)?",
          Pattern.CASE_INSENSITIVE);

  private StrayFiles() {}

  /** Returns the problem of a file whose name is nearly that of a file of a pack. */
  public static Optional<Problem> misnamed(Path file) {
    String name = file.getFileName().toString();
    Matcher meant = MISNAMED.matcher(name);
    if (!meant.matches()) {
      return Optional.empty();
    }
    String right =
        meant.group(1) != null
            ? meant.group(1) + RULES
            : meant.group(3) != null
                ? meant.group(3) + Ascii.toLowerCase(meant.group(4)) + ".yaml"
                : PUBLISHER;
    return name.equals(right)
        ? Optional.empty()
        : Optional.of(
            Problem.of(ProblemCode.INVALID_VALUE, "a file of this name is not read")
                .withHint("Rename it to `" + right + "`")
                .inFile(file.toString()));
  }

  /** Returns the problem of a pack without a rule file, with those that are near its folder. */
  static Problem noRules(String pack, List<String> near) {
    return Problem.of(ProblemCode.MISSING, "the pack has no rule file (`TYPE.drl`)")
        .withHint(
            near.isEmpty()
                ? "Write one for each type in `offers`, or name a base pack under `extends`"
                : "Move `" + near.get(0) + "` into the folder of `" + PUBLISHER + "`")
        .inFile(pack);
  }

  /** Returns the rule files in the folder above and in the subfolders, and links to rule files. */
  static ImmutableList<String> rulesNear(Path folder) {
    ImmutableList.Builder<String> near = ImmutableList.builder();
    near.addAll(rules(folder));
    try (Stream<Path> inside = Files.list(folder)) {
      inside
          .filter(path -> Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
          .sorted()
          .forEach(path -> near.addAll(rules(path)));
    } catch (IOException | UncheckedIOException e) {
      return near.build();
    }
    Path above = folder.toAbsolutePath().normalize().getParent();
    if (above != null) {
      near.addAll(rules(folder.getParent() == null ? above : folder.getParent()));
    }
    return near.build();
  }

  private static List<String> rules(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(path -> path.toString().toLowerCase(Locale.ROOT).endsWith(RULES))
          .sorted()
          .map(Path::toString)
          .toList();
    } catch (IOException | UncheckedIOException e) {
      return List.of();
    }
  }
}
