package org.tfm.testkit;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opentest4j.AssertionFailedError;
import org.tfm.model.assessment.Assessment;
import org.tfm.model.assessment.EntitlementFinding;
import org.tfm.model.assessment.EntitlementStatus;
import org.tfm.model.assessment.Finding;
import org.tfm.model.assessment.StatedTerm;
import org.tfm.model.assessment.Status;
import org.tfm.model.criterion.MissingFact;
import org.tfm.model.document.Application;
import org.tfm.model.document.Progress;
import org.tfm.model.document.WorkGroup;
import org.tfm.model.problem.DidYouMean;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.programme.Offering;
import org.tfm.model.term.Citation;
import org.tfm.model.term.Provenance;
import org.tfm.rules.book.PolicyBook;
import org.tfm.rules.pack.PackFiles;

/**
 * Tests one term on one document.
 *
 * <pre>{@code
 * RuleVerifier.forBook(book)
 *     .offering(offering)
 *     .term("release-time")
 *     .given(application)
 *     .isUnmet();
 * }</pre>
 *
 * <p>Every step is immutable and can be reused, so the pack is loaded once. A failed assertion
 * shows the term, the values read and needed, the source and the place of the rule. It never shows
 * the document, which may contain personal data.
 */
public final class RuleVerifier {

  private final PolicyBook book;

  private RuleVerifier(PolicyBook book) {
    this.book = book;
  }

  /** Returns a verifier of the policies of a book. */
  public static RuleVerifier forBook(PolicyBook book) {
    requireNonNull(book, "book");
    return new RuleVerifier(book);
  }

  /**
   * Returns a verifier of a pack that may extend the bundled packs and these bases. If one of them
   * has the id of a bundled pack, it replaces that pack; the bundled packs are then left out, so
   * all bases must be given.
   *
   * @throws InvalidInputException with all problems of all packs
   */
  public static RuleVerifier forPack(PackFiles pack, PackFiles... bases) {
    requireNonNull(pack, "pack");
    return new RuleVerifier(PackBooks.load(pack, bases));
  }

  /**
   * Returns a verifier of the pack in a folder, which may extend the bundled packs.
   *
   * @throws InvalidInputException with all problems of the pack
   */
  public static RuleVerifier forPack(Path folder) {
    requireNonNull(folder, "folder");
    return forPack(PackFiles.read(folder));
  }

  /**
   * Selects the policy of one offering.
   *
   * @throws InvalidInputException if the book does not have the offering
   */
  public OfferingVerifier offering(Offering offering) {
    requireNonNull(offering, "offering");
    book.terms(offering);
    return new OfferingVerifier(book::terms, offering);
  }

  /** The policy of one offering under test. */
  public static final class OfferingVerifier {

    private final Policy policy;
    private final Offering offering;

    OfferingVerifier(Policy policy, Offering offering) {
      this.policy = policy;
      this.offering = offering;
    }

    /** Selects the term with this id. */
    public TermVerifier term(String id) {
      requireNonNull(id, "id");
      return new TermVerifier(this, id);
    }
  }

  /** One term under test. */
  public static final class TermVerifier {

    private final OfferingVerifier of;
    private final String id;

    private TermVerifier(OfferingVerifier of, String id) {
      this.of = of;
      this.id = id;
    }

    /**
     * Evaluates the term on an application.
     *
     * @throws InvalidInputException if the application is for another offering, or has an answer
     *     that the policy does not ask for
     */
    public Verification given(Application application) {
      requireNonNull(application, "application");
      return given(new Document.OfSchool(application));
    }

    /**
     * Evaluates the term on a planned or running group.
     *
     * @throws InvalidInputException if the group is for another offering, or has an answer that the
     *     policy does not ask for
     */
    public Verification given(WorkGroup group) {
      requireNonNull(group, "group");
      return given(new Document.OfGroup(group));
    }

    /**
     * Evaluates the term on a school's progress.
     *
     * @throws InvalidInputException if the progress is for another offering, or has an answer that
     *     the policy does not ask for
     */
    public Verification given(Progress progress) {
      requireNonNull(progress, "progress");
      return given(new Document.OfYear(progress));
    }

    private Verification given(Document document) {
      return new Verification(
          of.offering, id, document.assess(of.policy.terms(of.offering, document.kind())));
    }
  }

  /** The assertions on one term and one document. */
  public static final class Verification {

    private final Offering offering;
    private final String id;
    private final Assessment assessment;

    private Verification(Offering offering, String id, Assessment assessment) {
      this.offering = offering;
      this.id = id;
      this.assessment = assessment;
    }

    /** Asserts that the requirement is met. */
    public void isMet() {
      is(Status.MET);
    }

    /** Asserts that the requirement is not met. */
    public void isUnmet() {
      is(Status.UNMET);
    }

    /** Asserts that the requirement is left to the hub. */
    public void isReferred() {
      is(Status.REFERRED);
    }

    /** Asserts that the source sets the requirement but gives no figure. */
    public void isSilent() {
      is(Status.POLICY_SILENT);
    }

    /**
     * Asserts that the finding needs facts that the document does not give.
     *
     * @param facts the ids of all missing facts, in any order; none to accept any
     */
    public void lacksEvidence(String... facts) {
      requireNonNull(facts, "facts");
      Finding finding = is(Status.EVIDENCE_MISSING);
      ImmutableSet<String> expected = ImmutableSet.copyOf(facts);
      ImmutableSet<String> missing =
          finding.missing().stream().map(MissingFact::fact).collect(ImmutableSet.toImmutableSet());
      if (!expected.isEmpty() && !expected.equals(missing)) {
        throw failure("to lack evidence on", quoted(expected), quoted(missing), details(finding));
      }
    }

    /** Asserts that the entitlement is due. */
    public void isFirm() {
      is(EntitlementStatus.FIRM);
    }

    /** Asserts that the entitlement depends on a condition that is still open. */
    public void isConditional() {
      is(EntitlementStatus.CONDITIONAL);
    }

    /** Asserts that the entitlement is not due. */
    public void isNotDue() {
      is(EntitlementStatus.NOT_DUE);
    }

    /** Asserts that the policy does not have the term for this document and kind of school. */
    public void isAbsent() {
      find(assessment.findings(), Finding::term)
          .ifPresent(
              finding -> {
                throw failure("to be", "absent", words(finding.status()), details(finding));
              });
      find(assessment.entitlements(), EntitlementFinding::term)
          .ifPresent(
              due -> {
                throw failure("to be", "absent", words(due.status()), details(due));
              });
      stated()
          .filter(term -> term.term().equals(id))
          .findFirst()
          .ifPresent(
              term -> {
                throw failure(
                    "to be",
                    "absent",
                    "stated",
                    section("says", term.sentence()) + place(term.citation(), term.provenance()));
              });
    }

    private Finding is(Status expected) {
      Finding finding =
          find(assessment.findings(), Finding::term)
              .orElseThrow(
                  () ->
                      noSuch(
                          "requirement",
                          words(expected),
                          assessment.findings().stream().map(Finding::term).toList()));
      if (finding.status() != expected) {
        throw failure("to be", words(expected), words(finding.status()), details(finding));
      }
      return finding;
    }

    private void is(EntitlementStatus expected) {
      EntitlementFinding due =
          find(assessment.entitlements(), EntitlementFinding::term)
              .orElseThrow(
                  () ->
                      noSuch(
                          "entitlement",
                          words(expected),
                          assessment.entitlements().stream()
                              .map(EntitlementFinding::term)
                              .toList()));
      if (due.status() != expected) {
        throw failure("to be", words(expected), words(due.status()), details(due));
      }
    }

    private <T> Optional<T> find(List<T> all, java.util.function.Function<T, String> term) {
      return all.stream().filter(one -> term.apply(one).equals(id)).findFirst();
    }

    private Stream<StatedTerm> stated() {
      return Stream.of(assessment.undertakings(), assessment.provision(), assessment.priorities())
          .flatMap(ImmutableList::stream);
    }

    private AssertionFailedError noSuch(String sort, String expected, List<String> known) {
      boolean isStated = stated().anyMatch(term -> term.term().equals(id));
      String hint =
          isStated ? "It is stated, but not evaluated on documents." : DidYouMean.hint(id, known);
      return failure(
          "to be",
          expected,
          "absent",
          section(
              "because",
              ("the policy has no such " + sort + " for this document. " + hint).strip()));
    }

    private String details(Finding finding) {
      return section("read", finding.read())
          + section("needed", finding.needed())
          + (finding.missing().isEmpty() ? "" : section("missing", missing(finding.missing())))
          + place(finding.citation(), finding.provenance());
    }

    private static String details(EntitlementFinding due) {
      return section("says", due.sentence())
          + (due.waitsFor().isEmpty() ? "" : section("waiting for", missing(due.waitsFor())))
          + place(due.citation(), due.provenance());
    }

    private static String missing(List<MissingFact> missing) {
      return missing.stream()
          .map(fact -> "`" + fact.fact() + "`" + (fact.of().isEmpty() ? "" : " of " + fact.of()))
          .distinct()
          .collect(Collectors.joining(", "));
    }

    private static String place(Citation citation, Provenance provenance) {
      return section("source", citation.source() + ": " + citation.place())
          + citation.reading().map(reading -> section("reading", reading)).orElse("")
          + section("rule", provenance.rule().toString());
    }

    private static String section(String title, String text) {
      return title + ":\n  " + text + "\n";
    }

    private AssertionFailedError failure(
        String verb, String expected, String actual, String details) {
      return new AssertionFailedError(
          "\nExpecting the term:\n  `"
              + id
              + "` of "
              + PackInvariants.name(offering)
              + "\n"
              + section(verb, expected)
              + section("but it was", actual)
              + details,
          expected,
          actual);
    }

    private static String quoted(ImmutableSet<String> ids) {
      return ids.stream().sorted().map(id -> "`" + id + "`").collect(Collectors.joining(", "));
    }

    private static String words(Enum<?> status) {
      return status.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }
}
