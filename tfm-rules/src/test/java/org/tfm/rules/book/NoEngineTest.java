package org.tfm.rules.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.Offering;
import org.tfm.rules.pack.SmallPacks;

/** The bundled packs need no rule engine; for other packs, a message names the dependency. */
class NoEngineTest {

  /** A user's program; the test loads it again in a class loader without the engine. */
  public static final class Program {

    private Program() {}

    /** The terms of a bundled pack. */
    public static String bundledTerms() {
      return PolicyBook.bundled()
          .terms(
              Offering.of("cheshire-wirral", "primary-development", AcademicYear.parse("2022/23")))
          .toString();
    }

    /** The message for two of the user's own packs. */
    public static String refusalOfOwnPacks() {
      PolicyBook.Builder book =
          PolicyBook.builder()
              .bundledPacks()
              .files(SmallPacks.groupsOfAtLeast("here", 6))
              .files(SmallPacks.groupsOfAtLeast("there", 7));
      try {
        return "loaded: " + book.build().packs();
      } catch (InvalidInputException e) {
        return String.valueOf(e.getMessage());
      }
    }
  }

  /** Returns the result of a method of the program without the engine. */
  private static String withoutEngine(String method) throws Exception {
    List<URL> classPath = new ArrayList<>();
    int left = 0;
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      if (entry.matches(".*(drools|kie-|antlr|ecj|javaparser|commons-codec|slf4j).*\\.jar")) {
        left++;
      } else {
        classPath.add(Path.of(entry).toUri().toURL());
      }
    }
    assertThat(left).isGreaterThan(20);
    try (URLClassLoader loader =
        new URLClassLoader(classPath.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
      Class<?> program = loader.loadClass(Program.class.getName());
      assertThat(program).isNotSameAs(Program.class);
      return String.valueOf(program.getMethod(method).invoke(null));
    }
  }

  @Test
  void bundledPacksAnswerWithoutTheRuleEngine() throws Exception {
    assertThat(withoutEngine("bundledTerms")).contains("release-time");
  }

  @Test
  void loadingRuleFilesWithoutDroolsNamesTheDependencyOnce() throws Exception {
    assertThat(withoutEngine("refusalOfOwnPacks"))
        .matches(
            "rule files need Drools, which is not on the class path;"
                + " add the dependency `org\\.drools:drools-engine:\\d+\\.\\d+\\.\\d+`");
  }
}
