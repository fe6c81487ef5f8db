package org.tfm.rules.language;

import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.tfm.model.criterion.Criterion;
import org.tfm.model.criterion.Fact;
import org.tfm.model.criterion.FactKind;
import org.tfm.model.criterion.Members;
import org.tfm.model.criterion.OverMembers;
import org.tfm.model.document.Subject;
import org.tfm.model.document.Subject.Unanswerable;

/** Rejects terms whose questions a document of their kind can never answer. */
final class Askable {

  /** The documents in plain words. */
  private static final ImmutableMap<Subject, String> NAMES =
      ImmutableMap.of(
          Subject.APPLICATION, "an application",
          Subject.GROUP, "a work group",
          Subject.PROGRESS, "a year's progress");

  /** The kinds of term that ask about each document. */
  private static final ImmutableMap<Subject, String> TERMS =
      ImmutableMap.of(
          Subject.APPLICATION, "an `eligibility`, `application` or `commitment` term",
          Subject.GROUP, "a `group` term",
          Subject.PROGRESS, "a `progress` term");

  private static final ImmutableMap<Members, String> IN_WORDS =
      ImmutableMap.of(
          Members.LEAD_PARTICIPANTS, "LeadParticipant",
          Members.SCHOOLS, "School",
          Members.SESSIONS, "Session");

  private Askable() {}

  /**
   * Returns the criterion unchanged.
   *
   * @throws IllegalArgumentException if the document can never answer some part of it; the message
   *     says where to ask instead
   */
  static Criterion check(String term, Subject document, Criterion criterion) {
    Optional<Unanswerable> unanswerable = document.findUnanswerable(criterion);
    if (unanswerable.isPresent()) {
      throw new IllegalArgumentException(message(term, document, unanswerable.get()));
    }
    return criterion;
  }

  /**
   * Returns the condition of an amount in the course of the year unchanged.
   *
   * @throws IllegalArgumentException if it asks for what only an application records, too
   */
  static Criterion checkOfYear(String term, Criterion condition) {
    Optional<Unanswerable> unanswerable = Subject.PROGRESS.findUnanswerable(condition);
    if (unanswerable.filter(part -> says(Subject.APPLICATION, part.part())).isPresent()) {
      throw new IllegalArgumentException(
          "the term `"
              + term
              + "` asks "
              + asks(unanswerable.get().part())
              + ", which only an application records, and also about the year. Leave one of them"
              + " out, or ask for it with `terms.answer(…)`, which an application and a year's"
              + " progress can both have");
    }
    return check(term, Subject.PROGRESS, condition);
  }

  private static String message(String term, Subject document, Unanswerable found) {
    return "the term `"
        + term
        + "` asks "
        + asks(found.part())
        + "; "
        + NAMES.get(document)
        + answer(document, found);
  }

  private static String asks(Criterion part) {
    if (part instanceof OverMembers walk) {
      return "about each " + walk.members().one();
    }
    Fact fact = part.facts().iterator().next();
    return (fact.kind() == FactKind.YES_NO ? "whether " : "for ") + fact.label();
  }

  private static String answer(Subject document, Unanswerable found) {
    Predicate<Subject> says = subject -> says(subject, found.part());
    Optional<Members> asked = list(document, found.asked()::equals);
    if (asked.isPresent() && says.test(document)) {
      return " does not record that for each "
          + asked.get().one()
          + ". Ask it outside "
          + walks(asked.get(), "and");
    }
    Optional<Members> recorded = list(document, says);
    if (recorded.isPresent()) {
      return " records that for each "
          + recorded.get().one()
          + ". Ask it inside "
          + walks(recorded.get(), "or");
    }
    return " does not record that. Ask it in "
        + TERMS.keySet().stream()
            .filter(other -> other != document && isSaid(other, says))
            .map(TERMS::get)
            .collect(Collectors.joining(" or "));
  }

  /** Returns the first list of a document whose members are such subjects. */
  private static Optional<Members> list(Subject document, Predicate<Subject> such) {
    return document.lists().stream()
        .filter(list -> document.each(list).filter(such).isPresent())
        .findFirst();
  }

  private static boolean says(Subject subject, Criterion part) {
    return part instanceof OverMembers walk
        ? subject.each(walk.members()).isPresent()
        : part.facts().stream().allMatch(subject::hasPlaceFor);
  }

  private static boolean isSaid(Subject document, Predicate<Subject> says) {
    return says.test(document) || list(document, says).isPresent();
  }

  private static String walks(Members members, String joiner) {
    String name = IN_WORDS.get(members);
    return "`every" + name + "` " + joiner + " `some" + name + "`";
  }
}
