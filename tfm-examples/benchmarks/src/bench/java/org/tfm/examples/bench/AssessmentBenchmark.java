package org.tfm.examples.bench;

import com.google.common.collect.ImmutableList;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;
import org.tfm.examples.byhand.CheshireWirralByHand;
import org.tfm.examples.byhand.HandAssessment;
import org.tfm.examples.byhand.HandFinding;
import org.tfm.examples.byhand.RandomApplications;
import org.tfm.model.assessment.Assessment;
import org.tfm.model.assessment.EntitlementFinding;
import org.tfm.model.assessment.Finding;
import org.tfm.model.assessment.Terms;
import org.tfm.model.assessment.Verdict;
import org.tfm.model.document.Application;
import org.tfm.model.programme.Offering;
import org.tfm.model.school.PartialSchoolKind;
import org.tfm.rules.book.PolicyBook;

/**
 * Assesses one application in one thread with the library and with the hand-written policy.
 *
 * <p>All contestants assess the same applications from one seed, in turn. The applications are in
 * memory; reading JSON is not measured.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Threads(1)
@Fork(
    value = 2,
    jvmArgsAppend = {"-Xms1g", "-Xmx1g", "-XX:+UseSerialGC"})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class AssessmentBenchmark {

  private static final int APPLICATIONS = 10_000;
  private static final long SEED = 2022;

  private final Offering offering = CheshireWirralByHand.OFFERING;
  private final PolicyBook book = PolicyBook.bundled();
  private final Map<PartialSchoolKind, Terms> atHand = new HashMap<>();
  private final CheshireWirralByHand byHand =
      new CheshireWirralByHand(book.terms(offering).policy());
  private ImmutableList<Application> applications = ImmutableList.of();
  private ImmutableList<Terms> termsOfEach = ImmutableList.of();
  private int next;

  /**
   * Generates the applications and checks that all contestants agree on them.
   *
   * @throws IllegalStateException if they do not
   */
  @Setup
  public void prepare() {
    applications = new RandomApplications(new Random(SEED)).next(APPLICATIONS);
    termsOfEach =
        applications.stream()
            .map(application -> application.school().kind())
            .map(kind -> atHand.computeIfAbsent(kind, k -> book.terms(offering, k)))
            .collect(ImmutableList.toImmutableList());
    for (int i = 0; i < APPLICATIONS; i++) {
      Assessment expected = library();
      next = i;
      Assessment same = libraryTermsAtHand();
      next = i;
      HandAssessment other = byHand();
      next = i;
      if (!expected.equals(same)
          || !isTheSame(expected, other)
          || expected.verdict() != libraryVerdictOnly()) {
        throw new IllegalStateException("the contestants disagree on application " + i);
      }
    }
  }

  /** Whether the verdict and every finding are equal; a test compares the rest. */
  private static boolean isTheSame(Assessment assessment, HandAssessment byHand) {
    return assessment.verdict() == byHand.verdict()
        && assessment.findings().stream()
            .map(finding -> finding.term() + finding.status() + finding.sentence())
            .toList()
            .equals(
                byHand.findings().stream()
                    .map(finding -> finding.row().term() + finding.status() + finding.sentence())
                    .toList());
  }

  private int turn() {
    int turn = next;
    next = turn + 1 == APPLICATIONS ? 0 : turn + 1;
    return turn;
  }

  /** The library, used as in the first lines of its README. */
  @Benchmark
  public Assessment library() {
    Application application = applications.get(turn());
    return book.terms(offering, application.school().kind()).assess(application);
  }

  /** The same, and every sentence of it read. */
  @Benchmark
  public int librarySentences() {
    return sentences(library());
  }

  /** The library, with terms that the caller keeps for each kind of school. */
  @Benchmark
  public Assessment libraryTermsAtHand() {
    int turn = turn();
    return Objects.requireNonNull(termsOfEach.get(turn)).assess(applications.get(turn));
  }

  /** The library, the verdict only. */
  @Benchmark
  public Verdict libraryVerdictOnly() {
    Application application = applications.get(turn());
    return book.terms(offering, application.school().kind()).verdict(application);
  }

  /** The policy in plain Java. */
  @Benchmark
  public HandAssessment byHand() {
    return byHand.assess(applications.get(turn()));
  }

  /** The same, and every sentence of it read. */
  @Benchmark
  public int byHandSentences() {
    int characters = 0;
    for (HandFinding finding : byHand().findings()) {
      characters +=
          finding.read().length() + finding.row().needed().length() + finding.sentence().length();
    }
    return characters;
  }

  private static int sentences(Assessment assessment) {
    int characters = 0;
    for (Finding finding : assessment.findings()) {
      characters +=
          finding.read().length() + finding.needed().length() + finding.sentence().length();
    }
    for (EntitlementFinding entitlement : assessment.entitlements()) {
      characters += entitlement.sentence().length();
    }
    return characters;
  }
}
