package org.tfm.rules.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableMap;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tfm.rules.pack.Pack;
import org.tfm.rules.pack.PackFiles;

/** The class loader stops hostile rules even if they passed the grammar. */
class SecondWallTest {

  /** Statements of hostile rules. */
  public static final class Canary {
    public static volatile boolean touched;

    private Canary() {}

    public static void touch() {
      touched = true;
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "java.lang.System.setProperty(\"tfm.canary\", \"x\");",
        "java.lang.Runtime.getRuntime().exec(\"true\");",
        "new java.lang.ProcessBuilder(\"true\").start();",
        "new java.io.File(\"canary\").createNewFile();",
        "java.nio.file.Files.delete(java.nio.file.Path.of(\"canary\"));",
        "new java.net.Socket(\"localhost\", 1);",
        "new java.lang.Thread().start();",
        "java.lang.Class.forName(\"java.lang.System\").getMethods()[0].invoke(null);",
        "org.tfm.rules.book.SecondWallTest.Canary.touch();",
        "org.tfm.rules.book.PolicyBook.bundled();",
      })
  void aThenPartThatReachesOutDoesNotRun(String hostile) {
    Path folder = Path.of("src/main/resources/policies/cheshire-wirral/2022-23");
    Pack pack = Pack.parse(PackFiles.read(folder));
    ImmutableMap<String, String> tampered =
        pack.engineSource().entrySet().stream()
            .collect(
                ImmutableMap.toImmutableMap(
                    Map.Entry::getKey,
                    file -> file.getValue().replaceFirst("then\n", "then\n" + hostile + "\n")));
    assertThat(tampered).isNotEqualTo(pack.engineSource());
    assertThatThrownBy(
            () ->
                PackCompiler.compile(
                    new Pack(pack.files(), pack.publisher(), pack.rules(), tampered)))
        .isInstanceOf(Throwable.class);
    assertThat(Canary.touched).isFalse();
    assertThat(System.getProperty("tfm.canary")).isNull();
    assertThat(Path.of("canary")).doesNotExist();
  }

  @Test
  void theLoaderFindsValuesAndNothingThatReachesOut() throws ClassNotFoundException {
    ClassLoader loader = new RulesClassLoader(SecondWallTest.class.getClassLoader());
    assertThat(loader.loadClass("java.util.Optional")).isNotNull();
    assertThat(loader.loadClass("org.tfm.rules.language.Vocabulary")).isNotNull();
    for (String name :
        new String[] {
          "java.lang.System",
          "java.lang.Runtime",
          "java.lang.Thread",
          "java.lang.ClassLoader",
          "java.lang.reflect.Method",
          "java.io.File",
          "java.nio.file.Files",
          "java.net.Socket",
          "org.tfm.rules.book.PolicyBook",
          "javax.script.ScriptEngineManager",
        }) {
      assertThatThrownBy(() -> loader.loadClass(name)).isInstanceOf(ClassNotFoundException.class);
    }
  }
}
