package org.tfm.rules.check;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Streams;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.tfm.model.assessment.Assessment;
import org.tfm.model.assessment.EntitlementFinding;
import org.tfm.model.assessment.Finding;
import org.tfm.model.assessment.Status;
import org.tfm.model.assessment.Terms;
import org.tfm.model.assessment.Verdict;
import org.tfm.model.document.Application;
import org.tfm.model.document.Document;
import org.tfm.model.document.Progress;
import org.tfm.model.document.WorkGroup;
import org.tfm.model.json.DocumentReader;
import org.tfm.model.json.TfmJson;
import org.tfm.model.problem.Blanks;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.PrintableText;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;
import org.tfm.model.programme.Offering;
import org.tfm.model.school.PartialSchoolKind;
import org.tfm.model.term.Strength;
import org.tfm.rules.book.PolicyBook;
import org.tfm.rules.pack.Pack;
import org.tfm.rules.pack.YamlLines;

/**
 * The worked cases of one offering.
 *
 * <p>A case changes a typical document that meets all requirements. The changes are a JSON merge
 * patch: {@code null} removes a key, and lists are replaced as a whole. A case expects exactly the
 * terms that it lists, so it fails as soon as a rule says more or less. It uses the policy of the
 * first day of the academic year unless it names another day. Immutable.
 */
public final class WorkedCases {

  private static final int MOST_CASES = 1_000;
  private static final String NOT_STATED = "not stated";
  private static final String NOT_THERE = "not there";
  private static final Pattern AMOUNT =
      Pattern.compile("[A-Z]{3} [0-9]+\\.[0-9]{2}|" + NOT_STATED + "|" + NOT_THERE);
  private static final String[] KINDS = {"application", "group", "progress"};
  private static final ImmutableList<Class<? extends Document>> SORTS =
      ImmutableList.of(Application.class, WorkGroup.class, Progress.class);

  private final String file;
  private final CaseFile cases;
  private final YamlLines lines;
  private final Supplier<ImmutableList<Document>> documents =
      Suppliers.memoize(this::readDocuments);

  private WorkedCases(String file, CaseFile cases, YamlLines lines) {
    this.file = file;
    this.cases = cases;
    this.lines = lines;
  }

  /** The source of the terms of a case. */
  interface Policy {
    Terms terms(PartialSchoolKind kind, LocalDate day);
  }

  /**
   * Parses a file of cases.
   *
   * @param file the name of the file, for messages
   * @throws InvalidInputException with all problems of the file
   */
  public static WorkedCases read(String file, String text) {
    requireNonNull(file, "file");
    try {
      return new WorkedCases(file, Pack.readYaml(text, CaseFile.class), YamlLines.of(text))
          .checked();
    } catch (InvalidInputException e) {
      throw e.in(file);
    }
  }

  private WorkedCases checked() {
    if (size() > MOST_CASES) {
      throw new InvalidInputException(
          Problem.of(ProblemCode.TOO_MUCH, "%s cases; expected at most %s", size(), MOST_CASES)
              .atKey("/cases"));
    }
    ImmutableList<Problem> problems =
        cases.cases().stream()
            .flatMap(one -> problems(one).map(problem -> inPart(one, problem)))
            .collect(ImmutableList.toImmutableList());
    if (!problems.isEmpty()) {
      throw new InvalidInputException(problems);
    }
    return this;
  }

  private static Stream<Problem> problems(CaseFile.Case one) {
    Stream<Problem> documents =
        documents(one).stream().filter(Optional::isPresent).count() == 1
            ? Stream.empty()
            : Stream.of(
                Problem.of(
                    ProblemCode.MISSING, "expected one of `application`, `group` and `progress`"));
    Stream<Problem> amounts =
        one.expect().amounts().orElse(ImmutableMap.of()).entrySet().stream()
            .filter(amount -> !AMOUNT.matcher(amount.getValue()).matches())
            .map(
                amount ->
                    Problem.of(
                        ProblemCode.INVALID_VALUE,
                        "the amount of `%s` is `%s`; expected one such as `GBP 1000.00`, or `%s`",
                        amount.getKey(),
                        amount.getValue(),
                        NOT_STATED));
    Stream<Problem> name =
        PrintableText.firstInvisible(one.name()).stream()
            .mapToObj(
                at ->
                    Problem.of(
                            ProblemCode.NOT_ALLOWED,
                            "the name contains %s",
                            Blanks.name(one.name().codePointAt(at)))
                        .withHint("Write it on one line, with visible characters only"));
    return Streams.concat(documents, amounts, name);
  }

  /** The documents of the cases, in their order. */
  public ImmutableList<Document> documents() {
    return documents.get();
  }

  private static List<Optional<JsonNode>> documents(CaseFile.Case one) {
    return given(one.application(), one.group(), one.progress());
  }

  /** Turns the null nodes that Jackson gives for absent keys into empty values. */
  private static List<Optional<JsonNode>> given(
      Optional<JsonNode> application, Optional<JsonNode> group, Optional<JsonNode> progress) {
    return Stream.of(application, group, progress)
        .map(one -> one.filter(node -> !node.isNull()))
        .toList();
  }

  /** The offering that the cases are for. */
  public Offering offering() {
    return cases.offering();
  }

  /** The name of the file. */
  public String file() {
    return file;
  }

  /**
   * Runs all cases in the order of the file.
   *
   * @throws InvalidInputException if cases are not valid documents, or the book does not have the
   *     offering
   */
  public ImmutableList<CaseResult> run(PolicyBook book) {
    return run((kind, day) -> book.terms(offering(), kind, day));
  }

  ImmutableList<CaseResult> run(Policy policy) {
    return IntStream.range(0, cases.cases().size())
        .mapToObj(number -> run(number, policy))
        .collect(ImmutableList.toImmutableList());
  }

  /** The number of cases. */
  int size() {
    return cases.cases().size();
  }

  CaseResult run(int number, Policy policy) {
    CaseFile.Case one = cases.cases().get(number);
    LocalDate day = one.asOf().orElse(offering().year().firstDay());
    Document document = documents.get().get(number);
    try {
      Assessment assessment = policy.terms(document.schoolKind(), day).assess(document);
      return new CaseResult(
          one.name(),
          lines.at("/cases/" + number),
          differences(one.expect(), assessment),
          assessment);
    } catch (InvalidInputException e) {
      throw new InvalidInputException(inCase(number, e));
    }
  }

  private List<Problem> inCase(int number, InvalidInputException refused) {
    return refused.problems().stream()
        .map(
            problem ->
                inPart(cases.cases().get(number), problem)
                    .inFile(file, lines.at("/cases/" + number)))
        .toList();
  }

  private static Problem inPart(CaseFile.Case one, Problem problem) {
    return problem.inPart("the case `" + one.name() + "`");
  }

  private ImmutableList<Document> readDocuments() {
    ImmutableList.Builder<Document> read = ImmutableList.builder();
    List<Problem> problems = new ArrayList<>();
    for (int number = 0; number < size(); number++) {
      try {
        read.add(document(cases.cases().get(number)));
      } catch (InvalidInputException e) {
        problems.addAll(inCase(number, e));
      }
    }
    if (!problems.isEmpty()) {
      throw new InvalidInputException(problems);
    }
    return read.build();
  }

  private Document document(CaseFile.Case one) {
    DocumentReader yaml = Pack.yaml();
    List<Optional<JsonNode>> patches = documents(one);
    CaseFile.Documents whole = cases.typical();
    List<Optional<JsonNode>> typical = given(whole.application(), whole.group(), whole.progress());
    int kind = 0;
    while (patches.get(kind).isEmpty()) {
      kind++;
    }
    if (typical.get(kind).isEmpty()) {
      throw new InvalidInputException(
          Problem.of(ProblemCode.MISSING, "missing `%s`, which the case changes", KINDS[kind])
              .atValue("/typical"));
    }
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.set("offering", TfmJson.tree(offering()));
    JsonNode merged =
        merge(merge(document, typical.get(kind).get()), patches.get(kind).orElseThrow());
    return yaml.read(merged, SORTS.get(kind));
  }

  /** Applies a JSON merge patch (RFC 7396). */
  private static JsonNode merge(JsonNode target, JsonNode patch) {
    if (!(patch instanceof ObjectNode changes)) {
      return patch;
    }
    ObjectNode merged =
        target instanceof ObjectNode object
            ? object.deepCopy()
            : JsonNodeFactory.instance.objectNode();
    changes
        .properties()
        .forEach(
            change -> {
              if (change.getValue().isNull()) {
                merged.remove(change.getKey());
              } else {
                merged.set(change.getKey(), merge(merged.path(change.getKey()), change.getValue()));
              }
            });
    return merged;
  }

  private static ImmutableList<String> differences(
      CaseFile.Expected expected, Assessment assessment) {
    List<String> found = new ArrayList<>();
    verdict("verdict", expected.verdict(), assessment.verdict(), found);
    verdict("eligibility", expected.eligibility(), assessment.eligibility(), found);
    verdict("application", expected.application(), assessment.application(), found);
    verdict("commitments", expected.commitments(), assessment.commitments(), found);
    ids("unmet", expected.unmet(), assessment, f -> isBinding(f, Status.UNMET), found);
    ids(
        "missing",
        expected.missing(),
        assessment,
        f -> isBinding(f, Status.EVIDENCE_MISSING),
        found);
    ids("referred", expected.referred(), assessment, f -> isBinding(f, Status.REFERRED), found);
    ids("silent", expected.silent(), assessment, f -> isBinding(f, Status.POLICY_SILENT), found);
    ids(
        "advice",
        expected.advice(),
        assessment,
        f -> f.strength() == Strength.PREFERRED && f.status() == Status.UNMET,
        found);
    expected
        .entitlements()
        .ifPresent(
            entitlements ->
                entitlements.forEach(
                    (id, status) -> {
                      Optional<EntitlementFinding> entitlement =
                          assessment.entitlements().stream()
                              .filter(e -> e.term().equals(id))
                              .findFirst();
                      if (!entitlement.map(e -> e.status() == status).orElse(false)) {
                        found.add(
                            "the entitlement `"
                                + id
                                + "` is "
                                + entitlement.map(e -> e.status().name()).orElse(NOT_THERE)
                                + " instead of "
                                + status);
                      }
                    }));
    expected
        .amounts()
        .ifPresent(
            amounts -> amounts.forEach((id, amount) -> amount(id, amount, assessment, found)));
    if (found.isEmpty() && expected.namesNothing()) {
      found.add(
          "`expect` is empty; expected at least a `verdict`, such as " + assessment.verdict());
    }
    return ImmutableList.copyOf(found);
  }

  private static void amount(
      String id, String expected, Assessment assessment, List<String> found) {
    String actual =
        assessment.entitlements().stream()
            .filter(e -> e.term().equals(id))
            .findFirst()
            .map(e -> e.amount().map(Money::toString).orElse(NOT_STATED))
            .orElse(NOT_THERE);
    if (!actual.equals(expected)) {
      found.add("the amount of `" + id + "` is " + actual + " instead of " + expected);
    }
  }

  private static boolean isBinding(Finding finding, Status status) {
    return finding.strength() != Strength.PREFERRED && finding.status() == status;
  }

  private static void verdict(
      String name, Optional<Verdict> expected, Verdict actual, List<String> found) {
    if (expected.isPresent() && expected.get() != actual) {
      found.add("`" + name + "` is " + actual + " instead of " + expected.get());
    }
  }

  private static void ids(
      String name,
      Optional<ImmutableList<String>> expected,
      Assessment assessment,
      Predicate<Finding> counted,
      List<String> found) {
    ImmutableSortedSet<String> wanted =
        ImmutableSortedSet.copyOf(expected.orElse(ImmutableList.of()));
    ImmutableSortedSet<String> actual =
        assessment.findings().stream()
            .filter(counted)
            .map(Finding::term)
            .collect(ImmutableSortedSet.toImmutableSortedSet(String::compareTo));
    if (!wanted.equals(actual)) {
      found.add("`" + name + "` is " + actual + " instead of " + wanted);
    }
  }
}
