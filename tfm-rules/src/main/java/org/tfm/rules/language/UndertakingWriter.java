package org.tfm.rules.language;

import java.util.Optional;
import java.util.function.Supplier;
import org.tfm.model.style.Internal;
import org.tfm.model.term.Strength;
import org.tfm.model.term.Term;
import org.tfm.model.term.Undertaking;

/**
 * Builder of an undertaking.
 *
 * @hidden
 */
@Internal
public final class UndertakingWriter implements Supplier<Term> {

  private final TermHead head;
  private Strength strength = Strength.MUST;
  private Optional<String> duty = Optional.empty();

  UndertakingWriter(TermHead head) {
    this.head = head;
  }

  /** Sets what the school agrees to do, as a verb phrase. */
  public UndertakingWriter must(String verbPhrase) {
    return put(Strength.MUST, verbPhrase);
  }

  /** Sets what the school is expected to do, as a verb phrase. */
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
        head.id(),
        strength,
        head.need(duty, "`must` or `should`"),
        head.citation(),
        head.provenance());
  }
}
