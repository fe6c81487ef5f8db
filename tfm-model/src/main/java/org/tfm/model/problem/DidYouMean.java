package org.tfm.model.problem;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tfm.model.style.Internal;

/**
 * Suggestions for a mistyped word.
 *
 * @hidden
 */
@Internal
public final class DidYouMean {

  private static final int MOST = 3;
  private static final int LONGEST = 80;
  private static final int SHORTEST_PART = 3;

  private DidYouMean() {}

  /**
   * Returns a hint such as {@code Maybe `cheshire-wirral`?}; empty if no known word is near enough.
   */
  public static String hint(String read, Collection<String> known) {
    String near = near(read, known);
    return near.isEmpty() ? "" : "Maybe " + near + "?";
  }

  /**
   * Returns the nearest known words, such as {@code `march` or `may`}; empty if none is near. If
   * none differs by a single letter, a word with the same parts is near, too: {@code
   * EARLY_CAREER_YEAR_1} to {@code EARLY_CAREER}.
   */
  public static String near(String read, Collection<String> known) {
    if (read.length() > LONGEST) {
      return "";
    }
    String word = fold(read);
    boolean isMistyped = known.stream().anyMatch(one -> distance(word, fold(one)) < 2);
    List<String> near =
        known.stream()
            .distinct()
            .filter(
                candidate ->
                    isNear(read, candidate) || (!isMistyped && isPart(word, fold(candidate))))
            .sorted(
                Comparator.comparing(
                        (String candidate) -> isMistyped || !isStart(word, fold(candidate)))
                    .thenComparing(candidate -> !isNear(read, candidate))
                    .thenComparing(candidate -> distance(word, fold(candidate)))
                    .thenComparing(Comparator.naturalOrder()))
            .limit(MOST)
            .toList();
    return near.stream().map(w -> "`" + w + "`").collect(Collectors.joining(" or "));
  }

  /** Returns the known word that is nearer than all others; empty if none is near, or several. */
  public static Optional<String> nearest(String read, Collection<String> known) {
    String word = fold(read);
    List<String> near =
        known.stream()
            .distinct()
            .filter(candidate -> isNear(read, candidate))
            .sorted(Comparator.comparingInt(candidate -> distance(word, fold(candidate))))
            .limit(2)
            .toList();
    boolean isClear =
        near.size() == 1
            || (near.size() == 2
                && distance(word, fold(near.get(0))) < distance(word, fold(near.get(1))));
    return isClear ? Optional.of(near.get(0)) : Optional.empty();
  }

  /** Whether a known word is near to one that was read. */
  public static boolean isNear(String read, String known) {
    if (read.length() > LONGEST) {
      return false;
    }
    String word = fold(read);
    int limit = Math.max(2, word.length() / 3);
    return Math.abs(known.length() - word.length()) <= limit
        && distance(word, fold(known)) <= limit;
  }

  /** Whether one of two words starts or ends with the other, as whole parts. */
  private static boolean isPart(String a, String b) {
    return isIn(a, b) || isIn(b, a);
  }

  private static boolean isIn(String part, String whole) {
    return part.length() >= SHORTEST_PART && (isStart(part, whole) || whole.endsWith("-" + part));
  }

  private static boolean isStart(String part, String whole) {
    return part.length() >= SHORTEST_PART && whole.startsWith(part + "-");
  }

  private static String fold(String word) {
    return word.toLowerCase(java.util.Locale.ROOT)
        .replace('_', '-')
        .replace(' ', '-')
        .replace('/', '-');
  }

  /** Returns the edit distance between two words; swapping two adjacent letters is one edit. */
  private static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      d[i][0] = i;
    }
    for (int j = 0; j <= b.length(); j++) {
      d[0][j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      for (int j = 1; j <= b.length(); j++) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + change);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }
}
