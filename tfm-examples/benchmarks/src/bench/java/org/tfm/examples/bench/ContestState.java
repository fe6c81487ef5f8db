package org.tfm.examples.bench;

import java.nio.file.Path;
import org.tfm.examples.bench.contest.Contest;

/** The contest in the process of a benchmark. */
final class ContestState {

  /** The build folder, where the benchmarks write. */
  static final String FOLDER = "bench.folder";

  /** The number of applications, if it differs from {@link Contest#APPLICATIONS}. */
  static final String APPLICATIONS = "bench.applications";

  private ContestState() {}

  /** Returns a contest in which library and plain Java have been compared. */
  static Contest make() {
    Path folder =
        Path.of(System.getProperty(FOLDER, System.getProperty("java.io.tmpdir"))).resolve("bench");
    Contest contest = Contest.in(folder, Integer.getInteger(APPLICATIONS, Contest.APPLICATIONS));
    contest.checkByHand();
    return contest;
  }
}
