package org.tfm.model.json;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.core.Version;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Old versions of other libraries are reported before they cause errors that nobody understands.
 */
class LibraryVersionsTest {

  private static final String REMEDY =
      ". Maybe a parent POM or BOM sets an older version: set the version in your own POM";

  @TempDir Path folder;

  private static Version version(int minor, int patch) {
    return new Version(2, minor, patch, null, "com.fasterxml.jackson.core", "jackson-databind");
  }

  @Test
  void jacksonIsAtLeast2181() {
    assertThat(LibraryVersions.jackson(version(18, 1), version(19, 0), version(21, 8))).isEmpty();
    assertThat(LibraryVersions.jackson(version(18, 1), version(18, 0)))
        .contains(
            "`jackson-databind` on the class path has version `2.18.0`; expected Jackson 2.18.1 or"
                + " later"
                + REMEDY);
  }

  @Test
  void guavaIsAtLeast311() {
    assertThat(LibraryVersions.guava(LibraryVersionsTest.class))
        .contains("Guava on the class path is older than 31.1; expected 31.1 or later" + REMEDY);
  }

  @Test
  void anOldJacksonIsNamedBeforeAnythingElseFails() throws Exception {
    assertThat(
            failure(
                "com.fasterxml.jackson.core.json",
                "PackageVersion",
                """
        public final class PackageVersion {
          public static final com.fasterxml.jackson.core.Version VERSION =
              new com.fasterxml.jackson.core.Version(
                  2, 17, 2, null, "com.fasterxml.jackson.core", "jackson-core");
        }
        """))
        .isInstanceOf(LinkageError.class)
        .hasMessage(
            "`jackson-core` on the class path has version `2.17.2`; expected Jackson 2.18.1 or later"
                + REMEDY);
  }

  @Test
  void anOldGuavaIsNamedBeforeAnythingElseFails() throws Exception {
    assertThat(
            failure(
                "com.google.common.collect",
                "ImmutableMap",
                """
        public class ImmutableMap {
          public static class Builder {}
        }
        """))
        .isInstanceOf(LinkageError.class)
        .hasMessage("Guava on the class path is older than 31.1; expected 31.1 or later" + REMEDY);
  }

  /** Returns the error of the first use of the library, with a class in front of the others. */
  private Throwable failure(String inPackage, String name, String source) throws Exception {
    compile(inPackage, name, source);
    List<URL> classPath = new ArrayList<>(List.of(folder.toUri().toURL()));
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      classPath.add(Path.of(entry).toUri().toURL());
    }
    try (URLClassLoader loader =
        new URLClassLoader(classPath.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
      Method schemas = loader.loadClass(TfmJson.class.getName()).getMethod("schemas");
      return requireNonNull(catchThrowable(() -> schemas.invoke(null)));
    }
  }

  private void compile(String inPackage, String name, String source) throws IOException {
    Path file = folder.resolve(name + ".java");
    Files.writeString(file, "package " + inPackage + ";\n" + source);
    int exit =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-d",
                folder.toString(),
                "-cp",
                System.getProperty("java.class.path"),
                file.toString());
    assertThat(exit).isZero();
  }
}
