package org.tfm.model.programme;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import com.google.common.io.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tfm.model.json.TfmJson;
import org.tfm.model.problem.DidYouMean;

/**
 * The hubs that the library knows, each with its source.
 *
 * <p>The list is a reviewed file of the library, not an official one. A pack can give its own hub
 * another name and area.
 */
public final class Hubs {

  /** The id under which the network publishes policy for all hubs. */
  public static final String NATIONAL = "national";

  private static final ImmutableMap<String, HubProfile> KNOWN = read();

  private static final Pattern AROUND = Pattern.compile("^the | maths hub$");

  private Hubs() {}

  /**
   * The contents of the file.
   *
   * @param hubs the hubs in the order of their ids
   */
  @TfmJson.Strict
  record HubList(ImmutableList<HubProfile> hubs) {}

  private static ImmutableMap<String, HubProfile> read() {
    try {
      String json =
          Resources.toString(
              Resources.getResource(Hubs.class, "hubs.json"), StandardCharsets.UTF_8);
      return Maps.uniqueIndex(
          TfmJson.read(json, HubList.class).hubs(), profile -> profile.hub().id());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The hubs that the library knows, by id. */
  public static ImmutableMap<String, HubProfile> known() {
    return KNOWN;
  }

  /** Returns what the library knows of a hub; empty if it does not know the hub. */
  public static Optional<HubProfile> find(String id) {
    requireNonNull(id, "id");
    return Optional.ofNullable(KNOWN.get(id));
  }

  /**
   * Finds the id of a hub by the id itself or by one of its names, with or without “Maths Hub” and
   * “the”; empty if the library does not know the hub.
   */
  public static Optional<String> findId(String name) {
    String key = key(requireNonNull(name, "name"));
    return KNOWN.values().stream()
        .filter(
            profile ->
                profile.hub().id().equals(name)
                    || key(profile.hub().name()).equals(key)
                    || profile.alsoCalled().stream().map(Hubs::key).anyMatch(key::equals))
        .map(profile -> profile.hub().id())
        .findFirst();
  }

  private static String key(String name) {
    return AROUND.matcher(RegisterName.key(name)).replaceAll("");
  }

  /**
   * Returns a question about the id that was perhaps meant, such as {@code Maybe `mobius`?}; an
   * empty text if none is similar.
   */
  public static String suggestion(String id) {
    requireNonNull(id, "id");
    return DidYouMean.hint(id, KNOWN.keySet());
  }
}
