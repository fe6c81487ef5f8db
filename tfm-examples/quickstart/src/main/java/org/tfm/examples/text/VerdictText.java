package org.tfm.examples.text;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.tfm.model.assessment.Assessment;
import org.tfm.model.assessment.EntitlementFinding;
import org.tfm.model.assessment.EntitlementReason;
import org.tfm.model.assessment.EntitlementStatus;
import org.tfm.model.assessment.Finding;
import org.tfm.model.assessment.Status;
import org.tfm.model.assessment.Verdict;
import org.tfm.model.criterion.MissingFact;
import org.tfm.model.document.Application;
import org.tfm.model.document.Document;
import org.tfm.model.document.Place;
import org.tfm.model.document.Progress;
import org.tfm.model.document.WorkGroup;
import org.tfm.model.term.Strength;

/** The reason for a verdict, and what to do next. */
public final class VerdictText {

  private VerdictText() {}

  /** Returns the requirements that count for the verdict and are still open. */
  public static ImmutableList<Finding> open(Assessment assessment) {
    return assessment.findings().stream()
        .filter(finding -> finding.status() == Status.EVIDENCE_MISSING)
        .filter(finding -> finding.strength() != Strength.PREFERRED)
        .collect(ImmutableList.toImmutableList());
  }

  /** Returns the questions of the requirements that are still open, each once. */
  static ImmutableList<MissingFact> questions(Assessment assessment) {
    return open(assessment).stream()
        .flatMap(finding -> finding.missing().stream())
        .distinct()
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * Returns the questions of the requirements that are still open, each once.
   *
   * @param toHub whether to return those that the hub answers, or those of the school
   */
  static ImmutableList<MissingFact> questions(Assessment assessment, boolean toHub) {
    return questions(assessment).stream()
        .filter(missing -> missing.knownToHub() == toHub)
        .collect(ImmutableList.toImmutableList());
  }

  /** Whether questions are open, and the hub answers them all from its own records. */
  public static boolean isForHubAlone(Assessment assessment) {
    return questions(assessment, false).isEmpty() && !questions(assessment).isEmpty();
  }

  /**
   * Returns what the school gets or pays. If the answer is no, what is not due is left out, but not
   * if the hub has offered a place all the same.
   */
  public static ImmutableList<EntitlementFinding> entitlements(Assessment assessment) {
    return assessment.entitlements().stream()
        .filter(
            one ->
                assessment.verdict() != Verdict.NO
                    || one.status() != EntitlementStatus.NOT_DUE
                    || isContradiction(one))
        .collect(ImmutableList.toImmutableList());
  }

  /** Whether the hub has offered a place although the answer is no. */
  private static boolean isContradiction(EntitlementFinding one) {
    return one.reason().equals(Optional.of(EntitlementReason.VERDICT_NO_DESPITE_PLACE));
  }

  /** Returns the reason for the verdict in a sentence or two. */
  private static String why(Document document, Assessment assessment) {
    int unmet = assessment.unmet().size();
    int questions = questions(assessment).size();
    int referred = assessment.referred().size() + assessment.silent().size();
    return switch (assessment.verdict()) {
      case YES -> met(document);
      case NO ->
          unmet == 0
              ? "A requirement cannot be met, whatever the open answers are."
              : unmet(document, unmet);
      case REFER_TO_HUB ->
          "Nothing is refused, but the hub decides"
              + (referred == 0 ? "." : " about " + Words.number(referred, "requirement") + ".");
      case MORE_INFORMATION_NEEDED ->
          questions == 0
              ? "Too little is known to decide."
              : "The answer depends on " + Words.number(questions, "open question") + ".";
      case NOT_STATED -> "The policy sets no requirements.";
    };
  }

  private static String met(Document document) {
    if (document instanceof Application application) {
      return "The application meets every requirement. " + place(application);
    }
    return document instanceof WorkGroup
        ? "The group meets every requirement."
        : "The school has met every requirement of the year.";
  }

  private static String unmet(Document document, int unmet) {
    String requirements = Words.number(unmet, "requirement");
    if (document instanceof Application) {
      return "The application does not meet " + requirements + ".";
    }
    return document instanceof WorkGroup
        ? "The group does not meet " + requirements + "."
        : requirements + " of the year " + (unmet == 1 ? "is" : "are") + " not met.";
  }

  private static String place(Application application) {
    Optional<Place> place = application.place();
    if (place.isEmpty()) {
      return "The hub decides whether to offer a place.";
    }
    return place.get() == Place.ACCEPTED
        ? "The hub has offered a place."
        : "The hub has not offered a place.";
  }

  /** Returns what to do next, a sentence each. */
  static ImmutableList<String> next(Document document, Assessment assessment) {
    return switch (assessment.verdict()) {
      case YES -> ImmutableList.of(nextAfterYes(document));
      case NO ->
          ImmutableList.of(
              correct(document) + again(document) + ".",
              "If something cannot be changed, ask the hub.");
      case REFER_TO_HUB -> ImmutableList.of("Contact the hub about the points above.");
      case MORE_INFORMATION_NEEDED ->
          isForHubAlone(assessment)
              ? ImmutableList.of("The hub answers from its own records.")
              : ImmutableList.of("Answer the questions above" + again(document) + ".");
      case NOT_STATED -> ImmutableList.of("Ask the hub what it expects.");
    };
  }

  private static String correct(Document document) {
    if (document instanceof Progress) {
      return "Arrange with the hub what is not met yet";
    }
    return (document instanceof WorkGroup ? "Change" : "Correct") + " what is not met";
  }

  private static String again(Document document) {
    if (!(document instanceof Application application)) {
      return "";
    }
    return application.submittedOn().isEmpty()
        ? " before you send the application to the hub"
        : " and send the application to the hub again";
  }

  private static String nextAfterYes(Document document) {
    if (!(document instanceof Application application)) {
      return "Nothing more is required.";
    }
    if (application.place().equals(Optional.of(Place.ACCEPTED))) {
      return "Plan the year with the hub.";
    }
    if (application.place().equals(Optional.of(Place.NOT_OFFERED))) {
      return "Ask the hub about other Work Groups or another year.";
    }
    return application.submittedOn().isEmpty()
        ? "Send the application to the hub."
        : "Wait to hear from the hub whether it offers a place.";
  }

  /** Returns a verdict and the reason for it as one paragraph. */
  static String sentence(Document document, Assessment assessment) {
    Verdict verdict = assessment.verdict();
    return "Verdict: " + Words.verdict(verdict) + ". " + why(document, assessment);
  }
}
