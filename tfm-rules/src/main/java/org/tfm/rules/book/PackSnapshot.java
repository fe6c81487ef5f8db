package org.tfm.rules.book;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.tfm.model.json.TfmJson;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;
import org.tfm.model.school.SchoolKind;
import org.tfm.model.term.RuleLanguage;

/**
 * A pack that was compiled ahead of time: its policy as data, with the hashes of its sources and of
 * its bases.
 *
 * <p>A book loads it in milliseconds and without Drools, and decides exactly as with the rules. A
 * snapshot holds terms only, and can do no more than rules can; but nobody can tell whether it is
 * what its rule files say, so take snapshots only from where you would take rule files. Immutable.
 */
public final class PackSnapshot {

  /** The ending of the name of a file with a snapshot. */
  public static final String SUFFIX = ".snapshot.json";

  private static final int FORMAT = 1;
  private static final String AGAIN = "Compile the pack again with this version of the library";

  /** Identifies the list of all kinds of school, which the policy refers to by their places. */
  private static final String KINDS =
      Hashing.sha256()
          .hashString(
              SchoolKind.all().stream().map(SchoolKind::toString).collect(Collectors.joining("\n")),
              StandardCharsets.UTF_8)
          .toString()
          .substring(0, 16);

  /**
   * The JSON form.
   *
   * @param format the version of this form
   * @param language the version of the rule language
   * @param library the version of the library that compiled the pack; for information only
   * @param kinds identifies the kinds of school that the library knew
   * @param bases the hash of each pack that it extends, directly or not, by id
   * @param offers the types of work group that the pack offers, in its order
   * @param policy the policy
   */
  record Content(
      @JsonProperty(required = true) int format,
      @JsonProperty(required = true) int language,
      String library,
      String kinds,
      ImmutableMap<String, String> bases,
      ImmutableList<String> offers,
      PackPolicy policy) {

    /** Puts the types of the policy in the order of the pack, which JSON does not keep. */
    Content {
      if (!ImmutableSet.copyOf(offers).equals(policy.contributions().keySet())) {
        throw new InvalidInputException(
            Problem.of(ProblemCode.CONTRADICTION, "`offers` and `policy` have different types"));
      }
      policy = policy.in(offers);
    }
  }

  private final Content content;

  private PackSnapshot(Content content) {
    this.content = content;
  }

  static PackSnapshot of(PackPolicy policy, ImmutableMap<String, String> bases) {
    return new PackSnapshot(
        new Content(
            FORMAT,
            RuleLanguage.VERSION,
            Library.version(),
            KINDS,
            bases,
            policy.entry().offers(),
            policy));
  }

  /**
   * Parses the JSON of {@link #write}.
   *
   * @throws InvalidInputException if it is no snapshot, or has another form or version of the rule
   *     language than this library
   */
  public static PackSnapshot parse(String json) {
    requireNonNull(json, "json");
    JsonNode tree = TfmJson.reader().tree(json);
    check(tree, "format", Integer.toString(FORMAT));
    check(tree, "language", Integer.toString(RuleLanguage.VERSION));
    check(tree, "kinds", KINDS);
    return new PackSnapshot(TfmJson.reader().read(tree, Content.class));
  }

  private static void check(JsonNode tree, String key, String expected) {
    JsonNode found = tree.path(key);
    if (!found.isMissingNode() && !found.asText().equals(expected)) {
      throw new InvalidInputException(
          Problem.of(
                  ProblemCode.INVALID_VALUE,
                  "the snapshot was made by another version of the library: `%s` is not %s",
                  key,
                  expected)
              .withHint(AGAIN));
    }
  }

  /** Returns the snapshot as JSON on one line; the same for the same sources and library. */
  public String write() {
    return TfmJson.write(content);
  }

  /** The id of the pack, such as {@code cheshire-wirral/2022-23}. */
  public String id() {
    return content.policy().id();
  }

  /** The SHA-256 of the rule files, such as {@code sha256:…}. */
  public String hash() {
    return content.policy().hash();
  }

  /** The version of the library that compiled the pack. */
  public String library() {
    return content.library();
  }

  /** The SHA-256 of each pack that it extends, directly or not, by id. */
  public ImmutableMap<String, String> bases() {
    return content.bases();
  }

  PackPolicy policy() {
    return content.policy();
  }

  /** Whether both have the same content. */
  @Override
  public boolean equals(Object other) {
    return other instanceof PackSnapshot that && content.equals(that.content);
  }

  @Override
  public int hashCode() {
    return content.hashCode();
  }

  /** The id and the start of the hash. */
  @Override
  public String toString() {
    return "PackSnapshot of " + id() + ", " + hash().substring(0, Math.min(19, hash().length()));
  }
}
