package org.tfm.rules.book;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.Offering;
import org.tfm.rules.pack.PackFiles;
import org.tfm.rules.pack.PublisherSketch;

/**
 * A pack that does not load.
 *
 * @param folder its folder
 * @param publisher what can be read of its description
 * @param problems its problems
 * @param onlyByBase whether its only problem is a base that does not load
 */
record BrokenPack(
    String folder, PublisherSketch publisher, ImmutableList<Problem> problems, boolean onlyByBase) {

  BrokenPack(String folder, PublisherSketch publisher, Iterable<Problem> problems) {
    this(folder, publisher, ImmutableList.copyOf(problems), false);
  }

  static BrokenPack of(PackFiles files, Iterable<Problem> problems) {
    return new BrokenPack(
        files.name(),
        PublisherSketch.of(files.texts().getOrDefault(PackFiles.PUBLISHER, "")),
        problems);
  }

  /** The problem of a document that needs its policy. */
  Problem problem() {
    return Problem.of(
            ProblemCode.NO_POLICY,
            "the pack in `%s`, with the policy of the hub `%s`, does not load",
            folder,
            publisher.hub().orElse(""))
        .withHint("Correct its problems first")
        .atValue("/offering/hub");
  }

  /** Whether it has the policy of a hub for a year, or for any. */
  boolean isOf(String hub, AcademicYear year) {
    return publisher.hub().equals(Optional.of(hub))
        && publisher.year().map(year::equals).orElse(true);
  }

  /** Whether it may be the policy of an offering, so that no other pack answers in its place. */
  boolean concerns(Offering offering, Optional<PackEntry> other) {
    Optional<AcademicYear> year = publisher.year();
    return publisher.hub().equals(Optional.of(offering.hub()))
        && (year.isPresent()
            ? year.get().equals(offering.year())
            : other.flatMap(PackEntry::year).isEmpty())
        && !other.map(this::isBeside).orElse(false);
  }

  /** Whether a pack is of the same hub and year, so that each of them is for other types. */
  private boolean isBeside(PackEntry other) {
    return other.year().equals(publisher.year())
        && !publisher.packId().equals(Optional.of(other.id()));
  }
}
