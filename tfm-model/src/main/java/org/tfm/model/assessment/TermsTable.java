package org.tfm.model.assessment;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.tfm.model.json.TfmJson;
import org.tfm.model.problem.DidYouMean;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;
import org.tfm.model.programme.Offering;
import org.tfm.model.school.Country;
import org.tfm.model.school.EstablishmentType;
import org.tfm.model.school.PartialSchoolKind;
import org.tfm.model.school.Phase;

/**
 * A policy book as data: the terms of several offerings for every fully or partly known kind of
 * school.
 *
 * <p>For programs that assess without rules, such as the workers of a cluster: the table is written
 * as JSON where the book is available, and read elsewhere. Immutable and thread-safe. Equal sets of
 * terms are stored once.
 */
@TfmJson.Strict
public final class TermsTable implements TermsLookup {

  private static final Kinds KINDS =
      new Kinds(
          ImmutableList.copyOf(Phase.values()),
          ImmutableList.copyOf(EstablishmentType.values()),
          ImmutableList.copyOf(Country.values()));

  private final ImmutableMap<Offering, Entry> byOffering;

  /**
   * The order of the kinds in the lists: for each part, unknown comes before the known values; the
   * country varies fastest.
   */
  record Kinds(
      ImmutableList<Phase> phases,
      ImmutableList<EstablishmentType> establishmentTypes,
      ImmutableList<Country> countries) {

    ImmutableList<PartialSchoolKind> all() {
      return orUnknown(phases)
          .flatMap(
              phase ->
                  orUnknown(establishmentTypes)
                      .flatMap(
                          type ->
                              orUnknown(countries)
                                  .map(country -> new PartialSchoolKind(phase, type, country))))
          .collect(ImmutableList.toImmutableList());
    }

    private static <T> Stream<Optional<T>> orUnknown(List<T> words) {
      return Stream.concat(Stream.of(Optional.empty()), words.stream().map(Optional::of));
    }

    int place(PartialSchoolKind kind) {
      int phase = place(phases, kind.phase());
      int type = place(establishmentTypes, kind.establishmentType());
      int country = place(countries, kind.country());
      return (phase * (establishmentTypes.size() + 1) + type) * (countries.size() + 1) + country;
    }

    private static <T> int place(ImmutableList<T> words, Optional<T> word) {
      return word.map(words::indexOf).orElse(-1) + 1;
    }
  }

  /**
   * The terms of an offering.
   *
   * @param offering the offering
   * @param terms the distinct sets of terms
   * @param byKind for each kind, the index of its terms
   */
  record Entry(Offering offering, ImmutableList<Terms> terms, ImmutableList<Integer> byKind) {}

  private TermsTable(ImmutableList<Entry> entries) {
    this.byOffering = Maps.uniqueIndex(entries, Entry::offering);
  }

  /**
   * Returns a table of the terms for some offerings.
   *
   * @param policy the source of the terms, such as a policy book
   * @throws InvalidInputException if the policy does not have one of the offerings
   */
  public static TermsTable of(Collection<Offering> offerings, TermsLookup policy) {
    requireNonNull(offerings, "offerings");
    requireNonNull(policy, "policy");
    return new TermsTable(
        offerings.stream()
            .distinct()
            .map(offering -> entry(offering, policy))
            .collect(ImmutableList.toImmutableList()));
  }

  /**
   * Returns a table with the offerings of several tables; of an offering in two of them, the last
   * one counts.
   */
  public static TermsTable joined(Collection<TermsTable> tables) {
    requireNonNull(tables, "tables");
    Map<Offering, Entry> all = new LinkedHashMap<>();
    tables.forEach(table -> all.putAll(table.byOffering));
    return new TermsTable(ImmutableList.copyOf(all.values()));
  }

  /**
   * Returns a table for each offering. The JSON of each is within the limits of a document, which
   * that of a whole book can exceed.
   */
  public ImmutableList<TermsTable> split() {
    return byOffering.values().stream()
        .map(entry -> new TermsTable(ImmutableList.of(entry)))
        .collect(ImmutableList.toImmutableList());
  }

  private static Entry entry(Offering offering, TermsLookup policy) {
    Map<Terms, Integer> distinct = new LinkedHashMap<>();
    ImmutableList<Integer> byKind =
        KINDS.all().stream()
            .map(
                kind ->
                    distinct.computeIfAbsent(
                        policy.terms(offering, kind).forEveryKind(), any -> distinct.size()))
            .collect(ImmutableList.toImmutableList());
    return new Entry(offering, ImmutableList.copyOf(distinct.keySet()), byKind);
  }

  @JsonCreator
  static TermsTable read(
      @JsonProperty(value = "kinds", required = true) Kinds kinds,
      @JsonProperty(value = "offerings", required = true) ImmutableList<Entry> entries) {
    if (!kinds.equals(KINDS)) {
      throw new InvalidInputException(
          Problem.of(
              ProblemCode.CONTRADICTION,
              "this table was written by a version that knows other kinds of school"));
    }
    return new TermsTable(entries);
  }

  @JsonProperty("kinds")
  Kinds kinds() {
    return KINDS;
  }

  @JsonProperty("offerings")
  ImmutableList<Entry> entries() {
    return byOffering.values().asList();
  }

  /** The offerings of the table, in insertion order. */
  public ImmutableSet<Offering> offerings() {
    return byOffering.keySet();
  }

  /**
   * Returns the terms for an offering and a kind of school, which may be partly known.
   *
   * @throws InvalidInputException if the table does not have the offering; the message suggests
   *     similar ones
   */
  @Override
  public Terms terms(Offering offering, PartialSchoolKind kind) {
    requireNonNull(offering, "offering");
    Entry entry = byOffering.get(offering.ofYear());
    if (entry == null) {
      throw new InvalidInputException(
          Problem.of(ProblemCode.NO_POLICY, "there is no policy for `%s`", name(offering))
              .withHint(
                  DidYouMean.hint(
                      name(offering), byOffering.keySet().stream().map(TermsTable::name).toList()))
              .atValue("/offering"));
    }
    return entry.terms().get(entry.byKind().get(KINDS.place(kind))).forKind(kind);
  }

  private static String name(Offering offering) {
    return offering.hub() + " " + offering.type() + " " + offering.year();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TermsTable table && table.byOffering.equals(byOffering);
  }

  @Override
  public int hashCode() {
    return byOffering.hashCode();
  }

  /** The offerings. */
  @Override
  public String toString() {
    return "terms of " + byOffering.keySet().stream().map(TermsTable::name).toList();
  }
}
