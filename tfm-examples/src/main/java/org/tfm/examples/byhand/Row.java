package org.tfm.examples.byhand;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.tfm.model.assessment.Finding;
import org.tfm.model.assessment.Status;
import org.tfm.model.criterion.MissingFact;
import org.tfm.model.terms.Aspect;
import org.tfm.model.terms.Citation;
import org.tfm.model.terms.Provenance;
import org.tfm.model.terms.Strength;

/**
 * What all findings of one requirement have in common.
 *
 * @param term the id of the term
 * @param aspect what it is about
 * @param strength how strongly the source puts it
 * @param needed what is needed
 * @param citation the source
 * @param provenance the rule whose place the code takes
 */
record Row(
    String term,
    Aspect aspect,
    Strength strength,
    String needed,
    Citation citation,
    Provenance provenance) {

  private static final String SOURCE = "cheshire-wirral-2022-23-development-application";

  static final String PACK = "cheshire-wirral/2022-23";

  Finding finding(Status status, String read, String sentence, MissingFact... missing) {
    return finding(status, read, sentence, ImmutableList.copyOf(missing));
  }

  Finding finding(Status status, String read, String sentence, ImmutableList<MissingFact> missing) {
    return new Finding(
        term, aspect, strength, status, read, needed, sentence, missing, citation, provenance);
  }

  static Citation plain(String place) {
    return new Citation(SOURCE, place, Optional.empty());
  }

  static Citation read(String place, String reading) {
    return new Citation(SOURCE, place, Optional.of(reading));
  }

  static Provenance line(int line) {
    return Provenance.of(PACK, "primary-development.drl", line);
  }
}
