package org.tfm.rules.book;

import static java.util.Objects.requireNonNull;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Maps;
import com.google.common.collect.Sets;
import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tfm.model.assessment.Terms;
import org.tfm.model.assessment.TermsLookup;
import org.tfm.model.criterion.Fact;
import org.tfm.model.document.Application;
import org.tfm.model.document.Document;
import org.tfm.model.document.Facts;
import org.tfm.model.document.Participation;
import org.tfm.model.document.Progress;
import org.tfm.model.document.WorkGroup;
import org.tfm.model.json.LibraryVersions;
import org.tfm.model.json.TfmJson;
import org.tfm.model.problem.DidYouMean;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.Hub;
import org.tfm.model.programme.HubArea;
import org.tfm.model.programme.HubProfile;
import org.tfm.model.programme.Hubs;
import org.tfm.model.programme.Offering;
import org.tfm.model.programme.WorkGroupType;
import org.tfm.model.school.Country;
import org.tfm.model.school.EstablishmentType;
import org.tfm.model.school.PartialSchoolKind;
import org.tfm.model.school.Phase;
import org.tfm.model.school.School;
import org.tfm.model.school.SchoolKind;
import org.tfm.model.style.Internal;
import org.tfm.model.term.Provenance;
import org.tfm.model.term.Source;
import org.tfm.rules.pack.CitedArea;
import org.tfm.rules.pack.PackArchive;
import org.tfm.rules.pack.PackFiles;
import org.tfm.rules.pack.PublisherSketch;

/**
 * The policies of many hubs and years: packs loaded together.
 *
 * <p>Immutable and thread-safe; build one and share it. A bundled pack is read when it is first
 * needed, or by {@link #warmUp}. The book reads no clock: every request names its academic year.
 */
public final class PolicyBook implements TermsLookup {

  static {
    LibraryVersions.check();
  }

  /** The year in which {@link #warmUp} tries packs for any year. */
  private static final AcademicYear ANY_YEAR = AcademicYear.startingIn(2022);

  private final ImmutableSortedMap<String, PackEntry> packs;
  private final ImmutableMap<String, Supplier<PackPolicy>> policies;
  private final ImmutableList<BrokenPack> broken;
  private final String hash;
  private final String library = Library.version();
  private final ImmutableSortedSet<String> types;
  private final ImmutableSortedSet<String> hubIds;
  private final DecisionListener listener;
  private final Map<Offering, Chain> chains = new ConcurrentHashMap<>();
  private final Map<Stretch, OfferingPolicy> offerings = new ConcurrentHashMap<>();
  private final Map<Offering, OfferingPolicy> onFirstDay = new ConcurrentHashMap<>();

  /** The packs of an offering, bases first, and the days on which their terms can change. */
  private record Chain(ImmutableList<PackPolicy> layers, ImmutableSortedSet<LocalDate> turns) {

    /** The first day of the period that contains the day. */
    LocalDate start(LocalDate day) {
      LocalDate turn = turns.floor(day);
      return turn == null ? LocalDate.MIN : turn;
    }
  }

  /** The key of a period: its offering and its first day. */
  private record Stretch(Offering offering, LocalDate first) {}

  private PolicyBook(
      Map<String, PackEntry> packs,
      Map<String, Supplier<PackPolicy>> policies,
      List<BrokenPack> broken,
      DecisionListener listener) {
    this.listener = listener;
    this.broken = ImmutableList.copyOf(broken);
    this.packs = ImmutableSortedMap.copyOf(packs);
    this.policies = ImmutableMap.copyOf(policies);
    this.types =
        Stream.concat(
                WorkGroupType.known().keySet().stream(),
                packs.values().stream()
                    .flatMap(
                        pack ->
                            Stream.concat(
                                pack.offers().stream(),
                                pack.types().values().stream()
                                    .flatMap(
                                        type ->
                                            Stream.concat(
                                                Stream.of(type.id()),
                                                type.alsoCalled().stream())))))
            .collect(ImmutableSortedSet.toImmutableSortedSet(Comparator.naturalOrder()));
    this.hubIds =
        Stream.concat(
                Hubs.known().keySet().stream(),
                packs.values().stream().map(pack -> pack.hub().id()))
            .collect(ImmutableSortedSet.toImmutableSortedSet(Comparator.naturalOrder()));
    Hasher hasher = Hashing.sha256().newHasher();
    this.packs.forEach(
        (id, pack) ->
            hasher
                .putString(id, StandardCharsets.UTF_8)
                .putByte((byte) 0)
                .putString(pack.hash(), StandardCharsets.UTF_8)
                .putByte((byte) 0));
    this.hash = "sha256:" + hasher.hash();
  }

  /** Returns a book of the packs that come with the library. */
  public static PolicyBook bundled() {
    return builder().bundledPacks().build();
  }

  /** Returns an empty builder. */
  public static Builder builder() {
    return builder(PackCompiler.MOST_TOGETHER);
  }

  /** Returns an empty builder with another limit of the work of compiling all packs. */
  static Builder builder(long mostCompiled) {
    return new Builder(mostCompiled);
  }

  /** The packs in the order of their ids. */
  public ImmutableList<PackEntry> packs() {
    return packs.values().asList();
  }

  /**
   * The problems of the packs that {@link Builder#buildLoadable} left out; empty for a book of
   * {@link Builder#build}.
   */
  public ImmutableList<Problem> notLoaded() {
    return broken.stream()
        .flatMap(pack -> pack.problems().stream())
        .distinct()
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * Returns the problem that a pack of a hub for a year, or for any, does not load; empty if all
   * do.
   *
   * @hidden
   */
  @Internal
  public Optional<Problem> notLoaded(String hub, AcademicYear year) {
    requireNonNull(hub, "hub");
    requireNonNull(year, "year");
    return broken.stream()
        .filter(pack -> pack.isOf(hub, year))
        .findFirst()
        .map(BrokenPack::problem);
  }

  /** The SHA-256 of the packs' ids and hashes, such as {@code sha256:…}. */
  public String hash() {
    return hash;
  }

  /**
   * Finds a source document of a pack; empty if the book does not have the pack, or the pack does
   * not list the source. A pack does not share the ids of its sources with others, not even with
   * those it extends: look up a citation in the pack of the {@link Provenance} beside it.
   *
   * @param pack the id of the pack, such as {@code cheshire-wirral/2022-23}
   * @param id the id of the source in that pack
   */
  public Optional<Source> findSource(String pack, String id) {
    requireNonNull(pack, "pack");
    requireNonNull(id, "id");
    return Stream.ofNullable(packs.get(pack))
        .flatMap(entry -> entry.sources().stream())
        .filter(source -> source.id().equals(id))
        .findFirst();
  }

  /** The ids of the work group types that the library knows or a pack of the book offers. */
  public ImmutableSortedSet<String> workGroupTypes() {
    return types;
  }

  /**
   * The profiles of the hubs, by id: those that the library knows and those that have a pack.
   *
   * <p>The name is that of the latest pack of the hub; the area is that of its latest pack with
   * one.
   */
  public ImmutableSortedMap<String, HubProfile> hubs() {
    Map<String, HubProfile> hubs = new TreeMap<>(Hubs.known());
    packs.values().stream()
        .filter(pack -> !pack.hub().id().equals(Hubs.NATIONAL))
        .sorted(Comparator.comparing(pack -> pack.year().map(AcademicYear::start).orElse(0)))
        .forEach(pack -> hubs.put(pack.hub().id(), profile(pack, hubs.get(pack.hub().id()))));
    return ImmutableSortedMap.copyOf(hubs);
  }

  /** Returns the name of a hub, or of the network; its id if the book does not know it. */
  public String hubName(String id) {
    requireNonNull(id, "id");
    return Optional.ofNullable(hubs().get(id))
        .map(HubProfile::hub)
        .or(
            () ->
                packs.values().stream()
                    .map(PackEntry::hub)
                    .filter(hub -> hub.id().equals(id))
                    .findFirst())
        .map(Hub::name)
        .orElse(id);
  }

  private static HubProfile profile(PackEntry pack, @Nullable HubProfile known) {
    Hub hub = pack.hub();
    HubProfile named =
        known == null
            ? new HubProfile(
                hub,
                ImmutableList.of(),
                ImmutableList.of(),
                HubArea.unknown(hub.id()),
                Optional.empty(),
                Optional.empty())
            : new HubProfile(
                hub,
                HubNames.others(hub, known),
                known.leadSchools(),
                known.area(),
                known.source(),
                known.remarks());
    return pack.area().map(stated -> corrected(named, stated, pack)).orElse(named);
  }

  private static HubProfile corrected(HubProfile named, CitedArea stated, PackEntry pack) {
    Optional<Source> source =
        pack.sources().stream()
            .filter(one -> one.id().equals(stated.citation().source()))
            .findFirst();
    return new HubProfile(
        named.hub(),
        named.alsoCalled(),
        named.leadSchools(),
        stated.area(),
        source.map(one -> new HubProfile.HubSource(one.title(), one.publisher(), one.year())),
        source.flatMap(Source::flaws));
  }

  /**
   * Returns warnings about a valid document: work group types that are not among {@link
   * #workGroupTypes}, and hubs that are not among {@link #hubs}, in its history or of its school.
   * Each warning names its place and the nearest known id.
   */
  public ImmutableList<Problem> warnings(Document document) {
    requireNonNull(document, "document");
    if (!(document instanceof Application application)) {
      return ImmutableList.of();
    }
    ImmutableList<Participation> history = application.history().orElse(ImmutableList.of());
    ImmutableList.Builder<Problem> warnings = ImmutableList.builder();
    for (int i = 0; i < history.size(); i++) {
      String type = history.get(i).type();
      if (!types.contains(type)) {
        warnings.add(
            Problem.of(ProblemCode.UNKNOWN_WORD, "unknown work group type `%s`", type)
                .withHint(DidYouMean.hint(type, types))
                .atValue("/history/" + i + "/type"));
      }
      String at = "/history/" + i + "/hub";
      history.get(i).hub().flatMap(hub -> unknownHub(hub, at)).ifPresent(warnings::add);
    }
    ImmutableList<String> named = application.school().hubs().orElse(ImmutableList.of());
    for (int i = 0; i < named.size(); i++) {
      unknownHub(named.get(i), "/school/hubs/" + i).ifPresent(warnings::add);
    }
    return warnings.build();
  }

  private Optional<Problem> unknownHub(String hub, String pointer) {
    return hubIds.contains(hub)
        ? Optional.empty()
        : Optional.of(
            Problem.of(ProblemCode.UNKNOWN_WORD, "unknown hub `%s`", hub)
                .withHint(DidYouMean.hint(hub, hubIds))
                .atValue(pointer));
  }

  /** The type as the pack names it, or else the nearest of its bases that does. */
  private WorkGroupType type(PackEntry pack, String id) {
    WorkGroupType own = pack.types().get(id);
    if (own != null) {
      return own;
    }
    return pack.bases().stream()
        .map(packs::get)
        .filter(Objects::nonNull)
        .map(base -> type(base, id))
        .filter(type -> !type.equals(WorkGroupType.of(id)))
        .findFirst()
        .orElseGet(() -> WorkGroupType.of(id));
  }

  /**
   * The type of work group of an offering, with the title that it has in the year of its pack; as
   * the library knows it if the book does not have the offering.
   */
  public WorkGroupType type(Offering offering) {
    requireNonNull(offering, "offering");
    return findPack(offering)
        .map(pack -> type(pack, offering.type()))
        .orElseGet(() -> WorkGroupType.of(offering.type()));
  }

  /**
   * The offerings that the book has a policy for, by hub, year and type. A pack for any year has
   * entries without a year.
   */
  public ImmutableList<OfferingEntry> offerings() {
    return packs.values().stream()
        .flatMap(
            pack ->
                pack.offers().stream()
                    .map(
                        type ->
                            new OfferingEntry(
                                pack.hub(), type(pack, type), pack.year(), pack.id())))
        .sorted(
            Comparator.comparing((OfferingEntry entry) -> entry.hub().id())
                .thenComparing(entry -> entry.year().map(AcademicYear::start).orElse(0))
                .thenComparing(entry -> entry.type().id()))
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * Reads all packs and makes one decision for each offering: the first request is then as fast as
   * later ones.
   *
   * @return this book
   */
  public PolicyBook warmUp() {
    School school =
        School.builder()
            .urn(100_000)
            .phase(Phase.PRIMARY)
            .establishmentType(EstablishmentType.COMMUNITY_SCHOOL)
            .country(Country.ENGLAND)
            .build();
    offerings().stream()
        .map(entry -> entry.in(entry.year().orElse(ANY_YEAR)))
        .filter(this::isOffered)
        .forEach(
            offering ->
                decide(
                    readApplication(
                        TfmJson.write(
                            Application.builder().offering(offering).school(school).build()))));
    return this;
  }

  /** Whether the book has a policy for the offering. */
  public boolean isOffered(Offering offering) {
    requireNonNull(offering, "offering");
    return chains.containsKey(offering.ofYear())
        || (findPack(offering).isPresent() && findBroken(offering).isEmpty());
  }

  /**
   * Parses an application and validates its form, its offering and its answers.
   *
   * @throws InvalidInputException with all problems of the document
   */
  public Application readApplication(String json) {
    return read(json, Application.class);
  }

  /**
   * Parses a work group and validates its form, its offering and its answers.
   *
   * @throws InvalidInputException with all problems of the document
   */
  public WorkGroup readGroup(String json) {
    return read(json, WorkGroup.class);
  }

  /**
   * Parses a school's progress and validates its form, its offering and its answers.
   *
   * @throws InvalidInputException with all problems of the document
   */
  public Progress readProgress(String json) {
    return read(json, Progress.class);
  }

  private <T extends Document> T read(String json, Class<T> type) {
    return TfmJson.reader().read(requireNonNull(json, "json"), type, this::problems);
  }

  /**
   * Returns the problems of a well-formed document: an offering that the book does not have, and
   * answers that its policy does not ask for.
   */
  public ImmutableList<Problem> problems(Document document) {
    requireNonNull(document, "document");
    Offering offering = document.offering();
    if (isOffered(offering)) {
      return document.answerProblems(terms(offering, document.schoolKind()).answerFacts());
    }
    return ImmutableList.<Problem>builder()
        .add(unknown(offering))
        .addAll(refusedByAll(document))
        .build();
  }

  /** The answers that no policy of the book accepts, for a document of an unknown offering. */
  private List<Problem> refusedByAll(Document document) {
    List<Problem> refused = new ArrayList<>(document.answerProblems(Facts.answers()));
    for (PackEntry pack : packs.values()) {
      if (refused.isEmpty()) {
        break;
      }
      Map<String, Fact> known = new LinkedHashMap<>(Facts.answers());
      policy(pack.id()).answers().forEach(fact -> known.put(fact.id(), fact));
      refused.retainAll(document.answerProblems(ImmutableMap.copyOf(known)));
    }
    return refused;
  }

  /**
   * Decides on a document by the terms for its kind of school on a day.
   *
   * @param day the day whose policy applies; a day before the academic year counts as its first
   *     day, a day after it as its last
   * @throws InvalidInputException with all problems of the document, if the book does not have the
   *     offering or its policy does not ask for one of the answers
   */
  public Decision decide(Document document, LocalDate day) {
    requireNonNull(document, "document");
    requireNonNull(day, "day");
    Offering offering = document.offering();
    if (!isOffered(offering)) {
      throw new InvalidInputException(problems(document));
    }
    PartialSchoolKind kind = document.schoolKind();
    PolicyDay policyDay = day(offering, kind, day);
    Decision decision = new Decision(document, policyDay, terms(offering, kind, policyDay.used()));
    listener.decided(decision);
    return decision;
  }

  /**
   * Decides on a document on the day on which it was submitted, or else on the first day of the
   * academic year.
   *
   * @throws InvalidInputException with all problems of the document, if the book does not have the
   *     offering or its policy does not ask for one of the answers
   */
  public Decision decide(Document document) {
    requireNonNull(document, "document");
    LocalDate first = document.offering().year().firstDay();
    return decide(
        document,
        document instanceof Application application
            ? application.submittedOn().orElse(first)
            : first);
  }

  /**
   * Returns a lookup of the policies of a day, for questions and advice on a document that is
   * decided on that day. The book itself looks up the policies of the first day of the academic
   * year.
   */
  public TermsLookup on(LocalDate day) {
    requireNonNull(day, "day");
    return (offering, kind) -> terms(offering, kind, day);
  }

  /**
   * Returns the day whose policy is used for a requested day, and the days on which the policy
   * changes within the year.
   *
   * @throws InvalidInputException if the book does not have the offering; the message suggests
   *     similar ones
   */
  public PolicyDay day(Offering offering, PartialSchoolKind kind, LocalDate day) {
    requireNonNull(kind, "kind");
    requireNonNull(day, "day");
    AcademicYear year = requireNonNull(offering, "offering").year();
    ImmutableList.Builder<LocalDate> changes = ImmutableList.builder();
    Terms before = terms(offering, kind);
    for (LocalDate turn : chainOf(offering).turns().tailSet(year.firstDay(), false)) {
      if (year.contains(turn)) {
        Terms after = terms(offering, kind, turn);
        if (!isSame(before, after)) {
          changes.add(turn);
        }
        before = after;
      }
    }
    return new PolicyDay(day, PolicyDay.within(year, day), changes.build());
  }

  private static boolean isSame(Terms one, Terms other) {
    return one.terms().equals(other.terms())
        && one.unsettled().equals(other.unsettled())
        && one.alternatives().equals(other.alternatives());
  }

  /**
   * Returns the terms for an offering and a kind of school.
   *
   * @throws InvalidInputException if the book does not have the offering; the message suggests
   *     similar ones
   */
  public Terms terms(Offering offering, SchoolKind kind) {
    requireNonNull(offering, "offering");
    return terms(offering, PartialSchoolKind.of(kind));
  }

  /**
   * Returns the terms for an offering and an unknown kind of school, for assessing a work group.
   *
   * @throws InvalidInputException if the book does not have the offering; the message suggests
   *     similar ones
   */
  public Terms terms(Offering offering) {
    requireNonNull(offering, "offering");
    return terms(offering, PartialSchoolKind.unknown());
  }

  /**
   * Returns the terms for an offering and a partly known kind of school on the first day of the
   * academic year. Terms that depend on unknown facts are listed separately.
   *
   * @throws InvalidInputException if the book does not have the offering; the message suggests
   *     similar ones
   */
  @Override
  public Terms terms(Offering offering, PartialSchoolKind kind) {
    requireNonNull(kind, "kind");
    requireNonNull(offering, "offering");
    Offering ofYear = offering.ofYear();
    OfferingPolicy policy = onFirstDay.get(ofYear);
    if (policy == null) {
      policy = policy(ofYear, offering.year().firstDay());
      onFirstDay.put(ofYear, policy);
    }
    return policy.terms(kind);
  }

  /**
   * Returns the terms for an offering and a partly known kind of school on a day, for a policy that
   * changes within its year. A day before the year counts as its first day, a day after it as its
   * last.
   *
   * @throws InvalidInputException if the book does not have the offering; the message suggests
   *     similar ones
   */
  public Terms terms(Offering offering, PartialSchoolKind kind, LocalDate day) {
    requireNonNull(kind, "kind");
    requireNonNull(offering, "offering");
    requireNonNull(day, "day");
    LocalDate used = PolicyDay.within(offering.year(), day);
    return policy(offering.ofYear(), used).terms(kind, used);
  }

  /** The policy of the period that contains the day; the year's first day dates its own period. */
  private OfferingPolicy policy(Offering offering, LocalDate day) {
    Chain chain = chainOf(offering);
    LocalDate first = offering.year().firstDay();
    Stretch stretch = new Stretch(offering, chain.start(day));
    OfferingPolicy policy = offerings.get(stretch);
    if (policy == null) {
      LocalDate date = chain.start(first).equals(stretch.first()) ? first : day;
      ImmutableList<PackPolicy> layers = chain.layers();
      policy =
          offerings.computeIfAbsent(
              stretch, s -> new OfferingPolicy(offering, layers, date, hash, library));
    }
    return policy;
  }

  /** Finds the pack of the offering's year, or else one for any year. */
  private Optional<PackEntry> findPack(Offering offering) {
    return packs.values().stream()
        .filter(pack -> pack.hub().id().equals(offering.hub()))
        .filter(pack -> pack.offers().contains(offering.type()))
        .filter(pack -> pack.year().map(offering.year()::equals).orElse(true))
        .max(Comparator.comparing(pack -> pack.year().isPresent()));
  }

  private Chain chainOf(Offering offering) {
    Chain chain = chains.get(offering);
    return chain == null ? chains.computeIfAbsent(offering, this::chain) : chain;
  }

  /** Finds the pack that does not load but may be the policy of the offering. */
  private Optional<BrokenPack> findBroken(Offering offering) {
    return broken.stream().filter(pack -> pack.concerns(offering, findPack(offering))).findFirst();
  }

  private Chain chain(Offering offering) {
    PackEntry pack =
        findPack(offering)
            .filter(found -> findBroken(offering).isEmpty())
            .orElseThrow(() -> new InvalidInputException(unknown(offering)));
    Map<String, PackPolicy> needed = new LinkedHashMap<>();
    collect(pack.id(), needed);
    PackPolicy own = policy(pack.id());
    ImmutableList<PackPolicy> layers = OwnArea.in(Layers.chain(own, needed));
    return new Chain(layers, KindGroups.turns(layers, offering.type()));
  }

  /**
   * Returns the layers of a pack for a type of work group.
   *
   * @throws IllegalArgumentException if the book does not have the pack
   * @hidden
   */
  @Internal
  public PolicyLayers layers(String pack, String type) {
    Map<String, PackPolicy> needed = new LinkedHashMap<>();
    collect(pack, needed);
    return new PolicyLayers(OwnArea.in(Layers.chain(policy(pack), needed)), type, hash);
  }

  /**
   * Returns a pack as data, to be loaded later without its rule files.
   *
   * @throws IllegalArgumentException if the book does not have the pack
   */
  public PackSnapshot snapshot(String pack) {
    requireNonNull(pack, "pack");
    Map<String, PackPolicy> needed = new TreeMap<>();
    collect(pack, needed);
    needed.remove(pack);
    // The policy of a bundled pack was read from JSON, which has its types in another order.
    PackPolicy own = policy(pack).in(requireNonNull(packs.get(pack)).offers());
    return PackSnapshot.of(
        own, ImmutableMap.copyOf(Maps.transformValues(needed, PackPolicy::hash)));
  }

  private void collect(String id, Map<String, PackPolicy> needed) {
    if (!needed.containsKey(id)) {
      PackPolicy policy = policy(id);
      needed.put(id, policy);
      policy.bases().forEach(base -> collect(base, needed));
    }
  }

  private PackPolicy policy(String id) {
    Supplier<PackPolicy> policy = policies.get(id);
    if (policy == null) {
      throw new IllegalArgumentException("the book has no pack `" + id + "`");
    }
    return policy.get();
  }

  private Problem unknown(Offering offering) {
    Optional<BrokenPack> unusable = findBroken(offering);
    if (unusable.isPresent()) {
      return unusable.get().problem();
    }
    List<PackEntry> ofHub =
        packs.values().stream().filter(p -> p.hub().id().equals(offering.hub())).toList();
    if (ofHub.isEmpty()) {
      return Problem.of(ProblemCode.NO_POLICY, "there is no policy of a hub `%s`", offering.hub())
          .withHint(
              Hubs.find(offering.hub())
                  .map(known -> "The " + known.hub().name() + " has no pack here")
                  .orElseGet(() -> DidYouMean.hint(offering.hub(), hubIds)))
          .atValue("/offering/hub");
    }
    List<PackEntry> ofType =
        ofHub.stream().filter(pack -> pack.offers().contains(offering.type())).toList();
    if (ofType.isEmpty()) {
      List<String> types =
          ofHub.stream().flatMap(pack -> pack.offers().stream()).distinct().toList();
      String hint = DidYouMean.hint(offering.type(), types);
      return Problem.of(
              ProblemCode.NO_POLICY,
              "the hub `%s` has no policy for `%s`",
              offering.hub(),
              offering.type())
          .withHint(hint.isEmpty() ? expected(types) : hint)
          .atValue("/offering/type");
    }
    return Problem.of(
            ProblemCode.NO_POLICY,
            "the hub `%s` has no policy for `%s` in %s",
            offering.hub(),
            offering.type(),
            offering.year())
        .withHint(
            expected(
                ofType.stream()
                    .flatMap(pack -> pack.year().stream())
                    .map(AcademicYear::toString)
                    .toList()))
        .atValue("/offering/year");
  }

  private static String expected(Collection<String> words) {
    return (words.size() == 1 ? "Expected " : "Expected one of ") + quoted(words);
  }

  private static String quoted(Collection<String> words) {
    return "`" + String.join("`, `", words) + "`";
  }

  /** Shows the numbers of packs and offerings, and the start of the hash. */
  @Override
  public String toString() {
    return "PolicyBook of "
        + packs.size()
        + (packs.size() == 1 ? " pack, " : " packs, ")
        + packs.values().stream().mapToInt(pack -> pack.offers().size()).sum()
        + " offerings, "
        + hash.substring(0, 19);
  }

  /**
   * Collects packs for a book.
   *
   * <p>Drools compiles all packs except the bundled ones and snapshots: add the dependency {@code
   * org.drools:drools-engine}. Not thread-safe.
   */
  public static final class Builder {

    private static final String COMPILE_AGAIN = "Compile the pack again";

    private final Map<String, PackEntry> packs = new TreeMap<>();
    private final Map<String, Supplier<PackPolicy>> policies = new TreeMap<>();
    private final Map<String, PackPolicy> own = new TreeMap<>();
    private final Map<String, String> folders = new TreeMap<>();
    private final List<Path> read = new ArrayList<>();
    private final Set<String> replaced = new TreeSet<>();
    private final List<BrokenPack> broken = new ArrayList<>();
    private final List<PackSnapshot> snapshots = new ArrayList<>();
    private final long mostCompiled;
    private long compiled;
    private DecisionListener listener = decision -> {};
    private final List<Problem> problems = new ArrayList<>();

    private Builder(long mostCompiled) {
      this.mostCompiled = mostCompiled;
    }

    /** Sets the listener that is told of each decision of the book; replaces an earlier one. */
    public Builder listener(DecisionListener told) {
      listener = requireNonNull(told, "told");
      return this;
    }

    /** Adds the packs that come with the library. */
    public Builder bundledPacks() {
      BundledPacks.entries()
          .forEach(entry -> add(entry, Suppliers.memoize(() -> BundledPacks.policy(entry.id()))));
      return this;
    }

    /** Adds all packs in a folder and its subfolders. */
    public Builder directory(Path folder) {
      requireNonNull(folder, "folder");
      read(folder).forEach(this::files);
      return this;
    }

    /**
     * Adds all packs in a folder and its subfolders. Each replaces an earlier pack with the same id
     * as a newer version of it; packs that extend the earlier one then extend the newer one.
     */
    public Builder replacing(Path folder) {
      requireNonNull(folder, "folder");
      int before = broken.size();
      List<PackFiles> files = read(folder);
      Map<PackFiles, PackPolicy> compiled = new LinkedHashMap<>();
      files.forEach(pack -> compile(pack).ifPresent(policy -> compiled.put(pack, policy)));
      // A pack that does not load leaves no older version of itself behind.
      Stream.concat(
              compiled.values().stream().map(PackPolicy::id),
              broken.subList(before, broken.size()).stream()
                  .flatMap(pack -> pack.publisher().packId().stream()))
          .forEach(
              id -> {
                if (packs.remove(id) != null) {
                  own.remove(id);
                  policies.remove(id);
                  replaced.add(id);
                }
              });
      compiled.forEach((pack, policy) -> add(pack.name(), policy));
      return this;
    }

    /** Adds the pack with these files. */
    public Builder files(PackFiles files) {
      requireNonNull(files, "files");
      compile(files).ifPresent(policy -> add(files.name(), policy));
      return this;
    }

    /** Adds a pack that was compiled ahead of time; it needs no Drools. */
    public Builder snapshot(PackSnapshot snapshot) {
      requireNonNull(snapshot, "snapshot");
      snapshots.add(snapshot);
      add(snapshot.id(), snapshot.policy());
      return this;
    }

    /**
     * Adds all packs that were compiled ahead of time to a folder or its subfolders: the files
     * whose names end in {@value PackSnapshot#SUFFIX}.
     */
    public Builder snapshots(Path folder) {
      requireNonNull(folder, "folder");
      return all(() -> SnapshotFiles.read(folder), this::snapshot);
    }

    /** Reads the packs in a folder; reports a problem if there are none. */
    private List<PackFiles> read(Path folder) {
      List<Path> packFolders;
      List<BrokenPack> misnamed;
      try {
        packFolders = BundledPacks.folders(folder);
        misnamed = BundledPacks.misnamed(folder);
      } catch (InvalidInputException e) {
        problems.addAll(e.problems());
        return List.of();
      }
      broken.addAll(misnamed);
      if (packFolders.isEmpty() && misnamed.isEmpty()) {
        problems.add(
            Problem.of(
                    ProblemCode.NOT_FOUND,
                    "the folder contains no pack; expected a `%s`",
                    PackFiles.PUBLISHER)
                .inFile(folder.toString()));
      }
      List<PackFiles> files = new ArrayList<>();
      for (Path pack : packFolders) {
        try {
          files.add(PackFiles.read(pack));
        } catch (InvalidInputException e) {
          broken.add(
              new BrokenPack(
                  pack.toString(),
                  BundledPacks.publisher(pack.resolve(PackFiles.PUBLISHER)),
                  e.problems()));
        }
      }
      read.addAll(packFolders);
      return files;
    }

    /** Adds all packs in a zip or jar file. */
    public Builder archive(Path archive) {
      requireNonNull(archive, "archive");
      return all(() -> PackArchive.read(archive), this::files);
    }

    /**
     * Adds all packs on the class path whose files are listed, one path a line, in a resource
     * {@code META-INF/tfm-packs}. A pack with a snapshot beside its files is not compiled.
     */
    public Builder classPathPacks(ClassLoader loader) {
      requireNonNull(loader, "loader");
      return all(() -> SnapshotFiles.ofClassPath(loader), this::add);
    }

    private void add(SnapshotFiles.Found found) {
      Optional<PackFiles> files = found.files();
      Optional<PackSnapshot> snapshot = found.snapshot();
      if (snapshot.isEmpty()) {
        files.ifPresent(this::files);
      } else if (files.isPresent() && !files.get().hash().equals(snapshot.get().hash())) {
        problems.add(
            Problem.of(
                    ProblemCode.CONTRADICTION,
                    "the snapshot was not made from the rule files beside it")
                .withHint(COMPILE_AGAIN)
                .inFile(found.folder()));
      } else {
        snapshot(snapshot.get());
      }
    }

    private <T> Builder all(Supplier<ImmutableList<T>> found, Consumer<T> added) {
      try {
        found.get().forEach(added);
      } catch (InvalidInputException e) {
        problems.addAll(e.problems());
      }
      return this;
    }

    private Optional<PackPolicy> compile(PackFiles files) {
      try {
        return Optional.of(CompiledPacks.policy(files, work -> allow(work, files)));
      } catch (InvalidInputException e) {
        broken.add(BrokenPack.of(files, e.problems()));
        return Optional.empty();
      } catch (CancellationException e) {
        throw e;
      } catch (RuntimeException | StackOverflowError e) {
        // A pack on which the loader fails takes no other along.
        broken.add(BrokenPack.of(files, ImmutableList.of(Problem.ofFault(e).inFile(files.name()))));
        return Optional.empty();
      }
    }

    /** Counts the work of compiling a pack; refuses a pack with which it is too much. */
    private void allow(long work, PackFiles files) {
      if (compiled + work > mostCompiled) {
        throw new InvalidInputException(
            Problem.of(
                    ProblemCode.TOO_MUCH,
                    "with this pack, the packs are too much to compile together: %s words; expected"
                        + " at most %s",
                    String.format(Locale.ROOT, "%,d", compiled + work),
                    String.format(Locale.ROOT, "%,d", mostCompiled))
                .withHint("Compile packs ahead of time, or load fewer at once")
                .inFile(files.name()));
      }
      compiled += work;
    }

    private void add(String folder, PackPolicy policy) {
      if (add(policy.entry(), folder, () -> policy)) {
        own.put(policy.id(), policy);
        folders.put(policy.id(), folder);
      }
    }

    /** Adds a pack of the library. */
    void add(PackEntry entry, Supplier<PackPolicy> policy) {
      add(entry, entry.id(), policy);
    }

    /** Adds a pack unless there is one of its id already; that is a problem. */
    private boolean add(PackEntry entry, String folder, Supplier<PackPolicy> policy) {
      boolean isNew = packs.putIfAbsent(entry.id(), entry) == null;
      if (isNew) {
        policies.put(entry.id(), policy);
      } else {
        String other = folders.get(entry.id());
        problems.add(
            Problem.of(
                    ProblemCode.DUPLICATE,
                    "two packs have the id `%s`: this one and that %s",
                    entry.id(),
                    other == null ? "of the library" : "in `" + other + "`")
                .withHint(
                    "If this one is for other types of work group, name it in `publisher.yaml`, such"
                        + " as `part: trials`")
                .inFile(folder));
      }
      return isNew;
    }

    /**
     * Builds the book.
     *
     * @throws InvalidInputException with all problems of all packs
     */
    public PolicyBook build() {
      PolicyBook book = buildLoadable();
      if (!book.broken.isEmpty()) {
        throw new InvalidInputException(
            book.broken.stream()
                .filter(pack -> !pack.onlyByBase())
                .flatMap(pack -> pack.problems().stream())
                .distinct()
                .toList());
      }
      return book;
    }

    /**
     * Builds the book of the packs that load, for a program that answers about one hub although the
     * pack of another has mistakes. {@link PolicyBook#notLoaded} has the problems of the others.
     * The book refuses offerings that a pack with mistakes may be the policy of: no other pack
     * answers in its place. A pack that extends one with mistakes does not load either.
     *
     * @throws InvalidInputException with all problems, if some are not those of a pack: a folder
     *     that cannot be read or contains no pack, two packs with the same id, or two for the same
     *     type of work group
     */
    public PolicyBook buildLoadable() {
      List<BrokenPack> left = new ArrayList<>(broken);
      Map<String, PackEntry> loaded = new TreeMap<>(packs);
      Map<String, PackPolicy> candidates = new TreeMap<>(own);
      Set<String> valid = new TreeSet<>();
      Set<String> moved = leaveOut(candidates, loaded, left, valid, ImmutableSet.of());
      while (!moved.isEmpty()) {
        moved = leaveOut(candidates, loaded, left, valid, moved);
      }
      snapshots.forEach(this::checkBases);
      problems.addAll(Parts.problems(loaded.values(), own.keySet(), PackPlaces.of(folders)));
      if (!problems.isEmpty()) {
        throw new InvalidInputException(
            Stream.concat(
                    problems.stream(), left.stream().flatMap(pack -> pack.problems().stream()))
                .distinct()
                .toList());
      }
      return new PolicyBook(loaded, Maps.filterKeys(policies, loaded::containsKey), left, listener);
    }

    /**
     * Moves the packs that have problems among the others from the loaded ones to the rest.
     *
     * @param valid the packs that had no problems so far
     * @param before the packs that were moved before; those that extend them are validated again
     * @return the packs that were moved
     */
    private Set<String> leaveOut(
        Map<String, PackPolicy> candidates,
        Map<String, PackEntry> loaded,
        List<BrokenPack> left,
        Set<String> valid,
        Set<String> before) {
      Map<String, PackPolicy> all = new TreeMap<>(candidates);
      candidates.values().forEach(pack -> need(pack, loaded, all));
      if (!replaced.isEmpty()) {
        // Packs that extend a replaced pack are validated again with the new one.
        loaded
            .keySet()
            .forEach(id -> all.computeIfAbsent(id, any -> requireNonNull(policies.get(id)).get()));
      }
      Map<String, String> unusable = new TreeMap<>();
      left.forEach(
          pack -> pack.publisher().packId().ifPresent(id -> unusable.put(id, pack.folder())));
      PackPlaces places =
          new PackPlaces(
              ImmutableMap.copyOf(folders),
              ImmutableMap.copyOf(unusable),
              ImmutableList.copyOf(read));
      Set<String> changed = Sets.union(replaced, unusable.keySet());
      Set<String> moved = new TreeSet<>();
      Collection<PackEntry> bundled =
          ImmutableList.copyOf(Maps.filterKeys(loaded, id -> !own.containsKey(id)).values());
      for (PackPolicy pack : all.values()) {
        if (valid.contains(pack.id())
            ? reaches(pack, before, all)
            : candidates.containsKey(pack.id()) || reaches(pack, changed, all)) {
          List<Problem> found = Layers.problems(pack, all, bundled, places);
          if (found.isEmpty()) {
            valid.add(pack.id());
          } else {
            valid.remove(pack.id());
            moved.add(pack.id());
            candidates.remove(pack.id());
            loaded.remove(pack.id());
            left.add(
                new BrokenPack(
                    places.folder(pack.id()),
                    new PublisherSketch(
                        Optional.of(pack.hub().id()), pack.year(), pack.part(), true),
                    ImmutableList.copyOf(found),
                    found.size() == pack.bases().stream().filter(unusable::containsKey).count()));
          }
        }
      }
      return moved;
    }

    /** Reports the packs that a snapshot extends in another version. */
    private void checkBases(PackSnapshot snapshot) {
      snapshot
          .bases()
          .forEach(
              (id, hash) -> {
                PackEntry base = packs.get(id);
                if (base != null && !base.hash().equals(hash)) {
                  problems.add(
                      Problem.of(
                              ProblemCode.CONTRADICTION,
                              "the snapshot was made with another version of the pack `%s`, which"
                                  + " it extends",
                              id)
                          .withHint(COMPILE_AGAIN)
                          .inFile(snapshot.id()));
                }
              });
    }

    private static boolean reaches(
        PackPolicy pack, Set<String> bases, Map<String, PackPolicy> all) {
      return Layers.chain(pack, all).stream().anyMatch(layer -> bases.contains(layer.id()))
          || pack.bases().stream().anyMatch(bases::contains);
    }

    private void need(PackPolicy pack, Map<String, PackEntry> loaded, Map<String, PackPolicy> all) {
      for (String base : pack.bases()) {
        Supplier<PackPolicy> policy = policies.get(base);
        if (policy != null && loaded.containsKey(base) && !all.containsKey(base)) {
          all.put(base, policy.get());
          need(policy.get(), loaded, all);
        }
      }
    }
  }
}
