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
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Blackhole;
import org.tfm.examples.bench.contest.Applicant;
import org.tfm.examples.bench.contest.Contest;
import org.tfm.examples.bench.contest.Contestant;

/** Decides the same applications with Drools, 100 to one offering in each session. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class BatchBenchmark {

  private static final int TOGETHER = 100;

  /** The arrangement. */
  @Param({"DROOLS_NEW_SESSION", "DROOLS_POOL_SINGLE_FACTS"})
  public Peer peer = Peer.DROOLS_NEW_SESSION;

  private Contestant contestant = applicants -> {};
  private ImmutableList<List<Applicant>> batches = ImmutableList.of();
  private int next;

  /** Builds the rules and checks that their results equal the library's. */
  @Setup(Level.Trial)
  public void prepare() {
    Contest contest = ContestState.make();
    contestant = peer.make(contest);
    contest.check(contestant, TOGETHER);
    batches =
        Contest.batches(contest.applicants(), TOGETHER).stream()
            .filter(batch -> batch.size() == TOGETHER)
            .collect(ImmutableList.toImmutableList());
    if (batches.isEmpty()) {
      throw new IllegalStateException("no offering has 100 applications");
    }
  }

  /** Closes the engine. */
  @TearDown(Level.Trial)
  public void close() {
    contestant.close();
  }

  /** Decides 100 applications. */
  @Benchmark
  @OperationsPerInvocation(TOGETHER)
  public void judge(Blackhole hole) {
    List<Applicant> batch = batches.get(next);
    next = next + 1 == batches.size() ? 0 : next + 1;
    contestant.judge(batch);
    batch.forEach(applicant -> hole.consume(PeerBenchmark.consume(applicant, hole)));
  }
}
