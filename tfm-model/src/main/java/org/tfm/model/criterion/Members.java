package org.tfm.model.criterion;

import com.google.common.collect.ImmutableList;
import java.util.stream.IntStream;

/** A list of people or schools that a criterion can look into one by one. */
public enum Members {
  /** The lead participants of an application. */
  LEAD_PARTICIPANTS("lead participant", "the person"),
  /** The schools of a work group. */
  SCHOOLS("school", "the school");

  private final String one;
  private final String subject;

  // No document names more than a few people or schools, so their names are made once.
  private final ImmutableList<String> firstOnes;

  Members(String one, String subject) {
    this.firstOnes =
        IntStream.rangeClosed(1, 20)
            .mapToObj(number -> one + " " + number)
            .collect(ImmutableList.toImmutableList());
    this.one = one;
    this.subject = subject;
  }

  /** What one of them is called, such as {@code lead participant}. */
  public String one() {
    return one;
  }

  /** The subject of facts about one of them, such as {@code the person}. */
  String subject() {
    return subject;
  }

  /**
   * What the member of this number is called, counted from 1, such as {@code lead participant 2}.
   */
  public String numbered(int number) {
    return number <= firstOnes.size() ? firstOnes.get(number - 1) : one + " " + number;
  }
}
