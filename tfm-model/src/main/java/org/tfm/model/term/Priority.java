package org.tfm.model.term;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonTypeName;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tfm.model.criterion.Criterion;
import org.tfm.model.criterion.Fact;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.WorkGroupType;

/**
 * The priority that some schools have for the offering, or for a later one.
 *
 * @param id the id of the term
 * @param who the schools with priority, as a noun phrase; absent if the condition says it
 * @param type the id of the work group type that they have priority for; absent for the offering
 *     itself
 * @param title the title of that type, if the pack gives one; otherwise that of the library
 * @param year the academic year that they have priority in; absent if not stated
 * @param when the condition under which a school has priority; absent if it is not tested
 * @param order the order in which schools go; absent if the priority is of some schools. The
 *     condition is then that its value is known
 * @param citation the source
 * @param provenance the rule
 */
@JsonTypeName("priority")
public record Priority(
    String id,
    Optional<String> who,
    Optional<String> type,
    Optional<String> title,
    Optional<AcademicYear> year,
    Optional<Criterion> when,
    Optional<PriorityOrder> order,
    Citation citation,
    Provenance provenance)
    implements Term {

  private static final Pattern WORK_GROUP = Pattern.compile("(?i)\\bwork groups?$");
  private static final Pattern THE_SCHOOL = Pattern.compile("^((?:if|because) )the school ");

  /** Rejects null. */
  public Priority {
    requireNonNull(id, "id");
    requireNonNull(who, "who");
    requireNonNull(type, "type");
    requireNonNull(title, "title");
    requireNonNull(year, "year");
    requireNonNull(when, "when");
    requireNonNull(order, "order");
    requireNonNull(citation, "citation");
    requireNonNull(provenance, "provenance");
  }

  /** Returns a priority for a type with the title of the library. */
  public Priority(
      String id,
      Optional<String> who,
      Optional<String> type,
      Optional<AcademicYear> year,
      Optional<Criterion> when,
      Citation citation,
      Provenance provenance) {
    this(id, who, type, Optional.empty(), year, when, Optional.empty(), citation, provenance);
  }

  /** Returns an order of all schools, for a type with the title of the library. */
  public static Priority inOrder(
      String id,
      PriorityOrder order,
      Optional<String> type,
      Optional<AcademicYear> year,
      Citation citation,
      Provenance provenance) {
    requireNonNull(order, "order");
    return new Priority(
        id,
        Optional.empty(),
        type,
        Optional.empty(),
        year,
        Optional.of(order.isKnown()),
        Optional.of(order),
        citation,
        provenance);
  }

  /** Returns this priority with another condition, which an order does not have. */
  public Priority with(Optional<Criterion> other) {
    requireNonNull(other, "other");
    return order.isPresent()
        ? this
        : new Priority(id, who, type, title, year, other, order, citation, provenance);
  }

  /** Returns this priority with the title that a pack gives to the type. */
  public Priority titled(String other) {
    requireNonNull(other, "other");
    return new Priority(id, who, type, Optional.of(other), year, when, order, citation, provenance);
  }

  @Override
  public Section section() {
    return Section.PRIORITY;
  }

  @Override
  public ImmutableSet<Fact> facts() {
    return when.map(Criterion::facts).orElse(ImmutableSet.of());
  }

  @Override
  public String clause() {
    Optional<String> groups = type.map(id -> groups(id, title));
    if (order.isPresent()) {
      return ordered(order.get(), groups, year);
    }
    String first = who.map(schools -> schools + " go first").orElse("the school goes first");
    return conditional(first, groups, year, when);
  }

  private static String ordered(
      PriorityOrder order, Optional<String> groups, Optional<AcademicYear> year) {
    String go = "schools go in the order of " + order.inWords();
    return groups
        .map(name -> "for " + name + year.map(y -> " in " + y).orElse("") + ", " + go)
        .orElse("when there are too few places, " + go);
  }

  /** Returns the order of schools as a clause. */
  public static String says(
      PriorityOrder order, Optional<String> type, Optional<AcademicYear> year) {
    requireNonNull(order, "order");
    requireNonNull(type, "type");
    requireNonNull(year, "year");
    return ordered(order, type.map(Priority::groups), year);
  }

  /** Returns that the school goes first, with the condition, as a clause. */
  public static String says(
      Optional<String> type, Optional<AcademicYear> year, Optional<Criterion> when) {
    requireNonNull(type, "type");
    requireNonNull(year, "year");
    requireNonNull(when, "when");
    return conditional("the school goes first", type.map(Priority::groups), year, when);
  }

  private static String conditional(
      String first,
      Optional<String> groups,
      Optional<AcademicYear> year,
      Optional<Criterion> when) {
    return Entitlement.joined(
        ranked(first, groups, year),
        oneOfThem(groups, year),
        when.map(criterion -> ofIt("if " + criterion.condition())).orElse(""));
  }

  /** Returns a condition, such as {@code if the school has …}, that calls the school "it". */
  public static String ofIt(String condition) {
    requireNonNull(condition, "condition");
    return THE_SCHOOL.matcher(condition).replaceFirst("$1it ");
  }

  /** Returns that the school goes first, or does not, as a clause. */
  public static String says(boolean isFirst, Optional<String> type, Optional<AcademicYear> year) {
    requireNonNull(type, "type");
    requireNonNull(year, "year");
    return ranked(
        isFirst ? "the school goes first" : "the school does not go first",
        type.map(Priority::groups),
        year);
  }

  /** Returns that the school is one of those that go first, as text that a condition follows. */
  public static String saysAtLength(Optional<String> type, Optional<AcademicYear> year) {
    requireNonNull(type, "type");
    requireNonNull(year, "year");
    return oneOfThem(type.map(Priority::groups), year);
  }

  private static String oneOfThem(Optional<String> groups, Optional<AcademicYear> year) {
    return ranked("some schools go first", groups, year) + ". The school is one of them";
  }

  private static String ranked(String first, Optional<String> groups, Optional<AcademicYear> year) {
    return groups
        .map(name -> first + " for " + name + year.map(y -> " in " + y).orElse(""))
        .orElse("when there are too few places, " + first);
  }

  private static String groups(String type) {
    return groups(type, Optional.empty());
  }

  /** Returns the groups by the title of the type, which may say already that it is one. */
  private static String groups(String type, Optional<String> title) {
    WorkGroupType known = WorkGroupType.known().get(type);
    String words = type.replace('-', ' ').replace("work group", "Work Group");
    String name = title.orElse(known == null ? words : known.title());
    return WORK_GROUP.matcher(name).find() ? name : name + " Work Groups";
  }

  @Override
  public Priority from(Provenance other) {
    return new Priority(id, who, type, title, year, when, order, citation, other);
  }
}
