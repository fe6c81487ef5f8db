package org.tfm.model.advice;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tfm.model.assessment.Evaluation;
import org.tfm.model.assessment.Status;
import org.tfm.model.criterion.Evidence;
import org.tfm.model.criterion.Fact;
import org.tfm.model.criterion.FactKind;
import org.tfm.model.criterion.Members;
import org.tfm.model.criterion.Observation;
import org.tfm.model.criterion.Sentences;
import org.tfm.model.criterion.Value;
import org.tfm.model.document.EditedDocument;
import org.tfm.model.document.FactLocation;
import org.tfm.model.document.Total;
import org.tfm.model.problem.Budget;
import org.tfm.model.term.Requirement;

/**
 * Searches for the smallest sets of changes that meet every requirement.
 *
 * <p>The tree of each requirement determines the sets of goals that meet it; goals at one location
 * are one change. Every set is tried on the document before it is returned. If there are too many
 * sets, those with the fewest changes are tried. This class searches over the number of people or
 * schools; {@link ValueSearch} searches over the values.
 */
final class ChangeSearch {

  static final int MOST_SHOWN = 12;
  private static final int MOST_MEMBERS = 200;

  /**
   * A document with other members.
   *
   * @param cost the number of members added or removed
   * @param change the change of the list, if there is one
   * @param names the names of its members in the present document
   */
  private record Variant(
      EditedDocument document,
      int cost,
      Optional<Change> change,
      ImmutableMap<String, String> names) {}

  private final ImmutableList<Requirement> required;
  private final ImmutableList<Requirement> unsettled;
  private final EditedDocument document;
  private final boolean spread;
  private final Budget budget;

  /**
   * Creates a search.
   *
   * @param required the requirements that affect the verdict
   * @param unsettled the requirements that may apply
   * @param budget the limit of what is tried
   */
  ChangeSearch(
      List<Requirement> required,
      List<Requirement> unsettled,
      EditedDocument document,
      Budget budget) {
    this(
        ImmutableList.copyOf(required),
        ImmutableList.copyOf(unsettled),
        document,
        required.stream().anyMatch(ChangeSearch::asksForPartOfTotal),
        budget);
  }

  private static boolean asksForPartOfTotal(Requirement term) {
    return Total.ALL.stream().anyMatch(total -> term.criterion().facts().contains(total.part()));
  }

  private ChangeSearch(
      ImmutableList<Requirement> required,
      ImmutableList<Requirement> unsettled,
      EditedDocument document,
      boolean spread,
      Budget budget) {
    this.required = required;
    this.unsettled = unsettled;
    this.document = document;
    this.spread = spread;
    this.budget = budget;
  }

  /** Returns the smallest sets of changes that lead to yes. */
  ImmutableList<ImmutableList<Change>> ways() {
    return unsettled.isEmpty() && !required.isEmpty() ? ways(required) : ImmutableList.of();
  }

  /** Returns the reasons why no change leads to yes, as far as everything was tried. */
  ImmutableList<Obstacle> obstacles() {
    ImmutableList.Builder<Obstacle> obstacles = ImmutableList.builder();
    List<Requirement> open =
        required.stream().filter(term -> !ValueSearch.passes(term, document.evidence())).toList();
    for (Requirement term : open) {
      if (isImpossible(term)) {
        Status status = Evaluation.of(term, document.evidence()).status();
        obstacles.add(
            obstacle(
                term,
                switch (status) {
                  case POLICY_SILENT -> Obstacle.Reason.POLICY_SILENT;
                  case REFERRED ->
                      term.criterion().facts().isEmpty()
                          ? Obstacle.Reason.HUB_DECIDES
                          : Obstacle.Reason.FIXED;
                  case EVIDENCE_MISSING -> Obstacle.Reason.NOT_KNOWN;
                  case UNMET, MET -> Obstacle.Reason.FIXED;
                }));
      }
    }
    unsettled.forEach(term -> obstacles.add(obstacle(term, Obstacle.Reason.UNSETTLED)));
    ImmutableList<Obstacle> alone = obstacles.build();
    return alone.isEmpty() && !budget.isIncomplete()
        ? open.stream()
            .map(term -> obstacle(term, Obstacle.Reason.CONTRADICTION))
            .collect(ImmutableList.toImmutableList())
        : alone;
  }

  /** Whether everything was tried and nothing meets the requirement. */
  private boolean isImpossible(Requirement term) {
    Budget rest = budget.rest();
    ChangeSearch alone =
        new ChangeSearch(ImmutableList.of(term), ImmutableList.of(), document, spread, rest);
    boolean impossible = alone.ways().isEmpty() && !rest.isIncomplete();
    budget.take(rest.used());
    return impossible;
  }

  private static Obstacle obstacle(Requirement term, Obstacle.Reason reason) {
    return new Obstacle(
        term.id(),
        reason,
        Sentences.followed(
            Sentences.of(term.criterion().says(term.strength().mood(), false)), reason.sentence()));
  }

  /** Changes the list of people only if a requirement asks for it or nothing else works. */
  private ImmutableList<ImmutableList<Change>> ways(List<Requirement> goals) {
    ImmutableList<ImmutableList<Change>> ways = ways(goals, asked(goals));
    return ways.isEmpty() ? ways(goals, sharing(goals)) : ways;
  }

  private ImmutableList<ImmutableList<Change>> ways(
      List<Requirement> goals, List<Variant> variants) {
    List<ImmutableList<Change>> found = new ArrayList<>();
    int best = Integer.MAX_VALUE;
    int leastLeftOut = Integer.MAX_VALUE;
    for (Variant variant : variants) {
      if (variant.cost() > best || budget.isSpent()) {
        continue;
      }
      ValueSearch search = new ValueSearch(variant.document(), goals, spread, budget);
      for (List<ValueSearch.Put> values : search.ways()) {
        ImmutableList<Change> way =
            ImmutableList.<Change>builder()
                .addAll(variant.change().stream().iterator())
                .addAll(values.stream().map(put -> change(put, variant)).iterator())
                .build();
        int cost = variant.cost() + values.size();
        if (cost < best) {
          best = cost;
          found.clear();
        }
        if (cost == best) {
          found.add(way);
        }
      }
      if (search.leastLeftOut() < Integer.MAX_VALUE) {
        leastLeftOut = Math.min(leastLeftOut, variant.cost() + search.leastLeftOut());
      }
    }
    if (leastLeftOut < best) {
      budget.leaveOut();
    }
    return found.stream()
        .collect(
            Collectors.toMap(
                ChangeSearch::values, way -> way, ChangeSearch::moreTerms, LinkedHashMap::new))
        .values()
        .stream()
        .limit(MOST_SHOWN)
        .collect(ImmutableList.toImmutableList());
  }

  /** Returns the changed values of a set, without the terms that need them. */
  private static ImmutableSet<List<String>> values(List<Change> way) {
    return way.stream()
        .map(change -> List.of(change.of(), change.fact(), change.to()))
        .collect(ImmutableSet.toImmutableSet());
  }

  private static ImmutableList<Change> moreTerms(
      ImmutableList<Change> one, ImmutableList<Change> other) {
    return terms(other) > terms(one) ? other : one;
  }

  private static int terms(List<Change> way) {
    return way.stream().mapToInt(change -> change.terms().size()).sum();
  }

  /** Returns the document with each number of people or schools that the requirements mention. */
  private List<Variant> asked(List<Requirement> goals) {
    List<Variant> variants = new ArrayList<>();
    variants.add(new Variant(document, 0, Optional.empty(), ImmutableMap.of()));
    for (Members members : Members.values()) {
      Fact counted = document.list(members).fact();
      variants(members, sizes(counted, goals, now(members)), terms(goals, counted))
          .forEach(variants::add);
    }
    return variants;
  }

  /** Returns the document with each number of members that can share a total. */
  private List<Variant> sharing(List<Requirement> goals) {
    return Total.ALL.stream()
        .flatMap(
            total ->
                variants(
                    total.members(),
                    LeafGoal.sharing(total, goals),
                    terms(goals, total.whole(), total.part())))
        .toList();
  }

  private Stream<Variant> variants(Members members, Set<Integer> sizes, Set<String> terms) {
    return sizes.stream()
        .filter(size -> size >= 1 && size <= MOST_MEMBERS && size != now(members))
        .flatMap(size -> document.resized(members, size).stream())
        .map(resized -> variant(members, resized, terms));
  }

  private int now(Members members) {
    return document.evidence().members(members).size();
  }

  private static ImmutableSet<String> terms(List<Requirement> goals, Fact... facts) {
    return goals.stream()
        .filter(
            term ->
                Stream.of(facts)
                    .anyMatch(
                        fact ->
                            term.criterion().facts().contains(fact)
                                || LeafGoal.counts(term.criterion(), fact).findAny().isPresent()))
        .map(Requirement::id)
        .collect(ImmutableSet.toImmutableSet());
  }

  private Set<Integer> sizes(Fact counted, List<Requirement> goals, int now) {
    Set<Integer> sizes = new TreeSet<>();
    LeafGoal.sizes(counted, goals)
        .forEach(
            bound -> {
              for (int size = bound - 1; size <= bound + 1; size++) {
                sizes.add(size);
                // A person who is listed twice counts once, so the list is longer than the number
                // of people.
                sizes.add(size + now - different(counted, now));
              }
            });
    if (now == 0) {
      sizes.add(1);
    }
    return sizes;
  }

  private int different(Fact counted, int now) {
    return document
        .evidence()
        .find(counted)
        .map(value -> ((Value.Quantity) value).amount().intValue())
        .orElse(now);
  }

  private Variant variant(Members members, EditedDocument.Resized resized, Set<String> terms) {
    List<String> before = names(document, members);
    List<String> after = names(resized.document(), members);
    ImmutableMap.Builder<String, String> names = ImmutableMap.builder();
    for (int i = 0; i < after.size(); i++) {
      names.put(
          after.get(i),
          i < resized.kept().size() ? before.get(resized.kept().get(i)) : after.get(i));
    }
    Set<String> kept =
        resized.kept().stream().map(before::get).collect(ImmutableSet.toImmutableSet());
    String without =
        before.stream().filter(name -> !kept.contains(name)).collect(Collectors.joining(", "));
    FactLocation counted = new FactLocation("", document.list(members).fact());
    return new Variant(
        resized.document(),
        Math.abs(after.size() - before.size()),
        Optional.of(
            change(
                counted,
                without,
                text(document, counted),
                resized.document().evidence().find(counted.fact()),
                terms)),
        names.buildOrThrow());
  }

  private static List<String> names(EditedDocument document, Members members) {
    return document.evidence().members(members).stream().map(Evidence::describes).toList();
  }

  private Change change(ValueSearch.Put put, Variant variant) {
    FactLocation location = put.location();
    FactLocation called =
        new FactLocation(
            variant.names().getOrDefault(location.of(), location.of()), location.fact());
    Optional<String> from = text(document, called);
    return change(
        called,
        "",
        // The sum is now over fewer people.
        from.equals(Optional.of(put.value().text(location.fact())))
            ? text(variant.document(), location)
            : from,
        Optional.of(put.value()),
        put.terms());
  }

  /** Returns the present value in plain English; empty if it is not given. */
  private static Optional<String> text(EditedDocument document, FactLocation location) {
    return document
        .evidence(location.of())
        .flatMap(one -> one.find(location.fact()))
        .map(value -> value.text(location.fact()));
  }

  /**
   * Returns a change of one value.
   *
   * @param without the members that the change removes; empty if none
   */
  static Change change(
      FactLocation location,
      String without,
      Optional<String> from,
      Optional<Value> found,
      Set<String> terms) {
    Fact fact = location.fact();
    Optional<Value> to = found.map(value -> inOrder(value, fact));
    String after = to.map(value -> value.text(fact)).orElse(Observation.NOT_GIVEN);
    return new Change(
        fact.id(),
        without.isEmpty() ? location.of() : without,
        fact.at(),
        from.orElse(Observation.NOT_GIVEN),
        after,
        ImmutableList.copyOf(terms),
        Sentences.of(
            withNow(
                    new Observation(fact.id(), location.of(), to).says(fact),
                    from.map(now -> "now: " + now(fact, now)).orElse("not given yet"))
                + (without.isEmpty() ? "" : ", without " + without)));
  }

  /** Returns words in the order of the choices. */
  private static Value inOrder(Value value, Fact fact) {
    return value instanceof Value.Words words && fact.choices().containsAll(words.words())
        ? new Value.Words(
            fact.choices().stream()
                .filter(words.words()::contains)
                .collect(ImmutableSet.toImmutableSet()))
        : value;
  }

  /** Returns the present value as it follows the statement of another: {@code it does not}. */
  private static String now(Fact fact, String text) {
    return fact.kind() == FactKind.YES_NO && (text.equals("yes") || text.equals("no"))
        ? fact.ofPronoun().inShort(fact.pronoun(), text.equals("yes"))
        : text;
  }

  /** Returns a statement with the present value in brackets. */
  private static String withNow(String statement, String now) {
    return statement.endsWith(")")
        ? statement.substring(0, statement.length() - 1) + "; " + now + ")"
        : statement + " (" + now + ")";
  }
}
