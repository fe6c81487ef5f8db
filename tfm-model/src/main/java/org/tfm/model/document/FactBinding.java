package org.tfm.model.document;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.List;
import org.tfm.model.criterion.Fact;

/**
 * A fact and its places: how it is read from each sort of document, and how an answer is written
 * into one. The rows of {@link Facts} are the one table of them.
 *
 * @param fact the fact
 * @param places its place in each sort of document that has one; a fact that is an answer has its
 *     place among the answers besides
 */
record FactBinding(Fact fact, ImmutableList<FactPlace<?>> places) {

  /** The places of facts in one sort of document, by the id of the fact. */
  @SuppressWarnings("unchecked") // The class of a place is that of its documents.
  static <D> ImmutableMap<String, FactPlace<D>> in(Class<D> sort, List<FactBinding> table) {
    ImmutableMap.Builder<String, FactPlace<D>> places = ImmutableMap.builder();
    for (FactBinding row : table) {
      for (FactPlace<?> place : row.places()) {
        if (place.in() == sort) {
          places.put(row.fact().id(), (FactPlace<D>) place);
        }
      }
    }
    return places.buildOrThrow();
  }
}
