package org.tfm.examples.bench.contest;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tfm.model.document.LeadParticipant;

/** A lead participant as a bean; unknown properties are null. */
public final class Person {

  private final @Nullable Boolean trn;
  private final @Nullable List<String> roles;
  private final @Nullable Boolean teacher;
  private final @Nullable Double yearsTeaching;
  private final @Nullable Double releaseDays;

  private Person(
      @Nullable Boolean trn,
      @Nullable List<String> roles,
      @Nullable Boolean teacher,
      @Nullable Double yearsTeaching,
      @Nullable Double releaseDays) {
    this.trn = trn;
    this.roles = roles;
    this.teacher = teacher;
    this.yearsTeaching = yearsTeaching;
    this.releaseDays = releaseDays;
  }

  static Person of(LeadParticipant person) {
    return new Person(
        person.trn().isPresent() ? true : null,
        person.roles().map(roles -> roles.stream().map(Enum::name).toList()).orElse(null),
        Layout.teacher(person).orElse(null),
        person.yearsTeaching().map(BigDecimal::doubleValue).orElse(null),
        person.releaseDays().map(time -> time.days().doubleValue()).orElse(null));
  }

  /** True if the number is given. */
  public @Nullable Boolean getTrn() {
    return trn;
  }

  /** The roles. */
  public @Nullable List<String> getRoles() {
    return roles;
  }

  /** Whether the person is a teacher. */
  public @Nullable Boolean getTeacher() {
    return teacher;
  }

  /** Years of teaching. */
  public @Nullable Double getYearsTeaching() {
    return yearsTeaching;
  }

  /** Days of release. */
  public @Nullable Double getReleaseDays() {
    return releaseDays;
  }

  /** The properties as a map. */
  Map<String, @Nullable Object> facts() {
    Map<String, @Nullable Object> facts = new LinkedHashMap<>();
    facts.put("trn", trn);
    facts.put("roles", roles);
    facts.put("teacher", teacher);
    facts.put("yearsTeaching", yearsTeaching);
    facts.put("releaseDays", releaseDays);
    return facts;
  }
}
