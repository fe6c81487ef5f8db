package org.tfm.rules.replay;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Sets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tfm.model.assessment.PolicyVersion;
import org.tfm.model.assessment.Terms;
import org.tfm.model.comparison.AssessmentComparison;
import org.tfm.model.json.TfmJson;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.programme.Offering;
import org.tfm.model.record.DecisionRecord;
import org.tfm.rules.book.PolicyBook;

/**
 * A repeated decision: the result of deciding a record again with the packs of a book.
 *
 * <p>The document, the day of the decision and the day whose policy applies come from the record,
 * so differences come from the policy, the library or both. If only the version of the policy has
 * changed, the decision itself is the same. Immutable.
 *
 * @param record the id of the record
 * @param again the id of the record now; equal to {@code record} if nothing has changed
 * @param policy the changes in the version of the policy
 * @param outcome the changes in verdicts, findings and entitlements
 * @param differences all changed values of the assessment except the version of the policy, in the
 *     order of their keys
 */
@TfmJson.Strict
public record Replay(
    String record,
    String again,
    ImmutableList<PolicyChange> policy,
    AssessmentComparison outcome,
    ImmutableList<Difference> differences) {
  /** Refuses null. */
  public Replay {
    requireNonNull(record, "record");
    requireNonNull(again, "again");
    requireNonNull(policy, "policy");
    requireNonNull(outcome, "outcome");
    requireNonNull(differences, "differences");
  }

  /**
   * Decides a record again with the packs of a book.
   *
   * @throws InvalidInputException if the book does not have the offering, or its policy does not
   *     ask for one of the answers
   */
  public static Replay of(DecisionRecord record, PolicyBook book) {
    requireNonNull(book, "book");
    requireNonNull(record, "record");
    DecisionRecord again = decide(record, book);
    return new Replay(
        record.id(),
        again.id(),
        policy(record, again),
        AssessmentComparison.of(record.assessment(), again.assessment()),
        JsonDifferences.of(TfmJson.tree(record.assessment()), TfmJson.tree(again.assessment())));
  }

  /** Whether the record would be identical, byte for byte. */
  @JsonProperty("equal")
  public boolean isEqual() {
    return record.equals(again);
  }

  /**
   * Returns the current terms for the offering, kind of school and day of a record.
   *
   * @throws InvalidInputException if the book does not have the offering
   */
  public static Terms terms(DecisionRecord record, PolicyBook book) {
    requireNonNull(book, "book");
    requireNonNull(record, "record");
    Offering offering = record.assessment().offering();
    LocalDate day = record.assessment().policy().asOf();
    return book.terms(offering, record.document().schoolKind(), day);
  }

  private static DecisionRecord decide(DecisionRecord record, PolicyBook book) {
    return DecisionRecord.of(terms(record, book), record.document(), record.decidedOn());
  }

  private static ImmutableList<PolicyChange> policy(DecisionRecord before, DecisionRecord after) {
    Map<String, String> old = versions(before);
    Map<String, String> current = versions(after);
    return Sets.union(old.keySet(), current.keySet()).stream()
        .map(
            what ->
                new PolicyChange(
                    what,
                    Optional.ofNullable(old.get(what)),
                    Optional.ofNullable(current.get(what))))
        .filter(change -> !change.before().equals(change.after()))
        .collect(ImmutableList.toImmutableList());
  }

  private static ImmutableMap<String, String> versions(DecisionRecord record) {
    PolicyVersion policy = record.assessment().policy();
    Map<String, String> versions = new LinkedHashMap<>();
    versions.put("book", policy.book());
    IntStream.range(0, policy.packs().size())
        .forEach(i -> versions.put("pack " + policy.packs().get(i), policy.hashes().get(i)));
    versions.put("library", policy.library());
    versions.put("language", Integer.toString(record.language()));
    return ImmutableMap.copyOf(versions);
  }
}
