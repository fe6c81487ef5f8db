package org.tfm.model.assessment;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.Optional;
import org.tfm.model.json.TfmJson;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;

/**
 * The version of the policy that an assessment is based on.
 *
 * @param book the hash of the whole book, such as {@code sha256:…}
 * @param packs the ids of the packs used, base packs first
 * @param hashes the SHA-256 hash of the files of each of these packs, in the same order
 * @param library the version of the library
 * @param asOf the day of the policy, which the caller sets
 * @param language the newest version of the rule language that these packs use; absent for the
 *     first
 */
@TfmJson.Strict
public record PolicyVersion(
    String book,
    ImmutableList<String> packs,
    ImmutableList<String> hashes,
    String library,
    LocalDate asOf,
    Optional<Integer> language) {

  /** A version of packs that use the first version of the rule language. */
  public PolicyVersion(
      String book,
      ImmutableList<String> packs,
      ImmutableList<String> hashes,
      String library,
      LocalDate asOf) {
    this(book, packs, hashes, library, asOf, Optional.empty());
  }

  /** Rejects null, and a number of hashes that is not that of the packs. */
  public PolicyVersion {
    requireNonNull(book, "book");
    requireNonNull(packs, "packs");
    requireNonNull(hashes, "hashes");
    requireNonNull(library, "library");
    requireNonNull(asOf, "asOf");
    requireNonNull(language, "language");
    if (hashes.size() != packs.size()) {
      throw new InvalidInputException(
          Problem.of(
                  ProblemCode.CONTRADICTION,
                  "expected a hash for each of the %s packs; there are %s",
                  packs.size(),
                  hashes.size())
              .atValue("/hashes"));
    }
  }
}
