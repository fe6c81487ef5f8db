package org.tfm.rules.check;

import static java.util.Objects.requireNonNull;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tfm.model.assessment.Terms;
import org.tfm.model.criterion.Criterion;
import org.tfm.model.criterion.During;
import org.tfm.model.criterion.Fact;
import org.tfm.model.criterion.Includes;
import org.tfm.model.criterion.Moment;
import org.tfm.model.document.Facts;
import org.tfm.model.intake.FormMap;
import org.tfm.model.problem.Budget;
import org.tfm.model.problem.DidYouMean;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.Offering;
import org.tfm.model.programme.WorkGroupType;
import org.tfm.model.school.PartialSchoolKind;
import org.tfm.model.school.SchoolKind;
import org.tfm.model.term.Aspect;
import org.tfm.model.term.Citation;
import org.tfm.model.term.Entitlement;
import org.tfm.model.term.PayUnit;
import org.tfm.model.term.Payment;
import org.tfm.model.term.Priority;
import org.tfm.model.term.Provenance;
import org.tfm.model.term.Provision;
import org.tfm.model.term.Requirement;
import org.tfm.model.term.RulePlace;
import org.tfm.model.term.Strength;
import org.tfm.model.term.Term;
import org.tfm.model.term.Undertaking;
import org.tfm.rules.book.HubNames;
import org.tfm.rules.book.PolicyLayers;
import org.tfm.rules.check.CheckFinding.Code;
import org.tfm.rules.pack.Pack;
import org.tfm.rules.pack.PackFiles;
import org.tfm.rules.pack.PackRule;
import org.tfm.rules.pack.YamlLines;

/**
 * Finds mistakes in packs before schools apply.
 *
 * <p>The check is exhaustive: it covers all offerings, kinds of school and days, and tries criteria
 * on all evidence that they can distinguish. It reads no clock: the age of a source is checked only
 * for a given day.
 */
public final class PackCheck {

  /** Ambiguous words. */
  private static final Pattern AMBIGUOUS =
      Pattern.compile(
          "\\b(appropriate|approximately|likely|(?<!\\bat )most|normally|often|reasonable|regular|regularly"
              + "|relevant|roughly|several|significant|substantial|sufficient|suitable|timely"
              + "|typically|usually|various)\\b");

  /** The limit of what is tried for a pack: leaves of criteria, on one evidence each. */
  static final long MOST_TRIED = 50_000_000;

  private final PackFolder folder;
  private final Pack pack;
  private final Optional<Staleness> staleness;
  private final Map<List<String>, CheckFinding> found = new LinkedHashMap<>();
  private final Map<Set<Criterion>, Boolean> together = new HashMap<>();
  private final Set<List<Requirement>> compared = new HashSet<>();
  private final Budget budget;

  private PackCheck(PackFolder folder, Pack pack, Optional<Staleness> staleness, long mostTried) {
    this.folder = folder;
    this.pack = pack;
    this.staleness = staleness;
    this.budget = Budget.of(mostTried);
  }

  /**
   * Checks all packs in a folder and its subfolders; the findings are sorted by file and line.
   *
   * <p>The packs may extend bundled packs, and replace bundled packs with the same id. The only
   * findings about a pack that does not load are the reasons, which come first.
   *
   * @param staleness when a source is stale; absent to skip this check
   * @throws InvalidInputException if the folder does not exist or contains no pack
   */
  public static ImmutableList<CheckFinding> check(Path folder, Optional<Staleness> staleness) {
    requireNonNull(folder, "folder");
    requireNonNull(staleness, "staleness");
    return check(folder, staleness, MOST_TRIED);
  }

  static ImmutableList<CheckFinding> check(
      Path folder, Optional<Staleness> staleness, long mostTried) {
    PackFolder.checkThereArePacks(folder);
    PackFolder packs;
    try {
      packs = PackFolder.readLoadable(folder);
    } catch (InvalidInputException e) {
      return e.problems().stream()
          .map(problem -> of(Code.DOES_NOT_LOAD, problem))
          .collect(ImmutableList.toImmutableList());
    }
    ImmutableList.Builder<CheckFinding> findings = ImmutableList.builder();
    packs.book().notLoaded().forEach(problem -> findings.add(of(Code.DOES_NOT_LOAD, problem)));
    for (Pack pack : packs.packs()) {
      PackCheck check = new PackCheck(packs, pack, staleness, mostTried);
      check.run();
      check.found.values().stream()
          .sorted(
              Comparator.comparing(CheckFinding::file)
                  .thenComparing(finding -> finding.line().orElse(0)))
          .forEach(findings::add);
    }
    return findings.build();
  }

  private static CheckFinding of(Code code, Problem problem) {
    String part = problem.file().isPresent() ? problem.whereInFile() : "";
    return CheckFinding.of(
        code,
        FilePlace.of(problem),
        (part.isEmpty() ? "" : part + ": ") + problem.message(),
        Optional.empty());
  }

  private void run() {
    Set<FilePlace> firing = new HashSet<>();
    for (String type : pack.publisher().offers()) {
      PolicyLayers layers = folder.book().layers(pack.id(), type);
      layers.firing().forEach(rule -> firing.add(place(rule)));
      layers.written().forEach(this::term);
      layers.written().forEach(one -> question(one.term(), layers.written(), place(one.rule())));
      deadlines(layers.written());
      kinds(layers);
      replacements(layers);
    }
    for (PackRule rule : pack.rules()) {
      FilePlace place = FilePlace.of(pack.files().name() + "/" + rule.file(), rule.line());
      if (!firing.contains(place)) {
        add(Code.NEVER_FIRES, place, "the rule `" + rule.name() + "` applies to no kind of school");
      }
    }
    if (budget.isSpent()) {
      add(
          Code.TOO_MUCH,
          FilePlace.ofPack(pack.files().name()),
          "the rules are too many, or too large, to try all of them; split the pack into several");
    }
    publisher();
    cases();
    forms();
  }

  private FilePlace place(RulePlace rule) {
    return PackFolder.place(pack, rule);
  }

  private void add(Code code, FilePlace place, String what) {
    add(CheckFinding.of(code, place, what, Optional.empty()));
  }

  private void add(Code code, FilePlace place, String what, SchoolKind example) {
    add(CheckFinding.of(code, place, what, Optional.of(example)));
  }

  private void add(CheckFinding finding) {
    found.putIfAbsent(List.of(finding.where(), finding.what()), finding);
  }

  // One term

  private void term(PolicyLayers.Written written) {
    Term term = written.term();
    FilePlace where = place(written.rule());
    SchoolKind example = example(written.kinds());
    if (term instanceof Requirement requirement) {
      if (!canHold(Set.of(requirement.criterion()))) {
        add(
            Code.CANNOT_HOLD,
            where,
            "no document can meet `" + term.id() + "`: " + term.sentence(),
            example);
      } else if (requirement.referral().isPresent() && isNeedless(requirement)) {
        add(
            Code.NEEDLESS_REFERRAL,
            where,
            "the referral of `" + term.id() + "` makes no difference to any document",
            example);
      }
      parts(requirement.criterion(), term, where, example);
      requirement.referral().ifPresent(when -> parts(when, term, where, example));
    }
    if (term.when().isPresent()) {
      if (!canHold(Set.of(term.when().get()))) {
        add(
            Code.CANNOT_HOLD,
            where,
            "no document can meet the condition of `" + term.id() + "`: " + term.sentence(),
            example);
      }
      parts(term.when().get(), term, where, example);
    }
    if (term instanceof Entitlement entitlement && isPromisedToAll(entitlement)) {
      add(
          Code.NO_PLACE,
          where,
          "the grant `"
              + term.id()
              + "` does not wait for a place, so a school without a place gets it too; add"
              + " `.when(place().is(ACCEPTED))`",
          example);
    }
    types(term, where);
    days(term, where);
    reading(term, where);
  }

  /** Reports a requirement that gives another first or last day than one before it. */
  private void deadlines(List<PolicyLayers.Written> written) {
    for (int i = 0; i < written.size(); i++) {
      for (int j = 0; j < i; j++) {
        PolicyLayers.Written later = written.get(i);
        PolicyLayers.Written earlier = written.get(j);
        if (period(later.term()).isPresent()
            && period(earlier.term()).isPresent()
            && differ(period(earlier.term()).get(), period(later.term()).get())
            && !Collections.disjoint(earlier.kinds(), later.kinds())) {
          add(
              Code.TWO_DEADLINES,
              place(later.rule()),
              "`"
                  + earlier.term().id()
                  + "` and `"
                  + later.term().id()
                  + "` give two days for one thing: "
                  + period(earlier.term()).get().stated()
                  + ", and "
                  + period(later.term()).get().stated(),
              example(Sets.intersection(later.kinds(), earlier.kinds())));
        }
      }
    }
  }

  private static SchoolKind example(Set<SchoolKind> kinds) {
    return kinds.stream().reduce(SchoolKind::orPlainer).orElseThrow();
  }

  private static Optional<During> period(Term term) {
    return term instanceof Requirement requirement
            && requirement.criterion() instanceof During period
        ? Optional.of(period)
        : Optional.empty();
  }

  /** Whether two periods of one fact start, or end, at different moments. */
  private static boolean differ(During one, During other) {
    return one.fact().equals(other.fact())
        && (isOther(one.from(), other.from()) || isOther(one.until(), other.until()));
  }

  private static boolean isOther(Optional<Moment> one, Optional<Moment> other) {
    return one.isPresent() && other.isPresent() && !one.equals(other);
  }

  /** Whether every school that meets the requirements gets this, even if it gets no place. */
  private static boolean isPromisedToAll(Entitlement entitlement) {
    return !entitlement.charge()
        && entitlement.when().isEmpty()
        && entitlement.payment().filter(Payment::ifHubDecides).isEmpty()
        && !entitlement.unit().equals(Optional.of(PayUnit.WORK_GROUP));
  }

  /**
   * Reports work group types that neither the library nor a pack knows. A pack of another hub may
   * know them, so it may be no mistake.
   */
  private void types(Term term, FilePlace where) {
    Stream<String> named =
        Stream.concat(
            term instanceof Priority priority ? priority.type().stream() : Stream.of(),
            PossibleWorlds.criteria(term).stream()
                .flatMap(Criterion::leaves)
                .filter(Includes.class::isInstance)
                .map(Includes.class::cast)
                .filter(leaf -> leaf.fact().at().equals(Facts.PARTICIPATION.at()))
                .flatMap(leaf -> leaf.words().stream()));
    Collection<String> known = folder.book().workGroupTypes();
    named
        .filter(type -> !known.contains(type))
        .forEach(
            type -> {
              String hint = DidYouMean.hint(type, known);
              add(
                  Code.UNKNOWN_TYPE,
                  where,
                  "unknown work group type `"
                      + type
                      + "` in `"
                      + term.id()
                      + "`"
                      + (term instanceof Priority
                          ? ""
                          : "; no school has taken part in it, unless another hub calls one so")
                      + ". "
                      + (hint.isEmpty() ? "If it is right, give it a title under `types`" : hint));
            });
  }

  /** Whether a document can meet all criteria; true if there are too many to try. */
  private boolean canHold(Set<Criterion> criteria) {
    return criteria.stream().anyMatch(PossibleWorlds::isOpen)
        || together.computeIfAbsent(criteria, all -> PossibleWorlds.canHold(all, budget));
  }

  private boolean isNeedless(Requirement term) {
    Requirement without =
        new Requirement(
            term.id(),
            term.aspect(),
            term.strength(),
            term.criterion(),
            Optional.empty(),
            term.citation(),
            term.provenance());
    return !PackMutations.isVisible(term, without, ImmutableSet.of(), budget);
  }

  private void parts(Criterion criterion, Term term, FilePlace where, SchoolKind example) {
    boolean handedIn =
        term instanceof Requirement requirement && requirement.aspect() == Aspect.APPLICATION;
    PossibleWorlds.findNeedlessPart(criterion, handedIn, budget)
        .ifPresent(
            part ->
                add(
                    Code.NEEDLESS_PART,
                    where,
                    "in `" + term.id() + "`, this part makes no difference: " + part.says(),
                    example));
  }

  private void reading(Term term, FilePlace where) {
    if (term.citation().reading().isPresent()) {
      return;
    }
    Matcher word = AMBIGUOUS.matcher(term.sentence().toLowerCase(Locale.ROOT));
    if (word.find() && !isOfLibrary(word.group(), term)) {
      add(
          Code.NO_READING,
          where,
          "`"
              + word.group()
              + "` in `"
              + term.id()
              + "` is ambiguous; add your interpretation with `@Reading`");
    }
  }

  /**
   * Whether a word is in the name that the library gives to a choice: a leader of several schools.
   */
  private static boolean isOfLibrary(String word, Term term) {
    return PossibleWorlds.criteria(term).stream()
        .flatMap(Criterion::leaves)
        .flatMap(leaf -> leaf.facts().stream())
        .filter(fact -> Facts.isOfLibrary(fact.id()))
        .flatMap(fact -> fact.names().values().stream())
        .anyMatch(name -> name.contains(word));
  }

  /** Reports days of sessions, or last days of claims, that are not in or after the year. */
  private void days(Term term, FilePlace where) {
    Optional<AcademicYear> year = pack.publisher().year();
    if (year.isEmpty()) {
      return;
    }
    Stream<LocalDate> ofSessions =
        PossibleWorlds.criteria(term).stream()
            .flatMap(Criterion::leaves)
            .filter(During.class::isInstance)
            .map(During.class::cast)
            .filter(period -> period.fact().equals(Facts.SESSION_DATE))
            .flatMap(period -> Stream.concat(period.from().stream(), period.until().stream()))
            .map(Moment::day);
    ofSessions
        .filter(day -> !year.get().contains(day))
        .forEach(
            day ->
                add(
                    Code.NOT_IN_YEAR,
                    where,
                    "`"
                        + term.id()
                        + "` names "
                        + Moment.of(day).text()
                        + ", which is not in the academic year "
                        + year.get()));
  }

  /** Reports a duty that asks a question of the library, which is not made of its words. */
  private void question(Term term, List<PolicyLayers.Written> written, FilePlace where) {
    if (term instanceof Undertaking duty && Facts.isOfLibrary(duty.id())) {
      written.stream()
          .map(PolicyLayers.Written::term)
          .filter(
              check ->
                  check instanceof Requirement asked
                      && asked.aspect() == Aspect.PROGRESS
                      && asked.id().equals(duty.id())
                      && asked.provenance().equals(duty.provenance()))
          .findFirst()
          .ifPresent(
              check ->
                  add(
                      Code.OTHER_QUESTION,
                      where,
                      "the undertaking `"
                          + duty.id()
                          + "` has the id of a question of the library, which is asked instead of"
                          + " its own words: "
                          + check.facts().iterator().next().question()
                          + " Use another id if that is not meant"));
    }
  }

  // All terms of a kind of school on a day

  private void kinds(PolicyLayers layers) {
    if (layers.days().stream()
        .allMatch(
            day ->
                layers.kinds(day).stream().allMatch(kind -> layers.terms(kind, day).isEmpty()))) {
      add(
          Code.NO_TERMS,
          publisherPlace("/offers"),
          "`offers` names `"
              + layers.type()
              + "`, but no rule says anything about it, so every answer would be \"not stated\"; "
              + (pack.files().texts().containsKey(layers.type() + ".drl")
                  ? "write its rules"
                  : "write its rules in a file `" + layers.type() + ".drl`")
              + ", or remove it from `offers`");
      return;
    }
    for (LocalDate day : layers.days()) {
      int unanswered = 0;
      Optional<SchoolKind> example = Optional.empty();
      ImmutableList<SchoolKind> kinds = layers.kinds(day);
      for (SchoolKind kind : kinds) {
        if (!budget.take(layers.size())) {
          return;
        }
        List<Requirement> requirements = new ArrayList<>();
        for (Term term : layers.terms(kind, day)) {
          if (term instanceof Requirement requirement) {
            requirements.add(requirement);
          }
        }
        if (requirements.stream().noneMatch(r -> r.aspect() == Aspect.ELIGIBILITY)) {
          unanswered++;
          example = example.or(() -> Optional.of(kind));
        }
        pairs(requirements, kind);
      }
      if (example.isPresent()) {
        add(
            Code.NO_ELIGIBILITY,
            typePlace(layers.type()),
            "no rule says who may join `"
                + layers.type()
                + "`"
                + (unanswered == kinds.size() ? "" : ", for some kinds of school")
                + (day.equals(LocalDate.MIN) ? "" : ", from " + day),
            example.get());
      }
    }
  }

  /** The rule file of a type, or else the line of {@code offers} in {@code publisher.yaml}. */
  private FilePlace typePlace(String type) {
    String rules = type + ".drl";
    return pack.files().texts().containsKey(rules)
        ? FilePlace.of(pack.files().name() + "/" + rules, 1)
        : publisherPlace("/offers");
  }

  private boolean isContradiction(Requirement one, Requirement other) {
    return one.strength() == Strength.MUST
        && other.strength() == Strength.MUST
        && canHold(Set.of(one.criterion()))
        && canHold(Set.of(other.criterion()))
        && !canHold(ImmutableSet.of(one.criterion(), other.criterion()));
  }

  /**
   * Compares each requirement with itself and with those that share a fact with it; each pair once,
   * whatever the day and the kind of school.
   */
  private void pairs(List<Requirement> requirements, SchoolKind kind) {
    List<Set<Fact>> facts = requirements.stream().<Set<Fact>>map(Requirement::facts).toList();
    List<List<Requirement>> pairs = new ArrayList<>();
    for (int i = 0; i < requirements.size() && budget.take(requirements.size()); i++) {
      for (int j = i; j < requirements.size(); j++) {
        Requirement one = requirements.get(i);
        Requirement other = requirements.get(j);
        if (isOfOneDocument(one.aspect(), other.aspect())
            && (isOwn(one) || isOwn(other))
            && (i == j ? asksTwice(one) : !Collections.disjoint(facts.get(i), facts.get(j)))
            && compared.add(List.of(one, other))) {
          pairs.add(List.of(one, other));
        }
      }
    }
    pairs.forEach(pair -> contradiction(pair.get(0), pair.get(1), kind));
    pairs.forEach(pair -> openForLong(pair.get(0), pair.get(1), kind));
  }

  /** Reports requirements that stay open although every answer gives the same. */
  private void openForLong(Requirement one, Requirement other, SchoolKind kind) {
    if (one.strength() != Strength.PREFERRED
        && other.strength() != Strength.PREFERRED
        && !isContradiction(one, other)
        && PossibleWorlds.stayOpen(ImmutableSet.of(one, other), budget)) {
      Requirement here = isOwn(other) ? other : one;
      Requirement there = isOwn(other) ? one : other;
      add(
          Code.STAYS_OPEN,
          place(here.provenance().rule()),
          here.equals(there)
              ? "`"
                  + here.id()
                  + "` asks about the same fact twice, so it may stay open although every"
                  + " answer leads to the same verdict: "
                  + here.sentence()
              : "`"
                  + here.id()
                  + "` and `"
                  + there.id()
                  + "` of "
                  + folder.where(there.provenance().rule())
                  + " ask about the same fact, so they may stay open although every answer"
                  + " leads to the same verdict",
          kind);
    }
  }

  private static boolean asksTwice(Requirement requirement) {
    List<Fact> asked =
        Stream.concat(Stream.of(requirement.criterion()), requirement.referral().stream())
            .flatMap(Criterion::leaves)
            .flatMap(leaf -> leaf.facts().stream())
            .toList();
    return Set.copyOf(asked).size() < asked.size();
  }

  private void contradiction(Requirement one, Requirement other, SchoolKind kind) {
    if (!one.equals(other)
        && !Collections.disjoint(one.criterion().facts(), other.criterion().facts())
        && isContradiction(one, other)) {
      Requirement here = isOwn(other) ? other : one;
      Requirement there = isOwn(other) ? one : other;
      add(
          Code.CONTRADICTION,
          place(here.provenance().rule()),
          "no document can meet both `"
              + here.id()
              + "` and `"
              + there.id()
              + "` of "
              + folder.where(there.provenance().rule())
              + ": "
              + here.sentence()
              + " "
              + there.sentence(),
          kind);
    }
  }

  private boolean isOwn(Term term) {
    return term.provenance().pack().equals(pack.id());
  }

  private static boolean isOfOneDocument(Aspect one, Aspect other) {
    return one == other || (isOfApplication(one) && isOfApplication(other));
  }

  private static boolean isOfApplication(Aspect aspect) {
    return aspect != Aspect.GROUP && aspect != Aspect.PROGRESS;
  }

  // Replaced and withdrawn terms

  private void replacements(PolicyLayers layers) {
    record Key(RulePlace by, String term) {}
    Set<Key> same = new LinkedHashSet<>();
    Set<Key> different = new HashSet<>();
    for (LocalDate day : layers.days()) {
      for (SchoolKind kind : layers.kinds(day)) {
        if (!budget.take(layers.size())) {
          return;
        }
        for (PolicyLayers.Replacement one : layers.replacements(kind, day)) {
          Key key = new Key(one.by(), one.before().id());
          boolean isSame = one.after().map(after -> saysTheSame(after, one.before())).orElse(false);
          (isSame ? same : different).add(key);
          if (!isSame && !one.derogates() && isMeasured(one) && !one.isAtLeastAsStrict(budget)) {
            loosens(one, kind);
          }
        }
      }
    }
    same.removeAll(different);
    for (Key key : same) {
      add(
          Code.CHANGES_NOTHING,
          place(key.by()),
          "`" + key.term() + "` replaces a term that says the same");
    }
  }

  private void loosens(PolicyLayers.Replacement one, SchoolKind kind) {
    String before =
        "`"
            + one.before().id()
            + "` of "
            + folder.where(one.before().provenance().rule())
            + ", which says: "
            + one.before().sentence();
    add(
        Code.LOOSENS,
        place(one.by()),
        one.after()
            .map(
                after ->
                    "this rule may be less strict than the term it replaces, "
                        + before
                        + " This rule says: "
                        + after.sentence())
            .orElse("withdraws " + before),
        kind);
  }

  /** Whether strictness can be compared: not for provisions, priorities or reworded duties. */
  private static boolean isMeasured(PolicyLayers.Replacement one) {
    if (one.after().isEmpty()) {
      return true;
    }
    if (one.before() instanceof Undertaking before
        && one.after().get() instanceof Undertaking after) {
      return after.strength().compareTo(before.strength()) > 0;
    }
    return !(one.before() instanceof Provision || one.before() instanceof Priority);
  }

  /** Whether two terms are equal except for their sources and rules. */
  private static boolean saysTheSame(Term one, Term other) {
    return withoutSource(one).equals(withoutSource(other));
  }

  private static Term withoutSource(Term term) {
    Citation none = new Citation("any", "any", Optional.empty());
    Term nowhere = term.from(Provenance.of("any", "any", 1));
    if (nowhere instanceof Requirement t) {
      return new Requirement(
          t.id(), t.aspect(), t.strength(), t.criterion(), t.referral(), none, t.provenance());
    }
    if (nowhere instanceof Entitlement t) {
      return new Entitlement(
          t.id(),
          t.charge(),
          t.amount(),
          t.unit(),
          t.purpose(),
          t.payment(),
          t.when(),
          none,
          t.provenance());
    }
    if (nowhere instanceof Undertaking t) {
      return new Undertaking(t.id(), t.strength(), t.duty(), none, t.provenance());
    }
    if (nowhere instanceof Provision t) {
      return new Provision(t.id(), t.what(), none, t.provenance());
    }
    Priority t = (Priority) nowhere;
    return new Priority(
        t.id(), t.who(), t.type(), t.title(), t.year(), t.when(), t.order(), none, t.provenance());
  }

  // publisher.yaml

  private FilePlace publisherPlace(String pointer) {
    String text = pack.files().texts().getOrDefault(PackFiles.PUBLISHER, "");
    return FilePlace.of(
        pack.files().name() + "/" + PackFiles.PUBLISHER, YamlLines.of(text).at(pointer));
  }

  /** Reports offered types that are nearly one of the library, unless they have a title. */
  private void offers() {
    Set<String> known = WorkGroupType.known().keySet();
    List<String> offers = pack.publisher().offers();
    for (int i = 0; i < offers.size(); i++) {
      String type = offers.get(i);
      if (!known.contains(type) && !pack.publisher().types().containsKey(type)) {
        FilePlace where = publisherPlace("/offers/" + i);
        // A mistyped id has as many words; a type with more or fewer is another one.
        DidYouMean.nearest(type, Sets.filter(known, id -> words(id) == words(type)))
            .ifPresent(
                near ->
                    add(
                        Code.UNKNOWN_TYPE,
                        where,
                        "unknown work group type `"
                            + type
                            + "` in `offers`. Maybe `"
                            + near
                            + "`? If it is right, give it a title under `types`"));
      }
    }
  }

  private static int words(String id) {
    return CharMatcher.is('-').countIn(id);
  }

  private void publisher() {
    offers();
    HubNames.shared(pack.publisher().hub(), folder.book().packs())
        .ifPresent(problem -> add(Code.SAME_NAME, publisherPlace("/name"), problem.message()));
    Set<String> asked = new HashSet<>();
    for (String type : pack.publisher().offers()) {
      for (PolicyLayers.Written written : folder.book().layers(pack.id(), type).written()) {
        PossibleWorlds.criteria(written.term())
            .forEach(criterion -> criterion.facts().forEach(fact -> asked.add(fact.id())));
      }
    }
    pack.publisher().facts().values().stream()
        .filter(Fact::isSaidAsQuestion)
        .forEach(
            fact ->
                add(
                    Code.SAID_AS_QUESTION,
                    publisherPlace("/facts/" + fact.id()),
                    "the fact `"
                        + fact.id()
                        + "` has no `subject`, `verb` and `complement`, so that sentences quote its"
                        + " question"));
    for (String fact : pack.publisher().facts().keySet()) {
      if (!asked.contains(fact)) {
        add(
            Code.UNUSED_FACT,
            publisherPlace("/facts/" + fact),
            "no term uses the fact `" + fact + "`");
      }
    }
    Set<String> cited = new HashSet<>();
    for (PackRule rule : pack.rules()) {
      cited.add(rule.citation().source());
      rule.derogation().ifPresent(derogation -> cited.add(derogation.source()));
    }
    pack.publisher().area().ifPresent(area -> cited.add(area.citation().source()));
    pack.publisher().journey().forEach(stated -> cited.add(stated.citation().source()));
    pack.publisher()
        .sources()
        .forEach(
            (id, source) -> {
              FilePlace where = publisherPlace("/sources/" + id);
              if (!cited.contains(id)) {
                add(Code.UNUSED_SOURCE, where, "nothing cites the source `" + id + "`");
              }
              if (staleness.filter(limit -> limit.isStale(source)).isPresent()) {
                add(
                    Code.STALE_SOURCE,
                    where,
                    "the source `"
                        + id
                        + "` was last checked on "
                        + source.lastChecked()
                        + ", more than "
                        + staleness.get().days()
                        + " days before "
                        + staleness.get().day());
              }
            });
  }

  // Form maps

  private void forms() {
    pack.files()
        .texts()
        .forEach(
            (name, text) -> {
              if (name.endsWith(PackFiles.FORM_MAP)) {
                form(pack.files().name() + "/" + name, text);
              }
            });
  }

  private void form(String file, String text) {
    try {
      FormMap map = Pack.readYaml(text, FormMap.class);
      Optional<Offering> offering = map.offering();
      if (offering.isPresent()) {
        questions(map, folder.book().terms(offering.get(), PartialSchoolKind.unknown()))
            .forEach(problem -> add(of(Code.FORM_MAP, problem.inFile(file))));
      }
    } catch (InvalidInputException e) {
      e.in(file).problems().forEach(problem -> add(of(Code.FORM_MAP, problem)));
    }
  }

  private static Stream<Problem> questions(FormMap map, Terms terms) {
    return map.questions().stream()
        .filter(question -> !terms.answerFacts().containsKey(question))
        .map(
            question ->
                Problem.of(ProblemCode.UNKNOWN_WORD, "the policy does not ask for `%s`", question)
                    .withHint(DidYouMean.hint(question, terms.answerFacts().keySet())));
  }

  // Worked cases

  private void cases() {
    for (String file : pack.files().texts().keySet()) {
      if (file.endsWith(".drl")
          && !PackFolder.caseFiles(pack).containsKey(file.replace(".drl", ".cases.yaml"))) {
        add(
            Code.NO_CASES,
            FilePlace.of(pack.files().name() + "/" + file, 1),
            "the rules have no worked cases; expected a file `"
                + file.replace(".drl", ".cases.yaml")
                + "`");
      }
    }
    Map<String, List<CaseResult>> results = new HashMap<>();
    for (String file : PackFolder.caseFiles(pack).keySet()) {
      try {
        WorkedCases cases = PackFolder.cases(pack, file);
        ImmutableList<CaseResult> run = cases.run(folder.book());
        results.computeIfAbsent(cases.offering().type(), type -> new ArrayList<>()).addAll(run);
        for (CaseReport.Failure failure : CaseReport.failures(cases, run)) {
          add(
              Code.CASE_FAILS,
              FilePlace.of(failure.file(), failure.line()),
              "the case `"
                  + failure.name()
                  + "` fails: "
                  + String.join("; ", failure.differences()));
        }
      } catch (InvalidInputException e) {
        e.problems().forEach(problem -> add(of(Code.CASE_FAILS, problem)));
      }
    }
    results.forEach(
        (type, run) ->
            CaseReport.coverage(folder.book().layers(pack.id(), type), run).lines().stream()
                .filter(line -> !line.missing().isEmpty())
                .forEach(line -> notExercised(type, line)));
  }

  private void notExercised(String type, CaseCoverage.Line line) {
    boolean own = line.rule().pack().equals(pack.id());
    add(
        Code.NOT_EXERCISED,
        own ? place(line.rule()) : typePlace(type),
        "no case shows `"
            + line.term()
            + "` "
            + (own ? "" : "of " + folder.where(line.rule()) + " ")
            + line.missing().stream().map(PackCheck::words).collect(Collectors.joining(", or ")));
  }

  private static String words(CaseCoverage.Side side) {
    return switch (side) {
      case MET -> "met";
      case UNMET_OR_REFERRED -> "unmet or left to the hub";
      case EVIDENCE_MISSING -> "with missing evidence";
      case POLICY_SILENT -> "without a figure";
    };
  }
}
