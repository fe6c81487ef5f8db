package org.tfm.rules.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.tfm.model.application.Application;
import org.tfm.model.application.Progress;
import org.tfm.model.application.WorkGroup;
import org.tfm.model.assessment.Assessment;
import org.tfm.model.assessment.EntitlementFinding;
import org.tfm.model.assessment.Finding;
import org.tfm.model.assessment.Status;
import org.tfm.model.assessment.Terms;
import org.tfm.model.assessment.Verdict;
import org.tfm.model.json.DocumentReader;
import org.tfm.model.json.TfmJson;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.programme.Offering;
import org.tfm.model.school.KnownKind;
import org.tfm.model.terms.Strength;
import org.tfm.rules.book.PolicyBook;
import org.tfm.rules.pack.Pack;

/**
 * The worked cases of one offering, as they stand beside its rules.
 *
 * <p>A case names what is different from a typical document that meets everything, as a JSON merge
 * patch: a key set to {@code null} is taken out, a list is replaced whole. It expects exactly the
 * terms it lists, so a case breaks as soon as a rule says more or less than before. Immutable.
 */
public final class WorkedCases {

  private static final String[] KINDS = {"application", "group", "progress"};

  private final String file;
  private final CaseFile cases;

  private WorkedCases(String file, CaseFile cases) {
    this.file = file;
    this.cases = cases;
  }

  /**
   * Reads a file of cases.
   *
   * @param file its name, for messages
   * @throws InvalidInputException with every problem of the file
   */
  public static WorkedCases read(String file, String text) {
    DocumentReader yaml = Pack.yaml();
    try {
      return new WorkedCases(file, yaml.read(text, CaseFile.class)).checked();
    } catch (InvalidInputException e) {
      throw e.in(file);
    }
  }

  private WorkedCases checked() {
    ImmutableList<Problem> problems =
        cases.cases().stream()
            .filter(
                one ->
                    documents(one.application(), one.group(), one.progress()).stream()
                            .filter(Optional::isPresent)
                            .count()
                        != 1)
            .map(
                one ->
                    Problem.of(
                        "the case `" + one.name() + "`",
                        "needs one of `application`, `group` and `progress`"))
            .collect(ImmutableList.toImmutableList());
    if (!problems.isEmpty()) {
      throw new InvalidInputException(problems);
    }
    return this;
  }

  /** Jackson gives a null node for a key that is left out. */
  private static List<Optional<JsonNode>> documents(
      Optional<JsonNode> application, Optional<JsonNode> group, Optional<JsonNode> progress) {
    return Stream.of(application, group, progress)
        .map(document -> document.filter(node -> !node.isNull()))
        .toList();
  }

  /** What the cases are for. */
  public Offering offering() {
    return cases.offering();
  }

  /**
   * Runs every case, in the order of the file.
   *
   * @throws InvalidInputException if a case is no valid document, or the book lacks the offering
   */
  public ImmutableList<CaseResult> run(PolicyBook book) {
    return cases.cases().stream()
        .map(one -> run(one, book))
        .collect(ImmutableList.toImmutableList());
  }

  private CaseResult run(CaseFile.Case one, PolicyBook book) {
    try {
      Assessment assessment = assess(one, book);
      return new CaseResult(one.name(), differences(one.expect(), assessment), assessment);
    } catch (InvalidInputException e) {
      throw e.in(file + ": the case `" + one.name() + "`");
    }
  }

  private Assessment assess(CaseFile.Case one, PolicyBook book) {
    DocumentReader json = TfmJson.reader();
    CaseFile.Documents all = cases.typical();
    List<Optional<JsonNode>> patches = documents(one.application(), one.group(), one.progress());
    List<Optional<JsonNode>> typical = documents(all.application(), all.group(), all.progress());
    int kind = 0;
    while (patches.get(kind).isEmpty()) {
      kind++;
    }
    if (typical.get(kind).isEmpty()) {
      throw new InvalidInputException(
          Problem.of("typical", "there is no typical `" + KINDS[kind] + "` to change"));
    }
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.set("offering", TfmJson.tree(offering()));
    JsonNode whole =
        merge(merge(document, typical.get(kind).get()), patches.get(kind).orElseThrow());
    return switch (KINDS[kind]) {
      case "application" -> {
        Application application = json.read(whole, Application.class);
        yield terms(book, application.school().kind()).assess(application);
      }
      case "group" -> book.terms(offering()).assess(json.read(whole, WorkGroup.class));
      default -> {
        Progress progress = json.read(whole, Progress.class);
        yield terms(book, progress.school().kind()).assess(progress);
      }
    };
  }

  private Terms terms(PolicyBook book, KnownKind kind) {
    return book.terms(offering(), kind);
  }

  /** RFC 7396: what the patch names replaces, null removes, lists are replaced whole. */
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
                            "the entitlement "
                                + id
                                + " is "
                                + entitlement.map(e -> e.status().name()).orElse("not there")
                                + ", expected "
                                + status);
                      }
                    }));
    return ImmutableList.copyOf(found);
  }

  private static boolean isBinding(Finding finding, Status status) {
    return finding.strength() != Strength.PREFERRED && finding.status() == status;
  }

  private static void verdict(
      String name, Optional<Verdict> expected, Verdict actual, List<String> found) {
    if (expected.isPresent() && expected.get() != actual) {
      found.add(name + " is " + actual + ", expected " + expected.get());
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
      found.add(name + " are " + actual + ", expected " + wanted);
    }
  }
}
