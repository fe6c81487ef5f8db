package org.tfm.rules.book;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tfm.model.json.TfmJson;
import org.tfm.model.problem.Blanks;
import org.tfm.model.problem.DidYouMean;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.Ids;
import org.tfm.rules.pack.PackFiles;
import org.tfm.rules.pack.Publisher;

/**
 * A starter pack: an example with explanatory comments, or a copy of a bundled pack.
 *
 * <p>It loads without changes, its worked cases pass, and they notice every change of its rules.
 * Immutable.
 *
 * @param hub the id of the hub
 * @param name the name of the hub
 * @param year the academic year, in any notation that {@link AcademicYear#parse} accepts, or
 *     {@value #ANY_YEAR} for a policy without a year
 * @param types the types of work group; if empty, those of the copied pack, or {@value #USUAL_TYPE}
 * @param from the id of the bundled pack to copy; empty for the example
 * @param part the name of the pack among those of its hub and year; empty for the only one, or the
 *     main one
 */
@TfmJson.Strict
public record NewPack(
    String hub,
    String name,
    String year,
    ImmutableList<String> types,
    Optional<String> from,
    Optional<String> part) {
  /** Refuses null. */
  public NewPack {
    requireNonNull(hub, "hub");
    requireNonNull(name, "name");
    requireNonNull(year, "year");
    requireNonNull(types, "types");
    requireNonNull(from, "from");
    requireNonNull(part, "part");
  }

  /**
   * Creates a pack that is the only one of its hub and year, or the main one.
   *
   * @param hub the id of the hub
   * @param name the name of the hub
   * @param year the academic year, or {@value #ANY_YEAR}
   * @param types the types of work group
   * @param from the id of the bundled pack to copy; empty for the example
   */
  public NewPack(
      String hub, String name, String year, ImmutableList<String> types, Optional<String> from) {
    this(hub, name, year, types, from, Optional.empty());
  }

  /** The default type of the example. */
  public static final String USUAL_TYPE = "primary-development";

  /** The word for a pack without a year. */
  public static final String ANY_YEAR = "any";

  /** The year of the examples in a pack without a year. */
  private static final AcademicYear EXAMPLE_YEAR = AcademicYear.startingIn(2022);

  /** The version of the rule language that has parts. */
  private static final String PART_SINCE = "2";

  private static final int LONGEST_NAME = 120;

  /** An entry of a list in a {@code publisher.yaml}, with its deeper lines. */
  private static final Pattern ENTRY = Pattern.compile("(?m)^  ([a-z0-9-]+):.*\\n(?:   +.*\\n?)*");

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9 (),.-]*");
  private static final Pattern YEAR = Pattern.compile("\\b(\\d{4})/\\d{2}\\b");
  private static final Pattern YEAR_IN_RULE =
      Pattern.compile("(?<=participationIn\\(\"|inYear\\(\")\\d{4}[/-]\\d{2,4}(?=\")");
  private static final Pattern DAY_IN_RULE =
      Pattern.compile("(?<=@EffectiveFrom\\(\"|@EffectiveUntil\\(\")(\\d{4})(?=-)");

  /**
   * Returns a pack made from the example, with explanatory comments.
   *
   * @param hub the id of the hub
   * @param name the name of the hub
   * @param year the academic year, in any notation that {@link AcademicYear#parse} accepts, or
   *     {@value #ANY_YEAR} for a policy without a year
   * @param types the types of work group; if empty, {@value #USUAL_TYPE}
   */
  public static NewPack example(String hub, String name, String year, List<String> types) {
    requireNonNull(hub, "hub");
    requireNonNull(name, "name");
    requireNonNull(year, "year");
    requireNonNull(types, "types");
    return new NewPack(hub, name, year, ImmutableList.copyOf(types), Optional.empty());
  }

  /**
   * Returns the same pack, made from a copy of a bundled pack instead of the example.
   *
   * @param pack the id of the bundled pack, such as {@code cheshire-wirral/2022-23}; all its types
   *     are copied if this pack names none
   */
  public NewPack copyOf(String pack) {
    requireNonNull(pack, "pack");
    return new NewPack(hub, name, year, types, Optional.of(pack), part);
  }

  /**
   * Returns the same pack as a part of the policy of its hub and year, beside a pack for other
   * types of work group.
   *
   * @param name the name of the part, such as {@code trials}, which ends the id of the pack
   */
  public NewPack asPart(String name) {
    requireNonNull(name, "name");
    return new NewPack(hub, this.name, year, types, from, Optional.of(name));
  }

  /**
   * Returns the files of the pack.
   *
   * @throws InvalidInputException with all problems of this request
   */
  public PackFiles files() {
    List<Problem> problems = new ArrayList<>();
    Optional<PackFiles> files = files(problems);
    throwIfAny(problems);
    return files.orElseThrow();
  }

  /**
   * Writes all files, or none, to a folder that is empty or does not exist.
   *
   * @return the written files
   * @throws InvalidInputException with all problems of this request and of the folder
   */
  public PackFiles writeTo(Path folder) {
    requireNonNull(folder, "folder");
    List<Problem> problems = new ArrayList<>();
    Optional<PackFiles> files = files(problems);
    checkFolder(folder, problems);
    throwIfAny(problems);
    write(files.orElseThrow(), folder);
    return files.orElseThrow();
  }

  private static void throwIfAny(List<Problem> problems) {
    if (!problems.isEmpty()) {
      throw new InvalidInputException(problems);
    }
  }

  /** Makes the files; returns empty if that adds to the problems. */
  private Optional<PackFiles> files(List<Problem> problems) {
    int before = problems.size();
    if (!Ids.isId(hub)) {
      problems.add(
          Problem.of(
                  ProblemCode.INVALID_VALUE,
                  "`%s` is not a hub id; expected lower-case words joined by hyphens",
                  shorten(hub))
              .withHint("For example `cheshire-wirral`"));
    }
    if (Blanks.isBlank(name)
        || name.length() > LONGEST_NAME
        || name.chars().anyMatch(NewPack::isInvisible)) {
      problems.add(
          Problem.of(
              ProblemCode.INVALID_VALUE,
              "the name of the hub must be one line of 1 to %s characters",
              LONGEST_NAME));
    }
    Optional<AcademicYear> dated = Optional.empty();
    try {
      dated = isUndated() ? dated : Optional.of(AcademicYear.parse(year));
    } catch (InvalidInputException e) {
      problems.addAll(e.problems());
    }
    for (String type : ImmutableSet.copyOf(types)) {
      if (!Ids.isId(type)) {
        problems.add(
            Problem.of(
                ProblemCode.INVALID_VALUE,
                "`%s` is not the id of a work group type; expected lower-case words joined by"
                    + " hyphens",
                shorten(type)));
      } else if (Collections.frequency(types, type) > 1) {
        problems.add(Problem.of(ProblemCode.DUPLICATE, "the type `%s` is named twice", type));
      }
    }
    part.filter(one -> !Ids.isId(one))
        .ifPresent(
            one ->
                problems.add(
                    Problem.of(
                            ProblemCode.INVALID_VALUE,
                            "`%s` is not the name of a part; expected lower-case words joined by"
                                + " hyphens",
                            shorten(one))
                        .withHint("For example `trials`")));
    Optional<PackEntry> copied = from.flatMap(id -> bundled(id, problems));
    if (dated.isPresent() || isUndated()) {
      besideBundled(dated, copied, problems);
    }
    if (problems.size() > before) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          PackFiles.of(
              hub,
              copied.isPresent() ? copy(copied.get(), exampleYear()) : example(exampleYear())));
    } catch (InvalidInputException e) {
      problems.addAll(e.problems());
      return Optional.empty();
    }
  }

  /** Rejects an id of the library's packs, and types that they have for the same hub and year. */
  private void besideBundled(
      Optional<AcademicYear> dated, Optional<PackEntry> copied, List<Problem> problems) {
    String id = Publisher.packId(hub, dated, part);
    ImmutableList<String> offered = offered(copied);
    for (PackEntry pack : BundledPacks.entries()) {
      if (pack.id().equals(id)) {
        problems.add(
            Problem.of(ProblemCode.DUPLICATE, "the library already has a pack `%s`", id)
                .withHint(
                    "For other types of work group, name a part of the policy, such as `trials`. For"
                        + " another year, use `extends: ["
                        + id
                        + "]`"));
      } else if (pack.hub().id().equals(hub) && pack.year().equals(dated)) {
        offered.stream()
            .filter(pack.offers()::contains)
            .forEach(
                type ->
                    problems.add(
                        Problem.of(
                                ProblemCode.DUPLICATE,
                                "the pack `%s` of the library already offers `%s`",
                                pack.id(),
                                type)
                            .withHint("Name other types of work group")));
      }
    }
  }

  private ImmutableList<String> offered(Optional<PackEntry> copied) {
    return types.isEmpty()
        ? copied.map(PackEntry::offers).orElse(ImmutableList.of(USUAL_TYPE))
        : types;
  }

  private boolean isUndated() {
    return year.equals(ANY_YEAR);
  }

  /**
   * The year of the examples: that of the pack, or a fixed one for a pack without a year.
   *
   * @throws InvalidInputException if the year is not an academic year
   */
  public AcademicYear exampleYear() {
    return isUndated() ? EXAMPLE_YEAR : AcademicYear.parse(year);
  }

  private static boolean isInvisible(int c) {
    return Character.isISOControl(c)
        || Character.getType(c) == Character.FORMAT
        || Character.getType(c) == Character.LINE_SEPARATOR
        || Character.getType(c) == Character.PARAGRAPH_SEPARATOR
        || Character.getType(c) == Character.SURROGATE;
  }

  private static String shorten(String text) {
    String line = text.replaceAll("\\p{Cntrl}", " ");
    return line.length() > 40 ? line.substring(0, 40) + "…" : line;
  }

  private Optional<PackEntry> bundled(String id, List<Problem> problems) {
    ImmutableList<PackEntry> all = BundledPacks.entries();
    Optional<PackEntry> pack = all.stream().filter(entry -> entry.id().equals(id)).findFirst();
    if (pack.isEmpty()) {
      List<String> ids = all.stream().map(PackEntry::id).toList();
      String near = DidYouMean.hint(id, ids);
      problems.add(
          Problem.of(ProblemCode.UNKNOWN_WORD, "the library has no pack `%s`", shorten(id))
              .withHint(
                  near.isEmpty() ? "Expected one of `" + String.join("`, `", ids) + "`" : near));
    }
    pack.ifPresent(
        entry -> {
          for (String type : types) {
            if (Ids.isId(type) && !entry.offers().contains(type)) {
              String near = DidYouMean.hint(type, entry.offers());
              problems.add(
                  Problem.of(ProblemCode.UNKNOWN_WORD, "the pack `%s` has no type `%s`", id, type)
                      .withHint(
                          near.isEmpty()
                              ? "Expected one of `" + String.join("`, `", entry.offers()) + "`"
                              : near));
            }
          }
        });
    return pack;
  }

  private Map<String, String> example(AcademicYear academicYear) {
    ImmutableList<String> offered = offered(Optional.empty());
    Map<String, String> files = new TreeMap<>();
    String publisher =
        filled(
            "publisher.yaml",
            academicYear,
            Map.of("name", yamlText(name), "types", String.join(", ", offered)));
    files.put(
        PackFiles.PUBLISHER,
        withPart(
            isUndated()
                ? publisher
                    .replaceFirst(
                        "(?m)^year:.*$", "# without a `year`, the policy is that of any year")
                    .replaceFirst("(?m)^ +year:.*\\n", "")
                : publisher));
    for (String type : offered) {
      Map<String, String> words =
          Map.of("name", name, "type", type, "package", packageOf(academicYear, type));
      files.put(type + ".drl", filled("type.drl", academicYear, words));
      files.put(type + ".cases.yaml", filled("type.cases.yaml", academicYear, words));
    }
    return files;
  }

  private String filled(String resource, AcademicYear academicYear, Map<String, String> words) {
    Map<String, String> all = new TreeMap<>(words);
    all.put("hub", hub);
    all.put("year", academicYear.toString());
    all.put("years", isUndated() ? "any year" : academicYear.toString());
    all.put("day", academicYear.firstDay().toString());
    return Pattern.compile("\\{\\{(\\w+)}}")
        .matcher(BundledPacks.resource("new-pack/" + resource))
        .replaceAll(found -> Matcher.quoteReplacement(all.getOrDefault(found.group(1), "")));
  }

  /** Formats the name as a YAML value, in quotes unless it is clearly text. */
  private static String yamlText(String text) {
    return PLAIN.matcher(text).matches() && text.contains(" ") ? text.strip() : TfmJson.write(text);
  }

  private String packageOf(AcademicYear academicYear, String type) {
    return (hub + (isUndated() ? "" : ".y" + academicYear.inFileName()) + "." + type)
        .replace('-', '_');
  }

  private Map<String, String> copy(PackEntry pack, AcademicYear academicYear) {
    ImmutableList<String> kept = offered(Optional.of(pack));
    int later = isUndated() ? 0 : pack.year().map(y -> academicYear.start() - y.start()).orElse(0);
    Map<String, String> files = new TreeMap<>();
    files.put(PackFiles.PUBLISHER, publisher(pack, academicYear, kept));
    for (String type : kept) {
      files.put(type + ".drl", rules(pack, academicYear, type, later));
      files.put(type + ".cases.yaml", cases(pack, academicYear, type));
    }
    return files;
  }

  private String publisher(PackEntry pack, AcademicYear academicYear, List<String> kept) {
    String text = BundledPacks.text(pack.id(), PackFiles.PUBLISHER);
    text = withKey(text, "hub", hub);
    text = withKey(text, "name", yamlText(name));
    if (pack.year().isPresent()) {
      text =
          isUndated()
              ? text.replaceFirst("(?m)^year:.*\\n", "")
              : withKey(text, "year", academicYear.toString());
    }
    text = withKey(text, "offers", "[" + String.join(", ", kept) + "]");
    text = withoutUnused(text, pack, kept);
    if (pack.year().isEmpty() && !isUndated()) {
      text = text.replaceFirst("(?m)^offers:", "year: " + academicYear + "\noffers:");
    }
    text = part.isPresent() ? withKey(withPart(text), "language", PART_SINCE) : text;
    String sources =
        "# These are the documents of `"
            + pack.id()
            + "`. Replace them with your own, each with the day on which you last\n"
            + "# read it. Then change every @Cites in the rule files.\nsources:";
    return copiedFrom(pack, "# ")
        + text.replaceFirst("(?m)^sources:", Matcher.quoteReplacement(sources));
  }

  /**
   * Removes the sources, facts and bases that the rules of these types do not need, and the
   * journey, which is what another hub says.
   */
  private static String withoutUnused(String publisher, PackEntry pack, List<String> kept) {
    String rules =
        kept.stream()
            .map(type -> BundledPacks.text(pack.id(), type + ".drl"))
            .collect(Collectors.joining());
    String needed =
        ENTRY
            .matcher(publisher.replaceFirst("(?m)^journey:\\n(?:[ -].*\\n)*", ""))
            .replaceAll(
                entry ->
                    Pattern.compile("\"" + entry.group(1) + "[ :\"]").matcher(rules).find()
                        ? Matcher.quoteReplacement(entry.group())
                        : "");
    boolean isOnBase =
        BundledPacks.entries().stream()
            .filter(base -> pack.bases().contains(base.id()))
            .anyMatch(base -> base.offers().stream().anyMatch(kept::contains));
    return (isOnBase ? needed : needed.replaceFirst("(?m)^extends:.*\\n", ""))
        .replaceFirst("(?m)^facts:\\n(?! )", "")
        .replaceFirst("(?m)^types:\\n(?! )", "");
  }

  private String withPart(String publisher) {
    return part.map(one -> publisher.replaceFirst("(?m)^offers:", "part: " + one + "\noffers:"))
        .orElse(publisher);
  }

  /** Returns the text with another value for a top-level key. */
  private static String withKey(String yaml, String key, String value) {
    return yaml.replaceFirst(
        "(?m)^" + key + ":.*(\\n[ -].*)*", Matcher.quoteReplacement(key + ": " + value));
  }

  private String copiedFrom(PackEntry pack, String comment) {
    return comment
        + "Copied from `"
        + pack.id()
        + "`, the policy of another hub or another year.\n"
        + comment
        + "It is not the policy of "
        + name
        + " until you have compared it with your own document and changed what differs.\n";
  }

  private String rules(PackEntry pack, AcademicYear academicYear, String type, int later) {
    String moved =
        YEAR_IN_RULE
            .matcher(BundledPacks.text(pack.id(), type + ".drl"))
            .replaceAll(
                found ->
                    AcademicYear.startingIn(AcademicYear.parse(found.group()).start() + later)
                        .toString());
    moved =
        DAY_IN_RULE
            .matcher(moved)
            .replaceAll(found -> String.valueOf(Integer.parseInt(found.group()) + later));
    return moved.replaceFirst(
        "(?m)^package .*\\n",
        Matcher.quoteReplacement(
            "package "
                + packageOf(academicYear, type)
                + "\n\n"
                + copiedFrom(pack, "// ")
                + "// Replace every citation: each @Cites below still names a document of `"
                + pack.id()
                + "`.\n"
                + "// Replace or delete every @Reading: it interprets a sentence of that document.\n"
                + (later == 0
                    ? ""
                    : "// Years and days in the rules were moved to the new year.\n")));
  }

  private String cases(PackEntry pack, AcademicYear academicYear, String type) {
    String text = BundledPacks.text(pack.id(), type + ".cases.yaml");
    Pattern offering = Pattern.compile("(?m)^offering:.*?(\\d{4})/\\d{2}.*$");
    Matcher first = offering.matcher(text);
    boolean isMoved = first.find() && !isUndated();
    int later = isMoved ? academicYear.start() - Integer.parseInt(first.group(1)) : 0;
    String moved = YEAR.matcher(text).replaceAll(found -> moved(found, later));
    String ofCases =
        isUndated()
            ? first.reset().find() ? moved(first, 0) : EXAMPLE_YEAR.toString()
            : academicYear.toString();
    return "# Worked cases, copied from `"
        + pack.id()
        + "` and moved to the new year. Change them with the rules.\n"
        + withoutFirstComments(moved)
            .replaceFirst(
                "(?m)^offering:.*$",
                Matcher.quoteReplacement(
                    "offering: { hub: " + hub + ", type: " + type + ", year: " + ofCases + " }"));
  }

  private static String moved(MatchResult found, int later) {
    return AcademicYear.startingIn(Integer.parseInt(found.group(1)) + later).toString();
  }

  private static String withoutFirstComments(String text) {
    return text.replaceFirst("\\A(#.*\\n)+", "");
  }

  private static void checkFolder(Path folder, List<Problem> problems) {
    if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      try (Stream<Path> files = Files.list(folder)) {
        if (files.findAny().isPresent()) {
          problems.add(
              Problem.of(
                      ProblemCode.NOT_WRITABLE,
                      "the folder is not empty; expected an empty folder or one that does not exist")
                  .inFile(folder.toString()));
        }
      } catch (IOException e) {
        problems.add(
            Problem.of(ProblemCode.NOT_READABLE, "the folder cannot be read")
                .inFile(folder.toString()));
      }
    } else if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      problems.add(
          Problem.of(ProblemCode.NOT_WRITABLE, "this is a file; expected a folder")
              .inFile(folder.toString()));
    }
  }

  /** Writes to a temporary folder first: the target is never incomplete. */
  private static void write(PackFiles files, Path folder) {
    Path target = folder.toAbsolutePath().normalize();
    List<Path> written = new ArrayList<>();
    try {
      Path parent = target.getParent();
      if (parent == null) {
        throw new IOException("a root");
      }
      Files.createDirectories(parent);
      Path beside =
          Files.createDirectory(
              parent.resolve(
                  "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".new"));
      written.add(beside);
      for (Map.Entry<String, String> file : files.texts().entrySet()) {
        Path one = beside.resolve(file.getKey());
        written.add(one);
        Files.writeString(one, file.getValue());
      }
      Files.deleteIfExists(target);
      Files.move(beside, target);
    } catch (IOException e) {
      delete(written);
      throw new InvalidInputException(
          Problem.of(ProblemCode.NOT_WRITABLE, "cannot write to the folder; no file was written")
              .inFile(folder.toString()));
    }
  }

  private static void delete(List<Path> written) {
    for (int i = written.size() - 1; i >= 0; i--) {
      try {
        Files.deleteIfExists(written.get(i));
      } catch (IOException e) {
        // The rest stays in the temporary folder; the caller reports the failure.
        return;
      }
    }
  }
}
