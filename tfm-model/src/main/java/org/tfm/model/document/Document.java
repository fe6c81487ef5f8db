package org.tfm.model.document;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.List;
import org.tfm.model.criterion.Fact;
import org.tfm.model.problem.Problem;
import org.tfm.model.programme.Offering;
import org.tfm.model.school.PartialSchoolKind;
import org.tfm.model.style.Internal;

/**
 * A document that can be assessed: an application, a work group, or the progress of a year.
 *
 * <p>Immutable and thread-safe. Absent values are unknown.
 */
public sealed interface Document permits Application, WorkGroup, Progress {

  /** The offering that the document is about. */
  Offering offering();

  /** The answers to the questions of the policy; empty if there are none. */
  Answers answers();

  /**
   * Whether the answers of the document, and those about each person, are valid.
   *
   * @param known every fact that can be answered, by id
   * @hidden
   */
  @Internal
  default boolean areAnswersTaken(ImmutableMap<String, Fact> known) {
    // Every verdict asks this: a stream would take half of its memory.
    for (LeadParticipant person : people()) {
      if (!person.answers().areTaken(known, Fact::isAnswerOfMember)) {
        return false;
      }
    }
    return answers().areTaken(known);
  }

  /**
   * Returns the problems of the answers of the document, and of those about each person.
   *
   * @param known every fact that can be answered, by id
   * @hidden
   */
  @Internal
  default ImmutableList<Problem> answerProblems(ImmutableMap<String, Fact> known) {
    ImmutableList.Builder<Problem> problems = ImmutableList.builder();
    problems.addAll(answers().problems(known));
    List<LeadParticipant> people = people();
    for (int i = 0; i < people.size(); i++) {
      problems.addAll(
          people
              .get(i)
              .answers()
              .problems(known, Fact::isAnswerOfMember, "/leadParticipants/" + i));
    }
    return problems.build();
  }

  private List<LeadParticipant> people() {
    return this instanceof Application application
        ? application.leadParticipants().orElse(ImmutableList.of())
        : ImmutableList.of();
  }

  /** The kind of school, as far as it is known; unknown for a group, whose schools may differ. */
  default PartialSchoolKind schoolKind() {
    if (this instanceof Application application) {
      return application.school().kind();
    }
    return this instanceof Progress progress
        ? progress.school().kind()
        : PartialSchoolKind.unknown();
  }
}
