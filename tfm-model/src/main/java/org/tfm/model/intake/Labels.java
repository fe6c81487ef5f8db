package org.tfm.model.intake;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Iterables;
import com.google.common.collect.Multimap;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tfm.model.criterion.Fact;
import org.tfm.model.problem.DidYouMean;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;

/** Words of a fixed list, found by any of their labels whatever their case and punctuation. */
final class Labels {

  private static final ImmutableList<String> ARTICLES = ImmutableList.of("a ", "an ", "the ");

  /** How many words a message lists. */
  private static final int MOST_LISTED = 16;

  private static final int MOST_SUGGESTED = 8;

  /** Shorter words, such as {@code of}, say nothing. */
  private static final int SHORTEST_PART = 4;

  private static final Splitter SPACES = Splitter.on(' ').omitEmptyStrings();

  private final ImmutableMap<String, String> words;
  private final ImmutableList<String> names;

  private Labels(ImmutableMap<String, String> words, ImmutableList<String> names) {
    this.words = words;
    this.names = names;
  }

  /**
   * Returns the words with these labels; a label of two words stands for neither. The second label
   * of a word is its name for people; a word with one label is its own name.
   */
  static Labels of(Multimap<String, String> labels) {
    Map<String, String> words = new HashMap<>();
    Set<String> shared = new HashSet<>();
    labels
        .entries()
        .forEach(
            entry -> {
              String folded = fold(entry.getValue());
              String other = words.putIfAbsent(folded, entry.getKey());
              if (other != null && !other.equals(entry.getKey())) {
                shared.add(folded);
              }
            });
    words.keySet().removeAll(shared);
    return new Labels(
        ImmutableMap.copyOf(words),
        labels.asMap().values().stream()
            .map(all -> Iterables.get(all, 1, Iterables.get(all, 0)))
            .collect(ImmutableList.toImmutableList()));
  }

  /** Returns the choices of a fact with their names. */
  static Labels of(Fact fact) {
    ImmutableListMultimap.Builder<String, String> labels = ImmutableListMultimap.builder();
    fact.choices().forEach(word -> labels.put(word, word).put(word, fact.name(word)));
    return of(labels.build());
  }

  /** Returns the word with this label. */
  Optional<String> find(String text) {
    return Optional.ofNullable(words.get(fold(text)));
  }

  /** Returns the problem of a text that is none of these words. */
  Problem problem(String text) {
    return Problem.of(ProblemCode.UNKNOWN_WORD, expected(text))
        .withHint(DidYouMean.hint(text, names));
  }

  /** Returns a clause with the names; of many only some, if possible like a text. */
  String expected(String text) {
    boolean areFew = names.size() <= MOST_LISTED;
    List<String> shown = areFew ? names : nearest(text);
    return "expected one of "
        + shown.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "))
        + (areFew ? "" : " and " + (names.size() - shown.size()) + " more");
  }

  /** Returns the names that have a word of a text, or else the first. */
  private List<String> nearest(String text) {
    Set<String> parts = parts(text);
    List<String> related =
        names.stream().filter(name -> !Collections.disjoint(parts(name), parts)).toList();
    return (related.isEmpty() ? names : related).stream().limit(MOST_SUGGESTED).toList();
  }

  /** Returns the name that is nearest to a text. */
  Optional<String> like(String text) {
    return DidYouMean.nearest(text, names);
  }

  /** Whether a text is near to one of these words, or has one of the longer words of a name. */
  boolean isRelated(String text) {
    Set<String> parts = parts(text);
    return names.stream()
        .anyMatch(
            name -> !Collections.disjoint(parts(name), parts) || DidYouMean.isNear(text, name));
  }

  /** Returns every word that a name has. */
  Set<String> wordsOfNames() {
    return names.stream()
        .flatMap(name -> SPACES.splitToStream(fold(name)))
        .collect(Collectors.toSet());
  }

  private static Set<String> parts(String text) {
    return SPACES
        .splitToStream(fold(text))
        .filter(part -> part.length() >= SHORTEST_PART)
        .collect(Collectors.toSet());
  }

  /** Returns a text in small letters, without punctuation and without an article at its start. */
  static String fold(String text) {
    String small = text.toLowerCase(Locale.ROOT).replace("&", " and ");
    StringBuilder words = new StringBuilder(small.length());
    boolean isBetween = false;
    for (int at = 0; at < small.length(); at += Character.charCount(small.codePointAt(at))) {
      int c = small.codePointAt(at);
      if (isOfWord(c)) {
        words.append(isBetween && !words.isEmpty() ? " " : "").appendCodePoint(c);
      }
      isBetween = !isOfWord(c);
    }
    String folded = words.toString();
    for (String article : ARTICLES) {
      if (folded.startsWith(article)) {
        return folded.substring(article.length());
      }
    }
    return folded;
  }

  /** Whether a character is a letter, or a digit or another number such as {@code ½}. */
  private static boolean isOfWord(int c) {
    return Character.isLetterOrDigit(c)
        || Character.getType(c) == Character.LETTER_NUMBER
        || Character.getType(c) == Character.OTHER_NUMBER;
  }
}
