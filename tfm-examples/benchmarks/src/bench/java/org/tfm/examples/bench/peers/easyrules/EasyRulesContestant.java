package org.tfm.examples.bench.peers.easyrules;

import com.google.common.collect.ImmutableList;
import java.util.List;
import org.jeasy.rules.api.Facts;
import org.jeasy.rules.api.Rules;
import org.jeasy.rules.api.RulesEngine;
import org.jeasy.rules.core.DefaultRulesEngine;
import org.jeasy.rules.core.RuleBuilder;
import org.tfm.examples.bench.contest.Applicant;
import org.tfm.examples.bench.contest.Case;
import org.tfm.examples.bench.contest.Contest;
import org.tfm.examples.bench.contest.Contestant;
import org.tfm.examples.bench.contest.Policy;

/** Uses a rule with a lambda for each case; the applicant is a single fact. */
public final class EasyRulesContestant implements Contestant {

  private static final String APPLICANT = "applicant";

  private final RulesEngine engine = new DefaultRulesEngine();
  private final ImmutableList<Rules> byPolicy;

  /** Creates the contestant for the policies of a contest. */
  public EasyRulesContestant(Contest contest) {
    byPolicy =
        contest.policies().stream()
            .map(policy -> rules(contest, policy))
            .collect(ImmutableList.toImmutableList());
  }

  private static Rules rules(Contest contest, Policy policy) {
    Rules rules = new Rules();
    for (Case<Applicant> one : contest.cases(policy)) {
      rules.register(
          new RuleBuilder()
              .name(one.row().number() + " " + one.status())
              .when(facts -> one.when().test(facts.get(APPLICANT)))
              .then(facts -> facts.<Applicant>get(APPLICANT).found(one.row(), one.status()))
              .build());
    }
    return rules;
  }

  @Override
  public void judge(List<Applicant> applicants) {
    for (Applicant applicant : applicants) {
      applicant.begin();
      Facts facts = new Facts();
      facts.put(APPLICANT, applicant);
      engine.fire(byPolicy.get(applicant.policy()), facts);
    }
  }
}
