package org.tfm.rules.book;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.tfm.model.problem.DidYouMean;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;
import org.tfm.model.term.RulePlace;
import org.tfm.rules.pack.PackFiles;
import org.tfm.rules.pack.PublisherSketch;

/**
 * Where the packs of a book are, so that messages name files that exist.
 *
 * @param folders the folder of each pack, by id; bundled packs have none
 * @param broken the folder of each pack that does not load, by id
 * @param read the folders that the packs were read from, to look for others beside them
 */
record PackPlaces(
    ImmutableMap<String, String> folders,
    ImmutableMap<String, String> broken,
    ImmutableList<Path> read) {

  private static final int MOST_LOOKED_AT = 1_000;

  static PackPlaces of(Map<String, String> folders) {
    return new PackPlaces(ImmutableMap.copyOf(folders), ImmutableMap.of(), ImmutableList.of());
  }

  /** The folder of a pack; its id if it is bundled. */
  String folder(String pack) {
    return Objects.requireNonNullElse(folders.get(pack), pack);
  }

  /** The file and line of a rule. */
  String of(RulePlace rule) {
    return folder(rule.pack()) + "/" + rule.file() + ":" + rule.line();
  }

  /** Returns the problem of a base that the book does not have, with where it is or its name. */
  Problem missing(String base, Collection<String> known) {
    if (broken.containsKey(base)) {
      return Problem.of(
          ProblemCode.UNKNOWN_WORD,
          "`extends` names the pack `%s` in `%s`, which does not load",
          base,
          broken.get(base));
    }
    String near = DidYouMean.hint(base, known);
    return Problem.of(ProblemCode.UNKNOWN_WORD, "`extends` names the unknown pack `%s`", base)
        .withHint(
            find(base)
                .map(path -> "It is in `" + path + "`; load that folder too")
                .orElse(
                    near.isEmpty()
                        ? "Load its folder too; the library has only its own packs"
                        : near));
  }

  /** Looks for a pack beside the folders of the packs. */
  private Optional<Path> find(String id) {
    List<Path> beside = new ArrayList<>();
    for (Path folder : read) {
      Path above = parent(folder);
      beside.addAll(subfolders(above));
      subfolders(parent(above))
          .forEach(
              other -> {
                beside.add(other);
                beside.addAll(subfolders(other));
              });
    }
    return beside.stream()
        .distinct()
        .limit(MOST_LOOKED_AT)
        .filter(path -> isPack(path, id))
        .findFirst();
  }

  private static Path parent(Path folder) {
    Path above = folder.getParent();
    return above == null || above.toString().isEmpty() ? folder.resolve("..").normalize() : above;
  }

  private static List<Path> subfolders(Path folder) {
    try (Stream<Path> all = Files.list(folder)) {
      return all.limit(MOST_LOOKED_AT)
          .filter(path -> Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
          .sorted()
          .toList();
    } catch (IOException | UncheckedIOException e) {
      return List.of();
    }
  }

  private static boolean isPack(Path folder, String id) {
    Path publisher = folder.resolve(PackFiles.PUBLISHER);
    try {
      return Files.isRegularFile(publisher, LinkOption.NOFOLLOW_LINKS)
          && Files.size(publisher) < 1_000_000
          && PublisherSketch.of(Files.readString(publisher)).packId().equals(Optional.of(id));
    } catch (IOException | InvalidInputException e) {
      return false;
    }
  }
}
