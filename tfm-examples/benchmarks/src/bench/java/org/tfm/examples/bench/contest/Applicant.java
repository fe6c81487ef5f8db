package org.tfm.examples.bench.contest;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tfm.model.assessment.Status;
import org.tfm.model.document.LeadParticipant;

/**
 * An application laid out as one flat bean, and the hand-written policy over it.
 *
 * <p>{@link PlainJava} writes a subclass for every offering. Hand-written Java lays out an
 * application each time it judges it; the rule engines are handed the bean ready-made, in the shape
 * that suits them. Not thread-safe.
 */
public abstract class Applicant {

  /** The people named; empty if none were. */
  protected final List<LeadParticipant> people;

  private @Nullable Status[] found = {};
  private @Nullable List<Person> persons;
  private @Nullable Map<String, @Nullable Object> map;

  /** An applicant with these people. */
  protected Applicant(List<LeadParticipant> people) {
    this.people = people;
  }

  /** What the hand-written policy makes of it. */
  public abstract Judged judge();

  /** The same without explanation. */
  public abstract Decided decide();

  /** The requirements of its policy. */
  protected abstract Row[] rows();

  /** The number of its policy. */
  public abstract int policy();

  /** The properties by name, for languages that know maps; null where not known. */
  protected abstract Map<String, @Nullable Object> facts();

  /** The people as beans; the same each time. */
  public List<Person> getPeople() {
    if (persons == null) {
      persons = people.stream().map(Person::of).toList();
    }
    return persons;
  }

  /** The properties by name, people included; the same map each time. */
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

  /** Whether it holds for each of the people named. */
  protected boolean every(Predicate<LeadParticipant> test) {
    for (LeadParticipant person : people) {
      if (!test.test(person)) {
        return false;
      }
    }
    return true;
  }

  /** Whether it holds for some of the people named. */
  protected boolean some(Predicate<LeadParticipant> test) {
    for (LeadParticipant person : people) {
      if (test.test(person)) {
        return true;
      }
    }
    return false;
  }

  /** Forgets what was found. */
  public void begin() {
    found = new Status[rows().length];
  }

  /** Notes what a rule found. */
  public void found(Row row, Status status) {
    found(row.number(), status);
  }

  /**
   * Notes what a rule found.
   *
   * @throws IllegalStateException if it was found before
   */
  public void found(int row, Status status) {
    if (found[row] != null) {
      throw new IllegalStateException("found twice: " + rows()[row].term().id());
    }
    found[row] = status;
  }

  /** Notes what a rule found; called by rules that are text. */
  public void found(int row, String status) {
    found(row, Status.valueOf(status));
  }

  /** What was found. */
  public Decided decided() {
    return Decided.of(rows(), found);
  }
}
