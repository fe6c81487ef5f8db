package org.tfm.model.document;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.tfm.model.criterion.Evidence;
import org.tfm.model.criterion.Fact;
import org.tfm.model.criterion.Members;
import org.tfm.model.criterion.Value;

/**
 * What a document says, or what it says of one member of its list.
 *
 * @param sort where the facts stand
 * @param document the document or the member
 * @param describes whom it is about; empty for the whole
 */
record DocumentEvidence<D>(DocumentSort<D> sort, D document, String describes) implements Evidence {

  @Override
  public Optional<Value> find(Fact fact) {
    return sort.read(document, fact);
  }

  @Override
  public ImmutableList<Evidence> members(Members members) {
    return sort.list().isPresent() && sort.list().get().members() == members
        ? sort.list().get().evidence(document)
        : ImmutableList.of();
  }
}
