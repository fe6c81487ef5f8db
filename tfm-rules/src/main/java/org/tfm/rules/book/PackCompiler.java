package org.tfm.rules.book;

import com.google.common.base.Throwables;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.drools.compiler.kie.builder.impl.BuildContext;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.compiler.kie.builder.impl.KieContainerImpl;
import org.drools.compiler.kie.builder.impl.KieProject;
import org.drools.compiler.kproject.models.KieBaseModelImpl;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.definition.rule.Rule;
import org.kie.api.runtime.KieContainer;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.Match;
import org.tfm.model.problem.Budget;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.Offering;
import org.tfm.model.school.SchoolKind;
import org.tfm.model.term.Aspect;
import org.tfm.model.term.Provenance;
import org.tfm.model.term.Requirement;
import org.tfm.model.term.RulePlace;
import org.tfm.model.term.Term;
import org.tfm.rules.language.TermsWriter;
import org.tfm.rules.pack.Pack;
import org.tfm.rules.pack.PackRule;

/**
 * Compiles a pack: runs its rules for every type of work group that it offers and every kind of
 * school.
 *
 * <p>Drools decides which rules apply to which schools. A then-part consists of literals, so a rule
 * contributes the same terms wherever it fires. Kinds of school that no rule can distinguish are
 * run once, so a pack needs only a few sessions.
 */
final class PackCompiler {

  /** A placeholder for packs of any year; no rule can use it. */
  private static final AcademicYear ANY_YEAR = AcademicYear.startingIn(2000);

  private static final ClassLoader LOADER =
      new RulesClassLoader(PackCompiler.class.getClassLoader());

  private static final int MOST_FIRINGS = 10_000;

  /**
   * The limit of rules × types × distinguishable kinds of school, so that no pack loads for
   * minutes.
   */
  static final long MOST_TRIED = 10_000_000;

  /**
   * The limit of the work of compiling the packs of a book, in words of then-parts; as for two of
   * the largest packs.
   */
  static final long MOST_TOGETHER = 60_000;

  /** How many of them take as long as one word of a then-part to compile. */
  private static final int TRIED_FOR_A_WORD = 400;

  private final Pack pack;
  private final String id;
  private final ImmutableMap<String, PackRule> rules;
  private final Map<String, ImmutableList<Term>> terms = new HashMap<>();
  private final Map<String, ImmutableList<String>> withdrawals = new HashMap<>();
  private final Map<String, Problem> problems = new HashMap<>();

  private PackCompiler(Pack pack) {
    this.pack = pack;
    this.id = pack.id();
    this.rules =
        pack.rules().stream()
            .collect(
                ImmutableMap.toImmutableMap(
                    rule -> key(rule.packageName(), rule.name()), rule -> rule));
  }

  /**
   * Compiles a pack.
   *
   * @throws InvalidInputException with all problems that appear only when the rules run
   */
  static PackPolicy compile(Pack pack) {
    return new PackCompiler(pack).run();
  }

  /**
   * Returns the work of compiling a pack and running its rules, in words to compile.
   *
   * @throws InvalidInputException if it is too much for one pack
   */
  static long work(Pack pack) {
    PackCompiler compiler = new PackCompiler(pack);
    long kinds = compiler.alike().size();
    compiler.checkWork(kinds);
    return pack.work() + compiler.tried(kinds) / TRIED_FOR_A_WORD;
  }

  private long tried(long kinds) {
    return kinds * pack.publisher().offers().size() * rules.size();
  }

  private static String key(String packageName, String rule) {
    return packageName + "/" + rule;
  }

  private PackPolicy run() {
    if (rules.isEmpty()) {
      // A pack may inherit all its terms.
      return policy(
          Maps.toMap(ImmutableSet.copyOf(pack.publisher().offers()), type -> ImmutableList.of()));
    }
    Map<SchoolKind, KindSet> alike = alike();
    checkWork(alike.size());
    ImmutableMap.Builder<String, ImmutableList<Contribution>> contributions =
        ImmutableMap.builder();
    KieServices services = KieServices.get();
    ReleaseId release = build(services);
    KieContainer container = services.newKieContainer(release, LOADER);
    try {
      KieBase rulesOfPack = rulesOfPack(container);
      for (String type : pack.publisher().offers()) {
        contributions.put(type, contributions(rulesOfPack, type, alike));
      }
    } finally {
      container.dispose();
      services.getRepository().removeKieModule(release);
    }
    if (!problems.isEmpty()) {
      // In the order of the files, not of the engine.
      throw new InvalidInputException(
          rules.keySet().stream()
              .map(problems::get)
              .filter(Objects::nonNull)
              .collect(ImmutableList.toImmutableList()));
    }
    return policy(contributions.buildOrThrow());
  }

  private PackPolicy policy(ImmutableMap<String, ImmutableList<Contribution>> contributions) {
    return new PackPolicy(
        id,
        pack.files().hash(),
        pack.publisher().language(),
        pack.publisher().hub(),
        pack.publisher().area(),
        pack.publisher().year(),
        pack.publisher().bases(),
        pack.publisher().types(),
        pack.publisher().journey(),
        pack.publisher().sources().values().asList(),
        pack.publisher().facts().values().asList(),
        contributions);
  }

  private ReleaseId build(KieServices services) {
    Budget.checkNotInterrupted();
    // A unique release: Drools keeps all releases of the JVM in one list.
    ReleaseId release =
        services.newReleaseId(
            "org.tfm.packs",
            pack.files().hash().replace(':', '-'),
            Long.toString(System.nanoTime()));
    KieFileSystem files = services.newKieFileSystem();
    files.generateAndWritePomXML(release);
    pack.rules().stream()
        .collect(
            ImmutableMap.toImmutableMap(PackRule::file, PackRule::packageName, (one, same) -> one))
        .forEach(
            (file, packageName) ->
                files.write(
                    // Drools logs a warning if a file is not in the folder of its package.
                    "src/main/resources/" + packageName.replace('.', '/') + "/" + file,
                    Objects.requireNonNull(pack.engineSource().get(file))));
    KieBuilder builder =
        services.newKieBuilder(files, LOADER).buildAll(ExecutableModelProject.class);
    List<Message> errors = builder.getResults().getMessages(Message.Level.ERROR);
    if (!errors.isEmpty()) {
      throw new IllegalStateException(
          "the rules of "
              + id
              + " passed validation but do not compile: "
              + errors.stream().map(Message::getText).collect(Collectors.joining("; ")));
    }
    InternalKieModule module = (InternalKieModule) builder.getKieModule();
    module.getFileNames().stream()
        .filter(file -> file.endsWith(".class"))
        .map(module::getBytes)
        .forEach(CompiledRules::check);
    return release;
  }

  /** Does the same as {@link KieContainer#getKieBase} without its two log messages. */
  private static KieBase rulesOfPack(KieContainer container) {
    KieProject project = ((KieContainerImpl) container).getKieProject();
    KieBaseModelImpl model = (KieBaseModelImpl) project.getDefaultKieBaseModel();
    return project
        .getKieModuleForKBase(model.getName())
        .createKieBase(model, project, new BuildContext(), null);
  }

  /** The kinds of school in groups that no rule can distinguish, by the first of each group. */
  private Map<SchoolKind, KindSet> alike() {
    ImmutableSet<String> asked =
        pack.rules().stream()
            .flatMap(rule -> rule.asks().stream())
            .collect(ImmutableSet.toImmutableSet());
    Map<String, List<SchoolKind>> alike =
        SchoolKind.all().stream()
            .collect(
                Collectors.groupingBy(
                    kind -> answers(kind, asked), LinkedHashMap::new, Collectors.toList()));
    Map<SchoolKind, KindSet> groups = new LinkedHashMap<>();
    alike.values().forEach(kinds -> groups.put(kinds.get(0), KindSet.of(kinds)));
    return groups;
  }

  private void checkWork(long kinds) {
    long types = pack.publisher().offers().size();
    if (tried(kinds) > MOST_TRIED) {
      throw new InvalidInputException(
          Problem.of(
                  ProblemCode.TOO_MUCH,
                  "the pack is too large: %s rules for %s types, which distinguish %s kinds of"
                      + " school",
                  rules.size(),
                  types,
                  kinds)
              .withHint("Split it into several packs")
              .inFile(pack.files().name()));
    }
  }

  private ImmutableList<Contribution> contributions(
      KieBase rulesOfPack, String type, Map<SchoolKind, KindSet> alike) {
    Offering offering =
        Offering.of(pack.publisher().hub().id(), type, pack.publisher().year().orElse(ANY_YEAR));
    Map<String, List<KindSet>> applicable = new HashMap<>();
    alike.forEach(
        (first, kinds) -> {
          Budget.checkNotInterrupted();
          for (String fired : fire(rulesOfPack, offering, first)) {
            applicable.computeIfAbsent(fired, any -> new ArrayList<>()).add(kinds);
          }
        });
    // Many rules apply to the same kinds, and share one set.
    Map<List<KindSet>, KindSet> unions = new HashMap<>();
    ImmutableList.Builder<Contribution> contributions = ImmutableList.builder();
    rules.forEach(
        (key, rule) -> {
          if (applicable.containsKey(key) && terms.containsKey(key)) {
            KindSet kinds =
                unions.computeIfAbsent(applicable.getOrDefault(key, List.of()), KindSet::union);
            checkGroupTerms(key, kinds);
            contributions.add(
                new Contribution(
                    new RulePlace(id, rule.file(), rule.line()),
                    terms.getOrDefault(key, ImmutableList.of()),
                    withdrawals.getOrDefault(key, ImmutableList.of()),
                    kinds,
                    rule.guarded(),
                    rule.derogation().isPresent(),
                    rule.from(),
                    rule.until()));
          }
        });
    return contributions.build();
  }

  /** Rejects a group term for some kinds of school only: the schools of a group may differ. */
  private void checkGroupTerms(String key, KindSet kinds) {
    if (!kinds.isAll()) {
      terms.getOrDefault(key, ImmutableList.of()).stream()
          .filter(
              term ->
                  term instanceof Requirement requirement && requirement.aspect() == Aspect.GROUP)
          .findFirst()
          .ifPresent(
              term ->
                  problem(
                      key,
                      "the term `"
                          + term.id()
                          + "` is about a work group, which can have schools of several kinds."
                          + " Remove `SchoolKind` from `when`, and ask about the schools inside"
                          + " `everySchool` or `someSchool`"));
    }
  }

  /** The values of the properties that the rules use, for a kind of school. */
  private static String answers(SchoolKind kind, ImmutableSet<String> asked) {
    return asked.stream()
        .map(
            property ->
                switch (property) {
                  case "special" -> String.valueOf(kind.isSpecial());
                  case "mainstream" -> String.valueOf(kind.isMainstream());
                  case "phase" -> kind.phase().name();
                  case "establishmentType" -> kind.establishmentType().name();
                  case "country" -> kind.country().name();
                  case "funding" -> kind.funding().name();
                  default -> throw new IllegalStateException("unknown property: " + property);
                })
        .collect(Collectors.joining(","));
  }

  /** Returns the rules that fire; each then-part runs only the first time. */
  private List<String> fire(KieBase rulesOfPack, Offering offering, SchoolKind kind) {
    while (true) {
      List<String> fired = new ArrayList<>();
      TermsWriter writer = new TermsWriter(pack.publisher().facts());
      String[] running = {""};
      KieSession session = rulesOfPack.newKieSession();
      try {
        session.setGlobal("terms", writer);
        session.insert(offering);
        session.insert(kind);
        session.fireAllRules(
            match -> {
              finish(running[0], writer);
              running[0] = "";
              String key = keyOf(match);
              fired.add(key);
              if (terms.containsKey(key) || problems.containsKey(key)) {
                return false;
              }
              start(key, writer);
              running[0] = key;
              return true;
            },
            MOST_FIRINGS);
        finish(running[0], writer);
        return fired;
      } catch (RuntimeException e) {
        // Only the first mistake of a rule is reported; the other rules run again without it.
        problem(running[0], e);
      } finally {
        session.dispose();
      }
    }
  }

  private static String keyOf(Match match) {
    Rule rule = match.getRule();
    return key(rule.getPackageName(), rule.getName());
  }

  private PackRule rule(String key) {
    PackRule rule = rules.get(key);
    if (rule == null) {
      throw new IllegalStateException("the pack has no rule " + key);
    }
    return rule;
  }

  private void start(String key, TermsWriter writer) {
    PackRule rule = rule(key);
    writer.clear();
    writer.rule(
        rule.citation(),
        new Provenance(id, rule.file(), rule.line(), ImmutableList.of(), rule.derogation()));
  }

  private void finish(String key, TermsWriter writer) {
    if (!key.isEmpty()) {
      terms.put(key, new OtherNames(pack.publisher().types()).in(writer.written()));
      withdrawals.put(key, writer.withdrawals());
    }
  }

  private void problem(String key, RuntimeException e) {
    Throwable cause = Throwables.getRootCause(e);
    if (key.isEmpty()
        || !(cause instanceof IllegalArgumentException || cause instanceof IllegalStateException)) {
      throw e;
    }
    problem(key, String.valueOf(cause.getMessage()));
  }

  private void problem(String key, String what) {
    PackRule rule = rule(key);
    problems.put(
        key,
        Problem.of(ProblemCode.INVALID_VALUE, "in the rule `%s`, %s", rule.name(), what)
            .inFile(pack.files().name() + "/" + rule.file(), rule.line()));
  }
}
