package org.tfm.model.json;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.tfm.model.style.Internal;

/**
 * The JSON Schemas (draft 2020-12) of the documents that the library reads and writes, by name.
 *
 * <p>A schema has the id {@code urn:tfm:schema:NAME:1} and is in the jar as {@code
 * /schema/tfm/1/NAME.schema.json}. Its {@code $comment} lists the reader's further checks.
 * Immutable and thread-safe.
 */
public final class Schemas {

  private static final String FOLDER = "/schema/tfm/1/";

  private final Class<?> neighbour;
  private final ImmutableList<String> names;

  private Schemas(Class<?> neighbour, ImmutableList<String> names) {
    this.neighbour = neighbour;
    this.names = names;
  }

  /**
   * Returns the schemas with these names in the jar of a class.
   *
   * @param neighbour a class in the same jar
   * @hidden
   */
  @Internal
  public static Schemas beside(Class<?> neighbour, List<String> names) {
    return new Schemas(neighbour, ImmutableList.copyOf(names));
  }

  /** The names of the schemas, such as {@code application}. */
  public ImmutableList<String> names() {
    return names;
  }

  /** Returns the text of a schema; empty if there is none with this name. */
  public Optional<String> find(String name) {
    requireNonNull(name, "name");
    return names.contains(name) ? Optional.of(text(name)) : Optional.empty();
  }

  private String text(String name) {
    try (InputStream in = neighbour.getResourceAsStream(FOLDER + name + ".schema.json")) {
      if (in == null) {
        throw new IllegalStateException("the schema `" + name + "` is not in the jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
