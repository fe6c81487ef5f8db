package org.tfm.rules.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.tfm.model.criterion.Fact;
import org.tfm.model.criterion.FactKind;
import org.tfm.model.document.Facts;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.Offering;
import org.tfm.model.school.SchoolKind;
import org.tfm.model.term.Entitlement;
import org.tfm.model.term.Requirement;
import org.tfm.model.term.Strength;
import org.tfm.model.term.Term;
import org.tfm.model.term.Undertaking;
import org.tfm.rules.book.PackEntry;
import org.tfm.rules.book.PolicyBook;
import org.tfm.rules.pack.Pack;

/** The entry of {@code coverage.yaml} for one fact, and the pack that carries it. */
record FactCoverage(PackEntry pack, String fact, JsonNode says) {

  static final PolicyBook BOOK = PolicyBook.bundled();

  /** How a fact is carried. */
  enum How {
    /**
     * By a requirement, which may leave it to the hub, or by a grant or charge with an amount or a
     * condition.
     */
    TESTED("tested"),
    /** By a requirement on a yes or no that only the school can answer. */
    ASKED("asked"),
    /** By a statement of the journey, which `tfm journey` follows. */
    IN_JOURNEY("in the journey"),
    /** By a text that people read. */
    TOLD("told"),
    /** The rule language cannot say it. */
    NOT_SAYABLE("not sayable"),
    /** There is nothing to carry, for another reason. */
    NOT_MODELLED("not modelled"),
    /**
     * It asks nothing of a school and gives it nothing, such as a budget, the number of schools in
     * a year, the aim or the history of a project, or what the document leaves out.
     */
    NOT_ABOUT_SCHOOLS("not about schools");

    private final String inWords;

    How(String inWords) {
      this.inWords = inWords;
    }

    String inWords() {
      return inWords;
    }
  }

  private static final String JOURNEY = "journey/";

  private static final ImmutableList<How> REASONS =
      ImmutableList.of(How.NOT_SAYABLE, How.NOT_MODELLED, How.NOT_ABOUT_SCHOOLS);

  private static final Map<String, List<Term>> TERMS = new ConcurrentHashMap<>();

  static JsonNode file() throws IOException {
    return Pack.yaml().tree(Files.readString(Path.of("src/main/resources/policies/coverage.yaml")));
  }

  /** How the fact is carried. */
  How how() {
    return reason().orElseGet(this::carried);
  }

  private Optional<How> reason() {
    return REASONS.stream()
        .filter(reason -> says.asText().startsWith(reason.inWords() + ": "))
        .findFirst();
  }

  private How carried() {
    if (!hasTerm()) {
      return How.IN_JOURNEY;
    }
    List<How> all = terms().stream().map(FactCoverage::how).sorted().toList();
    assertThat(all).as(fact).isNotEmpty();
    How best = all.get(0);
    return best == How.TOLD && journey().isPresent() ? How.IN_JOURNEY : best;
  }

  private static How how(Term term) {
    if (term instanceof Requirement requirement) {
      List<Fact> facts = requirement.criterion().facts().asList();
      return !facts.isEmpty() && facts.stream().allMatch(FactCoverage::isOwnYesNo)
          ? How.ASKED
          : How.TESTED;
    }
    boolean isAmount = term instanceof Entitlement entitlement && entitlement.amount().isPresent();
    return isAmount || term.when().isPresent() ? How.TESTED : How.TOLD;
  }

  /**
   * Whether only the school knows the answer. The register tells which schools are state-funded,
   * and the hub answers from its records what is known to it.
   */
  private static boolean isOwnYesNo(Fact fact) {
    return fact.kind() == FactKind.YES_NO
        && fact.at().contains("answers.")
        && !fact.knownToHub()
        && !fact.equals(Facts.STATE_FUNDED);
  }

  Optional<String> carrier() {
    return Optional.of(says.path("term").asText(says.asText()))
        .filter(carrier -> reason().isEmpty());
  }

  /** Whether a term carries the fact, with or without the journey. */
  boolean hasTerm() {
    return carrier().filter(carrier -> !carrier.startsWith(JOURNEY)).isPresent();
  }

  /** The type of work group of which the journey of the pack says it, alone or beside a term. */
  Optional<String> journey() {
    return carrier()
        .filter(carrier -> carrier.startsWith(JOURNEY))
        .map(carrier -> carrier.substring(JOURNEY.length()))
        .or(() -> Optional.ofNullable(says.path("journey").textValue()));
  }

  /** Whether the journey of the pack says something of the type that is named. */
  boolean isInJourney() {
    return journey()
        .filter(type -> pack.journey().stream().anyMatch(said -> said.link().type().equals(type)))
        .isPresent();
  }

  /** The terms of the pack that carry the fact. */
  List<Term> terms() {
    String[] parts = carrier().orElseThrow().split("/", -1);
    return TERMS.computeIfAbsent(pack.id() + " " + parts[0], id -> terms(pack, parts[0])).stream()
        .filter(term -> term.id().equals(parts[1]))
        .filter(term -> term.provenance().pack().equals(pack.id()))
        .toList();
  }

  /** The strengths of these terms by section, such as {@code progress}. */
  ImmutableMap<String, String> strengths() {
    return terms().stream()
        .filter(term -> strength(term).isPresent())
        .collect(
            ImmutableMap.toImmutableMap(
                term -> term.section().name().toLowerCase(Locale.ROOT),
                term -> strength(term).orElseThrow().name(),
                (one, other) -> one.equals(other) ? one : one + " and " + other));
  }

  private static Optional<Strength> strength(Term term) {
    if (term instanceof Requirement requirement) {
      return Optional.of(requirement.strength());
    }
    return term instanceof Undertaking undertaking
        ? Optional.of(undertaking.strength())
        : Optional.empty();
  }

  private static List<Term> terms(PackEntry pack, String type) {
    assertThat(pack.offers()).contains(type);
    Offering offering =
        Offering.of(pack.hub().id(), type, pack.year().orElse(AcademicYear.startingIn(2021)));
    return SchoolKind.all().stream()
        .flatMap(kind -> BOOK.terms(offering, kind).terms().stream())
        .distinct()
        .toList();
  }

  private static PackEntry pack(String id) {
    return BOOK.packs().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
  }

  static List<FactCoverage> all() throws IOException {
    List<FactCoverage> entries = new ArrayList<>();
    for (Map.Entry<String, JsonNode> pack : file().properties()) {
      pack.getValue()
          .properties()
          .forEach(
              fact ->
                  entries.add(
                      new FactCoverage(
                          pack(fact.getValue().path("in").asText(pack.getKey())),
                          fact.getKey(),
                          fact.getValue())));
    }
    return entries;
  }
}
