package org.tfm.model.programme;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.Set;
import org.tfm.model.problem.Blanks;
import org.tfm.model.style.Internal;

/**
 * Compares names of places, trusts and schools as people write them: without regard to case, to
 * blanks and full stops, to the form of an apostrophe, and to “&amp;” or “and”.
 *
 * @hidden
 */
@Internal
public final class RegisterName {

  private RegisterName() {}

  /** Returns the form in which equal names are equal. */
  public static String key(String name) {
    requireNonNull(name, "name");
    StringBuilder key = new StringBuilder(name.length());
    boolean wasBlank = true;
    for (int at = 0; at < name.length(); at += Character.charCount(name.codePointAt(at))) {
      int c = name.codePointAt(at);
      if (Blanks.isBlank(c)) {
        wasBlank = true;
        continue;
      }
      if (c == '.') {
        continue;
      }
      boolean isAnd = c == '&';
      if ((wasBlank || isAnd) && key.length() > 0) {
        key.append(' ');
      }
      if (isAnd) {
        key.append("and");
      } else {
        key.appendCodePoint(c == '\u2019' ? '\'' : c);
      }
      wasBlank = isAnd;
    }
    return key.toString().toLowerCase(Locale.ROOT);
  }

  /** Whether a name is one of some names. */
  public static boolean isAmong(String name, Set<String> names) {
    requireNonNull(name, "name");
    requireNonNull(names, "names");
    if (names.contains(name)) {
      return true;
    }
    String key = key(name);
    return names.stream().anyMatch(other -> key(other).equals(key));
  }
}
