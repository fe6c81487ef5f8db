package org.tfm.examples.bench.peers.evrete;

import com.google.common.collect.ImmutableList;
import java.util.List;
import org.evrete.KnowledgeService;
import org.evrete.api.Knowledge;
import org.evrete.api.builders.RuleSetBuilder;
import org.tfm.examples.bench.contest.Applicant;
import org.tfm.examples.bench.contest.Case;
import org.tfm.examples.bench.contest.Contest;
import org.tfm.examples.bench.contest.Contestant;
import org.tfm.examples.bench.contest.Policy;

/**
 * Uses a rule with a Java predicate for each case and a new stateless session for each applicant.
 */
public final class EvreteContestant implements Contestant {

  private static final String APPLICANT = "$applicant";

  private final KnowledgeService service = new KnowledgeService();
  private final ImmutableList<Knowledge> byPolicy;

  /** Creates the contestant for the policies of a contest. */
  public EvreteContestant(Contest contest) {
    byPolicy =
        contest.policies().stream()
            .map(policy -> knowledge(contest, policy))
            .collect(ImmutableList.toImmutableList());
  }

  private Knowledge knowledge(Contest contest, Policy policy) {
    RuleSetBuilder<Knowledge> rules = service.newKnowledge().builder();
    for (Case<Applicant> one : contest.cases(policy)) {
      rules
          .newRule(one.row().number() + " " + one.status())
          .forEach(APPLICANT, contest.type(policy))
          .where((Object[] values) -> one.when().test((Applicant) values[0]), APPLICANT)
          .execute(context -> context.<Applicant>get(APPLICANT).found(one.row(), one.status()));
    }
    return rules.build();
  }

  @Override
  public void judge(List<Applicant> applicants) {
    for (Applicant applicant : applicants) {
      applicant.begin();
      byPolicy.get(applicant.policy()).newStatelessSession().insertAndFire(applicant);
    }
  }

  @Override
  public void close() {
    service.shutdown();
  }
}
