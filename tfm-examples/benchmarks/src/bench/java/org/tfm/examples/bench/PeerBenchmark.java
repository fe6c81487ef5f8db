package org.tfm.examples.bench;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
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
import org.tfm.examples.bench.contest.Decided;

/** Decides the same applications with rule engines, one at a time, each as a prepared bean. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class PeerBenchmark {

  /** The engine. */
  @Param public Peer peer = Peer.EASY_RULES;

  private Contestant contestant = applicants -> {};
  private ImmutableList<List<Applicant>> batches = ImmutableList.of();
  private int next;

  /** Builds the rules and checks that their results equal the library's. */
  @Setup(Level.Trial)
  public void prepare() {
    Contest contest = ContestState.make();
    contestant = peer.make(contest);
    contest.check(contestant, 1);
    ImmutableList<Applicant> applicants = contest.applicants();
    contestant.prepare(applicants);
    batches = Contest.batches(applicants, 1);
  }

  /** Closes the engine. */
  @TearDown(Level.Trial)
  public void close() {
    contestant.close();
  }

  /** Decides one application. */
  @Benchmark
  public Decided judge(Blackhole hole) {
    List<Applicant> batch = batches.get(next);
    next = next + 1 == batches.size() ? 0 : next + 1;
    contestant.judge(batch);
    return consume(batch.get(0), hole);
  }

  static Decided consume(Applicant applicant, Blackhole hole) {
    Decided decided = applicant.decided();
    hole.consume(decided.verdict());
    for (int i = 0; i < decided.statuses().length; i++) {
      hole.consume(decided.statuses()[i]);
    }
    return decided;
  }
}
