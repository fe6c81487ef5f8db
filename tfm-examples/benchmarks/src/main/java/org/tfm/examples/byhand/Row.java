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
 * What all findings of one requirement have in common.
 *
 * @param term the id of the term
 * @param aspect what it is about
 * @param strength how strongly the source puts it
 * @param worst the worst verdict that can come of it while it is open
 * @param needed what is needed
 * @param citation the source
 * @param provenance the rule whose place the code takes
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

  /** A finding that is put into words when somebody asks for them. */
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
