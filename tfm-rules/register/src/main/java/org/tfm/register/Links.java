package org.tfm.register;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;

/**
 * The predecessors and successors of schools, from the Department's separate file of links.
 *
 * <p>If one school names the other, the other has the opposite link. Links of other types, such as
 * shared sixth forms, are left out.
 */
final class Links {

  private static final String URN = "URN";
  private static final String OTHER = "LinkURN";
  private static final String TYPE = "LinkType";
  private static final String SINCE = "LinkEstablishedDate";
  private static final ImmutableList<String> TITLES = ImmutableList.of(URN, OTHER, TYPE, SINCE);
  private static final ImmutableList<CsvTable.Needed> NEEDED =
      ImmutableList.of(needed(URN), needed(OTHER), needed(TYPE));
  private static final String PREDECESSOR = "predecessor";
  private static final String SUCCESSOR = "successor";

  /** The limit of links: 50 times the number in the published file. */
  private static final int MOST = 2_000_000;

  private static final int MOST_KEPT = 20;

  private final Map<Integer, NavigableSet<SchoolLink>> predecessors = new TreeMap<>();
  private final Map<Integer, NavigableSet<SchoolLink>> successors = new TreeMap<>();
  private final List<RegisterRow.Bad> bad = new ArrayList<>();
  private long unusable;

  private Links() {}

  static Links none() {
    return new Links();
  }

  /**
   * Reads the file of links.
   *
   * @throws InvalidInputException if a column is missing, or the file cannot be read to its end
   */
  static Links read(String name, InputStream in) throws IOException {
    return read(name, in, MOST);
  }

  static Links read(String name, InputStream in, int most) throws IOException {
    Links links = new Links();
    try (CsvTable rows =
        new CsvTable(name, "file of links", in, CsvTable.MOST_BYTES, TITLES, NEEDED)) {
      for (int number = 0; rows.hasNext(); number++) {
        if (number >= most) {
          throw new InvalidInputException(
              Problem.of(ProblemCode.TOO_MUCH, "the file has more than %s links", most)
                  .inFile(name));
        }
        RawRow row = rows.next();
        try {
          rows.checkSize(row);
          links.add(row);
        } catch (BadRowException e) {
          links.unusable++;
          if (links.bad.size() < MOST_KEPT) {
            links.bad.add(new RegisterRow.Bad(row.line(), e.what()));
          }
        }
      }
    }
    return links;
  }

  private static CsvTable.Needed needed(String title) {
    return new CsvTable.Needed(title, Optional.empty());
  }

  private void add(RawRow row) throws BadRowException {
    String type = Ascii.toLowerCase(Cells.text(row, TITLES.indexOf(TYPE)));
    boolean isPredecessor = type.startsWith(PREDECESSOR);
    if (!isPredecessor && !type.startsWith(SUCCESSOR)) {
      return;
    }
    int urn = Cells.urn(Cells.text(row, TITLES.indexOf(URN)));
    int other = Cells.urn(Cells.text(row, TITLES.indexOf(OTHER)));
    if (urn == other) {
      throw new BadRowException("the school `" + urn + "` is linked with itself");
    }
    Optional<LocalDate> since = Cells.day(Cells.text(row, TITLES.indexOf(SINCE)));
    add(isPredecessor ? predecessors : successors, urn, other, since);
    add(isPredecessor ? successors : predecessors, other, urn, since);
  }

  /** Adds a link; of two links to one school, the one with a day is kept, or else the later. */
  private static void add(
      Map<Integer, NavigableSet<SchoolLink>> links, int from, int to, Optional<LocalDate> since) {
    NavigableSet<SchoolLink> all = links.computeIfAbsent(from, any -> new TreeSet<>());
    SchoolLink link = new SchoolLink(to, since);
    SchoolLink before = all.floor(new SchoolLink(to, Optional.of(LocalDate.MAX)));
    if (before != null && before.urn() == to) {
      if (before.compareTo(link) >= 0) {
        return;
      }
      all.remove(before);
    }
    all.add(link);
  }

  /** Returns the school with its links. */
  RegisteredSchool link(RegisteredSchool school) {
    NavigableSet<SchoolLink> before = predecessors.get(school.urn());
    NavigableSet<SchoolLink> after = successors.get(school.urn());
    return before == null && after == null
        ? school
        : school.linked(
            before == null ? ImmutableList.of() : ImmutableList.copyOf(before),
            after == null ? ImmutableList.of() : ImmutableList.copyOf(after));
  }

  /** The first rows that cannot be used. */
  ImmutableList<RegisterRow.Bad> bad() {
    return ImmutableList.copyOf(bad);
  }

  /** The number of rows that cannot be used. */
  long unusable() {
    return unusable;
  }
}
