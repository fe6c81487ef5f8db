package org.tfm.examples.bench;

import java.util.function.Function;
import org.tfm.examples.bench.contest.Contest;
import org.tfm.examples.bench.contest.Contestant;
import org.tfm.examples.bench.peers.cel.CelContestant;
import org.tfm.examples.bench.peers.dmn.DmnContestant;
import org.tfm.examples.bench.peers.drools.DroolsContestant;
import org.tfm.examples.bench.peers.easyrules.EasyRulesContestant;
import org.tfm.examples.bench.peers.evrete.EvreteContestant;

/** The rule engines of the contest. */
public enum Peer {
  /** Easy Rules. */
  EASY_RULES("Easy Rules 4.1.0", EasyRulesContestant::new),
  /** The common expression language. */
  CEL("CEL for Java 0.14.0", CelContestant::new),
  /** Evrete. */
  EVRETE("Evrete 4.0.3, stateless session", EvreteContestant::new),
  /** Drools' decision models. */
  DMN("Drools DMN 10.2.0", DmnContestant::new),
  /** Drools, the usual way. */
  DROOLS_NEW_SESSION(
      "Drools 10.2.0, new session each", drools(DroolsContestant.Arrangement.NEW_SESSION)),
  /** Drools, stateless. */
  DROOLS_STATELESS(
      "Drools 10.2.0, stateless session", drools(DroolsContestant.Arrangement.STATELESS)),
  /** Drools, pooled. */
  DROOLS_POOL("Drools 10.2.0, session pool", drools(DroolsContestant.Arrangement.POOL)),
  /** Drools, the fastest arrangement found. */
  DROOLS_POOL_SINGLE_FACTS(
      "Drools 10.2.0, session pool, single-fact rules",
      drools(DroolsContestant.Arrangement.POOL_SINGLE_FACTS));

  private final String title;

  @SuppressWarnings("ImmutableEnumChecker") // a constructor, which keeps nothing
  private final Function<Contest, Contestant> maker;

  Peer(String title, Function<Contest, Contestant> maker) {
    this.title = title;
    this.maker = maker;
  }

  private static Function<Contest, Contestant> drools(DroolsContestant.Arrangement arrangement) {
    return contest -> new DroolsContestant(contest, arrangement);
  }

  /** What it is called in a table. */
  public String title() {
    return title;
  }

  Contestant make(Contest contest) {
    return maker.apply(contest);
  }
}
