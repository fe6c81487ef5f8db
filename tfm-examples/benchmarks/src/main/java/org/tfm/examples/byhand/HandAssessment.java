package org.tfm.examples.byhand;

import com.google.common.collect.ImmutableList;
import org.tfm.model.assessment.PolicyVersion;
import org.tfm.model.assessment.StatedTerm;
import org.tfm.model.assessment.Verdict;
import org.tfm.model.programme.Offering;

/**
 * An assessment by the hand-written policy.
 *
 * @param offering the offering
 * @param verdict the verdict on the application as a whole
 * @param eligibility the verdict on eligibility
 * @param application the verdict on the contents of the application
 * @param commitments the verdict on the commitments
 * @param findings the findings on all requirements
 * @param entitlements the entitlements of the school
 * @param undertakings the undertakings of the school
 * @param provision the provision of the hub
 * @param priorities the schools that go first for a later work group
 * @param policy the version of the policy
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
