package org.tfm.register;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSortedSet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tfm.model.problem.Blanks;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;
import org.tfm.model.programme.RegisterName;

/**
 * The register of schools, open or not, for looking schools up.
 *
 * <p>Programs make an index of the published CSV once, with {@link #write}, and {@link #open} it in
 * milliseconds. Immutable and thread-safe.
 */
public final class SchoolRegister {

  private static final int MOST_KEPT = 20;
  private static final int MOST_CANDIDATES = 20;
  private static final int MOST_LINKED = 1_000;

  /** The last year that cells of the register can have. */
  private static final int LAST_YEAR = 9_999;

  /** How many bytes show whether a file is an index or a text. */
  private static final int START = 4_096;

  private final RegisterIndex index;
  // Written without a lock: threads that race create equal tables.
  private @Nullable Search search;

  private SchoolRegister(RegisterIndex index) {
    this.index = index;
  }

  /** The places of schools by name and by postcode. */
  private record Search(
      ImmutableListMultimap<String, Integer> byName,
      ImmutableListMultimap<String, Integer> byPostcode) {}

  /**
   * Writes the index of a register.
   *
   * <p>Rows are read one by one; links are kept in memory. Equal files give equal bytes.
   *
   * @param csv the register as published
   * @param links the separate file of links, if there is one
   * @param day the day of the register, in the years 1 to 9999
   * @param out where the index is written; it is flushed and not closed
   * @throws InvalidInputException if a file cannot be used, or the day is in another year
   * @throws IOException if {@code out} throws it
   */
  public static IndexReport write(Path csv, Optional<Path> links, LocalDate day, OutputStream out)
      throws IOException {
    requireNonNull(csv, "csv");
    requireNonNull(links, "links");
    requireNonNull(day, "day");
    requireNonNull(out, "out");
    if (day.getYear() < 1 || day.getYear() > LAST_YEAR) {
      throw new InvalidInputException(
          Problem.of(
              ProblemCode.INVALID_VALUE,
              "the day of the register is in the year %s; expected a year from 1 to %s",
              day.getYear(),
              LAST_YEAR));
    }
    return write(csv, links, Optional.of(day), out, RegisterIndex.largest());
  }

  static IndexReport write(
      Path csv, Optional<Path> links, Optional<LocalDate> day, OutputStream out, long largest)
      throws IOException {
    Links linked = links.isPresent() ? links(links.get()) : Links.none();
    List<RegisterRow.Bad> bad = new ArrayList<>();
    long schools = 0;
    long unusable = 0;
    RegisterIndex.Writer writer = new RegisterIndex.Writer(out, largest);
    try (InputStream in = stream(csv);
        RegisterReader reader = new RegisterReader(csv.toString(), in)) {
      while (reader.hasNext()) {
        RegisterRow row = reader.next();
        if (row instanceof RegisterRow.Establishment one) {
          writer.add(linked.link(one.registered()));
          schools++;
        } else if (row instanceof RegisterRow.Bad problem) {
          unusable++;
          if (bad.size() < MOST_KEPT) {
            bad.add(problem);
          }
        }
      }
    }
    if (schools == 0) {
      throw new InvalidInputException(
          Problem.of(ProblemCode.MISSING, "the register has no row that can be used")
              .inFile(csv.toString()));
    }
    writer.finish(day, unusable);
    return new IndexReport(
        schools, unusable, ImmutableList.copyOf(bad), linked.unusable(), linked.bad());
  }

  private static Links links(Path file) throws IOException {
    try (InputStream in = stream(file)) {
      return Links.read(file.toString(), in);
    }
  }

  private static InputStream stream(Path file) {
    try {
      return Files.newInputStream(file);
    } catch (NoSuchFileException e) {
      throw new InvalidInputException(
          Problem.of(ProblemCode.NOT_FOUND, "there is no such file").inFile(file.toString()));
    } catch (IOException e) {
      throw new InvalidInputException(
          Problem.of(ProblemCode.NOT_READABLE, "the file cannot be read").inFile(file.toString()));
    }
  }

  /**
   * Opens an index, or reads a register as published, which takes longer and has no day.
   *
   * @throws InvalidInputException if the file is neither, or is damaged
   */
  public static SchoolRegister open(Path file) {
    requireNonNull(file, "file");
    return open(file, RegisterIndex.largest());
  }

  static SchoolRegister open(Path file, long largest) {
    try (InputStream in = stream(file)) {
      byte[] start = in.readNBytes(START);
      if (!RegisterIndex.isIndex(start)) {
        return ofCsv(file, start);
      }
      if (Files.size(file) > largest) {
        throw new InvalidInputException(
            Problem.of(ProblemCode.TOO_MUCH, "the index of the register is too large")
                .inFile(file.toString()));
      }
      return new SchoolRegister(RegisterIndex.open(file.toString(), Files.readAllBytes(file)));
    } catch (IOException e) {
      throw new InvalidInputException(
          Problem.of(ProblemCode.NOT_READABLE, "the file cannot be read").inFile(file.toString()));
    }
  }

  private static SchoolRegister ofCsv(Path file, byte[] start) throws IOException {
    ByteArrayOutputStream made = new ByteArrayOutputStream();
    try {
      write(file, Optional.empty(), Optional.empty(), made, RegisterIndex.largest());
    } catch (InvalidInputException e) {
      throw RegisterIndex.isRestOfIndex(start) ? RegisterIndex.damaged(file.toString()) : e;
    }
    return new SchoolRegister(RegisterIndex.open(file.toString(), made.toByteArray()));
  }

  /** The day of the register; absent if it was read as published. */
  public Optional<LocalDate> day() {
    return index.day();
  }

  /** The number of schools, open or not. */
  public int size() {
    return index.size();
  }

  /** The number of rows of the register that could not be used. */
  public int unusableRows() {
    return index.unusable();
  }

  /**
   * Finds a school; empty if the register does not have it.
   *
   * @throws InvalidInputException if its record is damaged
   */
  public Optional<RegisteredSchool> find(int urn) {
    int place = index.find(urn);
    return place < 0 ? Optional.empty() : Optional.of(index.school(place));
  }

  /** All schools, in the order of their URNs. */
  public Stream<RegisteredSchool> schools() {
    return IntStream.range(0, index.size()).mapToObj(index::school);
  }

  /**
   * Returns the schools that a name and a postcode may mean, at most 20: those with both first,
   * then those with the name, then those with the postcode. None of them is chosen.
   *
   * @param name a name as people write it; case, blanks and “&amp;” or “and” do not matter
   * @param postcode a postcode, if it is known
   */
  public ImmutableList<RegisteredSchool> named(String name, Optional<String> postcode) {
    requireNonNull(name, "name");
    requireNonNull(postcode, "postcode");
    Search tables = search();
    List<Integer> called = tables.byName().get(RegisterName.key(name));
    List<Integer> there =
        postcode
            .map(code -> (List<Integer>) tables.byPostcode().get(postcode(code)))
            .orElse(List.of());
    Set<Integer> candidates = new LinkedHashSet<>(called);
    candidates.retainAll(there);
    candidates.addAll(called);
    candidates.addAll(there);
    return candidates.stream()
        .limit(MOST_CANDIDATES)
        .map(index::school)
        .collect(ImmutableList.toImmutableList());
  }

  private Search search() {
    Search known = search;
    if (known == null) {
      ImmutableListMultimap.Builder<String, Integer> byName = ImmutableListMultimap.builder();
      ImmutableListMultimap.Builder<String, Integer> byPostcode = ImmutableListMultimap.builder();
      for (int place = 0; place < index.size(); place++) {
        RegisteredSchool school = index.school(place);
        int at = place;
        school.school().name().ifPresent(name -> byName.put(RegisterName.key(name), at));
        school.postcode().ifPresent(code -> byPostcode.put(postcode(code), at));
      }
      known = new Search(byName.build(), byPostcode.build());
      search = known;
    }
    return known;
  }

  private static String postcode(String text) {
    StringBuilder code = new StringBuilder();
    text.codePoints().filter(c -> !Blanks.isBlank(c)).forEach(code::appendCodePoint);
    return code.toString().toUpperCase(Locale.ROOT);
  }

  /**
   * Returns the URNs of a school over time: its own, and those of all predecessors and successors,
   * directly or through others. A school that converts to an academy gets a new URN.
   */
  public ImmutableSortedSet<Integer> urnsOf(int urn) {
    Set<Integer> known = new TreeSet<>();
    walk(urn, known, RegisteredSchool::predecessors);
    walk(urn, known, RegisteredSchool::successors);
    return ImmutableSortedSet.copyOf(known);
  }

  /** Adds the schools in one direction, so that schools that were merged into one stay apart. */
  private void walk(
      int urn, Set<Integer> found, Function<RegisteredSchool, Collection<SchoolLink>> links) {
    Set<Integer> visited = new TreeSet<>();
    Queue<Integer> next = new ArrayDeque<>();
    next.add(urn);
    while (!next.isEmpty() && visited.size() < MOST_LINKED) {
      int one = next.remove();
      if (visited.add(one)) {
        find(one).ifPresent(school -> links.apply(school).forEach(link -> next.add(link.urn())));
      }
    }
    found.addAll(visited);
  }
}
