package org.tfm.model.assessment;

import com.google.common.collect.ImmutableList;
import org.tfm.model.criterion.MissingFact;
import org.tfm.model.terms.Aspect;
import org.tfm.model.terms.Citation;
import org.tfm.model.terms.Provenance;
import org.tfm.model.terms.Strength;

/**
 * One requirement evaluated.
 *
 * @param term the id of the term
 * @param aspect what it is about
 * @param strength how strongly the source puts it
 * @param status how it came out
 * @param read what was read
 * @param needed what is needed
 * @param sentence the finding in plain English
 * @param missing the facts whose absence keeps it open, or makes it unmet
 * @param citation the source
 * @param provenance the rule
 */
public record Finding(
    String term,
    Aspect aspect,
    Strength strength,
    Status status,
    String read,
    String needed,
    String sentence,
    ImmutableList<MissingFact> missing,
    Citation citation,
    Provenance provenance) {}
