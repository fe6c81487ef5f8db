package org.tfm.rules.language;

import java.util.Optional;
import java.util.function.Supplier;
import org.tfm.model.style.Internal;
import org.tfm.model.term.Citation;
import org.tfm.model.term.Provenance;
import org.tfm.model.term.Strength;
import org.tfm.model.term.Term;
import org.tfm.model.term.Undertaking;

/**
 * An undertaking being written.
 *
 * @hidden
 */
@Internal
public final class UndertakingWriter implements Supplier<Term> {

  private final String id;
  private final Citation citation;
  private final Provenance provenance;
  private Strength strength = Strength.MUST;
  private Optional<String> duty = Optional.empty();

  UndertakingWriter(TermsWriter terms, String id) {
    this.id = id;
    this.citation = terms.citation();
    this.provenance = terms.provenance();
  }

  /** What the school will do, as a verb phrase. */
  public UndertakingWriter must(String verbPhrase) {
    return put(Strength.MUST, verbPhrase);
  }

  /** What the school is expected to do, as a verb phrase. */
  public UndertakingWriter should(String verbPhrase) {
    return put(Strength.SHOULD, verbPhrase);
  }

  private UndertakingWriter put(Strength how, String verbPhrase) {
    this.strength = how;
    this.duty = Optional.of(verbPhrase);
    return this;
  }

  @Override
  public Term get() {
    return new Undertaking(
        id, strength, TermsWriter.need(duty, id, "`must` or `should`"), citation, provenance);
  }
}
