package org.tfm.rules.book;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import org.tfm.model.json.TfmJson;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.Hub;
import org.tfm.model.programme.WorkGroupType;
import org.tfm.model.term.Source;
import org.tfm.rules.pack.CitedArea;
import org.tfm.rules.pack.CitedLink;

/**
 * A pack in the list of a book.
 *
 * @param id the id of the pack, such as {@code cheshire-wirral/2022-23}
 * @param hash the SHA-256 of its files, such as {@code sha256:…}
 * @param hub the hub that the policy belongs to
 * @param area the area of the hub; absent if the pack does not state it
 * @param year the academic year; absent for any year
 * @param bases the ids of the packs that it extends, nearest first
 * @param offers the types of work group that it offers
 * @param types the types of work group that it gives a title, codes or other names, by id
 * @param journey what it says about the journey of schools
 * @param sources the documents that it cites
 */
@TfmJson.Strict
public record PackEntry(
    String id,
    String hash,
    Hub hub,
    Optional<CitedArea> area,
    Optional<AcademicYear> year,
    ImmutableList<String> bases,
    ImmutableList<String> offers,
    ImmutableMap<String, WorkGroupType> types,
    ImmutableList<CitedLink> journey,
    ImmutableList<Source> sources) {
  /** Refuses null. */
  public PackEntry {
    requireNonNull(id, "id");
    requireNonNull(hash, "hash");
    requireNonNull(hub, "hub");
    requireNonNull(area, "area");
    requireNonNull(year, "year");
    requireNonNull(bases, "bases");
    requireNonNull(offers, "offers");
    requireNonNull(types, "types");
    requireNonNull(journey, "journey");
    requireNonNull(sources, "sources");
  }
}
