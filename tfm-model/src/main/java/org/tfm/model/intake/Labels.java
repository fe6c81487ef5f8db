package org.tfm.model.intake;

import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Multimap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.tfm.model.criterion.Fact;

/** Words of a fixed list, found by any of their labels whatever their case and punctuation. */
final class Labels {

  private static final Pattern PUNCTUATION = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern ARTICLE = Pattern.compile("^(?:an?|the) ");

  private final ImmutableMap<String, String> words;

  private Labels(ImmutableMap<String, String> words) {
    this.words = words;
  }

  /** Returns the words with these labels; a label of two words stands for neither. */
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
    return new Labels(ImmutableMap.copyOf(words));
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

  /** Returns a text in small letters, without punctuation and without an article at its start. */
  static String fold(String text) {
    String plain =
        PUNCTUATION
            .matcher(text.toLowerCase(Locale.ROOT).replace("&", " and "))
            .replaceAll(" ")
            .strip();
    return ARTICLE.matcher(plain).replaceFirst("");
  }
}
