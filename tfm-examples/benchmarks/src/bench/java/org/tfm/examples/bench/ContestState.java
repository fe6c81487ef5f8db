package org.tfm.examples.bench;

import java.nio.file.Path;
import org.tfm.examples.bench.contest.Contest;

/** The contest of a benchmark's own process. */
final class ContestState {

  /** Where the benchmarks may write; the build folder. */
  static final String FOLDER = "bench.folder";

  /** The number of applications, where it is not that of {@link Contest#APPLICATIONS}. */
  static final String APPLICATIONS = "bench.applications";

  private ContestState() {}

  /** A contest, checked as far as library and plain Java go. */
  static Contest make() {
    Path folder =
        Path.of(System.getProperty(FOLDER, System.getProperty("java.io.tmpdir"))).resolve("bench");
    Contest contest = Contest.in(folder, Integer.getInteger(APPLICATIONS, Contest.APPLICATIONS));
    contest.checkByHand();
    return contest;
  }
}
