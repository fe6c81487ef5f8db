package org.tfm.model.json;

import com.fasterxml.jackson.core.Version;
import com.google.common.collect.ImmutableMap;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.tfm.model.style.Internal;

/**
 * The lowest versions of other libraries that this library works with. It uses nothing but the JDK
 * before the check.
 *
 * @hidden
 */
@Internal
public final class LibraryVersions {

  private static final String REMEDY =
      ". Maybe a parent POM or BOM sets an older version: set the version in your own POM";

  private LibraryVersions() {}

  /**
   * Checks the versions of Jackson and Guava on the class path.
   *
   * @throws LinkageError if one is too old; a class that fails to initialise passes on an error as
   *     it is, but wraps an exception
   */
  public static void check() {
    jackson(
            com.fasterxml.jackson.core.json.PackageVersion.VERSION,
            com.fasterxml.jackson.databind.cfg.PackageVersion.VERSION,
            com.fasterxml.jackson.datatype.guava.PackageVersion.VERSION,
            com.fasterxml.jackson.datatype.jdk8.PackageVersion.VERSION,
            com.fasterxml.jackson.datatype.jsr310.PackageVersion.VERSION)
        .or(() -> guava(ImmutableMap.Builder.class))
        .ifPresent(
            problem -> {
              throw new LinkageError(problem);
            });
  }

  /** Returns what is wrong with the versions of Jackson; empty if nothing is. */
  static Optional<String> jackson(Version... versions) {
    return Stream.of(versions)
        .filter(LibraryVersions::isTooOld)
        .map(
            version ->
                "`"
                    + version.getArtifactId()
                    + "` on the class path has version `"
                    + version
                    + "`; expected Jackson 2.18.1 or later"
                    + REMEDY)
        .findFirst();
  }

  /** Whether a version is below 2.18.1; 2.18.0 reads 100 days of release time as 50. */
  private static boolean isTooOld(Version version) {
    int minor = version.getMinorVersion();
    return minor < 18 || (minor == 18 && version.getPatchLevel() < 1);
  }

  /** Returns what is wrong with Guava; empty if nothing is. Guava does not tell its version. */
  static Optional<String> guava(Class<?> builder) {
    return Arrays.stream(builder.getMethods())
            .anyMatch(method -> method.getName().equals("buildKeepingLast"))
        ? Optional.empty()
        : Optional.of(
            "Guava on the class path is older than 31.1; expected 31.1 or later" + REMEDY);
  }
}
