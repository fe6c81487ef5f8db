package org.tfm.examples.bench;

import com.google.common.collect.ImmutableList;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;
import org.tfm.examples.bench.contest.Applicant;
import org.tfm.examples.bench.contest.Contest;
import org.tfm.examples.bench.contest.Found;
import org.tfm.examples.bench.contest.Judged;
import org.tfm.model.assessment.Assessment;
import org.tfm.model.assessment.Finding;
import org.tfm.model.assessment.Verdict;
import org.tfm.model.document.Application;

/** One of many applications to a dozen offerings, assessed by the library and by plain Java. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ContestBenchmark {

  /** Whose turn it is; one for each thread. */
  @State(Scope.Thread)
  public static class Turn {

    private int next;

    int next(int size) {
      int turn = next;
      next = turn + 1 == size ? 0 : turn + 1;
      return turn;
    }
  }

  private final Contest contest = ContestState.make();
  private final ImmutableList<Application> applications = contest.applications();
  private final ImmutableList<Applicant> applicants = contest.applicants();

  /**
   * Checks that the verdict alone is that of the whole assessment.
   *
   * @throws IllegalStateException if it is not
   */
  @Setup
  public void check() {
    for (Application application : applications) {
      if (contest.verdict(application) != contest.byLibrary(application).verdict()) {
        throw new IllegalStateException("a verdict of its own is another: " + application);
      }
    }
  }

  private Application next(Turn turn) {
    return applications.get(turn.next(applications.size()));
  }

  /** The library: each finding with its status, value read, value needed and source. */
  @Benchmark
  public Assessment library(Turn turn, Blackhole hole) {
    return consume(contest.byLibrary(next(turn)), hole);
  }

  /** The library, the application made again each time. */
  @Benchmark
  public Assessment libraryMadeAgain(Turn turn, Blackhole hole) {
    return consume(contest.byLibrary(madeAgain(turn)), hole);
  }

  private Application madeAgain(Turn turn) {
    Application.Builder again = Application.builder();
    again.from(next(turn));
    return again.build();
  }

  private static Assessment consume(Assessment assessment, Blackhole hole) {
    for (Finding finding : assessment.findings()) {
      hole.consume(finding.status());
      hole.consume(finding.read());
      hole.consume(finding.needed());
      hole.consume(finding.citation());
    }
    return assessment;
  }

  /** The library, every sentence rendered. */
  @Benchmark
  public Assessment librarySentences(Turn turn, Blackhole hole) {
    Assessment assessment = library(turn, hole);
    for (Finding finding : assessment.findings()) {
      hole.consume(finding.sentence());
    }
    return assessment;
  }

  /** The library, the verdict and nothing else. */
  @Benchmark
  public Verdict libraryVerdict(Turn turn) {
    return contest.verdict(next(turn));
  }

  /** Plain Java: the same findings. */
  @Benchmark
  public Judged byHand(Turn turn, Blackhole hole) {
    return consume(contest.byHand(next(turn)), hole);
  }

  /** Plain Java, the application made again each time. */
  @Benchmark
  public Judged byHandMadeAgain(Turn turn, Blackhole hole) {
    return consume(contest.byHand(madeAgain(turn)), hole);
  }

  /** Plain Java over a bean that was laid out, and whose answers were checked, beforehand. */
  @Benchmark
  public Judged byHandLaidOut(Turn turn, Blackhole hole) {
    return consume(applicants.get(turn.next(applicants.size())).judge(), hole);
  }

  private static Judged consume(Judged judged, Blackhole hole) {
    for (Found found : judged.findings()) {
      hole.consume(found.status());
      hole.consume(found.read());
      hole.consume(found.row().needed());
      hole.consume(found.row().term().citation());
    }
    return judged;
  }

  /** Plain Java, every sentence rendered. */
  @Benchmark
  public Judged byHandSentences(Turn turn, Blackhole hole) {
    Judged judged = byHand(turn, hole);
    for (Found found : judged.findings()) {
      hole.consume(found.sentence());
    }
    return judged;
  }
}
