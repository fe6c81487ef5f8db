package org.tfm.rules.book;

import static java.util.Objects.requireNonNull;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.tfm.model.assessment.Terms;
import org.tfm.model.assessment.TermsLookup;
import org.tfm.model.criterion.Fact;
import org.tfm.model.document.Answers;
import org.tfm.model.document.Application;
import org.tfm.model.document.Document;
import org.tfm.model.document.Facts;
import org.tfm.model.document.Participation;
import org.tfm.model.document.Progress;
import org.tfm.model.document.WorkGroup;
import org.tfm.model.json.TfmJson;
import org.tfm.model.problem.DidYouMean;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.Offering;
import org.tfm.model.programme.WorkGroupType;
import org.tfm.model.school.Country;
import org.tfm.model.school.EstablishmentType;
import org.tfm.model.school.PartialSchoolKind;
import org.tfm.model.school.Phase;
import org.tfm.model.school.School;
import org.tfm.model.school.SchoolKind;
import org.tfm.model.style.Internal;
import org.tfm.model.term.Source;
import org.tfm.rules.pack.ClassPathPacks;
import org.tfm.rules.pack.PackArchive;
import org.tfm.rules.pack.PackFiles;

/**
 * Packs loaded together: the policies of many hubs and years.
 *
 * <p>Immutable and thread-safe; build one and share it. A bundled pack is read when an offering of
 * its own is first asked for, unless {@link #warmUp} reads it before. The book reads no clock:
 * every question names its academic year.
 */
public final class PolicyBook implements TermsLookup {

  /** A year to try the packs with that are for any year. */
  private static final AcademicYear ANY_YEAR = AcademicYear.startingIn(2022);

  private final ImmutableSortedMap<String, PackEntry> packs;
  private final ImmutableMap<String, Supplier<PackPolicy>> policies;
  private final String hash;
  private final String library = Library.version();
  private final ImmutableSortedSet<String> types;
  private final Map<Offering, Chain> chains = new ConcurrentHashMap<>();
  private final Map<Stretch, OfferingPolicy> offerings = new ConcurrentHashMap<>();
  private final Map<Offering, OfferingPolicy> onFirstDay = new ConcurrentHashMap<>();

  /**
   * The packs of an offering, and the days on which some rule of theirs starts to or ceases to
   * hold.
   */
  private record Chain(ImmutableList<PackPolicy> layers, ImmutableSortedSet<LocalDate> turns) {

    /** The first day of the stretch that the day is in. */
    LocalDate start(LocalDate day) {
      LocalDate turn = turns.floor(day);
      return turn == null ? LocalDate.MIN : turn;
    }
  }

  /** The days from one turn to the next. */
  private record Stretch(Offering offering, LocalDate first) {}

  private PolicyBook(Map<String, PackEntry> packs, Map<String, Supplier<PackPolicy>> policies) {
    this.packs = ImmutableSortedMap.copyOf(packs);
    this.policies = ImmutableMap.copyOf(policies);
    this.types =
        Stream.concat(
                WorkGroupType.known().keySet().stream(),
                packs.values().stream().flatMap(pack -> pack.offers().stream()))
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

  /** The book of the packs that come with the library. */
  public static PolicyBook bundled() {
    return builder().bundledPacks().build();
  }

  /** An empty builder. */
  public static Builder builder() {
    return new Builder();
  }

  /** The packs, in the order of their ids. */
  public ImmutableList<PackEntry> packs() {
    return packs.values().asList();
  }

  /** The SHA-256 of the packs' ids and hashes, such as {@code sha256:…}. */
  public String hash() {
    return hash;
  }

  /** The document of this id, if a pack cites it. */
  public Optional<Source> findSource(String id) {
    requireNonNull(id, "id");
    return packs.values().stream()
        .flatMap(pack -> pack.sources().stream())
        .filter(source -> source.id().equals(id))
        .findFirst();
  }

  /** The ids of the work group types that the library knows or a pack of the book offers. */
  public ImmutableSortedSet<String> workGroupTypes() {
    return types;
  }

  /**
   * What is perhaps a mistake in a document that can be assessed: a work group type in its history
   * that is none of {@link #workGroupTypes}. Each names its place and the nearest type.
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
    }
    return warnings.build();
  }

  /**
   * Every offering that the book has a policy for, by hub, year and type. A pack for any year has
   * one entry without a year.
   */
  public ImmutableList<OfferingEntry> offerings() {
    return packs.values().stream()
        .flatMap(
            pack ->
                pack.offers().stream()
                    .map(
                        type ->
                            new OfferingEntry(
                                pack.hub(), WorkGroupType.of(type), pack.year(), pack.id())))
        .sorted(
            Comparator.comparing((OfferingEntry entry) -> entry.hub().id())
                .thenComparing(entry -> entry.year().map(AcademicYear::start).orElse(0))
                .thenComparing(entry -> entry.type().id()))
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * Reads every pack that was not read yet, and decides once on each offering, so that the first
   * request is as fast as those that follow.
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
    offerings()
        .forEach(
            entry ->
                decide(
                    readApplication(
                        TfmJson.write(
                            Application.builder()
                                .offering(entry.in(entry.year().orElse(ANY_YEAR)))
                                .school(school)
                                .build()))));
    return this;
  }

  /** Whether the book has a policy for the offering. */
  public boolean isOffered(Offering offering) {
    requireNonNull(offering, "offering");
    return chains.containsKey(offering) || findPack(offering).isPresent();
  }

  /**
   * The application in a JSON document: its form, its offering and its answers checked at once.
   *
   * @throws InvalidInputException with every problem of the document
   */
  public Application readApplication(String json) {
    return read(json, Application.class);
  }

  /**
   * The work group in a JSON document: its form, its offering and its answers checked at once.
   *
   * @throws InvalidInputException with every problem of the document
   */
  public WorkGroup readGroup(String json) {
    return read(json, WorkGroup.class);
  }

  /**
   * The year's progress in a JSON document: its form, its offering and its answers checked at once.
   *
   * @throws InvalidInputException with every problem of the document
   */
  public Progress readProgress(String json) {
    return read(json, Progress.class);
  }

  private <T extends Document> T read(String json, Class<T> type) {
    return TfmJson.reader().read(requireNonNull(json, "json"), type, this::problems);
  }

  /**
   * What the policy refuses in a document whose form is right: an offering that the book does not
   * have, and answers that nobody asks for.
   */
  public ImmutableList<Problem> problems(Document document) {
    requireNonNull(document, "document");
    Offering offering = document.offering();
    if (isOffered(offering)) {
      return document.answers().problems(terms(offering, document.schoolKind()).answerFacts());
    }
    return ImmutableList.<Problem>builder()
        .add(unknown(offering))
        .addAll(refusedByAll(document.answers()))
        .build();
  }

  /** What no policy of the book takes, for a document that is for none of them. */
  private List<Problem> refusedByAll(Answers answers) {
    List<Problem> refused = new ArrayList<>(answers.problems(Facts.answers()));
    for (PackEntry pack : packs.values()) {
      if (refused.isEmpty()) {
        break;
      }
      Map<String, Fact> known = new LinkedHashMap<>(Facts.answers());
      policy(pack.id()).facts().forEach(fact -> known.put(fact.id(), fact));
      refused.retainAll(answers.problems(ImmutableMap.copyOf(known)));
    }
    return refused;
  }

  /**
   * The decision on a document, by the terms of its own kind of school on a day.
   *
   * @param day the day whose policy is meant; a day before the academic year counts as its first
   *     day, a day after it as its last
   * @throws InvalidInputException with every problem of the document, if the book has no such
   *     offering or its policy does not ask for an answer
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
    return new Decision(document, policyDay, terms(offering, kind, policyDay.used()));
  }

  /**
   * The decision on a document, on the day on which it was handed in, or else on the first day of
   * the academic year.
   *
   * @throws InvalidInputException with every problem of the document, if the book has no such
   *     offering or its policy does not ask for an answer
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
   * The day whose policy is used for a day, and on which days of the year the policy changes.
   *
   * @throws InvalidInputException if the book has no such offering; the message names near ones
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
   * What the policy says for an offering and a kind of school.
   *
   * @throws InvalidInputException if the book has no such offering; the message names near ones
   */
  public Terms terms(Offering offering, SchoolKind kind) {
    requireNonNull(offering, "offering");
    return terms(offering, PartialSchoolKind.of(kind));
  }

  /**
   * What the policy says for an offering, whatever the school; for assessing a work group.
   *
   * @throws InvalidInputException if the book has no such offering; the message names near ones
   */
  public Terms terms(Offering offering) {
    requireNonNull(offering, "offering");
    return terms(offering, PartialSchoolKind.unknown());
  }

  /**
   * What the policy says for an offering and what is known of a school's kind, on the first day of
   * the offering's year. Terms that depend on what is not known are kept apart.
   *
   * @throws InvalidInputException if the book has no such offering; the message names near ones
   */
  @Override
  public Terms terms(Offering offering, PartialSchoolKind kind) {
    requireNonNull(kind, "kind");
    requireNonNull(offering, "offering");
    OfferingPolicy policy = onFirstDay.get(offering);
    if (policy == null) {
      policy = policy(offering, offering.year().firstDay());
      onFirstDay.put(offering, policy);
    }
    return policy.terms(kind);
  }

  /**
   * The same on another day, for a policy that changes within its year. A day before the year
   * counts as its first day, a day after it as its last.
   *
   * @throws InvalidInputException if the book has no such offering; the message names near ones
   */
  public Terms terms(Offering offering, PartialSchoolKind kind, LocalDate day) {
    requireNonNull(kind, "kind");
    requireNonNull(offering, "offering");
    requireNonNull(day, "day");
    LocalDate used = PolicyDay.within(offering.year(), day);
    return policy(offering, used).terms(kind, used);
  }

  /** The policy of the stretch of days that the day is in; that of the first day bears its date. */
  private OfferingPolicy policy(Offering offering, LocalDate day) {
    Chain chain = chainOf(offering);
    LocalDate first = offering.year().firstDay();
    Stretch stretch = new Stretch(offering, chain.start(day));
    OfferingPolicy policy = offerings.get(stretch);
    if (policy == null) {
      LocalDate bears = chain.start(first).equals(stretch.first()) ? first : day;
      ImmutableList<PackPolicy> layers = chain.layers();
      policy =
          offerings.computeIfAbsent(
              stretch, s -> new OfferingPolicy(offering, layers, bears, hash, library));
    }
    return policy;
  }

  /** A pack of the offering's own year, or else one for any year. */
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

  private Chain chain(Offering offering) {
    PackEntry pack =
        findPack(offering).orElseThrow(() -> new InvalidInputException(unknown(offering)));
    Map<String, PackPolicy> needed = new LinkedHashMap<>();
    collect(pack.id(), needed);
    PackPolicy own = policy(pack.id());
    ImmutableList<PackPolicy> layers = Layers.chain(own, needed);
    return new Chain(layers, Layers.turns(layers, offering.type()));
  }

  /**
   * What a pack says on a type of work group, laid open for those who check packs.
   *
   * @throws IllegalArgumentException if the book has no such pack
   * @hidden
   */
  @Internal
  public PolicyLayers layers(String pack, String type) {
    Map<String, PackPolicy> needed = new LinkedHashMap<>();
    collect(pack, needed);
    return new PolicyLayers(Layers.chain(policy(pack), needed), type, hash);
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
      throw new IllegalArgumentException("no pack `" + id + "`");
    }
    return policy.get();
  }

  private Problem unknown(Offering offering) {
    List<PackEntry> ofHub =
        packs.values().stream().filter(p -> p.hub().id().equals(offering.hub())).toList();
    if (ofHub.isEmpty()) {
      return Problem.of(
              ProblemCode.NO_POLICY, "no policy of a hub `%s` is in the book", offering.hub())
          .withHint(
              DidYouMean.hint(
                  offering.hub(), packs.values().stream().map(pack -> pack.hub().id()).toList()))
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
          .withHint(hint.isEmpty() ? "Known are " + quoted(types) : hint)
          .atValue("/offering/type");
    }
    return Problem.of(
            ProblemCode.NO_POLICY,
            "the policy of `%s` for `%s` in %s is not in the book",
            offering.hub(),
            offering.type(),
            offering.year())
        .withHint(
            "Known are "
                + quoted(
                    ofType.stream()
                        .flatMap(pack -> pack.year().stream())
                        .map(AcademicYear::toString)
                        .toList()))
        .atValue("/offering/year");
  }

  private static String quoted(Collection<String> words) {
    return "`" + String.join("`, `", words) + "`";
  }

  /** How many packs and offerings there are, and the start of the hash. */
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
   * Gathers packs for a book.
   *
   * <p>Every pack but the bundled ones is compiled by Drools: add the dependency {@code
   * org.drools:drools-engine}. Not thread-safe.
   */
  public static final class Builder {

    private final Map<String, PackEntry> packs = new TreeMap<>();
    private final Map<String, Supplier<PackPolicy>> policies = new TreeMap<>();
    private final Map<String, PackPolicy> own = new TreeMap<>();
    private final Set<String> replaced = new TreeSet<>();
    private final List<Problem> problems = new ArrayList<>();

    private Builder() {}

    /** Adds the packs that come with the library. */
    public Builder bundledPacks() {
      BundledPacks.entries()
          .forEach(entry -> add(entry, Suppliers.memoize(() -> BundledPacks.policy(entry.id()))));
      return this;
    }

    /** Adds every pack in a folder and the folders below it. */
    public Builder directory(Path folder) {
      requireNonNull(folder, "folder");
      read(folder).forEach(this::files);
      return this;
    }

    /**
     * Adds every pack in a folder and the folders below it. A pack that is there already gives way
     * to one of its id, as to a later version of itself; packs that extend it then stand on that.
     */
    public Builder replacing(Path folder) {
      requireNonNull(folder, "folder");
      List<PackPolicy> compiled =
          read(folder).stream().map(this::compile).flatMap(Optional::stream).toList();
      for (PackPolicy policy : compiled) {
        if (packs.remove(policy.id()) != null) {
          own.remove(policy.id());
          replaced.add(policy.id());
        }
      }
      compiled.forEach(this::add);
      return this;
    }

    /** Adds the pack of these files. */
    public Builder files(PackFiles files) {
      requireNonNull(files, "files");
      compile(files).ifPresent(this::add);
      return this;
    }

    /** The packs in a folder; none, and a problem, if there are none. */
    private List<PackFiles> read(Path folder) {
      List<Path> folders;
      try {
        folders = BundledPacks.folders(folder);
      } catch (InvalidInputException e) {
        problems.addAll(e.problems());
        return List.of();
      }
      if (folders.isEmpty()) {
        problems.add(
            Problem.of(
                    ProblemCode.NOT_FOUND,
                    "no pack is in the folder; a pack has a `%s`",
                    PackFiles.PUBLISHER)
                .inFile(folder.toString()));
      }
      List<PackFiles> files = new ArrayList<>();
      for (Path pack : folders) {
        try {
          files.add(PackFiles.read(pack));
        } catch (InvalidInputException e) {
          problems.addAll(e.problems());
        }
      }
      return files;
    }

    /** Adds every pack in a zip or jar file. */
    public Builder archive(Path archive) {
      requireNonNull(archive, "archive");
      return all(() -> PackArchive.read(archive));
    }

    /**
     * Adds every pack on the class path: those whose files are listed, a path on each line, in a
     * resource {@code META-INF/tfm-packs}.
     */
    public Builder classPathPacks(ClassLoader loader) {
      requireNonNull(loader, "loader");
      return all(() -> ClassPathPacks.read(loader));
    }

    private Builder all(Supplier<ImmutableList<PackFiles>> packs) {
      try {
        packs.get().forEach(this::files);
      } catch (InvalidInputException e) {
        problems.addAll(e.problems());
      }
      return this;
    }

    private Optional<PackPolicy> compile(PackFiles files) {
      try {
        return Optional.of(CompiledPacks.policy(files));
      } catch (InvalidInputException e) {
        // Without a rule engine, every pack has the same problem.
        e.problems().stream().filter(problem -> !problems.contains(problem)).forEach(problems::add);
        return Optional.empty();
      }
    }

    private void add(PackPolicy policy) {
      own.put(policy.id(), policy);
      add(policy.entry(), () -> policy);
    }

    void add(PackEntry entry, Supplier<PackPolicy> policy) {
      if (packs.put(entry.id(), entry) != null) {
        problems.add(
            Problem.of(
                    ProblemCode.DUPLICATE,
                    "two packs have this id; a book holds one of each hub and year")
                .inFile(entry.id()));
      }
      policies.put(entry.id(), policy);
    }

    /**
     * The book.
     *
     * @throws InvalidInputException with every problem of every pack; no book is made then
     */
    public PolicyBook build() {
      Map<String, PackPolicy> all = new TreeMap<>(own);
      own.values().forEach(pack -> need(pack, all));
      if (!replaced.isEmpty()) {
        // What stands on a replaced pack was checked on the one that gave way.
        policies.forEach((id, policy) -> all.computeIfAbsent(id, any -> policy.get()));
      }
      all.values().stream()
          .filter(pack -> own.containsKey(pack.id()) || standsOn(pack, replaced, all))
          .forEach(pack -> problems.addAll(Layers.problems(pack, all)));
      if (!problems.isEmpty()) {
        throw new InvalidInputException(problems);
      }
      return new PolicyBook(packs, policies);
    }

    private static boolean standsOn(
        PackPolicy pack, Set<String> bases, Map<String, PackPolicy> all) {
      return Layers.chain(pack, all).stream().anyMatch(layer -> bases.contains(layer.id()));
    }

    private void need(PackPolicy pack, Map<String, PackPolicy> all) {
      for (String base : pack.bases()) {
        Supplier<PackPolicy> policy = policies.get(base);
        if (policy != null && !all.containsKey(base)) {
          all.put(base, policy.get());
          need(policy.get(), all);
        }
      }
    }
  }
}
