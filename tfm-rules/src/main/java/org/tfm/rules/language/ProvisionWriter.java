package org.tfm.rules.language;

import java.util.Optional;
import java.util.function.Supplier;
import org.tfm.model.style.Internal;
import org.tfm.model.term.Citation;
import org.tfm.model.term.Provenance;
import org.tfm.model.term.Provision;
import org.tfm.model.term.Term;

/**
 * A provision being written.
 *
 * @hidden
 */
@Internal
public final class ProvisionWriter implements Supplier<Term> {

  private final String id;
  private final Citation citation;
  private final Provenance provenance;
  private Optional<String> what = Optional.empty();

  ProvisionWriter(TermsWriter terms, String id) {
    this.id = id;
    this.citation = terms.citation();
    this.provenance = terms.provenance();
  }

  /** What is laid on, as a clause. */
  public ProvisionWriter that(String clause) {
    this.what = Optional.of(clause);
    return this;
  }

  @Override
  public Term get() {
    return new Provision(id, TermsWriter.need(what, id, "`that`"), citation, provenance);
  }
}
