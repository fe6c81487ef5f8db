package org.tfm.examples.bench.peers.drools;

import com.google.common.collect.ImmutableList;
import java.util.List;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.KieSessionsPool;
import org.kie.api.runtime.StatelessKieSession;
import org.tfm.examples.bench.contest.Applicant;
import org.tfm.examples.bench.contest.Contest;
import org.tfm.examples.bench.contest.Contestant;
import org.tfm.examples.bench.contest.Policy;

/**
 * Uses a KieBase for each policy, built with the executable model, and a session for each applicant
 * or each batch of applicants.
 */
public final class DroolsContestant implements Contestant {

  /** The source of sessions. */
  public enum Arrangement {
    /** A new session each time, the most common form. */
    NEW_SESSION(false),
    /** A stateless session. */
    STATELESS(false),
    /** A session from a pool. */
    POOL(false),
    /** A session from a pool, over rules that match single facts only. */
    POOL_SINGLE_FACTS(true);

    private final boolean singleFacts;

    Arrangement(boolean singleFacts) {
      this.singleFacts = singleFacts;
    }
  }

  private final Arrangement arrangement;
  private final ImmutableList<KieBase> bases;
  private final ImmutableList<KieSessionsPool> pools;
  private final ImmutableList<StatelessKieSession> stateless;

  /** Creates the contestant for the policies of a contest. */
  public DroolsContestant(Contest contest, Arrangement arrangement) {
    this.arrangement = arrangement;
    bases =
        contest.policies().stream()
            .map(policy -> base(contest, policy))
            .collect(ImmutableList.toImmutableList());
    pools =
        bases.stream()
            .map(base -> base.newKieSessionsPool(1))
            .collect(ImmutableList.toImmutableList());
    stateless =
        bases.stream()
            .map(KieBase::newStatelessKieSession)
            .collect(ImmutableList.toImmutableList());
  }

  private KieBase base(Contest contest, Policy policy) {
    return compile(
        Drl.of(policy, contest.type(policy), arrangement.singleFacts),
        "policy" + policy.number() + (arrangement.singleFacts ? "-single" : ""),
        contest.loader());
  }

  /** Compiles rules with the executable model, as in the Drools documentation. */
  static KieBase compile(String rules, String name, ClassLoader loader) {
    KieServices services = KieServices.get();
    ReleaseId release = services.newReleaseId("org.tfm.bench", name, "1");
    KieFileSystem files = services.newKieFileSystem();
    files.generateAndWritePomXML(release);
    files.write("src/main/resources/" + name.replace('-', '_') + "/rules.drl", rules);
    KieBuilder builder = services.newKieBuilder(files, loader);
    builder.buildAll(ExecutableModelProject.class);
    if (builder.getResults().hasMessages(Message.Level.ERROR)) {
      throw new IllegalStateException(builder.getResults().getMessages() + "\n" + rules);
    }
    return services.newKieContainer(release, loader).getKieBase();
  }

  @Override
  public void judge(List<Applicant> applicants) {
    applicants.forEach(Applicant::begin);
    int policy = applicants.get(0).policy();
    switch (arrangement) {
      case NEW_SESSION -> fire(bases.get(policy).newKieSession(), applicants);
      case POOL, POOL_SINGLE_FACTS -> fire(pools.get(policy).newKieSession(), applicants);
      case STATELESS -> stateless.get(policy).execute(applicants);
    }
  }

  private static void fire(KieSession session, List<Applicant> applicants) {
    try {
      applicants.forEach(session::insert);
      session.fireAllRules();
    } finally {
      session.dispose();
    }
  }

  @Override
  public void close() {
    pools.forEach(KieSessionsPool::shutdown);
  }
}
