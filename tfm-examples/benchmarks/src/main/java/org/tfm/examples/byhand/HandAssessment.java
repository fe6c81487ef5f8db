package org.tfm.examples.byhand;

import com.google.common.collect.ImmutableList;
import org.tfm.model.assessment.PolicyVersion;
import org.tfm.model.assessment.StatedTerm;
import org.tfm.model.assessment.Verdict;
import org.tfm.model.programme.Offering;

/**
 * An application assessed by hand.
 *
 * @param offering the offering that is applied for
 * @param verdict the verdict on the application as a whole
 * @param eligibility whether the school may take part
 * @param application whether everything was handed in
 * @param commitments whether the school commits to what it must
 * @param findings every requirement evaluated
 * @param entitlements what the school gets
 * @param undertakings what the school agrees to do
 * @param provision what the hub provides
 * @param priorities who goes first later
 * @param policy the policy that it was assessed with
 */
public record HandAssessment(
    Offering offering,
    Verdict verdict,
    Verdict eligibility,
    Verdict application,
    Verdict commitments,
    ImmutableList<HandFinding> findings,
    ImmutableList<HandEntitlement> entitlements,
    ImmutableList<StatedTerm> undertakings,
    ImmutableList<StatedTerm> provision,
    ImmutableList<StatedTerm> priorities,
    PolicyVersion policy) {}
