package org.tfm.examples.cli;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tfm.examples.text.TextReport;
import org.tfm.model.advice.WhatWouldChange;
import org.tfm.model.assessment.Assessment;
import org.tfm.model.assessment.Finding;
import org.tfm.model.assessment.PolicyVersion;
import org.tfm.model.assessment.Terms;
import org.tfm.model.assessment.TermsLookup;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.programme.Offering;
import org.tfm.model.programme.WorkGroupType;
import org.tfm.model.record.DecisionRecord;
import org.tfm.model.school.School;
import org.tfm.rules.book.PolicyBook;
import org.tfm.rules.replay.Replay;

/**
 * A recorded decision, with what a book knows of its hub, its sources and its terms.
 *
 * @param record the decision
 * @param book the book; the names in it are used whether or not it was decided with it
 */
record Explained(DecisionRecord record, PolicyBook book) {

  Assessment assessment() {
    return record.assessment();
  }

  /** The school it is about; none if it is a group. */
  Optional<School> school() {
    return record
        .application()
        .map(application -> application.school())
        .or(() -> record.progress().map(progress -> progress.school()));
  }

  /** What was decided on, as people call it. */
  String document() {
    return record.application().isPresent()
        ? "application"
        : record.group().isPresent() ? "plan of the Work Group" : "account of the year";
  }

  /** The name of the hub, or its id if the book does not know it. */
  String hub() {
    String id = assessment().offering().hub();
    return book.packs().stream()
        .filter(pack -> pack.hub().id().equals(id))
        .map(pack -> pack.hub().name())
        .findFirst()
        .orElse(id);
  }

  /** The type and the year of the work group. */
  String workGroup() {
    Offering offering = assessment().offering();
    return WorkGroupType.of(offering.type()).title() + " Work Group, " + offering.year();
  }

  /** A document by its title and publisher, or by its id if the book does not know it. */
  String source(String id) {
    return book.findSource(id)
        .map(
            source ->
                source.title()
                    + " ("
                    + source.publisher()
                    + source.year().map(year -> ", " + year).orElse("")
                    + ")")
        .orElse(id);
  }

  /**
   * What would lead to yes; absent if the book no longer has the very packs it was decided with.
   */
  Optional<WhatWouldChange> changes() {
    return terms().map(terms -> WhatWouldChange.of(TermsLookup.always(terms), record.document()));
  }

  private Optional<Terms> terms() {
    PolicyVersion then = assessment().policy();
    try {
      return Optional.of(Replay.terms(record, book))
          .filter(terms -> terms.policy().packs().equals(then.packs()))
          .filter(terms -> terms.policy().hashes().equals(then.hashes()));
    } catch (InvalidInputException e) {
      return Optional.empty();
    }
  }

  /** The decision in one line. */
  String line() {
    Assessment assessment = assessment();
    return record.decidedOn()
        + " "
        + school()
            .map(school -> TextReport.title(assessment.offering(), school))
            .orElseGet(() -> TextReport.title(assessment.offering()))
        + ": "
        + assessment.verdict().name().replace('_', ' ')
        + Stream.of(
                why("not met", assessment.unmet()),
                why(
                    "to be answered",
                    assessment.findings().stream()
                        .filter(finding -> Letter.isOpen(finding))
                        .toList()),
                why("left to the hub", assessment.referred()),
                why("without a figure", assessment.silent()))
            .filter(part -> !part.isEmpty())
            .reduce((one, other) -> one + "; " + other)
            .map(parts -> " (" + parts + ")")
            .orElse("")
        + ", record "
        + TextReport.shortHash(record.id());
  }

  private static String why(String what, List<Finding> findings) {
    return findings.isEmpty()
        ? ""
        : what + ": " + String.join(", ", findings.stream().map(Finding::term).distinct().toList());
  }
}
