package org.tfm.rules.language;

import java.util.Optional;
import java.util.function.Supplier;
import org.tfm.model.style.Internal;
import org.tfm.model.term.Provision;
import org.tfm.model.term.Term;

/**
 * Builder of a provision.
 *
 * @hidden
 */
@Internal
public final class ProvisionWriter implements Supplier<Term> {

  private final TermHead head;
  private Optional<String> what = Optional.empty();

  ProvisionWriter(TermHead head) {
    this.head = head;
  }

  /** Sets what the hub provides, as a clause. */
  public ProvisionWriter that(String clause) {
    this.what = Optional.of(clause);
    return this;
  }

  @Override
  public Term get() {
    return new Provision(head.id(), head.need(what, "`that`"), head.citation(), head.provenance());
  }
}
