package org.tfm.model.school;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;
import org.tfm.model.json.TfmJson;
import org.tfm.model.privacy.PublicWords;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;
import org.tfm.model.problem.RequiredValues;
import org.tfm.model.programme.Ids;
import org.tfm.model.style.ValueType;

/**
 * A school in an application, a work group or a progress report.
 *
 * <p>Absent values are unknown. Immutable.
 */
@Value.Immutable
@ValueType
@TfmJson.Strict
@JsonSerialize(as = ImmutableSchool.class)
@JsonDeserialize(as = ImmutableSchool.class)
public interface School {

  /** The unique reference number in the register of schools, 10000 to 999999. */
  int urn();

  /** The name, for display only. */
  @PublicWords
  Optional<String> name();

  /** The phase of education. */
  Optional<Phase> phase();

  /** The type of establishment. */
  Optional<EstablishmentType> establishmentType();

  /** The country. */
  Optional<Country> country();

  /** The name of the local authority, such as {@code Cumbria}. */
  @PublicWords
  Optional<String> localAuthority();

  /** The name of the administrative district, such as {@code Eden}. */
  @PublicWords
  Optional<String> district();

  /** The name of the region, such as {@code North West}. */
  @PublicWords
  Optional<String> region();

  /** The lowest age of pupils in years, 0 to 99. */
  Optional<Integer> lowestAge();

  /** The highest age of pupils in years, 0 to 99; at least the lowest. */
  Optional<Integer> highestAge();

  /** The name of the trust that the school is part of. */
  @PublicWords
  Optional<String> trust();

  /** Whether the school has nursery provision. */
  Optional<Boolean> nurseryProvision();

  /** The percentage of pupils who are eligible for free school meals, 0 to 100. */
  Optional<BigDecimal> freeMealShare();

  /** The number of pupils on the roll, 0 to 99,999. */
  Optional<Integer> pupils();

  /**
   * The overall grade of the latest Ofsted inspection that gave one.
   *
   * <p>State schools have been given no overall grade since September 2024, so the grade is the
   * last one from before.
   */
  Optional<OfstedGrade> ofsted();

  /**
   * The ids of the hubs whose area contains the school, as somebody who knows them says; they count
   * where the local authority and the district do not decide.
   */
  @PublicWords
  Optional<ImmutableList<String>> hubs();

  /** The kind of school, as far as it is known. */
  @JsonIgnore
  @Value.Derived
  @Value.Auxiliary
  default PartialSchoolKind kind() {
    return PartialSchoolKind.of(phase(), establishmentType(), country());
  }

  /** Validates the numbers, and normalises the percentage, so that 25.0 equals 25. */
  @Value.Check
  default School check() {
    List<Problem> problems = new ArrayList<>();
    Urns.check("/urn", urn(), problems);
    checkAge("/lowestAge", lowestAge(), problems);
    checkAge("/highestAge", highestAge(), problems);
    if (lowestAge().isPresent()
        && highestAge().isPresent()
        && highestAge().get() < lowestAge().get()) {
      problems.add(
          Problem.of(
                  ProblemCode.CONTRADICTION,
                  "`%s` is below the lowest age, `%s`",
                  highestAge().get(),
                  lowestAge().get())
              .atValue("/highestAge"));
    }
    freeMealShare()
        .filter(
            share ->
                share.signum() < 0 || share.scale() > 2 || share.compareTo(Limits.PER_CENT) > 0)
        .ifPresent(
            share ->
                problems.add(
                    Problem.of(
                            ProblemCode.INVALID_VALUE,
                            "`%s` per cent; expected 0 to 100 with at most two decimal places",
                            share)
                        .atValue("/freeMealShare")));
    pupils()
        .filter(number -> number < 0 || number > Limits.PUPILS)
        .ifPresent(
            number ->
                problems.add(
                    Problem.of(
                            ProblemCode.INVALID_VALUE,
                            "`%s` is not a number of pupils; expected 0 to 99,999",
                            number)
                        .atValue("/pupils")));
    List<String> named = hubs().orElse(ImmutableList.of());
    if (named.size() > Limits.HUBS) {
      problems.add(
          Problem.of(
                  ProblemCode.TOO_MUCH,
                  "%s entries; expected at most %s",
                  named.size(),
                  Limits.HUBS)
              .atValue("/hubs"));
    }
    for (int i = 0; i < named.size(); i++) {
      Ids.check("hub id", "/hubs/" + i, named.get(i), problems);
    }
    if (!problems.isEmpty()) {
      throw new InvalidInputException(problems);
    }
    Optional<BigDecimal> plain = freeMealShare().map(Limits::plain);
    return plain.equals(freeMealShare()) ? this : builder().from(this).freeMealShare(plain).build();
  }

  private static void checkAge(String pointer, Optional<Integer> age, List<Problem> problems) {
    age.filter(years -> years < 0 || years > Limits.OLDEST)
        .ifPresent(
            years ->
                problems.add(
                    Problem.of(
                            ProblemCode.INVALID_VALUE,
                            "`%s` is not an age; expected 0 to 99",
                            years)
                        .atValue(pointer)));
  }

  /** Returns an empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a school; only the reference number is required. */
  final class Builder {

    private ImmutableSchool.Builder values = ImmutableSchool.builder();

    private Builder() {}

    /** Copies all values of another school, replacing those set before. */
    public Builder from(School school) {
      values = ImmutableSchool.builder().from(requireNonNull(school, "school"));
      return this;
    }

    /** Sets the unique reference number in the register of schools, 10000 to 999999. */
    public Builder urn(int urn) {
      values.urn(urn);
      return this;
    }

    /** Sets the name, which is for display only. */
    public Builder name(String name) {
      values.name(name);
      return this;
    }

    /** Sets the name; empty if unknown. */
    public Builder name(Optional<String> name) {
      requireNonNull(name, "name");
      values.name(name);
      return this;
    }

    /** Sets the phase of education. */
    public Builder phase(Phase phase) {
      values.phase(phase);
      return this;
    }

    /** Sets the phase of education; empty if unknown. */
    public Builder phase(Optional<Phase> phase) {
      requireNonNull(phase, "phase");
      values.phase(phase);
      return this;
    }

    /** Sets the type of establishment. */
    public Builder establishmentType(EstablishmentType type) {
      requireNonNull(type, "type");
      values.establishmentType(type);
      return this;
    }

    /** Sets the type of establishment; empty if unknown. */
    public Builder establishmentType(Optional<EstablishmentType> type) {
      requireNonNull(type, "type");
      values.establishmentType(type);
      return this;
    }

    /** Sets the country. */
    public Builder country(Country country) {
      values.country(country);
      return this;
    }

    /** Sets the country; empty if unknown. */
    public Builder country(Optional<Country> country) {
      requireNonNull(country, "country");
      values.country(country);
      return this;
    }

    /** Sets the name of the local authority. */
    public Builder localAuthority(String localAuthority) {
      values.localAuthority(localAuthority);
      return this;
    }

    /** Sets the name of the local authority; empty if unknown. */
    public Builder localAuthority(Optional<String> localAuthority) {
      requireNonNull(localAuthority, "localAuthority");
      values.localAuthority(localAuthority);
      return this;
    }

    /** Sets the name of the administrative district. */
    public Builder district(String district) {
      values.district(district);
      return this;
    }

    /** Sets the name of the administrative district; empty if unknown. */
    public Builder district(Optional<String> district) {
      requireNonNull(district, "district");
      values.district(district);
      return this;
    }

    /** Sets the name of the region. */
    public Builder region(String region) {
      values.region(region);
      return this;
    }

    /** Sets the name of the region; empty if unknown. */
    public Builder region(Optional<String> region) {
      requireNonNull(region, "region");
      values.region(region);
      return this;
    }

    /** Sets the lowest age of pupils in years, 0 to 99. */
    public Builder lowestAge(int lowestAge) {
      values.lowestAge(lowestAge);
      return this;
    }

    /** Sets the lowest age of pupils in years, 0 to 99; empty if unknown. */
    public Builder lowestAge(Optional<Integer> lowestAge) {
      requireNonNull(lowestAge, "lowestAge");
      values.lowestAge(lowestAge);
      return this;
    }

    /** Sets the highest age of pupils in years, 0 to 99. */
    public Builder highestAge(int highestAge) {
      values.highestAge(highestAge);
      return this;
    }

    /** Sets the highest age of pupils in years, 0 to 99; empty if unknown. */
    public Builder highestAge(Optional<Integer> highestAge) {
      requireNonNull(highestAge, "highestAge");
      values.highestAge(highestAge);
      return this;
    }

    /** Sets the name of the trust that the school is part of. */
    public Builder trust(String trust) {
      values.trust(trust);
      return this;
    }

    /** Sets the name of the trust that the school is part of; empty if unknown. */
    public Builder trust(Optional<String> trust) {
      requireNonNull(trust, "trust");
      values.trust(trust);
      return this;
    }

    /** Sets whether the school has nursery provision. */
    public Builder nurseryProvision(boolean nurseryProvision) {
      values.nurseryProvision(nurseryProvision);
      return this;
    }

    /** Sets whether the school has nursery provision; empty if unknown. */
    public Builder nurseryProvision(Optional<Boolean> nurseryProvision) {
      requireNonNull(nurseryProvision, "nurseryProvision");
      values.nurseryProvision(nurseryProvision);
      return this;
    }

    /** Sets the percentage of pupils who are eligible for free school meals, 0 to 100. */
    public Builder freeMealShare(BigDecimal freeMealShare) {
      values.freeMealShare(freeMealShare);
      return this;
    }

    /**
     * Sets the percentage of pupils who are eligible for free school meals, 0 to 100; empty if
     * unknown.
     */
    public Builder freeMealShare(Optional<BigDecimal> freeMealShare) {
      requireNonNull(freeMealShare, "freeMealShare");
      values.freeMealShare(freeMealShare);
      return this;
    }

    /** Sets the number of pupils on the roll, 0 to 99,999. */
    public Builder pupils(int pupils) {
      values.pupils(pupils);
      return this;
    }

    /** Sets the number of pupils on the roll, 0 to 99,999; empty if unknown. */
    public Builder pupils(Optional<Integer> pupils) {
      requireNonNull(pupils, "pupils");
      values.pupils(pupils);
      return this;
    }

    /** Sets the overall grade of the latest Ofsted inspection that gave one. */
    public Builder ofsted(OfstedGrade ofsted) {
      values.ofsted(ofsted);
      return this;
    }

    /** Sets the overall grade of the latest Ofsted inspection that gave one; empty if unknown. */
    public Builder ofsted(Optional<OfstedGrade> ofsted) {
      requireNonNull(ofsted, "ofsted");
      values.ofsted(ofsted);
      return this;
    }

    /** Sets the ids of the hubs whose area contains the school. */
    public Builder hubs(List<String> hubs) {
      requireNonNull(hubs, "hubs");
      values.hubs(ImmutableList.copyOf(hubs));
      return this;
    }

    /** Sets the ids of the hubs whose area contains the school; empty if unknown. */
    public Builder hubs(Optional<? extends List<String>> hubs) {
      requireNonNull(hubs, "hubs");
      values.hubs(hubs.map(ImmutableList::copyOf));
      return this;
    }

    /** Sets the phase, the type of establishment and the country. */
    public Builder kind(SchoolKind kind) {
      requireNonNull(kind, "kind");
      return phase(kind.phase())
          .establishmentType(kind.establishmentType())
          .country(kind.country());
    }

    /**
     * Returns the school.
     *
     * @throws InvalidInputException if the URN is missing, or a number is out of range
     */
    public School build() {
      return RequiredValues.built(values::build);
    }
  }
}
