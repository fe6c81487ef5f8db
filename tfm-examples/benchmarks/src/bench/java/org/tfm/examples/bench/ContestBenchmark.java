package org.tfm.examples.bench;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.runner.IterationType;
import org.tfm.examples.bench.contest.Contest;
import org.tfm.examples.bench.contest.Decided;
import org.tfm.examples.bench.contest.Found;
import org.tfm.examples.bench.contest.Judged;
import org.tfm.model.assessment.Assessment;
import org.tfm.model.assessment.Finding;
import org.tfm.model.assessment.Statuses;
import org.tfm.model.document.Application;

/**
 * Assesses many applications to a dozen offerings with the library and with plain Java.
 *
 * <p>Each measured round has new applications that were not assessed before. The warm-up rounds
 * share one set. The terms for each kind of school are already resolved, as in a program that has
 * been running for a while.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ContestBenchmark {

  /** The number of applications in a round. */
  static final int TOGETHER = 2_000;

  /** The largest number of measured rounds. */
  static final int ROUNDS = 40;

  /** The policies, shared by all threads. */
  @State(Scope.Benchmark)
  public static class Policies {

    final Contest contest = ContestState.make();
  }

  /** The applications of a thread. */
  @State(Scope.Thread)
  public static class Lots {

    private ImmutableList<List<Application>> lots = ImmutableList.of();
    private int next;
    List<Application> lot = ImmutableList.of();

    /** Generates the applications for all rounds. */
    @Setup(Level.Trial)
    public void make(Policies policies) {
      ImmutableList.Builder<List<Application>> all = ImmutableList.builder();
      synchronized (policies.contest) {
        for (int i = 0; i <= ROUNDS; i++) {
          ImmutableList<Application> lot = policies.contest.more(TOGETHER);
          lot.forEach(policies.contest::terms);
          all.add(lot);
        }
      }
      lots = all.build();
    }

    /** Selects the next set for a measured round. */
    @Setup(Level.Iteration)
    public void take(IterationParams round) {
      next += round.getType() == IterationType.MEASUREMENT ? 1 : 0;
      lot = lots.get(next);
    }
  }

  /** The library: the verdicts and the statuses of all requirements. */
  @Benchmark
  @OperationsPerInvocation(TOGETHER)
  public void libraryStatuses(Policies policies, Lots lots, Blackhole hole) {
    for (Application application : lots.lot) {
      Statuses statuses = policies.contest.statuses(application);
      hole.consume(statuses.verdict());
      for (int i = 0; i < statuses.requirements().size(); i++) {
        hole.consume(statuses.status(i));
      }
    }
  }

  /** Plain Java: the same task. */
  @Benchmark
  @OperationsPerInvocation(TOGETHER)
  public void byHandStatuses(Policies policies, Lots lots, Blackhole hole) {
    for (Application application : lots.lot) {
      Decided decided = policies.contest.decidedByHand(application);
      hole.consume(decided.verdict());
      for (int i = 0; i < decided.statuses().length; i++) {
        hole.consume(decided.statuses()[i]);
      }
    }
  }

  /** The library: only the verdict. */
  @Benchmark
  @OperationsPerInvocation(TOGETHER)
  public void libraryVerdict(Policies policies, Lots lots, Blackhole hole) {
    for (Application application : lots.lot) {
      hole.consume(policies.contest.verdict(application));
    }
  }

  /** The library: each finding with its status, value read, value needed and source. */
  @Benchmark
  @OperationsPerInvocation(TOGETHER)
  public void library(Policies policies, Lots lots, Blackhole hole) {
    for (Application application : lots.lot) {
      consume(policies.contest.byLibrary(application), hole);
    }
  }

  private static Assessment consume(Assessment assessment, Blackhole hole) {
    hole.consume(assessment.verdict());
    for (Finding finding : assessment.findings()) {
      hole.consume(finding.status());
      hole.consume(finding.read());
      hole.consume(finding.needed());
      hole.consume(finding.citation());
    }
    return assessment;
  }

  /** Plain Java: the same task. */
  @Benchmark
  @OperationsPerInvocation(TOGETHER)
  public void byHand(Policies policies, Lots lots, Blackhole hole) {
    for (Application application : lots.lot) {
      consume(policies.contest.byHand(application), hole);
    }
  }

  private static Judged consume(Judged judged, Blackhole hole) {
    hole.consume(judged.verdict());
    for (Found found : judged.findings()) {
      hole.consume(found.status());
      hole.consume(found.read());
      hole.consume(found.row().needed());
      hole.consume(found.row().term().citation());
    }
    return judged;
  }

  /** The library: everything, including all sentences and questions. */
  @Benchmark
  @OperationsPerInvocation(TOGETHER)
  public void libraryEverything(Policies policies, Lots lots, Blackhole hole) {
    for (Application application : lots.lot) {
      Assessment assessment = consume(policies.contest.byLibrary(application), hole);
      for (Finding finding : assessment.findings()) {
        hole.consume(finding.sentence());
        hole.consume(finding.missing());
      }
    }
  }

  /** Plain Java: the same task. */
  @Benchmark
  @OperationsPerInvocation(TOGETHER)
  public void byHandEverything(Policies policies, Lots lots, Blackhole hole) {
    for (Application application : lots.lot) {
      Judged judged = consume(policies.contest.byHand(application), hole);
      for (Found found : judged.findings()) {
        hole.consume(found.sentence());
        hole.consume(found.missing());
      }
    }
  }
}
