package org.tfm.examples.batch;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tfm.examples.text.VerdictText;
import org.tfm.examples.text.Words;
import org.tfm.model.assessment.Assessment;
import org.tfm.model.assessment.Finding;
import org.tfm.model.criterion.MissingFact;
import org.tfm.model.intake.FormKind;
import org.tfm.model.problem.Problem;

/** The sentences for a hub about a row of a form: one cell for each question that it has. */
final class FormSentences {

  /** The headings of the cells. */
  static final ImmutableList<String> HEADINGS =
      ImmutableList.of("Verdict", "What is missing", "Whom to ask", "Next step");

  private FormSentences() {}

  /** Returns the cells for an assessment of a document, in the order of the headings. */
  static ImmutableList<String> of(FormKind kind, Assessment assessment) {
    return ImmutableList.of(
        verdict(assessment), missing(assessment), whom(kind, assessment), next(kind, assessment));
  }

  /** What all rows of a document are about. */
  static String whole(FormKind kind) {
    return kind == FormKind.GROUP ? "work group" : "school";
  }

  /** Returns a problem with its place as a sentence. */
  static String sentence(Problem problem) {
    return problem + end(problem);
  }

  /** Returns a problem without its place as a sentence. */
  static String whatToDo(Problem problem) {
    return Words.capital(problem.message()) + end(problem);
  }

  private static String end(Problem problem) {
    return problem.hint().endsWith("?") ? "" : ".";
  }

  private static String verdict(Assessment assessment) {
    return switch (assessment.verdict()) {
      case YES -> "Yes.";
      case NO -> "No.";
      case REFER_TO_HUB -> "The hub decides.";
      case MORE_INFORMATION_NEEDED -> "More information is needed.";
      case NOT_STATED -> "The policy sets no requirements.";
    };
  }

  private static String missing(Assessment assessment) {
    return Stream.of(
            sentences(assessment.unmet()),
            sentences(assessment.referred()),
            sentences(assessment.silent()),
            questions(assessment).stream().map(FormSentences::question))
        .flatMap(sentences -> sentences)
        .distinct()
        .collect(Collectors.joining(" "));
  }

  private static Stream<String> sentences(List<Finding> findings) {
    return findings.stream().map(Finding::sentence);
  }

  private static ImmutableList<MissingFact> questions(Assessment assessment) {
    return VerdictText.open(assessment).stream()
        .flatMap(finding -> finding.missing().stream())
        .distinct()
        .collect(ImmutableList.toImmutableList());
  }

  private static String question(MissingFact missing) {
    return missing.of().isEmpty()
        ? missing.question()
        : Words.capital(missing.of()) + ": " + missing.question();
  }

  private static String whom(FormKind kind, Assessment assessment) {
    String who = kind == FormKind.GROUP ? "The lead" : "The school";
    boolean school = !assessment.unmet().isEmpty() || ofSchool(assessment) > 0;
    boolean hub =
        !assessment.referred().isEmpty()
            || !assessment.silent().isEmpty()
            || questions(assessment).stream().anyMatch(MissingFact::knownToHub);
    if (school) {
      return who + (hub ? " and the hub." : ".");
    }
    return hub ? "The hub." : "Nobody.";
  }

  private static long ofSchool(Assessment assessment) {
    return questions(assessment).stream().filter(missing -> !missing.knownToHub()).count();
  }

  private static String next(FormKind kind, Assessment assessment) {
    boolean isApplication = kind == FormKind.APPLICATION;
    String who = kind == FormKind.GROUP ? "the lead" : "the school";
    long ofSchool = ofSchool(assessment);
    return switch (assessment.verdict()) {
      case YES ->
          isApplication ? "The hub decides whether to offer a place." : "Nothing more is required.";
      case NO ->
          isApplication
              ? "Tell the school what is not met, and ask whether it can be changed."
              : "Arrange with " + who + " what is not met yet.";
      case REFER_TO_HUB -> "The hub decides about these points.";
      case MORE_INFORMATION_NEEDED ->
          ofSchool > 0
              ? "Ask " + who + " " + Words.number(ofSchool, "question") + "."
              : !questions(assessment).isEmpty()
                  ? "Add what the hub has recorded."
                  : isApplication
                      ? "Ask the school to complete the form."
                      : "Ask " + who + " for what is missing.";
      case NOT_STATED -> "Ask the hub what it expects.";
    };
  }
}
