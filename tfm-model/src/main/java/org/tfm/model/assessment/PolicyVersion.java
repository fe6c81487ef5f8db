package org.tfm.model.assessment;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;

/**
 * Which policy an assessment was made with.
 *
 * @param book the hash of the whole book, such as {@code sha256:…}
 * @param packs the ids of the packs that spoke, the underlying ones first
 * @param hashes the SHA-256 of the files of each of these packs, in the same order
 * @param library the version of this library
 * @param asOf the day whose policy it is; the caller names it; it is never read from a clock
 */
public record PolicyVersion(
    String book,
    ImmutableList<String> packs,
    ImmutableList<String> hashes,
    String library,
    LocalDate asOf) {
  /** Refuses null. */
  public PolicyVersion {
    requireNonNull(book, "book");
    requireNonNull(packs, "packs");
    requireNonNull(hashes, "hashes");
    requireNonNull(library, "library");
    requireNonNull(asOf, "asOf");
  }
}
