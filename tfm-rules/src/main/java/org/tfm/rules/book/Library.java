package org.tfm.rules.book;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/** The versions of this library and of its rule engine. */
final class Library {

  private Library() {}

  /** The version of the library, such as {@code 0.1.0}. */
  static String version() {
    return property("version");
  }

  /** The version of Drools that it was built and tested with, such as {@code 10.2.0}. */
  static String droolsVersion() {
    return property("drools");
  }

  private static String property(String name) {
    Properties properties = new Properties();
    try (InputStream in =
        Objects.requireNonNull(Library.class.getResourceAsStream("library.properties"))) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty(name, "unknown");
  }
}
