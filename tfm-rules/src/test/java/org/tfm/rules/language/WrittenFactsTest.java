package org.tfm.rules.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WrittenFactsTest {

  @Test
  void everyWordForAFactIsNamedAsRulesWriteIt() throws ReflectiveOperationException {
    Map<String, String> words = new HashMap<>();
    for (Method method : Vocabulary.class.getDeclaredMethods()) {
      if (method.getReturnType() == FactExpression.class && method.getParameterCount() == 0) {
        words.put(((FactExpression) method.invoke(null)).fact().id(), method.getName());
      }
    }
    assertThat(WrittenFacts.WORDS).containsExactlyInAnyOrderEntriesOf(words);
  }
}
