package org.tfm.rules.pack;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.tfm.model.json.DocumentReader;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;
import org.tfm.model.style.Internal;
import org.tfm.model.term.Citation;

/**
 * A parsed and validated pack: the policy of one publisher for one year.
 *
 * <p>Immutable.
 *
 * @param files the source files
 * @param publisher the contents of {@code publisher.yaml}
 * @param rules the rules, by file, then in the order of the file
 * @param engineSource the rules as the rule engine reads them, by file name
 * @param work how much the rules are to compile, in words of their then-parts
 * @hidden
 */
@Internal
public record Pack(
    PackFiles files,
    Publisher publisher,
    ImmutableList<PackRule> rules,
    ImmutableMap<String, String> engineSource,
    int work) {

  /** The most rules of a pack. */
  static final int MOST_RULES = 900;

  /** The most comparisons in the when-part of a rule. */
  static final int MOST_COMPARED = 100;

  /**
   * The most work of the rule engine for a pack, in words of its then-parts: a comparison takes it
   * as long to compile as {@value #COMPARISON} of them, a rule besides as {@value #RULE}.
   */
  static final int MOST_COMPILED = 28_000;

  private static final String AN_OBJECT = "an object";

  private static final int COMPARISON = 11;
  private static final int RULE = 15;

  /** A reader of YAML with the limits of the JSON reader; tags, anchors and aliases are refused. */
  public static DocumentReader yaml() {
    return PlainYaml.reader();
  }

  /**
   * Reads the text of a YAML file of a pack.
   *
   * @throws InvalidInputException with all problems of the text, or with the places of its
   *     invisible characters
   */
  public static <T> T readYaml(String text, Class<T> type) {
    requireNonNull(text, "text");
    requireNonNull(type, "type");
    Invisible.check(text);
    try {
      return yaml().read(text, type);
    } catch (InvalidInputException e) {
      throw new InvalidInputException(e.problems().stream().map(Pack::inYaml).toList());
    }
  }

  /** Returns a problem in the words of YAML, which has keys with values and no objects. */
  private static Problem inYaml(Problem problem) {
    return problem.what().endsWith(AN_OBJECT)
        ? new Problem(
            problem.code(),
            problem.places(),
            problem.what().substring(0, problem.what().length() - AN_OBJECT.length())
                + "keys with values, such as `key: value`",
            problem.arguments(),
            problem.hint())
        : problem;
  }

  /**
   * Parses and validates the files of a pack.
   *
   * @throws InvalidInputException with all problems of all files
   */
  public static Pack parse(PackFiles files) {
    Problems problems = new Problems();
    Optional<Publisher> publisher = publisher(files, problems);
    if (publisher.isPresent() && files.lacksRules()) {
      problems.add(StrayFiles.noRules(files.name(), ImmutableList.of()));
    }
    ImmutableList.Builder<PackRule> rules = ImmutableList.builder();
    ImmutableMap.Builder<String, String> source = ImmutableMap.builder();
    int work = 0;
    for (Map.Entry<String, String> entry : files.texts().entrySet()) {
      if (entry.getKey().endsWith(".drl")) {
        Problems own = new Problems();
        RuleFile file = RuleParser.parse(entry.getKey(), entry.getValue(), own);
        publisher.ifPresent(p -> new RuleChecker(file.name(), p, own).check(file));
        work += work(file, own);
        if (publisher.isPresent() && own.isEmpty()) {
          file.rules().forEach(rule -> rules.add(rule(file, rule)));
          source.put(file.name(), DrlWriter.write(file));
        }
        own.found().forEach(problem -> problems.add(inPack(files, problem)));
      }
    }
    ImmutableList<PackRule> all = rules.build();
    if (all.size() > MOST_RULES) {
      problems.add(
          Problem.of(
                  ProblemCode.TOO_MUCH,
                  "the pack has %s rules; expected at most %s",
                  all.size(),
                  MOST_RULES)
              .inFile(files.name()));
    }
    if (work > MOST_COMPILED) {
      problems.add(
          Problem.of(
                  ProblemCode.TOO_MUCH,
                  "the rules of the pack are too much to compile: %s words of then-parts, where a"
                      + " comparison counts as %s and a rule as %s; expected at most %s",
                  work,
                  COMPARISON,
                  RULE,
                  MOST_COMPILED)
              .withHint("Split the pack into several")
              .inFile(files.name()));
    }
    problems.throwIfAny();
    return new Pack(files, publisher.orElseThrow(), all, source.buildOrThrow(), work);
  }

  /** Returns how much the rules of a file are to compile. */
  private static int work(RuleFile file, Problems problems) {
    int all = 0;
    for (Rule rule : file.rules()) {
      int own =
          rule.when().stream()
              .flatMap(pattern -> pattern.conditions().stream())
              .mapToInt(Condition::comparisons)
              .sum();
      if (own > MOST_COMPARED) {
        problems.add(
            rule.at(),
            file.name(),
            Problem.of(
                    ProblemCode.TOO_MUCH,
                    "the rule compares with %s words; expected at most %s",
                    own,
                    MOST_COMPARED)
                .withHint("Split it into several rules"));
      }
      all += RULE + own * COMPARISON + rule.then().stream().mapToInt(Pack::words).sum();
    }
    return all;
  }

  private static int words(Expression expression) {
    return expression instanceof Expression.Call call
        ? 1
            + call.on().map(Pack::words).orElse(0)
            + call.arguments().stream().mapToInt(Pack::words).sum()
        : 1;
  }

  private static Problem inPack(PackFiles files, Problem problem) {
    return problem.inFolder(files.name());
  }

  private static Optional<Publisher> publisher(PackFiles files, Problems problems) {
    String file = files.name() + "/" + PackFiles.PUBLISHER;
    String text = files.texts().getOrDefault(PackFiles.PUBLISHER, "");
    try {
      return readYaml(text, PublisherFile.class).publisher(file, YamlLines.of(text), problems);
    } catch (InvalidInputException e) {
      problems.addAll(e.in(file).problems());
      return Optional.empty();
    }
  }

  private static PackRule rule(RuleFile file, Rule rule) {
    Token cites = Objects.requireNonNull(rule.annotations().get(RuleChecker.CITES));
    Token reading = rule.annotations().get(RuleChecker.READING);
    return new PackRule(
        file.enginePackage(),
        rule.name().text(),
        file.name(),
        rule.at().line(),
        citation(cites, Optional.ofNullable(reading).map(Token::text)),
        rule.annotations().containsKey(RuleChecker.PROTECTED),
        Optional.ofNullable(rule.annotations().get(RuleChecker.DEROGATION))
            .map(source -> citation(source, Optional.empty())),
        date(rule, RuleChecker.EFFECTIVE_FROM),
        date(rule, RuleChecker.EFFECTIVE_UNTIL),
        rule.when().stream()
            .filter(pattern -> pattern.type().text().equals("SchoolKind"))
            .flatMap(pattern -> pattern.conditions().stream())
            .flatMap(Pack::asks)
            .collect(ImmutableSet.toImmutableSet()));
  }

  private static Citation citation(Token written, Optional<String> reading) {
    return Citations.of(written.text(), reading);
  }

  private static Optional<LocalDate> date(Rule rule, String annotation) {
    return Optional.ofNullable(rule.annotations().get(annotation))
        .map(written -> LocalDate.parse(written.text()));
  }

  private static Stream<String> asks(Condition condition) {
    if (condition instanceof Condition.Joined joined) {
      return joined.parts().stream().flatMap(Pack::asks);
    }
    if (condition instanceof Condition.Negated negated) {
      return asks(negated.part());
    }
    return Stream.of(
        condition instanceof Condition.Flag flag
            ? flag.property().text()
            : ((Condition.Among) condition).property().text());
  }

  /** The id of the pack, such as {@code cheshire-wirral/2022-23}. */
  public String id() {
    return publisher.packId();
  }
}
