package org.tfm.examples.bench;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableSet;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * How the benchmarks are to run.
 *
 * @param folder the build folder, where everything is written
 * @param length how long they may take
 * @param groups which of them
 */
record Settings(Path folder, Length length, ImmutableSet<Group> groups) {

  /** How long they may take. */
  enum Length {
    /** As long as it takes for figures worth publishing: a quarter of an hour and more. */
    FULL,
    /** Long enough to see that everything works. */
    QUICK,
    /** Long enough to notice that something has become twice as slow. */
    SHORT
  }

  /** What belongs together. */
  enum Group {
    /** Library, plain Java and rule engines on the same applications. */
    CONTEST,
    /** Two threads against one. */
    THREADS,
    /** Loading a pack, beside Drools alone. */
    LOAD,
    /** Many packs in a book: memory, and what they do to an assessment. */
    MEMORY,
    /** Cost against applications, rules and school kinds. */
    GROWTH,
    /** The register screened. */
    SCREEN,
    /** A process from start to end. */
    STARTUP
  }

  /** The settings of the system properties {@code bench.quick}, {@code …short}, {@code …groups}. */
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

  /** One number in full length, another in a shorter one. */
  int of(int full, int shorter) {
    return isFull() ? full : shorter;
  }
}
