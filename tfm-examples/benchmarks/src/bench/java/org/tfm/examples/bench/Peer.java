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
  /** Common Expression Language. */
  CEL("CEL for Java 0.14.0", CelContestant::new),
  /** Evrete. */
  EVRETE("Evrete 4.0.3, stateless session", EvreteContestant::new),
  /** Drools DMN, decision models. */
  DMN("Drools DMN 10.2.0", DmnContestant::new),
  /** Drools with a new session each time. */
  DROOLS_NEW_SESSION(
      "Drools 10.2.0, new session each", drools(DroolsContestant.Arrangement.NEW_SESSION)),
  /** Drools with a stateless session. */
  DROOLS_STATELESS(
      "Drools 10.2.0, stateless session", drools(DroolsContestant.Arrangement.STATELESS)),
  /** Drools with a session pool. */
  DROOLS_POOL("Drools 10.2.0, session pool", drools(DroolsContestant.Arrangement.POOL)),
  /** Drools in the fastest arrangement. */
  DROOLS_POOL_SINGLE_FACTS(
      "Drools 10.2.0, session pool, single-fact rules",
      drools(DroolsContestant.Arrangement.POOL_SINGLE_FACTS));

  private final String title;

  @SuppressWarnings("ImmutableEnumChecker") // a constructor without state
  private final Function<Contest, Contestant> maker;

  Peer(String title, Function<Contest, Contestant> maker) {
    this.title = title;
    this.maker = maker;
  }

  private static Function<Contest, Contestant> drools(DroolsContestant.Arrangement arrangement) {
    return contest -> new DroolsContestant(contest, arrangement);
  }

  /** The name in tables. */
  public String title() {
    return title;
  }

  Contestant make(Contest contest) {
    return maker.apply(contest);
  }
}
