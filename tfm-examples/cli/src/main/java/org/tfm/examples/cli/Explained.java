package org.tfm.examples.cli;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tfm.examples.text.Names;
import org.tfm.examples.text.VerdictText;
import org.tfm.examples.text.Words;
import org.tfm.model.advice.WhatWouldChange;
import org.tfm.model.assessment.Assessment;
import org.tfm.model.assessment.Finding;
import org.tfm.model.assessment.PolicyVersion;
import org.tfm.model.assessment.Terms;
import org.tfm.model.assessment.TermsLookup;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.programme.Offering;
import org.tfm.model.record.DecisionRecord;
import org.tfm.model.school.School;
import org.tfm.rules.book.PolicyBook;
import org.tfm.rules.replay.Replay;

/**
 * A recorded decision, with what a book knows of its hub, its sources and its terms.
 *
 * @param record the decision
 * @param book the book, which gives the names even if the decision was made with another one
 */
record Explained(DecisionRecord record, PolicyBook book) {

  private static final String EXPRESSION = "expression-of-interest";

  Assessment assessment() {
    return record.assessment();
  }

  /** The school it is about; empty for a group. */
  Optional<School> school() {
    return record
        .application()
        .map(application -> application.school())
        .or(() -> record.progress().map(progress -> progress.school()));
  }

  Names names() {
    return new Names(book);
  }

  /** The document that the hub thanks for. */
  String thanks() {
    if (record.group().isPresent()) {
      return "the plan of your Work Group";
    }
    if (record.progress().isPresent()) {
      return "your report on the year";
    }
    return isExpressionOfInterest() ? "your expression of interest" : "your application";
  }

  private boolean isExpressionOfInterest() {
    return Boolean.TRUE.equals(record.document().answers().byFact().get(EXPRESSION));
  }

  /** The type and the year of the Work Group. */
  String workGroup() {
    Offering offering = assessment().offering();
    return "Work Group: " + names().type(offering) + ", " + Names.year(offering);
  }

  /** The changes that lead to yes; empty if the book has other packs than those of the decision. */
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

  /**
   * Whether the decision follows from the packs that it names; empty if the book does not have
   * them, or if only wordings differ and another version of the library wrote them. The id of a
   * record shows damage, but anybody can compute it for a forged decision.
   */
  Optional<Boolean> follows() {
    Optional<Replay> repeated = terms().map(terms -> Replay.of(record, book));
    if (repeated.isEmpty() || !repeated.get().outcome().isEmpty()) {
      return repeated.map(replay -> false);
    }
    if (!isMasked()) {
      return Optional.of(false);
    }
    boolean isOfOtherLibrary = differs(repeated.get(), "library");
    boolean isEqual =
        repeated.get().differences().isEmpty()
            && (isOfOtherLibrary || !differs(repeated.get(), "language"));
    return isEqual || !isOfOtherLibrary ? Optional.of(isEqual) : Optional.empty();
  }

  private static boolean differs(Replay repeated, String version) {
    return repeated.policy().stream().anyMatch(change -> change.what().equals(version));
  }

  /**
   * Sentences about a decision that {@linkplain #follows follows}: each names something unexpected
   * in the record that the decision does not show.
   */
  ImmutableList<String> remarks() {
    ImmutableList.Builder<String> remarks = ImmutableList.builder();
    Replay repeated = Replay.of(record, book);
    PolicyVersion policy = assessment().policy();
    if (differs(repeated, "book")) {
      remarks.add(
          "The packs of this decision are loaded, but the record names another book, "
              + Words.shortHash(policy.book())
              + ". This was not checked.");
    }
    if (differs(repeated, "language")) {
      remarks.add(
          "The record names rule language "
              + record.language()
              + " of another version of the library. This was not checked.");
    }
    LocalDate expected = expectedDay();
    if (!policy.asOf().equals(expected)) {
      remarks.add(
          "The decision uses the policy of "
              + Words.day(policy.asOf())
              + ". Without another day from the hub, it would be that of "
              + Words.day(expected)
              + ".");
    }
    return remarks.build();
  }

  /** The day whose policy applies to the document if nobody names another. */
  private LocalDate expectedDay() {
    Offering offering = assessment().offering();
    return book.day(
            offering,
            record.document().schoolKind(),
            record
                .application()
                .flatMap(application -> application.submittedOn())
                .orElse(offering.year().firstDay()))
        .used();
  }

  /** Whether the document is masked as in every record that the library writes. */
  private boolean isMasked() {
    try {
      return DecisionRecord.of(terms().orElseThrow(), record.document(), record.decidedOn())
          .document()
          .equals(record.document());
    } catch (InvalidInputException e) {
      return false;
    }
  }

  /** The decision in one line. */
  String line() {
    Assessment assessment = assessment();
    return Words.day(record.decidedOn())
        + ", "
        + names().title(record.document())
        + ". "
        + Words.verdict(assessment.verdict())
        + Stream.of(
                why("not met", assessment.unmet()),
                why("not answered", VerdictText.open(assessment)),
                why("the hub decides", assessment.referred()),
                why("no figure", assessment.silent()))
            .filter(part -> !part.isEmpty())
            .reduce((one, other) -> one + "; " + other)
            .map(parts -> " (" + parts + ")")
            .orElse("")
        + ". Record "
        + Words.shortHash(record.id());
  }

  private static String why(String what, List<Finding> findings) {
    return findings.isEmpty()
        ? ""
        : what + ": " + String.join(", ", findings.stream().map(Finding::term).distinct().toList());
  }
}
