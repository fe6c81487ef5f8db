package org.tfm.examples.bench;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableSet;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The settings of the benchmarks.
 *
 * @param folder the build folder, where the results are written
 * @param length the length of the run
 * @param groups the groups to run
 */
record Settings(Path folder, Length length, ImmutableSet<Group> groups) {

  /** The length of a run. */
  enum Length {
    /** Long enough for publishable figures: more than a quarter of an hour. */
    FULL,
    /** Long enough to show that everything works. */
    QUICK,
    /** Long enough to detect that something is twice as slow. */
    SHORT
  }

  /** The groups of benchmarks. */
  enum Group {
    /** Library, plain Java and rule engines on the same applications. */
    CONTEST,
    /** Two threads against one. */
    THREADS,
    /** Loading a pack, compared with Drools alone. */
    LOAD,
    /** Many packs in a book: memory and assessment time. */
    MEMORY,
    /** Cost by number of applications, rules and kinds of school. */
    GROWTH,
    /** Screening the register. */
    SCREEN,
    /** A process from its start to its end. */
    STARTUP
  }

  /**
   * Reads the settings from the system properties {@code bench.quick}, {@code …short}, {@code
   * …groups}.
   */
  static Settings of(Path folder) {
    Length length =
        isSet("bench.short") ? Length.SHORT : isSet("bench.quick") ? Length.QUICK : Length.FULL;
    String asked = System.getProperty("bench.groups", "");
    ImmutableSet<Group> groups =
        asked.isBlank()
            ? length == Length.SHORT
                ? ImmutableSet.of(Group.CONTEST, Group.LOAD)
                : ImmutableSet.copyOf(Group.values())
            : Splitter.on(',')
                .trimResults()
                .omitEmptyStrings()
                .splitToStream(asked)
                .map(name -> Group.valueOf(name.toUpperCase(Locale.ROOT)))
                .collect(ImmutableSet.toImmutableSet());
    return new Settings(folder, length, groups);
  }

  static boolean isSet(String property) {
    String value = System.getProperty(property);
    return value != null && Stream.of("", "true").anyMatch(value::equalsIgnoreCase);
  }

  boolean isFull() {
    return length == Length.FULL;
  }

  boolean has(Group group) {
    return groups.contains(group);
  }

  /** Returns one number for a full run and another for a shorter one. */
  int of(int full, int shorter) {
    return isFull() ? full : shorter;
  }
}
