package org.tfm.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.Offering;
import org.tfm.rules.book.PolicyBook;

/** The invariants and the verifier need no jqwik. */
class NoJqwikTest {

  /** A user's test; the test loads it again in a class loader without jqwik. */
  public static final class UsersTest {

    private UsersTest() {}

    /** Tests all invariants of a policy, and a term. */
    public static void passes() {
      Offering offering =
          Offering.of("cheshire-wirral", "primary-development", AcademicYear.parse("2022/23"));
      PackInvariants.forBook(PolicyBook.bundled()).tries(5).holdFor(offering);
      RuleVerifier.forBook(PolicyBook.bundled()).offering(offering).term("trn");
    }
  }

  @Test
  void theInvariantsHoldWithoutJqwikOnTheClassPath() throws Exception {
    List<URL> classPath = new ArrayList<>();
    int left = 0;
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      if (entry.matches(".*jqwik.*\\.jar")) {
        left++;
      } else {
        classPath.add(Path.of(entry).toUri().toURL());
      }
    }
    assertThat(left).isPositive();
    try (URLClassLoader loader =
        new URLClassLoader(classPath.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
      assertThatThrownBy(() -> loader.loadClass("net.jqwik.api.Arbitrary"))
          .isInstanceOf(ClassNotFoundException.class);
      loader.loadClass(UsersTest.class.getName()).getMethod("passes").invoke(null);
    }
  }
}
