package org.tfm.examples.byhand;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.tfm.model.assessment.Status;
import org.tfm.model.assessment.Verdict;
import org.tfm.model.criterion.MissingFact;
import org.tfm.model.term.Aspect;
import org.tfm.model.term.Citation;
import org.tfm.model.term.Provenance;
import org.tfm.model.term.Strength;

/**
 * The common parts of all findings of one requirement.
 *
 * @param term the id of the term
 * @param aspect the aspect
 * @param strength the strength
 * @param worst the worst verdict that it can lead to while it is open
 * @param needed the demand in plain English
 * @param citation the source
 * @param provenance the rule that the code replaces
 */
public record Row(
    String term,
    Aspect aspect,
    Strength strength,
    Verdict worst,
    String needed,
    Citation citation,
    Provenance provenance) {

  private static final String SOURCE = "cheshire-wirral-2022-23-development-application";

  static final String PACK = "cheshire-wirral/2022-23";

  HandFinding finding(Status status, String read, String sentence, MissingFact... missing) {
    return finding(status, read, sentence, ImmutableList.copyOf(missing));
  }

  HandFinding finding(
      Status status, String read, String sentence, ImmutableList<MissingFact> missing) {
    return new HandFinding(this, status, () -> read, () -> sentence, missing);
  }

  /** Returns a finding whose texts are created on demand. */
  HandFinding finding(
      Status status,
      Supplier<String> read,
      UnaryOperator<String> sentence,
      ImmutableList<MissingFact> missing) {
    return new HandFinding(this, status, read, () -> sentence.apply(read.get()), missing);
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
