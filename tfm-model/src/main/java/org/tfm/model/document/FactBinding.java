package org.tfm.model.document;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.List;
import org.tfm.model.criterion.Fact;

/**
 * A fact with its places, which read and write it in each type of document. The table of {@link
 * Facts} has one row for each fact.
 *
 * @param fact the fact
 * @param places its place in each type of document that has one, in addition to the answers
 */
record FactBinding(Fact fact, ImmutableList<FactPlace<?>> places) {

  /** Whether the fact has a place in a type of document. */
  boolean isIn(Class<?> sort) {
    return places.stream().anyMatch(place -> place.in() == sort);
  }

  /** Returns the places of all facts in one type of document, by fact id. */
  @SuppressWarnings("unchecked") // A place is typed by its class of documents.
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
