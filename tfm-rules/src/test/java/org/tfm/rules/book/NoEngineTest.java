package org.tfm.rules.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tfm.model.assessment.Terms;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.Offering;

/** Users of the bundled packs alone may leave the rule engine, and all that comes with it, away. */
class NoEngineTest {

  @Test
  void bundledPacksAnswerWithoutTheRuleEngine() throws Exception {
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
      Class<?> book = loader.loadClass(PolicyBook.class.getName());
      Class<?> offering = loader.loadClass(Offering.class.getName());
      Class<?> year = loader.loadClass(AcademicYear.class.getName());
      Object development =
          offering
              .getMethod("of", String.class, String.class, year)
              .invoke(
                  null,
                  "cheshire-wirral",
                  "primary-development",
                  year.getMethod("parse", String.class).invoke(null, "2022/23"));
      Object terms =
          book.getMethod("terms", offering)
              .invoke(book.getMethod("bundled").invoke(null), development);
      assertThat(terms.getClass()).isNotSameAs(Terms.class);
      assertThat(terms).asString().contains("release-time");
    }
  }
}
