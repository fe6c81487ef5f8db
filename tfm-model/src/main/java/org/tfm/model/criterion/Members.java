package org.tfm.model.criterion;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.tfm.model.json.TfmJson;
import org.tfm.model.style.Internal;

/** A list of people, schools or sessions whose members a criterion can test. */
@TfmJson.Strict
public enum Members {
  /** The lead participants of an application. */
  LEAD_PARTICIPANTS("lead participant", "the person"),
  /** The schools of a work group. */
  SCHOOLS("school", "the school"),
  /** The sessions of a work group. */
  SESSIONS("session", "the session");

  private static final int MOST_DIGITS = 9;

  private final String one;
  private final String subject;
  private final String countedBy;

  // Documents have few people, schools or sessions, so their names are cached.
  private final ImmutableList<String> firstOnes;

  Members(String one, String subject) {
    this.firstOnes =
        IntStream.rangeClosed(1, 20)
            .mapToObj(number -> one + " " + number)
            .collect(ImmutableList.toImmutableList());
    this.one = one;
    this.countedBy = one.replace(' ', '-') + "s";
    this.subject = subject;
  }

  /** The name of a member, such as {@code lead participant}. */
  public String one() {
    return one;
  }

  /** The id of the fact that counts the members, such as {@code lead-participants}. */
  String countedBy() {
    return countedBy;
  }

  /** The subject of facts about a member, such as {@code the person}. */
  String subject() {
    return subject;
  }

  /**
   * Returns members as people write them, in the order of their numbers: {@code lead participants 1
   * and 2}.
   *
   * @param names the names of the members, such as {@code lead participant 1}
   * @hidden
   */
  @Internal
  public static String list(Collection<String> names) {
    requireNonNull(names, "names");
    for (Members members : values()) {
      String start = members.one + " ";
      if (names.size() > 1 && names.stream().allMatch(name -> isNumbered(name, start))) {
        return members.one
            + "s "
            + Sentences.list(
                names.stream()
                    .map(name -> name.substring(start.length()))
                    .sorted(Comparator.comparingInt(String::length).thenComparing(number -> number))
                    .toList(),
                "and");
      }
    }
    return Sentences.list(List.copyOf(names), "and");
  }

  private static boolean isNumbered(String name, String start) {
    return name.startsWith(start) && Character.isDigit(name.charAt(start.length()));
  }

  /**
   * Returns the name of a member by its number, counted from 1, such as {@code lead participant 2}.
   */
  public String numbered(int number) {
    return number <= firstOnes.size() ? firstOnes.get(number - 1) : one + " " + number;
  }

  /**
   * Returns the number of a member with this name, counted from 1; 0 if it is not the name of one.
   *
   * @hidden
   */
  @Internal
  public int number(String name) {
    String start = one + " ";
    if (!name.startsWith(start) || name.length() > start.length() + MOST_DIGITS) {
      return 0;
    }
    try {
      return Integer.parseUnsignedInt(name.substring(start.length()));
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
