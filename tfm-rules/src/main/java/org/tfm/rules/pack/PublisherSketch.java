package org.tfm.rules.pack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.style.Internal;

/**
 * The readable part of a {@code publisher.yaml} that may be invalid: enough to say whose policy a
 * pack is that does not load.
 *
 * @param hub the id of the hub; empty if it cannot be read
 * @param year the academic year; empty if there is none or it cannot be read
 * @param part the part of the policy of the hub; empty if there is none or it cannot be read
 * @param extendsOthers whether it extends another pack
 * @hidden
 */
@Internal
public record PublisherSketch(
    Optional<String> hub,
    Optional<AcademicYear> year,
    Optional<String> part,
    boolean extendsOthers) {

  private static final Pattern HUB = Pattern.compile("(?m)^hub:[ \"']*([a-z0-9-]+)");
  private static final Pattern YEAR = Pattern.compile("(?m)^year:[ \"']*([0-9/-]+)");
  private static final Pattern PART = Pattern.compile("(?m)^part:[ \"']*([a-z0-9-]+)");
  private static final Pattern EXTENDS = Pattern.compile("(?m)^extends:");

  /** Reads what it can. */
  public static PublisherSketch of(String text) {
    try {
      JsonNode tree = PlainYaml.reader().tree(text);
      return new PublisherSketch(
          text(tree, "hub"),
          year(tree.path("year").asText()),
          text(tree, "part"),
          !tree.path("extends").isEmpty());
    } catch (InvalidInputException e) {
      return new PublisherSketch(
          found(HUB, text),
          found(YEAR, text).flatMap(PublisherSketch::year),
          found(PART, text),
          isIn(EXTENDS, text));
    }
  }

  private static Optional<String> text(JsonNode tree, String key) {
    return Optional.of(tree.path(key).asText()).filter(text -> !text.isEmpty());
  }

  private static boolean isIn(Pattern key, String text) {
    return key.matcher(text).find();
  }

  private static Optional<String> found(Pattern key, String text) {
    Matcher matcher = key.matcher(text);
    return matcher.find() ? Optional.ofNullable(matcher.group(1)) : Optional.empty();
  }

  private static Optional<AcademicYear> year(String text) {
    try {
      return Optional.of(AcademicYear.parse(text));
    } catch (InvalidInputException e) {
      return Optional.empty();
    }
  }

  /** The id of the pack; empty if the hub cannot be read. */
  public Optional<String> packId() {
    return hub.map(id -> Publisher.packId(id, year, part));
  }
}
