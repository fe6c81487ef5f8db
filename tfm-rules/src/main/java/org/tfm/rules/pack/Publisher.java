package org.tfm.rules.pack;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import org.tfm.model.criterion.Fact;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.Hub;
import org.tfm.model.programme.WorkGroupType;
import org.tfm.model.style.Internal;
import org.tfm.model.term.Source;

/**
 * The validated contents of a pack's {@code publisher.yaml}.
 *
 * @param language the version of the rule language that it uses
 * @param hub the hub that the policy belongs to
 * @param area the area of the hub; absent if the pack does not state it
 * @param year the academic year; absent for a base pack for any year
 * @param part the name of the pack among those of its hub and year; absent for the only one, or the
 *     main one
 * @param bases the ids of the packs that it extends, nearest first
 * @param offers the types of work group that it offers
 * @param types the types of work group that it gives a title, codes or other names, by id
 * @param journey what it says about the journey of schools
 * @param sources the documents that its rules cite, by id
 * @param facts the facts that it adds to those of the library, by id
 * @hidden
 */
@Internal
public record Publisher(
    int language,
    Hub hub,
    Optional<CitedArea> area,
    Optional<AcademicYear> year,
    Optional<String> part,
    ImmutableList<String> bases,
    ImmutableList<String> offers,
    ImmutableMap<String, WorkGroupType> types,
    ImmutableList<CitedLink> journey,
    ImmutableMap<String, Source> sources,
    ImmutableMap<String, Fact> facts) {

  /**
   * The id of the pack: {@code cheshire-wirral/2022-23}, or the hub alone for any year; with its
   * part {@code cheshire-wirral/2022-23/trials}.
   */
  public String packId() {
    return packId(hub.id(), year, part);
  }

  /** Returns the id of a pack. A part starts with a letter and so is never a year. */
  public static String packId(String hub, Optional<AcademicYear> year, Optional<String> part) {
    return hub + year.map(y -> "/" + y.inFileName()).orElse("") + part.map(p -> "/" + p).orElse("");
  }

  /** The package that the rules of this file must declare. */
  String packageOf(String file) {
    String type = file.substring(0, file.length() - ".drl".length());
    return (hub.id() + year.map(y -> ".y" + y.inFileName()).orElse("") + "." + type)
        .replace('-', '_');
  }
}
