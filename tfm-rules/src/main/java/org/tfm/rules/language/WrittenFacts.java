package org.tfm.rules.language;

import com.google.common.collect.ImmutableMap;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.TreeMap;
import org.tfm.model.criterion.Fact;

/** Facts as the authors of rules write them: {@code tasksCompleted()}. */
final class WrittenFacts {

  private static final String IN_YEAR = "participation-in-";

  private static final ImmutableMap<String, String> WORDS = words();

  private WrittenFacts() {}

  private static ImmutableMap<String, String> words() {
    Map<String, String> words = new TreeMap<>();
    for (Method method : Vocabulary.class.getDeclaredMethods()) {
      if (method.getReturnType() == FactExpression.class && method.getParameterCount() == 0) {
        try {
          words.put(((FactExpression) method.invoke(null)).fact().id(), method.getName() + "()");
        } catch (ReflectiveOperationException e) {
          throw new IllegalStateException("`" + method + "` is not a word", e);
        }
      }
    }
    return ImmutableMap.copyOf(words);
  }

  /** Returns the fact as a rule writes it, for a message; a fact of a pack by its id. */
  static String written(Fact fact) {
    String word = WORDS.get(fact.id());
    if (word == null && fact.id().startsWith(IN_YEAR)) {
      return "`participationIn(…)`";
    }
    return word == null ? "the fact `" + fact.id() + "`" : "`" + word + "`";
  }
}
