package org.tfm.examples.bench.contest;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tfm.model.assessment.Status;
import org.tfm.model.document.LeadParticipant;

/**
 * An application as one flat bean, with the hand-written policy for it.
 *
 * <p>{@link PlainJava} writes a subclass for each offering. Hand-written Java creates the bean each
 * time it decides; the rule engines get prepared beans in their preferred form. Not thread-safe.
 */
public abstract class Applicant {

  /** The named people; empty if there are none. */
  protected final List<LeadParticipant> people;

  private @Nullable Status[] found = {};
  private @Nullable List<Person> persons;
  private @Nullable Map<String, @Nullable Object> map;

  /** Creates an applicant with these people. */
  protected Applicant(List<LeadParticipant> people) {
    this.people = people;
  }

  /** The result of the hand-written policy. */
  public abstract Judged judge();

  /** The result of the hand-written policy without explanation. */
  public abstract Decided decide();

  /** The requirements of its policy. */
  protected abstract Row[] rows();

  /** The number of its policy. */
  public abstract int policy();

  /** The properties by name, for languages with maps; null if unknown. */
  protected abstract Map<String, @Nullable Object> facts();

  /** The people as beans, always the same objects. */
  public List<Person> getPeople() {
    if (persons == null) {
      persons = people.stream().map(Person::of).toList();
    }
    return persons;
  }

  /** The properties by name, people included, always the same map. */
  public Map<String, @Nullable Object> map() {
    if (map == null) {
      map = facts();
      map.put("people", getPeople().stream().map(Person::facts).toList());
    }
    return map;
  }

  /** Whether people are named. */
  public boolean isPeopleGiven() {
    return !people.isEmpty();
  }

  /** Whether the condition holds for all named people. */
  protected boolean every(Predicate<LeadParticipant> test) {
    for (LeadParticipant person : people) {
      if (!test.test(person)) {
        return false;
      }
    }
    return true;
  }

  /** Whether the condition holds for at least one named person. */
  protected boolean some(Predicate<LeadParticipant> test) {
    for (LeadParticipant person : people) {
      if (test.test(person)) {
        return true;
      }
    }
    return false;
  }

  /** Removes all findings. */
  public void begin() {
    found = new Status[rows().length];
  }

  /** Records the finding of a rule. */
  public void found(Row row, Status status) {
    found(row.number(), status);
  }

  /**
   * Records the finding of a rule.
   *
   * @throws IllegalStateException if the rule already has a finding
   */
  public void found(int row, Status status) {
    if (found[row] != null) {
      throw new IllegalStateException("found twice: " + rows()[row].term().id());
    }
    found[row] = status;
  }

  /** Records the finding of a rule; textual rules call this. */
  public void found(int row, String status) {
    found(row, Status.valueOf(status));
  }

  /** The findings. */
  public Decided decided() {
    return Decided.of(rows(), found);
  }
}
